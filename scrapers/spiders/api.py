"""CourtListener's search over opinions and dockets, by its REST API, version 4."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace

from scrapy.http import Request, Response, TextResponse
from w3lib.url import add_or_replace_parameters

from ..limits import day
from .base import SourceSpider, Visit, absolute


class ApiSpider(SourceSpider):
    """Asks a search for its results, newest first, and fetches the public page of each.

    The token goes to the API alone; pages are asked for like any other site's.
    """

    name = "api"

    def visit(self, visit: Visit) -> Request:
        """Ask the API in its owner's name."""
        if not visit.is_entrance:
            return super().visit(visit)
        span = {"filed_after": self.limits.since, "filed_before": self.limits.until}
        asked = {name: str(limit) for name, limit in span.items() if limit}
        request = super().visit(replace(visit, address=add_or_replace_parameters(visit.address, asked)))
        request.headers.update(self._authorization())
        return request

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow every result's page, then the next page of results."""
        answer = response.json() if isinstance(response, TextResponse) else None
        if not isinstance(answer, dict) or not isinstance(answer.get("results"), list):
            raise ValueError(f"{response.url} is no search of the API")
        is_news = not response.meta["visit"].was_read
        for result in answer["results"]:
            if link := result.get("absolute_url") or result.get("docket_absolute_url"):
                for request in self.page(absolute(response, link), published=day(result.get("dateFiled"))):
                    is_news = True
                    yield request
        if is_news and answer.get("next"):
            yield self.more(response, response.urljoin(answer["next"]), self._authorization())

    def _authorization(self) -> Mapping[str, str]:
        return {"Authorization": f"Token {os.environ.get(self.source.token, '')}"}
