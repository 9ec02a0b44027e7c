"""How sources fared, run by run."""

from sqlite_utils import Database

from ..tables import create
from .first import migrations


@migrations()
def m009_source_runs(db: Database) -> None:
    """What each run brought from each source it asked, and what was said of the source at its end."""
    create(
        db,
        "source_runs",
        {
            "run_id": int,
            "source_id": str,
            "pages": int,
            "bodies": int,
            "articles": int,
            "dated": int,
            "with_facts": int,
            "failures": int,
            "health": str,
            "reason": str,
        },
        pk=("run_id", "source_id"),
        links={"run_id": "runs", "source_id": "sources"},
        index=["source_id"],
    )
    # The crawl asks for a source's entrances before its pages, each in the order in which they are due.
    db.table("frontier").create_index(["source_id", "state", "is_entrance", "due_at"])
    db.conn.execute("drop index idx_frontier_source_id_state_due_at")


@migrations()
def m010_general_sources(db: Database) -> None:
    """Whether a source is an outlet of all news."""
    db.table("sources").add_column("is_general", int, not_null_default=0)
