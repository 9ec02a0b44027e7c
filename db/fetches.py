"""The ledger of everything asked for: what was archived, what failed, what became of it."""

from typing import Any

from sqlite_utils import Database

from .store import Row, immediate, insert, sync

# What became of a fetch.
ARCHIVED = "archived"  # waits for extraction
ARTICLE = "article"
REJECTED = "rejected"  # an article, but none of ours; the reason says why
NO_ARTICLE = "no article"
FAILED = "failed"


def record_sources(db: Database, sources: list[Row]) -> None:
    """Make the sources' rows say what their file says; one that has left the file keeps its row and its fetches."""
    with immediate(db):
        for row in sources:
            sync(db, "sources", [row], ["id"], {"id": row["id"]})


def latest(db: Database, url: str) -> dict[str, Any] | None:
    """The newest row for an address."""
    return next(db.table("fetches").rows_where("url = ?", [url], order_by="id desc", limit=1), None)


def seen_again(db: Database, fetch: Row, *, run_id: int, at: str) -> None:
    """Note that an address answered as before."""
    db.table("fetches").update(fetch["id"], {"last_run_id": run_id, "last_seen_at": at})


def record(db: Database, row: Row, *, run_id: int, at: str) -> int:
    """Add a fetch first seen in this run; returns its id."""
    times = {"run_id": run_id, "last_run_id": run_id, "fetched_at": at, "last_seen_at": at}
    return int(insert(db, "fetches", row | times))


def mark_gone(db: Database, url: str, *, at: str) -> None:
    """Note of the article at an address that its outlet has taken it down."""
    for fetch in db.table("fetches").rows_where("url = ? and article_id is not null", [url], limit=1):
        db.table("articles").update(fetch["article_id"], {"gone_at": at})


def settle(db: Database, fetch_id: int, outcome: str, reason: str | None = None, article_id: int | None = None) -> None:
    """Say what became of an archived page."""
    db.table("fetches").update(fetch_id, {"outcome": outcome, "reason": reason, "article_id": article_id})


def waiting(db: Database, *, again: bool = False) -> list[dict[str, Any]]:
    """Archived pages that wait for extraction, oldest first; with `again` all. Each says if its source `is_general`."""
    which = "" if again else f" and outcome = '{ARCHIVED}'"
    return list(
        db.query(
            "select fetches.*, is_general from fetches join sources on sources.id = fetches.source_id"  # noqa: S608
            f" where warc_file is not null{which} order by fetches.id"
        )
    )
