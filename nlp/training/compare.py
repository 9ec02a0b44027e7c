"""Compares taggers on one split: ours, spaCy's NER on tok2vec, and what an encoder made of the same tokens.

    python -m nlp.training.compare ours            trains and measures the CRF
    python -m nlp.training.compare spacy           trains and measures spaCy's NER
    python -m nlp.training.compare export FILE     the split as JSON lines, for taggers that live elsewhere

All learn from four fifths of the corpus and are measured on the rest and on gold: strict F1 of the six parts that are
mentions, and words per second on one core. Ours and spaCy's read every article a second time under other names, the
encoder, which costs fifty times as much to train, does not.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pycrfsuite
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import compounding, fix_random_seed

from ..corpus import CORPUS_LABELS, FOLDER
from ..gold import GoldArticle, read_all
from ..tagger import PARTS, PLAYED, tag
from ..text import tokenizer
from .folds import holdout
from .swap import swapped
from .tagger import labels, rows, train
from .train import read

GOLD = FOLDER.with_name("gold")
SEED = 7
EPOCHS = 8
FIGURES = GOLD.with_name("taggers.json")
MEASURED = ("holdout", "gold")
TITLES = {"ours": "CRF, grammars and phrases among its features", "spacy": "spaCy NER on tok2vec"}
Span = tuple[int, int, str]


def data() -> dict[str, list[GoldArticle]]:
    """The articles by their use: train, holdout, gold."""
    learn, rest = holdout(read_all(FOLDER, CORPUS_LABELS))
    return {"train": learn, "holdout": rest, "gold": read_all(GOLD)}


def wanted(article: GoldArticle) -> set[Span]:
    """The marks of an article that are measured."""
    return {(m.start, m.end, m.label) for m in article.mentions if m.label in PLAYED}


def f1(found: Iterable[set[Span]], gold: Iterable[set[Span]]) -> dict[str, float]:
    """Strict F1 by label and over all."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for one, other in zip(found, gold, strict=True):
        right.update(label for *_, label in one & other)
        total.update(label for *_, label in (*one, *other))
    by_label = {label: round(2 * right[label] / max(1, total[label]), 3) for label in PLAYED}
    return {"all": round(2 * right.total() / max(1, total.total()), 3), **by_label}


def train_spacy(articles: Sequence[GoldArticle]) -> Language:
    """SpaCy's NER with its default tok2vec, trained from nothing."""
    fix_random_seed(SEED)
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp.vocab)
    ner = nlp.add_pipe("ner")
    for part in PARTS:
        ner.add_label(part)  # type: ignore[attr-defined]
    examples = [_example(nlp.make_doc(a.text), a) for a in articles]
    optimizer = nlp.initialize(lambda: examples)
    shuffle = random.Random(SEED)  # noqa: S311 - order of training, not secrets
    for _ in range(EPOCHS):
        shuffle.shuffle(examples)
        for batch in minibatch(examples, size=compounding(4.0, 32.0, 1.001)):  # type: ignore[no-untyped-call]
            nlp.update(batch, drop=0.2, sgd=optimizer)
    return nlp


def _example(doc: Doc, article: GoldArticle) -> Example:
    spans = [
        span
        for m in article.mentions
        if m.label in PARTS and (span := doc.char_span(m.start, m.end, label=m.label)) is not None
    ]
    reference = doc.copy()
    reference.set_ents(spans)
    return Example(doc, reference)


def train_ours(articles: Sequence[GoldArticle], path: Path) -> None:
    """The tagger of this project, alone."""
    docs = [(read(a), a) for a in articles]
    train((row for doc, a in docs for row in rows(doc._.signals, labels(doc, a))), path)


def measure_ours(path: Path, articles: Sequence[GoldArticle]) -> dict[str, float]:
    """Figures of the tagger alone, with the time that its features take."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    start = time.process_time()
    found = []
    for article in articles:
        doc = read(article)
        names = tag(doc._.signals, tagger).names
        found.append({(doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), part) for a, b, part in names if part in PLAYED})
    words = sum(len(a.text.split()) for a in articles)
    return {**f1(found, map(wanted, articles)), "words_per_second": round(words / (time.process_time() - start))}


def record(row: dict[str, Any]) -> None:
    """Write the figures of a tagger beside those of the others."""
    known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else []
    rows = [one for one in known if one["tagger"] != row["tagger"]]
    FIGURES.write_text(json.dumps(sorted([*rows, row], key=lambda r: r["tagger"]), indent=1) + "\n", encoding="utf-8")


def measure_spacy(nlp: Language, articles: Sequence[GoldArticle]) -> dict[str, float]:
    """Figures of a trained NER."""
    start = time.process_time()
    docs = [nlp(a.text) for a in articles]
    spent = time.process_time() - start
    found = [{(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in PLAYED} for doc in docs]
    words = sum(len(a.text.split()) for a in articles)
    return {**f1(found, map(wanted, articles)), "words_per_second": round(words / spent)}


def export(path: Path) -> None:
    """Write the split as JSON lines: use, id, tokens with offsets, BIO labels, and what is measured."""
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp.vocab)
    with path.open("w", encoding="utf-8") as file:
        for use, articles in data().items():
            for article in articles:
                doc = nlp.make_doc(article.text)
                row = {
                    "use": use,
                    "id": article.id,
                    "tokens": [t.text for t in doc],
                    "offsets": [(t.idx, t.idx + len(t)) for t in doc],
                    "labels": labels(doc, article),
                    "wanted": sorted(wanted(article)),
                }
                file.write(json.dumps(row) + "\n")


def main(arguments: Sequence[str]) -> int:
    """Runs a command of the module's docstring."""
    if len(arguments) == 2 and arguments[0] == "export":
        export(Path(arguments[1]))
        return 0
    if list(arguments) not in (["ours"], ["spacy"]):
        sys.stderr.write("say `ours`, `spacy` or `export FILE`\n")
        return 2
    split = data()
    learn = [one for a in split["train"] for one in (a, swapped(a, 1))]
    begun = time.process_time()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "weights"
        if arguments[0] == "ours":
            train_ours(learn, path)
            spent = time.process_time() - begun
            measured = {use: measure_ours(path, split[use]) for use in MEASURED}
        else:
            nlp = train_spacy(learn)
            spent = time.process_time() - begun
            nlp.to_disk(path)
            measured = {use: measure_spacy(nlp, split[use]) for use in MEASURED}
        size = sum(f.stat().st_size for f in (path.rglob("*") if path.is_dir() else [path]) if f.is_file())
    record({"tagger": TITLES[arguments[0]], **measured, "training": round(spent), "size": round(size / 1e6, 1)})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
