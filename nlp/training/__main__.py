"""Commands of the training, each one step of `nlp/project/project.yml`.

python -m nlp.training train     all weights from the whole corpus, into nlp/weights
python -m nlp.training relevance the relevance filter alone, from the corpus and the near misses (a minute)
python -m nlp.training holdout   figures on a fifth of the corpus whose registers the models never saw
python -m nlp.training curve     the same after an eighth, a quarter and half of the rest: what more text would bring
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console

from ..corpus import CORPUS_LABELS, FOLDER
from ..gold import GoldArticle, read_all
from ..weights import FOLDER as WEIGHTS
from .folds import holdout
from .linear import write
from .measure import FIGURES, figures, save
from .relevance import near_misses, ours, trained
from .train import Track, train_all

PROJECT = FOLDER.parent
SHARES = (8, 4, 2)


def main(arguments: Sequence[str]) -> int:
    """Runs a command of the module's docstring."""
    steps = {"train": _train, "relevance": _relevance, "holdout": _holdout, "curve": _curve}
    if len(arguments) != 1 or arguments[0] not in steps:
        sys.stderr.write(f"say one of: {', '.join(steps)}\n")
        return 2
    with Console(stderr=True).status("reading the corpus") as status:
        steps[arguments[0]](read_all(FOLDER, CORPUS_LABELS), status.update)
    return 0


def _train(corpus: Sequence[GoldArticle], say: Track) -> None:
    train_all(corpus, WEIGHTS, say)
    _relevance(corpus, say)


def _relevance(corpus: Sequence[GoldArticle], say: Track) -> None:
    say("training the relevance filter")
    write(trained([*ours(corpus), *near_misses()]), WEIGHTS / "relevance.json")


def _holdout(corpus: Sequence[GoldArticle], say: Track) -> None:
    learn, rest = holdout(corpus)
    save(PROJECT / "holdout.json", _measured(learn, rest, say))


def _curve(corpus: Sequence[GoldArticle], say: Track) -> None:
    learn, rest = holdout(corpus)
    rows = []
    for share in SHARES:
        # Every n-th article of each register, so that the registers stay the same.
        part = [a for a in learn if int(a.id.rsplit("-", 1)[1]) % share == 0]
        found = {name: row[2] for name, *row in _measured(part, rest, say)["rows"]}
        size = {"articles": len(part), "words": sum(len(a.text.split()) for a in part)}
        rows.append(size | {name: found[name] for name in FIGURES})
        save(PROJECT / "curve.json", {"measured_on": len(rest), "rows": rows})


def _measured(learn: Sequence[GoldArticle], rest: Sequence[GoldArticle], say: Track) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        train_all(learn, Path(folder), say)
        return figures(rest, Path(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
