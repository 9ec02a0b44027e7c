"""When the main suit was filed: of all dates in an article the one that a filing is told with, if any."""

from collections.abc import Mapping, Sequence

from .context import Sentence, around, bucket, company
from .facts import Date
from .news import days_before, filing_phrases
from .phrases import hits

# The age of a date by the most days that it spans.
AGES = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (200, "half"), (400, "year"), (1200, "years"))
# Words of a sentence that bear on whether its date is a filing's; the rest is about what happened.
CUES = frozenset({
    "filed", "files", "filing", "sued", "sues", "suing", "suit", "lawsuit", "complaint", "brought", "lodged",
    "class", "action", "court", "petition", "since", "began", "alleges", "claims", "settled", "settlement",
    "ruled", "ruling", "dismissed", "dismissal", "judge", "jury", "verdict", "appeal", "removed", "hearing",
    "deadline", "worked", "hired", "passed", "enacted", "law", "between", "fined", "order", "ordered", "approved",
    "trial", "amended",
})  # fmt: skip


def features(
    date: Date, sentence: Sentence, told: Mapping[Date, Sequence[str]], published: str | None, event: str
) -> dict[str, float]:
    """What tells of a date whether it is the filing's.

    `told` has all dates in text order with the phrases that tell of a filing with each; `event` is the type of the
    article's first event, or "".
    """
    dates = list(told)
    covered = told[date]
    others = [other for other in dates if other.value != date.value]
    elsewhere = any(told[other] for other in others)
    own: dict[str, float] = {
        f"sentence={bucket(sentence.number)}": 1,
        f"precision={len(date.value)}": 1,
        f"age={age(date, published)}": 1,
        f"event={event}": 1,
        f"event={event}&age={age(date, published)}": 1,
        "other": float(sentence.is_other),
        "names-main": float(sentence.names_main),
        "says-other": float(sentence.says_other),
        "first": float(date == dates[0]),
        "only": float(not others),
        "oldest": float(all(date.value <= other.value for other in others)),
        "newest": float(all(date.value >= other.value for other in others)),
        f"rank={bucket(dates.index(date))}": 1,
        f"values={bucket(len({d.value for d in dates}))}": 1,
        "phrase": float(bool(covered)),
        "phrase-elsewhere": float(elsewhere),
        f"phrase={bool(covered)}&elsewhere={elsewhere}": 1,
    }
    own |= {f"phrase={id_}": 1 for id_ in covered}
    words = set(sentence.masked.text.lower().split())
    own |= {f"cue={w}": 1 for w in sorted(CUES & words)}
    return own | company(sentence.masked) | around(sentence.masked, date.start, date.end)


def told_with(sentences: Sequence[Sentence], dates: Sequence[Date]) -> dict[Date, list[str]]:
    """For each date the ids of the phrases that tell of a filing with it."""
    at = {(date.start, date.end): date for date in dates}
    found: dict[Date, list[str]] = {date: [] for date in dates}
    for sentence in sentences:
        if not any((m.start, m.end) in at for m in sentence.masked.marks.values()):
            continue
        for hit in hits(filing_phrases(), sentence.masked):
            for mark in sentence.masked.within(hit.start, hit.end):
                if (mark.start, mark.end) in at:
                    found[at[mark.start, mark.end]].append(hit.phrase.id)
    return found


def age(date: Date, published: str | None) -> str:
    """How long before the published date a date lies, roughly."""
    days = days_before(date.value, published)
    if days is None:
        return "unknown"
    return next((name for most, name in AGES if days <= most), "older")


def best(chances: Mapping[Date, float]) -> tuple[Date, float] | None:
    """The likeliest date with its probability; several places that tell one value speak for it together."""
    values: dict[str, float] = {}
    for date, chance in chances.items():
        values[date.value] = 1 - (1 - values.get(date.value, 0.0)) * (1 - chance)
    if not values:
        return None
    top = max(values, key=lambda value: values[value])
    place = max((d for d in chances if d.value == top), key=lambda d: chances[d])
    return place, values[top]
