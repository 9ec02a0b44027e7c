import http.client
import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from urllib.parse import urlsplit

import pytest
from lxml import etree
from lxml import html as lxml_html

from scrapers.sample.newsroom import Story, load_stories
from scrapers.sample.server import Newsroom, Request, serve

LEDGER, WIRE, BULLETIN = "www.lakefrontledger.example", "faceprintwire.example", "biometricbulletin.example"
POSTS = f"http://{LEDGER}/wp-json/wp/v2/posts"
STORIES = load_stories()
CHANGING = "lumen-grove-settlement"


@pytest.fixture(scope="module")
def room() -> Iterator[Newsroom]:
    with serve() as served:
        yield served


class Reply:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self) -> str:
        return self.body.decode(self.headers.get_content_charset() or "ascii")


def ask(room: Newsroom, url: str, method: str = "GET", **headers: str) -> Reply:
    """A request in absolute form, as a crawler sends it to a proxy."""
    connection = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=5)
    try:
        connection.request(method, url, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return Reply(connection.getresponse())
    finally:
        connection.close()


def links(reply: Reply) -> list[str]:
    return [element.text for element in etree.fromstring(reply.body).iter("{*}loc")]


def only(outlet: str) -> list[Story]:
    return [story for story in STORIES if story.outlet.id == outlet]


# Entrances


@pytest.mark.parametrize("host", [LEDGER, WIRE, BULLETIN])
def test_every_host_has_robots(room: Newsroom, host: str) -> None:
    reply = ask(room, f"http://{host}/robots.txt")
    assert reply.status == 200
    assert reply.headers["Content-Type"].startswith("text/plain")
    assert reply.text.startswith("User-agent: *\nDisallow: /")


def test_the_ledgers_robots_close_a_page_that_its_sitemap_names(room: Newsroom) -> None:
    robots = ask(room, f"http://{LEDGER}/robots.txt").text
    assert f"Sitemap: http://{LEDGER}/sitemap_index.xml" in robots
    assert "Disallow: /subscribers/" in robots
    closed = [url for url in links(ask(room, f"http://{LEDGER}/sitemap-2025.xml")) if "/subscribers/" in url]
    assert len(closed) == 1
    assert ask(room, closed[0]).status == 200


def test_the_sitemaps_name_every_story_of_the_ledger(room: Newsroom) -> None:
    reply = ask(room, f"http://{LEDGER}/sitemap_index.xml")
    assert reply.headers["Content-Type"] == "application/xml; charset=utf-8"
    listed = [url for index in links(reply) for url in links(ask(room, index))]
    assert sorted(listed) == sorted(s.url for s in only("ledger"))
    assert {ask(room, url).status for url in listed} == {200}


def test_the_feed_names_every_story_of_the_wire(room: Newsroom) -> None:
    reply = ask(room, f"http://{WIRE}/feed/")
    assert reply.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    found = [item.findtext("link") for item in etree.fromstring(reply.body).iter("item")]
    assert [url.split("?")[0] for url in found] == [s.url for s in only("wire")]
    assert all("utm_source=" in url and ask(room, url).status == 200 for url in found)


def test_the_listing_leads_from_page_to_page_to_every_story(room: Newsroom) -> None:
    url, found, visited = f"http://{BULLETIN}/news/", [], 0
    while url:
        tree = lxml_html.fromstring(ask(room, url).text, base_url=url)
        tree.make_links_absolute()
        found += [a.get("href") for a in tree.cssselect("td.teaser a.headline")]
        url = next((a.get("href") for a in tree.cssselect("a.next")), None)
        visited += 1
        assert visited < 10
    assert found == [s.url for s in only("bulletin")]
    assert visited >= 3
    assert {ask(room, link).status for link in found} == {200}
    assert ask(room, f"http://{BULLETIN}/news/page/{visited + 1}/").status == 404
    assert ask(room, f"http://{BULLETIN}/news/page/0/").status == 404


def test_topics_of_the_listing_are_pages_too(room: Newsroom) -> None:
    tree = lxml_html.fromstring(ask(room, f"http://{BULLETIN}/news/").text)
    topics = {a.get("href") for a in tree.cssselect("td.teaser font a")}
    assert topics
    assert {ask(room, f"http://{BULLETIN}{path}").status for path in topics} == {200}


# The posts interface

COURTS = [story for story in only("ledger") if story.section == "courts"]


def test_posts_come_in_pages_newest_first(room: Newsroom) -> None:
    found, total = [], len(COURTS)
    pages = -(-total // 3)
    for number in range(1, pages + 1):
        reply = ask(room, f"{POSTS}?per_page=3&page={number}")
        assert (reply.headers["X-WP-Total"], reply.headers["X-WP-TotalPages"]) == (str(total), str(pages))
        found += json.loads(reply.body)
    assert [post["link"] for post in found] == [s.url for s in COURTS]
    assert len({post["id"] for post in found}) == total
    assert total < len(only("ledger"))


def test_a_post_tells_site_time_and_utc_and_escapes_its_texts(room: Newsroom) -> None:
    post = next(p for p in json.loads(ask(room, f"{POSTS}?per_page=100").body) if "harrow-pine" in p["link"])
    assert (post["date"], post["date_gmt"]) == ("2024-06-21T07:15:00", "2024-06-21T12:15:00")
    assert post["modified_gmt"] == "2024-06-21T12:15:00"
    assert "Harrow &amp; Pine" in post["title"]["rendered"]
    assert "&#8220;" in post["content"]["rendered"]
    story = next(s for s in STORIES if s.url == post["link"])
    assert unescape(post["content"]["rendered"]) == "\n".join(f"<p>{p}</p>" for p in story.body) + "\n"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("per_page=3&page=99", "rest_post_invalid_page_number"),
        ("per_page=101", "rest_invalid_param"),
        ("per_page=0", "rest_invalid_param"),
        ("per_page=many", "rest_invalid_param"),
        ("page=0", "rest_invalid_param"),
        ("after=yesterday", "rest_invalid_param"),
    ],
)
def test_posts_refuse_what_wordpress_refuses(room: Newsroom, query: str, code: str) -> None:
    reply = ask(room, f"{POSTS}?{query}")
    assert reply.status == 400
    assert json.loads(reply.body)["code"] == code


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("after=2025-01-01T00:00:00", ["copperfield-class"]),
        ("after=2025-03-14T12:20:00Z", []),
        ("after=2025-03-14T12:19:59Z", ["copperfield-class"]),
        ("modified_after=2024-10-18T07:29:59", ["copperfield-class", "great-prairie-verdict"]),
        ("after=2030-01-01T00:00:00", []),
    ],
)
def test_posts_since(room: Newsroom, query: str, wanted: list[str]) -> None:
    reply = ask(room, f"{POSTS}?_fields=slug,link&{query}")
    assert [post["slug"] for post in json.loads(reply.body)] == wanted
    assert all(set(post) == {"slug", "link"} for post in json.loads(reply.body))
    assert reply.headers["X-WP-Total"] == str(len(wanted))


