"""Figures for an extraction against annotated articles, each with the interval that so few articles leave it.

Every measure is a count of three numbers per article (right, found, wanted), so that precision, recall and F1 of all
articles, and of any resampling of them, come from plain sums. A rate, such as "the first event is of the right type",
is a measure that finds and wants one thing in every article.

When two names are the same: after case, accents, punctuation, "the" and legal forms ("Inc.", "LLC") are dropped, they
are equal, or all words of one are among the other's ("Bolt" and "Bolt Inc.", "Howell" and "Ann Howell").
Courts and statutes are ids; there, only full names of several words may contain one another.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .facts import LABELS, Facts, Mention, Value
from .gold import GoldArticle, GoldMention

Span = Mention | GoldMention
T = TypeVar("T")
U = TypeVar("U")

SEED = 7
SAMPLES = 1000
PEOPLE_AND_BODIES = ("plaintiffs", "defendants", "judges", "law_firms", "regulators")
IDS = ("courts", "statutes")
ALL_FOUR = ("plaintiffs", "defendants", "courts", "statutes")

LEGAL_FORMS = re.compile(
    r"the|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|llp|pc|plc|pllc|pa|na|sa|ag|gmbh|bv|nv|se"
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many things were right, how many were found, how many there are to find."""

    right: int
    found: int
    wanted: int

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 0 where there is nothing."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where nothing was to be found and nothing was."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure over all articles, with the 95% interval of its F1 under resampling of the articles."""

    name: str
    count: Count
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one extraction, in the order in which a table shows them."""

    measures: tuple[Measure, ...]

    def as_rows(self) -> list[tuple[str, float, float, float, float, float, int]]:
        """Rows for a table: measure, precision, recall, F1, its interval's two ends, how many were wanted."""
        return [
            (m.name, m.count.precision, m.count.recall, m.count.f1, m.low, m.high, m.count.wanted)
            for m in self.measures
        ]

    def as_dict(self) -> dict[str, float]:
        """F1 by measure, rounded as a file of floors keeps it."""
        return {m.name: round(m.count.f1, 4) for m in self.measures}


def score(gold: Sequence[GoldArticle], facts: Sequence[Facts], *, samples: int = SAMPLES) -> Scores:
    """Measure the facts found in each article against what was annotated; the same input gives the same figures."""
    counted = [dict(_counts(article, found)) for article, found in zip(gold, facts, strict=True)]
    if not counted:
        raise ValueError("nothing to score: no annotated articles")
    names = list(counted[0])
    draw = random.Random(SEED)  # noqa: S311 - resampling, not secrets
    draws = [draw.choices(range(len(counted)), k=len(counted)) for _ in range(samples)]
    return Scores(tuple(_measure(name, [counts[name] for counts in counted], draws) for name in names))


def same_name(one: str, other: str, *, is_id: bool = False) -> bool:
    """Whether two names stand for the same thing, by the rule in the module's docstring."""
    a, b = _words(one), _words(other)
    if a == b:
        return True
    if is_id and min(len(a), len(b)) < 2:
        return False
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a))


def same_caption(one: str, other: str) -> bool:
    """Whether two captions name the same sides; without sides ("In re …") whether they are the same name."""
    a, b = (re.split(r"\s+(?:v|vs|versus)\.?\s+", re.sub(r",? et al\.?", "", c), maxsplit=1) for c in (one, other))
    return len(a) == len(b) and all(same_name(left, right) for left, right in zip(a, b, strict=True))


def _words(name: str) -> tuple[str, ...]:
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    # "L.L.C." is one word, "Six-Flags" two, and "uk-gdpr" stays the id that it is.
    words = re.sub(r"[^\w\s-]", " ", re.sub(r"(?<=\w)['’.](?=\w|\s|,|$)", "", bare)).split()
    kept = [word for word in words if not LEGAL_FORMS.fullmatch(word)]
    return tuple(kept or words)


def _measure(name: str, counts: Sequence[Count], draws: Iterable[Sequence[int]]) -> Measure:
    figures = sorted(_sum(counts[i] for i in sample).f1 for sample in draws)
    total = _sum(counts)
    if not figures:
        return Measure(name, total, total.f1, total.f1)
    return Measure(name, total, figures[int(len(figures) * 0.025)], figures[int(len(figures) * 0.975)])


def _sum(counts: Iterable[Count]) -> Count:
    right = found = wanted = 0
    for count in counts:
        right += count.right
        found += count.found
        wanted += count.wanted
    return Count(right, found, wanted)


