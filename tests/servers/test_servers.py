"""Sites of real software on loopback: every post is read by every entrance, once, as it was published."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scrapers.urls import canonical

from ..conftest import Command
from .articles import ZONE, Block, Post
from .conftest import Life, Visits
from .reader import Crawl, Reader
from .server import Entrance, Site
from .wordpress_site import API, WordPress

# The mean of all posts; one lost paragraph in one of them is 0.003 less.
ENOUGH = 0.998
THEMES = ("twentytwentyone", "twentytwentytwo", "twentytwentythree")


def posts_asked(site: Site, crawl: Crawl) -> list[str]:
    """The slugs of the posts whose pages a crawl asked for."""
    slugs = {urlsplit(address).path: slug for slug, address in site.addresses.items()}
    return sorted(slugs[one.path] for one in crawl.asked if one.path in slugs)


def test_every_post_is_read_as_it_was_published(visited: Visits, newsroom: list[Post]) -> None:
    assert visited.first.returncode == 0, visited.first.stderr
    assert {one.status for one in visited.first.asked} == {200}
    figures = visited.reader.figures(newsroom, visited.second)
    assert (figures.found, figures.others, figures.days, figures.titles) == (len(newsroom), 0, *[len(newsroom)] * 2)
    assert figures.body >= ENOUGH


def test_what_is_no_post_is_left_with_a_reason(visited: Visits, newsroom: list[Post]) -> None:
    rows = visited.reader.rows("select outcome, reason from fetches")
    assert sum(outcome == "article" for outcome, _ in rows) == len(newsroom)
    assert all(outcome in ("no article", "rejected") and reason for outcome, reason in rows if outcome != "article")


def test_a_second_crawl_asks_for_no_page_again(visited: Visits) -> None:
    assert visited.second.returncode == 0, visited.second.stderr
    assert posts_asked(visited.reader.site, visited.second) == []
    status = 304 if visited.reader.entrance.validators else 200
    assert {one.status for one in visited.second.asked} == {status}


def test_a_changed_post_is_a_new_version(visited: Visits, life: Life) -> None:
    reader, changed = visited.reader, life.changed
    assert visited.soon
    assert visited.soon.returncode == 0, visited.soon.stderr
    told = [changed.slug] if reader.entrance.tells_changes else []
    assert posts_asked(reader.site, visited.soon) == told
    found = {slug: read for slug in reader.site.addresses if (read := reader.articles().get(address(reader, slug)))}
    assert found[changed.slug].body.endswith("has since agreed to settle the claims.")
    assert {slug for slug, read in found.items() if read.versions > 1} == {changed.slug}


def test_a_removed_post_is_marked_as_gone(visited: Visits, life: Life) -> None:
    assert visited.late
    assert [one for one in visited.late.asked if one.status == 404]
    gone = {url for url, read in visited.reader.articles().items() if read.gone_at}
    assert gone == {address(visited.reader, life.removed.slug)}


def address(reader: Reader, slug: str) -> str:
    return canonical(reader.site.addresses[slug])


@pytest.fixture
def wordpress(sites: Mapping[str, Site], life: Life) -> WordPress:  # noqa: ARG001 - after all that is counted
    site = sites["WordPress"]
    assert isinstance(site, WordPress)
    return site


@pytest.fixture
def reader(wordpress: WordPress, biodocket: Command, tmp_path: Path) -> Reader:
    return Reader(wordpress, Entrance("API", "wordpress", API), tmp_path, biodocket)


def test_the_api_of_wordpress_has_no_validators(wordpress: WordPress) -> None:
    connection = HTTPConnection(urlsplit(wordpress.url).netloc)
    connection.request("GET", API)
    answer = connection.getresponse()
    assert len(json.load(answer)) == 10
    assert int(answer.headers["X-WP-TotalPages"]) == 3
    assert not {"etag", "last-modified"} & {name.lower() for name in answer.headers}
    connection.close()


def test_another_theme_is_no_other_version(
    wordpress: WordPress, reader: Reader, life: Life, newsroom: list[Post]
) -> None:
    online = [life.changed if post.slug == life.changed.slug else post for post in newsroom]
    online.remove(life.removed)
    reader.crawl()
    reader.extract()
    for theme in THEMES:
        wordpress.dress(theme)
        reader.age()
        crawl = reader.crawl()
        reader.extract()
        figures = reader.figures(online, crawl)
        assert (figures.found, figures.others, figures.days, figures.titles) == (len(online), 0, *[len(online)] * 2)
        assert figures.body >= ENOUGH
        assert {read.versions for read in reader.articles().values()} == {1}


def test_a_scheduled_post_is_found_when_it_appears(wordpress: WordPress, reader: Reader, newsroom: list[Post]) -> None:
    post = replace(newsroom[0], slug="written-yesterday", title="Written yesterday, out today")
    wordpress.schedule(post)
    wordpress.publish([newsroom[5].amended(datetime.now(ZONE))])
    assert reader.crawl().returncode == 0
    wordpress.appear(post)
    assert posts_asked(wordpress, reader.crawl()) == [post.slug]


def test_more_posts_than_the_api_tells_at_once(wordpress: WordPress, reader: Reader) -> None:
    assert reader.crawl().returncode == 0
    brief = (Block("paragraph", ("A judge set a date in the suit over finger clocks.",)),)
    now = datetime.now(ZONE)
    notes = [Post(f"note-{n:03}", f"Note {n}", "Notes", now - timedelta(seconds=n), brief) for n in range(120)]
    wordpress.publish(notes)
    crawl = reader.crawl()
    assert posts_asked(wordpress, crawl) == [note.slug for note in notes]
    # Two pages of what was published since, two of what was modified.
    assert sum(one.path.startswith(API) for one in crawl.asked) == 4
