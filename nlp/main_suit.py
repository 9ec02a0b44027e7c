"""Which of an article's parties are in the suit that it is mainly about.

"Okafor sued Brightline … Brightline's insurer, Harbor Mutual, has a suit of its own" tells of two; the first told with
a party is the main one, and whoever is tied to it in words, by a caption or by an opponent belongs to it.
"""

import re
from collections.abc import Mapping, Sequence

from .context import PARTIES, bucket
from .evidence import resolve
from .facts import Mention
from .linear import YES, Linear
from .mask import Masked
from .roles import Part
from .story import JOINED, OTHER_SUIT, ROUND_UP, Story, named_sides

SUITS = re.compile(r"\b(?:law)?suits\b|\bclass actions\b|\bcomplaints\b|\bcases\b|\bfilings\b", re.IGNORECASE)
# A party is taken into the record when it is likelier in the main suit than not.
LIKELY = 0.5


def features(
    parts: Sequence[Part], first: Story, sentences: Sequence[Masked], paragraphs: Sequence[int]
) -> list[dict[str, float]]:
    """What tells of each part whether it belongs to the main suit; `first` is what the phrases alone make of it."""
    where = [_numbers(part, sentences) for part in parts]
    suits = _suits(parts, where)
    phrased = {mark for part in first.main for mark in part.entity.places}
    by_phrases = [any(mark in phrased for mark in part.entity.places) for part in parts]
    sides = _sides(first.caption, parts)
    round_up = any(ROUND_UP.search(sentence.text) for sentence in sentences[:4])
    several = _several(sentences)
    found = []
    for i, part in enumerate(parts):
        numbers = where[i]
        own: dict[str, float] = {
            f"kind={part.entity.kind}": 1,
            "confidence": part.confidence,
            f"first={bucket(numbers[0])}": 1,
            "rule-main": float(by_phrases[i]),
            "rule-none": float(not first.main),
            "others-words": sum(1 for n in numbers if OTHER_SUIT.search(sentences[n].text)) / len(numbers),
            "paragraph": min(paragraphs[numbers[0]] / (paragraphs[-1] + 1), 1.0),
            "joined": float(any(item.phrase in JOINED for item in part.evidence)),
            "captioned": float(i in sides),
            "caption-without": float(bool(sides) and i not in sides),
            f"spread={min(len({paragraphs[n] for n in numbers}), 4)}": 1,
            "headline": float(0 in numbers),
            "lead": float(bool({1, 2} & set(numbers))),
        }
        own |= _among_alike(i, parts, where, round_up=round_up)
        own |= _against(i, parts, where)
        order = bucket(sum(_place(other) < _place(part) for other in parts if other.role == part.role))
        by_phrase = "main" if by_phrases[i] else "other"
        own |= {f"order={order}": 1, **several}
        own |= {f"{sign}&order={order}": 1 for sign in several}
        own |= {f"{sign}&{by_phrase}": 1 for sign in several}
        if round_up:
            own |= {f"round-up&order={order}": 1, f"round-up&{by_phrase}": 1}
        if i in suits:
            own |= _of_suit(i, suits, where, by_phrases, round_up=round_up)
        # What is true of plaintiffs need not be of judges.
        found.append(own | {f"{part.role}&{name}": value for name, value in own.items()} | {f"role={part.role}": 1})
    return found


def _place(part: Part) -> int:
    """Where the text first names a part."""
    return min(mark.start for mark in part.entity.places)


def _several(sentences: Sequence[Masked]) -> dict[str, float]:
    """Signs that the article tells of more than one suit."""
    captions = sum(mark.kind == "case" for s in sentences for mark in s.marks.values())
    apart = sum(OTHER_SUIT.search(sentence.text) is not None for sentence in sentences)
    plural = sum(SUITS.search(sentence.text) is not None for sentence in sentences[:6])
    return {f"captions={bucket(captions)}": 1, f"apart={bucket(apart)}": 1, f"plural={bucket(plural)}": 1}


def _among_alike(i: int, parts: Sequence[Part], where: Sequence[Sequence[int]], *, round_up: bool) -> dict[str, float]:
    """How a part compares with those of the same role."""
    same = [j for j, other in enumerate(parts) if other.role == parts[i].role]
    rank = bucket(sum(where[j][0] < where[i][0] for j in same))
    ahead = min(same, key=lambda j: where[j][0])
    return {
        f"rank={rank}": 1,
        f"round-up-rank={rank}": float(round_up),
        "only-one": float(len(same) == 1),
        "share": len(where[i]) / max(len(where[j]) for j in same),
        "with-first-alike": float(ahead != i and bool(set(where[ahead]) & set(where[i]))),
    }


