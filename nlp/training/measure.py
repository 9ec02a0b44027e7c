"""Figures of trained weights on articles that they never saw."""

import json
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from ..calibration import Bin, expected_error, field_claims, mention_claims, reliability
from ..facts import Facts
from ..gold import GoldArticle
from ..model import MODEL, read
from ..record import facts
from ..score import score
from .folds import register
from .train import PROCESSES

# What the learning curve shows.
FIGURES = (
    "strict all",
    "strict PLAINTIFF",
    "strict DEFENDANT",
    "record plaintiffs",
    "record defendants",
    "record courts",
    "record filed",
    "first event type",
    "record all four",
)


def extracted(articles: Sequence[GoldArticle], weights: Path) -> list[Facts]:
    """The facts of each article by those weights."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(partial(_one, weights), articles, chunksize=8))


def _one(weights: Path, article: GoldArticle) -> Facts:
    return facts(read(article.text, article.record.published, weights=weights))


def figures(articles: Sequence[GoldArticle], weights: Path) -> dict[str, Any]:
    """All figures: measures with intervals, by register, by first event, and how far confidences can be trusted."""
    found = extracted(articles, weights)
    return {
        "model": MODEL,
        "articles": len(articles),
        "rows": score(articles, found).as_rows(),
        "registers": _grouped([register(a.id) for a in articles], articles, found),
        "first_events": _grouped(
            [a.record.events[0].type if a.record.events else "none" for a in articles], articles, found
        ),
        "calibration": calibration(articles, found),
    }


def _grouped(
    keys: Sequence[str], articles: Sequence[GoldArticle], found: Sequence[Facts]
) -> dict[str, dict[str, float]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        groups[key].append(i)
    grouped = {}
    for key, own in sorted(groups.items()):
        scores = score([articles[i] for i in own], [found[i] for i in own], samples=1).as_dict()
        grouped[key] = {"articles": len(own)} | {name: scores[name] for name in FIGURES}
    return grouped


def calibration(articles: Sequence[GoldArticle], found: Sequence[Facts]) -> dict[str, Any]:
    """The reliability of mentions and of the record's values."""
    both = {"mentions": mention_claims, "fields": field_claims}
    bins = {
        name: reliability(claim for a, f in zip(articles, found, strict=True) for claim in claims(a, f))
        for name, claims in both.items()
    }
    return {
        name: {"error": round(expected_error(own), 4), "bins": [_rounded(b) for b in own]} for name, own in bins.items()
    }


def _rounded(one: Bin) -> dict[str, float]:
    return {name: round(value, 3) for name, value in asdict(one).items()}


def save(path: Path, content: object) -> None:
    """Writes figures as JSON."""
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
