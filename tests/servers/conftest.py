"""The servers, started once; every entrance read in the order of a site's life; the table of what was found."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from ..conftest import Command
from .articles import ZONE, Post, posts
from .figures import table, write
from .reader import Crawl, Figures, Reader
from .server import Site
from .static import Hugo, Jekyll
from .wordpress_site import WordPress

SOFTWARE: tuple[type[Site], ...] = (WordPress, Hugo, Jekyll)
ENTRANCES = [(software.name, entrance.name) for software in SOFTWARE for entrance in software.entrances]
FIGURES = pytest.StashKey[list[Figures]]()


@dataclass(frozen=True, slots=True)
class Life:
    """What became of two posts after the first two crawls of a site."""

    changed: Post
    removed: Post


@dataclass(slots=True)
class Visits:
    """An entrance, and its crawls so far in their order."""

    reader: Reader
    first: Crawl
    second: Crawl
    soon: Crawl | None = None  # right after the changes
    late: Crawl | None = None  # when every page was due again


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--table", type=Path, help="Write the figures into this Markdown file.")


@pytest.fixture(scope="session")
def newsroom() -> list[Post]:
    return posts()


@pytest.fixture(scope="session")
def sites(newsroom: list[Post], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Site]]:
    """The servers with all posts in them; ended whatever happens."""
    with ExitStack() as running:
        started = {}
        for software in SOFTWARE:
            site = software(tmp_path_factory.mktemp(software.name))
            running.callback(site.stop)
            site.publish(newsroom)
            started[site.name] = site
        yield started


@pytest.fixture(scope="session")
def visits(
    sites: Mapping[str, Site],
    newsroom: list[Post],
    biodocket: Command,
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Mapping[tuple[str, str], Visits]:
    """Every entrance crawled twice, and the figures of it."""
    found = {}
    for site in sites.values():
        for entrance in site.entrances:
            reader = Reader(site, entrance, tmp_path_factory.mktemp("reader"), biodocket)
            first = reader.crawl()
            reader.extract()
            found[site.name, entrance.name] = Visits(reader, first, reader.crawl())
    pytestconfig.stash[FIGURES] = [one.reader.figures(newsroom, one.second) for one in found.values()]
    return found


@pytest.fixture(scope="session")
def life(sites: Mapping[str, Site], visits: Mapping[tuple[str, str], Visits], newsroom: list[Post]) -> Life:
    """A post changed and another one removed on every site, and every entrance crawled twice more."""
    life = Life(newsroom[-2].amended(datetime.now(ZONE)), newsroom[-3])
    for site in sites.values():
        site.publish([life.changed])
        site.remove(life.removed)
    for one in visits.values():
        one.soon = one.reader.crawl()
        one.reader.age()
        one.late = one.reader.crawl()
        one.reader.extract()
    return life


@pytest.fixture(params=ENTRANCES, ids=lambda names: " ".join(names))
def visited(request: pytest.FixtureRequest, visits: Mapping[tuple[str, str], Visits]) -> Visits:
    """One entrance after its first two crawls."""
    return visits[request.param]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if figures := config.stash.get(FIGURES, []):
        terminalreporter.write_line(table(figures))
        if path := config.getoption("--table"):
            write(path, figures)
