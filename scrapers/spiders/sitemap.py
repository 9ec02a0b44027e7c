"""Sources that offer a sitemap, or an index of sitemaps."""

import re
from collections.abc import Iterator
from typing import Any

from scrapy.http import Request, Response
from scrapy.utils.gz import gunzip, gzip_magic_number

from .. import xml
from ..limits import day
from .base import SourceSpider, absolute

# Sitemaps of categories, tags and authors, as WordPress and its plug-ins name them: thousands of pages on a large site,
# none of them an article.
LISTINGS = re.compile(r"/(?:wp-sitemap-(?:taxonomies-[^/]+|users)-\d+|(?:category|post_tag|author)-sitemap\d*)\.xml$")
ENTRY = ("url", "sitemap")
# News sitemaps say when a story was published, within an element of their own.
WANTED = {*ENTRY, "loc", "lastmod", "news", "publication_date"}
ENTRIES_MOST = 50_000  # sitemaps.org allows no more in one file
DEEPEST = 3  # sitemaps.org allows an index to list sitemaps alone; some list indexes


class SitemapSpider(SourceSpider):
    """Reads sitemaps, through their index where there is one, and fetches each page they list."""

    name = "sitemap"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._depths: dict[str, int] = {}  # of the sitemaps that this crawl was led to, by their keys

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow an index to its sitemaps and a sitemap to its pages."""
        # Whatever the content type says: many sites serve their sitemap, packed or not, as text/html.
        body = response.body
        if gzip_magic_number(response):
            body = gunzip(body, max_size=self.settings.getint("DOWNLOAD_MAXSIZE"))
        document = xml.read(body, WANTED, ENTRY, ENTRIES_MOST)
        if document.root is None or document.kind not in ("urlset", "sitemapindex"):
            raise ValueError(f"{response.url} is no sitemap")
        depth = self._depths.get(response.meta["visit"].key, 0)
        if document.kind == "sitemapindex" and depth == DEEPEST:
            raise ValueError(f"{response.url} lists sitemaps at the end of {DEEPEST} others that do")
        for entry in document.root:
            told = {xml.local(element.tag): (element.text or "").strip() for element in entry.iterdescendants()}
            location, changed = told.get("loc"), day(told.get("lastmod"))
            published = day(told.get("publication_date"))
            if location and document.kind == "urlset":
                place = absolute(response, location)
                yield from self.page(place, told.get("lastmod"), published=published, changed=changed)
            elif location and self.limits.allow(changed=changed) and not LISTINGS.search(location):
                for request in self.further(absolute(response, location)):
                    self._depths.setdefault(request.meta["visit"].key, depth + 1)
                    yield request
        if document.trouble:
            raise ValueError(document.trouble)
