"""What the relevance filter keeps of articles that are ours and of such as only look so; nlp/project/relevance.json.

python benchmarks/relevance.py

The corpus and the near misses are judged by filters that never saw the article's register, and in the case of a near
miss not the article; gold and blind, on which nothing was trained, by the filter itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.gold import GoldArticle, read_all
from nlp.linear import Linear
from nlp.relevance import judge
from nlp.training.relevance import Told, near_misses, ours, parted, told, trained

PROJECT = FOLDER.parent
PARTS = 5


def is_ours(article: GoldArticle) -> bool:
    """Whether an annotated article tells of a suit or an act, and not of a bill that failed or a survey."""
    return bool(article.record.events or article.record.plaintiffs or article.record.defendants)


def kept(articles: Iterable[tuple[Told, Linear | None]]) -> dict[str, int]:
    """How many articles there are, and how many the filter keeps, whole and by their beginnings."""
    verdicts = [[judge(part.title, part.text, model).keep for part in (one, one.beginning)] for one, model in articles]
    whole, beginnings = (sum(column) for column in zip(*verdicts, strict=True))
    return {"articles": len(verdicts), "kept": whole, "kept_beginnings": beginnings}


def main() -> None:
    """Measure and write."""
    corpus = [article for article in read_all(FOLDER, CORPUS_LABELS) if is_ours(article)]
    articles = [*ours(corpus), *near_misses()]
    numbers = parted(articles, PARTS)
    models = [
        trained(one for one, number in zip(articles, numbers, strict=True) if number != part) for part in range(PARTS)
    ]
    judged = [(one, models[number]) for one, number in zip(articles, numbers, strict=True)]
    figures: dict[str, Any] = {"ours": {}, "near_misses": {}}
    for name in ("gold", "blind"):
        own = [a for a in read_all(PROJECT / name) if is_ours(a)]
        figures["ours"][name] = kept((told(name, a.text, is_ours=True), None) for a in own)
    figures["ours"]["corpus"] = kept(pair for pair in judged if pair[0].is_ours)
    kinds: dict[str, list[tuple[Told, Linear | None]]] = defaultdict(list)
    for pair in judged:
        if not pair[0].is_ours:
            kinds[pair[0].group].append(pair)
    figures["near_misses"] = {kind: kept(pairs) for kind, pairs in sorted(kinds.items())}
    (PROJECT / "relevance.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