# The protocol


def test_the_second_edition_changes_the_page_and_the_posts() -> None:
    url = next(s.url for s in STORIES if s.slug == CHANGING)
    with serve() as first:
        old = ask(first, url)
    with serve(edition=2) as second:
        new = ask(second, url, If_None_Match=old.headers["ETag"])
        changed = json.loads(ask(second, f"{POSTS}?modified_after=2024-09-13T00:00:00&_fields=slug").body)
        other = next(s.url for s in STORIES if s.section == "statehouse")
        assert ask(second, other, If_None_Match=ask(second, other).headers["ETag"]).status == 304
    assert new.status == 200
    assert new.body != old.body
    assert new.headers["Last-Modified"] != old.headers["Last-Modified"]
    assert CHANGING in [post["slug"] for post in changed]


def test_a_page_that_has_not_changed_is_not_sent_again(room: Newsroom) -> None:
    url = only("wire")[0].url
    first = ask(room, url)
    tag, date = first.headers["ETag"], first.headers["Last-Modified"]
    assert date.endswith(" GMT")
    for headers, status in (
        ({"If_None_Match": tag}, 304),
        ({"If_None_Match": f'"other", W/{tag}'}, 304),
        ({"If_None_Match": "*"}, 304),
        ({"If_Modified_Since": date}, 304),
        ({"If_None_Match": '"other"', "If_Modified_Since": date}, 200),
        ({"If_Modified_Since": "Sat, 01 Jan 2000 00:00:00 GMT"}, 200),
        ({"If_Modified_Since": "the other day"}, 200),
    ):
        reply = ask(room, url, **headers)
        assert (reply.status, reply.headers["ETag"]) == (status, tag), headers
        assert reply.body == (b"" if status == 304 else first.body)


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere.example/",
        "http://lakefrontledger.example.attacker.example/robots.txt",
        f"https://{LEDGER}/robots.txt",
        "http://127.0.0.1/",
        "file:///etc/hostname",
    ],
)
def test_nothing_is_forwarded(room: Newsroom, url: str) -> None:
    reply = ask(room, url)
    assert reply.status == 502
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert len(reply.text) > 20


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET http://[/ HTTP/1.1", 502),
        ("GET nonsense HTTP/1.1", 502),
        ("POST http://x.example/ HTTP/1.1", 501),
        ("?", 400),
    ],
)
def test_nonsense_is_answered(room: Newsroom, request_line: str, status: int) -> None:
    with socket.create_connection(("127.0.0.1", urlsplit(room.url).port), timeout=5) as connection:
        connection.sendall(f"{request_line}\r\nHost: {WIRE}\r\nConnection: close\r\n\r\n".encode())
        with connection.makefile("rb") as answer:
            assert str(status).encode() in answer.read()[:200]


