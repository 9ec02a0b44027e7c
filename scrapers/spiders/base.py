"""What all kinds of source share: ask the entrances, fetch each page they lead to once, hand it on raw."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import scrapy
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from ..items import EntranceRead, FailedFetch, Item, RawPage, Unchanged
from ..limits import Limits
from ..politeness import Later, retry_after
from ..reasons import reason
from ..sources import Source
from ..urls import canonical

# Whether a page is to be asked for: its canonical address, and when it last changed in the entrance's own words.
Wants = Callable[[str, str | None], bool]
GONE = (404, 410)
FINAL = {*range(400, 500)} - {408, 429}  # asking again soon would bring the same


def now() -> str:
    """This moment, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def absolute(response: Response, link: str) -> str:
    """A link's address as seen from the page that it stands on; one that makes no sense there stays as it is."""
    try:
        return response.urljoin(link)
    except ValueError:
        return link


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to ask, with what its last answer said."""

    key: str  # canonical
    address: str
    is_entrance: bool
    hint: str | None = None  # when it last changed in the entrance's own words; of an entrance: up to where it was read
    etag: str | None = None
    last_modified: str | None = None
    was_read: bool = False  # an entrance that was read to its end before


class SourceSpider(scrapy.Spider):
    """A spider for one kind of source; a subclass reads the kind's entrance in `parse`."""

    handle_httpstatus_list = (304,)
    # An entrance that goes on for longer, like a calendar without end, is read so far.
    parts_most = 1000

    def __init__(self, source: Source, wants: Wants, limits: Limits, **kwargs: Any) -> None:
        super().__init__(name=source.id, **kwargs)
        self.source = source
        self.wants = wants
        self.limits = limits
        self.allowed_domains = source.domains

    async def start(self) -> AsyncIterator[Request]:
        """Ask every entrance of the source."""
        for url in self.source.urls:
            yield self.entrance(url)

    def parse(self, response: Response) -> Iterator[Request]:
        """Read an entrance: yield `self.page(...)` for each article, `self.more(...)` for the rest of the same."""
        raise NotImplementedError

    def read_up_to(self, response: Response) -> str | None:  # noqa: ARG002 - for the kinds that can tell
        """Where the next reading of an entrance can begin; None for a kind that is always read from its start."""
        return None

    def entrance(self, url: str) -> Request:
        """A feed, sitemap or listing to be read."""
        return self.visit(Visit(canonical(url), url, is_entrance=True))

    def visit(self, visit: Visit) -> Request:
        """The request for an address, conditional where an earlier answer allows it."""
        headers = {"If-None-Match": visit.etag, "If-Modified-Since": visit.last_modified}
        return Request(
            visit.address,
            callback=self.enter if visit.is_entrance else self.collect,
            errback=self.failed,
            headers={name: value for name, value in headers.items() if value},
            meta={"visit": visit},
        )

    def more(self, response: Response, url: str, headers: Mapping[str, str] | None = None) -> Request:
        """The next part of the entrance that this response is a part of."""
        return Request(
            url,
            headers=headers,
            callback=self.enter,
            errback=self.failed,
            meta={
                "visit": response.meta["visit"],
                "part_of": response.meta.get("part_of", response),
                "is_part": True,
                "parts": response.meta.get("parts", 1) + 1,
            },
        )

    def page(
        self, url: str, hint: str | None = None, *, published: date | None = None, changed: date | None = None
    ) -> Iterator[Request]:
        """A request for an article's page, unless it is known and not due again, or outside the crawl's span."""
        if not self.limits.allow(published, changed):
            return
        for key, address in self._places(url):
            if self.wants(key, hint):
                yield self.visit(Visit(key, address, is_entrance=False, hint=hint))

    def further(self, url: str) -> Iterator[Request]:
        """A request for another entrance that an entrance leads to."""
        for key, address in self._places(url):
            yield self.visit(Visit(key, address, is_entrance=True))

    def enter(self, response: Response) -> Iterator[Request | Item]:
        """Read an entrance; what cannot be read is reported, for Scrapy itself ends such a crawl as a success."""
        visit: Visit = response.meta["visit"]
        if response.status == 304:
            yield Unchanged(self.source.id, visit.key, response.url, now())
            return
        goes_on = False
        try:
            for request in self.parse(response):
                if request.meta.get("is_part"):
                    if request.meta["parts"] > self.parts_most:
                        continue  # what was read counts as all of it, or the entrance would never be read
                    goes_on = True
                yield request
            read_up_to = self.read_up_to(response)
        except Exception as error:  # an outlet can answer anything, and each parser fails in its own way
            wrong = f"cannot be read as a {self.source.kind}: {reason(error)}"
            yield self._failed(visit, response.url, wrong, is_begun=True)
            return
        if not goes_on:
            # The first part's validators speak for the whole: what is new comes first.
            first: Response = response.meta.get("part_of", response)
            yield EntranceRead(
                self.source.id,
                visit.key,
                _text(first.headers.get("ETag")),
                _text(first.headers.get("Last-Modified")),
                read_up_to,
                now(),
            )

    def collect(self, response: Response) -> Iterator[Item]:
        """Hand the answer on as it is."""
        visit: Visit = response.meta["visit"]
        if response.status == 304:
            yield Unchanged(self.source.id, visit.key, response.url, now())
            return
        yield RawPage(
            source=self.source.id,
            asked=visit.key,
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

    def failed(self, failure: Failure) -> Iterator[FailedFetch]:
        """Report that an address was not had."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy's engine
        error = failure.value
        status = error.response.status if isinstance(error, HttpError) else None
        yield self._failed(
            request.meta["visit"],
            request.url,
            reason(error),
            is_final=status in FINAL if status else isinstance(error, IgnoreRequest) and not isinstance(error, Later),
            is_gone=status in GONE,
            is_begun=bool(request.meta.get("is_part")),
            wait=_wait(error),
        )

    def _places(self, url: str) -> Iterator[tuple[str, str]]:
        """The canonical address of a link and the one to ask; nothing for a link that is no address."""
        try:
            key = canonical(url)
        except ValueError:
            self.logger.warning("%s leads to %.200r, which is no address", self.source.id, url)
            return
        # The name and password in a stranger's link were not given to us.
        yield key, key if "@" in urlsplit(url).netloc else url

    def _failed(
        self,
        visit: Visit,
        url: str,
        why: str,
        *,
        is_begun: bool,
        is_final: bool = False,
        is_gone: bool = False,
        wait: float = 0.0,
    ) -> FailedFetch:
        return FailedFetch(
            self.source.id, visit.key, url, why, visit.is_entrance, is_final, is_gone, is_begun, wait, now()
        )


def _wait(error: BaseException | None) -> float:
    if isinstance(error, Later):
        return error.seconds
    return (retry_after(error.response, datetime.now(UTC)) or 0.0) if isinstance(error, HttpError) else 0.0


def _text(header: bytes | None) -> str | None:
    return header.decode("latin-1") if header is not None else None
