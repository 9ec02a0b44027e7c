"""Everything that earlier components found in an article as marks, and its sentences without them."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from .facts import Mention
from .mask import Mark, Masked, mask, without_overlaps
from .names import candidates
from .story import governments
from .text import text_of

# What the groups of the components before this one are to a pattern.
GROUPS = {
    "captions": "case",
    "statutes": "statute",
    "courts": "court",
    "dockets": "docket",
    "money": "money",
    "dates": "date",
    "regulators": "regulator",
    "firms": "law_firm",
}
CANDIDATES = {"person": "person", "org": "organisation", "place": "place", "other": "name"}


def captions_of(doc: Doc) -> list[Mention]:
    """The captions that an earlier component laid on the document."""
    return [Mention(s.start_char, s.end_char, s.label_, s.text, s.kb_id_) for s in doc.spans.get("captions", ())]


def masked(doc: Doc, sentences: Sequence[Span], marks: Sequence[Mark]) -> list[Masked]:
    """The document's sentences with marks replaced, without the blank lines that spaCy counts to the one before."""
    text = text_of(doc)
    return [mask(text, s.start_char, s.start_char + len(s.text.rstrip()), marks) for s in sentences]


def marks_of(doc: Doc) -> list[Mark]:
    """Everything that earlier components laid on the document, and every stretch that reads as a name."""
    found = [
        Mark(s.start_char, s.end_char, kind, s.kb_id_ if kind == "regulator" else "")
        for group, kind in GROUPS.items()
        for s in doc.spans.get(group, ())
    ]
    found += [Mark(s.start_char, s.end_char, s.label_.lower()) for s in doc.spans.get("people", ())]
    found = without_overlaps(found)
    # A date may be a place's name or part of one ("May", "March Networks"); names come from what is left.
    blocked = [(m.start, m.end) for m in found]
    found += governments(text_of(doc))
    spotted = candidates(text_of(doc), blocked)
    found += [Mark(c.start, c.end, CANDIDATES[c.kind]) for c in spotted]
    return without_overlaps(found)