def _against(i: int, parts: Sequence[Part], where: Sequence[Sequence[int]]) -> dict[str, float]:
    """Whether a party is named beside those whom it may stand against."""
    against = [j for j, other in enumerate(parts) if {other.role, parts[i].role} == {"PLAINTIFF", "DEFENDANT"}]
    if not against:
        return {"no-opponent": 1}
    own = set(where[i])
    top = max(against, key=lambda j: (len(where[j]), -where[j][0]))
    early = min(against, key=lambda j: where[j][0])
    return {
        "with-top": float(bool(set(where[top]) & own)),
        "with-first": float(bool(set(where[early]) & own)),
        "alone": float(not any(set(where[j]) & own for j in against)),
    }


def _suits(parts: Sequence[Part], where: Sequence[Sequence[int]]) -> dict[int, tuple[int, ...]]:
    """The parties that the sentences of the body name in one breath: for each party all that hang together with it."""
    group = {i: i for i, part in enumerate(parts) if part.role in PARTIES}
    for i in group:
        for j in group:
            if i < j and group[i] != group[j] and set(where[i]) & set(where[j]) - {0}:
                low, high = sorted((group[i], group[j]))
                group.update({k: low for k, g in group.items() if g == high})
    return {i: tuple(k for k, g in group.items() if g == group[i]) for i in group}


def _of_suit(
    i: int,
    suits: Mapping[int, tuple[int, ...]],
    where: Sequence[Sequence[int]],
    by_phrases: Sequence[bool],
    *,
    round_up: bool,
) -> dict[str, float]:
    """How those that hang together with a party compare with the other suits of the article."""
    own = suits[i]
    others = sorted(set(suits.values()), key=lambda suit: min(_first_told(where[k]) for k in suit))
    rank = bucket(others.index(own))
    whole = sum(len(where[k]) for k in suits)
    return {
        f"suit-rank={rank}": 1,
        f"round-up-suit-rank={rank}": float(round_up),
        f"suits={bucket(len(others))}": 1,
        f"suit-rank={rank}&suits={bucket(len(others))}": 1,
        "suit-size": min(len(own), 4) / 4,
        "suit-share": sum(len(where[k]) for k in own) / whole,
        "suit-by-phrases": sum(by_phrases[k] for k in own) / len(own),
    }


def chosen(found: Sequence[Mapping[str, float]], parts: Sequence[Part], model: Linear) -> list[tuple[Part, float]]:
    """The parts in the main suit with the probability of each, in their order."""
    chances = [model.probabilities(own)[YES] for own in found]
    # A state and its attorney general are one plaintiff, of whom a record names the one or the other.
    state = [i for i, part in enumerate(parts) if part.role == "PLAINTIFF" and part.entity.kind == "government"]
    general = [i for i, part in enumerate(parts) if part.role == "PLAINTIFF" and _is_general(part)]
    if state and general:
        both = min(max(chances[i] for i in state) + max(chances[i] for i in general), 1.0)
        chances = [both if i in general else chance for i, chance in enumerate(chances)]
    return [(part, chance) for part, chance in zip(parts, chances, strict=True) if chance >= LIKELY]


def _is_general(part: Part) -> bool:
    return part.entity.kind == "person" and any(item.phrase == "attorney-general-name" for item in part.evidence)


def _numbers(part: Part, sentences: Sequence[Masked]) -> list[int]:
    """The sentences that name a part, in order."""
    found = {
        n
        for n, sentence in enumerate(sentences)
        for mark in part.entity.places
        if sentence.places[0] <= mark.start < sentence.places[-1]
    }
    return sorted(found) or [len(sentences) - 1]


def _sides(caption: Mention | None, parts: Sequence[Part]) -> set[int]:
    """The parts that the main caption names."""
    if caption is None:
        return set()
    entities = [part.entity for part in parts]
    meant = {resolve(name, entities) for name, _ in named_sides(caption.text)}
    return {i for i in meant if i is not None}


def _first_told(numbers: Sequence[int]) -> int:
    """The first sentence of the body that names somebody: a headline may name the parties of several suits."""
    return next((n for n in numbers if n), 0)
