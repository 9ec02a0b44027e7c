"""The extract stage: archived pages become articles and facts, one transaction each, outside the crawl.

The pages are read by one process per core and written by this one.
"""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from typing import Any

from sqlite_utils import Database

from db import fetches, queries
from db.store import immediate
from nlp.model import MODEL, build

from .copies import compare
from .processes import die_with_parent
from .progress import bar
from .reading import Empty, Kept, Known, Reading, Rejected, read_page
from .rows import save_article, save_facts
from .runs import Run

# Fewer pages than this are read sooner than further processes have started.
FEW = 80
# Pages handed to a process at once.
PORTION = 4


def extract(run: Run, *, again: bool = False) -> None:
    """Turn archived pages that wait (with `again`: all) into articles and facts; the run is told of each problem.

    A kill loses at most the pages at hand, which the next call takes up.
    """
    build()  # a model that cannot be built is no fault of the articles
    waiting = fetches.waiting(run.db, again=again)
    # A page read again has to be read in full: what reads it may have changed.
    known = [None if again else _known(run.db, fetch["url"]) for fetch in waiting]
    with bar("Extracting") as track, _readings(run, waiting, known) as readings:
        for fetch, reading in zip(track(waiting), readings, strict=True):
            _keep(run, fetch, reading)


@contextmanager
def _readings(
    run: Run, waiting: Sequence[dict[str, Any]], known: Sequence[Known | None]
) -> Iterator[Iterator[Reading]]:
    """The readings of pages, in their order."""
    if len(waiting) < FEW:
        yield map(partial(read_page, run.archive), waiting, known)
        return
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(os.cpu_count(), mp_context=spawn, initializer=die_with_parent)
    try:
        yield pool.map(read_page, repeat(run.archive), waiting, known, chunksize=PORTION)
    finally:
        pool.shutdown(cancel_futures=True)


def _known(db: Database, url: str) -> Known | None:
    row = queries.last_read(db, url, MODEL)
    return Known(row["digest"], row["published"]) if row else None


def _keep(run: Run, fetch: dict[str, Any], reading: Reading) -> None:
    if isinstance(reading, Kept):
        _save(run, fetch, reading)
    elif isinstance(reading, Rejected):
        run.tally.articles_rejected += 1
        with immediate(run.db):
            fetches.settle(run.db, fetch["id"], fetches.REJECTED, reading.reason)
    else:
        run.problems.append(f"{fetch['url']}: {reading.reason}")
        if isinstance(reading, Empty):
            with immediate(run.db):
                fetches.settle(run.db, fetch["id"], fetches.NO_ARTICLE, reading.reason)


def _save(run: Run, fetch: dict[str, Any], kept: Kept) -> None:
    with immediate(run.db):
        articles, versions = _counts(run.db)
        article_id, version_id = save_article(run.db, kept.article, fetch=fetch, digest=kept.digest, model=MODEL)
        if kept.facts is not None:
            compare(run.db, version_id, kept.article.text)
            save_facts(run.db, kept.facts, article_id=article_id, version_id=version_id, quote=kept.quote)
        fetches.settle(run.db, fetch["id"], fetches.ARTICLE, None, article_id)
        articles_now, versions_now = _counts(run.db)
    run.tally.articles_new += articles_now - articles
    run.tally.articles_changed += (versions_now - versions) - (articles_now - articles)


def _counts(db: Database) -> tuple[int, int]:
    return db.table("articles").count, db.table("article_versions").count
