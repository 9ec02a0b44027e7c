"""A run: one row of `runs` from start to end, under a lock that lets only one process write to a database at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from db.store import StoreError, immediate, insert, open_store

from .progress import complain


class BusyError(RuntimeError):
    """Another run is at work on the same database."""


class UsageError(ValueError):
    """What was asked for cannot be done; the message says what to do instead."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    pages_new: int = 0
    articles_new: int = 0
    articles_changed: int = 0
    articles_rejected: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A run at work: its database and archive, what it has done, and a line for each thing that went wrong."""

    db: Database
    database: Path
    id: int
    tally: Tally = field(default_factory=Tally)
    problems: list[str] = field(default_factory=list)

    @property
    def archive(self) -> Path:
        """The folder of WARC files that belongs to the database."""
        return self.database.with_name(f"{self.database.stem}-archive")

    @property
    def exit_code(self) -> int:
        """1 where something went wrong, else 0."""
        return int(bool(self.problems))


@contextmanager
def running(database: Path, command: str, *, create: bool = False) -> Iterator[Run]:
    """A run on the database from its first row to its last, alone.

    StoreError where the database cannot be used, BusyError where another run has it. A run that is killed leaves a row
    without an end, and nothing else.
    """
    if not create:
        open_store(database).close()
    with _lock(database):
        db = open_store(database, create=create)
        try:
            with immediate(db):
                run_id = int(insert(db, "runs", {"command": command, "started_at": _now()}))
            run = Run(db, database, run_id)
            yield run
            end = {
                "finished_at": _now(),
                **asdict(run.tally),
                "failures": len(run.problems),
                "exit_code": run.exit_code,
                "message": next(iter(run.problems), "ok"),
            }
            with immediate(db):
                db.table("runs").update(run_id, end)
            for problem in run.problems:
                complain(problem)
        finally:
            db.close()


@contextmanager
def _lock(database: Path) -> Iterator[None]:
    path = database.with_name(database.name + ".lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(f"{database}: its folder cannot be written to: {error.strerror}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(descriptor, 32).decode() or "unknown"
            raise BusyError(f"{database} is being written by process {holder}; try again when it is done") from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)  # the lock goes with it, also when the process is killed


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
