"""What is read from the database by name."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database


def cases(db: Database, limit: int) -> Iterator[dict[str, Any]]:
    """The cases with the latest event first, courts and statutes by their ids: rows that a terminal can show."""
    return db.query(
        "select id, title as caption, court_id as court, filed,"
        " (select group_concat(statute_id, ', ') from case_statutes where case_id = cases.id) as statutes,"
        " coalesce(last_event, '') || coalesce(char(10) || last_event_date, '') as 'last event', sources"
        " from cases order by coalesce(last_event_date, '') desc, id limit ?",
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
        "select reason, url from fetches where run_id = ? and outcome in ('rejected', 'no article') order by id",
        [run_id],
    )


def sources_health(db: Database) -> Iterator[dict[str, Any]]:
    """How each source fares."""
    return db.query("select * from sources_health")


def values_told(db: Database) -> Iterator[dict[str, Any]]:
    """Every value that articles tell of their suits, the oldest article's first, whichever was crawled first.

    `original` is the article whose text it is and `published` that one's day: a late copy is no late report.
    """
    return db.query(
        "select report_id, field, value, mention_id, mentions.version_id, reports.ordinal,"
        " originals.id as original, originals.published from report_values"
        " join mentions on mentions.id = mention_id join reports on reports.id = report_id"
        " join articles on articles.id = reports.article_id"
        " join articles as originals on originals.id = coalesce(articles.copy_of, articles.id)"
        " order by coalesce(articles.published, '9'), articles.url, reports.ordinal, field, report_values.ordinal"
    )


def event_reports(db: Database) -> Iterator[dict[str, Any]]:
    """Every word of an event, the oldest article's first, with `original` and `published` as in `values_told`."""
    return db.query(
        "select event_articles.*, originals.id as original, originals.published from event_articles"
        " join reports on reports.id = report_id join articles on articles.id = reports.article_id"
        " join articles as originals on originals.id = coalesce(articles.copy_of, articles.id)"
        " order by coalesce(articles.published, '9'), articles.url, reports.ordinal, event_articles.ordinal"
    )


def last_read(db: Database, url: str, model: str) -> dict[str, Any] | None:
    """The text's digest and the day of the article at an address, as this model last read it."""
    return next(
        db.query(
            "select article_versions.digest, published from fetches join articles on articles.id = fetches.article_id"
            " join article_versions on article_versions.id = articles.version_id"
            " where fetches.url = ? and model = ? order by fetches.id desc limit 1",
            [url, model],
        ),
        None,
    )
