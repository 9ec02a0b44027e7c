"""Parts of the corpus that share no register."""

import random
from collections import Counter
from collections.abc import Sequence

from ..gold import GoldArticle

SEED = 11


def register(id_: str) -> str:
    """The register of an article: its id without the number."""
    return id_.rsplit("-", 1)[0]


def split(articles: Sequence[GoldArticle], folds: int) -> dict[str, int]:
    """The fold of each register, drawn at random."""
    registers = sorted({register(article.id) for article in articles})
    random.Random(SEED).shuffle(registers)  # noqa: S311 - a split, not secrets
    return {name: i % folds for i, name in enumerate(registers)}


def holdout(articles: Sequence[GoldArticle]) -> tuple[list[GoldArticle], list[GoldArticle]]:
    """Four fifths to learn from and a fifth to measure on: registers are held out until they make up a fifth."""
    folds = split(articles, 5)
    sizes = Counter(register(article.id) for article in articles)
    held: set[str] = set()
    for name in sorted(folds, key=lambda name: folds[name]):
        if sum(sizes[one] for one in held) * 5 < len(articles):
            held.add(name)
    learn = [article for article in articles if register(article.id) not in held]
    return learn, [article for article in articles if register(article.id) in held]