def test_no_tunnel_is_opened(room: Newsroom) -> None:
    connection = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=5)
    connection.set_tunnel(LEDGER, 443)
    with pytest.raises(OSError, match="502"):
        connection.connect()


def test_head_tells_the_length_and_sends_no_body(room: Newsroom) -> None:
    url = only("bulletin")[0].url
    get, head = ask(room, url), ask(room, url, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(get.body))
    assert get.headers["Content-Type"] == "text/html; charset=windows-1252"


def test_a_connection_is_kept_for_requests_in_origin_form() -> None:
    with serve() as room:
        connection = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=5)
        for path, host, status in (
            ("/robots.txt", WIRE, 200),
            ("/nothing-here", WIRE, 404),
            ("/robots.txt", "elsewhere.example", 502),
            ("/feed/", f"{WIRE}:80", 200),
        ):
            connection.request("GET", path, headers={"Host": host})
            mine = connection.sock
            assert Reply(connection.getresponse()).status == status
            assert connection.sock is mine, "the server closed the connection"
        connection.close()
        assert room.requests[:2] == [
            Request("GET", f"http://{WIRE}/robots.txt", 200),
            Request("GET", f"http://{WIRE}/nothing-here", 404),
        ]


def test_many_ask_at_once(room: Newsroom) -> None:
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda story: ask(room, story.url), STORIES * 3))
    assert {reply.status for reply in replies} == {200}


def test_nothing_answers_after_the_end() -> None:
    before = threading.active_count()
    with serve() as room:
        port = urlsplit(room.url).port
        kept = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=5)
        kept.request("GET", f"http://{WIRE}/robots.txt")
        assert Reply(kept.getresponse()).status == 200
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    assert kept.sock.recv(1) == b""
    kept.close()
    assert threading.active_count() <= before + 1
