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

# Handed out in one transaction. Scrapy takes them while fewer than CONCURRENT_REQUESTS are on their way.
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
        if self._spider.limits.most is not None:
            self._allowed = min(self._allowed, self._spider.limits.most)
        self._entrances, self._pages = self._ledger.begin(source.id)

    def has_pending_requests(self) -> bool:
        """Whether anything is left to ask for: entrances always are, pages within the day's number."""
        return bool(self._ready) or self._entrances > 0 or (self._pages > 0 and self._allowed > 0)

    def enqueue_request(self, request: Request) -> bool:
        """Keep a request: a new address in the frontier, the further way of one that is being asked in memory."""
        visit: Visit = request.meta["visit"]
        if request.meta.get("is_part") or request.meta.get("redirect_times") or request.meta.get("retry_times"):
            self._ready.append(request)
            return True
        is_found = self._ledger.find(
            self._spider.source.id, visit.key, visit.address, is_entrance=visit.is_entrance, hint=visit.hint
        )
        if visit.is_entrance:
            self._entrances += is_found
        else:
            self._pages += is_found
        return is_found

    def next_request(self) -> Request | None:
        """The next request; its address is noted as asked before it leaves."""
        if not self._ready and self.has_pending_requests():
            batch = self._ledger.hand_out(self._spider.source.id, BATCH, pages=min(BATCH, max(0, self._allowed)))
            pages = sum(not one.is_entrance for one in batch)
            self._allowed -= pages
            # An empty batch means that another source of this crawl has taken over what both had found.
            self._pages = self._pages - pages if batch else 0
            self._entrances = self._entrances - (len(batch) - pages) if batch else 0
            self._ready.extend(self._spider.visit(self._visit(one)) for one in batch)
        return self._ready.popleft() if self._ready else None

    def _visit(self, one: Known) -> Visit:
        if one.is_entrance and self._spider.limits.is_back_fill:
            return Visit(one.url, one.address, is_entrance=True)
        return Visit(
            one.url,
            one.address,
            is_entrance=bool(one.is_entrance),
            hint=one.hint,
            etag=one.etag,
            last_modified=one.last_modified,
            was_read=one.answered_at is not None,
        )
