"""The Scrapy scheduler: what is asked next comes from the frontier in the database, in small batches."""

from collections import deque
from typing import Self, cast

from scrapy import Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler
from scrapy.http import Request

from db.frontier import Known
from scrapers.spiders.base import SourceSpider, Visit

from .ledger import Ledger

# Handed out in one transaction: a kill can repeat at most these of each source.
BATCH = 8


class Frontier(BaseScheduler):
    """The frontier of one source."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        # What the engine gives back, such as redirects and retries, and what a batch has left.
        self._ready: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the ledger that the crawl put into the settings."""
        return cls(crawler.settings["KEEPER"].ledger)

    def open(self, spider: Spider) -> None:
        """Begin with what earlier crawls have left."""
        self._spider = cast(SourceSpider, spider)
        source = self._spider.source
        self._allowed = source.daily_pages - self._ledger.asked_today(source.id)
        self._waiting = self._ledger.begin(source.id)

    def has_pending_requests(self) -> bool:
        """Whether anything is left to ask for today."""
        return bool(self._ready) or (self._waiting > 0 and self._allowed > 0)

    def enqueue_request(self, request: Request) -> bool:
        """Keep a request: a new address in the frontier, the further way of one that is being asked in memory."""
        visit: Visit = request.meta["visit"]
        if request.meta.get("is_part") or request.meta.get("redirect_times") or request.meta.get("retry_times"):
            self._ready.append(request)
            return True
        is_found = self._ledger.find(
            self._spider.source.id, visit.key, visit.address, is_entrance=visit.is_entrance, hint=visit.hint
        )
        self._waiting += is_found
        return is_found

    def next_request(self) -> Request | None:
        """The next request; its address is noted as asked before it leaves."""
        if not self._ready and self._waiting > 0 and self._allowed > 0:
            batch = self._ledger.hand_out(self._spider.source.id, min(BATCH, self._allowed))
            self._allowed -= sum(not one.is_entrance for one in batch)
            # An empty batch means that another source of this crawl has taken over what both had found.
            self._waiting = self._waiting - len(batch) if batch else 0
            self._ready.extend(self._spider.visit(_visit(one)) for one in batch)
        return self._ready.popleft() if self._ready else None


def _visit(one: Known) -> Visit:
    return Visit(
        one.url,
        one.address,
        is_entrance=bool(one.is_entrance),
        hint=one.hint,
        etag=one.etag,
        last_modified=one.last_modified,
        was_read=one.answered_at is not None,
    )
