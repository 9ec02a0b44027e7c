"""Sources that offer a feed: RSS or Atom."""

from collections.abc import Iterator

import feedparser
from scrapy.http import Request, Response

from .base import SourceSpider


class FeedSpider(SourceSpider):
    """Reads an RSS or Atom feed and fetches the page of each entry."""

    name = "feed"

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow the link of every entry."""
        feed = feedparser.parse(response.body, response_headers={"content-location": response.url})
        if not feed.version:
            raise ValueError(f"{response.url} is no feed")
        for entry in feed.entries:
            if link := entry.get("link"):
                yield from self.page(response.urljoin(link), entry.get("updated") or entry.get("published"))
