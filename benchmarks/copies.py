"""Whether copies of a text are told from texts that only look alike; benchmarks/copies.json.

Copies and look-alikes are made from the corpus by the same seeds every time. The threshold is chosen on one half of
the registers and the figures are those of the other. Costs are CPU milliseconds on one core: read the ratio.

python benchmarks/copies.py
"""

import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from reprints import ABOUT, COPIES, LOOK_ALIKES, Chance, headline
from sqlite_utils import Database

from db.store import immediate, open_store
from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.gold import GoldArticle, read_all
from nlp.model import read
from nlp.record import facts
from nlp.training.folds import register
from pipelines.alike import COPY, alike, may_be_copies, shingles
from pipelines.copies import compare, link_copies
from pipelines.rows import save_article
from scrapers.items import Article

FIGURES = Path(__file__).with_name("copies.json")
TIMED = 60  # articles that the cost of extraction is measured on
STEPS = [step / 20 for step in range(4, 19)]


def made(kind: str, articles: Sequence[GoldArticle], registers: Mapping[str, list[GoldArticle]]) -> Iterator[float]:
    """How alike each article and what is made of it by a rule are; 0 where one is not found by the other's runs."""
    for article in articles:
        chance = Chance(article, registers[register(article.id)], kind)
        rule = LOOK_ALIKES.get(kind)
        text = rule(article, chance) if rule else COPIES[kind](article.text, chance)
        if text and text != article.text:
            yield found(article.text, text)


def paired(registers: Mapping[str, list[GoldArticle]], about: str = "") -> Iterator[float]:
    """How alike every two articles of a register are, with the same words about the outlet at the end of each."""
    for articles in registers.values():
        for one, other in combinations(articles, 2):
            yield found(one.text + about, other.text + about)


def found(one: str, other: str) -> float:
    """How alike two texts are as far as extraction would compare them."""
    ours, theirs = shingles(one), shingles(other)
    return alike(one, other) if may_be_copies(len(ours & theirs), len(ours), len(theirs)) else 0.0


def measure(registers: Mapping[str, list[GoldArticle]]) -> dict[str, dict[str, list[float]]]:
    """How alike the pairs of each kind are."""
    articles = [article for group in registers.values() for article in group]
    others = {
        "same register": list(paired(registers)),
        "same register, same words about the office": list(paired(registers, "\n\n" + "\n\n".join(ABOUT))),
    }
    return {
        "copies": {kind: list(made(kind, articles, registers)) for kind in COPIES},
        "look-alikes": others | {kind: list(made(kind, articles, registers)) for kind in LOOK_ALIKES},
    }


def right(pairs: Mapping[str, Mapping[str, list[float]]], threshold: float) -> float:
    """The mean over all kinds of the share that is told rightly."""
    shares = [_share(values, threshold) for values in pairs["copies"].values()]
    shares += [1 - _share(values, threshold) for values in pairs["look-alikes"].values()]
    return sum(shares) / len(shares)


def figures(pairs: Mapping[str, Mapping[str, list[float]]], threshold: float) -> dict[str, object]:
    """Pairs, how many were taken for copies, and the rates of it all."""
    counts = {
        what: {kind: [len(values), sum(value >= threshold for value in values)] for kind, values in kinds.items()}
        for what, kinds in pairs.items()
    }
    (copies, found), (_, wrong) = (map(sum, zip(*kinds.values(), strict=True)) for kinds in counts.values())
    rates = {"recall": round(found / copies, 4), "precision": round(found / (found + wrong), 4)}
    return {"threshold": threshold, **rates, "pairs, taken for copies": counts}


def _share(values: Sequence[float], threshold: float) -> float:
    return sum(value >= threshold for value in values) / len(values)


def corpus_as_it_is(articles: Sequence[GoldArticle]) -> dict[str, object]:
    """Every annotated article in one database: pairs taken for copies, and the cost beside that of extraction."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_store(Path(folder) / "copies.db", create=True)
        with immediate(db):
            db.table("sources").insert({"id": "bench"})
            db.table("fetches").insert({"source_id": "bench", "url": "bench"})
            versions = [_store(db, number, article) for number, article in enumerate(articles)]
            comparing = _cpu(lambda: [compare(db, *version) for version in versions])
            linking = _cpu(lambda: link_copies(db))
        pairs = db.table("alike_versions").count
        rows = db.table("article_shingles").count
        db.close()
    few = articles[:: len(articles) // TIMED]
    facts(read(few[0].text, None))  # start-up is no part of the cost
    extracting = _cpu(lambda: [facts(read(article.text, article.record.published)) for article in few])
    return {
        "texts": len(articles),
        "pairs taken for copies": pairs,
        "rows per text": round(rows / len(articles), 1),
        "ms per text": round(comparing / len(articles), 2),
        "ms per text to extract it": round(extracting / len(few), 2),
        "ms to link all": round(linking, 1),
    }


def _store(db: Database, number: int, annotated: GoldArticle) -> tuple[int, str]:
    text = annotated.text
    url, published = f"http://bench.example/{number}", annotated.record.published
    article = Article(url, headline(annotated), text, published, None, None, (), "en")
    fetch = {"id": 1, "source_id": "bench", "fetched_at": "2024-01-01T00:00:00Z"}
    _, version_id = save_article(db, article, fetch=fetch, digest=str(number), model="bench")
    return version_id, text


def _cpu(work: Callable[[], object]) -> float:
    """Milliseconds of CPU that the work takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def main() -> None:
    """Measure and write."""
    articles = read_all(FOLDER, CORPUS_LABELS)
    registers: dict[str, list[GoldArticle]] = defaultdict(list)
    for article in articles:
        registers[register(article.id)].append(article)
    names = sorted(name for name, group in registers.items() if len(group) > 1)
    chosen = measure({name: registers[name] for name in names[::2]})
    held = measure({name: registers[name] for name in names[1::2]})
    for step in STEPS:
        print(f"{step:.2f} {right(chosen, step):.4f}")
    others = [article for name in ("gold", "blind") for article in read_all(FOLDER.parent / name)]
    result = figures(held, COPY) | {"annotated articles as they are": corpus_as_it_is([*articles, *others])}
    FIGURES.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(FIGURES.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
