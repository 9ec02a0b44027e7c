"""The crawl against a real server on loopback: nothing lost, nothing asked twice, nothing asked rudely."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from scrapy.http import Response

from pipelines.ledger import RAREST, due_after_failure, due_again
from scrapers.politeness import LONGEST_HEEDED, retry_after

from .conftest import Command
from .outlet import Answer, Outlet, serve


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with serve() as served:
        yield served


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.fixture
def crawl(biodocket: Command, outlet: Outlet, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Crawl the outlet into `db`, with settings of its source."""

    def run(**settings: object) -> "subprocess.CompletedProcess[str]":
        sources = outlet.sources(tmp_path / "sources.toml", **settings)
        outlet.log.clear()
        return biodocket("crawl", "--sources", sources, "--db", tmp_path / "db")

    return run


def test_a_second_crawl_asks_only_what_is_new(crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(30)
    assert crawl().returncode == 0
    assert len(outlet.log) == 32  # robots.txt, the sitemap, the articles
    assert crawl().returncode == 0
    assert [one.status for one in outlet.asked("/sitemap.xml")] == [304]
    assert not [one for one in outlet.log if one.path.startswith("/a/")]
    outlet.articles(31)
    assert crawl().returncode == 0
    assert [one.path for one in outlet.log if one.path.startswith("/a/")] == ["/a/30"]
    assert rows(tmp_path / "db", "select count(*) from fetches") == [(31,)]


def test_pages_due_again_are_asked_conditionally(crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(5)
    assert crawl(revisit_days=0).returncode == 0
    outlet.pages["/a/3"] = Answer("<article><p>Corrected: the suit was settled.</p></article>")
    assert crawl(revisit_days=0).returncode == 0
    assert sorted(one.status for one in outlet.log if one.path.startswith("/a/")) == [200, 304, 304, 304, 304]
    assert rows(tmp_path / "db", "select url like '%/a/3' from fetches order by id desc limit 1") == [(1,)]


def test_a_killed_crawl_loses_nothing_and_repeats_only_what_was_in_flight(outlet: Outlet, tmp_path: Path) -> None:
    pages, kills = 60, 5
    outlet.articles(pages)
    sources, database = outlet.sources(tmp_path / "sources.toml", delay=0.15), tmp_path / "db"
    command = [Path(sys.executable).with_name("biodocket"), "crawl", "--sources", sources, "--db", database]
    chance = random.Random(11)  # noqa: S311
    environment = {"BIODOCKET_CONTACT": "tests@biodocket.example", "PATH": ""}
    for _ in range(kills):
        run = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment)
        time.sleep(chance.uniform(0.8, 2.0))
        run.send_signal(signal.SIGKILL)
        run.wait()
        time.sleep(0.3)  # the crawl it started sees that it is gone
    assert subprocess.run(command, env=environment, check=False, capture_output=True).returncode == 0
    asked = [one.path for one in outlet.log if one.path.startswith("/a/")]
    assert len(set(asked)) == pages
    assert len(asked) - pages <= kills * 2  # one request at a time, and one answer on its way to the disk
    assert rows(database, "select count(distinct url) from fetches where outcome = 'archived'") == [(pages,)]
    assert rows(database, "select count(*) from frontier where state != 'done'") == [(0,)]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_whose_robots_cannot_be_had_is_left_alone(crawl, outlet: Outlet, status: int) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(3)
    outlet.pages["/robots.txt"] = Answer("try later", status)
    done = crawl()
    assert done.returncode == 1
    assert f"robots.txt cannot be had (HTTP {status})" in done.stderr
    assert {one.path for one in outlet.log} == {"/robots.txt"}


def test_what_robots_forbid_is_not_asked(crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(3)
    outlet.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /a/1\n")
    assert crawl().returncode == 0
    assert {one.path for one in outlet.log} == {"/robots.txt", "/sitemap.xml", "/a/0", "/a/2"}
    assert rows(tmp_path / "db", "select reason from fetches where outcome = 'failed'") == [
        ("forbidden by robots.txt",)
    ]


def test_the_crawl_delay_of_robots_is_kept(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(3)
    outlet.pages["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 1\n")
    assert crawl().returncode == 0
    times = [one.at for one in outlet.log]
    assert len(times) == 5
    assert min(later - sooner for sooner, later in pairwise(times[1:])) >= 0.95


def test_a_retry_waits_as_long_as_it_is_told(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(4)
    whole = outlet.pages["/a/1"]
    refusals = iter([Answer("slow down", 429, {"Retry-After": "2"})])
    outlet.pages["/a/1"] = lambda: next(refusals, whole)  # type: ignore[arg-type,return-value]
    assert crawl().returncode == 0
    refused = next(i for i, one in enumerate(outlet.log) if one.status == 429)
    assert outlet.log[refused + 1].at - outlet.log[refused].at >= 1.95
    assert [one.status for one in outlet.asked("/a/1")] == [429, 200]


def test_a_site_that_asks_for_a_day_is_left_for_a_later_run(crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(6)
    outlet.pages["/a/2"] = Answer("tomorrow", 503, {"Retry-After": "86400"})
    crawl()
    assert [one.path for one in outlet.log][-1] == "/a/2"
    assert len(outlet.asked("/a/2")) == 1
    del outlet.pages["/a/2"]
    outlet.articles(6)
    with sqlite3.connect(tmp_path / "db") as later:
        later.execute("update frontier set due_at = '' where state = 'queued'")
    later.close()
    assert crawl().returncode == 0
    assert rows(tmp_path / "db", "select count(distinct url) from fetches where outcome = 'archived'") == [(6,)]


def test_no_more_pages_than_the_days_share(crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(9)
    assert crawl(daily_pages=4).returncode == 0
    assert sum(one.path.startswith("/a/") for one in outlet.log) == 4
    assert rows(tmp_path / "db", "select count(*) from frontier where state = 'queued'") == [(5,)]
    crawl(daily_pages=4)
    assert not [one for one in outlet.log if one.path.startswith("/a/")]
    crawl(daily_pages=99)
    assert sum(one.path.startswith("/a/") for one in outlet.log) == 5


def test_nothing_is_asked_outside_the_sources_domains(crawl, outlet: Outlet) -> None:  # type: ignore[no-untyped-def]
    with serve() as stranger:
        stranger.articles(1)
        outlet.articles(1)
        sitemap = outlet.pages["/sitemap.xml"]
        assert isinstance(sitemap, Answer)
        elsewhere = stranger.url.replace("127.0.0.1", "localhost")
        sitemap.body = sitemap.body.replace("</urlset>", f"<url><loc>{elsewhere}/a/0</loc></url></urlset>")
        crawl()
        assert len(outlet.asked("/a/0")) == 1
        assert stranger.log == []


def test_an_article_that_was_taken_down_is_marked(biodocket: Command, crawl, outlet: Outlet, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outlet.articles(2)
    assert crawl(revisit_days=0).returncode == 0
    assert biodocket("extract", "--db", tmp_path / "db").returncode == 0
    assert rows(tmp_path / "db", "select count(*) from articles where gone_at is null") == [(2,)]
    outlet.pages["/a/1"] = Answer("gone", 410)
    crawl(revisit_days=0)
    assert rows(tmp_path / "db", "select url like '%/a/1' from articles where gone_at is not null") == [(1,)]


def test_a_source_that_breaks_or_falls_silent_gives_alarm(
    biodocket: Command,
    crawl,
    outlet: Outlet,
    tmp_path: Path,  # type: ignore[no-untyped-def]
) -> None:
    database = tmp_path / "db"

    def health() -> tuple[int, object]:
        done = biodocket("status", "--db", database)
        assert "outlet" in done.stdout
        return done.returncode, rows(database, "select health from sources_health")[0][0]

    outlet.articles(3)
    for day, page in zip(("01", "04", "07"), ("/a/0", "/a/1", "/a/2"), strict=True):
        article = outlet.pages[page]
        assert isinstance(article, Answer)
        dated = f'<meta property="article:published_time" content="2024-03-{day}"></head>'
        article.body = article.body.replace("</head>", dated)
    assert crawl().returncode == 0
    assert health() == (0, "no article yet")
    read = biodocket("extract", "--db", database)
    assert (read.returncode, "source outlet: silent" in read.stderr) == (1, True)
    assert health() == (1, "silent")
    with sqlite3.connect(database) as later:
        later.execute("update articles set published = date('now') where url like '%/a/2'")
    later.close()
    assert health() == (0, "well")
    outlet.pages["/sitemap.xml"] = Answer("moved out", 404)
    assert crawl().returncode == 1
    assert health() == (1, "out of reach")
    assert "HTTP 404" in biodocket("status", "--db", database).stderr


def test_a_page_that_stays_the_same_is_asked_ever_more_rarely() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    week = timedelta(days=7)
    waits = [due_again(now, week, unchanged) - now for unchanged in range(8)]
    assert waits[:3] == [week, 2 * week, 4 * week]
    assert waits[-1] == RAREST
    assert due_again(now, timedelta(0), 3) == now


def test_what_fails_is_tried_again_ever_later() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert [(due_after_failure(now, tries) - now) / timedelta(hours=1) for tries in (1, 2, 3)] == [1, 2, 4]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120.0),
        ("Thu, 01 Jan 2026 00:01:30 GMT", 90.0),
        ("Wed, 31 Dec 2025 23:00:00 GMT", 0.0),
        ("9" * 400, LONGEST_HEEDED),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_HEEDED),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after(told: str, seconds: float | None) -> None:
    answer = Response("http://a.example/", status=503, headers={"Retry-After": told})
    assert retry_after(answer, datetime(2026, 1, 1, tzinfo=UTC)) == seconds
