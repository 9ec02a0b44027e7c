"""The other suits that an article tells of: who sues whom beside the main case, with what is said of each.

"Okafor sued Brightline … In a separate suit, Ada Berg accuses Quillmark Homes of the same" has two; the second is
Berg v. Quillmark Homes. Parties outside the main suit belong together when a sentence or a caption names both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .context import PARTIES, Sentence
from .entities import base
from .evidence import resolve
from .facts import Case, Mention, Value
from .roles import Part
from .story import Story, named_sides


@dataclass(frozen=True, slots=True)
class Named:
    """A court, a number or a date of the article: what it stands for and where it stands."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What an article names beside its parties, each in text order."""

    captions: Sequence[Mention] = ()
    courts: Sequence[Named] = ()
    dockets: Sequence[Named] = ()
    filings: Sequence[Named] = ()  # dates that a filing is told with


def others(story: Story, sentences: Sequence[Sentence], shown: Shown) -> tuple[Case, ...]:
    """The suits beside the main one, in the order in which they are told; a suit needs somebody who is sued."""
    main = {part.entity.name for part in story.main}
    parts = [part for part in story.parts if part.role in PARTIES and part.entity.name not in main]
    groups = together(parts, sentences, shown.captions)
    told = [_case([parts[i] for i in group], story, sentences, shown) for group in groups]
    return tuple(case for case in told if case.defendants and (case.plaintiffs or case.caption or case.docket))


def together(parts: Sequence[Part], sentences: Sequence[Sentence], captions: Sequence[Mention]) -> list[list[int]]:
    """The parties that are named in one breath, as lists of their positions."""
    group = list(range(len(parts)))

    def join(members: Iterable[int]) -> None:
        own = {group[i] for i in members}
        if own:
            group[:] = [min(own) if g in own else g for g in group]

    for sentence in sentences:
        join(i for i, part in enumerate(parts) if _names(sentence, part))
    entities = [part.entity for part in parts]
    for caption in captions:
        join(i for name, _ in named_sides(caption.text) if (i := resolve(name, entities)) is not None)
    return [[i for i, g in enumerate(group) if g == root] for root in sorted(set(group))]


def _names(sentence: Sentence, part: Part) -> bool:
    return any(sentence.start <= mark.start < sentence.end for mark in part.entity.places)


def _case(parts: Sequence[Part], story: Story, sentences: Sequence[Sentence], shown: Shown) -> Case:
    """What is said of a suit in the sentences that name its parties and nobody of the main one."""
    entities = [part.entity for part in parts]
    captions = [
        c
        for c in shown.captions
        if (story.caption is None or base(c.text) != base(story.caption.text))
        and any(resolve(name, entities) is not None for name, _ in named_sides(c.text))
    ]
    own = [
        s
        for s in sentences
        if not s.names_main
        and (any(_names(s, part) for part in parts) or any(s.start <= c.start < s.end for c in captions))
    ]
    return Case(
        caption=Value(captions[0].text, captions[0].start, captions[0].end) if captions else None,
        docket=next(iter(_within(shown.dockets, own)), None),
        filed=next(iter(_within(shown.filings, own)), None),
        plaintiffs=_values(parts, "PLAINTIFF"),
        defendants=_values(parts, "DEFENDANT"),
        courts=tuple({value.value: value for value in _within(shown.courts, own)}.values()),
    )


def _within(named: Iterable[Named], sentences: Sequence[Sentence]) -> list[Value]:
    return [Value(n.value, n.start, n.end) for n in named if any(s.start <= n.start < s.end for s in sentences)]


def _values(parts: Sequence[Part], role: str) -> tuple[Value, ...]:
    return tuple(
        Value(p.entity.name, p.entity.places[0].start, p.entity.places[0].end, p.confidence)
        for p in parts
        if p.role == role
    )
