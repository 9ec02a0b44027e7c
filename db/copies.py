"""What tells copies of one text: its sampled runs of words, which texts are alike, which article is whose copy."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlite_utils import Database

from .store import sync


def save_shingles(db: Database, version_id: int, shingles: Collection[int]) -> None:
    """Make a version's sampled runs these; what is there already is left alone."""
    known = {row["shingle"] for row in db.table("article_shingles").rows_where("version_id = ?", [version_id])}
    if known != set(shingles):
        db.conn.execute("delete from article_shingles where version_id = ?", [version_id])
        db.conn.executemany(
            "insert into article_shingles (shingle, version_id) values (?, ?)",
            [(shingle, version_id) for shingle in sorted(shingles)],
        )


def sharing(db: Database, version_id: int, least: int) -> list[dict[str, Any]]:
    """The versions of other articles with at least so many of this one's sampled runs: `shared` of their `shingles`."""
    return list(
        db.query(
            "with sharing as ("
            " select others.version_id, count(*) as shared from article_shingles as own"
            " join article_shingles as others on others.shingle = own.shingle"
            " where own.version_id = :version_id group by others.version_id having shared >= :least)"
            " select sharing.version_id, shared,"
            " (select count(*) from article_shingles where version_id = sharing.version_id) as shingles"
            " from sharing join article_versions on article_versions.id = sharing.version_id"
            " where article_id != (select article_id from article_versions where id = :version_id)",
            {"version_id": version_id, "least": least},
        )
    )


def text_of(db: Database, version_id: int) -> str:
    """The text of a version."""
    return str(db.table("article_texts").get(version_id)["text"])


def save_alike(db: Database, version_id: int, shares: Mapping[int, float]) -> None:
    """Make what is known of a version's copies these shares by the other version; each pair is one row."""
    key = ["version_id", "other_id"]
    rows = [
        {"version_id": max(version_id, other), "other_id": min(version_id, other), "alike": share}
        for other, share in shares.items()
    ]
    for column in key:
        sync(db, "alike_versions", [row for row in rows if row[column] == version_id], key, {column: version_id})


def alike_articles(db: Database) -> dict[tuple[int, int], float]:
    """How alike the present texts of two articles are, by both their ids."""
    rows = db.query(
        "select one.id as one, other.id as other, alike_versions.alike from alike_versions"
        " join articles as one on one.version_id = alike_versions.version_id"
        " join articles as other on other.version_id = alike_versions.other_id"
    )
    return {(row["one"], row["other"]): row["alike"] for row in rows}


def oldest_first(db: Database) -> list[int]:
    """Every article by day, time and address: an order that does not depend on which was crawled first."""
    rows = db.query(
        "select id from articles"
        " order by coalesce(published, '9'), datetime(published_at) is null, datetime(published_at), url"
    )
    return [row["id"] for row in rows]


def save_originals(db: Database, originals: Mapping[int, tuple[int, float]]) -> None:
    """Write which article is a copy of which, and how alike they are; all others are copies of none."""
    nothing = (None, None)
    for row in list(db.query("select id, copy_of, alike from articles")):
        if (row["copy_of"], row["alike"]) != originals.get(row["id"], nothing):
            copy_of, alike = originals.get(row["id"], nothing)
            db.table("articles").update(row["id"], {"copy_of": copy_of, "alike": alike})
