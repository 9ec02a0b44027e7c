"""What `biodocket run` says at its end: what was added, the cases and events, what to try next."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from db import queries

from .runs import Run

NEXT = (
    "{biodocket} serve --db {db}",
    '{query} {db} "select title, court, filed, last_event from cases_flat"',
    '{query} {db} "select field, value, quote from evidence where case_id = {case}"',
)
WHOLE = ("id", "filed", "last event", "sources", "date", "type")  # columns that wrapping would make unreadable
SHOWN = 40  # rows of a table that a terminal can bear; the rest is in the database


def print_summary(run: Run) -> None:
    """Print the run's tally, the cases and events with the newest first, and the next commands."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=120)
    tally = run.tally
    if tally.pages_new or tally.articles_new or tally.articles_changed:
        console.print(
            f"{tally.pages_new} new pages, {tally.articles_new} new articles, {tally.articles_changed} changed,"
            f" {tally.articles_rejected} rejected as not about biometric-privacy law"
        )
    else:
        console.print("Nothing new since the last run: no page has changed, no row was added.")
    cases = list(queries.cases(run.db, SHOWN))
    _print(console, f"Cases ({run.db.table('cases').count})", cases)
    _print(console, "Events that belong to no case", list(queries.events_without_case(run.db, SHOWN)))
    if sources := list(queries.rejected(run.db, run.id)):
        _print(console, "Rejected in this run", sources)
    console.print("\n[bold]Next[/bold]")
    words = {**_programs(), "db": run.database, "case": cases[0]["id"] if cases else 1}
    for command in NEXT:
        console.print("  " + command.format(**words), highlight=False, soft_wrap=True)


def _programs() -> dict[str, str]:
    """How this person can call biodocket and put a query: from the path, or from where this program lies."""
    here = os.path.relpath(Path(sys.argv[0]).parent)
    return {
        "biodocket": "biodocket" if shutil.which("biodocket") else f"{here}/biodocket",
        "query": "sqlite3 -box" if shutil.which("sqlite3") else f"{here}/sqlite-utils query --table",
    }


def _print(console: Console, title: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in rows[0]:
        table.add_column(column, no_wrap=column in WHOLE, justify="right" if column in ("id", "sources") else "left")
    for row in rows:
        table.add_row(*(escape("" if value is None else str(value)) for value in row.values()))
    console.print(table)
