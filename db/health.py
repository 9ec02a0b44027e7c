"""What each run brought from each source, so that a source can be compared with its own past."""

from typing import Any

from sqlite_utils import Database

from .fetches import ARTICLE, FAILED, REJECTED
from .store import immediate

# What is said of a source that somebody has to look at.
ALARMS = ("out of reach", "never read", "layout changed", "silent")


def record(db: Database, run_id: int) -> None:
    """Note of every source that a run has asked what came of it, then how the source stands after that."""
    with immediate(db):
        db.conn.execute(
            f"""
            insert or replace into source_runs
                (run_id, source_id, pages, bodies, articles, dated, with_facts, failures)
            select
                :run_id, asked.source_id, count(fetches.warc_file),
                coalesce(sum(fetches.outcome in ('{ARTICLE}', '{REJECTED}')), 0),
                count(articles.id), count(articles.published),
                coalesce(sum(exists (
                    select 1 from reports join report_values on report_values.report_id = reports.id
                    where reports.article_id = articles.id
                )), 0),
                coalesce(sum(fetches.outcome = '{FAILED}'), 0)
            from (select distinct source_id from frontier where is_entrance and run_id = :run_id) as asked
            left join fetches on fetches.source_id = asked.source_id
                and (fetches.run_id = :run_id or (fetches.last_run_id = :run_id and fetches.outcome = '{FAILED}'))
            left join articles on articles.id = fetches.article_id and fetches.outcome = '{ARTICLE}'
            group by asked.source_id
            """,  # noqa: S608 - our own words
            {"run_id": run_id},
        )
        db.conn.execute(
            "update source_runs set (health, reason) ="
            " (select health, reason from sources_health where source = source_id) where run_id = ?",
            [run_id],
        )


def uncompared(db: Database) -> list[int]:
    """The crawls whose sources were not compared, oldest first: their pages were left to be read later."""
    return [
        row["run_id"]
        for row in db.query(
            "select distinct frontier.run_id from frontier join runs on runs.id = frontier.run_id"
            " where frontier.is_entrance and runs.command = 'crawl'"
            " and frontier.run_id not in (select run_id from source_runs) order by 1"
        )
    ]


def alarms(db: Database, run_id: int) -> list[dict[str, Any]]:
    """The sources of a run that somebody has to look at."""
    marks = ", ".join("?" * len(ALARMS))
    return list(
        db.table("source_runs").rows_where(
            f"run_id = ? and health in ({marks})", [run_id, *ALARMS], order_by="source_id"
        )
    )
