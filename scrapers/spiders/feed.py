"""Sources that offer a feed: RSS, Atom or JSON Feed."""

import json
from collections.abc import Iterator
from datetime import date

import feedparser
from lxml import etree
from scrapy.http import Request, Response

from .. import xml
from ..limits import day
from .base import SourceSpider, absolute

# What is read of a feed; the texts of its entries are left out, for they would cost feedparser minutes where they are
# long or nested without end.
ENTRY = ("item", "entry")
WANTED = {*ENTRY, "channel", "link", "guid", "id", "date", "pubdate", "published", "issued", "updated", "modified"}
# Feeds tell of their newest ten to hundred entries.
ENTRIES_MOST = 5000


class FeedSpider(SourceSpider):
    """Reads a feed and fetches the page of each entry."""

    name = "feed"

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow the link of every entry."""
        for link, changed, published in _entries(response):
            yield from self.page(absolute(response, link), changed, published=published)


def _entries(response: Response) -> Iterator[tuple[str, str | None, date | None]]:
    """Each entry's link, when it last changed in the feed's own words, and the day it was published."""
    if response.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_entries(response)
        return
    document = xml.read(response.body, WANTED, ENTRY, ENTRIES_MOST)
    if document.root is None or document.kind not in ("rss", "rdf", "feed"):
        raise ValueError(f"{response.url} is no feed")
    feed = feedparser.parse(etree.tostring(document.root), response_headers={"content-location": response.url})
    for entry in feed.entries:
        if link := entry.get("link"):
            told = entry.get("published_parsed")
            yield link, entry.get("updated") or entry.get("published"), date(*told[:3]) if told else None
    if document.trouble:
        raise ValueError(document.trouble)


def _json_entries(response: Response) -> Iterator[tuple[str, str | None, date | None]]:
    """JSON Feed 1.1 (jsonfeed.org), which feedparser does not read."""
    feed = json.loads(response.body)
    if "jsonfeed.org" not in str(feed.get("version")) or not isinstance(feed.get("items"), list):
        raise ValueError(f"{response.url} is no feed")
    for item in feed["items"]:
        if link := item.get("url"):
            published = item.get("date_published")
            yield link, item.get("date_modified") or published, day(published)
