"""Manners that Scrapy leaves to us: robots.txt that fails closed, its crawl delay, and waiting when told to wait.

Robots Exclusion Protocol, RFC 9309; Retry-After, RFC 9110 section 10.2.3.
"""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Self
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.misc import build_from_crawler
from twisted.python.failure import Failure

from .reasons import reason

# What stands behind this in a robots.txt need not be read (RFC 9309, 2.5).
ROBOTS_MOST = 500 * 1024
FORBID_ALL = b"User-agent: *\nDisallow: /\n"
ALLOW_ALL = b""
# Who asks us to wait longer is left alone until the next run.
LONGEST_WAIT = 120.0  # seconds
# Who asks for a year is asked again after a month.
LONGEST_HEEDED = 30 * 86_400.0  # seconds
# The pause before a first repetition in delays of the source; each further one is twice as long.
FIRST_PAUSE = 2
TOO_MANY, UNAVAILABLE = 429, 503


class Later(IgnoreRequest):
    """A site is not to be asked now, for so many seconds as far as it said."""

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


class Pauses:
    """Makes a host's next request wait, by the downloader's slot for that host."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    def slow_down(self, request: Request, delay: float) -> None:
        """Keep at least so many seconds between any two requests to this host."""
        slot = self._slot(request)
        if delay > slot.delay:
            slot.delay = delay
            slot.jitter = 0.0  # jitter would cut into what was asked for

    def pause(self, request: Request, seconds: float) -> None:
        """Send nothing to this host for so many seconds."""
        slot = self._slot(request)
        slot.lastseen = max(slot.lastseen, monotonic() + seconds)
        # Scrapy looks at the time of the last request only where there is a delay.
        slot.delay = slot.delay or 0.001

    def refuse_waiting(self, request: Request, error: Exception) -> None:
        """Let what already waits for this host fail."""
        waiting = self._slot(request).queue
        while waiting:
            _, answer = waiting.popleft()
            answer.errback(Failure(error))  # type: ignore[no-untyped-call]

    def _slot(self, request: Request):  # type: ignore[no-untyped-def]  # Scrapy does not export the type
        return self._crawler.engine.downloader._get_slot(request)[1]


class Robots(RobotsTxtMiddleware):
    """Obeys robots.txt: where it cannot be had the site is left alone, where there is none all is allowed."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pauses = Pauses(crawler)
        self._unreachable: dict[str, str] = {}

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what robots.txt forbids, saying so; keep its crawl delay."""
        why = self._unreachable.get(urlsplit(request.url).netloc)
        if why:
            raise Later(f"robots.txt cannot be had ({why}), so nothing is asked of this site")
        super().process_request_2(rp, request)
        agent = self._robotstxt_useragent or self._default_useragent
        delay = float((rp and rp.crawl_delay(agent)) or 0)
        if delay > LONGEST_WAIT:
            raise Later(f"robots.txt asks for {delay:.0f} seconds between requests, so nothing is asked of this site")
        if delay > 0:
            self._pauses.slow_down(request, delay)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == TOO_MANY:
            self._unreachable[netloc] = f"HTTP {response.status}"
            response = response.replace(body=FORBID_ALL)
        elif response.status >= 400:
            response = response.replace(body=ALLOW_ALL)
        else:
            response = response.replace(body=response.body[:ROBOTS_MOST])
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._unreachable[netloc] = reason(exc)
        super()._robots_error(exc, netloc)
        self._parsers[netloc] = build_from_crawler(self._parserimpl, self.crawler, FORBID_ALL)


class Patience(RetryMiddleware):
    """Repeats what failed after ever longer pauses of its host, as long as the host itself asks for."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._pauses = Pauses(crawler)
        self._parked: dict[str, Later] = {}
        self._first = FIRST_PAUSE * crawler.settings.getfloat("DOWNLOAD_DELAY")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Built with the crawler whose downloader it slows."""
        patience = cls(crawler)
        # The next request to a host leaves before `process_response` has seen this answer, but not before the signal.
        crawler.signals.connect(patience.heed, signal=signals.response_downloaded)
        return patience

    def process_request(self, request: Request) -> None:
        """Refuse requests to a host that asked to be left alone for long."""
        parked = self._parked.get(urlsplit(request.url).netloc)
        if parked is not None:
            raise parked

    def heed(self, response: Response, request: Request) -> None:
        """Wait as long as an answer asks for, or leave the site for a later run."""
        wait = retry_after(response, datetime.now(UTC))
        if wait is not None and wait > LONGEST_WAIT:
            parked = Later(f"the site asked to wait {wait:.0f} seconds; left for a later run", wait)
            self._parked[urlsplit(request.url).netloc] = parked
            self._pauses.refuse_waiting(request, parked)
        elif wait is not None:
            self._pauses.pause(request, wait)

    def process_response(  # type: ignore[override]  # the spider as an argument is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """Repeat after a failure, unless the site is to be left alone."""
        if urlsplit(request.url).netloc in self._parked:
            return response
        result: Request | Response = super().process_response(request, response)
        return self._paused(result)

    def process_exception(  # type: ignore[override]
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """Repeat after a broken connection or a time-out."""
        result: Request | Response | None = super().process_exception(request, exception)
        return self._paused(result) if isinstance(result, Request) else result

    def _paused(self, result: Request | Response) -> Request | Response:
        if isinstance(result, Request):
            self._pauses.pause(result, self._first * 2 ** (result.meta["retry_times"] - 1))
        return result


def retry_after(response: Response, now: datetime) -> float | None:
    """The seconds that a refusal asks to wait, told as such or as a date; None where it says neither."""
    if response.status not in (TOO_MANY, UNAVAILABLE):
        return None
    told = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if told.isdecimal():
        return min(float(told), LONGEST_HEEDED)
    try:
        moment = parsedate_to_datetime(told)
        wait = (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    except (ValueError, OverflowError):
        return None
    return min(max(0.0, wait), LONGEST_HEEDED)
