"""What the tagger sees of each word: its look, its neighbours, what grammars, name finder and role phrases say of it.

Names themselves are not seen: a word in a name shows its shape, its ending and whether it is a known given name, a
legal form or a word of a trade; neighbouring names and values show as their kind ("<person>", "<court>"). What can be
learnt is therefore how names are spoken of, never who they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from .entities import GENERIC, PARTICLES
from .lexicon import is_plain, places, words
from .mask import Mark

WINDOW = 3  # neighbours of which the exact place is told
REACH = 9  # neighbours of which only the side is told
NAMES = ("person", "organisation", "name", "place", "government", "judge", "counsel", "law_firm")
END = "<end>"
# What links the names of a list.
LINKS = frozenset({",", ";", "and", "&", "or"})


@dataclass(frozen=True, slots=True)
class Signals:
    """The features of every token of a document, by sentence: token numbers and feature lists."""

    sentences: tuple[range, ...]
    features: tuple[list[str], ...]  # one list per token


def signals(
    doc: Doc, sentences: Sequence[range], marks: Sequence[Mark], fillers: Sequence[tuple[Mark, str]]
) -> Signals:
    """What the tagger sees of a document, given everything marked in it and what role phrases say of the marks.

    `sentences` are the token numbers of each.
    """
    reader = _Reader(doc, marks, fillers)
    features: list[list[str]] = [[] for _ in reader.texts]
    for number, sentence in enumerate(sentences):
        for i, found in reader.sentence(number, sentence):
            features[i] = found
    return Signals(tuple(sentences), tuple(features))


class _Reader:
    """One document with what is known of its tokens."""

    def __init__(self, doc: Doc, marks: Sequence[Mark], fillers: Sequence[tuple[Mark, str]]) -> None:
        tokens = [(token.text, token.idx) for token in doc]
        self.texts = [text for text, _ in tokens]
        self.lower = [text.lower() for text in self.texts]
        self.spans: list[tuple[int, int, Mark]] = []
        self.span_of: dict[int, int] = {}
        starts = {start: i for i, (_, start) in enumerate(tokens)}
        ends = {start + len(text): i + 1 for i, (text, start) in enumerate(tokens)}
        for mark in marks:
            if mark.start in starts and mark.end in ends:
                first, last = starts[mark.start], ends[mark.end]
                for i in range(first, last):
                    self.span_of[i] = len(self.spans)
                self.spans.append((first, last, mark))
        self.shown = [self._shown(i) for i in range(len(self.texts))]
        self.kinds = self._kinds()
        self.said = self._said(fillers)
        self.paragraph = self._paragraphs()

    def _shown(self, i: int) -> str:
        """A token as its neighbours see it."""
        if i in self.span_of:
            mark = self.spans[self.span_of[i]][2]
            return f"<{mark.kind}>"
        text = self.texts[i]
        if text.isdigit():
            return "<number>"
        if text[0].isupper() and not is_plain(text):
            return "<capital>"
        return self.lower[i]

    def _kinds(self) -> dict[str, set[str]]:
        """The kinds of the marks that a word stands in, over the whole document."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for first, last, mark in self.spans:
            if mark.kind in NAMES:
                for i in {first, last - 1}:
                    kinds[self.texts[i]].add(mark.kind)
        return kinds

    def _said(self, fillers: Sequence[tuple[Mark, str]]) -> tuple[dict[Mark, set[str]], dict[str, set[str]]]:
        """What phrases say of each mark, and of each name by its last word wherever it stands."""
        here: dict[Mark, set[str]] = defaultdict(set)
        anywhere: dict[str, set[str]] = defaultdict(set)
        for mark, says in fillers:
            here[mark].add(says)
        for _, last, mark in self.spans:
            for says in here.get(mark, ()):
                anywhere[self.texts[last - 1]].add(says)
        return here, anywhere

    def _paragraphs(self) -> list[int]:
        numbers, at = [], 0
        for text in self.texts:
            numbers.append(at)
            if text.isspace() and text.count("\n") > 1:
                at += 1
        return numbers

    def sentence(self, number: int, sentence: range) -> Iterator[tuple[int, list[str]]]:
        """The features of a sentence's tokens."""
        units = self._units(sentence)
        place = "headline" if number == 0 else f"p{min(self.paragraph[sentence.start], 4)}"
        for u, (first, last) in enumerate(units):
            if first in self.span_of:
                around = self._around(units, u, place)
                for i in range(first, last):
                    yield i, self._own(i) + self._inside(i, first, last) + around
            else:
                yield first, self._own(first) + self._near(units, u)

    def _units(self, sentence: range) -> list[tuple[int, int]]:
        """The sentence as stretches: each mark one, each other token one."""
        units = []
        i = sentence.start
        while i < sentence.stop:
            last = min(self.spans[self.span_of[i]][1], sentence.stop) if i in self.span_of else i + 1
            units.append((i, last))
            i = last
        return units

    def _own(self, i: int) -> list[str]:
        """The token itself."""
        text = self.texts[i]
        known = i not in self.span_of or text in words("organisations", "heads") or self.lower[i] in GENERIC
        return list(_look(text, known))

    def _near(self, units: Sequence[tuple[int, int]], u: int) -> list[str]:
        return [f"{k:+d}={self._unit(units, u + k)}" for k in (-2, -1, 1, 2)]

    def _unit(self, units: Sequence[tuple[int, int]], u: int) -> str:
        return self.shown[units[u][0]] if 0 <= u < len(units) else END

    def _inside(self, i: int, first: int, last: int) -> list[str]:
        """The token's place in its mark."""
        mark = self.spans[self.span_of[i]][2]
        place = "B" if i == first else "E" if i == last - 1 else "I"
        return [f"in={place}-{mark.kind}", f"in={mark.kind}", f"of={min(last - first, 5)}-{mark.kind}"]

    def _around(self, units: Sequence[tuple[int, int]], u: int, place: str) -> list[str]:
        """What surrounds a mark, the same for all its tokens."""
        first, last = units[u]
        mark = self.spans[self.span_of[first]][2]
        left = [self._unit(units, u - k) for k in range(1, REACH + 1)]
        right = [self._unit(units, u + k) for k in range(1, REACH + 1)]
        found = [f"{mark.kind}@{place}", place]
        for k in range(WINDOW):
            found += [f"-{k + 1}={left[k]}", f"+{k + 1}={right[k]}"]
        found += [f"-12={left[1]} {left[0]}", f"+12={right[0]} {right[1]}", f"-+={left[0]} {right[0]}"]
        found += [f"-123={left[2]} {left[1]} {left[0]}", f"+123={right[0]} {right[1]} {right[2]}"]
        found += [f"L={w}" for w in _until_end(left)] + [f"R={w}" for w in _until_end(right)]
        here, anywhere = self.said
        found += [f"says={s}" for s in sorted(here.get(mark, ()))]
        found += [f"doc-says={s}" for s in sorted(anywhere.get(self.texts[last - 1], ()))]
        found += [f"{mark.kind}+{w}" for w in (left[0], right[0])]
        found += [f"also={kind}" for i in (first, last - 1) for kind in sorted(self.kinds.get(self.texts[i], ()))]
        return found + self._beside_list(units, u)

    def _beside_list(self, units: Sequence[tuple[int, int]], u: int) -> list[str]:
        """What stands before and after the list of names that a mark stands in: "lawyers with A, B and C filed"."""
        low = high = u
        while low > 0 and self._listed(units[low - 1]):
            low -= 1
        while high + 1 < len(units) and self._listed(units[high + 1]):
            high += 1
        if low == high == u:
            return []
        before, after = self._unit(units, low - 1), self._unit(units, high + 1)
        return [f"list-1={before}", f"list+1={after}", f"list-2={self._unit(units, low - 2)} {before}"]

    def _listed(self, unit: tuple[int, int]) -> bool:
        return unit[0] in self.span_of or self.texts[unit[0]] in LINKS


