"""The Scrapy item pipeline: each answer into the archive, then into the ledger, before anything touches it."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler

from db import fetches
from scrapers.archive import Archive
from scrapers.items import EntranceRead, FailedFetch, Item, RawPage

from .ledger import Ledger


class Keeper:
    """What the spiders of one crawl share: the open archive, the ledger, and who is told of each answer."""

    def __init__(self, ledger: Ledger, folder: Path, show: Callable[[str], None]) -> None:
        """`show` is called with a line on how far the crawl has come."""
        self.out_of_reach: list[FailedFetch] = []
        self.not_kept: list[str] = []
        self.pages_new = 0
        self.ledger = ledger
        self._folder = folder
        self._archive: Archive | None = None
        self._show = show

    def __deepcopy__(self, memo: object) -> Self:
        """Scrapy copies the settings that carry the keeper for each spider; they all share this one."""
        return self

    def keep(self, item: Item) -> None:
        """Archive and record what became of a request."""
        if isinstance(item, RawPage):
            self._keep_page(item)
        elif isinstance(item, FailedFetch):
            if item.is_entrance:
                self.out_of_reach.append(item)
            self.ledger.failed(item)
        elif isinstance(item, EntranceRead):
            self.ledger.read(item)
        else:
            self.ledger.unchanged(item)

    def _keep_page(self, page: RawPage) -> None:
        digest = hashlib.sha256(page.body).hexdigest()
        before = fetches.latest(self.ledger.db, page.url)
        if before is not None and before["digest"] == digest:
            self.ledger.answered(page, None)
            return
        # A run that finds nothing new leaves no file behind.
        if self._archive is None:
            self._archive = Archive(self._folder, f"run-{self.ledger.run_id:06}")
            self.ledger.commit_after(self._archive.sync)
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
        self.ledger.answered(page, row)
        self.pages_new += 1
        self._show(f"{page.source}: {self.pages_new} new pages")

    def close(self) -> None:
        """Put all on the disk and close the archive."""
        self.ledger.commit()
        if self._archive is not None:
            self._archive.close()


class KeepItems:
    """Hands every item of a spider to the crawl's keeper."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the keeper that the crawl put into the settings."""
        return cls(crawler.settings["KEEPER"])

    def process_item(self, item: Item) -> Item:
        """Keep what became of a request."""
        try:
            self._keeper.keep(item)
        except Exception as error:
            # Scrapy logs it, goes on and ends as a success.
            self._keeper.not_kept.append(f"source {item.source}: {item.asked} could not be recorded: {error}")
            raise
        return item
