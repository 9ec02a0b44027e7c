"""The commands of `biodocket sources`."""

import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from db.store import open_store
from scrapers.sources import Source, read_sources

from .options import database_option, reported, sources_option
from .runs import UsageError

# Where the project keeps the pages that its parser must go on reading.
FROZEN = Path(__file__).parents[1] / "tests" / "frozen"


@click.group("sources")
def sources_group() -> None:
    """The outlets that are read: list them, try them, add one."""


@sources_group.command("list")
@database_option
@sources_option
@reported()
def list_command(database: Path, outlets: Path) -> None:
    """Show each source with its last success, its articles and its health."""
    from .sources import list_sources

    list_sources(read_sources(outlets), open_store(database) if database.exists() else None)


@sources_group.command("check")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@database_option
@sources_option
@reported()
def check_command(ids: tuple[str, ...], database: Path, outlets: Path) -> None:
    """Try sources live, for up to three pages each, and keep nothing; exits with 1 where one is not well."""
    from .crawl import answerable
    from .sources import check_sources

    sources = answerable(outlets, ids)
    sys.exit(check_sources(sources, open_store(database) if database.exists() else None))


@sources_group.command("add")
@click.argument("url")
@sources_option
@click.option("--id", "id_", help="Its id in the sources file; else its host's name.")
@click.option("--name", default="", help="The outlet's name; else what its page says.")
@click.option("--language", default="", help="ISO 639-1; else what its page says.")
@click.option("--why", default="Say here what it brings.", help="What it brings.")
@click.option("--terms", default="Say here what its owner allows.", help="What its owner allows.")
@click.option("--delay", type=click.FloatRange(0), default=2.0, show_default=True, help="Seconds between two requests.")
@click.option(
    "--freeze",
    type=click.Path(file_okay=False, path_type=Path),
    default=FROZEN,
    show_default="tests/frozen",
    help="Keep one page, its words replaced, in this folder as a test.",
)
@reported()
def add_command(
    url: str, outlets: Path, freeze: Path, id_: str | None, delay: float,
    name: str, language: str, why: str, terms: str,
) -> None:  # fmt: skip
    """Find out how the outlet at URL can be read, show five of its articles, and add it to the sources."""
    from .crawl import answerable
    from .sources import add_source

    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise UsageError(f"not an http address: {url!r}")
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    own_id = id_ or re.sub(r"[^a-z0-9]+", "-", host.rpartition(".")[0] or host)
    source = Source(own_id, name, "", (), language, why, terms, delay=delay)
    if outlets.exists() and any(source.id == known.id for known in answerable(outlets)):
        raise UsageError(f'{outlets} has a source with the id "{source.id}"; name another with --id')
    add_source(url, source, outlets, freeze)
