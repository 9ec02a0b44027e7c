"""What each stage costs beside a named baseline, in one run: `make bench`.

CPU seconds of this process on one core, best of three, interleaved; machines differ, so read the ratios. The pages are
the sample newsroom's, the texts the annotated articles of nlp/project/gold.
"""

import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy
import trafilatura
from spacy.language import Language

from db.store import immediate, open_store
from nlp.gold import read_all
from nlp.model import read
from nlp.record import facts
from nlp.tagger import PARTS
from pipelines.rows import save_article, save_facts
from scrapers.items import Article
from scrapers.pages import parse
from scrapers.sample.newsroom import load_stories, page

FIGURES = Path(__file__).with_name("figures.json")
GOLD = Path(__file__).parent.parent / "nlp" / "project" / "gold"
ROUNDS = 3

# What is measured, and the baseline beside it.
PARSE = ("parse", "trafilatura")
ANNOTATE = ("annotate", "spaCy NER")
STORE = ("store", "plain sqlite3")


def main() -> None:
    """Measure, print, and leave the figures for the README's table."""
    stories = load_stories()
    pages = [(page(story), story.url) for story in stories]
    texts = [(article.text, article.record.published) for article in read_all(GOLD)]
    words = sum(len(text.split()) for text, _ in texts)
    plain = bare_ner()
    read(*texts[0])  # start-up is no part of the cost

    measured = best(
        {
            "parse": lambda: [parse(html, url) for html, url in pages],
            "trafilatura": lambda: [trafilatura.bare_extraction(html, fast=True) for html, _ in pages],
            "annotate": lambda: [facts(read(*text)) for text in texts],
            "spaCy NER": lambda: [plain(text) for text, _ in texts],
            "store": lambda: store(texts),
            "plain sqlite3": lambda: insert(texts),
        }
    )
    rows = [
        row("pages to articles", "trafilatura fast, body alone", "pages/s", len(pages), measured, PARSE),
        row("texts to facts", "bare spaCy NER on tok2vec, names alone", "words/s", words, measured, ANNOTATE),
        row("facts to rows", "executemany of the texts", "articles/s", len(texts), measured, STORE),
    ]
    FIGURES.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    for what, rate, unit, baseline, ratio in rows:
        print(f"{what}: {rate:,} {unit} of CPU, {ratio} times the cost of {baseline}")


def bare_ner() -> Language:
    """spaCy's NER on its default tok2vec with our labels; untrained, which costs the same."""
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    for part in PARTS:
        ner.add_label(part)
    nlp.initialize()
    return nlp


def best(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """CPU seconds of each work, the best of the rounds."""
    seconds = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.process_time()
            work()
            seconds[name] = min(seconds[name], time.process_time() - start)
    return seconds


def row(
    what: str, baseline: str, unit: str, amount: int, measured: dict[str, float], pair: tuple[str, str]
) -> tuple[str, int, str, str, float]:
    """One line of the table: rate, and cost as a multiple of the baseline's."""
    ours, theirs = (measured[name] for name in pair)
    return what, round(amount / ours), unit, baseline, round(ours / theirs, 1)


def store(texts: list[tuple[str, str | None]]) -> None:
    """Write every text with its facts into a new database, one transaction each."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_store(Path(folder) / "bench.db", create=True)
        with immediate(db):
            db.table("sources").insert({"id": "bench"})
            db.table("fetches").insert({"source_id": "bench", "url": "bench"})
        for number, (text, published) in enumerate(texts):
            title = text.split("\n", 1)[0]
            article = Article(f"http://bench.example/{number}", title, text, published, None, None, (), "en")
            fetch = {"id": 1, "source_id": "bench", "fetched_at": "2024-01-01T00:00:00Z"}
            with immediate(db):
                ids = save_article(db, article, fetch=fetch, digest=str(number), model="bench")
                save_facts(db, FACTS[text], article_id=ids[0], version_id=ids[1], quote=lambda start, end: (start, end))
        db.close()


def insert(texts: list[tuple[str, str | None]]) -> None:
    """The same texts into a bare table with full-text search, in one transaction."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bench.db")
        connection.execute("create virtual table texts using fts5(text)")
        connection.executemany("insert into texts values (?)", [(text,) for text, _ in texts])
        connection.commit()
        connection.close()


if __name__ == "__main__":
    FACTS = {article.text: facts(read(article.text, article.record.published)) for article in read_all(GOLD)}
    main()
