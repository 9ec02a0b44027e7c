"""The database file: opening it, transactions that cannot lose, and rows that are only written when new."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from .migrations import migrations
from .views import create_views

# SQLite's mark for whose file it is ("biod"): a file without it is never migrated or written to.
APPLICATION_ID = 0x62696F64
LOCK_WAIT_MS = 30_000  # a crawl, an extraction and a reader share the file

Row = dict[str, Any]


class StoreError(RuntimeError):
    """The database file cannot be used; the message says why and what to do."""


def open_store(path: Path, *, create: bool = False) -> Database:
    """The biodocket database at `path`, migrated to the present schema; StoreError where it is missing or foreign."""
    is_new = not path.exists() or path.stat().st_size == 0
    if is_new and not create:
        raise StoreError(f"{path}: no such database; biodocket run makes one, or name another with --db")
    if is_new and not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist")
    try:
        connection = sqlite3.connect(path, timeout=LOCK_WAIT_MS / 1000)
        db = Database(connection)
        is_new = is_new or (create and _is_blank(db))
        if not is_new and _pragma(db, "application_id") != APPLICATION_ID:
            raise StoreError(f"{path}: this SQLite file was not made by biodocket; name another with --db")
        _configure(db)
        with immediate(db):
            _refuse_newer(db, path)
            if is_new:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            if migrations.pending(db):
                migrations.apply(db)
            create_views(db)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: not a usable database: {error}") from error
    return db


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """One transaction, opened ready to write: a deferred one fails as locked when another writer comes first."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.conn.execute("COMMIT")


def insert(db: Database, table: str, row: Row) -> Any:
    """Add a row; returns its primary key."""
    added = db.table(table).insert(row)
    return _pk(db, table, row | {"id": row.get("id", added.last_rowid)})


def put(db: Database, table: str, row: Row, key: Sequence[str]) -> Any:
    """Insert the row, or update the one with the same key where it differs; returns its primary key."""
    where = " and ".join(f'"{column}" = :{column}' for column in key)
    for old in db.table(table).rows_where(where, {column: row[column] for column in key}, limit=1):
        return _write(db, table, row, old)
    return _write(db, table, row, None)


def sync(db: Database, table: str, rows: Sequence[Row], key: Sequence[str], scope: Row | None = None) -> list[Any]:
    """Make the table's rows within `scope` (column values) exactly `rows`, matched by `key`; returns their pks.

    A row that is there already is left alone, so what is said twice keeps its id and costs no write.
    """
    where = " and ".join(f'"{column}" = :{column}' for column in scope or {}) or "1"
    old = {tuple(row[column] for column in key): row for row in db.table(table).rows_where(where, dict(scope or {}))}
    new = {tuple(row[column] for column in key) for row in rows}
    for gone in old.keys() - new:
        db.table(table).delete(_pk(db, table, old[gone]))
    return [_write(db, table, row, old.get(tuple(row[column] for column in key))) for row in rows]


def _write(db: Database, table: str, row: Row, old: Row | None) -> Any:
    if old is None:
        return insert(db, table, row)
    changes = {column: value for column, value in row.items() if old[column] != value}
    pk = _pk(db, table, old)
    if changes:
        db.table(table).update(pk, changes)
    return pk


def _pk(db: Database, table: str, row: Row) -> Any:
    columns = db.table(table).pks
    return row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns)


def _configure(db: Database) -> None:
    for pragma in (
        f"busy_timeout = {LOCK_WAIT_MS}",
        "journal_mode = WAL",  # readers and the crawl do not block each other
        "synchronous = FULL",  # what was committed survives a power cut
        "foreign_keys = ON",
    ):
        db.conn.execute(f"PRAGMA {pragma}")


def _refuse_newer(db: Database, path: Path) -> None:
    ours = {migration.name for migration in migrations.pending(Database(memory=True))}
    if unknown := sorted({migration.name for migration in migrations.applied(db)} - ours):
        raise StoreError(f"{path}: made by a newer biodocket (it has {unknown[-1]}); upgrade this one")


def _is_blank(db: Database) -> bool:
    """Whether nothing was ever committed to the file: so a kill while a database is made leaves it."""
    return _pragma(db, "application_id") == 0 and not db.table_names()


def _pragma(db: Database, name: str) -> int:
    return int(db.conn.execute(f"PRAGMA {name}").fetchone()[0])
