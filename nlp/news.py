"""What an article reports as news: its events and their dates, when the suit was filed, what its amounts are for.

Everything is told by triggers in sentences; the headline tells most, the lead next, and what lies far back is history.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from .facts import Amount, Date, Event
from .mask import SIGNS, Mark, Masked
from .phrases import Hit, Phrase, hits, load

# By place: headline, lead, second and third sentence; later sentences tell what led there.
PLACE_WEIGHTS = (3.0, 2.0, 1.2, 0.8)
LATER = 0.35
# A sentence with a date this long before the article reports history, not news.
NEWS_DAYS = 200
HISTORY_DAYS = 60
# A second event is named only when the headline or the lead reports it almost as strongly as the first.
SECOND = 0.6
MOST = 3
# Less than a clear word in the lead is no news of a case.
LEAST = 0.85

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
# The kind of an amount in the headline or lead whose own words do not tell it.
KIND_OF_EVENT = {"settlement": "settlement", "enforcement": "fine", "verdict": "verdict"}
# Less is what one person gets of it.
LEAST_SETTLEMENT = 20_000
# A trigger weaker than this outranks nothing.
STRONG = 0.75


@dataclass(frozen=True, slots=True)
class News:
    """The events of an article, most important first; the filing of its suit; its amounts in text order."""

    events: tuple[Event, ...] = ()
    filed: Date | None = None
    amounts: tuple[Amount, ...] = ()


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
class _Sign:
    """A trigger in a sentence, with what it weighs there."""

    type: str
    weight: float
    sentence: int
    at: int  # where it starts in the article


def _signs(sentences: Sequence[Masked], dates: Sequence[Date], published: str | None) -> list[_Sign]:
    signs: list[_Sign] = []
    for number, sentence in enumerate(sentences):
        found = list(hits(event_phrases(), sentence))
        old = _is_history(sentence, dates, published)
        best: dict[str, _Sign] = {}
        for hit in found:
            if _outranked(hit, found):
                continue
            weight = hit.phrase.weight * _place_weight(number) * (0.3 if number and old else 1)
            type_ = hit.phrase.says
            if type_ not in best or best[type_].weight < weight:
                best[type_] = _Sign(type_, weight, number, sentence.places[hit.start])
        signs.extend(best.values())
    return signs


def _within(dates: Sequence[Date], sentence: Masked) -> list[Date]:
    return [date for date in dates if sentence.places[0] <= date.start < sentence.places[-1]]


def _is_history(sentence: Masked, dates: Sequence[Date], published: str | None) -> bool:
    ages = [days_before(date.value, published) for date in _within(dates, sentence)]
    known = [age for age in ages if age is not None]
    return bool(known) and min(known) > HISTORY_DAYS


def events(sentences: Sequence[Masked], dates: Sequence[Date], published: str | None) -> list[Event]:
    """The events that an article reports, most important first; the first of its sentences is the headline."""
    signs = _signs(sentences, dates, published)
    if any(SIGNS["regulator"] in sentence.text for sentence in sentences[:3]):
        # What is settled with a regulator is its enforcement.
        signs = [replace(sign, type="enforcement") if sign.type == "settlement" else sign for sign in signs]
    totals: dict[str, float] = {}
    for sign in signs:
        totals[sign.type] = totals.get(sign.type, 0.0) + sign.weight
    if not totals or max(totals.values()) < LEAST:
        return []
    ranked = sorted(totals, key=lambda type_: -totals[type_])
    first = ranked[0]
    chosen = [first]
    for type_ in ranked[1:MOST]:
        early = sum(sign.weight for sign in signs if sign.type == type_ and sign.sentence <= 1)
        if early >= 3.5 and totals[type_] >= SECOND * totals[first] and type_ not in OUTRANKS.get(first, ()):
            chosen.append(type_)
    whole = sum(totals.values())
    return [_event(type_, signs, sentences, dates, published, totals[type_] / whole) for type_ in chosen]


def _event(
    type_: str,
    signs: Sequence[_Sign],
    sentences: Sequence[Masked],
    dates: Sequence[Date],
    published: str | None,
    share: float,
) -> Event:
    own = [sign for sign in signs if sign.type == type_]
    dated = _dated(own, sentences, dates, published)
    body = [sign for sign in own if sign.sentence > 0]
    sign = dated[0] if dated else max(body or own, key=lambda s: s.weight)
    date = dated[1] if dated else _lead_date(sentences, dates, published)
    places = sentences[sign.sentence].places
    return Event(type_, date.value if date else None, places[0], places[-1], round(0.4 + 0.55 * share, 2))


def _dated(
    signs: Sequence[_Sign], sentences: Sequence[Masked], dates: Sequence[Date], published: str | None
) -> tuple[_Sign, Date] | None:
    """The first sign whose sentence tells a recent date, with the date nearest to it."""
    for sign in sorted(signs, key=lambda s: s.sentence):
        recent = [d for d in _within(dates, sentences[sign.sentence]) if _is_recent(d, published)]
        if recent:
            # "worked there from 2019 to 2022, sued on June 12": the day is the news
            return sign, min(recent, key=lambda d: (-len(d.value), abs(d.start - sign.at)))
    return None


def _is_recent(date: Date, published: str | None) -> bool:
    age = days_before(date.value, published)
    return age is None or age <= NEWS_DAYS


def _lead_date(sentences: Sequence[Masked], dates: Sequence[Date], published: str | None) -> Date | None:
    for sentence in sentences[:3]:
        recent = [d for d in _within(dates, sentence) if _is_recent(d, published)]
        if recent:
            return recent[0]
    return None


def filed(sentences: Sequence[Masked], dates: Sequence[Date], is_other: Sequence[bool]) -> Date | None:
    """When the suit was filed: the date of the surest filing told of the main case, of equals the first."""
    at = {(date.start, date.end): date for date in dates}
    best: tuple[float, Date] | None = None
    for sentence, other in zip(sentences, is_other, strict=True):
        for hit in [] if other else hits(filing_phrases(), sentence):
            told = [m for m in sentence.within(hit.start, hit.end) if (m.start, m.end) in at]
            if told and (best is None or hit.phrase.weight > best[0]):
                mark = told[0] if hit.phrase.says == "before" else told[-1]
                best = (hit.phrase.weight, at[mark.start, mark.end])
    return best[1] if best else None


def amounts(
    sentences: Sequence[Masked], is_other: Sequence[bool], values: Mapping[Mark, tuple[float, str]], event: str | None
) -> list[Amount]:
    """The amounts of an article with their kinds; where no words tell it, the main event's, or left out."""
    found: list[Amount] = []
    for number, (sentence, other) in enumerate(zip(sentences, is_other, strict=True)):
        kinds = _kinds(sentence)
        default = KIND_OF_EVENT.get(event or "") if number < 2 else None
        for mark in sentence.marks.values():
            kind = kinds.get(mark, default)
            if mark not in values or not kind or (other and kind != "statutory_damages"):
                continue
            if (event, kind) == ("enforcement", "settlement"):
                kind = "fine"
            value, currency = values[mark]
            if kind == "settlement" and value < LEAST_SETTLEMENT:
                continue
            if not any((a.value, a.currency) == (value, currency) for a in found):
                found.append(Amount(value, currency, kind, mark.start, mark.end))
    return found


def _kinds(sentence: Masked) -> dict[Mark, str]:
    """What each amount of a sentence is for: the weightiest trigger that reaches it, of equals the nearest."""
    best: dict[Mark, tuple[float, int, str]] = {}
    for hit in hits(amount_phrases(), sentence):
        inside = [mark for mark in sentence.within(hit.start, hit.end) if mark.kind == "money"]
        for mark in inside:
            rank = (hit.phrase.weight, hit.start - hit.end, hit.phrase.says)
            if mark not in best or best[mark][:2] < rank[:2]:
                best[mark] = rank
    kinds = {mark: rank[2] for mark, rank in best.items()}
    if set(kinds.values()) == {"statutory_damages"}:
        # "$1,000, or $5,000 if it acted recklessly": a statute's amounts come in pairs.
        kinds |= {mark: "statutory_damages" for mark in sentence.marks.values() if mark.kind == "money"}
    return kinds
