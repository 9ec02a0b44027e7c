"""Devices, assistants and services that stand in sentences like companies, but cannot be sued.

- Users say [Siri] recorded them; the suit names Apple.
- It was unlocked by the [iPhone 15]'s [Face ID].
"""

import re
from functools import cache

from .lexicon import any_of, phrases
from .plain import plain

# What tells the models of one product apart: "iPhone 12 Pro", "Watch Series 9".
MODEL = r"[A-Z]?\d{1,4}[a-z]{0,2}|Pro|Max|Plus|Ultra|Mini|Air|SE|XR|XS|Series"


def is_product(name: str) -> bool:
    """Whether a name is that of a well-known product, its model included."""
    return _pattern().fullmatch(plain(name).removesuffix("'s")) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:the )?(?:{any_of(phrases('products', 'products'))})(?: (?:app|{MODEL}))*")
