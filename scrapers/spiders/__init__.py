"""One spider class per kind of source."""

from .api import ApiSpider
from .base import SourceSpider
from .feed import FeedSpider
from .listing import ListingSpider
from .page import PageSpider
from .sitemap import SitemapSpider
from .wordpress import WordPressSpider

SPIDERS: dict[str, type[SourceSpider]] = {
    spider.name: spider for spider in (ApiSpider, FeedSpider, ListingSpider, PageSpider, SitemapSpider, WordPressSpider)
}
