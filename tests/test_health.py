"""Sources compared with their own past: what vanished, what fell silent, and what nobody watched."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import Command
from .outlet import Answer, Outlet, serve

DATED = '<meta property="article:published_time" content="2026-03-{day:02}"></head>'


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    with serve() as served:
        yield served


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def publish(outlet: Outlet, numbers: range, *, dated: bool = True, text: bool = True) -> None:
    """Offer all articles up to the last number; those of `numbers` as they are described."""
    for n in numbers:
        words = f"Worker number {n} sued Acme Clocks on Monday over the scans of his fingerprints. " * 12
        head = DATED.format(day=1 + n % 28) if dated else "</head>"
        body = f"<p>{words}</p>" if text else "<div id=app></div>"
        outlet.pages[f"/a/{n}"] = Answer(
            f"<html><head><title>Story {n}</title>{head}<body><article><h1>Story {n}</h1>{body}</article></body></html>"
        )
    outlet.offer(range(numbers.stop))


@pytest.mark.parametrize(
    ("vanishes", "told"), [("text", "article text on 0 of 4 pages"), ("dated", "a date on 0 of 4 articles")]
)
def test_a_layout_that_changes_gives_alarm(
    biodocket: Command, outlet: Outlet, tmp_path: Path, vanishes: str, told: str
) -> None:
    database = tmp_path / "db"
    sources = outlet.sources(tmp_path / "sources.toml")
    publish(outlet, range(12))
    first = biodocket("run", "--sources", sources, "--db", database)
    # Told of March from wherever the tests run: nothing new for long is the next test's.
    assert "layout" not in first.stderr
    publish(outlet, range(12, 16), **{vanishes: False})
    changed = biodocket("run", "--sources", sources, "--db", database)
    assert changed.returncode == 1
    assert f"source outlet: layout changed: {told}, before on 12 of 12" in " ".join(changed.stderr.split())
    kept = rows(database, "select pages, health from source_runs order by run_id")
    assert [pages for pages, _ in kept] == [12, 4]
    assert kept[1][1] == "layout changed"
    assert biodocket("status", "--db", database).returncode == 1
    # Mended: the next pages are as the first ones were.
    publish(outlet, range(16, 20))
    mended = biodocket("run", "--sources", sources, "--db", database)
    assert "layout" not in mended.stderr


def test_sources_are_compared_also_where_reading_is_left_for_later(
    biodocket: Command, outlet: Outlet, tmp_path: Path
) -> None:
    database = tmp_path / "db"
    crawl = ("crawl", "--sources", outlet.sources(tmp_path / "sources.toml"), "--db", database)
    publish(outlet, range(6))
    biodocket(*crawl)
    biodocket("extract", "--db", database)
    publish(outlet, range(6, 9), text=False)
    assert biodocket(*crawl).returncode == 0
    read = biodocket("extract", "--db", database)
    assert read.returncode == 1
    assert "source outlet: layout changed: article text on 0 of 3 pages" in " ".join(read.stderr.split())
    # Told once: reading again finds nothing that was not said.
    assert biodocket("extract", "--db", database).returncode == 0


def test_a_source_is_silent_by_the_days_that_brought_pages(biodocket: Command, outlet: Outlet, tmp_path: Path) -> None:
    database = tmp_path / "db"
    outlet.articles(6)
    crawl = ("crawl", "--sources", outlet.sources(tmp_path / "sources.toml"), "--db", database)
    assert biodocket(*crawl).returncode == 0

    def aged(newest: int) -> object:
        """As if a page had come every second day, the last so many days ago."""
        with sqlite3.connect(database) as past:
            past.execute("update fetches set fetched_at = datetime('now', (2 * id - 12 - ?) || ' days')", [newest])
        past.close()
        return rows(database, "select health from sources_health")[0][0]

    assert aged(newest=10) == "no article yet"
    assert aged(newest=20) == "silent"


def test_a_month_without_articles_is_told_from_one_nobody_watched(
    biodocket: Command, outlet: Outlet, tmp_path: Path
) -> None:
    database = tmp_path / "db"
    publish(outlet, range(3))
    run = ("run", "--sources", outlet.sources(tmp_path / "sources.toml"), "--db", database)
    biodocket(*run)
    months = dict(rows(database, "select month, coverage from coverage"))
    assert months.pop("2026-03") == "articles"
    *between, now = sorted(months)
    assert {months[month] for month in between} == {"not watched"}
    assert months[now] == "read, nothing found"
    del outlet.pages["/sitemap.xml"]
    with sqlite3.connect(database) as past:
        past.execute("update runs set started_at = '2026-05-01T00:00:00Z'")
    past.close()
    assert biodocket(*run).returncode == 1
    months = dict(rows(database, "select month, coverage from coverage"))
    assert (months["2026-05"], months[now]) == ("read, nothing found", "out of reach")
