"""A site that real software serves on loopback: its processes, its log, and the entrances that it offers."""

import os
import re
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .articles import Post

PATIENCE = 60  # seconds that a server may take to come up
# What python's http.server, or PHP's, says of a request.
REQUEST = re.compile(r'"GET (?P<path>\S+) HTTP/1\.[01]" (?P<status>\d{3})|\[(?P<status2>\d{3})\]: GET (?P<path2>\S+)')


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the server's own log has it."""

    path: str
    status: int


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way into a site: how it is read, where it is, and what it tells."""

    name: str
    kind: str
    path: str
    selectors: Mapping[str, str] = field(default_factory=dict)
    validators: bool = True  # whether it answers 304
    tells_changes: bool = True  # whether it says that a post was changed


class Process:
    """A server in a process group of its own, which `stop` ends with all that it has started."""

    def __init__(self, command: Sequence[object], log: Path, **environment: str) -> None:
        self.log = log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                [*map(str, command)],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
                start_new_session=True,
            )

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Return as soon as `ready`; RuntimeError with the log where the process ends or takes too long."""
        end = time.monotonic() + PATIENCE
        while not ready():
            if self._process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise RuntimeError(f"{self._process.args!r} did not come up:\n{self.log.read_text(errors='replace')}")
            time.sleep(0.1)

    def stop(self) -> None:
        """End the group, politely first."""
        for kind in (signal.SIGTERM, signal.SIGKILL):
            if self._process.poll() is None:
                os.killpg(self._process.pid, kind)
                try:
                    self._process.wait(20)
                except subprocess.TimeoutExpired:
                    continue


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def listens(port: int) -> bool:
    """Whether somebody answers on a port of 127.0.0.1."""
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


class Site(ABC):
    """Software with posts in it; `addresses` has each published post's address by slug."""

    name: str
    url: str
    entrances: Sequence[Entrance]
    log: Path
    addresses: dict[str, str]
    _read = 0  # characters of the log

    @abstractmethod
    def publish(self, posts: Sequence[Post]) -> None:
        """Put the posts online, or what has changed in them."""

    @abstractmethod
    def remove(self, post: Post) -> None:
        """Take a post down."""

    @abstractmethod
    def stop(self) -> None:
        """End all processes."""

    def asked(self) -> list[Asked]:
        """Everything that was asked for since the last call, robots.txt aside."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        found = (
            Asked(match["path"] or match["path2"], int(match["status"] or match["status2"]))
            for match in REQUEST.finditer(new)
        )
        return [one for one in found if one.path != "/robots.txt"]
