"""From the document to the facts: one list of mentions without overlaps, the main case, its events and amounts."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from .entities import base
from .facts import Case, Facts, Mention, Value
from .mask import Mark
from .news import News
from .roles import Part
from .story import OTHER_SUIT, Story, named_sides

# Whose span wins where two groups found the same words.
ORDER = ("captions", "statutes", "courts", "dockets", "money", "people", "firms", "parties")
HINT_CONFIDENCE = 0.6
COMPOSED_CONFIDENCE = 0.6


def facts(doc: Doc) -> Facts:
    """All that a read document tells, each value with the words that show it."""
    news: News = doc._.news
    return Facts(mentions(doc), _case(doc), news.events, news.amounts)


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """The mentions of all groups in text order, none over another and none in skipped boilerplate."""
    taken: set[int] = {i for start, end in doc._.skip for i in range(start, end)}
    confidences = {place: part.confidence for part in doc._.story.parts for place in _spans(part.entity.places)}
    found = []
    for group in ORDER:
        for span in doc.spans.get(group, ()):
            place = (span.start_char, span.end_char)
            if taken.isdisjoint(range(*place)):
                taken.update(range(*place))
                found.append(_mention(span, confidences.get(place, 0.9) if group == "parties" else 1.0))
    return tuple(sorted(found))


def _spans(marks: Iterable[Mark]) -> list[tuple[int, int]]:
    return [(mark.start, mark.end) for mark in marks]


def _mention(span: Span, confidence: float) -> Mention:
    is_id = span.label_ in ("STATUTE", "COURT")
    id_ = span.kb_id_ if is_id and span.kb_id_.islower() and " " not in span.kb_id_ else None
    return Mention(
        span.start_char, span.end_char, span.label_, span.text, span.kb_id_ or span.text, id_, round(confidence, 2)
    )


def _case(doc: Doc) -> Case:
    """The main case; a text that tells of no suit, fine or inquiry has only statutes and courts."""
    story: Story = doc._.story
    parties = _parties(story)
    plaintiffs = [value for role, value in parties if role == "PLAINTIFF"]
    defendants = [value for role, value in parties if role == "DEFENDANT"]
    filed = doc._.news.filed
    return Case(
        caption=_caption(story, plaintiffs, defendants),
        docket=_first(doc, "dockets"),
        filed=Value(filed.value, filed.start, filed.end) if filed and (plaintiffs or defendants) else None,
        plaintiffs=tuple(plaintiffs),
        defendants=tuple(defendants),
        courts=_courts(doc),
        statutes=_distinct(doc.spans.get("statutes", ()), 1.0),
        judges=_distinct((s for s in doc.spans.get("people", ()) if s.label_ == "JUDGE"), 0.9),
        law_firms=_distinct(doc.spans.get("firms", ()), 0.8),
        regulators=tuple(_named(part) for part in story.regulators),
    )


def _parties(story: Story) -> list[tuple[str, Value]]:
    """The parties of the main case in order of first naming; by the caption where it names them more fully."""
    fuller = {}
    if story.caption is not None:
        for name, role in named_sides(story.caption.text):
            plain = name.removesuffix("et al.").rstrip(" ,")
            at = story.caption.start + story.caption.text.find(plain)
            fuller[role] = Value(plain, at, at + len(plain), 0.9)
    values = []
    for part in story.main:
        value, caption = _named(part), fuller.get(part.role)
        if caption and len(base(caption.value)) > len(base(value.value)) and _within(value.value, caption.value):
            value = caption
        values.append((part.role, value))
    return values


def _within(short: str, full: str) -> bool:
    return set(base(short).split()) < set(base(full).split())


def _named(part: Part) -> Value:
    """A party by its fullest name, shown where the text first uses that name."""
    name = part.entity.name
    places = [m for m in part.entity.places if m.end - m.start == len(name)] or list(part.entity.places)
    return Value(name, places[0].start, places[0].end, round(part.confidence, 2))


def _caption(story: Story, plaintiffs: Sequence[Value], defendants: Sequence[Value]) -> Value | None:
    """The caption that the text names, else one composed of the first parties; shown by the first plaintiff's name."""
    if story.caption is not None:
        return Value(story.caption.text, story.caption.start, story.caption.end, 0.95)
    if not plaintiffs or not defendants:
        return None
    one, other = plaintiffs[0], defendants[0]
    caption = f"{one.value} v. {other.value}"
    return Value(caption, one.start, one.end, min(COMPOSED_CONFIDENCE, one.confidence, other.confidence))


def _first(doc: Doc, group: str) -> Value | None:
    """The first docket number told of the main case: beside its caption, else outside sentences that tell of others."""
    spans = list(doc.spans.get(group, ()))
    caption = doc._.story.caption
    if caption is not None:
        near = [s for s in spans if 0 <= s.start_char - caption.end <= 60 or 0 <= caption.start - s.end_char <= 60]
        spans = near or spans
    usable = [s for s in spans if not OTHER_SUIT.search(s.sent.text)] or spans
    return Value(usable[0].kb_id_ or usable[0].text, usable[0].start_char, usable[0].end_char) if usable else None


def _distinct(spans: Iterable[Span], confidence: float) -> tuple[Value, ...]:
    """What the spans stand for, each once, shown at its first span."""
    values: dict[str, Value] = {}
    for span in sorted(spans, key=lambda s: s.start_char):
        name = span.kb_id_ or span.text
        values.setdefault(base(name) or name, Value(name, span.start_char, span.end_char, confidence))
    return tuple(values.values())


def _courts(doc: Doc) -> tuple[Value, ...]:
    """The courts named outside captions of other cases, then those that generic words resolve to."""
    named = _distinct(doc.spans.get("courts", ()), 0.9)
    known = {value.value for value in named}
    hints = [v for v in _distinct(doc.spans.get("court_hints", ()), HINT_CONFIDENCE) if v.value not in known]
    return (*named, *hints)
