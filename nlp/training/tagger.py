"""Trains the tagger from articles whose names were swapped."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite
from spacy.tokens import Doc

from ..gold import GoldArticle
from ..signals import Signals
from ..tagger import OUTSIDE, PARTS

# L-BFGS with elastic net: settled by cross-validation over registers (docs/evaluation.md).
PARAMETERS = {"c1": 0.05, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True, "feature.minfreq": 2}

Rows = tuple[list[list[str]], list[str]]


def labels(doc: Doc, article: GoldArticle) -> list[str]:
    """The BIO label of each token; a mark that cuts a token labels the tokens that it touches."""
    found = [OUTSIDE] * len(doc)
    for mention in article.mentions:
        if mention.label not in PARTS:
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            for i in range(span.start, span.end):
                found[i] = f"{'B' if i == span.start else 'I'}-{mention.label}"
    return found


def rows(signals: Signals, tags: Sequence[str]) -> Iterator[Rows]:
    """The sentences of a document as the trainer wants them."""
    for sentence in signals.sentences:
        yield [signals.features[i] for i in sentence], [tags[i] for i in sentence]


def train(sentences: Iterable[Rows], path: Path) -> None:
    """Trains on sentences and writes the weights."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for features, tags in sentences:
        trainer.append(features, tags)
    path.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(path))
