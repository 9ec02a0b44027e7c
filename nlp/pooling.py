"""What all mentions of one person or body say together of the part that it plays.

A single mention misleads ("sued by attorney Lou Marsh"); the tagger's probabilities of every mention, what role phrases
and captions say, where the name stands and which words it stands between, weighed together, rarely do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .context import bucket
from .entities import Entity
from .mask import Mark
from .roles import Part
from .tagger import PARTS

NOBODY = "NONE"  # a stretch that names nobody, or nobody with a part


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of an entity: where it stands, between which words, and the tagger's probability of each of PARTS."""

    mark: Mark
    sentence: int
    beside: Mapping[str, float]
    probabilities: tuple[float, ...]


def pooled(entity: Entity, seen: Sequence[Seen], part: Part | None) -> dict[str, float]:
    """The features of an entity, given its mentions and what the role phrases make of it."""
    found: dict[str, float] = {
        f"kind={entity.kind}": 1,
        f"words={min(len(entity.name.split()), 4)}": 1,
        f"mentions={bucket(len(seen))}": 1,
    }
    numbers = {s.sentence for s in seen}
    if 0 in numbers:
        found["headline"] = 1
    if numbers & {1, 2}:
        found["lead"] = 1
    found[f"first={bucket(min(numbers))}"] = 1
    for i, name in enumerate(PARTS):
        shares = [s.probabilities[i] for s in seen]
        found[f"mean-{name}"] = sum(shares) / len(shares)
        found[f"most-{name}"] = max(shares)
        found[f"first-{name}"] = shares[0]
        full = [s.probabilities[i] for s in seen if s.mark.end - s.mark.start == len(entity.name)]
        found[f"full-{name}"] = sum(full) / len(full) if full else found[f"mean-{name}"]
    for one in seen:
        for words, value in one.beside.items():
            found[words] = found.get(words, 0.0) + value / len(seen)
    if part is not None:
        found[f"rule-{part.role}"] = part.confidence
        for evidence in part.evidence:
            found[f"{evidence.role[0]}:{evidence.phrase}"] = 1
    return found


def compared(features: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The features of an article's entities, with how each compares with the others: who is sued most surely."""
    beside = [dict(own) for own in features]
    for name in ("PLAINTIFF", "DEFENDANT", "REGULATOR"):
        key = f"mean-{name}"
        ranked = sorted(range(len(beside)), key=lambda i: -beside[i][key])
        for rank, i in enumerate(ranked[:2]):
            beside[i][f"{name}-rank={rank}"] = beside[i][key]
        top = beside[ranked[0]][key] if ranked else 0.0
        for own in beside:
            own[f"{name}-elsewhere"] = top
    return beside
