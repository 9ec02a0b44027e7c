"""The words that tell of events, filings and amounts, and what they weigh where they stand.

The headline tells most, the lead next, and what lies far back is history.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from .facts import Date
from .mask import SIGNS, Mark, Masked
from .phrases import Hit, Phrase, hits, load

# By place: headline, lead, second and third sentence; later sentences tell what led there.
PLACE_WEIGHTS = (3.0, 2.0, 1.2, 0.8)
LATER = 0.35
# A sentence with a date this long before the article reports history, not news.
HISTORY_DAYS = 60

# What a hit of the first type means when one of the second lies inside it or follows in the same sentence:
# "asks judge to toss suit" is a motion, "refuses to dismiss" a ruling, "affirmed the dismissal" an appeal.
OUTRANKS = {
    "motion": ("dismissal", "class_certification", "ruling", "complaint"),
    "appeal": ("dismissal", "ruling", "motion", "class_certification"),
    "class_certification": ("ruling", "motion", "complaint"),
    "dismissal": ("ruling", "complaint"),
    "ruling": ("complaint",),
    "verdict": ("ruling", "settlement", "complaint"),
    "settlement": ("complaint", "ruling"),
    "enforcement": ("settlement", "investigation", "complaint"),
    "legislation": ("complaint", "ruling"),
}
# "Judge refuses to dismiss": rulings that speak of a dismissal which did not come.
REFUSALS = frozenset({"must-face", "denied", "summary-judgment", "case-goes-on"})
# A trigger weaker than this outranks nothing.
STRONG = 0.75


@cache
def event_phrases() -> tuple[Phrase, ...]:
    """The triggers of events, compiled once."""
    return load("events.json")


@cache
def filing_phrases() -> tuple[Phrase, ...]:
    """The triggers of a filing with its date, compiled once."""
    return load("filings.json")


@cache
def amount_phrases() -> tuple[Phrase, ...]:
    """The triggers of what an amount is for, compiled once."""
    return load("amounts.json")


def _place_weight(number: int) -> float:
    return PLACE_WEIGHTS[number] if number < len(PLACE_WEIGHTS) else LATER


def days_before(value: str, published: str | None) -> int | None:
    """How many days before the published date a date lies, taken at the end of a month or year that it names."""
    if published is None:
        return None
    try:
        if len(value) == 4:
            day = dt.date(int(value), 12, 31)
        elif len(value) == 7:
            day = dt.date(int(value[:4]), int(value[5:]), 28)
        else:
            day = dt.date.fromisoformat(value)
        return max(
            0,
            (
                dt.date.fromisoformat((published + "-01-01")[:10] if len(published) == 4 else (published + "-28")[:10])
                - day
            ).days,
        )
    except ValueError:
        return None


def _outranked(hit: Hit, others: Iterable[Hit]) -> bool:
    """Whether another hit of the sentence says what this one is only the object of."""
    return any(_outranks(other, hit) for other in others)


def _outranks(one: Hit, other: Hit) -> bool:
    if one.phrase.says == "ruling" and other.phrase.says == "dismissal":
        return one.phrase.id in REFUSALS and one.start <= other.start
    if one.phrase.says in ("dismissal", "class_certification") and other.phrase.id == "judge-rules":
        return True
    if one.phrase.id == "declaration" and other.phrase.says == "motion":
        return True
    return (
        other.phrase.says in OUTRANKS.get(one.phrase.says, ())
        and one.start <= other.start
        and one.phrase.weight >= STRONG
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """A trigger in a sentence, with what it weighs there."""

    type: str
    weight: float
    sentence: int
    at: int  # where it starts in the article


def signs(sentences: Sequence[Masked], dates: Sequence[Date], published: str | None) -> list[Sign]:
    """The triggers of events in an article's sentences, the headline first; one of a type in each sentence."""
    found_signs: list[Sign] = []
    for number, sentence in enumerate(sentences):
        found = list(hits(event_phrases(), sentence))
        old = _is_history(sentence, dates, published)
        best: dict[str, Sign] = {}
        for hit in found:
            if _outranked(hit, found):
                continue
            weight = hit.phrase.weight * _place_weight(number) * (0.3 if number and old else 1)
            type_ = hit.phrase.says
            if type_ not in best or best[type_].weight < weight:
                best[type_] = Sign(type_, weight, number, sentence.places[hit.start])
        found_signs.extend(best.values())
    if any(SIGNS["regulator"] in sentence.text for sentence in sentences[:3]):
        # What is settled with a regulator is its enforcement.
        return [replace(sign, type="enforcement") if sign.type == "settlement" else sign for sign in found_signs]
    return found_signs


def _within(dates: Sequence[Date], sentence: Masked) -> list[Date]:
    return [date for date in dates if sentence.places[0] <= date.start < sentence.places[-1]]


def _is_history(sentence: Masked, dates: Sequence[Date], published: str | None) -> bool:
    ages = [days_before(date.value, published) for date in _within(dates, sentence)]
    known = [age for age in ages if age is not None]
    return bool(known) and min(known) > HISTORY_DAYS


def kinds(sentence: Masked) -> dict[Mark, str]:
    """What each amount of a sentence is for: the weightiest trigger that reaches it, of equals the nearest."""
    best: dict[Mark, tuple[float, int, str]] = {}
    for hit in hits(amount_phrases(), sentence):
        inside = [mark for mark in sentence.within(hit.start, hit.end) if mark.kind == "money"]
        for mark in inside:
            rank = (hit.phrase.weight, hit.start - hit.end, hit.phrase.says)
            if mark not in best or best[mark][:2] < rank[:2]:
                best[mark] = rank
    found = {mark: rank[2] for mark, rank in best.items()}
    if set(found.values()) == {"statutory_damages"}:
        # "$1,000, or $5,000 if it acted recklessly": a statute's amounts come in pairs.
        found |= {mark: "statutory_damages" for mark in sentence.marks.values() if mark.kind == "money"}
    return found
