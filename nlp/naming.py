"""Everybody whom an article names: the tagger's names and whatever else reads as one, brought together by bearer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from .context import beside
from .entities import Entity, gather
from .mask import Mark
from .pooling import Seen
from .products import is_product
from .tagger import BODIES, PARTS, PERSONS, Tagged
from .text import text_of

# What the name finder and the first readings call a stretch that may name somebody.
KINDS: Mapping[str, str] = {
    "person": "person",
    "judge": "person",
    "counsel": "person",
    "organisation": "organisation",
    "law_firm": "organisation",
    "name": "name",
    "place": "place",
    "government": "government",
    "regulator": "regulator",
}
# The tagger tells a person from a body only when it is surer than this of one and not of the other.
SURE = 0.5
# What ends a sentence or an owner's name ("Bolt's", "sued Bolt."), but belongs to "Bolt Inc." and "Robert B."
TRAILING = frozenset({"'s", "’s", "'", "’", ",", "."})
ABBREVIATED = re.compile(r"[A-Z]|(?i:inc|corp|co|ltd|jr|sr|l\.?l\.?c|l\.?p|p\.?c)")


@dataclass(frozen=True, slots=True)
class Naming:
    """The entities of an article with all that is seen of their mentions."""

    entities: tuple[Entity, ...]
    seen: Mapping[Mark, Seen]

    def of(self, entity: Entity) -> list[Seen]:
        """An entity's mentions in text order."""
        return [self.seen[mark] for mark in entity.places]


def naming(doc: Doc, marks: Sequence[Mark], tagged: Tagged) -> Naming:
    """The entities of a document, given what earlier components marked and what the tagger made of it."""
    numbers = {token: n for n, sentence in enumerate(doc._.signals.sentences) for token in sentence}
    seen = {}
    for first, last, kind, name in _stretches(doc, marks, tagged):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        shares = tagged.of(first, last)
        mark = Mark(start, end, _kind(kind, shares), name)
        number = numbers[first]
        seen[mark] = Seen(mark, number, beside(doc._.masked[number], start, end), shares)
    return Naming(tuple(gather(text_of(doc), list(seen))), seen)


def _stretches(doc: Doc, marks: Sequence[Mark], tagged: Tagged) -> list[tuple[int, int, str, str]]:
    """The tokens of every possible name with its kind; where both know one, the tagger sets its edges."""
    found = []
    for mark in marks:
        span = doc.char_span(mark.start, mark.end) if mark.kind in KINDS else None
        if span is not None:
            found.append((span.start, span.end, KINDS[mark.kind], mark.name))
    owner = {i: at for at, (start, end, _, _) in enumerate(found) for i in range(start, end)}
    own = []
    replaced = set()
    for start, tail, _ in tagged.names:
        end = _trimmed(doc, start, tail)
        touched = {owner[i] for i in range(start, end) if i in owner}
        replaced |= touched
        first = found[min(touched)] if touched else (start, end, "name", "")
        same = (first[0], first[1]) == (start, end)
        own.append((start, end, first[2] if first[2] != "place" or same else "name", first[3] if same else ""))
    names = own + [one for at, one in enumerate(found) if at not in replaced]
    return sorted(one for one in names if not is_product(doc[one[0] : one[1]].text))


def _trimmed(doc: Doc, start: int, end: int) -> int:
    """Where a name of these tokens ends, without what only follows it."""
    while end - start > 1 and doc[end - 1].text in TRAILING:
        if doc[end - 1].text == "." and ABBREVIATED.fullmatch(doc[end - 2].text):
            break
        end -= 1
    return end


def _kind(kind: str, shares: Sequence[float]) -> str:
    if kind in ("regulator", "government"):
        return kind
    person, body = (sum(shares[PARTS.index(part)] for part in own) for own in (PERSONS, BODIES))
    if person > SURE:
        return "person"
    if body > SURE:
        return "organisation"
    return kind
