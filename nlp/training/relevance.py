"""Trains the relevance filter from the corpus and the near misses, each article whole and by its beginning."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..corpus import FOLDER as CORPUS
from ..gold import GoldArticle
from ..linear import NO, YES, Linear
from ..relevance import features
from .folds import register
from .linear import fit

NEAR_MISSES = CORPUS.parent / "near_misses"
STRENGTH = 0.1
BEGINNING = 70  # words: outlets often give no more than that


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the filter meets it; `group` is its register, or the kind of near miss that it is."""

    group: str
    title: str
    text: str
    is_ours: bool

    @property
    def beginning(self) -> "Told":
        """The same, cut behind the paragraph in which it reaches some words."""
        paragraphs: list[str] = []
        for paragraph in self.text.split("\n\n"):
            if sum(len(one.split()) for one in paragraphs) > BEGINNING:
                break
            paragraphs.append(paragraph)
        return Told(self.group, self.title, "\n\n".join(paragraphs), self.is_ours)


def told(group: str, text: str, *, is_ours: bool) -> Told:
    """An article from its text with the headline as the first paragraph."""
    title, _, body = text.partition("\n\n")
    return Told(group, title, body, is_ours)


def near_misses() -> list[Told]:
    """Articles that only look like ours."""
    found = []
    for path in sorted(NEAR_MISSES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2].strip().removeprefix("# ")
        found.append(told(path.stem.rsplit("-", 1)[0], body, is_ours=False))
    return found


def ours(corpus: Sequence[GoldArticle]) -> list[Told]:
    """The corpus as the filter meets it."""
    return [told(register(article.id), article.text, is_ours=True) for article in corpus]


def parted(articles: Sequence[Told], parts: int) -> list[int]:
    """The part of each article: registers stay whole, near misses of a kind are spread."""
    numbers: dict[str, int] = defaultdict(int)
    registers = sorted({one.group for one in articles if one.is_ours})
    found = []
    for one in articles:
        found.append((registers.index(one.group) if one.is_ours else numbers[one.group]) % parts)
        numbers[one.group] += 1
    return found


def trained(articles: Iterable[Told]) -> Linear:
    """The filter that the articles teach."""
    taught = [part for one in articles for part in (one, one.beginning)]
    answers = [YES if one.is_ours else NO for one in taught]
    return fit([features(one.title, one.text) for one in taught], answers, STRENGTH, balanced=True)
