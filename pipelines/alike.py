"""Whether two texts are one: a wire story in several papers, a post on two sites, a page under two addresses.

A copy is told from the top in the same words about the same names, whatever its headline, credit line and end.
Pure decisions; nothing here depends on chance, on the order of the two, or on what else is known.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import pairwise

RUN = 5  # words in a row that two writers seldom share
# One run in eight is kept of each text to find what may be a copy of it: Broder's sketch modulo m. It tells how much of
# the shorter text is in the longer; MinHash tells how alike both are as wholes, and so loses what was cut.
SAMPLE = 8
LEAST_SHARED = 2
LEAST_SHARE = 0.1
# Of what is compared: later words decide nothing, and a hostile page must not keep the others waiting.
BEGINNING = 2000
# The share of the shorter text that makes it a copy; chosen on one half of the registers by benchmarks/copies.py.
COPY = 0.5
# A name in another's place: as few words as a name has, with the same words on both sides.
NAME = 6
BESIDE = 2

# Marks inside a word and accents are a matter of house style: U.S. and US, don't and don’t. So is "the agency's".
INNER = re.compile(r"(?<=\w)(?:['’]s\b|['’.](?=\w))")
WORD = re.compile(r"[^\W_]+")
# A word with what follows it when its sentence goes on: "v.", "St." and initials end none.
WITHIN = re.compile(r"\w{1,2}\. |[^.!?:\n]+")


@dataclass(frozen=True, slots=True)
class _Text:
    words: tuple[str, ...]  # in lower case, without marks and accents
    capital: frozenset[str]  # those that somewhere within a sentence are written with a capital
    small: frozenset[str]  # those that somewhere are written without


def shingles(text: str) -> frozenset[int]:
    """The sampled runs of a text as 63-bit numbers, the same in every process."""
    words = _read(text).words
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    numbers = (int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) >> 1 for run in runs)
    return frozenset(number for number in numbers if number % SAMPLE == 0)


def may_be_copies(shared: int, one: int, other: int) -> bool:
    """Whether two texts with so many sampled runs, and so many of them in common, are worth comparing."""
    return shared >= LEAST_SHARED and shared >= LEAST_SHARE * min(one, other)


def alike(one: str, other: str) -> float:
    """How much of the shorter text is copied, 0–1: its share of words in runs that begin the other in the same order.

    The longer text counts only as far as the shorter one is long, so that a story cut at its end is the same story and
    one that comes to its background late is not. 0 where a name stands in another's place: a template filled in anew
    tells of other parties.
    """
    shorter, longer = sorted((_read(one), _read(other)), key=lambda text: (len(text.words), text.words))
    length = len(shorter.words)
    if length < RUN:
        return 0.0
    blocks = _blocks(shorter.words, longer.words[:length])
    share = sum(size for _, _, size in blocks if size >= RUN) / length
    return 0.0 if _is_renamed(shorter, longer, blocks) else share


def originals(oldest_first: Iterable[int], pairs: Iterable[Iterable[int]]) -> dict[int, int]:
    """The original of each copy, given the pairs of articles that are alike.

    An article is a copy of the oldest original that it is itself alike: likeness is not handed on, so that small
    changes cannot join what is no longer one text.
    """
    near: dict[int, set[int]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    found: dict[int, int] = {}
    rank: dict[int, int] = {}  # of the originals so far
    for article in (id for id in oldest_first if id in near):
        if older := near[article] & rank.keys():
            found[article] = min(older, key=rank.__getitem__)
        else:
            rank[article] = len(rank)
    return found


def _read(text: str) -> _Text:
    plain = unicodedata.normalize("NFKD", INNER.sub("", text))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    body = plain.find("\n\n") + 1  # headlines are written with capitals throughout
    words: list[str] = []
    capital: set[str] = set()
    small: set[str] = set()
    before = 0
    for match in WORD.finditer(plain):
        if len(words) == BEGINNING:
            break
        word = match.group().lower()
        if match.group() == word:
            small.add(word)
        elif match.start() > body and WITHIN.fullmatch(plain, before, match.start()):
            capital.add(word)
        words.append(word)
        before = match.start()
    return _Text(tuple(words), frozenset(capital), frozenset(small))


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where both say the same in the same order: (place in one, place in the other, words)."""
    return [(m.a, m.b, m.size) for m in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()]


def _is_renamed(one: _Text, other: _Text, blocks: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a name that only one text has stands, within the same words, where the other has one of its own."""
    names = (one.capital | other.capital) - (one.small | other.small)
    own, others = names - set(other.words), names - set(one.words)
    for (a, b, size), (next_a, next_b, _) in pairwise(block for block in blocks if block[2] >= BESIDE):
        replaced, replacing = one.words[a + size : next_a], other.words[b + size : next_b]
        if max(len(replaced), len(replacing)) > NAME:
            continue
        mine, theirs = own.intersection(replaced), others.intersection(replacing)
        if _unmatched(mine, theirs) and _unmatched(theirs, mine):
            return True
    return False


def _unmatched(names: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether any of the names is neither short nor long for one of the others, as "Atty." is for "Attorney"."""
    return any(not any(_is_short(*sorted((name, other), key=len)) for other in others) for name in names)


def _is_short(short: str, long: str) -> bool:
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)
