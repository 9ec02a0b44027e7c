"""A server on loopback that breaks every rule a test asks it to break, byte by byte."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from ssl import SSLContext
from threading import Thread

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
# A process is charged with the memory of the one that started it, so a small one stands between.
WATCH = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
# What a path does with the connection once it has been asked for.
Reply = Callable[[socket.socket], None]
STORY = (
    b"<html><head><title>Story</title></head><body><article><h1>Story</h1><p>"
    + b"Acme Clocks was sued over fingerprint scans. " * 12
    + b"</p></article></body></html>"
)


def raw(*parts: bytes) -> Reply:
    """Send bytes as they are."""

    def reply(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)

    return reply


def endless(head: bytes, part: bytes, pause: float = 0.0) -> Reply:
    """Send the same for as long as anybody listens."""

    def reply(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(part)
            time.sleep(pause)

    return reply


def answer(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html") -> Reply:
    """An answer as it should be, with further headers."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, "", ""]
    return raw("\r\n".join(head).encode("latin-1") + body)


def redirect(place: str) -> Reply:
    """Send elsewhere."""
    return answer(b"", f"Location: {place}", status="302 Found")


def xml(text: str | bytes) -> Reply:
    """A feed or a sitemap."""
    return answer(text.encode() if isinstance(text, str) else text, kind="application/xml")


@dataclass(slots=True)
class Server:
    """What it says by path, what it was asked, and where it listens."""

    url: str
    port: int
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    connections: int = 0

    def sitemap(self, *places: str) -> Reply:
        """A sitemap of these addresses; those without a host are the server's own."""
        found = "".join(f"<url><loc>{self.url if place[0] == '/' else ''}{place}</loc></url>" for place in places)
        return xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{found}</urlset>')


@contextmanager
def serve(tls: SSLContext | None = None) -> Iterator[Server]:
    """A server on 127.0.0.1 until the block ends; it answers one request on each connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = Server(f"http{'s' if tls else ''}://127.0.0.1:{port}", port)

    def listen() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            server.connections += 1
            Thread(target=talk, args=(connection,), daemon=True).start()

    def talk(connection: socket.socket) -> None:
        with suppress(OSError), connection:
            stream = tls.wrap_socket(connection, server_side=True) if tls else connection
            request = b""
            while b"\r\n\r\n" not in request:
                received = stream.recv(65536)
                if not received:
                    return
                request += received
            path = request.split(b" ", 2)[1].decode("latin-1")
            server.asked.append(path)
            server.pages.get(path, answer(b"nothing here", status="404 Not Found"))(stream)
            stream.shutdown(socket.SHUT_WR)
            while stream.recv(65536):  # a reset would take the answer with it
                pass

    Thread(target=listen, daemon=True).start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def source(id: str, url: str, kind: str = "sitemap", more: str = "") -> str:
    """A source as `sources.toml` says it."""
    return (
        f'[[source]]\nid = "{id}"\nname = "{id}"\nkind = "{kind}"\nurls = ["{url}"]\nlanguage = "en"\n'
        f'why = "a test"\nterms = "ours"\ndelay = 0.0\n{more}'
    )


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a crawl has left behind."""

    code: int
    errors: str
    peak: int  # bytes that the largest of its processes held
    fetches: Mapping[str, tuple[str, str]]  # outcome and reason by address

    def reason(self, url: str) -> str:
        """Why an address was not had."""
        outcome, why = self.fetches[url]
        assert outcome == "failed", self.fetches[url]
        return why


def crawl(folder: Path, *sources: str, **environment: str) -> Crawled:
    """Crawl the sources into a database in the folder, with two seconds for each answer."""
    file, database = folder / "sources.toml", folder / "db"
    file.write_text("\n".join(sources), encoding="utf-8")
    program = Path(sys.executable).with_name("biodocket")
    known = {"BIODOCKET_CONTACT": "tests@biodocket.example", "BIODOCKET_TIMEOUT": "2"}
    process = subprocess.Popen(
        [sys.executable, "-c", WATCH, program, "crawl", "--sources", file, "--db", database],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **known, **environment},
        start_new_session=True,
    )
    try:
        told, errors = process.communicate(timeout=300)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # whatever of it still hangs on a server
    code, peak = map(int, told.split())
    assert database.exists(), errors
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        rows = db.execute("select url, outcome, coalesce(reason, '') from fetches").fetchall()
    db.close()
    return Crawled(
        code,
        errors,
        peak * 1024,
        {url: (outcome, why) for url, outcome, why in rows},
    )
