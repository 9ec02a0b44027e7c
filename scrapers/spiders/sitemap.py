"""Sources that offer a sitemap, or an index of sitemaps."""

import re
from collections.abc import Iterator

from scrapy.http import Request, Response
from scrapy.utils.gz import gunzip, gzip_magic_number
from scrapy.utils.sitemap import Sitemap

from ..limits import day
from .base import SourceSpider

# Sitemaps of categories, tags and authors, as WordPress and its plug-ins name them: thousands of pages on a large site,
# none of them an article.
LISTINGS = re.compile(r"/(?:wp-sitemap-(?:taxonomies-[^/]+|users)-\d+|(?:category|post_tag|author)-sitemap\d*)\.xml$")


class SitemapSpider(SourceSpider):
    """Reads sitemaps, through their index where there is one, and fetches each page they list."""

    name = "sitemap"

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow an index to its sitemaps and a sitemap to its pages."""
        # Scrapy's own spider trusts the content type and finds nothing in a sitemap served as text/html.
        body = response.body
        if gzip_magic_number(response):
            body = gunzip(body, max_size=self.settings.getint("DOWNLOAD_MAXSIZE"))
        sitemap = Sitemap(body)
        for entry in sitemap:
            if location := entry.get("loc"):
                changed = day(entry.get("lastmod"))
                if sitemap.type != "sitemapindex":
                    yield from self.page(response.urljoin(location), entry.get("lastmod"), changed=changed)
                elif self.limits.allow(changed=changed) and not LISTINGS.search(location):
                    yield self.entrance(response.urljoin(location))
