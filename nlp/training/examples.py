"""What the corpus teaches each decision: features as extraction sees them, answers as the annotation gives them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from .. import filing, forum, reporting, sums
from ..components.parties import main_features
from ..gold import RECORD_FIELDS, GoldArticle, GoldRecord
from ..linear import NO, YES
from ..parts import Weighed
from ..pooling import NOBODY
from ..report import Report
from ..roles import Part
from ..score import same_name
from ..tagger import PARTS

Example = tuple[dict[str, float], str]


def parts(entities: Sequence[Weighed], article: GoldArticle) -> Iterator[Example]:
    """The part of each entity: the label that most of its mentions carry."""
    marked = {(m.start, m.end): m.label for m in article.mentions if m.label in PARTS}
    for one in entities:
        labels = Counter(marked[m.start, m.end] for m in one.entity.places if (m.start, m.end) in marked)
        yield dict(one.features), labels.most_common(1)[0][0] if labels else NOBODY


def main(doc: Doc, found: Sequence[Part], article: GoldArticle) -> Iterator[Example]:
    """Whether each part belongs to the main suit: whether the record names it."""
    for part, features in zip(found, main_features(doc, found), strict=True):
        if part.role in RECORD_FIELDS:
            names = getattr(article.record, RECORD_FIELDS[part.role])
            yield features, _yes(any(same_name(form, name) for form in part.entity.forms for name in names))


def event(told: Report, record: GoldRecord) -> Iterator[Example]:
    """The type of the first event."""
    yield (
        reporting.features(told.sentences, told.signs, told.roles, told.fresh),
        first(record) or reporting.NOTHING,
    )


def first(record: GoldRecord) -> str:
    """The type of a record's first event, or ""."""
    return record.events[0].type if record.events else ""


def dates(told: Report, record: GoldRecord) -> Iterator[Example]:
    """Whether each date is when the main suit was filed."""
    for date in told.dates:
        yield (
            filing.features(date, told.at(date.start), told.filings, told.published, first(record)),
            _yes(date.value == record.filed),
        )


def when(told: Report, record: GoldRecord) -> Iterator[Example]:
    """Whether each date is when an event happened."""
    for one in record.events:
        place = reporting.shown_by(one.type, told.sentences, told.signs)
        for date in told.dates:
            yield (
                reporting.date_features(
                    date, told.at(date.start), (one.type, place), told.signs, record.filed, told.published
                ),
                _yes(date.value == one.date),
            )


def courts(told: Report, record: GoldRecord) -> Iterator[Example]:
    """Whether each court is one of the main suit's."""
    for court in told.courts:
        yield (
            forum.features(court, told.courts, told.sentences, first(record)),
            _yes(any(same_name(court.id, wanted, is_id=True) for wanted in record.courts)),
        )


def amounts(told: Report, record: GoldRecord) -> Iterator[Example]:
    """What each amount is for."""
    wanted = {(a.value, a.currency): a.kind for a in record.amounts}
    for money, phrased in told.sums:
        yield (
            sums.features(money, told.at(money.start), first(record), phrased),
            wanted.get((money.value, money.currency), sums.NOTHING),
        )


def _yes(is_so: bool) -> str:
    return YES if is_so else NO
