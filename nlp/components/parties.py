"""Finds the parties: plaintiffs, defendants, and the regulators that act.

"[Denise Okafor](PLAINTIFF), who worked in Joliet, sued [Brightline Logistics](DEFENDANT) in June."
"After a two-year inquiry the [CNIL](REGULATOR) has fined [Visagenta SAS](DEFENDANT)."
"[Fitloop](DEFENDANT), the parent of ClubOne, has agreed to pay $6.8 million."
"""

import re
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ..entities import ENDING, GENERIC, base, surname
from ..facts import Mention
from ..mask import Mark, without_overlaps
from ..names import candidates
from ..roles import Part
from ..story import Story, governments, tell
from ..text import lay

Doc.set_extension("marks", default=(), force=True)  # everything found so far and every name, without overlaps
Doc.set_extension("story", default=Story(), force=True)  # the parties with the evidence for them, for the record
Doc.set_extension("skip", default=(), force=True)  # (start, end) of boilerplate, where nothing is a mention

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
# "the Acme app" is a product that shares the name.
PRODUCT = re.compile(
    r" (?:mobile |phone )?(?:apps?|applications?|software|accounts?|filters?|Messenger|API|tool|feature)\b"
)


def stretches(doc: Doc) -> list[tuple[int, int]]:
    """Where the sentences start and end, without the blank lines that spaCy counts to the one before."""
    return [(s.start_char, s.start_char + len(s.text.rstrip())) for s in doc.sents]


def marks_of(doc: Doc) -> list[Mark]:
    """Everything that earlier components laid on the document, as marks."""
    found = [
        Mark(s.start_char, s.end_char, kind, s.kb_id_ if kind == "regulator" else "")
        for group, kind in GROUPS.items()
        for s in doc.spans.get(group, ())
    ]
    found += [Mark(s.start_char, s.end_char, s.label_.lower()) for s in doc.spans.get("people", ())]
    found = without_overlaps(found)
    # A date may be a place's name or part of one ("May", "March Networks"); names come from what is left.
    blocked = [(m.start, m.end) for m in found]
    found += governments(doc.text)
    spotted = candidates(doc.text, blocked)
    found += [Mark(c.start, c.end, CANDIDATES[c.kind]) for c in spotted]
    return without_overlaps(found)


def mentions(text: str, marks: Sequence[Mark], story: Story) -> list[Mention]:
    """The mentions of a story's parties: every place that names one in its role."""
    found = []
    for part in story.parts:
        own = set(part.entity.places)
        taken = [(m.start, m.end) for m in marks if m not in own]
        places = list(part.entity.places)
        if part.entity.kind == "place":
            # "Texas" is the plaintiff only where it is told to sue.
            places = [item.mark for item in part.evidence if item.mark is not None]
        elif part.entity.kind != "regulator":
            places += _unspotted(text, part, [*taken, *((m.start, m.end) for m in own)])
        found += [
            Mention(m.start, m.end, part.role, text[m.start : m.end], part.entity.name, confidence=part.confidence)
            for m in dict.fromkeys(places)
            if not (part.role == "DEFENDANT" and PRODUCT.match(text, m.end) and _is_common(text, m.start))
        ]
    return sorted(found)


def _is_common(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:the|its|their|his|her|an?) $", text[max(0, start - 8) : start], re.IGNORECASE))


def _unspotted(text: str, part: Part, taken: Sequence[tuple[int, int]]) -> Iterable[Mark]:
    """Places that name the party but were not seen as names, such as inside a headline in Title Case."""
    name = part.entity.name
    forms = {form for form in part.entity.forms if len(form) > 2} | {ENDING.sub("", name)}
    if part.entity.kind == "person" and " " in name:
        forms.add(name.split()[-len(surname(name).split()) :][0])
    occupied = {i for start, end in taken for i in range(start, end)}
    for form in sorted(forms, key=len, reverse=True):
        if len(form) < 3 or base(form) in GENERIC or not re.search(r"[A-Z0-9]", form):
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            if occupied.isdisjoint(range(*match.span())):
                occupied.update(range(*match.span()))
                yield Mark(match.start(), match.end(), part.entity.kind)


@Language.component("biodocket_parties", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lays the group "parties" and keeps the story they come from."""
    marks = marks_of(doc)
    captions = [Mention(s.start_char, s.end_char, s.label_, s.text, s.kb_id_) for s in doc.spans.get("captions", ())]
    story = tell(doc.text, stretches(doc), marks, captions)
    doc._.marks = tuple(marks)
    doc._.story = story
    found = [m for m in mentions(doc.text, marks, story) if not _skipped(m, doc._.skip)]
    lay(doc, "parties", found)
    return doc


def _skipped(mention: Mention, skip: Sequence[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in skip)
