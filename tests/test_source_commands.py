"""`biodocket sources` against real servers on loopback."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from scrapers.pages import parse
from scrapers.sample.server import serve as serve_newsroom
from scrapers.sources import read_sources

from .conftest import Command
from .hostile import source as block
from .outlet import Answer, Outlet, serve

BULLETIN = "http://biometricbulletin.example/news/"


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with serve() as served:
        served.articles(6)
        yield served


def test_a_source_is_added_from_its_address_alone(biodocket: Command, tmp_path: Path) -> None:
    sources, frozen = tmp_path / "sources.toml", tmp_path / "frozen"
    options = ("--sources", sources, "--freeze", frozen, "--delay", "0")
    with serve_newsroom() as newsroom:
        added = biodocket("sources", "add", BULLETIN, *options, http_proxy=newsroom.url)
    assert added.returncode == 0, added.stderr
    assert added.stdout.count("http://biometricbulletin.example/20") == 5
    (source,) = read_sources(sources)
    assert (source.id, source.name, source.kind, source.delay) == (
        "biometricbulletin",
        "Biometric Bulletin",
        "listing",
        0,
    )
    html = (frozen / "biometricbulletin.html").read_text(encoding="utf-8")
    expected = json.loads((frozen / "biometricbulletin.json").read_text(encoding="utf-8"))
    article = parse(html.encode(), expected["url"])
    assert (article.title, article.text, article.published) == (
        expected["title"], expected["text"], expected["published"],
    )  # fmt: skip
    assert "Stridewell" not in html
    again = biodocket("sources", "add", BULLETIN, *options)
    assert again.returncode == 1
    assert 'has a source with the id "biometricbulletin"' in again.stderr


def test_an_entrance_that_leads_nowhere_is_passed_over(biodocket: Command, outlet: Outlet, tmp_path: Path) -> None:
    outlet.pages["/"] = Answer(
        '<html lang="en"><head><title>Acme Law News</title>'
        '<link rel="alternate" type="application/rss+xml" href="/old-feed"></head><body>Welcome</body></html>'
    )
    outlet.pages["/robots.txt"] = Answer(f"Sitemap: {outlet.url}/sitemap.xml\n")
    for n in range(6):
        outlet.pages[f"/a/{n}"] = dated(n)
    sources = tmp_path / "sources.toml"
    sources.write_text(block("aaa", "http://aaa.example/") + "\n# kept\n" + block("zzz", "http://zzz.example/"))
    options = ("--sources", sources, "--freeze", tmp_path / "frozen", "--delay", "0", "--id", "mmm")
    added = biodocket("sources", "add", outlet.url, *options)
    assert added.returncode == 0, added.stderr
    assert "old-feed: HTTP 404" in " ".join(added.stderr.split())
    assert [source.id for source in read_sources(sources)] == ["aaa", "mmm", "zzz"]
    assert "# kept" in sources.read_text()


def dated(n: int, meta: str = '<meta property="article:published_time" content="2024-05-06T10:00:00Z">') -> Answer:
    words = f"Acme Clocks was sued on Monday over the fingerprint scans of worker {n}, who had never been asked. " * 12
    return Answer(
        f"<html><head><title>Story {n}</title>{meta}</head><body><article><h1>Story {n}</h1><p>{words}</p>"
        "</article></body></html>"
    )


def test_an_address_without_articles_is_refused(biodocket: Command, outlet: Outlet, tmp_path: Path) -> None:
    outlet.pages.clear()
    outlet.pages["/"] = Answer("<html><body>Under construction</body></html>")
    sources = tmp_path / "sources.toml"
    refused = biodocket("sources", "add", outlet.url, "--sources", sources, "--delay", "0")
    assert refused.returncode == 1
    assert "no way to its articles" in refused.stderr
    assert not sources.exists()
    typo = biodocket("sources", "add", "www.baygazette", "--sources", sources)
    assert (typo.returncode, "not an http address" in typo.stderr) == (1, True)


def test_check_says_what_is_wrong_with_each_source(biodocket: Command, tmp_path: Path) -> None:
    with ExitStack() as stack:
        outlets = {
            name: stack.enter_context(serve()) for name in ("well", "shut", "gone", "redone", "undated", "moved")
        }
        for served in outlets.values():
            served.articles(3)
            for n in range(3):
                served.pages[f"/a/{n}"] = dated(n)
        outlets["shut"].pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /\n")
        del outlets["gone"].pages["/sitemap.xml"]
        outlets["undated"].pages |= {f"/a/{n}": dated(n, meta="") for n in range(3)}
        outlets["redone"].pages["/news"] = Answer('<div class="card"><a href="/a/0">Story</a></div>')
        outlets["moved"].pages["/sitemap.xml"] = Answer("", 301, {"Location": "http://elsewhere.example/sitemap.xml"})
        text = "".join(block(name, f"{served.url}/sitemap.xml") for name, served in outlets.items() if name != "redone")
        listing = '[source.selectors]\nlinks = "div.teaser a"\n'
        text += block("redone", f"{outlets['redone'].url}/news", "listing", listing)
        sources = tmp_path / "sources.toml"
        sources.write_text(text)
        options = ("--sources", sources, "--db", tmp_path / "none.db")
        checked = biodocket("sources", "check", *options)
        verdicts = {
            cells[0]: cells[-1]
            for line in checked.stdout.splitlines()
            if len(cells := [cell.strip() for cell in line.strip("│┃ ").split("│")]) > 3
        }
        assert checked.returncode == 1
        assert verdicts["well"] == "well"
        assert "robots.txt" in verdicts["shut"]
        assert "404" in verdicts["gone"]
        assert verdicts["undated"] == "its articles have no date"
        assert "has its layout changed?" in verdicts["redone"]
        assert "elsewhere.example" in verdicts["moved"]
        assert "5 of 6 sources are not well" in checked.stderr
        assert biodocket("sources", "check", "well", *options).returncode == 0
    assert not (tmp_path / "none.db").exists()


def test_list_shows_what_the_database_knows(biodocket: Command, outlet: Outlet, tmp_path: Path) -> None:
    sources = tmp_path / "sources.toml"
    sources.write_text(block("outlet", f"{outlet.url}/sitemap.xml"))
    options = ("--sources", sources, "--db", tmp_path / "db")
    assert "never asked" in biodocket("sources", "list", *options).stdout
    assert not (tmp_path / "db").exists()
    biodocket("crawl", *options)
    assert "no article yet" in biodocket("sources", "list", *options).stdout


def test_every_frozen_page_still_reads_the_same() -> None:
    folder = Path(__file__).with_name("frozen")
    kept = sorted(folder.glob("*.json"))
    assert kept
    for path in kept:
        expected = json.loads(path.read_text(encoding="utf-8"))
        article = parse(path.with_suffix(".html").read_bytes(), expected["url"])
        assert {name: getattr(article, name) for name in ("title", "published", "text")} == {
            name: expected[name] for name in ("title", "published", "text")
        }, path.name
