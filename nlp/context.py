"""The sentences of an article as decisions see them: masked, placed, and told apart by whose case they speak of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .entities import base
from .mask import KIND_OF, Masked
from .story import OTHER_SUIT, Story

WORD = re.compile(r"[\ue000-\uf8ff]|[\w'’-]+|[^\w\s]")
REACH = 6
PARTIES = ("PLAINTIFF", "DEFENDANT")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article."""

    masked: Masked
    number: int  # 0 is the headline
    paragraph: int
    names_main: bool  # a party or the caption of the main suit is named
    names_others: bool  # a party of another suit, or another caption, is named
    says_other: bool  # words set another suit apart

    @property
    def is_other(self) -> bool:
        """Whether it speaks of another case than the main one."""
        return not self.names_main and (self.names_others or self.says_other)

    @property
    def start(self) -> int:
        """Where it starts in the article."""
        return self.masked.start

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.masked.end


def sentences(text: str, masked: Sequence[Masked], story: Story) -> list[Sentence]:
    """The sentences of an article, given its story."""
    main = {(m.start, m.end) for part in story.main for m in part.entity.places}
    others = {(m.start, m.end) for p in story.parts if p.role in PARTIES for m in p.entity.places} - main
    own = {base(story.caption.text)} if story.caption else set()
    found = []
    for number, one in enumerate(masked):
        inside = {(m.start, m.end) for m in one.marks.values()}
        captions = {base(text[m.start : m.end]) for m in one.marks.values() if m.kind == "case"}
        found.append(
            Sentence(
                one,
                number,
                text.count("\n\n", 0, one.places[0]),
                bool(inside & main or captions & own),
                bool(inside & others or captions - own),
                OTHER_SUIT.search(one.text) is not None,
            )
        )
    return found


def around(sentence: Masked, start: int, end: int) -> dict[str, float]:
    """The words around a stretch of the article that lies in the sentence; names and values show as their kind."""
    left, right = _sides(sentence, start, end)
    found = {f"L={w}": 1.0 for w in left[-REACH:]} | {f"R={w}": 1.0 for w in right[:REACH]}
    return found | beside(sentence, start, end)


def beside(sentence: Masked, start: int, end: int) -> dict[str, float]:
    """The two words before and after a stretch of the article, shown as in `around`."""
    left, right = _sides(sentence, start, end)
    padded_left, padded_right = ["<start>", *left], [*right, "<end>"]
    return {
        f"-1={padded_left[-1]}": 1.0,
        f"+1={padded_right[0]}": 1.0,
        f"-2={' '.join(padded_left[-2:])}": 1.0,
        f"+2={' '.join(padded_right[:2])}": 1.0,
    }


def _sides(sentence: Masked, start: int, end: int) -> tuple[list[str], list[str]]:
    first = next((i for i, place in enumerate(sentence.places) if place >= start), 0)
    last = next((i for i, place in enumerate(sentence.places) if place >= end), len(sentence.text))
    return shown(sentence.text[:first]), shown(sentence.text[last:])


def company(sentence: Masked) -> dict[str, float]:
    """The kinds of names and values that a sentence tells."""
    return {f"with-{mark.kind}": 1.0 for mark in sentence.marks.values()}


def shown(masked: str) -> list[str]:
    """The words of masked text in lower case, a name or value as its kind: "<money>"."""
    return [f"<{KIND_OF[w]}>" if w in KIND_OF else "<n>" if w.isdigit() else w.lower() for w in WORD.findall(masked)]


def bucket(count: int) -> str:
    """A count or position as a feature's value: far ones are alike."""
    return str(count) if count < 4 else "4-6" if count < 7 else "7+"
