"""Who sues and who is sued: the evidence of all sentences that name an entity is pooled, and each entity gets one role.

A sentence alone misleads ("sued by attorney Lou Marsh", "like the suit against Acme"); several together rarely do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .entities import Entity
from .evidence import SLOT_ROLES, Evidence, Reading, captioned, listed, prominent, remaining, told

# Below this, silence is better: a wrong party costs a reader more than a missing one.
THRESHOLD = 0.5
# No pile of evidence makes a machine surer than this.
CEILING = 0.98
# How much of an entity's evidence a sentence takes away that shows it as a bystander, by what the phrase says.
VETOES: Mapping[str, float] = {"bystander": 0.75, "source": 0.35, "weak-bystander": 0.15, "speaker": 0.3}
# With this much evidence a bystander's sentence takes away little: plaintiffs have professions, too.
AMPLE = 2.0
AMPLE_LEFT = 0.8
# What a regulator says of itself in court.
IN_COURT = frozenset({"sued", "sued-whom", "suit-by", "sued-by", "suit-that-brought", "brought-by", "goes-to-court"})


@dataclass(frozen=True, slots=True)
class Part:
    """An entity with the role it plays in the litigation told, and the evidence for it."""

    entity: Entity
    role: str
    confidence: float
    evidence: tuple[Evidence, ...]


def parts(reading: Reading, captions: Iterable[tuple[int, Sequence[tuple[str, str]]]]) -> list[Part]:
    """Everybody who plays a part in an article, in order of first naming."""
    left = _left(reading)
    evidence = told(reading) + prominent(reading)
    evidence += captioned(reading, captions, evidence)
    evidence += remaining(reading, _roles(reading, evidence, left), left)
    sure = _roles(reading, evidence, left)
    evidence += listed(reading, {i: role for i, role in sure.items() if role != "REGULATOR"})
    return decide(reading.entities, evidence, left)


def _roles(reading: Reading, evidence: Sequence[Evidence], left: Mapping[int, float]) -> dict[int, str]:
    return {part.evidence[0].entity: part.role for part in decide(reading.entities, evidence, left)}


def _left(reading: Reading) -> dict[int, float]:
    """What is left of an entity's evidence after the sentences that show it as a bystander."""
    left: dict[int, float] = {}
    for number in range(len(reading.sentences)):
        for says, share in VETOES.items():
            for i in reading.known(reading.shown(number, says)):
                if says == "speaker" and reading.entities[i].kind != "person":
                    continue  # companies answer for themselves
                left[i] = min(left.get(i, 1.0), 1 - share)
    return left


def _pooled(weights: Iterable[float]) -> float:
    doubt = 1.0
    for weight in weights:
        doubt *= 1 - weight
    return 1 - doubt


def _strongest(evidence: Iterable[Evidence], role: str) -> float:
    """The pooled weight for a role; a phrase counts once a sentence, however often it matches there."""
    best: dict[tuple[int, str], float] = {}
    for item in evidence:
        if item.role == role:
            key = (item.sentence, item.phrase)
            best[key] = max(best.get(key, 0.0), item.weight)
    return _pooled(best.values())


def decide(entities: Sequence[Entity], evidence: Sequence[Evidence], left: Mapping[int, float]) -> list[Part]:
    """The parties of an article, in order of first naming."""
    found = []
    for i, entity in enumerate(entities):
        own = tuple(item for item in evidence if item.entity == i)
        if not own:
            continue
        scores = {role: _strongest(own, role) for role in SLOT_ROLES.values()}
        role = _regulator_role(own) if entity.kind == "regulator" else _role(own, scores, entity.kind)
        confidence = scores[role] * left.get(i, 1.0)
        if i in left and sum(item.weight for item in own if item.role == role) > AMPLE:
            confidence = max(confidence, scores[role] * AMPLE_LEFT)
        if confidence >= THRESHOLD:
            found.append(Part(entity, role, min(confidence, CEILING), tuple(e for e in own if e.role == role)))
    return found


def _role(own: Sequence[Evidence], scores: Mapping[str, float], kind: str) -> str:
    totals = {
        role: sum(item.weight for item in own if item.role == role)
        * (1.15 if (role == "PLAINTIFF") == (kind == "person") else 1)
        for role in ("PLAINTIFF", "DEFENDANT")
    }
    caption = {item.role for item in own if item.phrase == "caption"}
    if len(caption) == 1 and totals[role := caption.pop()] >= 0.4 * max(totals.values()):
        return role
    return max(totals, key=lambda role: (totals[role], scores[role]))


def _regulator_role(own: Sequence[Evidence]) -> str:
    """A regulator is a plaintiff when it is told to sue in court, else it decides itself."""
    sues = any(item.role == "PLAINTIFF" and item.phrase in IN_COURT for item in own)
    return "PLAINTIFF" if sues else "REGULATOR"
