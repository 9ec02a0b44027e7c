"""After a run: every source that was asked is compared with its own past, and whoever has to look is told."""

from db import health

from .runs import Run


def compare(run: Run) -> None:
    """Keep what came of each source; one that gives alarm is a problem of the run, unless the crawl has said so."""
    health.record(run.db, run.id)
    for row in health.alarms(run.db, run.id):
        if not any(problem.startswith(f"source {row['source_id']}:") for problem in run.problems):
            run.problems.append(f"source {row['source_id']}: {row['health']}: {row['reason']}")
