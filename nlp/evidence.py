"""What the sentences of an article say of who sues and who is sued: phrases, prominence, captions, lists."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .entities import Entity, base, index, is_short, surname
from .mask import SIGNS, Mark, Masked
from .phrases import Hit, Phrase, heads, hits, load, names_list

SLOT_ROLES: Mapping[str, str] = {"P": "PLAINTIFF", "D": "DEFENDANT", "R": "REGULATOR"}
# A caption is written by people who know who sues whom.
CAPTION_WEIGHT = 0.95
# One side named in passing is a company that stands for its case ("after White Bear the bill was amended").
PRECEDENT_WEIGHT = 0.3
# Whoever is named in one breath with a party is likely one, too.
COMPANY_WEIGHT = 0.6
# Somebody must be sued where somebody sues.
REMAINING_WEIGHT = 0.55
# What being named prominently says by itself, in an article that tells of a suit: a company is the one sued,
# a private person the one who sues.
PROMINENCE: Mapping[str, Mapping[str, float]] = {
    "DEFENDANT": {"headline": 0.4, "lead": 0.2, "often": 0.25, "very-often": 0.2},
    "PLAINTIFF": {"full-name": 0.3, "lead": 0.2, "often": 0.3, "very-often": 0.25},
}
# Evidence above this comes from a phrase and not only from where a name stands.
PROMINENT = 0.4
# Groups that fight for a cause are as often on the other side; papers only report.
CAUSE = re.compile(
    r"\b(?:League|Union|Association|Foundation|Coalition|Alliance|Project|Rights|Liberties|Center|Centre|Institute|"
    r"Society|Watch|International|Initiative|Network|Commission|Council|Party|Office|Court|AG|General|House|Senate|"
    r"Congress|Assembly|"
    r"Times|Post|News|Journal|Tribune|Reuters|Press)\b"
)
# What makes an article one that tells of a suit or an inquiry.
LEGAL = re.compile(
    r"\b(?:su(?:it|its|ed|es|ing)|lawsuits?|class[- ]actions?|complaints?|plaintiffs?|defendants?|fine[sd]?|penalty|"
    r"settle\w*|trial|courts?|judges?|lawyers?|attorneys?|inquiry|investigation)\b"
    rf"|[{SIGNS['case']}{SIGNS['court']}{SIGNS['judge']}{SIGNS['docket']}{SIGNS['regulator']}]",
    re.IGNORECASE,
)
# "Employees of Acme sued it": what follows such words is not who acts.
OWNED_BY = re.compile(
    r"\b(?:of|at|from|with|by|on|in|against|between) (?:the |an? )?(?:[a-z'\-]+ ){0,4}$", re.IGNORECASE
)

SIMILAR = re.compile(r"\bsimilar(?:ly)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence's word on an entity's role."""

    entity: int
    role: str
    weight: float
    phrase: str
    sentence: int
    mark: Mark | None = None
    # The opponents named by the same phrase: who sues whom, said in one breath.
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's sentences with its entities and all role phrases found in them."""

    sentences: tuple[Masked, ...]
    entities: tuple[Entity, ...]
    of: Mapping[Mark, int]
    hits: tuple[tuple[Hit, ...], ...]

    def shown(self, number: int, says: str) -> set[Mark]:
        """The bystanders of a sentence of whom its phrases say something that starts like that."""
        return {
            mark for hit in self.hits[number] if hit.phrase.says.startswith(says) for mark in hit.filled.get("X", ())
        }

    def known(self, marks: Iterable[Mark]) -> list[int]:
        """The entities that marks name, in their order."""
        return [self.of[mark] for mark in marks if mark in self.of]


@cache
def phrases() -> tuple[Phrase, ...]:
    """The role phrases, compiled once."""
    return load("roles.json")


def read(sentences: Sequence[Masked], entities: Sequence[Entity]) -> Reading:
    """The reading of an article: its phrases are searched once."""
    found = tuple(tuple(hits(phrases(), sentence)) if sentence.marks else () for sentence in sentences)
    return Reading(tuple(sentences), tuple(entities), index(entities), found)


def told(reading: Reading) -> list[Evidence]:
    """The evidence of the phrases that name who sues and who is sued."""
    evidence: list[Evidence] = []
    for number, sentence in enumerate(reading.sentences):
        aside = reading.shown(number, "aside")
        for hit in reading.hits[number]:
            if hit.phrase.says == "headline" and number:
                continue
            if not hit.leads or not OWNED_BY.search(sentence.text[max(0, hit.start - 60) : hit.start]):
                evidence.extend(_of_hit(hit, number, reading, aside))
    return evidence