@lru_cache(maxsize=16384)
def _look(text: str, known: bool) -> tuple[str, ...]:
    """A token's look; the word itself where it is no name."""
    found = ["bias", f"shape={_shape(text)}"]
    lower = text.lower()
    if known and (is_plain(text) or not text[0].isupper()):
        found.append(f"w={lower}")
    if text[0].isupper():
        found.append(f"end={lower[-3:]}")
        lists = {
            "given": words("names", "given"),
            "form": words("organisations", "suffixes"),
            "trade": words("organisations", "heads"),
            "place": places(),
        }
        found += [sign for sign, listed in lists.items() if text in listed]
        if is_plain(text):
            found.append("plain")
    elif lower in PARTICLES:
        found.append("particle")
    return tuple(found)


def _until_end(side: Sequence[str]) -> Iterator[str]:
    for word in side:
        if word in (END, ";"):
            return
        if len(word) > 1:
            yield word


def _shape(text: str) -> str:
    if text.isspace():
        return "blank"
    if len(text) == 1 and not text.isalnum():
        return text
    shape = re.sub(r"[a-zß-öø-ÿ]+", "a", re.sub(r"\d+", "9", text))
    return re.sub(r"[A-ZÀ-Þ]", "A", re.sub(r"[A-ZÀ-Þ]{2,}", "AA", shape))[:6]
