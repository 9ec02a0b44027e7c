"""Public sets of pages whose text or date somebody wrote down, read from checkouts; none of them is part of biodocket.

Each set is scored as its makers do: runs of four words that two texts share, pages weighing alike (article-extraction-
benchmark; fundus-evaluation is scored like it), or phrases that must and must not be there, pooled (trafilatura).
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrapers.urls import site

NOWHERE = "http://page.example/"
RUN = 4
WORD = re.compile(r"\w+")
Counts = tuple[float, float, float]  # right, too much, missing


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the text of a page must hold, and what it must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A page and what is known of it."""

    set: str
    name: str
    url: str
    html: bytes
    body: str | Phrases | None = None
    day: str | None = None

    @property
    def looked_at(self) -> bool:
        """Whether its errors may be read: half of the sites are for measuring alone."""
        return hashlib.sha256(site(self.url).encode()).digest()[0] % 2 == 0


def samples(folder: Path) -> Iterator[Sample]:
    """The pages of every set whose checkout is in the folder."""
    yield from _article_extraction_benchmark(folder / "article-extraction-benchmark")
    yield from _trafilatura(folder / "trafilatura" / "tests")
    yield from _fundus(folder / "fundus-evaluation" / "dataset")
    yield from _htmldate(folder / "htmldate" / "tests")


def _article_extraction_benchmark(folder: Path) -> Iterator[Sample]:
    for name, known in _known(folder / "ground-truth.json").items():
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Sample("AEB", name, known["url"], html, known["articleBody"])


def _fundus(folder: Path) -> Iterator[Sample]:
    for name, known in _known(folder / "ground_truth.json").items():
        html = gzip.decompress((folder / "html" / name).read_bytes())
        yield Sample("fundus", name, known["url"], html, "\n\n".join(known["body"]))


def _trafilatura(folder: Path) -> Iterator[Sample]:
    for url, known in _known(folder / "evaldata.json").items():
        phrases = Phrases(tuple(known["with"]), tuple(known["without"]))
        html = _found(folder, ("cache", "eval"), known["file"])
        yield Sample("trafilatura", known["file"], _address(url), html, phrases)


def _htmldate(folder: Path) -> Iterator[Sample]:
    for part in ("eval_mediacloud_2020.json", "eval_default.json"):
        for url, known in _known(folder / part).items():
            html = _found(folder, ("test_set", "cache", "eval"), known["file"])
            yield Sample("htmldate", known["file"], _address(url), html, day=known["date"])


def _address(key: str) -> str:
    """Some pages have a label instead of their address."""
    return key if key.startswith("http") else NOWHERE


def _known(path: Path) -> dict[str, dict]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _found(folder: Path, places: Sequence[str], name: str) -> bytes:
    return next(path for place in places if (path := folder / place / name).is_file()).read_bytes()


def counts(truth: str | Phrases, text: str) -> Counts:
    """What a text has of the truth, what beyond it, and what it lacks."""
    if isinstance(truth, Phrases):
        text = _spaced(text)
        right = sum(_spaced(phrase) in text for phrase in truth.wanted)
        return right, sum(_spaced(phrase) in text for phrase in truth.unwanted), len(truth.wanted) - right
    true, found = _runs(truth), _runs(text)
    right = (true & found).total()
    sizes = (right, found.total() - right, true.total() - right)
    whole = sum(sizes) or 1
    return sizes[0] / whole, sizes[1] / whole, sizes[2] / whole


def f1(counted: Sequence[Counts], *, pooled: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 of all pages."""
    if pooled:
        right, more, less = map(sum, zip(*counted, strict=True))
        precision, recall = right / ((right + more) or 1), right / ((right + less) or 1)
    else:
        # A page where nothing was found says nothing of precision: so the set's makers have it.
        precision = _mean([_share(r, m, m + s) for r, m, s in counted if r + m])
        recall = _mean([_share(r, s, m + s) for r, m, s in counted if r + s])
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def _share(right: float, other: float, wrong: float) -> float:
    return right / (right + other) if wrong else 1.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / (len(values) or 1)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1) if words else 0))
