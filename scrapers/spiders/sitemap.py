"""Sources that offer a sitemap, or an index of sitemaps."""

import re
from collections.abc import Iterator

from scrapy.http import Request, Response
from scrapy.utils.gz import gunzip, gzip_magic_number

from .. import xml
from ..limits import day
from .base import SourceSpider, absolute

# Sitemaps of categories, tags and authors, as WordPress and its plug-ins name them: thousands of pages on a large site,
# none of them an article.
LISTINGS = re.compile(r"/(?:wp-sitemap-(?:taxonomies-[^/]+|users)-\d+|(?:category|post_tag|author)-sitemap\d*)\.xml$")
ENTRY = ("url", "sitemap")
WANTED = {*ENTRY, "loc", "lastmod"}
ENTRIES_MOST = 50_000  # sitemaps.org allows no more in one file


class SitemapSpider(SourceSpider):
    """Reads sitemaps, through their index where there is one, and fetches each page they list."""

    name = "sitemap"

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow an index to its sitemaps and a sitemap to its pages."""
        # Whatever the content type says: many sites serve their sitemap, packed or not, as text/html.
        body = response.body
        if gzip_magic_number(response):
            body = gunzip(body, max_size=self.settings.getint("DOWNLOAD_MAXSIZE"))
        document = xml.read(body, WANTED, ENTRY, ENTRIES_MOST)
        if document.root is None or document.kind not in ("urlset", "sitemapindex"):
            raise ValueError(f"{response.url} is no sitemap")
        for entry in document.root:
            told = {xml.local(element.tag): (element.text or "").strip() for element in entry}
            location, changed = told.get("loc"), day(told.get("lastmod"))
            if location and document.kind == "urlset":
                yield from self.page(absolute(response, location), told.get("lastmod"), changed=changed)
            elif location and self.limits.allow(changed=changed) and not LISTINGS.search(location):
                yield from self.further(absolute(response, location))
        if document.trouble:
            raise ValueError(document.trouble)
