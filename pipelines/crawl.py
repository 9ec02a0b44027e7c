"""The crawl stage: one spider per source, all in one process, each answer archived and recorded as it comes.

It runs in a process of its own: Twisted's reactor does not start twice, and nothing here waits for the extraction.
"""

import multiprocessing
import os
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from db import fetches, frontier
from db.store import open_store
from scrapers.limits import Limits
from scrapers.settings import CONTACT
from scrapers.sources import Source, read_sources
from scrapers.spiders import SPIDERS

from .articles import Keeper
from .ledger import Ledger
from .processes import die_with_parent
from .progress import counter
from .runs import Run, UsageError

# Without any delay Scrapy 2.19 sends all that waits for a host at once, however many it may send together.
LEAST_DELAY = 0.001  # seconds
NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Order:
    """What the crawling process is asked to do."""

    sources: tuple[Source, ...]
    database: Path
    archive: Path
    run_id: int
    limits: Limits
    proxy: str | None  # the address that every request goes through


def answerable(outlets: Path, only: Sequence[str] = ()) -> tuple[Source, ...]:
    """The sources to crawl in the name of whoever set BIODOCKET_CONTACT; UsageError where nobody did."""
    sources = read_sources(outlets)
    if not CONTACT:
        raise UsageError(
            "set BIODOCKET_CONTACT to an e-mail or web address where site owners can reach you;"
            " the crawl tells it to every site it visits"
        )
    return chosen(sources, only)


def chosen(sources: Sequence[Source], only: Sequence[str]) -> tuple[Source, ...]:
    """The sources of these ids, all that are switched on where none is named; UsageError for an id that none has."""
    known = {source.id: source for source in sources}
    for id in only:
        if id not in known:
            raise UsageError(f'no source has the id "{id}"; known are {", ".join(sorted(known))}')
        if not known[id].is_on:
            raise UsageError(f'source "{id}" is off: it needs a token in the environment variable {known[id].token}')
    return tuple(known[id] for id in only) if only else tuple(source for source in sources if source.is_on)


def crawl(run: Run, sources: Sequence[Source], limits: Limits = NO_LIMITS, *, proxy: str | None = None) -> None:
    """Crawl the sources in a process that dies with this one; the run is told of new pages and of each problem."""
    fetches.record_sources(run.db, [_row(source) for source in sources])
    order = Order(tuple(sources), run.database, run.archive, run.id, limits, proxy)
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_child, args=(theirs, order))
    child.start()
    theirs.close()
    try:
        pages_new, problems = ours.recv()
    except EOFError:
        child.join()
        pages_new, problems = 0, [f"the crawl broke off (exit code {child.exitcode}); what it had fetched is kept"]
    child.join()
    run.tally.pages_new += pages_new
    run.problems.extend(problems)


def _child(answer: Connection, order: Order) -> None:
    die_with_parent()
    if order.proxy:
        os.environ["http_proxy"] = order.proxy
    db = open_store(order.database)
    ledger = Ledger(db, order.run_id, order.sources, is_back_fill=order.limits.is_back_fill)
    with counter("Crawling") as show:
        keeper = Keeper(ledger, order.archive, show)
        try:
            problems = _crawl(order, keeper)
        finally:
            keeper.close()
            db.close()
    answer.send((keeper.pages_new, problems))


def _crawl(order: Order, keeper: Keeper) -> list[str]:
    frontier.take_up(keeper.ledger.db)
    settings = _settings(keeper)
    process = AsyncCrawlerProcess(settings)
    crawlers = [_crawler(source, settings) for source in order.sources]
    tasks = [
        process.crawl(crawler, source=source, wants=keeper.ledger.wants, limits=order.limits)
        for source, crawler in zip(order.sources, crawlers, strict=True)
    ]
    process.start()
    problems = [f"source {failed.source}: {failed.url}: {failed.reason}" for failed in keeper.out_of_reach]
    problems += keeper.not_kept
    for source, crawler, task in zip(order.sources, crawlers, tasks, strict=True):
        if error := task.exception():
            problems.append(f"source {source.id}: the crawl broke off: {error}")
        elif (ended := crawler.stats.get_value("finish_reason")) != "finished":
            problems.append(f"source {source.id}: the crawl was stopped: {ended}")
        # Scrapy ends such a crawl as a success.
        elif errors := crawler.stats.get_value("spider_exceptions/count"):
            problems.append(f"source {source.id}: {errors} pages could not be handled; the log above says why")
    return sorted(problems)


def _settings(keeper: Keeper) -> Settings:
    settings = Settings()
    settings.setmodule("scrapers.settings")
    settings.set("SCHEDULER", "pipelines.frontier.Frontier")
    settings.set("ITEM_PIPELINES", {"pipelines.articles.KeepItems": 300})
    settings.set("KEEPER", keeper)
    return settings


def _crawler(source: Source, settings: Settings) -> Crawler:
    own = settings.copy()
    own.set("DOWNLOAD_DELAY", max(source.delay, LEAST_DELAY))
    return Crawler(SPIDERS[source.kind], own)


def _row(source: Source) -> dict[str, str | int]:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "url": source.urls[0],
        "language": source.language,
        "why": source.why,
        "terms": source.terms,
        "is_general": int(source.general),
    }
