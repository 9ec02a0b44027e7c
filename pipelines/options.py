"""What several commands share: their options, and errors told in one line."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from db.store import StoreError
from scrapers.limits import Limits
from scrapers.sources import OUTLETS, SourcesError

from .progress import complain
from .runs import BusyError, UsageError

F = TypeVar("F", bound=Callable[..., None])
EX_TEMPFAIL = 75  # sysexits.h: try again later

database_option = click.option(
    "--db",
    "database",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("biodocket.db"),
    show_default=True,
    help="The database file; its archive is the folder of that name beside it.",
)
sources_option = click.option(
    "--sources",
    "outlets",
    type=click.Path(dir_okay=False, path_type=Path),
    default=OUTLETS,
    show_default="the bundled list",
    help="The sources to read, a TOML file.",
)
DAY = click.DateTime(["%Y-%m-%d"])


def limits_options(command: F) -> F:
    """The options of a back-fill, handed on as one `Limits`."""

    @wraps(command)
    def limited(
        *arguments: Any, since: datetime | None, until: datetime | None, most: int | None, **options: Any
    ) -> Any:
        if since and until and since > until:
            raise click.UsageError("--since is after --until")
        limits = Limits(since.date() if since else None, until.date() if until else None, most)
        return command(*arguments, limits=limits, **options)

    for option in (
        click.option("--max", "most", type=click.IntRange(1), help="Ask for so many pages of each source at most."),
        click.option("--until", type=DAY, help="The last day of a back-fill."),
        click.option(
            "--since", type=DAY, help="Back-fill: read entrances from their start for pages from this day on."
        ),
    ):
        limited = option(limited)
    return cast(F, limited)


@contextmanager
def reported() -> Iterator[None]:
    """Turn the errors that a user can mend into one line and a non-zero exit."""
    try:
        yield
    except BusyError as error:
        complain(str(error))
        sys.exit(EX_TEMPFAIL)
    except (StoreError, SourcesError, UsageError) as error:
        complain(str(error))
        sys.exit(1)