def _of_hit(hit: Hit, number: int, reading: Reading, aside: set[Mark]) -> Iterator[Evidence]:
    # "The Italian agency has opened a similar inquiry": another case.
    similar = SIMILAR.search(reading.sentences[number].text)
    for slot, role in SLOT_ROLES.items():
        others = tuple(
            i
            for other, marks in hit.filled.items()
            if other in SLOT_ROLES and other != slot
            for i in reading.known(marks)
        )
        for mark in hit.filled.get(slot, ()):
            # "Like the suit against Acme" says nothing of this case; "Ruiz sued Acme" does, even in passing.
            if mark not in reading.of or (mark in aside and not others):
                continue
            if role == "REGULATOR" and similar:
                continue
            if _fits(hit.phrase.says, role, reading.entities[reading.of[mark]].kind):
                yield Evidence(reading.of[mark], role, hit.phrase.weight, hit.phrase.id, number, mark, others)


def _fits(says: str, role: str, kind: str) -> bool:
    if kind == "regulator":
        # A regulator that sues in court is a plaintiff; it is never told to be a defendant by "an order against".
        return says == "regulator" or role == "PLAINTIFF"
    if says in ("person", "attorney-general", "arrest"):
        return kind in ("person", "name")
    if says == "org":
        return kind != "person"
    return True


def prominent(reading: Reading) -> list[Evidence]:
    """The evidence of where and how often an entity is named."""
    if sum(1 for sentence in reading.sentences if LEGAL.search(sentence.text)) < 2:
        return []
    where: dict[int, list[int]] = {}
    products: set[int] = set()
    for number, sentence in enumerate(reading.sentences):
        products.update(reading.known(reading.shown(number, "product")))
        named = set(sentence.marks.values()) - reading.shown(number, "aside")
        for i in reading.known(named):
            where.setdefault(i, []).append(number)
    evidence = []
    for i, numbers in where.items():
        entity = reading.entities[i]
        role = "PLAINTIFF" if entity.kind == "person" else "DEFENDANT"
        if entity.kind in ("place", "regulator", "government"):
            continue
        if role == "DEFENDANT" and (i in products or CAUSE.search(entity.name)):
            continue
        signs = _prominence(entity, role, numbers)
        evidence += [Evidence(i, role, weight, sign, numbers[0]) for sign, weight in signs.items()]
    return evidence


def _prominence(entity: Entity, role: str, numbers: Sequence[int]) -> dict[str, float]:
    signs = {
        "headline": 0 in numbers,
        "lead": bool({1, 2} & set(numbers)),
        "full-name": " " in entity.name,
        "often": len(numbers) > (1 if role == "PLAINTIFF" else 2),
        "very-often": len(numbers) > (2 if role == "PLAINTIFF" else 4),
    }
    return {sign: weight for sign, weight in PROMINENCE[role].items() if signs[sign]}


def remaining(reading: Reading, roles: Mapping[int, str], taken: Mapping[int, float]) -> list[Evidence]:
    """The evidence of the empty chair: where nobody is sued, but somebody sues or decides, the body named most is."""
    if "DEFENDANT" in roles.values() or not roles:
        return []
    counts: dict[int, int] = {}
    for number, sentence in enumerate(reading.sentences):
        out = reading.shown(number, "aside") | reading.shown(number, "product") | reading.shown(number, "source")
        for i in reading.known(set(sentence.marks.values()) - out):
            entity = reading.entities[i]
            is_body = entity.kind in ("organisation", "name") and not CAUSE.search(entity.name)
            if is_body and i not in roles and i not in taken:
                counts[i] = counts.get(i, 0) + 1
    if not counts or max(counts.values()) < 2:
        return []
    most = max(counts, key=lambda i: counts[i])
    return [Evidence(most, "DEFENDANT", REMAINING_WEIGHT, "remaining", 0)]


def listed(reading: Reading, roles: Mapping[int, str]) -> list[Evidence]:
    """The evidence of lists: in "A, B and C" all play the part that one of them is known to play."""
    evidence = []
    for number, sentence in enumerate(reading.sentences):
        aside = reading.shown(number, "aside")
        for match in names_list().finditer(sentence.text):
            members = reading.known(m for m in heads(sentence, *match.span()) if m not in aside)
            parts = {roles[i] for i in members if i in roles}
            if len(parts) != 1 or sentence.text[: match.start()].rstrip().endswith("between"):
                continue
            role = parts.pop()
            alike = {reading.entities[i].kind == "person" for i in members if i in roles}
            evidence += [
                Evidence(i, role, COMPANY_WEIGHT, "list", number)
                for i in members
                if i not in roles and (reading.entities[i].kind == "person") in alike
            ]
    return evidence


def captioned(
    reading: Reading, captions: Iterable[tuple[int, Sequence[tuple[str, str]]]], known: Iterable[Evidence]
) -> list[Evidence]:
    """The evidence of captions, each given by its sentence and its sides as `(name, role)`; precedents say little."""
    spoken_of = {item.entity for item in known if item.weight > PROMINENT}
    evidence = []
    for number, sides in captions:
        meant = [(resolve(name, reading.entities), role) for name, role in sides]
        found = [(i, role) for i, role in meant if i is not None]
        is_own = len(found) == 2 or any(i in spoken_of for i, _ in found)
        weight = CAPTION_WEIGHT if is_own else PRECEDENT_WEIGHT
        evidence += [Evidence(i, role, weight, "caption", number) for i, role in found]
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
