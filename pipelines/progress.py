"""What a person at the terminal sees while work goes on; on stderr, and nothing of it under cron."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

console = Console(stderr=True, soft_wrap=True)


@contextmanager
def bar(title: str) -> Iterator[Callable[[Sequence[Any]], Iterable[Any]]]:
    """A progress bar over a sequence: wrap what is iterated with what this yields."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield lambda items: progress.track(items, description=title)


@contextmanager
def counter(title: str) -> Iterator[Callable[[str], None]]:
    """A spinner with a text that changes, for work whose length nobody knows."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(title)
        yield lambda text: progress.update(task, description=f"{title} {text}")


def complain(problem: str) -> None:
    """One line on stderr about something that went wrong."""
    console.print(f"biodocket: {' '.join(problem.split())}", markup=False, highlight=False)
