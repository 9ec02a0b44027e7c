"""Sources that only have pages of links."""

from collections.abc import Iterator
from urllib.parse import urldefrag

from bs4 import BeautifulSoup
from scrapy.http import Request, Response

from .base import SourceSpider, absolute

# A long listing has ten thousand. BeautifulSoup would take minutes and a gigabyte for what fits into an answer.
TAGS_MOST = 100_000


class ListingSpider(SourceSpider):
    """Reads a listing by the source's selectors, page after page, and fetches each article it links to."""

    name = "listing"
    parts_most = 50

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow the article links, then the link to the next page of the listing."""
        if response.body.count(b"<") > TAGS_MOST:
            raise ValueError(f"it has more than {TAGS_MOST} tags")
        soup = BeautifulSoup(response.body, "lxml")
        is_news = not response.meta["visit"].was_read
        links = soup.select(self.source.selectors["links"])
        if not links:
            raise ValueError(f"no link matches {self.source.selectors['links']!r}; has its layout changed?")
        for link in links:
            if href := link.get("href"):
                for request in self.page(absolute(response, str(href))):
                    is_news = True
                    yield request
        # What was read to its end before holds nothing new behind a page without anything new.
        if is_news and (following := self._next(soup, response)):
            yield self.more(response, following)

    def _next(self, soup: BeautifulSoup, response: Response) -> str | None:
        """The listing's next page; the last one's link to it is missing, leads nowhere, or to itself."""
        selector = self.source.selectors.get("next")
        links = soup.select(selector) if selector else []
        found = (absolute(response, str(link["href"])) for link in links if link.get("href"))
        return next((url for url in found if urldefrag(url).url != response.url), None)
