"""The `biodocket` command: one thin click command per stage, the work beside it.

The stages are imported where they are called: `biodocket --help` need not wait for Scrapy and spaCy.
"""

import sys
from pathlib import Path
from typing import TextIO

import click

from db.store import open_store
from scrapers.limits import Limits

from .options import database_option, limits_options, reported, sources_option
from .runs import UsageError, running
from .sources_cli import sources_group


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="biodocket")
def main() -> None:
    """Track biometric-privacy litigation: read the news, extract who sues whom, keep the evidence."""


@main.command("run")
@database_option
@sources_option
@click.option("--sample", is_flag=True, help="Read the bundled sample newsroom, served on loopback, and nothing else.")
@click.option("--edition", type=click.IntRange(1, 2), default=1, show_default=True, help="The sample newsroom's day.")
@limits_options
@reported()
def run_command(database: Path, outlets: Path, sample: bool, edition: int, limits: Limits) -> None:
    """Crawl, extract and link: what cron calls. Safe to stop at any moment and to start twice."""
    from .crawl import answerable
    from .run import run_sample, run_stages
    from .summary import print_summary

    sources = None if sample else answerable(outlets)
    with running(database, "run", create=True) as run:
        if sources is None:
            run_sample(run, edition)
        else:
            run_stages(run, sources, limits)
        print_summary(run)
    sys.exit(run.exit_code)


@main.command("crawl")
@database_option
@sources_option
@click.option("--only", metavar="ID", multiple=True, help="Read only this source; can be given again.")
@limits_options
@reported()
def crawl_command(database: Path, outlets: Path, only: tuple[str, ...], limits: Limits) -> None:
    """Fetch what the sources offer, archive each answer and record it."""
    from .crawl import answerable, crawl

    sources = answerable(outlets, only)
    with running(database, "crawl", create=True) as run:
        crawl(run, sources, limits)
    click.echo(f"{run.tally.pages_new} new pages in {run.archive}")
    sys.exit(run.exit_code)


@main.command("extract")
@database_option
@click.option("--again", is_flag=True, help="Replay the whole archive, not only what waits.")
@reported()
def extract_command(database: Path, again: bool) -> None:
    """Turn archived pages into articles and facts, and see how the sources fared that brought them."""
    from .extract import extract
    from .health import compare

    with running(database, "extract") as run:
        extract(run, again=again)
        compare(run)
    tally = run.tally
    click.echo(
        f"{tally.articles_new} new articles, {tally.articles_changed} changed, {tally.articles_rejected} rejected"
    )
    sys.exit(run.exit_code)


@main.command("link")
@database_option
@reported()
def link_command(database: Path) -> None:
    """Make cases and events of what the articles say."""
    from .link import link

    with running(database, "link") as run:
        link(run.db)
        click.echo(f"{run.db.table('cases').count} cases, {run.db.table('events').count} events")


@main.command("annotate")
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-", metavar="[FILE|-]")
@click.option("--published", help="For a .txt file, which is one article as it is: its day, YYYY-MM-DD.")
@reported()
def annotate_command(file: TextIO, published: str | None) -> None:
    """Read articles as JSON lines and write what they say as JSON lines, without a database.

    In: {"id", "text", "published": "YYYY-MM-DD" or null}, the headline as the text's first paragraph.
    """
    from .annotate import annotate, annotate_text, is_day

    if published is not None and not is_day(published):
        raise UsageError(f"--published must be YYYY-MM-DD, not {published!r}")
    path = Path(file.name)
    if path.suffix == ".txt":
        click.echo(annotate_text(file.read(), published, id=path.stem))
        return
    for answer in annotate(file):
        click.echo(answer)


@main.command("eval")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--floors", type=click.Path(dir_okay=False, path_type=Path), help="Figures not to be fallen short of.")
@click.option("--raise-floors", is_flag=True, help="Write today's figures as floors where they are higher.")
@click.option(
    "--figures", type=click.Path(dir_okay=False, path_type=Path), help="Write what was measured to this file."
)
@reported()
def eval_command(folder: Path, floors: Path | None, raise_floors: bool, figures: Path | None) -> None:
    """Score the extraction on a folder of annotated articles."""
    from .evaluate import evaluate

    sys.exit(evaluate(folder, floors=floors, raise_floors=raise_floors, figures=figures))


@main.command("status")
@database_option
@reported()
def status_command(database: Path) -> None:
    """Show how each source fares; exits with 1 where one is out of reach or has fallen silent."""
    from .status import status

    db = open_store(database)
    code = status(db)
    db.close()
    sys.exit(code)


@main.command("serve")
@database_option
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@reported()
def serve_command(database: Path, port: int) -> None:
    """Browse the database with Datasette, on this machine alone."""
    from .serve import serve

    open_store(database).close()
    serve(database, port)


main.add_command(sources_group)


if __name__ == "__main__":
    main()
