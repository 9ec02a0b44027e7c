"""The trained tagger: a linear-chain CRF over what `nlp.signals` sees, which names everybody in a sentence by part.

Its labels are the parts that people and bodies play, bystanders among them; it gives each name it finds the
probability of every label, so that the mentions of one entity can be weighed together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pycrfsuite

from .signals import Signals

# The parts that are mentions, and bystanders: named, but without a part in the litigation.
PLAYED = ("PLAINTIFF", "DEFENDANT", "JUDGE", "COUNSEL", "LAW_FIRM", "REGULATOR")
BYSTANDERS = ("OTHER_PERSON", "OTHER_ORG", "PRODUCT")
PARTS = (*PLAYED, *BYSTANDERS)
# Of those that say what their bearer is.
PERSONS = ("JUDGE", "COUNSEL", "OTHER_PERSON")
BODIES = ("LAW_FIRM", "OTHER_ORG", "PRODUCT", "REGULATOR")
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger makes of a document, by token."""

    names: tuple[tuple[int, int, str], ...]  # first token, end (exclusive) and part of each name, in text order
    shares: Mapping[int, tuple[float, ...]]  # the probability of each of PARTS at tokens that may belong to a name

    def of(self, start: int, end: int) -> tuple[float, ...]:
        """The probability of each of PARTS over a stretch of tokens, the mean of its tokens."""
        rows = [self.shares[i] for i in range(start, end) if i in self.shares]
        return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True)) if rows else (0.0,) * len(PARTS)


def tag(signals: Signals, tagger: pycrfsuite.Tagger) -> Tagged:
    """The names of a document, and what every word that may belong to one could be."""
    names: list[tuple[int, int, str]] = []
    shares: dict[int, tuple[float, ...]] = {}
    known = set(tagger.labels())
    labels = [[f"{edge}-{part}" for edge in "BI" if f"{edge}-{part}" in known] for part in PARTS]
    for sentence in signals.sentences:
        rows = [signals.features[i] for i in sentence]
        asked = [i for i, row in enumerate(rows) if _may_be_name(row)]
        if not asked:
            continue
        tagger.set(rows)
        found = spans(tagger.tag())
        names += [(sentence.start + start, sentence.start + end, part) for start, end, part in found]
        for i in {*asked, *(i for start, end, _ in found for i in range(start, end))}:
            shares[sentence.start + i] = tuple(sum(tagger.marginal(label, i) for label in own) for own in labels)
    return Tagged(tuple(names), shares)


def _may_be_name(row: Sequence[str]) -> bool:
    return any(feature.startswith("end=") for feature in row[:4])


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The stretches that BIO labels mark: start, end (exclusive) and part."""
    found = []
    start = None
    for i, label in enumerate([*labels, OUTSIDE]):
        if start is not None and not label.startswith("I-"):
            found.append((start, i, labels[start][2:]))
            start = None
        if label.startswith("B-") or (label.startswith("I-") and start is None):
            start = i
    return found
