"""Public bodies with names that their capitals do not tell whole.

- It sold the tool to [U.S. Immigration and Customs Enforcement] and Walmart.
- Records from the [Illinois Department of Financial and Professional Regulation] show …
"""

import re
from functools import cache

from .lexicon import any_of, phrases


def known(article: str) -> list[tuple[int, int]]:
    """Where a plain text names them, their country or state included, in text order."""
    return [match.span() for match in _pattern().finditer(article)]


@cache
def _pattern() -> re.Pattern[str]:
    states = any_of(phrases("places", "states"))
    owner = rf"(?:(?:U\.S\.|US|U\.K\.|UK|{states}) )?"
    of_place = rf"(?: (?:of|for) (?:the State of )?(?:{states}))?"
    return re.compile(rf"(?<![\w-]){owner}(?:{any_of(phrases('bodies', 'bodies'))})\b{of_place}")
