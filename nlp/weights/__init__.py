"""What was trained: the tagger and the linear decisions, each made again by `make train`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycrfsuite

from ..linear import Linear

FOLDER = Path(__file__).parent
TAGGER = "tagger.crfsuite"


@dataclass(frozen=True)
class Weights:
    """A folder of trained weights."""

    folder: Path = FOLDER

    @classmethod
    def of(cls, folder: str | None) -> "Weights":
        """The weights of a folder that a spaCy config names, the package's own if None."""
        return cls(Path(folder)) if folder else cls()

    def tagger(self) -> pycrfsuite.Tagger:
        """The tagger of names; FileNotFoundError where it was not trained."""
        return _tagger(self.folder / TAGGER)

    def decision(self, name: str) -> Linear:
        """The trained decision of that name; FileNotFoundError where it was not trained."""
        return _decision(self.folder / f"{name}.json")


@cache
def _tagger(path: Path) -> pycrfsuite.Tagger:
    if not path.exists():
        raise FileNotFoundError(f"{path}: no weights; run `make train`")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


@cache
def _decision(path: Path) -> Linear:
    content = json.loads(path.read_text(encoding="utf-8"))
    return Linear(tuple(content["answers"]), {key: tuple(value) for key, value in content["weights"].items()})
