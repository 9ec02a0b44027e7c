"""Decides who plays which part, once for everybody named, and which parties are in the main suit.

"[Denise Okafor](PLAINTIFF), who worked in Joliet, sued [Brightline Logistics](DEFENDANT) in June."
"After a two-year inquiry the [CNIL](REGULATOR) has fined [Visagenta SAS](DEFENDANT)."
"[Fitloop](DEFENDANT), the parent of ClubOne, has agreed to pay $6.8 million."
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..context import PARTIES
from ..entities import ENDING, GENERIC, base, surname
from ..facts import Mention
from ..main_suit import chosen, features
from ..marking import captions_of
from ..mask import Mark
from ..naming import naming
from ..parts import decided, weighed
from ..roles import Part
from ..story import Story, main_caption, paragraphs
from ..text import lay, text_of
from ..weights import Weights

Doc.set_extension("story", default=Story(), force=True)  # everybody's part, and who is in the main suit

# The span group of each part.
GROUPS = {
    "JUDGE": "people",
    "COUNSEL": "people",
    "LAW_FIRM": "firms",
    "PLAINTIFF": "parties",
    "DEFENDANT": "parties",
    "REGULATOR": "parties",
}
# "the Acme app" is a product that shares the name.
PRODUCT = re.compile(
    r" (?:mobile |phone )?(?:apps?|applications?|software|accounts?|filters?|Messenger|API|tool|feature)\b"
)


def mentions(text: str, marks: Sequence[Mark], parts: Sequence[Part]) -> list[Mention]:
    """Every place that names somebody with a part."""
    found = []
    named = {(m.start, m.end) for part in parts for m in part.entity.places}
    taken = [(m.start, m.end) for m in marks if (m.start, m.end) not in named] + sorted(named)
    for part in parts:
        places = [*part.entity.places]
        if part.entity.kind not in ("place", "government", "regulator"):
            places += _unspotted(text, part, taken)
        found += [
            Mention(m.start, m.end, part.role, text[m.start : m.end], part.entity.name, confidence=part.confidence)
            for m in dict.fromkeys(places)
            if not (part.role == "DEFENDANT" and PRODUCT.match(text, m.end) and _is_common(text, m.start))
        ]
    return sorted(found)


def _is_common(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:the|its|their|his|her|an?) $", text[max(0, start - 8) : start], re.IGNORECASE))


def _unspotted(text: str, part: Part, taken: Sequence[tuple[int, int]]) -> Iterable[Mark]:
    """Places that name somebody but were not seen as names, such as inside a headline in Title Case."""
    name = part.entity.name
    forms = {form for form in part.entity.forms if len(form) > 2} | {ENDING.sub("", name)}
    if part.entity.kind == "person" and " " in name:
        forms.add(name.split()[-len(surname(name).split()) :][0])
    occupied = {i for start, end in taken for i in range(start, end)}
    for form in sorted(forms, key=len, reverse=True):
        if len(form) < 3 or base(form) in GENERIC or not re.search(r"[A-Z0-9]", form):
            continue
        for start in _whole_words(form, text):
            place = range(start, start + len(form))
            if occupied.isdisjoint(place):
                occupied.update(place)
                yield Mark(place.start, place.stop, part.entity.kind)


def _whole_words(words: str, text: str) -> Iterator[int]:
    """Where the words stand in the text, not as part of longer ones."""
    at = text.find(words)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(words) : at + len(words) + 1]
        if not any(c.isalnum() or c in "_-" for c in beside):
            yield at
        at = text.find(words, at + 1)


@Language.factory(
    "biodocket_parties",
    default_config={"weights": None},
    requires=["doc._.phrased", "doc._.tagged"],
    assigns=["doc.spans", "doc._.story"],
)
def component(nlp: Language, name: str, weights: str | None) -> Callable[[Doc], Doc]:
    """A component that keeps the story and lays the groups of everybody with a part, and "main" of the main suit."""
    trained = Weights.of(weights)
    roles, main = trained.decision("parts"), trained.decision("main")

    def told(doc: Doc) -> Doc:
        found = decided(weighed(naming(doc, doc._.marks, doc._.tagged), doc._.phrased), roles)
        own = chosen(main_features(doc, found), found, main)
        doc._.story = story(doc, found, [replace(part, confidence=chance) for part, chance in own])
        placed = [m for m in mentions(text_of(doc), doc._.marks, found) if not _skipped(m, doc._.skip)]
        for group in sorted(set(GROUPS.values())):
            lay(doc, group, [m for m in placed if GROUPS[m.label] == group])
        return doc

    return told


def main_features(doc: Doc, parts: Sequence[Part]) -> list[dict[str, float]]:
    """What tells of each part of a document whether it is in the main suit."""
    return features(parts, doc._.phrased, doc._.masked, paragraphs(text_of(doc), doc._.masked))


def story(doc: Doc, parts: Sequence[Part], main: Sequence[Part]) -> Story:
    """The story of a document, given everybody's part and those of the main suit."""
    parties = [part for part in main if part.role in PARTIES]
    caption = main_caption(captions_of(doc), [part.entity for part in parts], parties, doc._.masked)
    return Story(tuple(parts), tuple(main), caption)


def _skipped(mention: Mention, skip: Sequence[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in skip)
