"""Sources that run WordPress and answer its REST API."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from scrapy.http import Request, Response, TextResponse
from w3lib.url import add_or_replace_parameters, url_query_cleaner, url_query_parameter

from ..limits import day
from .base import SourceSpider, Visit

FIELDS = "link,date,modified,modified_gmt"


class WordPressSpider(SourceSpider):
    """Reads the posts of a WordPress site through its API, page by page, and fetches each post's page.

    The API sends no validators, but can be asked for what was published, and for what was modified, after a moment.
    Only both together tell all that is new: a scheduled post appears with the time of its last change long past, a
    corrected one has its old date.
    """

    name = "wordpress"

    def visit(self, visit: Visit) -> Request:
        """Ask for posts in the fullest pages the API gives, with only the fields that are read."""
        if visit.is_entrance:
            asked = {"per_page": "100", "_fields": FIELDS, "orderby": "modified", "order": "asc"}
            if visit.hint:
                asked["after"] = visit.hint
            if self.limits.since:
                asked["after"] = f"{self.limits.since - timedelta(days=1)}T23:59:59"
            if self.limits.until:
                asked["before"] = f"{self.limits.until + timedelta(days=1)}T00:00:00"
            visit = replace(visit, address=add_or_replace_parameters(visit.address, asked))
        return super().visit(visit)

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow every post's link, then the API's next page; behind what was published stands what was modified."""
        for post in _posts(response):
            yield from self.page(post["link"], post.get("modified"), published=day(post.get("date")))
        page = int(url_query_parameter(response.url, "page") or 1)
        if page < int(response.headers.get("X-WP-TotalPages") or 1):
            yield self.more(response, add_or_replace_parameters(response.url, {"page": str(page + 1)}))
        elif (hint := response.meta["visit"].hint) and not url_query_parameter(response.url, "modified_after"):
            rest = url_query_cleaner(response.url, ("after", "page"), remove=True)
            yield self.more(response, add_or_replace_parameters(rest, {"modified_after": hint}))

    def read_up_to(self, response: Response) -> str | None:
        """An hour before the newest modification: when clocks are set back, later posts have earlier times.

        In UTC, and no later than now: posts written under another time zone of the site can seem to be of tomorrow.
        """
        told = [post["modified_gmt"] for post in _posts(response) if post.get("modified_gmt")]
        if not told:
            before: Visit = response.meta["visit"]
            return before.hint
        newest = min(datetime.fromisoformat(max(told)).replace(tzinfo=UTC), datetime.now(UTC))
        return f"{newest - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"


def _posts(response: Response) -> list[dict[str, Any]]:
    posts = response.json() if isinstance(response, TextResponse) else None
    if not isinstance(posts, list):
        raise ValueError(f"{response.url} is no WordPress API")
    return posts
