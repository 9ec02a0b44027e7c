"""What is read from the database by name."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database


def cases(db: Database, limit: int) -> Iterator[dict[str, Any]]:
    """The cases with the latest event first, as people read them."""
    return db.query(
        "select caption, court, filed, statutes,"
        " last_event || coalesce(' ' || last_event_date, '') as 'last event', sources"
        " from cases_flat order by coalesce(last_event_date, '') desc, case_id limit ?",
        [limit],
    )


def events_without_case(db: Database, limit: int) -> Iterator[dict[str, Any]]:
    """What happened outside any case, such as a bill; the latest first."""
    return db.query(
        "select date, type, quote, sources from events_flat where case_id is null order by date desc, event_id limit ?",
        [limit],
    )


def rejected(db: Database, run_id: int) -> Iterator[dict[str, Any]]:
    """The pages of a run that were no articles of ours, with the reason."""
    return db.query(
        "select source_id as source, url, reason from fetches"
        " where run_id = ? and outcome in ('rejected', 'no article') order by id",
        [run_id],
    )
