"""`biodocket status`: how each source fares, and whether one has fallen silent."""

from sqlite_utils import Database

from db import queries
from db.health import ALARMS

from .progress import complain
from .tables import show

SHOWN = ("source", "health", "reason", "last_read", "last_article", "articles_7_days", "articles_30_days", "waiting")


def status(db: Database) -> int:
    """Print the sources' health, the worst first; returns the exit code, 1 where one gives alarm."""
    rows = list(queries.sources_health(db))
    alarms = [row for row in rows if row["health"] in ALARMS]
    show("Sources", SHOWN, sorted(rows, key=lambda row: (row not in alarms, row["source"])))
    for row in alarms:
        complain(f"source {row['source']} is {row['health']}" + (f": {row['reason']}" if row["reason"] else ""))
    return int(bool(alarms))
