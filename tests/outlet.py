"""An outlet on loopback that answers as a test tells it to, and keeps a log of what it was asked."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, cast


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived."""

    path: str
    at: float  # seconds of a clock that only runs forward
    status: int
    sent: int  # bytes of the body
    headers: Mapping[str, str]


@dataclass(slots=True)
class Answer:
    """What a path says; `status` and `headers` as they are, an ETag is added to what is found."""

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Outlet:
    """The pages by path, the log, and where it listens."""

    url: str = ""
    pages: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    def asked(self, path: str) -> list[Asked]:
        """What was asked of one path."""
        return [one for one in self.log if one.path == path]

    def articles(self, count: int) -> None:
        """Offer so many articles by a sitemap."""
        for n in range(count):
            words = f"Acme Clocks was sued over fingerprint scans by worker {n}. " * 12
            self.pages[f"/a/{n}"] = Answer(
                f"<html><head><title>Story {n}</title></head><body><article><h1>Story {n}</h1>"
                f"<p>{words}</p></article></body></html>"
            )
        self.offer(range(count))

    def offer(self, numbers: Iterator[int] | range) -> None:
        """Name these articles in the sitemap."""
        places = "".join(f"<url><loc>{self.url}/a/{n}</loc></url>" for n in numbers)
        self.pages["/sitemap.xml"] = Answer(
            f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
        )

    def sources(self, path: Path, **settings: object) -> Path:
        """A file of sources with this outlet by its sitemap."""
        values = {"revisit_days": 7, "delay": 0.0, **settings}
        lines = "\n".join(f"{name} = {value}" for name, value in values.items())
        path.write_text(
            f'[[source]]\nid = "outlet"\nname = "Outlet"\nkind = "sitemap"\nurls = ["{self.url}/sitemap.xml"]\n'
            f'language = "en"\nwhy = "a test"\nterms = "ours"\n{lines}\n',
            encoding="utf-8",
        )
        return path


class Handler(BaseHTTPRequestHandler):
    """Answers from the outlet's pages."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send a page, or 304 to who has it."""
        outlet = cast(Any, self.server).outlet
        found = outlet.pages.get(self.path, Answer("nothing here", 404))
        answer = found() if callable(found) else found
        body, status = answer.body.encode(), answer.status
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            body, status = b"", 304
        outlet.log.append(Asked(self.path, monotonic(), status, len(body), dict(self.headers)))
        self.send_response(status)
        headers = {"Content-Type": "text/html; charset=utf-8", **answer.headers}
        if self.path.endswith(".xml"):
            headers["Content-Type"] = "application/xml"
        if answer.status == 200:
            headers["ETag"] = tag
        if status != 304:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_args: Any) -> None:
        """Say nothing: the log is the outlet's."""


@contextmanager
def serve() -> Iterator[Outlet]:
    """An outlet on 127.0.0.1 until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    outlet = Outlet(f"http://127.0.0.1:{server.server_port}")
    cast(Any, server).outlet = outlet
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield outlet
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
