"""Word lists behind the finding of names, read once from `nlp/data`; each list says in the file why it is there."""

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from spacy.lang.en.stop_words import STOP_WORDS

# Endings under which a plain word is found: "retailers" through "retailer", "scanning" through "scan".
INFLECTIONS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("er", ""), ("ers", ""),
    ("ly", ""), ("d", ""),
)  # fmt: skip
# Long words that only a plain word is formed like: "pharmaceutical", "unconstitutionally".
LEARNED = re.compile(r"\w{4,}(?:ical|ional|ically|ionally|ously|fully|ization|izations|ability|ements?|ations?)")


@cache
def words(file: str, key: str) -> frozenset[str]:
    """The words of a list in a file of `nlp/data`."""
    return frozenset(word for line in _content(file)[key]["words"] for word in line.split())


@cache
def phrases(file: str, *keys: str) -> frozenset[str]:
    """The entries of lists whose entries may hold spaces."""
    return frozenset(entry for key in keys for line in _content(file)[key]["words"] for entry in line.split("|"))


def any_of(names: Iterable[str]) -> str:
    """A pattern of the names as they are written, the longest first, in the same order in every process."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def is_plain(word: str) -> bool:
    """Whether the word is everyday English, so that a forced capital says nothing."""
    lower = word.lower()
    if lower in STOP_WORDS or lower in _plain():
        return True
    if "-" in lower or "'" in lower:  # "Face-scan", "We're"; but not "T-Mobile"
        parts = [part for part in lower.split("'")[0].split("-") if part]
        return all(len(part) > 1 and is_plain(part) for part in parts) and bool(parts)
    if LEARNED.fullmatch(lower):
        return True
    if lower.endswith("ss"):
        return False
    return any(
        len(lower) - len(ending) >= 4 and lower.endswith(ending) and lower.removesuffix(ending) + rest in _plain()
        for ending, rest in INFLECTIONS
    )


@cache
def opens_sentences(word: str) -> bool:
    """Whether the word, at the head of a sentence, never begins a name: a function word, adverb or participle."""
    lower = word.lower()
    return lower in STOP_WORDS or (len(lower) > 4 and is_plain(word) and lower.endswith(("ing", "ly", "ed")))


@cache
def places() -> frozenset[str]:
    """States, countries and cities by any of their names, without final stops."""
    return phrases("places", "states", "abbreviations", "countries", "cities")


@cache
def _plain() -> frozenset[str]:
    return frozenset(word for line in _content("plain")["plain"]["words"] for word in line.split())


@cache
def _content(file: str) -> dict[str, dict[str, list[str]]]:
    content: dict[str, dict[str, list[str]]]
    content = json.loads(resources.files("nlp.data").joinpath(f"{file}.json").read_text(encoding="utf-8"))
    return content
