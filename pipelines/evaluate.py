"""`biodocket eval`: how right the extraction is on annotated articles, and whether it has become worse."""

import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

from nlp.gold import GoldArticle, GoldError, read_all
from nlp.model import MODEL, read
from nlp.record import facts
from nlp.score import Scores, below, score

from .progress import bar, complain
from .runs import UsageError


def evaluate(folder: Path, *, floors: Path | None, raise_floors: bool, figures: Path | None) -> int:
    """Score a folder of annotated articles and print the table; returns the exit code, 1 where a floor is not kept.

    `floors` is a JSON file of F1 by measure; `figures` is written with what was measured, for the documents.
    """
    articles = _articles(folder)
    with bar("Reading") as track:
        scores = score(articles, [facts(read(a.text, a.record.published)) for a in track(articles)])
    _print(scores, len(articles))
    if figures:
        _write(figures, {"model": MODEL, "articles": len(articles), "rows": scores.as_rows()})
    if not floors:
        return 0
    kept = _floors(floors)
    if broken := below(scores.as_dict(), kept):
        for line in broken:
            complain(line)
        return 1
    if raise_floors:
        _write(floors, {name: max(value, kept.get(name, 0.0)) for name, value in scores.as_dict().items()})
    return 0


def _articles(folder: Path) -> list[GoldArticle]:
    try:
        return read_all(folder)
    except (GoldError, OSError) as error:
        raise UsageError(str(error)) from error


def _floors(path: Path) -> dict[str, float]:
    try:
        kept: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: no file of floors: {error}") from error
    return kept


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _print(scores: Scores, articles: int) -> None:
    table = Table(title=f"{MODEL} on {articles} articles; F1 with its bootstrap 95% interval")
    for column in ("measure", "precision", "recall", "F1", "from", "to", "wanted"):
        table.add_column(column, justify="left" if column == "measure" else "right")
    for name, *rates, wanted in scores.as_rows():
        table.add_row(name, *(f"{rate:.3f}" for rate in rates), str(wanted))
    Console().print(table)
