"""Whether an article is worth extracting: only if it tells of a legal action about somebody's biometric data.

Cheap, and rather too kind: what is rejected here is never looked at again, what is kept may still turn out empty.
"Prosecutors said his fingerprints were on the safe" and "the reader helps shops avoid lawsuits" are not enough.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .linear import YES, Linear
from .plain import plain
from .reporting import stemmed
from .weights import Weights

# Each amount is a sum of weights of nlp/data/relevance.json; one plain word of the trade is worth 2.
ENOUGH_BIOMETRIC = 1.75
ENOUGH_ACTION = 1.5
# What an action and its grievance must still be worth once product, crime and market words are taken off.
ENOUGH_LEFT = 2.0
AGAIN = 0.25
# The trained model overrules the terms when it is as sure as this, settled by cross-validation with recall first.
LIKELY, UNLIKELY = 0.5, 0.1
# A word in small letters: names are invented, or not to be learnt.
WORD = re.compile(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")
# What may be taken of somebody, or take it, in any words: the model keeps nothing that has not two of them.
BODILY = re.compile(
    r"\b(?:fac(?:e|es|ial|eprints?)|fingers?|fingerprint\w*|thumb\w*|palm\w*|hand(?:s|prints?)?|iris(?:es)?|eye(?:s|lids?)?|retinas?"
    r"|voice\w*|gaits?|veins?|ears?|earprints?|smiles?|blink\w*|stare\w*|gaze\w*|biometric\w*|bodily|body|selfies?|cameras?|scan\w*"
    r"|prints?|templates?|recogni[sz]\w*|kiosks?|clocks?|mirrors?|lens(?:es)?|headsets?|microphones?|recordings?|BIPA|CUBI)\b",
    re.IGNORECASE,
)
# A biometric word and the action may be told in neighbouring paragraphs, not at the two ends of a long column.
REACH = 2


@dataclass(frozen=True, slots=True)
class Relevance:
    """Whether to keep an article, and why, in words for the log."""

    keep: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A pattern that says something about an article's subject, and how loudly."""

    id: str
    says: str  # biometric | action | grievance | aside
    weight: float
    pattern: re.Pattern[str]
    why: str
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """All terms, compiled once."""
    records = json.loads(resources.files("nlp.data").joinpath("relevance.json").read_text(encoding="utf-8"))["terms"]
    return tuple(
        Term(
            record["id"],
            record["says"],
            record["weight"],
            re.compile(record["pattern"], re.IGNORECASE),
            record["why"],
            tuple(record["examples"]),
            tuple(record.get("not_examples", ())),
        )
        for record in records
    )


def judge(title: str, text: str, model: Linear | None = None) -> Relevance:
    """Whether the article tells of a legal action about biometric data; never raises, an empty article is rejected.

    The terms decide, unless the trained model is surer than they are; `model` stands in for the package's own.
    """
    found = _found(title, text)
    told = _told(found)
    if not any(any(paragraph.values()) for paragraph in found):
        return told
    likely = (model or Weights().decision("relevance")).probabilities(_features(found, title, text))[YES]
    if told.keep and likely <= UNLIKELY:
        return Relevance(False, f"reads like nothing of ours ({likely:.2f}): {told.reason}")
    may_be = _sums(found)["action"] > 0 and len(BODILY.findall(f"{title} {text}")) > 1
    if not told.keep and may_be and likely > LIKELY:
        return Relevance(True, f"reads like ours ({likely:.2f}), though {told.reason}")
    return told


def features(title: str, text: str) -> dict[str, float]:
    """What the trained model sees: words that are no names, the terms found, and what these decide."""
    return _features(_found(title, text), title, text)


def _features(found: Sequence[Mapping[str, int]], title: str, text: str) -> dict[str, float]:
    counts = {term.id: sum(paragraph[term.id] for paragraph in found) for term in terms()}
    told = {f"word={stemmed(word)}": 1.0 for word in WORD.findall(plain(text))}
    told |= {f"title={stemmed(word)}": 0.5 for word in WORD.findall(plain(title).lower())}
    told |= {f"term={id}": min(1 + math.log(count), 2.0) for id, count in counts.items() if count}
    for term in terms():
        if counts[term.id]:
            told[f"says={term.says}"] = told.get(f"says={term.says}", 0.0) + 1.0
    verdict = _told(found)
    told["keep" if verdict.keep else verdict.reason.partition(":")[0]] = 3.0
    return told | {"length": min(len(text) / 2000, 2.0)}


def _found(title: str, text: str) -> list[dict[str, int]]:
    """How often each term stands in each paragraph."""
    paragraphs = [plain(title), *(p for p in plain(text).split("\n\n") if p.strip())]
    return [{term.id: len(term.pattern.findall(p)) for term in terms()} for p in paragraphs]


def _told(found: Sequence[Mapping[str, int]]) -> Relevance:
    """What the terms alone decide."""
    total = _sums(found)
    if not total["biometric"]:
        return Relevance(False, "no biometric term")
    if total["biometric"] < ENOUGH_BIOMETRIC:
        return Relevance(False, f"hardly about biometrics: only {_named(found, 'biometric')}")
    if total["action"] < ENOUGH_ACTION:
        return Relevance(
            False, f"biometrics, but no legal action: {_named(found, 'aside') or 'no suit, ruling, fine or law'}"
        )
    if not any(_meet(found[max(0, i - REACH + 1) : i + 1]) for i in range(len(found))):
        return Relevance(False, "a legal action, but not about biometrics")
    # Without a word on privacy or consent, makers may as well be fighting over patents.
    aside = total["aside"] * (1 if total["grievance"] else 1.5)
    left = total["action"] + total["grievance"] - aside
    if left < ENOUGH_LEFT:
        return Relevance(
            False, f"biometrics, but too little of a legal action: {_named(found, 'aside') or _named(found, 'action')}"
        )
    return Relevance(True, f"{_named(found, 'biometric')}; {_named(found, 'action')}")


def _meet(window: Sequence[Mapping[str, int]]) -> bool:
    sums = _sums(window)
    return sums["biometric"] >= ENOUGH_BIOMETRIC and sums["action"] >= ENOUGH_ACTION


def _sums(found: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """The weight of each kind of term: a word said again counts a little more."""
    sums = {"biometric": 0.0, "action": 0.0, "grievance": 0.0, "aside": 0.0}
    for term in terms():
        count = sum(paragraph[term.id] for paragraph in found)
        if count:
            factor = 1 + AGAIN * min(count - 1, 4)
            sums[term.says] += term.weight * factor
    return sums


def _named(found: Sequence[Mapping[str, int]], says: str) -> str:
    """The kinds of terms found, for a reader of the log."""
    return ", ".join(t.id for t in terms() if t.says == says and any(p[t.id] for p in found))
