"""The database file: made, migrated, refused; transactions that hold; rows that are only written when new."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.migrations import migrations
from db.store import StoreError, immediate, open_store, put, sync

TABLES = {
    *("articles", "article_versions", "mentions", "entities", "entity_names", "cases", "events", "event_articles"),
    *("participants", "amounts", "statutes", "courts", "runs", "fetches", "corrections", "merges", "takedowns"),
    *("article_shingles", "alike_versions"),
}
VIEWS = [
    "cases_flat",
    "copies",
    "coverage",
    "defendants",
    "events_flat",
    "evidence",
    "parties",
    "plaintiffs",
    "sources_health",
]


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_store(tmp_path / "x.db", create=True)


def test_a_new_database_has_the_tables_and_views_of_the_contract(db: Database) -> None:
    assert set(db.table_names()) >= TABLES
    assert sorted(db.view_names()) == VIEWS


def test_it_is_in_wal_mode_with_foreign_keys_and_full_text(db: Database) -> None:
    assert db.conn.execute("pragma journal_mode").fetchone() == ("wal",)
    assert db.conn.execute("pragma foreign_keys").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError):
        db.conn.execute("insert into fetches (source_id) values ('nobody')")
    assert db.table("article_texts").detect_fts() == "article_texts_fts"


def test_every_foreign_key_is_indexed(db: Database) -> None:
    bare = []
    for name in sorted(TABLES):
        table = db.table(name)
        led = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        bare += [(name, key.column) for key in table.foreign_keys if key.column not in led]
    assert bare == []


@pytest.mark.parametrize("done", [0, *range(1, len(migrations.pending(Database(memory=True))))])
def test_every_earlier_schema_is_brought_up_to_date(tmp_path: Path, done: int) -> None:
    path = tmp_path / "old.db"
    old = Database(path)
    old.conn.execute("pragma application_id = 0x62696F64")
    names = [migration.name for migration in migrations.pending(old)]
    migrations.apply(old, stop_before=names[done])
    if done:
        old.table("sources").insert({"id": "bay", "name": "Bay Gazette"})
    old.close()
    new = open_store(path)
    assert [m.name for m in migrations.pending(new)] == []
    assert new.table("sources").count == min(done, 1)
    assert new.schema == open_store(tmp_path / "new.db", create=True).schema


def test_opening_twice_changes_nothing(tmp_path: Path, db: Database) -> None:
    version = db.conn.execute("pragma data_version").fetchone(), db.conn.execute("pragma schema_version").fetchone()
    open_store(tmp_path / "x.db").close()
    assert version == (
        db.conn.execute("pragma data_version").fetchone(),
        db.conn.execute("pragma schema_version").fetchone(),
    )


def test_a_missing_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"):
        open_store(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "none" / "x.db", create=True)


def test_what_a_kill_left_before_the_first_commit_is_a_new_database(tmp_path: Path) -> None:
    left = sqlite3.connect(tmp_path / "x.db")
    left.execute("pragma journal_mode = WAL")
    left.close()
    assert (tmp_path / "x.db").stat().st_size > 0
    assert set(open_store(tmp_path / "x.db", create=True).table_names()) >= TABLES


def test_foreign_files_are_refused_and_left_as_they_were(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Call the clerk. " * 200)
    other = tmp_path / "other.db"
    Database(other).table("songs").insert({"title": "Blue"})
    for path in (notes, other):
        before = path.read_bytes()
        for create in (False, True):
            with pytest.raises(StoreError, match=path.name):
                open_store(path, create=create)
        assert path.read_bytes() == before


def test_a_newer_schema_is_refused(tmp_path: Path, db: Database) -> None:
    db.table("_sqlite_migrations").insert(
        {"migration_set": "biodocket", "name": "m999_of_tomorrow", "applied_at": "2030-01-01"}
    )
    with pytest.raises(StoreError, match="newer biodocket"):
        open_store(tmp_path / "x.db")


def test_three_writers_lose_nothing(tmp_path: Path, db: Database) -> None:
    db.table("counts").create({"id": int, "n": int}, pk="id")
    db.table("counts").insert({"id": 1, "n": 0})

    def count() -> None:
        own = open_store(tmp_path / "x.db")
        for _ in range(40):
            with immediate(own):
                n = own.table("counts").get(1)["n"]
                own.table("counts").update(1, {"n": n + 1})

    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert db.table("counts").get(1)["n"] == 120


def test_a_transaction_that_fails_leaves_nothing(db: Database) -> None:
    def fail() -> None:
        with immediate(db):
            put(db, "courts", {"id": "ilnd", "name": "N.D. Ill."}, ["id"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert db.table("courts").count == 0


def test_sync_writes_only_differences(db: Database) -> None:
    rows = [{"id": "ilnd", "name": "Northern District"}, {"id": "ca9", "name": "Ninth Circuit"}]
    assert sync(db, "courts", rows, ["id"]) == ["ilnd", "ca9"]
    before = db.conn.total_changes
    sync(db, "courts", rows, ["id"])
    assert db.conn.total_changes == before
    rows[1] = {"id": "ca9", "name": "Court of Appeals"}
    sync(db, "courts", rows, ["id"])
    assert db.conn.total_changes == before + 1
    sync(db, "courts", rows[1:], ["id"])
    assert [row["id"] for row in db.table("courts").rows] == ["ca9"]


def test_sync_keeps_to_its_scope_and_the_ids_of_rows_it_knows(db: Database) -> None:
    for source in ("a", "b"):
        put(db, "sources", {"id": source}, ["id"])
    first = sync(db, "fetches", [{"source_id": "a", "url": u} for u in "xyz"], ["url"], {"source_id": "a"})
    sync(db, "fetches", [{"source_id": "b", "url": "x"}], ["url"], {"source_id": "b"})
    again = sync(db, "fetches", [{"source_id": "a", "url": u} for u in "zx"], ["url"], {"source_id": "a"})
    assert again == [first[2], first[0]]
    assert db.table("fetches").count == 3
