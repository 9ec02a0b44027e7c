"""After a run: every source that was asked is compared with its own past, and whoever has to look is told."""

from db import health

from .runs import Run


def compare(run: Run) -> None:
    """Keep what came of each source that this run has asked, or a crawl before it whose pages waited to be read.

    A source that gives alarm is a problem of the run, unless the crawl has said so.
    """
    for crawl in (*health.uncompared(run.db), run.id):
        health.record(run.db, crawl)
        for row in health.alarms(run.db, crawl):
            if not any(problem.startswith(f"source {row['source_id']}:") for problem in run.problems):
                run.problems.append(f"source {row['source_id']}: {row['health']}: {row['reason']}")
