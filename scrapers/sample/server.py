"""The newsroom on a socket: a forward proxy on loopback that answers for its own hosts and forwards nothing."""

import hashlib
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple, cast

from .newsroom import Story, load_stories
from .site import Answer, answer, refused


class Request(NamedTuple):
    """One request that the newsroom has answered."""

    method: str
    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A newsroom that is being served: the address to set as `http_proxy`, and what it was asked so far."""

    url: str
    requests: list[Request] = field(default_factory=list)


@contextmanager
def serve(edition: int = 1, port: int = 0) -> Iterator[Newsroom]:
    """The newsroom in that edition on 127.0.0.1, on a free port unless one is named, until the block ends."""
    server = Server(("127.0.0.1", port), load_stories(edition))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="newsroom", daemon=True)
    thread.start()
    try:
        yield server.newsroom
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        server.hang_up()


class Server(ThreadingHTTPServer):
    """The listening socket with the stories behind it."""

    def __init__(self, address: tuple[str, int], stories: Sequence[Story]) -> None:
        super().__init__(address, Handler)
        self.stories = stories
        self.newsroom = Newsroom(f"http://127.0.0.1:{self.server_port}")
        self.open: set[socket.socket] = set()

    def hang_up(self) -> None:
        """End the connections that clients keep alive, so that nothing answers after the end."""
        for connection in tuple(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, except that a client hung up: a crawl that is stopped does that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One connection: requests in absolute form (to a proxy) or with a Host header, kept alive between them."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body leave in two writes; without this the second waits 40 ms
    timeout = 60

    @property
    def house(self) -> Server:
        """The server with its stories."""
        return cast(Server, self.server)

    def setup(self) -> None:
        """Enter the connection in the server's list."""
        super().setup()
        self.house.open.add(self.connection)

    def finish(self) -> None:
        """Strike the connection off the list."""
        self.house.open.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:
        """Answer with a page, or with 304 where the client has it already."""
        origin_form = self.path.startswith("/")
        url = f"http://{self.headers.get('Host', '')}{self.path}" if origin_form else self.path
        try:
            found = answer(url, self.house.stories)
        except ValueError:  # what urlsplit says to "http://[/"
            found = refused(f"{url!r} is no address.")
        self.reply(url, found)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def do_CONNECT(self) -> None:
        """Refuse: a tunnel would lead out of the sample."""
        self.close_connection = True
        self.reply(self.path, refused("This is the sample newsroom's own proxy. It opens no tunnels."))

    def reply(self, url: str, found: Answer) -> None:
        """Send the answer, with validators where it has any, and log the request."""
        headers = [*found.headers]
        status, body = found.status, found.body
        if found.modified:
            tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
            headers += [("ETag", tag), ("Last-Modified", format_datetime(found.modified.astimezone(UTC), usegmt=True))]
            if self.has_already(tag, found.modified):
                status, body = 304, b""
        self.house.newsroom.requests.append(Request(self.command, url, status))
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Type", found.content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def has_already(self, tag: str, modified: datetime) -> bool:
        """Whether the client's validators are those of the answer; a date counts only where no tag is sent."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or tag in (t.strip().removeprefix("W/") for t in tags.split(","))
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since") or "")
        except ValueError:
            return False
        return modified.replace(microsecond=0) <= (since if since.tzinfo else since.replace(tzinfo=UTC))

    def log_message(self, format: str, *_args: Any) -> None:
        """Say nothing: the log is `Newsroom.requests`."""
