"""The views that analysts read: one .sql file each, its name the view's, applied whenever the database is opened."""

from pathlib import Path

from sqlite_utils import Database

# In the order in which they build on each other.
VIEWS = (
    "evidence",
    "parties",
    "plaintiffs",
    "defendants",
    "cases_flat",
    "events_flat",
    "copies",
    "sources_health",
    "coverage",
)


def create_views(db: Database) -> None:
    """Make every view as its file says; one that is so already is left alone."""
    for name in VIEWS:
        sql = Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
        db.create_view(name, sql.strip(), replace=True)
