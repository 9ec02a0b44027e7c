"""What a page tells of how its outlet can be read."""

import pytest

from scrapers.discovery import discover

HOME = "https://www.baygazette.example/news/"


def page(head: str = "", body: str = "") -> bytes:
    return f"<html lang='en-GB'><head><title>Law | Bay Gazette</title>{head}</head><body>{body}</body></html>".encode()


def listing(count: int, words: str = "Clerk sues over palm scans") -> str:
    teasers = "".join(
        f'<div class="teaser post-{n}"><h3><a href="/2024/{n}">{words} {n}</a></h3><p>It began in May.</p></div>'
        for n in range(count)
    )
    return f'<nav><a href="/x">All of our sections and pages</a></nav>{teasers}<a class="next" href="/news/2">More</a>'


def found(body: bytes, links: tuple[str, ...] = (), robots: str = "") -> list[tuple[str, str]]:
    return [(one.kind, one.url) for one in discover(HOME, body, links, robots).entrances]


def test_what_tells_most_comes_first() -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">'
        '<link rel="alternate" type="application/rss+xml" title="Bay Gazette" href="/feed/">'
        '<link rel="alternate" type="text/html" hreflang="fr" href="/fr/">'
        '<link rel="https://api.w.org/" href="https://www.baygazette.example/wp-json/">'
    )
    robots = "User-agent: *\nSitemap: /page-sitemap.xml\nsitemap: https://www.baygazette.example/news-sitemap.xml\n"
    assert found(page(head, listing(5)), robots=robots)[:5] == [
        ("wordpress", "https://www.baygazette.example/wp-json/wp/v2/posts"),
        ("feed", "https://www.baygazette.example/feed/"),
        ("sitemap", "https://www.baygazette.example/news-sitemap.xml"),
        ("sitemap", "https://www.baygazette.example/page-sitemap.xml"),
        ("listing", HOME),
    ]


def test_a_link_header_names_the_api_of_wordpress() -> None:
    header = '<https://www.baygazette.example/index.php?rest_route=/>; rel="https://api.w.org/"'
    assert found(page(), (header,))[0] == (
        "wordpress",
        "https://www.baygazette.example/index.php?rest_route=/wp/v2/posts",
    )


def test_a_listing_is_told_by_links_of_one_make() -> None:
    (first, *_) = discover(HOME, page(body=listing(6))).entrances
    assert first.selectors == {"links": "div.teaser > h3 > a", "next": "a.next"}


@pytest.mark.parametrize("body", [listing(3), listing(6, words="Photo")])
def test_few_or_short_links_are_no_listing(body: str) -> None:
    assert "listing" not in {kind for kind, _ in found(page(body=body))}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'<?xml version="1.0"?>\n<!-- ours -->\n<rss version="2.0"><channel/></rss>', "feed"),
        (b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        (b'<?xml version="1.0"?><?xml-stylesheet href="x"?><sitemapindex/>', "sitemap"),
    ],
)
def test_an_address_may_be_an_entrance_itself(body: bytes, kind: str) -> None:
    assert found(body) == [(kind, HOME)]


def test_a_page_tells_its_outlets_name_and_language() -> None:
    outlet = discover(HOME, page())
    assert (outlet.name, outlet.language) == ("Bay Gazette", "en")
    assert discover(HOME, b"").name == "baygazette.example"
