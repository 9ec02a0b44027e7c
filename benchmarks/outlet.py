"""A large outlet on loopback, in a process of its own, that counts what it is asked and sends.

python benchmarks/outlet.py PAGES   prints its address and serves until its standard input closes
"""

import json
import sys
import threading
from collections import Counter
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.gold import read_all

FRAME = (
    "<!doctype html><html lang=en><head><title>{title}</title><meta property='article:published_time' content='{day}'>"
    "<meta property='og:type' content='article'></head><body><nav>{menu}</nav><article><h1>{title}</h1>{text}</article>"
    "<aside>{menu}</aside></body></html>"
)
# Menus and teasers around the text, so that a page weighs what pages of small outlets do.
MENU = "".join(
    f"<li><a href='/section/{n}'>More of what happened in section {n} of this paper</a></li>" for n in range(80)
)


def pages(count: int) -> dict[str, bytes]:
    """So many pages by path, each text with a number of its own."""
    articles = read_all(FOLDER, CORPUS_LABELS)
    made = {}
    for n in range(count):
        article = articles[n % len(articles)]
        title, _, body = article.text.partition("\n\n")
        text = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n")) + f"<p>Number {n} of our files.</p>"
        html = FRAME.format(title=f"{title} ({n})", day=article.record.published, menu=MENU, text=text)
        made[f"/a/{n}"] = html.encode()
    return made


class Handler(BaseHTTPRequestHandler):
    """Answers with validators, and with 304 to who has them."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    served: ClassVar[dict[str, bytes]] = {}
    tags: ClassVar[dict[str, str]] = {}
    asked: ClassVar[Counter[str]] = Counter()
    statuses: ClassVar[Counter[int]] = Counter()
    sent = 0

    def do_GET(self) -> None:
        """One answer; /stats tells what was asked since the last time it was."""
        if self.path == "/stats":
            told = {"asked": dict(self.asked), "statuses": dict(self.statuses), "sent": Handler.sent}
            self.asked.clear()
            self.statuses.clear()
            Handler.sent = 0
            self._answer(200, json.dumps(told).encode(), "application/json")
            return
        body, tag = self.served.get(self.path), self.tags.get(self.path, "")
        status = 404 if body is None else 304 if self.headers.get("If-None-Match") == tag else 200
        self.asked[self.path] += 1
        self.statuses[status] += 1
        kind = "application/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8"
        Handler.sent += self._answer(status, body if status == 200 and body else b"", kind, tag)

    def _answer(self, status: int, body: bytes, kind: str, tag: str = "") -> int:
        head = f"HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\n" + (f"ETag: {tag}\r\n" if tag else "")
        answer = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
        self.wfile.write(answer)
        return len(answer)

    def log_message(self, format: str, *_args: object) -> None:
        """Say nothing."""


def main(count: int) -> None:
    """Serve until nobody listens any more."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    url = f"http://127.0.0.1:{server.server_port}"
    places = "".join(f"<url><loc>{url}/a/{n}</loc><lastmod>2026-01-01</lastmod></url>" for n in range(count))
    sitemap = f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{places}</urlset>"
    Handler.served = {**pages(count), "/sitemap.xml": sitemap.encode(), "/robots.txt": b"User-agent: *\nDisallow: /x\n"}
    Handler.tags = {path: f'"{sha256(body).hexdigest()[:16]}"' for path, body in Handler.served.items()}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(url, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
