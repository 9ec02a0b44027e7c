"""Who sues and who is sued: the evidence of all sentences that name an entity is pooled, and each entity gets one role.

A sentence alone misleads ("sued by attorney Lou Marsh", "like the suit against Acme"); several together rarely do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .entities import Entity, base, is_short, surname
from .mask import Mark, Masked
from .phrases import Hit, Phrase, heads, hits, load, names_list

SLOT_ROLES: Mapping[str, str] = {"P": "PLAINTIFF", "D": "DEFENDANT", "R": "REGULATOR"}
# Below this, silence is better: a wrong party costs a reader more than a missing one.
THRESHOLD = 0.5
# A caption is written by people who know who sues whom.
CAPTION_WEIGHT = 0.95
# One side named in passing is a company that stands for its case ("after White Bear the bill was amended").
PRECEDENT_WEIGHT = 0.3
# Above this, evidence comes from a phrase and not only from where a name stands.
PROMINENT = 0.4
# How much of an entity's evidence is left when a sentence shows it as a bystander, by what the phrase says.
VETOES: Mapping[str, float] = {"bystander": 0.75, "source": 0.35, "weak-bystander": 0.15, "speaker": 0.3}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence's word on an entity's role."""

    entity: int
    role: str
    weight: float
    phrase: str
    sentence: int
    mark: Mark | None
    # The opponents named by the same phrase: who sues whom, said in one breath.
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """An entity with the role it plays in the litigation told, and the evidence for it."""

    entity: Entity
    role: str
    confidence: float
    evidence: tuple[Evidence, ...]


@cache
def phrases() -> tuple[Phrase, ...]:
    """The role phrases, compiled once."""
    return load("roles.json")


@cache
def asides() -> tuple[Phrase, ...]:
    """The phrases that only compare with somebody, or show a product's name."""
    return tuple(phrase for phrase in phrases() if phrase.says.startswith("aside") or phrase.says == "product")


def _fits(says: str, role: str, kind: str) -> bool:
    if kind == "regulator":
        # A regulator that sues in court is a plaintiff; it is never told to be a defendant by "an order against".
        return says == "regulator" or role == "PLAINTIFF"
    if says in ("person", "attorney-general"):
        return kind in ("person", "name")
    if says == "org":
        return kind != "person"
    return True


def _bystanders(found: Sequence[Hit]) -> set[Mark]:
    """The names that a sentence only compares with."""
    return {mark for hit in found if hit.phrase.says.startswith("aside") for mark in hit.filled.get("X", ())}


def gather(
    sentences: Sequence[Masked], entities: Sequence[Entity], of: Mapping[Mark, int]
) -> tuple[list[Evidence], dict[int, float]]:
    """All evidence for roles, and for each entity what is left of it after the sentences that show a bystander."""
    evidence: list[Evidence] = []
    left: dict[int, float] = {}
    for number, sentence in enumerate(sentences):
        if not sentence.marks:
            continue
        found = list(hits(phrases(), sentence))
        aside = _bystanders(found)
        for hit in found:
            if hit.phrase.says in VETOES:
                for mark in hit.filled.get("X", ()):
                    if mark in of:
                        left[of[mark]] = min(left.get(of[mark], 1.0), 1 - VETOES[hit.phrase.says])
            if not hit.leads or _is_subject(hit, sentence):
                evidence.extend(_evidence(hit, number, entities, of, aside))
    return evidence, left


def _evidence(
    hit: Hit, number: int, entities: Sequence[Entity], of: Mapping[Mark, int], aside: set[Mark]
) -> Iterable[Evidence]:
    sides = {slot: [of[m] for m in marks if m in of] for slot, marks in hit.filled.items()}
    for slot, marks in hit.filled.items():
        if slot not in SLOT_ROLES:
            continue
        others = tuple(i for other, members in sides.items() if other != slot and other in SLOT_ROLES for i in members)
        for mark in marks:
            # "Like the suit against Acme" says nothing of this case; "Ruiz sued Acme" does, even in passing.
            if mark not in of or (mark in aside and not others):
                continue
            entity = entities[of[mark]]
            if _fits(hit.phrase.says, SLOT_ROLES[slot], entity.kind):
                yield Evidence(of[mark], SLOT_ROLES[slot], hit.phrase.weight, hit.phrase.id, number, mark, others)


# "Employees of Acme sued it": what follows such words is not who acts.
OWNED_BY = re.compile(r"\b(?:of|at|from|with|by|on|in|against|between) (?:the |an? )?(?:[a-z'\-]+ ){0,4}$", re.IGNORECASE)


def _is_subject(hit: Hit, sentence: Masked) -> bool:
    return not OWNED_BY.search(sentence.text[max(0, hit.start - 60) : hit.start])


# What being named prominently says by itself, in an article that tells of a suit: a company is the one sued,
# a private person the one who sues.
PROMINENCE: Mapping[str, Mapping[str, float]] = {
    "DEFENDANT": {"headline": 0.4, "lead": 0.2, "often": 0.25, "very-often": 0.2},
    "PLAINTIFF": {"full-name": 0.3, "lead": 0.2, "often": 0.3},
}
# Groups that fight for a cause are as often on the other side.
CAUSE = re.compile(
    r"\b(?:League|Union|Association|Foundation|Coalition|Alliance|Project|Rights|Liberties|Center|Centre|Institute|Society|"
    r"Watch|International|Initiative|Network|Commission|Council|Party|Office|Court|House|Senate|Congress|Assembly|Times|"
    r"Post|News|Journal|Tribune|Reuters|Press)\b"
)
SUIT = re.compile(
    r"\b(?:su(?:it|its|ed|es|ing)|lawsuits?|class[- ]actions?|complaints?|plaintiffs?|defendants?|fine[sd]?|settle\w*|trial)\b",
    re.IGNORECASE,
)


