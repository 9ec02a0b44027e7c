"""What the crawl remembers between runs."""

from sqlite_utils import Database

from ..tables import create
from .first import migrations


@migrations()
def m007_frontier(db: Database) -> None:
    """Every address that was found: what is to be asked, is being asked and has answered, and when it is due again."""
    create(
        db,
        "frontier",
        {
            "url": str,
            "source_id": str,
            "address": str,
            "is_entrance": int,
            "state": str,
            "due_at": str,
            "asked_at": str,
            "answered_at": str,
            "run_id": int,
            "tries": int,
            "unchanged": int,
            "etag": str,
            "last_modified": str,
            "hint": str,
        },
        pk="url",
        links={"source_id": "sources", "run_id": "runs"},
    )
    db.table("frontier").create_index(["source_id", "state", "due_at"])
    db.table("frontier").create_index(["source_id", "asked_at"])
    db.table("articles").add_column("gone_at", str)
