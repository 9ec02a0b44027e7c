"""Whether an article is worth extracting: only if it tells of a legal action about somebody's biometric data.

Cheap, and rather too kind: what is rejected here is never looked at again, what is kept may still turn out empty.
"Prosecutors said his fingerprints were on the safe" and "the reader helps shops avoid lawsuits" are not enough.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .plain import plain

# Each amount is a sum of weights of nlp/data/relevance.json; one plain word of the trade is worth 2.
ENOUGH_BIOMETRIC = 1.75
ENOUGH_ACTION = 1.5
# What an action and its grievance must still be worth once product, crime and market words are taken off.
ENOUGH_LEFT = 2.0
AGAIN = 0.25
# A biometric word and the action may be told in neighbouring paragraphs, not at the two ends of a long column.
REACH = 2


@dataclass(frozen=True, slots=True)
class Relevance:
    """Whether to keep an article, and why, in words for the log."""

    keep: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A pattern that says something about an article's subject, and how loudly."""

    id: str
    says: str  # biometric | action | grievance | aside
    weight: float
    pattern: re.Pattern[str]
    why: str
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """All terms, compiled once."""
    records = json.loads(resources.files("nlp.data").joinpath("relevance.json").read_text(encoding="utf-8"))["terms"]
    return tuple(
        Term(
            record["id"],
            record["says"],
            record["weight"],
            re.compile(record["pattern"], re.IGNORECASE),
            record["why"],
            tuple(record["examples"]),
            tuple(record.get("not_examples", ())),
        )
        for record in records
    )


def judge(title: str, text: str) -> Relevance:
    """Whether the article tells of a legal action about biometric data; never raises, an empty article is rejected."""
    paragraphs = [plain(title), *(p for p in plain(text).split("\n\n") if p.strip())]
    found = [{term.id: len(term.pattern.findall(p)) for term in terms()} for p in paragraphs]
    total = _sums(found)
    if not total["biometric"]:
        return Relevance(False, "no biometric term")
    if total["biometric"] < ENOUGH_BIOMETRIC:
        return Relevance(False, f"hardly about biometrics: only {_named(found, 'biometric')}")
    if total["action"] < ENOUGH_ACTION:
        return Relevance(
            False, f"biometrics, but no legal action: {_named(found, 'aside') or 'no suit, ruling, fine or law'}"
        )
    if not any(_meet(found[max(0, i - REACH + 1) : i + 1]) for i in range(len(found))):
        return Relevance(False, "a legal action, but not about biometrics")
    # Without a word on privacy or consent, makers may as well be fighting over patents.
    aside = total["aside"] * (1 if total["grievance"] else 1.5)
    left = total["action"] + total["grievance"] - aside
    if left < ENOUGH_LEFT:
        return Relevance(
            False, f"biometrics, but too little of a legal action: {_named(found, 'aside') or _named(found, 'action')}"
        )
    return Relevance(True, f"{_named(found, 'biometric')}; {_named(found, 'action')}")


def _meet(window: Sequence[Mapping[str, int]]) -> bool:
    sums = _sums(window)
    return sums["biometric"] >= ENOUGH_BIOMETRIC and sums["action"] >= ENOUGH_ACTION


def _sums(found: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """The weight of each kind of term: a word said again counts a little more."""
    sums = {"biometric": 0.0, "action": 0.0, "grievance": 0.0, "aside": 0.0}
    for term in terms():
        count = sum(paragraph[term.id] for paragraph in found)
        if count:
            factor = 1 + AGAIN * min(count - 1, 4)
            sums[term.says] += term.weight * factor
    return sums


def _named(found: Sequence[Mapping[str, int]], says: str) -> str:
    """The kinds of terms found, for a reader of the log."""
    return ", ".join(t.id for t in terms() if t.says == says and any(p[t.id] for p in found))
