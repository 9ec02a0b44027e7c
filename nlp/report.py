"""What an article reports of its main suit, decided from trained weights: events, filing date, courts, amounts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from . import filing, forum, reporting, sums
from .context import Sentence, sentences
from .facts import Amount, Case, Date, Event, Mention, Money, Value
from .linear import YES, Linear
from .marking import captions_of
from .mask import mask
from .news import Sign, kinds, signs
from .suits import Named, Shown, others
from .text import text_of
from .weights import Weights

# A court is taken into the record when it is this likely: settled by cross-validation.
LIKELY = 0.5
# Dates are told from less, for an article that tells any mostly tells the one wanted: settled by cross-validation, not
# at the best figure but above it, and highest for a filing date, which people rely on most.
DATED = 0.2
FILED = 0.4
# Characters between a caption and its docket number.
BESIDE = 60


@dataclass(frozen=True, slots=True)
class Report:
    """A document as the decisions about its news see it."""

    sentences: tuple[Sentence, ...]
    dates: tuple[Date, ...]
    filings: Mapping[Date, Sequence[str]]  # the phrases that tell of a filing with each date
    signs: tuple[Sign, ...]  # the words that tell of events
    courts: tuple[forum.Forum, ...]
    sums: tuple[tuple[Money, str], ...]  # with the kind that phrases alone give each
    dockets: tuple[Value, ...]
    caption: Mention | None  # the main suit's, if told
    roles: tuple[str, ...]  # the parts played in the main suit
    published: str | None

    @property
    def fresh(self) -> frozenset[int]:
        """The numbers of the sentences that tell a date of the last days."""
        dated = (d for d in self.dates if filing.age(d, self.published) in ("day", "week"))
        return frozenset(self.at(d.start).number for d in dated)

    def at(self, place: int) -> Sentence:
        """The sentence that holds a place of the article."""
        return next((s for s in self.sentences if s.start <= place < s.end), self.sentences[-1])


@dataclass(frozen=True, slots=True)
class News:
    """The events of an article, most important first; its suit's docket number, filing and courts; its amounts."""

    events: tuple[Event, ...] = ()
    docket: Value | None = None
    filed: Value | None = None
    courts: tuple[Value, ...] = ()
    amounts: tuple[Amount, ...] = ()
    others: tuple[Case, ...] = ()  # suits beside the main one


@dataclass(frozen=True)
class Decisions:
    """The trained decisions about an article's news."""

    event: Linear
    when: Linear
    filing: Linear
    forum: Linear
    sums: Linear

    @classmethod
    def of(cls, weights: Weights) -> "Decisions":
        """The decisions of a folder of weights."""
        return cls(*(weights.decision(name) for name in ("event", "when", "filing", "forum", "sums")))


def report(doc: Doc) -> Report:
    """The report of a document whose story was told."""
    # Courts stay in words here: whether a court is an appellate one shows in its name.
    marks = [mark for mark in doc._.marks if mark.kind != "court"]
    text = text_of(doc)
    masked = [mask(text, s.start, s.end, marks) for s in doc._.masked]
    dates = [Date(s.start_char, s.end_char, s.kb_id_) for s in doc.spans.get("dates", ()) if s.kb_id_]
    told = sentences(text, masked, doc._.story)
    return Report(
        tuple(told),
        tuple(dates),
        filing.told_with(told, dates),
        tuple(signs(masked, dates, doc._.published)),
        tuple(
            forum.gathered(
                *(
                    [(s.kb_id_, s.start_char, s.end_char) for s in doc.spans.get(group, ())]
                    for group in ("courts", "court_hints")
                )
            )
        ),
        tuple(_sums(doc, told)),
        tuple(Value(s.kb_id_ or s.text, s.start_char, s.end_char) for s in doc.spans.get("dockets", ())),
        doc._.story.caption,
        tuple(part.role for part in doc._.story.main),
        doc._.published,
    )


