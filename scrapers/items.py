"""What the crawl hands on: what became of each request, and the clean article that a page turns into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawPage:
    """An answer as the server gave it, before anything has touched it."""

    source: str  # id in sources.toml
    asked: str  # the canonical address that was asked
    url: str  # the address that answered, after redirects
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str  # ISO 8601, UTC

    def header(self, name: str) -> str | None:
        """The first header of that name, or None."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address that answered 304: what it said last time still holds."""

    source: str
    asked: str
    url: str
    fetched_at: str


@dataclass(frozen=True, slots=True)
class EntranceRead:
    """A feed, sitemap or listing that was read to its end; its pages were handed on before."""

    source: str
    asked: str
    etag: str | None
    last_modified: str | None
    read_up_to: str | None  # where the next reading can begin, for a kind that can be asked for what is newer
    fetched_at: str


@dataclass(frozen=True, slots=True)
class FailedFetch:
    """A request that brought no page, and why."""

    source: str
    asked: str
    url: str
    reason: str
    is_entrance: bool  # the feed, sitemap or listing itself: the source is out of reach
    is_final: bool  # asking again soon would bring the same: gone, forbidden
    is_gone: bool  # 404 or 410
    is_begun: bool  # earlier parts of the entrance were read
    wait: float  # seconds before which the site wants no further request
    fetched_at: str  # ISO 8601, UTC


Item = RawPage | Unchanged | EntranceRead | FailedFetch


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
