"""Text with every name and value in it replaced by one character, so that patterns need know no names.

"Ana Ruiz sued Bolt Corp. for $5 million" becomes "¹ sued ² for ³", where each of ¹ ² ³ is a private-use character of
its kind. Patterns over masked text stay short, run in linear time and cannot depend on any party's name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Private-use code points never occur in articles; of overlapping marks the kind that comes first here wins.
KINDS = (
    "case",
    "statute",
    "court",
    "docket",
    "money",
    "date",
    "regulator",
    "judge",
    "counsel",
    "law_firm",
    "government",
    "organisation",
    "person",
    "name",
    "place",
)
SIGNS: Mapping[str, str] = {kind: chr(0xE001 + i) for i, kind in enumerate(KINDS)}
KIND_OF: Mapping[str, str] = {sign: kind for kind, sign in SIGNS.items()}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that reads as one thing of a kind."""

    start: int
    end: int
    kind: str  # one of KINDS
    name: str = ""  # its usual name, where the text may use another


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of an article with its marks replaced; `places[i]` is where its character i starts in the article."""

    text: str
    places: tuple[int, ...]  # one longer than the text: the end of the stretch comes last
    marks: Mapping[int, Mark]  # by position in the masked text

    @property
    def start(self) -> int:
        """Where it starts in the article."""
        return self.places[0]

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.places[-1]

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks between two positions of the masked text, in text order."""
        return [self.marks[i] for i in range(start, end) if i in self.marks]


def without_overlaps(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in text order, of overlapping ones the one whose kind comes first, then the longer."""
    kept: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=lambda m: (KINDS.index(m.kind), m.start - m.end, m.start)):
        if mark.start < mark.end and taken.isdisjoint(range(mark.start, mark.end)):
            taken.update(range(mark.start, mark.end))
            kept.append(mark)
    return sorted(kept, key=lambda m: m.start)


def mask(text: str, start: int, end: int, marks: Iterable[Mark]) -> Masked:
    """That stretch of the text, masked; the marks must not overlap, one across an edge is left out."""
    signs: list[str] = []
    places: list[int] = []
    found: dict[int, Mark] = {}
    at = start
    for mark in sorted((m for m in marks if start <= m.start and m.end <= end), key=lambda m: m.start):
        signs.extend(text[at : mark.start])
        places.extend(range(at, mark.start))
        found[len(signs)] = mark
        signs.append(SIGNS[mark.kind])
        places.append(mark.start)
        at = mark.end
    signs.extend(text[at:end])
    places.extend(range(at, end))
    return Masked("".join(signs).replace("’", "'").replace("\n", " "), (*places, end), found)
