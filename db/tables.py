"""Making a table the way all of ours are made."""

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey


def create(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    pk: str | tuple[str, ...] = "id",
    links: dict[str, str] | None = None,
    on_delete: dict[str, str] | None = None,
    index: list[str] | None = None,
    unique: list[str] | None = None,
) -> None:
    """A strict table with its foreign keys (column to table), an index per column of `index`, and one unique key."""
    table = db.table(name)
    actions = on_delete or {}
    keys = [
        ForeignKey(name, column, other, "id", on_delete=actions.get(column, "NO ACTION"))
        for column, other in (links or {}).items()
    ]
    table.create(columns, pk=pk, foreign_keys=keys, strict=True)
    if unique:
        table.create_index(unique, unique=True)
    for column in index or []:
        table.create_index([column])