def _counts(article: GoldArticle, facts: Facts) -> Iterator[tuple[str, Count]]:
    """All measures of one article, always the same ones in the same order."""
    yield from _mention_counts(article.mentions, facts.mentions)
    yield from _record_counts(article, facts)
    yield from _event_counts(article, facts)


def _mention_counts(wanted: Sequence[GoldMention], found: Sequence[Mention]) -> Iterator[tuple[str, Count]]:
    for way, count in (("strict", _strict), ("overlap", _overlap)):
        counts = [
            count([m for m in found if m.label == label], [m for m in wanted if m.label == label]) for label in LABELS
        ]
        yield f"{way} all", _sum(counts)
        yield from ((f"{way} {label}", one) for label, one in zip(LABELS, counts, strict=True))


def _strict(found: Sequence[Span], wanted: Sequence[Span]) -> Count:
    places = {(m.start, m.end) for m in found}
    return Count(len(places & {(m.start, m.end) for m in wanted}), len(places), len(wanted))


def _overlap(found: Sequence[Span], wanted: Sequence[Span]) -> Count:
    """Each wanted mention is met by at most one found mention that touches it."""
    return _paired(found, wanted, lambda a, b: a.start < b.end and b.start < a.end)


def _paired(found: Sequence[T], wanted: Sequence[U], same: Callable[[T, U], bool]) -> Count:
    left = list(wanted)
    right = 0
    for one in found:
        partner = next((i for i, other in enumerate(left) if same(one, other)), None)
        if partner is not None:
            del left[partner]
            right += 1
    return Count(right, len(found), len(wanted))


def _record_counts(article: GoldArticle, facts: Facts) -> Iterator[tuple[str, Count]]:
    record, case = article.record, facts.case
    fields: dict[str, Count] = {}
    for field in PEOPLE_AND_BODIES + IDS:
        found = [value.value for value in getattr(case, field)]
        fields[field] = _names_count(found, getattr(record, field), is_id=field in IDS)
    yield from ((f"record {field}", count) for field, count in fields.items())
    yield "record all four", _rate(all(fields[f].right == fields[f].found == fields[f].wanted for f in ALL_FOUR))
    yield "record caption", _value_count(case.caption, record.caption, same_caption)
    yield "record docket", _value_count(case.docket, record.docket, lambda a, b: _docket(a) == _docket(b))
    yield "record filed", _value_count(case.filed, record.filed, lambda a, b: a == b)
    yield "record filed year", _value_count(case.filed, record.filed, lambda a, b: a[:4] == b[:4])


def _names_count(found: Sequence[str], wanted: Sequence[str], *, is_id: bool) -> Count:
    # Equal names pair first, so that "Acme" does not take the place of "Acme Europe" when both are there.
    equal = [name for name in found if _words(name) in {_words(other) for other in wanted}]
    ordered = equal + [name for name in found if name not in equal]
    left = list(wanted)
    right = 0
    for name in ordered:
        partner = next((other for other in left if _words(other) == _words(name)), None)
        partner = partner or next((other for other in left if same_name(name, other, is_id=is_id)), None)
        if partner is not None:
            left.remove(partner)
            right += 1
    return Count(right, len(found), len(wanted))


def _value_count(found: Value | None, wanted: str | None, same: Callable[[str, str], bool]) -> Count:
    is_right = found is not None and wanted is not None and same(found.value, wanted)
    return Count(int(is_right), int(found is not None), int(wanted is not None))


def _docket(number: str) -> str:
    return re.sub(r"[\W_]", "", number).casefold()


def _rate(is_right: bool) -> Count:
    return Count(int(is_right), 1, 1)


def _event_counts(article: GoldArticle, facts: Facts) -> Iterator[tuple[str, Count]]:
    wanted, found = article.record.events, facts.events
    yield "event types", _paired(found, wanted, lambda a, b: a.type == b.type)
    yield "first event type", _rate((found[0].type if found else None) == (wanted[0].type if wanted else None))
    yield "first event date", _rate((found[0].date if found else None) == (wanted[0].date if wanted else None))
    sums, amounts = article.record.amounts, facts.amounts
    yield "amounts", _paired(amounts, sums, lambda a, b: (a.value, a.currency) == (b.value, b.currency))
    yield (
        "amounts with kind",
        _paired(amounts, sums, lambda a, b: (a.value, a.currency, a.kind) == (b.value, b.currency, b.kind)),
    )


def below(scores: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each measure that lies under its floor or is missing."""
    return [
        f"{name}: {scores[name]:.4f} is below its floor of {floor:.4f}" if name in scores else f"{name}: not measured"
        for name, floor in floors.items()
        if scores.get(name, -1.0) < floor
    ]
