"""Whether confidences mean what they say: of the values given with 0.8, eight in ten should be right.

Reliability is told in bins of equal width; the expected calibration error is the mean distance between confidence and
precision, each bin weighing as many values as it holds (Naeini, Cooper and Hauskrecht, AAAI 2015).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .facts import Facts, Value
from .gold import GoldArticle
from .score import IDS, PEOPLE_AND_BODIES, same_name

BINS = 10
# Statutes carry no confidence of their own.
FIELDS = (*PEOPLE_AND_BODIES, "courts")


@dataclass(frozen=True, slots=True)
class Bin:
    """The values whose confidence lies between two bounds."""

    low: float
    high: float
    count: int
    confidence: float  # their mean
    right: float  # the share of them that is right


def reliability(claims: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold values, given the confidence of each and whether it is right."""
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, is_right in claims:
        sorted_in[min(int(confidence * BINS), BINS - 1)].append((confidence, is_right))
    return [
        Bin(
            i / BINS,
            (i + 1) / BINS,
            len(own),
            sum(c for c, _ in own) / len(own),
            sum(r for _, r in own) / len(own),
        )
        for i, own in enumerate(sorted_in)
        if own
    ]


def expected_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error; 0 where there is nothing to judge."""
    whole = sum(b.count for b in bins)
    return sum(b.count * abs(b.confidence - b.right) for b in bins) / whole if whole else 0.0


def mention_claims(article: GoldArticle, facts: Facts) -> Iterator[tuple[float, bool]]:
    """Each mention's confidence, and whether it stands so in the annotation."""
    marked = {(m.start, m.end, m.label) for m in article.mentions}
    for mention in facts.mentions:
        yield mention.confidence, (mention.start, mention.end, mention.label) in marked


def field_claims(article: GoldArticle, facts: Facts) -> Iterator[tuple[float, bool]]:
    """The confidence of each value of the record, and whether the annotation has it."""
    for field in FIELDS:
        wanted = getattr(article.record, field)
        values: Sequence[Value] = getattr(facts.case, field)
        for value in values:
            yield value.confidence, any(same_name(value.value, name, is_id=field in IDS) for name in wanted)
    if facts.case.filed is not None:
        yield facts.case.filed.confidence, facts.case.filed.value == article.record.filed
    for event in facts.events:
        yield event.confidence, any(event.type == other.type for other in article.record.events)
