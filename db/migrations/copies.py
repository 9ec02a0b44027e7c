"""Which articles are copies of one text."""

from sqlite_utils import Database

from ..tables import create
from .first import migrations


@migrations()
def m008_copies(db: Database) -> None:
    """What finds a text's copies, which texts are alike, and whose copy each article is.

    A shingle is a run of words as a number; some of each text's are kept. `article_shingles` and `alike_versions` say
    what the texts say, whichever came first; `articles.copy_of` is written by the link stage from all of them.
    """
    create(
        db,
        "article_shingles",
        {"shingle": int, "version_id": int},
        pk=("shingle", "version_id"),
        links={"version_id": "article_versions"},
        on_delete={"version_id": "CASCADE"},
        index=["version_id"],
    )
    create(
        db,
        "alike_versions",
        {"version_id": int, "other_id": int, "alike": float},
        pk=("version_id", "other_id"),
        links={"version_id": "article_versions", "other_id": "article_versions"},
        on_delete={"version_id": "CASCADE", "other_id": "CASCADE"},
        index=["other_id"],
    )
    db.table("articles").add_column("alike", float)
    # add_column knows no ON DELETE
    db.conn.execute("alter table articles add column copy_of INTEGER references articles (id) on delete set null")
    db.table("articles").create_index(["copy_of"])
