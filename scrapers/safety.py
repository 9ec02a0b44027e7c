"""What keeps a hostile server from leading the crawl into other networks or from flooding it.

Scrapy bounds bodies, by size and by time; it bounds neither headers nor where a name or a redirect leads.
"""

from collections.abc import Callable, Sequence
from typing import Any, Never, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Request, Response
from scrapy.resolver import CachingHostnameResolver
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.url import add_http_if_no_scheme
from twisted.internet.interfaces import IAddress, IHostResolution

from .addresses import is_local, is_public, spelt
from .certificates import Certificates
from .reasons import PlainError
from .sources import Source
from .urls import LONGEST

# Of one answer. Sites that set hundreds of cookies send some 300 kB; floods of small headers cost 500 bytes each.
HEADER_BYTES = 512 * 1024
HEADER_LINES = 2000
REDIRECTS = (301, 302, 303, 307, 308)


class Private(IgnoreRequest):
    """An address leads into somebody's own network."""

    def __init__(self, host: str, address: object) -> None:
        leads = host if host == str(address) else f"{host} leads to {address}, which"
        super().__init__(f"{leads} is no address of the public internet")


class HeaderError(PlainError):
    """An answer has more headers than any honest one."""


def own_hosts(source: Source) -> set[str]:
    """The hosts of a source that its operator has put into a private network on purpose."""
    hosts = {_name(urlsplit(url).hostname) for url in source.urls}
    return {host for host in hosts if is_local(host)}


def _name(host: str | None) -> str:
    return (host or "").rstrip(".").lower()


class _PublicOnly:
    """Hands on only those addresses of a name that are public."""

    def __init__(self, receiver: Any, refused: Callable[[str], None]) -> None:
        self._receiver = receiver
        self._refused = refused

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - the interface's name
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        found = spelt(address.host)
        if found is not None and is_public(found):
            self._receiver.addressResolved(address)
        else:
            self._refused(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        self._receiver.resolutionComplete()


class Resolver(CachingHostnameResolver):
    """Resolves names for all crawls of the process, at the moment of connecting, to public addresses only.

    A name that changes its address after a first look (DNS rebinding) gains nothing: there is no other look.
    """

    def __init__(self, process: CrawlerProcessBase, reactor: Any, cache_size: int) -> None:
        super().__init__(reactor, cache_size)
        self._process = process
        self.refused: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: CrawlerProcessBase, reactor: Any) -> Self:  # type: ignore[override]
        """Scrapy gives the process here, not one crawl."""
        return cls(crawler, reactor, crawler.settings.getint("DNSCACHE_SIZE"))

    def resolveHostName(  # noqa: N802 - the interface's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        """Resolve a name; one that has no public address is left without any."""

        def refuse(address: str) -> None:
            self.refused[name] = address

        name = _name(hostName)
        if name not in self._exempt():
            resolutionReceiver = _PublicOnly(resolutionReceiver, refuse)  # noqa: N806
        return super().resolveHostName(resolutionReceiver, hostName, portNumber, addressTypes, transportSemantics)

    def _exempt(self) -> set[str]:
        hosts = {_name(urlsplit(add_http_if_no_scheme(proxy)).hostname) for proxy in getproxies().values()}
        for crawler in self._process.crawlers:
            if crawler.spider is not None:
                hosts |= own_hosts(crawler.spider.source)  # type: ignore[attr-defined]
        return hosts


class Handler(HTTP11DownloadHandler):
    """Scrapy's HTTP client with bounded headers, kept out of private networks."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory
        self._contextFactory = Certificates(self._contextFactory)  # type: ignore[assignment]  # zope declares it

    async def download_request(self, request: Request) -> Response:
        """Fetch; Private where the address leads into a private network that is not the source's own."""
        host = urlparse_cached(request).hostname or ""
        source: Source = self._crawler.spider.source  # type: ignore[union-attr]
        # Behind a proxy it is the proxy that resolves names, but an address can be told by its looks.
        address = spelt(host)
        if address is not None and not is_public(address) and host not in own_hosts(source):
            raise Private(host, address)
        try:
            return await super().download_request(request)
        except CannotResolveHostError:
            from twisted.internet import reactor  # importing it installs it, which is the crawl's to do

            refused = reactor.nameResolver.refused.get(_name(host))
            if refused is not None:
                raise Private(host, refused) from None
            raise


class _Parser(_LenientHTTPClientParser):
    MAX_LENGTH = HEADER_BYTES
    _bytes = 0
    _lines = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        self._bytes += len(line) + 1
        self._lines += 1
        if self._bytes > HEADER_BYTES or self._lines > HEADER_LINES:
            self.lineLengthExceeded(line)
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> Never:  # noqa: N802, ARG002
        # Closing politely would let a server behind TLS go on sending for ever.
        self.transport._producer.abortConnection()  # type: ignore[union-attr]
        raise HeaderError(f"the answer has more than {HEADER_BYTES // 1024} KiB or {HEADER_LINES} lines of headers")


class _Protocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        answer = super().request(request)
        # The parser's class cannot be chosen otherwise; Scrapy does the same to make it lenient.
        self._parser.__class__ = _Parser
        return answer


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _Protocol:  # noqa: N802, ARG002 - Twisted's name
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class Redirects(RedirectMiddleware):
    """Follows redirects within the source's domains; every other one fails with the reason.

    Scrapy drops a redirect to elsewhere without a word, and after a repetition follows it.
    """

    def process_response(  # type: ignore[override]  # the spider as an argument is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """The next request of a chain, or the answer where it is no redirect."""
        place = (response.headers.get("Location") or b"").decode("latin-1")
        try:
            result: Request | Response = super().process_response(request, response)
        except ValueError:
            raise IgnoreRequest(f"redirected to {place:.200}, which is no web address") from None
        if isinstance(result, Request):
            self._check(result, request)
        elif result.status in REDIRECTS:
            raise IgnoreRequest(f"redirected to {place or 'nowhere':.200}, which is no web address")
        return result

    def _check(self, following: Request, request: Request) -> None:
        host = urlparse_cached(following).hostname or ""
        domains: Sequence[str] = self.crawler.spider.allowed_domains  # type: ignore[union-attr]
        if len(following.url) > LONGEST:
            raise IgnoreRequest(f"redirected to an address of {len(following.url)} characters")
        if not any(host == domain or host.endswith(f".{domain}") for domain in domains):
            raise IgnoreRequest(f"redirected to {following.url:.200}, outside of the source's domains")
        if following.url in (request.url, *request.meta.get("redirect_urls", ())):
            raise IgnoreRequest(f"redirected in a circle, by {following.url:.200}")
