"""Who plays which part in an article, decided once for each person or body from all that is seen of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .entities import Entity
from .linear import Linear
from .naming import Naming
from .pooling import compared, pooled
from .roles import Part
from .story import Story
from .tagger import PLAYED


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entity with its features and what the role phrases made of it."""

    entity: Entity
    features: Mapping[str, float]
    phrased: Part | None


def weighed(naming: Naming, story: Story) -> list[Weighed]:
    """All entities of an article, ready for the decision; `story` is what the role phrases tell."""
    parts = [_overlapping(entity, story) for entity in naming.entities]
    own = [pooled(e, naming.of(e), part) for e, part in zip(naming.entities, parts, strict=True)]
    return [
        Weighed(entity, features, part)
        for entity, features, part in zip(naming.entities, compared(own), parts, strict=True)
    ]


def _overlapping(entity: Entity, story: Story) -> Part | None:
    """The part that role phrases give to an entity: of those that share a mention with it, the one that shares most."""
    own = {(mark.start, mark.end) for mark in entity.places}
    shared = [(len(own & {(m.start, m.end) for m in part.entity.places}), -i) for i, part in enumerate(story.parts)]
    most, at = max(shared, default=(0, 0))
    return story.parts[-at] if most else None


def decided(entities: Sequence[Weighed], model: Linear) -> list[Part]:
    """The parts that entities play, in order of first naming; bystanders are left out."""
    found = []
    for one in entities:
        chances = model.probabilities(one.features)
        role = max(chances, key=lambda answer: chances[answer])
        if role in PLAYED:
            evidence = one.phrased.evidence if one.phrased is not None else ()
            found.append(Part(one.entity, role, chances[role], evidence))
    return found
