"""From the document to the facts: one list of mentions without overlaps, the main case, its events and amounts."""

import re
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

from .context import PARTIES
from .entities import GENERATIONS, base
from .facts import Case, Facts, Mention, Value
from .lexicon import phrases
from .report import News
from .roles import Part
from .story import Story, named_sides
from .text import text_of

# Whose span wins where two groups found the same words.
ORDER = ("captions", "statutes", "courts", "dockets", "money", "people", "firms", "parties")
ET_AL = re.compile(r",? et al\.?,?(?= v| *$)")
ATTORNEY_GENERAL = re.compile(
    r"(?:(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:[’']s?)? )?"
    r"\b(?:Attorney General|AG) (?P<name>(?:[A-Z][\w.'’-]+ ?){1,4})"
)
# A state as plaintiff goes by several names.
STATES = "|".join(sorted(phrases("places", "states")))
STATE = re.compile(rf"^(?:the )?(?:State|Commonwealth|People) of |Attorney General|^(?:{STATES})$", re.IGNORECASE)
COMPOSED_CONFIDENCE = 0.6


def facts(doc: Doc) -> Facts:
    """All that a read document tells, each value with the words that show it."""
    news: News = doc._.news
    return Facts(mentions(doc), _case(doc), news.events, news.amounts, news.others)


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """The mentions of all groups in text order, none over another and none in skipped boilerplate."""
    taken: set[int] = {i for start, end in doc._.skip for i in range(start, end)}
    story: Story = doc._.story
    confidences = {(part.entity.name, part.role): part.confidence for part in story.parts}
    found = []
    for group in ORDER:
        for span in doc.spans.get(group, ()):
            place = (span.start_char, span.end_char)
            if taken.isdisjoint(range(*place)):
                taken.update(range(*place))
                found.append(_mention(span, confidences.get((span.kb_id_, span.label_), 1.0)))
    return tuple(sorted(found))


def _mention(span: Span, confidence: float) -> Mention:
    is_id = span.label_ in ("STATUTE", "COURT")
    id_ = span.kb_id_ if is_id and span.kb_id_.islower() and " " not in span.kb_id_ else None
    return Mention(
        span.start_char, span.end_char, span.label_, span.text, span.kb_id_ or span.text, id_, round(confidence, 2)
    )


def _case(doc: Doc) -> Case:
    """The main case."""
    story: Story = doc._.story
    news: News = doc._.news
    parties = _parties(text_of(doc), story)
    plaintiffs = [value for role, value in parties if role == "PLAINTIFF"]
    defendants = [value for role, value in parties if role == "DEFENDANT"]
    statutes = _distinct(doc.spans.get("statutes", ()), 1.0)
    return Case(
        caption=_caption(doc, plaintiffs, defendants),
        docket=news.docket,
        filed=news.filed,
        plaintiffs=tuple(plaintiffs),
        defendants=tuple(defendants),
        courts=news.courts,
        statutes=statutes,
        judges=_played(story, "JUDGE"),
        law_firms=_played(story, "LAW_FIRM"),
        regulators=_played(story, "REGULATOR"),
    )


def _played(story: Story, role: str) -> tuple[Value, ...]:
    return tuple(_named(part) for part in story.main if part.role == role)


def _parties(text: str, story: Story) -> list[tuple[str, Value]]:
    """The parties of the main case in order of first naming; by the caption where it names them more fully."""
    fuller = {}
    by_name = _sued_by_name(text, story)
    if story.caption is not None:
        for name, role in named_sides(story.caption.text):
            plain = name.removesuffix("et al.").rstrip(" ,")
            at = story.caption.start + story.caption.text.find(plain)
            fuller[role] = Value(plain, at, at + len(plain), 0.9)
    values = []
    for part in story.main:
        if part.role not in PARTIES or (part.role == "PLAINTIFF" and by_name and STATE.search(part.entity.name)):
            continue
        value, caption = _named(part), fuller.get(part.role)
        if caption and len(base(caption.value)) > len(base(value.value)) and _within(value.value, caption.value):
            value = caption
        values.append((part.role, value))
    return values


def _sued_by_name(text: str, story: Story) -> bool:
    """Whether an attorney general sues who is named: then the state and the office are the same plaintiff."""
    generals = {match["name"] for match in ATTORNEY_GENERAL.finditer(text)}
    forms = [form for part in story.main if part.role == "PLAINTIFF" for form in part.entity.forms]
    return any(name.startswith(form) for name in generals for form in forms)


def _within(short: str, full: str) -> bool:
    return set(base(short).split()) < set(base(full).split())


def _named(part: Part) -> Value:
    """A party by its fullest name, shown where the text first uses that name."""
    name = part.entity.name
    places = [m for m in part.entity.places if m.end - m.start == len(name)] or list(part.entity.places)
    return Value(name, places[0].start, places[0].end, round(part.confidence, 2))


def _caption(doc: Doc, plaintiffs: Sequence[Value], defendants: Sequence[Value]) -> Value | None:
    """The caption that the text names, else one composed of the first parties; shown by the first plaintiff's name."""
    story: Story = doc._.story
    if story.caption is not None:
        text = ET_AL.sub("", story.caption.text)
        return Value(text, story.caption.start, story.caption.end, 0.95)
    if not plaintiffs or not defendants:
        return None
    one, other = plaintiffs[0], defendants[0]
    confidence = min(COMPOSED_CONFIDENCE, one.confidence, other.confidence)
    kinds = {part.entity.name: part.entity.kind for part in story.main}
    caption = f"{_side(doc, one, kinds)} v. {_side(doc, other, kinds)}"
    return Value(caption, one.start, one.end, confidence)


def _side(doc: Doc, party: Value, kinds: Mapping[str, str]) -> str:
    """A party as captions name it: a person by the surname, an attorney general as the state."""
    if kinds.get(party.value) != "person":
        return party.value
    for match in ATTORNEY_GENERAL.finditer(text_of(doc)):
        if match["state"] and match["name"].split()[-1] == party.value.split()[-1]:
            return f"State of {match['state']}"
    return party.value.split()[-1] if GENERATIONS.search(party.value) is None else party.value


def _distinct(spans: Iterable[Span], confidence: float) -> tuple[Value, ...]:
    """What the spans stand for, each once, shown at its first span."""
    values: dict[str, Value] = {}
    for span in sorted(spans, key=lambda s: s.start_char):
        name = span.kb_id_ or span.text
        values.setdefault(base(name) or name, Value(name, span.start_char, span.end_char, confidence))
    return tuple(values.values())
