"""What the spiders of one crawl share: the frontier and the record of fetches, written together.

What is found waits in memory until the next address is handed out or the next answer recorded, which take it along.
What is handed out is committed before it is asked for. Answers that come fast share a transaction, and with it the
writing of the archive to the disk, for these are most of a page's cost; a kill repeats them with those in flight.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic

from sqlite_utils import Database

from db import fetches, frontier
from db.frontier import ASKED, DONE, QUEUED, Known
from db.store import Row
from scrapers.items import EntranceRead, FailedFetch, RawPage, Unchanged
from scrapers.sources import Source

TIME = "%Y-%m-%dT%H:%M:%SZ"
# A page that goes on answering the same is asked ever more rarely, up to this.
RAREST = timedelta(days=180)
# Answers share a transaction while they come within so many seconds of each other, and for so many in all.
FAST = 0.1
SHARED = 0.5
# What failed is tried again after an hour, two, four …, and given up when that has not helped.
FIRST_RETRY = timedelta(hours=1)
GIVE_UP_AFTER = 6


def due_again(now: datetime, revisit: timedelta, unchanged: int) -> datetime:
    """When a page that has answered is asked again, given how often in a row it brought nothing new."""
    return now + min(revisit * (1 << min(unchanged, 10)), RAREST)


def due_after_failure(now: datetime, tries: int) -> datetime:
    """When an address that has failed so often in a row is asked again."""
    return now + FIRST_RETRY * (1 << (tries - 1))


class Ledger:
    """The frontier of one crawl with what was found and not yet written."""

    def __init__(self, db: Database, run_id: int, sources: Sequence[Source], *, is_back_fill: bool = False) -> None:
        self.db = db
        self._is_back_fill = is_back_fill
        self.run_id = run_id
        self._revisit = {source.id: timedelta(days=source.revisit_days) for source in sources}
        self._found: dict[str, Known] = {}
        self._committed = self._answered = monotonic()
        self._before_commit: Callable[[], None] = lambda: None

    def wants(self, url: str, hint: str | None) -> bool:
        """Whether a page is to be asked for: it is new, due again, or said to have changed."""
        if url in self._found:
            return False
        before = frontier.known(self.db, url)
        if before is None:
            return True
        if before.state != DONE or before.run_id == self.run_id:
            return False
        return before.due_at <= self._now() or (hint is not None and hint != before.hint)

    def find(self, source_id: str, url: str, address: str, *, is_entrance: bool, hint: str | None) -> bool:
        """Queue an address; False where this crawl has asked for it or waits to."""
        before = self._found.get(url) or frontier.known(self.db, url)
        if before is None:
            before = Known(url, source_id, address)
        elif before.state != DONE or before.run_id == self.run_id:
            return False
        self._found[url] = replace(
            before,
            source_id=source_id,
            address=address,
            is_entrance=int(is_entrance),
            state=QUEUED,
            due_at="",
            hint=before.hint if is_entrance else hint,
        )
        return True

    def hand_out(self, source_id: str, limit: int, *, pages: int) -> list[Known]:
        """The next addresses of a source, at most so many pages among them, noted as asked."""
        now = self._now()
        with self._step():
            self._write()
            taken = frontier.due(self.db, source_id, now, limit, pages=pages)
            frontier.save(self.db, [replace(one, state=ASKED, asked_at=now, run_id=self.run_id) for one in taken])
        self.commit()
        return list(taken)

    def begin(self, source_id: str) -> tuple[int, int]:
        """Queue a source's pages that are due for another look; returns how many of its entrances and pages wait."""
        now = self._now()
        self.commit()
        frontier.revisit(self.db, source_id, now)
        return frontier.count_due(self.db, source_id, now)

    def asked_today(self, source_id: str) -> int:
        """How many pages of a source were asked for in the last 24 hours."""
        return frontier.count_asked(self.db, source_id, _text(datetime.now(UTC) - timedelta(days=1)))

    def answered(self, page: RawPage, fetch: Row | None) -> None:
        """Record an answer; `fetch` is its new row, None where the address said what it had said before."""
        before = self._known(page.asked, page.source)
        unchanged = 0 if fetch else before.unchanged + 1
        with self._answer():
            self._write()
            if fetch:
                fetches.record(self.db, fetch, run_id=self.run_id, at=page.fetched_at)
            else:
                self._seen_again(page.url, page.fetched_at)
            self._done(before, page.header("etag"), page.header("last-modified"), unchanged)

    def unchanged(self, answer: Unchanged) -> None:
        """Record that an address still says what it said."""
        before = self._known(answer.asked, answer.source)
        with self._answer():
            self._write()
            self._seen_again(answer.url, answer.fetched_at)
            self._done(before, before.etag, before.last_modified, before.unchanged + 1)

    def read(self, entrance: EntranceRead) -> None:
        """Record that an entrance was read to its end."""
        before = self._known(entrance.asked, entrance.source)
        with self._answer():
            self._write()
            if self._is_back_fill:  # only a span of it: where the next crawl goes on stays as it was
                frontier.save(self.db, [replace(before, state=DONE, tries=0)])
            else:
                before = replace(before, hint=entrance.read_up_to)
                self._done(before, entrance.etag, entrance.last_modified, 0)

    def failed(self, failure: FailedFetch) -> None:
        """Record that an address brought nothing; the same failure again is the same row."""
        before = self._known(failure.asked, failure.source)
        if failure.is_begun:  # to be read from its start
            before = replace(before, answered_at=None, etag=None, last_modified=None)
        tries = before.tries + 1
        given_up = failure.is_final or failure.is_entrance or tries >= GIVE_UP_AFTER
        now = datetime.now(UTC)
        due = due_again(now, self._revisit[failure.source], 0) if given_up else due_after_failure(now, tries)
        due = max(due, now + timedelta(seconds=failure.wait))
        row = {
            "source_id": failure.source,
            "url": failure.url,
            "outcome": fetches.FAILED,
            "reason": failure.reason,
        }
        with self._answer():
            self._write()
            latest = fetches.latest(self.db, failure.url)
            if latest is not None and (latest["outcome"], latest["reason"]) == (fetches.FAILED, failure.reason):
                fetches.seen_again(self.db, latest, run_id=self.run_id, at=failure.fetched_at)
            else:
                fetches.record(self.db, row, run_id=self.run_id, at=failure.fetched_at)
            if failure.is_gone:
                fetches.mark_gone(self.db, failure.url, at=failure.fetched_at)
            state = DONE if given_up else QUEUED
            frontier.save(self.db, [replace(before, state=state, tries=tries, due_at=_text(due))])

    def commit_after(self, action: Callable[[], None]) -> None:
        """Have every commit preceded by this: what rows tell of must be on the disk before they are."""
        self._before_commit = action

    def commit(self) -> None:
        """Put on the disk what was recorded so far."""
        if self.db.conn.in_transaction:
            self._before_commit()
            self.db.conn.execute("commit")
        self._committed = monotonic()

    @contextmanager
    def _step(self) -> Iterator[None]:
        """Something that is recorded whole or not at all, in a transaction that others may share."""
        if not self.db.conn.in_transaction:
            self.db.conn.execute("begin immediate")
        self.db.conn.execute("savepoint step")
        try:
            yield
        except BaseException:
            self.db.conn.execute("rollback to step")
            raise
        finally:
            self.db.conn.execute("release step")

    @contextmanager
    def _answer(self) -> Iterator[None]:
        """A step that is committed at once unless answers come so fast that the next will take it along."""
        with self._step():
            yield
        before, self._answered = self._answered, monotonic()
        if self._answered - before > FAST or self._answered - self._committed > SHARED:
            self.commit()

    def _done(self, before: Known, etag: str | None, last_modified: str | None, unchanged: int) -> None:
        now = datetime.now(UTC)
        due = "" if before.is_entrance else _text(due_again(now, self._revisit[before.source_id], unchanged))
        done = replace(
            before,
            state=DONE,
            due_at=due,
            answered_at=_text(now),
            tries=0,
            unchanged=unchanged,
            etag=etag,
            last_modified=last_modified,
        )
        frontier.save(self.db, [done])

    def _seen_again(self, url: str, at: str) -> None:
        if (latest := fetches.latest(self.db, url)) is not None:
            fetches.seen_again(self.db, latest, run_id=self.run_id, at=at)

    def _known(self, url: str, source_id: str) -> Known:
        return frontier.known(self.db, url) or Known(url, source_id, url, run_id=self.run_id)

    def _write(self) -> None:
        frontier.save(self.db, self._found.values())
        self._found.clear()

    def _now(self) -> str:
        return _text(datetime.now(UTC))


def _text(moment: datetime) -> str:
    return moment.strftime(TIME)
