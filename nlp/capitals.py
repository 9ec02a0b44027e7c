"""The words of an article and what their capitals say.

A capital in the middle of a sentence tells a name; at the head of a sentence and in headlines every word may have one,
and only the rest of the article, or a word that is not everyday English, tells.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .lexicon import is_plain, opens_sentences, places, words

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"  # U.S., L.L.C., S.p.A
    r"|[A-Z]\.(?=[ ,])"  # the initial in "Ann B. Orlo"
    r"|[^\W_]+(?:['.&+-][^\W_]+)*"  # O'Brien, AT&T, Amazon.com, T-Mobile
)
SENTENCE_END = re.compile(r"[.!?:;|\u2014\n]")
SKIPPED = " \t\"'([*_#\u2022>{-"
TAILED = re.compile(r"^(.*?[\w.])-(?=[a-z])(?!la-|le-|de-|al-|ul-)")  # Chicago-based, Bolt-owned
# No names: "20th", "1990s", and "17-April" in "April 17-April 24".
COUNTED = re.compile(r"\d+(?:st|nd|rd|th|s)?|\d+-(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*")
PREFIXED = re.compile(r"^(?:non|anti|pro|pre|post|mid|co|[Ee]x|[Tt]hen|now)-(?=[A-Z])")
CAMEL = re.compile(r"[a-z]{1,4}[A-Z]|(?:al|el|ul|d|l)[-'][A-Z]|\d+[A-Z]\w*$|\d+(?:and|-)[A-Za-z]")
ACRONYM = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z0-9]|\w*[a-z][A-Z]\w*|[\w-]*\d[\w-]*|\w+\.(?:com|ai|io|org|net)"
)
# After "'s" without a thing that is owned, the ending belongs to the name: "Orlo's, its parent", "Orlo's said".
OWNER = re.compile(
    r"'s(?=[.,;:)!?\n]| (?:is|are|was|were|has|had|have|will|would|could|may|must|did|does|and|or|in|at|on|to|for|with|"
    r"over|from|by|that|which|said|says|denied|agreed|argued|faces|faced|uses|used|also|allegedly|violated|failed|asked|"
    r"sued)\b)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with what its place in the text says of its capital."""

    start: int
    end: int  # without a possessive ending
    text: str
    capital: bool
    forced: bool  # head of a sentence, title or quotation
    ends: bool  # nothing of the name can follow: possessive, "Chicago-based"
    titled: bool  # in a headline with capitals throughout


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is: "Orlo", "eBay", "23andMe"."""
    return word[0].isupper() or bool(CAMEL.match(word))


def is_legal_form(word: str) -> bool:
    """Whether a body's name ends in the word: "Inc", "GmbH"."""
    return word.rstrip(".") in words("organisations", "suffixes")


class Reading:
    """One article's words, and what its running text says of them."""

    def __init__(self, text: str, blocked: Sequence[tuple[int, int]]) -> None:
        self.text = text
        taken = bytearray(len(text) + 1)
        for start, end in blocked:
            taken[start:end] = b"\1" * (end - start)
        self.words = _with_owners(text, [w for w in _words(text) if not any(taken[w.start : w.end])])
        running = [w for w in self.words if not w.titled]
        self.small = Counter(w.text.lower() for w in running if not w.capital)
        self.sure = Counter(w.text.lower() for w in running if w.capital and not w.forced)
        self.bare = {w.text for w in running if w.capital and not text.startswith("'s", w.end)}
        self.pairs = {
            (a.text, b.text)
            for a, b in itertools.pairwise(running)
            if a.capital and b.capital and not a.forced and text[a.end : b.start] == " "
        }

    def is_weak(self, word: Word) -> bool:
        """Whether the capital is only due to the word's place."""
        if not (word.forced or word.titled):
            return False
        lower = word.text.lower()
        if self.sure[lower]:
            # "Order" may be a name in "the Order of St. Ann" and yet open a sentence as a plain word.
            return opens_sentences(word.text) or self.small[lower] > self.sure[lower]
        if is_plain(word.text) or self.small[lower]:
            return not (ACRONYM.fullmatch(word.text) and not self.is_loud(word))
        return False

    def is_loud(self, word: Word) -> bool:
        """Whether the whole line around the word is in capitals."""
        start = self.text.rfind("\n", 0, word.start) + 1
        end = self.text.find("\n", word.end)
        return self.text[start : end if end >= 0 else len(self.text)].isupper()


@lru_cache(maxsize=4)  # several components read the names of one article, one after the other
def _words(text: str) -> tuple[Word, ...]:
    """All words of the text with the meaning of their capitals."""
    return tuple(_read_words(text))


def _read_words(text: str) -> Iterator[Word]:
    edges = [0, *(m.end() for m in re.finditer(r"\n+", text)), len(text)]
    for first, last in itertools.pairwise(edges):
        line = text[first:last]
        titled = _is_titled(line)
        for match in WORD.finditer(line):
            yield _word(text, first + match.start(), first + match.end(), titled)


def _with_owners(text: str, found: list[Word]) -> list[Word]:
    """The words, of which those that never stand without "'s" keep it: "Orlo's" as the name of a restaurant."""
    owned = {w.text for w in found if w.capital and text.startswith("'s", w.end) and OWNER.match(text, w.end)}
    owned -= {w.text for w in found if not text.startswith("'s", w.end)} | places()
    return [
        replace(w, end=w.end + 2, text=w.text + "'s", ends=False)
        if w.text in owned and text.startswith("'s", w.end)
        else w
        for w in found
    ]


def _word(text: str, start: int, end: int, titled: bool) -> Word:
    surface = text[start:end]
    ends = False
    if prefixed := PREFIXED.match(surface):
        start += prefixed.end()
    if tailed := TAILED.match(surface):
        if surface[0].isupper() or CAMEL.match(surface):
            end, ends = start + len(tailed[1]), True
    elif surface.endswith("'s"):
        end, ends = end - 2, True
    elif surface.endswith("s") and text[end : end + 1] == "'" and not text[end + 1 : end + 2].isalnum():
        ends = True
    core = text[start:end]
    capital = bool(core) and is_capital(core) and not COUNTED.fullmatch(core)
    return Word(start, end, core, capital, capital and _is_forced(text, start, core), ends, titled)


def _is_forced(text: str, start: int, word: str) -> bool:
    at = start - 1
    while at >= 0 and text[at] in SKIPPED:
        at -= 1
    if at < 0 or text[at] == "\n":
        return True
    if re.search(r"[\"'(]$", text[max(0, start - 1) : start]) and text[start - 1] == '"':
        return True
    if not SENTENCE_END.match(text[at]):
        return False
    if text[at] != ".":
        return True
    before = re.search(r"([\w.]*)\.$", text[max(0, at - 12) : at + 1])
    token = before[1] if before else ""
    is_short = len(token) == 1 or "." in token or token in words("organisations", "abbreviated")
    return not is_short or opens_sentences(word)


def _is_titled(line: str) -> bool:
    """Whether a line is a headline with a capital on every word of weight."""
    long: list[str] = [w for w in re.findall(r"[^\W\d_][\w'-]*", line) if len(w) > 3]
    if len(long) < 3 or len(long) > 28 or line.rstrip().endswith((".", '."', ".'", ";", ",", ":")):
        return False
    if line.lstrip()[:1] in "-*\u2022":  # an item of a list, such as a company's name
        return False
    return sum(w[0].isupper() for w in long[1:]) >= 0.7 * (len(long) - 1)
