"""The Scrapy item pipeline: each answer into the archive, then into `fetches`, before anything touches it."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from sqlite_utils import Database

from db import fetches
from db.store import immediate, open_store
from scrapers.archive import Archive
from scrapers.items import FailedFetch, RawPage


class Keeper:
    """What the spiders of one crawl share: the open archive and database, and who is told of each answer."""

    def __init__(self, database: Path, folder: Path, run_id: int, show: Callable[[str], None]) -> None:
        """`show` is called with a line on how far the crawl has come."""
        self.db: Database = open_store(database)
        self.run_id = run_id
        self.out_of_reach: list[FailedFetch] = []
        self.pages_new = 0
        self._folder = folder
        self._archive: Archive | None = None
        self._show = show

    def __deepcopy__(self, memo: object) -> Self:
        """Scrapy copies the settings that carry the keeper for each spider; they all share this one."""
        return self

    def keep(self, page: RawPage) -> None:
        """Archive and record a page, unless it is what the address answered last time."""
        digest = hashlib.sha256(page.body).hexdigest()
        before = fetches.latest(self.db, page.url)
        if before is not None and before["digest"] == digest:
            with immediate(self.db):
                fetches.seen_again(self.db, before, run_id=self.run_id, at=page.fetched_at)
            return
        # A run that finds nothing new leaves no file behind.
        self._archive = self._archive or Archive(self._folder, f"run-{self.run_id:06}")
        place = self._archive.add(page)
        row = {
            "source_id": page.source,
            "url": page.url,
            "outcome": fetches.ARCHIVED,
            "http_status": page.status,
            "digest": digest,
            "warc_file": place.file,
            "warc_offset": place.offset,
            "warc_length": place.length,
        }
        with immediate(self.db):
            fetches.record(self.db, row, run_id=self.run_id, at=page.fetched_at)
        self.pages_new += 1
        self._show(f"{page.source}: {self.pages_new} new pages")

    def note(self, failure: FailedFetch) -> None:
        """Record a request that brought nothing; the same failure again is the same row."""
        if failure.is_entrance:
            self.out_of_reach.append(failure)
        row = {
            "source_id": failure.source,
            "url": failure.url,
            "outcome": fetches.FAILED,
            "reason": failure.reason,
        }
        before = fetches.latest(self.db, failure.url)
        with immediate(self.db):
            if before is not None and (before["outcome"], before["reason"]) == (fetches.FAILED, failure.reason):
                fetches.seen_again(self.db, before, run_id=self.run_id, at=failure.fetched_at)
            else:
                fetches.record(self.db, row, run_id=self.run_id, at=failure.fetched_at)

    def close(self) -> None:
        """Close the archive and the database."""
        if self._archive is not None:
            self._archive.close()
        self.db.close()


class KeepPages:
    """Hands every item of a spider to the crawl's keeper."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the keeper that the crawl put into the settings."""
        return cls(crawler.settings["KEEPER"])

    def process_item(self, item: RawPage | FailedFetch) -> RawPage | FailedFetch:
        """Keep a page, note a failure."""
        if isinstance(item, RawPage):
            self._keeper.keep(item)
        else:
            self._keeper.note(item)
        return item
