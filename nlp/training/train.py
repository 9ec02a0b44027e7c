"""Trains all weights from annotated articles: first the tagger, then each decision on what the ones before it make.

A decision must learn from inputs as wrong as those it will meet. The articles are therefore parted into folds by
register, and what an article teaches a later decision comes from models that never saw its register.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy.tokens import Doc

from ..components.parties import main_features, story
from ..gold import GoldArticle
from ..linear import Linear
from ..main_suit import chosen
from ..model import build
from ..naming import naming
from ..parts import decided, weighed
from ..report import Report, report
from ..signals import Signals
from ..tagger import tag
from ..weights import TAGGER, Weights
from . import examples
from .examples import Example
from .folds import register, split
from .linear import fit, write
from .swap import swapped
from .tagger import Rows, labels, rows, train

FOLDS = 4
# Each article is read as it is and twice under other names.
SEEDS = (0, 1, 2)
# The inverse of the L2 penalty of each decision, settled by cross-validation over registers.
STRENGTHS = {"parts": 0.3, "main": 0.3, "event": 1.0, "filing": 0.3, "when": 1.0, "forum": 0.1, "sums": 0.3}
PROCESSES = 2

Track = Callable[[str], None]


@dataclass(frozen=True)
class Prepared:
    """An article as the tagger's trainer sees it."""

    article: str
    rows: tuple[Rows, ...]


def read(article: GoldArticle) -> Doc:
    """An article's document with the tagger's features, by the components that need no weights."""
    nlp = build(until="signals")
    doc = nlp.make_doc(article.text)
    doc._.published = article.record.published
    return nlp(doc)


def prepared(task: tuple[GoldArticle, int]) -> Prepared:
    """An article under the names of a seed, 0 being its own."""
    article, seed = task
    named = swapped(article, seed) if seed else article
    doc = read(named)
    signals: Signals = doc._.signals
    return Prepared(article.id, tuple(rows(signals, labels(doc, named))))


def train_all(articles: Sequence[GoldArticle], folder: Path, say: Track) -> None:
    """Train on the articles and write all weights into the folder."""
    warnings.filterwarnings("ignore", category=FutureWarning)
    folder.mkdir(parents=True, exist_ok=True)
    folds = split(articles, FOLDS)
    with TemporaryDirectory() as scratch:
        say(f"reading {len(articles)} articles")
        tasks = [(article, seed) for article in articles for seed in SEEDS]
        with ProcessPoolExecutor(PROCESSES) as pool:
            data = list(pool.map(prepared, tasks, chunksize=16))
        say("training the tagger")
        with ProcessPoolExecutor(PROCESSES) as pool:
            jobs = [pool.submit(_train_tagger, data, folder / TAGGER)]
            for fold in range(FOLDS):
                others = [one for one in data if folds[register(one.article)] != fold]
                jobs.append(pool.submit(_train_tagger, others, Path(scratch) / str(fold) / TAGGER))
            for job in jobs:
                job.result()
        del data
        say("training the decisions")
        taggers = [Weights(Path(scratch) / str(fold)) for fold in range(FOLDS)]
        _decisions(articles, folds, taggers, folder)


def _train_tagger(data: Iterable[Prepared], path: Path) -> None:
    train((sentence for one in data for sentence in one.rows), path)


def _decisions(
    articles: Sequence[GoldArticle], folds: dict[str, int], taggers: Sequence[Weights], folder: Path
) -> None:
    numbers = [folds[register(article.id)] for article in articles]
    docs, entities = [], []
    for article, fold in zip(articles, numbers, strict=True):
        doc = read(article)
        doc._.tagged = tag(doc._.signals, taggers[fold].tagger())
        docs.append(doc)
        entities.append(weighed(naming(doc, doc._.marks, doc._.tagged), doc._.phrased))
    roles = _crossfitted(
        "parts", [list(examples.parts(e, a)) for e, a in zip(entities, articles, strict=True)], numbers, folder
    )
    found = [decided(e, model) for e, model in zip(entities, roles, strict=True)]
    mains = _crossfitted(
        "main", [list(examples.main(d, f, a)) for d, f, a in zip(docs, found, articles, strict=True)], numbers, folder
    )
    told: list[Report] = []
    for doc, parts, model in zip(docs, found, mains, strict=True):
        own = chosen(main_features(doc, parts), parts, model)
        doc._.story = story(doc, parts, [part for part, _ in own])
        told.append(report(doc))
    for name, teach in TEACHERS.items():
        _crossfitted(name, [list(teach(t, a.record)) for t, a in zip(told, articles, strict=True)], numbers, folder)


TEACHERS = {
    "event": examples.event,
    "when": examples.when,
    "filing": examples.dates,
    "forum": examples.courts,
    "sums": examples.amounts,
}


def _crossfitted(name: str, taught: Sequence[Sequence[Example]], numbers: Sequence[int], folder: Path) -> list[Linear]:
    """Write the decision that all examples teach; give for each article the one taught by the other folds."""
    write(_fitted(name, taught), folder / f"{name}.json")
    models = [
        _fitted(name, [own for own, number in zip(taught, numbers, strict=True) if number != fold])
        for fold in range(FOLDS)
    ]
    return [models[number] for number in numbers]


def _fitted(name: str, taught: Iterable[Sequence[Example]]) -> Linear:
    flat = [example for own in taught for example in own]
    return fit([features for features, _ in flat], [answer for _, answer in flat], STRENGTHS[name])