def _sums(doc: Doc, told: Sequence[Sentence]) -> Iterable[tuple[Money, str]]:
    phrased = {(m.start, m.end): kind for sentence in told for m, kind in kinds(sentence.masked).items()}
    for span in doc.spans.get("money", ()):
        number, currency = span.kb_id_.rsplit(" ", 1)
        yield (
            Money(span.start_char, span.end_char, float(number), currency),
            phrased.get((span.start_char, span.end_char), ""),
        )


def news(told: Report, decisions: Decisions) -> News:
    """What a report tells."""
    chances = decisions.event.probabilities(reporting.features(told.sentences, told.signs, told.roles, told.fresh))
    types = reporting.types(chances, told.signs)
    first = types[0][0] if types else ""
    filed = filing_date(told, decisions.filing, first)
    return News(
        tuple(_event(type_, chance, told, decisions.when, filed) for type_, chance in types),
        docket(told),
        filed,
        tuple(courts(told, decisions.forum, first)),
        tuple(amounts(told, decisions.sums, first)),
    )


def other_suits(doc: Doc, told: Report) -> tuple[Case, ...]:
    """The suits beside the main one."""
    named = {
        group: [Named(s.kb_id_ or s.text, s.start_char, s.end_char) for s in doc.spans.get(group, ())]
        for group in ("courts", "court_hints", "dockets")
    }
    filings = [Named(date.value, date.start, date.end) for date in told.dates if told.filings[date]]
    return others(
        doc._.story,
        told.sentences,
        Shown(captions_of(doc), named["courts"] + named["court_hints"], named["dockets"], filings),
    )


def docket(told: Report) -> Value | None:
    """The first docket number told of the main suit: beside its caption, else outside sentences that tell of others."""
    own = [number for number in told.dockets if not told.at(number.start).is_other]
    if told.caption is not None:
        near = [n for n in own if n.start >= told.caption.end and n.start - told.caption.end <= BESIDE]
        near += [n for n in own if n.end <= told.caption.start and told.caption.start - n.end <= BESIDE]
        own = near or own
    return own[0] if own else None


def filing_date(told: Report, model: Linear, event: str) -> Value | None:
    """When the main suit was filed, if the article tells."""
    chances = {
        date: model.probabilities(filing.features(date, told.at(date.start), told.filings, told.published, event))[YES]
        for date in told.dates
    }
    best = filing.best(chances)
    return Value(best[0].value, best[0].start, best[0].end, best[1]) if best and best[1] >= FILED else None


def _event(type_: str, chance: float, told: Report, model: Linear, filed: Value | None) -> Event:
    place = reporting.shown_by(type_, told.sentences, told.signs)
    day = filed.value if filed else None
    chances = {
        date: model.probabilities(
            reporting.date_features(date, told.at(date.start), (type_, place), told.signs, day, told.published)
        )[YES]
        for date in told.dates
    }
    best = filing.best(chances)
    date = best[0].value if best and best[1] >= DATED else None
    return Event(type_, date, place.start, place.end, chance)


def courts(told: Report, model: Linear, event: str) -> list[Value]:
    """The courts of the main suit, those told by name first, each in text order."""
    found = []
    for court in told.courts:
        chance = model.probabilities(forum.features(court, told.courts, told.sentences, event))[YES]
        if chance >= LIKELY:
            found.append(Value(court.id, *court.places[0], chance))
    return found


def amounts(told: Report, model: Linear, event: str) -> list[Amount]:
    """The amounts that concern the case, each value once."""
    found: list[Amount] = []
    for money, phrased in told.sums:
        chances = model.probabilities(sums.features(money, told.at(money.start), event, phrased))
        kind = max(chances, key=lambda answer: chances[answer])
        if kind != sums.NOTHING and not any((a.value, a.currency) == (money.value, money.currency) for a in found):
            found.append(Amount(money.value, money.currency, kind, money.start, money.end, chances[kind]))
    return found
