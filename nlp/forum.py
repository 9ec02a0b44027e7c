"""Which of the courts that an article names are those of its main suit, and not of a precedent or another case."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .context import Sentence, around, bucket, company

APPELLATE = re.compile(r"ca(?:\d+|dc|fc)|.*app(?:ct|div)?\d*|.*[Aa]ppeal.*")
PLAIN = re.compile(r"\b[a-z]{3,}\b")
HIGHEST = re.compile(r"scotus|ill|cal|ny|tex|wash|.*[Ss]upreme Court.*")


@dataclass(frozen=True, slots=True)
class Forum:
    """A court with the places that tell it: `told` by name, or by generic words that resolve to it."""

    id: str
    places: tuple[tuple[int, int], ...]
    told: bool


def features(court: Forum, courts: Sequence[Forum], sentences: Sequence[Sentence], event: str) -> dict[str, float]:
    """What tells of a court whether the main suit went through it."""
    where = [(s, place) for place in court.places for s in sentences if s.start <= place[0] < s.end]
    level = _level(court.id)
    peers = [c for c in courts if _level(c.id) == level]
    earlier = sum(c.places[0] < court.places[0] for c in peers)
    own: dict[str, float] = {
        f"level={level}": 1,
        f"level={level}&event={event}": 1,
        f"told={court.told}": 1,
        f"told={court.told}&others={bucket(len(courts) - 1)}": 1,
        f"places={bucket(len(court.places))}": 1,
        f"rank={bucket(courts.index(court))}": 1,
        f"level={level}&told={court.told}": 1,
        f"earlier={bucket(earlier)}": 1,
        f"level={level}&earlier={bucket(earlier)}": 1,
        "alone-at-level": float(len(peers) == 1),
        "most-at-level": float(len(court.places) == max(len(c.places) for c in peers)),
        "share": len(court.places) / sum(len(c.places) for c in courts),
        "all-other": float(all(s.is_other for s, _ in where)),
        "some-main": float(any(s.names_main for s, _ in where)),
        "says-other": float(any(s.says_other for s, _ in where)),
        "beside-caption": float(any(s.names_others and not s.names_main for s, _ in where)),
    }
    if where:
        own[f"first={bucket(where[0][0].number)}"] = 1
        for sentence, place in where[:2]:
            own |= around(sentence.masked, *place)
        for sentence, _ in where:
            said = company(sentence.masked) | {f"word={w}": 1.0 for w in PLAIN.findall(sentence.masked.text.lower())}
            for name, value in said.items():
                own[name] = own.get(name, 0.0) + value / len(where)
    return own


def _level(id_: str) -> str:
    return "appellate" if APPELLATE.fullmatch(id_) else "highest" if HIGHEST.fullmatch(id_) else "trial"


def gathered(named: Sequence[tuple[str, int, int]], hinted: Sequence[tuple[str, int, int]]) -> list[Forum]:
    """The courts of an article by id, those told by name first; each with its places in text order."""
    found: dict[str, list[tuple[int, int]]] = {}
    told = {id_ for id_, _, _ in named}
    for id_, start, end in (*named, *hinted):
        found.setdefault(id_, []).append((start, end))
    return [Forum(id_, tuple(sorted(places)), id_ in told) for id_, places in found.items()]
