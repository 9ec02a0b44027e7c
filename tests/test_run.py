"""The main job, end to end: the sample newsroom over real HTTP becomes an evidence-backed record, once and for good."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.fetches import waiting
from db.store import immediate, insert, open_store
from pipelines import extract, reading
from pipelines.reading import Kept, Known, Rejected, read_page
from pipelines.runs import running

from .conftest import Command

EXPECTED = json.loads(Path(__file__).with_name("sample_expected.json").read_text(encoding="utf-8"))

# Everything that is said, without what differs from run to run: ids, times, places in archive files.
CONTENT = {
    "articles": "select url, title, outlet, published, published_at, author from articles",
    "versions": "select url, number, text from article_versions v join articles a on a.id = article_id"
    " join article_texts t on t.version_id = v.id",
    "mentions": "select url, start, end, label, text, name, quote_start, quote_end, entity_id is null from mentions m"
    " join article_versions v on v.id = m.version_id join articles a on a.id = article_id",
    "evidence": "select field, value, quote, url from evidence",
    "cases": "select title, plaintiffs, defendants, court, docket, filed, last_event, last_event_date, sources"
    " from cases_flat",
    "events": 'select date, type, "case", sources, quote, url from events_flat',
    "amounts": "select value, currency, kind from amounts",
    "fetches": "select url, outcome, reason from fetches",
    "entities": "select name, kind from entities",
}


def rows(database: Path, sql: str, *args: object) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql, args).fetchall()
    finally:
        connection.close()


def counts(database: Path) -> dict[str, int]:
    tables = rows(database, "select name from sqlite_master where type = 'table'")
    return {str(name): int(str(rows(database, f'select count(*) from "{name}"')[0][0])) for (name,) in tables}  # noqa: S608


def content(database: Path) -> dict[str, list[str]]:
    return {what: sorted(map(repr, rows(database, sql))) for what, sql in CONTENT.items()}


@pytest.fixture(scope="module")
def database(biodocket: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("run") / "biodocket.db"
    done = biodocket("run", "--sample", "--db", path)
    assert done.returncode == 0, done.stderr
    for words in ("caption", "last event", "Mutnick v.", "biodocket serve"):
        assert words in done.stdout
    return path


def test_the_clearview_story_is_one_case_with_its_quotes(database: Path) -> None:
    (case,) = rows(database, "select case_id, court, filed from cases_flat where defendants like '%Clearview%'")
    id, court, filed = case
    assert (court, filed) == ("District Court, N.D. Illinois", "2020-01")
    told = rows(database, "select field, value, quote from evidence where case_id = ?", id)
    assert {(field, value) for field, value, _ in told if field != "caption"} == {
        ("plaintiff", "David Mutnick"),
        ("defendant", "Clearview AI"),
        ("court", "ilnd"),
        ("statute", "bipa"),
        ("filed", "2020-01"),
    }
    quotes = {str(field): str(quote) for field, _, quote in told}
    assert "Mutnick" in quotes["plaintiff"]
    assert "Clearview" in quotes["defendant"]
    assert "Northern District of Illinois" in quotes["court"]
    assert "BIPA" in quotes["statute"] or "Biometric Information Privacy Act" in quotes["statute"]
    assert "January" in quotes["filed"]
    events = rows(database, "select type, date, quote from events_flat where case_id = ?", id)
    assert [(type, date) for type, date, _ in events] == [("motion", "2020-04")]
    assert all(quote for _, _, quote in events)


def test_two_reports_of_one_filing_are_one_event_with_two_sources(database: Path) -> None:
    filings = rows(
        database,
        """select date, sources from events_flat where type = 'complaint' and case_id =
           (select case_id from defendants where defendant like 'Frostwell%')""",
    )
    assert filings == [("2023-02-10", 2)]
    outlets = rows(
        database,
        """select distinct articles.outlet from event_articles
           join events on events.id = event_id join reports on reports.id = report_id
           join articles on articles.id = reports.article_id join defendants on defendants.case_id = events.case_id
           where events.type = 'complaint' and defendant like 'Frostwell%'""",
    )
    assert len(outlets) == 2


def test_what_is_not_ours_is_rejected_with_the_reason(database: Path) -> None:
    for slug, story in EXPECTED.items():
        found = rows(database, "select outcome, reason from fetches where url like ?", f"%{slug}%")
        if "edition" in slug:
            continue
        if not story["crawled"]:
            assert [(outcome, reason) for outcome, reason in found] == [("failed", "forbidden by robots.txt")], slug
        elif story["relevant"]:
            assert [outcome for outcome, _ in found] == ["article"], slug
        else:
            assert [outcome for outcome, _ in found] == ["rejected"], slug
            assert all(reason for _, reason in found)


def test_the_record_of_the_sample_is_mostly_right(database: Path) -> None:
    fields = {"plaintiff": "plaintiffs", "defendant": "defendants", "court": "courts", "statute": "statutes"}
    right = wanted = 0
    for slug, story in EXPECTED.items():
        if not story["relevant"] or not story["crawled"] or "edition" in slug:
            continue
        told = rows(database, "select field, value from evidence where url like ?", f"%{slug}%")
        for field, key in fields.items():
            wanted += 1
            right += {str(value) for name, value in told if name == field} == set(story[key])
    assert right / wanted > 0.8


def test_every_value_has_a_quote_that_holds_its_words(database: Path) -> None:
    told = rows(database, "select field, value, words, quote from evidence")
    assert len(told) > 100
    assert [value for value in told if not value[2] or str(value[2]) not in str(value[3])] == []
    cut = rows(
        database,
        "select m.id from mentions m join article_texts t on t.version_id = m.version_id"
        " where substr(t.text, start + 1, end - start) != m.text",
    )
    assert cut == []


def test_a_second_run_adds_nothing_and_says_so(biodocket: Command, database: Path) -> None:
    before, said = counts(database), content(database)
    again = biodocket("run", "--sample", "--db", database)
    assert again.returncode == 0, again.stderr
    assert "Nothing new" in again.stdout
    after = counts(database)
    assert after.pop("runs") == before.pop("runs") + 1
    assert after == before
    assert content(database) == said


def test_the_archive_can_be_replayed(biodocket: Command, database: Path) -> None:
    before, said = counts(database), content(database)
    assert biodocket("extract", "--again", "--db", database).returncode == 0
    assert biodocket("link", "--db", database).returncode == 0
    after = counts(database)
    assert after.pop("runs") == before.pop("runs") + 2
    assert (after, content(database)) == (before, said)


def test_several_processes_read_what_one_reads(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(database, copy)
    shutil.copytree(database.with_name(f"{database.stem}-archive"), tmp_path / "copy-archive")
    monkeypatch.setattr(extract, "FEW", 1)
    with running(copy, "extract") as run:
        extract.extract(run, again=True)
        assert run.problems == []
    assert content(copy) == content(database)


def test_a_text_that_was_read_is_not_read_again(database: Path) -> None:
    db = open_store(database)
    archive = database.with_name(f"{database.stem}-archive")
    for fetch in waiting(db, again=True):
        if fetch["outcome"] != "article":
            continue
        (digest, published), *_ = rows(
            database,
            "select digest, published from article_versions v join articles a on a.version_id = v.id where a.id = ?",
            fetch["article_id"],
        )
        kept = read_page(archive, fetch, Known(str(digest), str(published)))
        assert isinstance(kept, Kept)
        assert kept.facts is None
        other = read_page(archive, fetch, Known(str(digest), "2001-01-01"))
        assert isinstance(other, Kept)
        assert other.facts is not None
    db.close()


def test_the_order_of_arrival_changes_no_row(biodocket: Command, database: Path, tmp_path: Path) -> None:
    path = tmp_path / "shuffled.db"
    shutil.copytree(database.with_name("biodocket-archive"), tmp_path / "shuffled-archive")
    old, new = open_store(database), open_store(path, create=True)
    fetched = list(old.table("fetches").rows)
    random.Random(3).shuffle(fetched)  # noqa: S311
    with immediate(new):
        for table in ("sources", "runs"):
            for row in old.table(table).rows:
                insert(new, table, row)
        for row in fetched:
            outcome = row["outcome"] if row["warc_file"] is None else "archived"
            insert(new, "fetches", {**row, "id": None, "article_id": None, "outcome": outcome})
    new.close()
    assert biodocket("extract", "--db", path).returncode == 0
    assert biodocket("link", "--db", path).returncode == 0
    assert content(path) == content(database)


def test_a_killed_run_is_taken_up_to_the_same_rows(biodocket: Command, database: Path, tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    program = Path(sys.executable).with_name("biodocket")
    chance = random.Random(7)  # noqa: S311
    for _ in range(6):
        run = subprocess.Popen([program, "run", "--sample", "--db", path], stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(1.0, 7.0))
        run.send_signal(signal.SIGKILL)
        run.wait()
        time.sleep(0.5)  # the crawl it started sees that it is gone
    last = biodocket("run", "--sample", "--db", path)
    assert last.returncode == 0, last.stderr
    assert content(path) == content(database)
    assert rows(path, "pragma integrity_check") == [("ok",)]
    assert rows(path, "pragma foreign_key_check") == []


def test_a_changed_article_becomes_a_new_version_with_its_facts(biodocket: Command, tmp_path: Path) -> None:
    path = str(tmp_path / "changing.db")
    assert biodocket("run", "--sample", "--db", path).returncode == 0
    changed = biodocket("run", "--sample", "--edition", "2", "--db", path)
    assert "1 changed" in changed.stdout
    database = Path(path)
    versions = "select number from article_versions join articles a on a.id = article_id where url like '%lumen-grove%'"
    assert rows(database, versions) == [(1,), (2,)]
    amounts = "select value from amounts join reports r on r.id = report_id join articles a on a.id = article_id"
    told = {value for (value,) in rows(database, amounts + " where url like '%lumen-grove%'")}
    assert 12_750_000 in told
    assert 11_750_000 not in told
    found = rows(database, "select count(*) from article_texts_fts where article_texts_fts match '\"12.75 million\"'")
    assert found == [(1,)]


def test_a_general_sources_page_is_looked_at_before_it_is_read(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = open_store(database)
    archive = database.with_name(f"{database.stem}-archive")
    articles = [fetch | {"is_general": 1} for fetch in waiting(db, again=True) if fetch["outcome"] == "article"]
    db.close()
    assert all(isinstance(read_page(archive, fetch, None), Kept) for fetch in articles)
    monkeypatch.setattr(reading, "OURS", ("hovercraft",))
    assert {type(read_page(archive, fetch, None)) for fetch in articles} == {Rejected}
