"""What an article reports as news: the types of its events, the sentences that tell them, and when they happened."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Any

import snowballstemmer

from .context import Sentence, around, bucket, shown
from .facts import Date
from .filing import CUES, age
from .news import Sign

NOTHING = "none"
MOST = 3
# A further event is told only when it is this likely, and words of it stand in the article.
FURTHER = 0.2
TOP = 4  # sentences that may tell a further event
# What a word weighs beside a sign: less, for there are many.
WORD = 0.5
LEAD, MIDDLE = 2, 7  # the last sentences of these parts


def features(
    sentences: Sequence[Sentence], signs: Sequence[Sign], roles: Sequence[str], fresh: Set[int]
) -> dict[str, float]:
    """What tells of an article which event it reports first.

    `roles` are the parts played in its main suit, `fresh` the sentences with a date of the last days before it.
    """
    found: dict[str, float] = {f"has-{role}": 1 for role in roles}
    for sign in signs:
        found[f"{_part(sign.sentence)}-sign={sign.type}"] = 1
        if sign.sentence in fresh:
            found[f"fresh-sign={sign.type}"] = 1
        found[f"signs-{sign.type}"] = min(found.get(f"signs-{sign.type}", 0) + 1 / 3, 1)
    totals = totalled(signs)
    found |= {f"weight-{type_}": min(total, 6.0) / 3 for type_, total in totals.items()}
    ranked = sorted(totals, key=lambda type_: -totals[type_])[:MOST]
    found |= {f"rank-{rank}={type_}": 1 for rank, type_ in enumerate(ranked)}
    found["no-sign"] = float(not ranked)
    for sentence in sentences:
        for part, stem in _stems(sentence, fresh):
            weight = WORD * (1 if sentence.number <= LEAD else 0.7 if sentence.number <= MIDDLE else 0.5)
            found[f"{part}={stem}"] = max(found.get(f"{part}={stem}", 0), weight if part == "any" else WORD)
    return found


def _part(number: int) -> str:
    return "headline" if number == 0 else "lead" if number <= LEAD else "middle" if number <= MIDDLE else "late"


def _stems(sentence: Sentence, fresh: Set[int]) -> Iterator[tuple[str, str]]:
    """The stems of a sentence, with the part of the article that they speak for; pairs of them in the headline."""
    stems = [stemmed(word) for word in shown(sentence.masked.text) if len(word) > 1]
    parts = ["any", _part(sentence.number)] if sentence.number <= LEAD else ["any"]
    if sentence.number in fresh:
        parts.append("fresh")
    yield from ((part, stem) for part in parts for stem in stems)
    if sentence.number == 0:
        yield from (("headline", f"{one} {two}") for one, two in pairwise(stems))


@cache
def stemmed(word: str) -> str:
    """A word without its inflection, by the Snowball stemmer; the kind of a name stays: "<money>"."""
    return word if word.startswith("<") else str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


def totalled(signs: Sequence[Sign]) -> dict[str, float]:
    """The weight of each type's signs."""
    totals: dict[str, float] = {}
    for sign in signs:
        totals[sign.type] = totals.get(sign.type, 0.0) + sign.weight
    return totals


def types(chances: Mapping[str, float], signs: Sequence[Sign]) -> list[tuple[str, float]]:
    """The events reported with their probabilities, likeliest first; none where silence is likeliest."""
    ranked = sorted(chances, key=lambda type_: -chances[type_])
    if ranked[0] == NOTHING:
        return []
    told = {sign.type for sign in signs if sign.sentence < TOP}
    further = [type_ for type_ in ranked[1:MOST] if type_ != NOTHING and chances[type_] >= FURTHER and type_ in told]
    return [(type_, chances[type_]) for type_ in (ranked[0], *further)]


def shown_by(type_: str, sentences: Sequence[Sentence], signs: Sequence[Sign]) -> Sentence:
    """The sentence that reports an event: of those in the body the one that tells it most, else the lead."""
    own = [sign for sign in signs if sign.type == type_]
    body = [sign for sign in own if sign.sentence > 0] or own
    if body:
        return sentences[max(body, key=lambda sign: sign.weight).sentence]
    return sentences[min(1, len(sentences) - 1)]


def date_features(
    date: Date,
    sentence: Sentence,
    event: tuple[str, Sentence],
    signs: Sequence[Sign],
    filed: str | None,
    published: str | None,
) -> dict[str, float]:
    """What tells of a date whether an event happened then, given its type and the sentence that reports it."""
    type_, place = event
    how_old = age(date, published)
    told = {sign.type for sign in signs if sign.sentence == sentence.number}
    beside = "it" if type_ in told else "another" if told else "none"
    own: dict[str, float] = {
        f"sentence={bucket(sentence.number)}": 1,
        f"away={bucket(abs(sentence.number - place.number))}": 1,
        f"precision={len(date.value)}": 1,
        f"age={how_old}": 1,
        f"{type_}&age={how_old}": 1,
        f"beside={beside}": 1,
        f"beside={beside}&age={how_old}": 1,
        f"{type_}&beside={beside}": 1,
        "other": float(sentence.is_other),
        "names-main": float(sentence.names_main),
        f"{type_}&filed": float(filed == date.value),
        "filed": float(filed == date.value),
        "after-filed": float(filed is not None and date.value > filed),
    }
    words = set(sentence.masked.text.lower().split())
    own |= {f"{type_}&cue={w}": 1 for w in sorted(CUES & words)}
    return own | around(sentence.masked, date.start, date.end)
