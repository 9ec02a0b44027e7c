"""Fits the linear decisions."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from ..linear import BIAS, Linear

# Weights smaller than this change no decision and only make the file long.
LEAST = 0.005
SEED = 7
# What fewer examples have teaches noise.
OFTEN = 4


def fit(
    features: Sequence[Mapping[str, float]], answers: Sequence[str], strength: float = 0.3, *, balanced: bool = False
) -> Linear:
    """The decision that the examples teach; `strength` is the inverse of the L2 penalty.

    `balanced`: every answer counts the same, however many examples it has.
    """
    frequency = Counter(name for example in features for name in example)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        {name: value for name, value in example.items() if frequency[name] >= OFTEN} for example in features
    )
    model = LogisticRegression(
        C=strength, max_iter=2000, random_state=SEED, class_weight="balanced" if balanced else None
    )
    model.fit(matrix, answers)
    classes = tuple(str(answer) for answer in model.classes_)
    weights, bias = model.coef_, model.intercept_
    if len(classes) == 2:  # one row for both: its sign tells them apart
        weights, bias = np.vstack([-weights[0], weights[0]]) / 2, np.array([-bias[0], bias[0]]) / 2
    names = vectorizer.get_feature_names_out()
    kept = {
        str(name): tuple(round(float(w), 4) for w in weights[:, i])
        for i, name in enumerate(names)
        if abs(weights[:, i]).max() >= LEAST
    }
    return Linear(classes, {BIAS: tuple(round(float(b), 4) for b in bias), **kept})


def write(model: Linear, path: Path) -> None:
    """Writes a decision, one feature per line."""
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(list(w))}" for name, w in sorted(model.weights.items()))
    path.write_text(
        f'{{"answers": {json.dumps(list(model.answers))},\n "weights": {{\n{lines}\n }}}}\n', encoding="utf-8"
    )
