"""Rows as a table on the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

WIDE = 180  # columns, where nobody's terminal sets a width


def show(title: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print the columns of the rows; numbers stand to the right, underscores in names are spaces."""
    rows = list(rows)
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        is_number = any(isinstance(row[column], int | float) for row in rows)
        table.add_column(column.replace("_", " "), justify="right" if is_number else "left")
    for row in rows:
        table.add_row(*(escape("" if row[column] is None else str(row[column])) for column in columns))
    console.print(table)
