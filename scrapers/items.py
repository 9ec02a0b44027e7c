"""What the crawl hands on: raw answers, failed requests, and the clean article that a page turns into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawPage:
    """An answer as the server gave it, before anything has touched it."""

    source: str  # id in sources.toml
    url: str  # the address that answered, after redirects
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class FailedFetch:
    """A request that brought no page, and why."""

    source: str
    url: str
    reason: str
    is_entrance: bool  # the feed, sitemap or listing itself: the source is out of reach
    fetched_at: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Article:
    """A page reduced to its article: `text` is the headline, then the paragraphs, apart by a blank line."""

    url: str  # canonical
    title: str
    text: str
    published: str | None  # YYYY-MM-DD, the day in the outlet's own time zone
    published_at: str | None  # ISO 8601 with offset, where the page tells the time
    outlet: str | None
    authors: tuple[str, ...]
    language: str | None
