"""What one crawl may ask for: pages of a span of days, and so many of each source."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """A back-fill's span, both days included, and the most pages of each source; None where nothing is asked."""

    since: date | None = None
    until: date | None = None
    most: int | None = None

    @property
    def is_back_fill(self) -> bool:
        """Whether entrances are read from their start for pages of a span, whatever was read before."""
        return self.since is not None or self.until is not None

    def allow(self, published: date | None = None, changed: date | None = None) -> bool:
        """Whether a page may be in the span, as far as its entrance tells of it."""
        if self.since is not None and any(day is not None and day < self.since for day in (published, changed)):
            return False
        return self.until is None or published is None or published <= self.until


def day(told: object) -> date | None:
    """The day that an ISO 8601 date or time begins with, None where there is none."""
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None
