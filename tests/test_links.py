"""Links that lead nowhere, or where nobody should go, cost the others nothing."""

import gzip
import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from .hostile import STORY, Reply, answer, crawl, serve, source, xml

# What a stranger's entrance may name; none of it is asked for.
NOWHERE = (
    "javascript:alert(1)",
    "mailto:editor@news.example",
    "tel:+15551234567",
    "data:text/html,<p>x",
    "file:///etc/hostname",
    "ftp://127.0.0.1/a",
    "gopher://127.0.0.1/a",
    "view-source:http://127.0.0.1/a",
    "http://",
    "http:///a",
    "http://[::1",
    "http://[fe80::1%25eth0]/a",
    "http://127.0.0.1:port/a",
    "http://127.0.0.1:99999999/a",
    "http://news.example:80:80/a",
    "http://\N{FULLWIDTH SOLIDUS}\N{FULLWIDTH SOLIDUS}evil.example/a",
    "http://bücher.example/a",
    "http://xn--a.example/a",
    "http://" + "a" * 300 + ".example/a",
    "//news.example/a",
    "HOST/" + "x" * 100_000,
    "http://news.example\\@HOSTNAME/a",
)
# What is asked for, and how its path then reads.
SOMEWHERE = {
    "HOST/plain": "/plain",
    "/relative": "/relative",
    "?query": "/entrance?query",
    " HOST/spaces ": "/spaces",
    "HOST/bro\nken": "/broken",
    "HOST/ünicode": "/%C3%BCnicode",
    'HOST/quote"<>': "/quote%22%3C%3E",
    "http://me:secret@HOSTNAME/credentials": "/credentials",
    "HOST/a#fragment": "/a",
    "HOST\\@news.example/a": "/@news.example/a",
}


def of_sitemap(places: list[str]) -> Reply:
    return xml(f"<urlset>{''.join(f'<url><loc>{escape(place)}</loc></url>' for place in places)}</urlset>")


def of_index(places: list[str]) -> Reply:
    return xml(
        f"<sitemapindex>{''.join(f'<sitemap><loc>{escape(place)}</loc></sitemap>' for place in places)}</sitemapindex>"
    )


def of_feed(places: list[str]) -> Reply:
    return xml(f"<rss version='2.0'>{''.join(f'<item><link>{escape(place)}</link></item>' for place in places)}</rss>")


def of_json(places: list[str]) -> Reply:
    version = {"version": "https://jsonfeed.org/version/1.1"}
    places = ["/\ud800", *places]  # half a character, which XML cannot say
    return answer(json.dumps({**version, "items": [{"url": place} for place in places]}).encode())


def of_listing(places: list[str]) -> Reply:
    return answer("".join(f'<a href="{escape(place, {chr(34): "&quot;"})}">a</a>' for place in places).encode())


@pytest.mark.parametrize(
    ("kind", "offer"),
    [("sitemap", of_sitemap), ("sitemap", of_index), ("feed", of_feed), ("feed", of_json), ("listing", of_listing)],
)
def test_only_what_is_an_address_of_the_source_is_asked(kind: str, offer, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with serve() as server:

        def place(link: str) -> str:
            return link.replace("HOSTNAME", server.url.removeprefix("http://")).replace("HOST", server.url)

        server.pages["/entrance"] = offer([place(link) for link in (*NOWHERE, *SOMEWHERE)])
        selectors = "[source.selectors]\nlinks = 'a'\n" if kind == "listing" else ""
        done = crawl(tmp_path, source("s", f"{server.url}/entrance", kind, selectors))
        assert "Traceback" not in done.errors
        asked, expected = sorted(server.asked), sorted(["/robots.txt", "/entrance", *SOMEWHERE.values()])
        assert asked == expected


@pytest.mark.parametrize("kind", ["text/html", "application/x-gzip", "application/xml"])
def test_a_packed_sitemap_is_read_whatever_it_is_called(kind: str, tmp_path: Path) -> None:
    with serve() as server:
        packed = gzip.compress(f"<urlset><url><loc>{server.url}/a</loc></url></urlset>".encode())
        server.pages = {"/sitemap.xml.gz": answer(packed, kind=kind), "/a": answer(STORY)}
        done = crawl(tmp_path, source("s", f"{server.url}/sitemap.xml.gz"))
        assert done.fetches[f"{server.url}/a"][0] == "archived"


def test_a_packed_sitemap_that_blows_up_is_refused(tmp_path: Path) -> None:
    with serve() as server:
        packed = gzip.compress(b"<urlset>" + b" " * (300 * 2**20))
        server.pages = {"/sitemap.xml.gz": answer(packed, kind="application/x-gzip")}
        done = crawl(tmp_path, source("s", f"{server.url}/sitemap.xml.gz"))
        assert "unpacks to more than 10 MiB" in done.reason(f"{server.url}/sitemap.xml.gz")
        assert done.peak < 250 * 2**20
