"""What the relevance filter keeps of articles that are ours and of such as only look so; nlp/project/relevance.json.

python benchmarks/relevance.py
"""

import json
from collections import defaultdict
from collections.abc import Iterable

from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.gold import GoldArticle, read_all
from nlp.relevance import judge

PROJECT = FOLDER.parent
NEAR_MISSES = PROJECT / "near_misses"


def is_ours(article: GoldArticle) -> bool:
    """Whether an annotated article tells of a suit or an act, and not of a bill that failed or a survey."""
    return bool(article.record.events or article.record.plaintiffs or article.record.defendants)


def kept(texts: Iterable[str]) -> dict[str, int]:
    """How many articles there are, and how many the filter keeps."""
    verdicts = [judge(*_split(text)).keep for text in texts]
    return {"articles": len(verdicts), "kept": sum(verdicts)}


def _split(text: str) -> tuple[str, str]:
    title, _, body = text.partition("\n\n")
    return title, body


def near_misses() -> dict[str, list[str]]:
    """The texts of the near misses by kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(NEAR_MISSES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        found[path.stem.rsplit("-", 1)[0]].append(body.strip().removeprefix("# "))
    return found


def main() -> None:
    """Measure and write."""
    sets = {
        "gold": read_all(PROJECT / "gold"),
        "blind": read_all(PROJECT / "blind"),
        "corpus": read_all(FOLDER, CORPUS_LABELS),
    }
    ours = {name: kept(a.text for a in articles if is_ours(a)) for name, articles in sets.items()}
    others = {kind: kept(texts) for kind, texts in near_misses().items()}
    figures = {"ours": ours, "near_misses": others}
    (PROJECT / "relevance.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
