"""Decisions by trained linear models: features in, a probability for each answer out.

Multinomial logistic regression, so an answer's probability is the softmax of summed weights and every decision can be
read: which features spoke for it, and how much. Trained by `nlp.training`, kept as JSON in `nlp/weights`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

BIAS = "bias"
# The answers of a decision between two.
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Linear:
    """A decision between answers; `weights` has one number per answer for every feature."""

    answers: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """The probability of each answer; features that training never saw say nothing."""
        scores = list(self.weights.get(BIAS, (0.0,) * len(self.answers)))
        for name, value in features.items():
            for i, weight in enumerate(self.weights.get(name, ())):
                scores[i] += weight * value
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        whole = sum(shares)
        # Summed in another order, the last digits differ; a replay must say the same.
        return {answer: round(share / whole, 4) for answer, share in zip(self.answers, shares, strict=True)}
