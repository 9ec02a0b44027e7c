"""The whole chain: crawl, extract, link, and a look at the sources."""

from collections.abc import Sequence

from scrapers.limits import Limits
from scrapers.sample.server import serve
from scrapers.sources import SAMPLE, Source, read_sources

from .crawl import NO_LIMITS, crawl
from .extract import extract
from .health import compare
from .link import link
from .runs import Run


def run_stages(run: Run, sources: Sequence[Source], limits: Limits = NO_LIMITS) -> None:
    """Crawl the sources, extract what is new, link it, and see how the sources fared."""
    crawl(run, sources, limits)
    extract(run)
    link(run.db)
    compare(run)


def run_sample(run: Run, edition: int) -> None:
    """The same on the sample newsroom, served on loopback for as long as the crawl takes; its stories are of old."""
    with serve(edition) as newsroom:
        crawl(run, read_sources(SAMPLE), proxy=newsroom.url)
    extract(run)
    link(run.db)