def prominence(
    sentences: Sequence[Masked], entities: Sequence[Entity], of: Mapping[Mark, int], evidence: Sequence[Evidence]
) -> list[Evidence]:
    """Evidence from where and how often an entity is named, for those that some phrase or the headline points at."""
    if sum(1 for sentence in sentences if SUIT.search(sentence.text)) < 2:
        return []
    where: dict[int, list[int]] = {}
    products: set[int] = set()
    for number, sentence in enumerate(sentences):
        shown = list(hits(asides(), sentence))
        aside = _bystanders(shown)
        products |= {of[m] for hit in shown if hit.phrase.says == "product" for m in hit.filled.get("X", ()) if m in of}
        for mark in sentence.marks.values():
            if mark in of and mark not in aside:
                where.setdefault(of[mark], []).append(number)
    found = []
    for i, numbers in where.items():
        entity = entities[i]
        if entity.kind in ("place", "regulator", "government"):
            continue
        role = "PLAINTIFF" if entity.kind == "person" else "DEFENDANT"
        if role == "DEFENDANT" and (i in products or CAUSE.search(entity.name)):
            continue
        signs = {
            "headline": 0 in numbers,
            "lead": bool({1, 2} & set(numbers)),
            "full-name": " " in entity.name,
            "often": len(numbers) > (1 if role == "PLAINTIFF" else 2),
            "very-often": len(numbers) > 4,
        }
        found += [
            Evidence(i, role, weight, sign, numbers[0], None)
            for sign, weight in PROMINENCE[role].items()
            if signs[sign]
        ]
    return found


# Whoever is named in one breath with a party is likely one, too.
COMPANY_WEIGHT = 0.6


def companions(
    sentences: Sequence[Masked], entities: Sequence[Entity], of: Mapping[Mark, int], parts: Sequence[Part]
) -> list[Evidence]:
    """Evidence from lists: in "A, B and C" all play the part that one of them is known to play."""
    roles = {part.evidence[0].entity: part.role for part in parts if part.role != "REGULATOR"}
    found = []
    for number, sentence in enumerate(sentences):
        aside = _bystanders(list(hits(asides(), sentence)))
        for match in names_list().finditer(sentence.text):
            members = [of[m] for m in heads(sentence, *match.span()) if m in of and m not in aside]
            told = {roles[i] for i in members if i in roles}
            if len(told) != 1 or sentence.text[: match.start()].rstrip().endswith("between"):
                continue
            role = told.pop()
            alike = {entities[i].kind == "person" for i in members if i in roles}
            found += [
                Evidence(i, role, COMPANY_WEIGHT, "list", number, None)
                for i in members
                if i not in roles and (entities[i].kind == "person") in alike
            ]
    return found


def sides_evidence(
    captions: Iterable[tuple[int, Sequence[tuple[str, str]]]], entities: Sequence[Entity], known: Iterable[Evidence]
) -> list[Evidence]:
    """What captions say, each given by its sentence and its sides as `(name, role)`; a precedent's sides say little."""
    told = {item.entity for item in known if item.weight > PROMINENT}
    evidence = []
    for number, sides in captions:
        meant = [(resolve(name, entities), role) for name, role in sides]
        found = [(i, role) for i, role in meant if i is not None]
        weight = CAPTION_WEIGHT if len(found) == 2 or any(i in told for i, _ in found) else PRECEDENT_WEIGHT
        evidence += [Evidence(i, role, weight, "caption", number, None) for i, role in found]
    return evidence


def resolve(name: str, entities: Sequence[Entity]) -> int | None:
    """The entity that a side of a caption means: the same name, a surname, or the short or long form of a body."""
    for test in (_is_same, _is_part):
        for i, entity in enumerate(entities):
            if entity.kind != "place" and any(test(name, form) for form in entity.forms):
                return i
    return None


def _is_same(name: str, form: str) -> bool:
    return base(name) == base(form)


def _is_part(name: str, form: str) -> bool:
    return base(name) == surname(form) or surname(name) == base(form) or is_short(name, form) or is_short(form, name)


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
    parts = []
    for i, entity in enumerate(entities):
        own = tuple(item for item in evidence if item.entity == i)
        if not own:
            continue
        scores = {role: _strongest(own, role) for role in SLOT_ROLES.values()}
        role = _regulator_role(own) if entity.kind == "regulator" else _role(own, scores, entity.kind)
        confidence = scores[role] * left.get(i, 1.0)
        # Several strong sentences outweigh one that shows a bystander: plaintiffs have professions, too.
        if left.get(i, 1.0) < 1 and sum(item.weight for item in own if item.role == role) > 2:
            confidence = scores[role] * 0.8
        if confidence >= THRESHOLD:
            parts.append(Part(entity, role, min(confidence, 0.98), tuple(item for item in own if item.role == role)))
    return parts


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
    court = ("sued", "sued-whom", "suit-by", "sued-by", "suit-that-brought")
    return "PLAINTIFF" if any(item.role == "PLAINTIFF" and item.phrase in court for item in own) else "REGULATOR"
