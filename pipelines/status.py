"""`biodocket status`: how each source fares, and whether one has fallen silent."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from sqlite_utils import Database

from db import queries

# A source that nobody has asked yet, or that has brought nothing so far, is no alarm.
ALARMS = ("out of reach", "never read", "silent")
SHOWN = ("source", "health", "reason", "last_read", "last_article", "articles_7_days", "articles_30_days", "waiting")


def status(db: Database) -> int:
    """Print the sources' health, the worst first; returns the exit code, 1 where one gives alarm."""
    rows = list(queries.sources_health(db))
    alarms = [row for row in rows if row["health"] in ALARMS]
    _print(sorted(rows, key=lambda row: (row not in alarms, row["source"])))
    for row in alarms:
        why = f": {row['reason']}" if row["reason"] else ""
        Console(stderr=True).print(f"biodocket: source {row['source']} is {row['health']}{why}", highlight=False)
    return int(bool(alarms))


def _print(rows: Sequence[dict[str, Any]]) -> None:
    console = Console()
    if not console.is_terminal:
        console = Console(width=160)
    table = Table(title="Sources", title_justify="left", title_style="bold")
    for column in SHOWN:
        numeric = column.startswith("articles") or column == "waiting"
        table.add_column(column.replace("_", " "), justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(escape("" if row[column] is None else str(row[column])) for column in SHOWN))
    console.print(table)
