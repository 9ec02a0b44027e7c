"""The frontier: one row per address with what is known of it, so that a crawl killed at any moment loses nothing.

An address is *queued* before it is asked, *asked* while its answer is awaited, *done* when that was archived. What a
kill left asked is queued again by the next crawl; nothing else is repeated.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlite_utils import Database

from .store import immediate

QUEUED, ASKED, DONE = "queued", "asked", "done"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address; times are ISO 8601, UTC."""

    url: str  # canonical
    source_id: str
    address: str  # as it is asked
    is_entrance: int = 0
    state: str = QUEUED
    due_at: str = ""  # "" is at once
    asked_at: str | None = None
    answered_at: str | None = None
    run_id: int | None = None  # the run that last asked
    tries: int = 0  # that failed, in a row
    unchanged: int = 0  # answers that brought nothing new, in a row
    etag: str | None = None
    last_modified: str | None = None
    hint: str | None = None  # when it last changed in the entrance's own words; of an entrance: up to where it was read


def known(db: Database, url: str) -> Known | None:
    """What is known of an address, or None."""
    row = next(db.query("select * from frontier where url = ?", [url]), None)
    return Known(**row) if row else None


def save(db: Database, addresses: Iterable[Known]) -> None:
    """Write what is known of these addresses; the caller holds the transaction."""
    columns = Known.__slots__
    names, marks = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    db.conn.executemany(
        f"insert into frontier ({names}) values ({marks}) on conflict (url) do update set {changes}",  # noqa: S608
        [asdict(one) for one in addresses],
    )


def take_up(db: Database) -> int:
    """Queue again what an earlier crawl asked for without an answer; returns how many.

    An entrance among them was not read to its end, and is to be read from its start.
    """
    forget = ", ".join(f"{c} = iif(is_entrance, null, {c})" for c in ("answered_at", "etag", "last_modified"))
    with immediate(db):
        return int(
            db.conn.execute(f"update frontier set state = '{QUEUED}', {forget} where state = '{ASKED}'").rowcount  # noqa: S608
        )


def revisit(db: Database, source_id: str, now: str) -> None:
    """Queue again the pages of a source that are due for another look; what failed for good is left."""
    with immediate(db):
        db.conn.execute(
            f"update frontier set state = '{QUEUED}' where source_id = ? and state = '{DONE}'"  # noqa: S608
            " and due_at <= ? and not is_entrance and tries = 0",
            [source_id, now],
        )


def due(db: Database, source_id: str, now: str, limit: int, *, pages: int) -> Sequence[Known]:
    """Queued addresses of a source that are due: entrances, then at most `pages`, new ones as found before old ones."""
    waiting = f"source_id = ? and state = '{QUEUED}' and due_at <= ?"
    found: list[Known] = []
    for is_entrance, most in ((1, limit), (0, pages)):
        rows = db.query(
            f"select * from frontier where {waiting} and is_entrance = ? order by due_at, rowid limit ?",  # noqa: S608
            [source_id, now, is_entrance, min(most, limit - len(found))],
        )
        found += [Known(**row) for row in rows]
    return found


def count_due(db: Database, source_id: str, now: str) -> tuple[int, int]:
    """How many of a source's entrances and pages wait."""
    waiting = f"source_id = ? and state = '{QUEUED}' and due_at <= ? and is_entrance = ?"
    return _count(db, waiting, [source_id, now, 1]), _count(db, waiting, [source_id, now, 0])


def count_asked(db: Database, source_id: str, since: str) -> int:
    """How many pages of a source were asked for since a moment."""
    return _count(db, "source_id = ? and is_entrance = 0 and asked_at >= ?", [source_id, since])


def _count(db: Database, where: str, values: Sequence[Any]) -> int:
    return int(db.table("frontier").count_where(where, values))
