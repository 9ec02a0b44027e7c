"""Single pages, for a look at an outlet that is no source yet."""

from collections.abc import AsyncIterator

from scrapy.http import Request

from .base import SourceSpider


class PageSpider(SourceSpider):
    """Fetches the source's addresses themselves and follows nothing."""

    name = "page"

    async def start(self) -> AsyncIterator[Request]:
        """Ask for each address as for an article."""
        for url in self.source.urls:
            for request in self.page(url):
                yield request
