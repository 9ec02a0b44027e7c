"""What all kinds of source share: ask the entrances, fetch each page they lead to once, hand it on raw."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import scrapy
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from ..items import FailedFetch, RawPage
from ..sources import Source
from ..urls import canonical


def now() -> str:
    """This moment, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class SourceSpider(scrapy.Spider):
    """A spider for one kind of source; a subclass reads the kind's entrance in `parse`."""

    def __init__(self, source: Source, claimed: set[str] | None = None, **kwargs: Any) -> None:
        """`claimed` holds what any source of this crawl has asked for: an outlet's feed and sitemap overlap."""
        super().__init__(name=source.id, **kwargs)
        self.source = source
        self.allowed_domains = source.domains
        self.claimed = set() if claimed is None else claimed

    async def start(self) -> AsyncIterator[Request]:
        """Ask every entrance of the source."""
        for url in self.source.urls:
            yield self.entrance(url)

    def parse(self, response: Response) -> Iterator[Request]:
        """Read an entrance: yield `self.page(...)` for each article, `self.entrance(...)` for more of the same."""
        raise NotImplementedError

    def entrance(self, url: str) -> Request:
        """A request for a feed, sitemap or listing."""
        return Request(url, callback=self.enter, errback=self.entrance_failed)

    def enter(self, response: Response) -> Iterator[Request | FailedFetch]:
        """Read an entrance; what cannot be read is reported, for Scrapy itself ends such a crawl as a success."""
        try:
            yield from self.parse(response)
        except Exception as error:  # an outlet can answer anything, and each parser fails in its own way
            wrong = f"cannot be read as a {self.source.kind}: {reason(error)}"
            yield FailedFetch(self.source.id, response.url, wrong, is_entrance=True, fetched_at=now())

    def page(self, url: str) -> Iterator[Request]:
        """A request for an article's page, unless some source has asked for it in this crawl."""
        try:
            key = canonical(url)
        except ValueError:
            self.logger.warning("%s leads to %r, which is no address", self.source.id, url)
            return
        if key not in self.claimed:
            self.claimed.add(key)
            yield Request(url, callback=self.collect, errback=self.page_failed)

    def collect(self, response: Response) -> Iterator[RawPage]:
        """Hand the answer on as it is."""
        yield RawPage(
            source=self.source.id,
            url=response.url,
            status=response.status,
            headers=tuple(
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, values in response.headers.items()
                for value in values
            ),
            body=response.body,
            fetched_at=now(),
        )

    def entrance_failed(self, failure: Failure) -> Iterator[FailedFetch]:
        """Report that the source is out of reach."""
        yield self._failed(failure, is_entrance=True)

    def page_failed(self, failure: Failure) -> Iterator[FailedFetch]:
        """Report that a page was not had."""
        yield self._failed(failure, is_entrance=False)

    def _failed(self, failure: Failure, *, is_entrance: bool) -> FailedFetch:
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy's engine
        return FailedFetch(self.source.id, request.url, reason(failure.value), is_entrance, now())


def reason(error: BaseException | None) -> str:
    """Why a request failed, in one line for the record."""
    if isinstance(error, HttpError):
        return f"HTTP {error.response.status}"
    if isinstance(error, IgnoreRequest):
        return str(error).lower() or "not allowed"
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
