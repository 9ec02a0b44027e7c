"""Sources that run WordPress and answer its REST API."""

from collections.abc import Iterator

from scrapy.http import Request, Response, TextResponse
from w3lib.url import add_or_replace_parameters, url_query_parameter

from .base import SourceSpider


class WordPressSpider(SourceSpider):
    """Reads the posts of a WordPress site through its API, page by page, and fetches each post's page."""

    name = "wordpress"

    def entrance(self, url: str) -> Request:
        """Ask for posts in the fullest pages the API gives, with only the fields that are read."""
        page = url_query_parameter(url, "page", "1") or "1"
        return super().entrance(add_or_replace_parameters(url, {"per_page": "100", "page": page, "_fields": "link"}))

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow every post's link, then the next page of the API."""
        if not isinstance(response, TextResponse):
            raise ValueError(f"{response.url} is no WordPress API")
        for post in response.json():
            yield from self.page(post["link"])
        page = int(url_query_parameter(response.url, "page") or 1)
        if page < int(response.headers.get("X-WP-TotalPages") or 1):
            yield self.entrance(add_or_replace_parameters(response.url, {"page": str(page + 1)}))
