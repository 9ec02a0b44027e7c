"""Public bodies with names that their capitals do not tell whole.

- It sold the tool to [U.S. Immigration and Customs Enforcement] and Walmart.
- Records from the [Illinois Department of Financial and Professional Regulation] show …
"""

import re
from functools import cache

from .lexicon import phrases


def known(article: str) -> list[tuple[int, int]]:
    """Where a plain text names them, their country or state included, in text order."""
    return [match.span() for match in _pattern().finditer(article)]


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(phrases("bodies", "bodies"), key=lambda name: (-len(name), name))
    owners = sorted(phrases("places", "states"), key=lambda name: (-len(name), name))
    owner = "|".join(["U\\.S\\.", "US", "U\\.K\\.", "UK", *map(re.escape, owners)])
    of_place = r"(?: (?:of|for) (?:the State of )?(?:" + "|".join(map(re.escape, owners)) + "))?"
    return re.compile(rf"(?<![\w-])(?:(?:{owner}) )?(?:{'|'.join(map(re.escape, names))})\b{of_place}")
