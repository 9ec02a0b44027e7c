"""Feeds and sitemaps made to do harm: nothing is loaded or blown up, what can be read is read, the rest is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .hostile import STORY, Crawled, Reply, Server, answer, crawl, serve, source
from .hostile import xml as document

LARGE = 5 * 2**20
# A peaceful crawl takes 100 MiB, the large ones below 240 more, all being read at once; without bounds it is stopped
# at a gigabyte.
MEMORY = 600 * 2**20
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
ATTRIBUTES = " ".join(f"a{n}=''" for n in range(LARGE // 12))
BROKEN_OFF = "it breaks off before its end"


def rss(inside: str, start: str = "", end: str = "</channel></rss>") -> str:
    """A feed with one entry and what stands before it."""
    return f'{start}<rss version="2.0"><channel>{inside}<item><link>URL</link></item>{end}'


def urlset(inside: str, start: str = "", end: str = "</urlset>") -> str:
    """A sitemap with one address and what stands before it."""
    return f"{start}<urlset>{inside}<url><loc>URL</loc></url>{end}"


STOLEN = {
    "feed": "<item><link>HOST/stolen?&a;</link></item>",
    "sitemap": "<url><loc>HOST/stolen?&a;</loc></url>",
}
# What each entrance is, whether its one page is found, and what is recorded of the rest.
Case = tuple[str | bytes, bool, str | None]
CASES: dict[str, Case] = {}
for kind, make in (("feed", rss), ("sitemap", urlset)):
    CASES |= {
        f"{kind}-laughs": (make("<title>&j;</title>", LAUGHS + "]>"), True, None),
        f"{kind}-quadratic": (make("&a;" * 50_000, f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>'), True, None),
        f"{kind}-file": (make(STOLEN[kind], '<!DOCTYPE x [<!ENTITY a SYSTEM "file:FILE">]>'), True, None),
        f"{kind}-http": (make("<title>&a;</title>", '<!DOCTYPE x [<!ENTITY a SYSTEM "HOST/leak">]>'), True, None),
        f"{kind}-dtd": (make("", '<!DOCTYPE x SYSTEM "HOST/leak">'), True, None),
        f"{kind}-parameter": (make("", '<!DOCTYPE x [<!ENTITY % a SYSTEM "HOST/leak"> %a;]>'), True, None),
        f"{kind}-include": (make('<i xmlns="http://www.w3.org/2001/XInclude" href="HOST/leak"/>'), True, None),
        f"{kind}-style": (make("", '<?xml-stylesheet href="HOST/leak"?>'), True, None),
        f"{kind}-deep": (make("<a>" * (LARGE // 3)), False, BROKEN_OFF),
        f"{kind}-deep-twin": (make("<item><url>" * 3000), False, BROKEN_OFF),
        f"{kind}-long": (make(f"<title>{'x' * LARGE}</title>"), True, None),
        f"{kind}-many": (make("<link/><loc/>" * (LARGE // 13)), False, " entries"),
        f"{kind}-attributes": (make(f"<a {ATTRIBUTES}/>"), True, None),
        f"{kind}-brackets": (make("<" * LARGE), False, BROKEN_OFF),
        f"{kind}-blank": (make("", "\n \n<?xml version='1.0'?>"), True, None),
        f"{kind}-mark": (("\ufeff" + make("", "<?xml version='1.0'?>")).encode(), True, None),
        f"{kind}-utf-16": (make("", "<?xml version='1.0' encoding='utf-16'?>").encode("utf-16"), True, None),
        f"{kind}-no-utf-16": (make("", "<?xml version='1.0' encoding='utf-16'?>"), True, None),
        f"{kind}-no-encoding": (
            make("<a>ü</a>", "<?xml version='1.0' encoding='klingon'?>").encode("latin-1"),
            True,
            None,
        ),
        f"{kind}-ampersand": (make("<title>Smith & Jones &nbsp; &mdash;</title>"), True, None),
        f"{kind}-prefix": (make("<media:thing media:a='b'/>"), True, None),
        f"{kind}-nul": (make("<title>\0\x01\x1b</title>"), True, None),
        f"{kind}-truncated": (make("", end="<"), True, BROKEN_OFF),
        f"{kind}-html": ("<!DOCTYPE html><html><p>Sign in<p>" + "<p>x" * (LARGE // 5), False, f"is no {kind}"),
        f"{kind}-empty": ("", False, f"is no {kind}"),
        f"{kind}-white": (" \n" * 1000, False, f"is no {kind}"),
        f"{kind}-text": ("Come back later", False, f"is no {kind}"),
    }
CASES["listing-deep"] = ("<a href='URL'>a</a>" + "<div>" * (LARGE // 5), False, "it has more than 100000 tags")
CASES["feed-json"] = ("[" * LARGE, False, "is no feed")
CASES["feed-json-deep"] = ('{"items":' + "[" * LARGE, False, "recursion")
SELECTORS = {"listing-deep": "[source.selectors]\nlinks = 'a'\n"}


def entrance(server: Server, name: str, told: str | bytes, secret: Path) -> Reply:
    page = f"{server.url}/page/{name}"
    if isinstance(told, bytes):
        wide = told.startswith(b"\xff\xfe")
        encode = (lambda text: text.encode("utf-16-le")) if wide else str.encode
        return document(told.replace(encode("URL"), encode(page)))
    return document(told.replace("URL", page).replace("HOST", server.url).replace("FILE", str(secret)))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    secret = tmp_path_factory.mktemp("secret") / "file"
    secret.write_text("HUSH", encoding="utf-8")
    with serve() as running:
        for name, (told, _, _) in CASES.items():
            running.pages |= {f"/{name}": entrance(running, name, told, secret), f"/page/{name}": answer(STORY)}
        yield running


@pytest.fixture(scope="module")
def crawled(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    sources = [source(name, f"{server.url}/{name}", name.partition("-")[0], SELECTORS.get(name, "")) for name in CASES]
    return crawl(tmp_path_factory.mktemp("xml"), *sources)


@pytest.mark.parametrize("name", CASES)
def test_what_can_be_read_is_read_and_the_rest_is_recorded(crawled: Crawled, server: Server, name: str) -> None:
    _, is_found, trouble = CASES[name]
    assert (f"{server.url}/page/{name}" in crawled.fetches) is is_found
    if trouble:
        assert trouble in crawled.reason(f"{server.url}/{name}")
    else:
        assert f"{server.url}/{name}" not in crawled.fetches


def test_nothing_is_loaded_and_memory_stays_bounded(crawled: Crawled, server: Server) -> None:
    assert "/leak" not in server.asked
    # What is no entity of XML's own stays as it is written; feedparser takes the semicolon for a slip.
    assert {path for path in server.asked if path.startswith("/stolen")} == {"/stolen?&a", "/stolen?&a;"}
    assert crawled.peak < MEMORY
