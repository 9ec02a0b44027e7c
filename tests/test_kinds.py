"""Kinds of source against a real server on loopback: what they ask for, and for which span of days."""

import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from .conftest import Command
from .outlet import Answer, Outlet, serve

NEEDS = {"token": '"OUTLET_TOKEN"'}
POSTS = "/wp-json/wp/v2/posts"
DAYS = ("2024-01-10", "2024-02-10", "2024-03-10", "2024-04-10")


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with serve() as served:
        served.articles(len(DAYS))
        yield served


@pytest.fixture
def crawl(biodocket: Command, outlet: Outlet, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Crawl one entrance of the outlet; returns the articles that were asked for."""

    def run(kind: str, entrance: str, *options: str, **settings: object) -> list[str]:
        lines = "".join(f"{name} = {value}\n" for name, value in {"delay": 0.0, **settings}.items())
        sources = tmp_path / "sources.toml"
        sources.write_text(
            f'[[source]]\nid = "outlet"\nname = "Outlet"\nkind = "{kind}"\nurls = ["{outlet.url}{entrance}"]\n'
            f'language = "en"\nwhy = "a test"\nterms = "ours"\n{lines}',
            encoding="utf-8",
        )
        outlet.log.clear()
        done = biodocket("crawl", "--sources", sources, "--db", tmp_path / "db", *options)
        assert done.returncode == 0, done.stderr
        return sorted(one.path for one in outlet.log if one.path.startswith("/a/"))

    return run


def rss(outlet: Outlet) -> Answer:
    items = "".join(
        f"<item><link>{outlet.url}/a/{n}</link><pubDate>10 {month} 2024 09:00:00 GMT</pubDate></item>"
        for n, month in enumerate(("Jan", "Feb", "Mar", "Apr"))
    )
    return Answer(f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>')


def json_feed(_: Outlet) -> Answer:
    items = [{"id": str(n), "url": f"/a/{n}", "date_published": f"{day}T09:00:00Z"} for n, day in enumerate(DAYS)]
    return Answer(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items}))


def sitemap(outlet: Outlet) -> Answer:
    places = "".join(f"<url><loc>{outlet.url}/a/{n}</loc><lastmod>{day}</lastmod></url>" for n, day in enumerate(DAYS))
    return Answer(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>')


def search() -> Answer:
    results = [{"absolute_url": f"/a/{n}", "dateFiled": day} for n, day in enumerate(DAYS)]
    return Answer(json.dumps({"count": 4, "next": None, "results": results}))


@pytest.mark.parametrize(("kind", "entrance", "answer"), [("feed", "/rss", rss), ("feed", "/feed.json", json_feed)])
def test_a_feed_tells_the_day_of_each_entry(crawl, outlet: Outlet, kind, entrance, answer) -> None:  # type: ignore[no-untyped-def]
    outlet.pages[entrance] = answer(outlet)
    assert crawl(kind, entrance, "--since", "2024-02-10", "--until", "2024-03-10") == ["/a/1", "/a/2"]
    # A back-fill does not count as having read the feed: what it left out is still new to the next crawl.
    assert crawl(kind, entrance) == ["/a/0", "/a/3"]
    assert [one.status for one in outlet.asked(entrance)] == [200]
    assert crawl(kind, entrance) == []
    assert [one.status for one in outlet.asked(entrance)] == [304]


def test_a_sitemap_tells_only_what_has_not_changed_since(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    outlet.pages["/sitemap.xml"] = sitemap(outlet)
    assert crawl("sitemap", "/sitemap.xml", "--since", "2024-03-01") == ["/a/2", "/a/3"]
    # A page of January can have been touched in April, so its last change does not put it behind the span.
    assert crawl("sitemap", "/sitemap.xml", "--until", "2024-01-31") == ["/a/0", "/a/1"]


def test_a_news_sitemap_tells_when_a_story_was_published(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    news = "<n:news><n:title>T</n:title><n:publication_date>{}T09:00:00+02:00</n:publication_date></n:news>"
    places = "".join(f"<url><loc>{outlet.url}/a/{n}</loc>{news.format(day)}</url>" for n, day in enumerate(DAYS))
    outlet.pages["/news.xml"] = Answer(f"<urlset {spaces}>{places}</urlset>")
    assert crawl("sitemap", "/news.xml", "--since", "2024-02-10", "--until", "2024-03-10") == ["/a/1", "/a/2"]


def test_a_chain_of_sitemap_indexes_without_end_is_left(biodocket: Command, outlet: Outlet, tmp_path: Path) -> None:
    for n in range(9):
        outlet.pages[f"/{n}.xml"] = Answer(
            '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<sitemap><loc>{outlet.url}/{n + 1}.xml</loc></sitemap></sitemapindex>"
        )
    outlet.pages["/sitemap.xml"] = outlet.pages["/0.xml"]
    sources = outlet.sources(tmp_path / "sources.toml")
    done = biodocket("crawl", "--sources", sources, "--db", tmp_path / "db")
    assert done.returncode == 1
    assert "lists sitemaps at the end of 3 others that do" in " ".join(done.stderr.split())
    assert len([one for one in outlet.log if one.path.endswith(".xml")]) == 4


def posts(outlet: Outlet, *dates: tuple[int, str, str]) -> Answer:
    """WordPress's answer: each post's number, date and last change, on a site whose clock is at UTC."""
    return Answer(
        json.dumps(
            [
                {"link": f"{outlet.url}/a/{n}", "date": date, "modified": modified, "modified_gmt": modified}
                for n, date, modified in dates
            ]
        )
    )


def test_a_listing_ends_where_its_next_page_leads_nowhere(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    def news(*articles: int, following: str) -> Answer:
        links = "".join(f'<h2><a href="/a/{n}">Story {n}</a></h2>' for n in articles)
        return Answer(f"<main>{links}</main><a {following} aria-label=Next>»</a>")

    selectors = '{links = "h2 a", next = "a[aria-label=Next]"}'
    outlet.pages["/news"] = news(3, 2, following="href=/news/2")
    outlet.pages["/news/2"] = news(1, 0, following="aria-disabled=true")
    assert crawl("listing", "/news", selectors=selectors) == ["/a/0", "/a/1", "/a/2", "/a/3"]
    outlet.articles(6)
    outlet.pages["/news"] = news(5, 4, 3, 2, following="href='#'")
    assert crawl("listing", "/news", selectors=selectors) == ["/a/4", "/a/5"]
    assert len(outlet.asked("/news")) == 1


def test_sitemaps_of_categories_tags_and_authors_are_left(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    outlet.pages["/wp-sitemap-posts-post-1.xml"] = sitemap(outlet)
    others = ("wp-sitemap-taxonomies-post_tag-1", "wp-sitemap-users-1", "category-sitemap2", "author-sitemap")
    places = [f"{outlet.url}/{name}.xml" for name in (*others, "wp-sitemap-posts-post-1")]
    outlet.pages["/index.xml"] = Answer(
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{''.join(f'<sitemap><loc>{place}</loc></sitemap>' for place in places)}</sitemapindex>"
    )
    assert len(crawl("sitemap", "/index.xml")) == len(DAYS)
    assert {one.path for one in outlet.log if one.path.endswith(".xml")} == {
        "/index.xml",
        "/wp-sitemap-posts-post-1.xml",
    }


def test_a_scheduled_post_is_found_although_it_was_written_long_ago(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    asked = f"{POSTS}?per_page=100&_fields=link%2Cdate%2Cmodified%2Cmodified_gmt&orderby=modified&order=asc"
    outlet.pages[asked] = posts(outlet, (0, "2024-01-10T09:00:00", "2024-01-10T10:30:00"))
    assert crawl("wordpress", POSTS) == ["/a/0"]
    # An hour back: the site's clock may have been set so in between.
    outlet.pages[f"{asked}&after=2024-01-10T09%3A30%3A00Z"] = posts(
        outlet, (1, "2024-01-12T09:00:00", "2024-01-03T16:00:00")
    )
    outlet.pages[f"{asked}&modified_after=2024-01-10T09%3A30%3A00Z"] = posts(
        outlet, (0, "2024-01-10T09:00:00", "2024-01-10T10:30:00"), (2, "2024-01-09T09:00:00", "2024-01-11T16:00:00")
    )
    assert crawl("wordpress", POSTS) == ["/a/1", "/a/2"]
    for parameter in ("after", "modified_after"):
        outlet.pages[f"{asked}&{parameter}=2024-01-11T15%3A00%3A00Z"] = posts(outlet)
    assert crawl("wordpress", POSTS) == []


def test_a_post_of_tomorrow_hides_none_of_today(crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ahead = f"{datetime.now(UTC) + timedelta(hours=12):%Y-%m-%dT%H:%M:%S}"
    asked = f"{POSTS}?per_page=100&_fields=link%2Cdate%2Cmodified%2Cmodified_gmt&orderby=modified&order=asc"
    outlet.pages[asked] = posts(outlet, (0, ahead, ahead))
    assert crawl("wordpress", POSTS) == ["/a/0"]
    with sqlite3.connect(tmp_path / "db") as db:
        ((read_up_to,),) = db.execute("select hint from frontier where is_entrance")
    db.close()
    assert datetime.fromisoformat(read_up_to) < datetime.now(UTC)


def test_max_leaves_the_rest_for_the_next_crawl(crawl) -> None:  # type: ignore[no-untyped-def]
    assert crawl("sitemap", "/sitemap.xml", "--max", "3") == ["/a/0", "/a/1", "/a/2"]
    assert crawl("sitemap", "/sitemap.xml", "--max", "3") == ["/a/3"]


def test_an_entrance_is_asked_although_the_days_number_is_reached(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    assert len(crawl("sitemap", "/sitemap.xml", daily_pages=4)) == 4
    outlet.articles(5)
    assert crawl("sitemap", "/sitemap.xml", daily_pages=4) == []
    assert [one.status for one in outlet.asked("/sitemap.xml")] == [200]


def test_an_api_is_asked_with_its_token_and_pages_without(crawl, outlet: Outlet, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    first = "/api/search/?q=biometric"
    outlet.pages[first] = Answer(
        json.dumps({"next": f"{outlet.url}/api/search/?cursor=2", "results": [{"docket_absolute_url": "/a/3"}]})
    )
    outlet.pages["/api/search/?cursor=2"] = search()
    monkeypatch.setenv("OUTLET_TOKEN", "s3cret")
    assert crawl("api", first, **NEEDS) == ["/a/0", "/a/1", "/a/2", "/a/3"]
    told = {one.path: one.headers.get("Authorization") for one in outlet.log}
    assert told[first] == told["/api/search/?cursor=2"] == "Token s3cret"
    assert {told[f"/a/{n}"] for n in range(4)} == {None}
    # Newest first: where the first page of results brings nothing new, none behind it does.
    outlet.pages[first] = Answer(json.dumps({"next": "/api/search/?cursor=2", "results": [{"absolute_url": "/a/3"}]}))
    crawl("api", first, **NEEDS)
    assert not outlet.asked("/api/search/?cursor=2")


def test_an_api_is_asked_for_a_span(crawl, outlet: Outlet, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("OUTLET_TOKEN", "s3cret")
    asked = "/search/?type=o&filed_after=2024-02-01&filed_before=2024-03-31"
    outlet.pages[asked] = search()
    span = ("--since", "2024-02-01", "--until", "2024-03-31")
    assert crawl("api", "/search/?type=o", *span, **NEEDS) == ["/a/1", "/a/2"]


def test_an_api_without_its_token_is_off(biodocket: Command, crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "OUTLET_TOKEN" not in os.environ
    crawl("api", "/search/", **NEEDS)
    assert not outlet.log
    sources = tmp_path / "sources.toml"
    named = biodocket("crawl", "--sources", sources, "--db", tmp_path / "db", "--only", "outlet")
    assert named.returncode == 1
    assert "OUTLET_TOKEN" in named.stderr


def test_a_span_must_be_one(biodocket: Command, tmp_path: Path) -> None:
    wrong = biodocket("crawl", "--db", tmp_path / "db", "--since", "2024-03-01", "--until", "2024-02-01")
    assert wrong.returncode == 2
    assert "--since is after --until" in wrong.stderr


def test_a_listing_without_end_is_read_so_far(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    def endless(n: int) -> Answer:
        return Answer(f'<a class="story" href="/a/{n % 4}">Story</a><a class="next" href="/news/{n + 1}">Older</a>')

    for n in range(60):
        outlet.pages[f"/news/{n}"] = endless(n)
    settings = '\n[source.selectors]\nlinks = "a.story"\nnext = "a.next"\n'
    assert len(crawl("listing", "/news/0", revisit_days=f"7{settings}")) == 4
    assert len([one for one in outlet.log if one.path.startswith("/news/")]) == 50
    crawl("listing", "/news/0", revisit_days=f"7{settings}")
    assert len([one for one in outlet.log if one.path.startswith("/news/")]) == 1


def test_what_cannot_be_recorded_ends_the_crawl_non_zero(
    biodocket: Command,
    crawl,
    outlet: Outlet,
    tmp_path: Path,  # type: ignore[no-untyped-def]
) -> None:
    crawl("sitemap", "/sitemap.xml")
    with sqlite3.connect(tmp_path / "db") as broken:
        broken.execute("create trigger full before insert on fetches begin select raise(abort, 'disk is full'); end")
    broken.close()
    outlet.articles(5)
    done = biodocket("crawl", "--sources", tmp_path / "sources.toml", "--db", tmp_path / "db")
    assert done.returncode == 1
    assert "/a/4 could not be recorded: disk is full" in " ".join(done.stderr.split())
