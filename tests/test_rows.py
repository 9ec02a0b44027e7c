"""Facts as rows: a value that the extraction is unsure of says so where people look."""

from pathlib import Path

from db.store import immediate, open_store
from nlp.facts import Amount, Case, Event, Facts, Mention, Value
from pipelines.rows import save_article, save_facts
from scrapers.items import Article

TEXT = "Ada sued Bolt for $5 million."
FACTS = Facts(
    mentions=(Mention(0, 3, "PLAINTIFF", "Ada", "Ada", confidence=0.95), Mention(9, 13, "DEFENDANT", "Bolt", "Bolt")),
    case=Case(plaintiffs=(Value("Ada", 0, 3, 0.95),), defendants=(Value("Bolt", 9, 13, 0.4),)),
    events=(Event("complaint", None, 0, 29, 0.3),),
    amounts=(Amount(5_000_000, "USD", "damages_sought", 18, 28, 0.5),),
)


def test_unsure_values_say_so(tmp_path: Path) -> None:
    db = open_store(tmp_path / "rows.db", create=True)
    with immediate(db):
        db.table("sources").insert({"id": "paper"})
        db.table("fetches").insert({"source_id": "paper", "url": "http://paper.example/1"})
        article = Article("http://paper.example/1", "Ada sued", TEXT, "2024-05-08", None, None, (), "en")
        fetch = {"id": 1, "source_id": "paper", "fetched_at": "2024-05-08T00:00:00Z"}
        article_id, version_id = save_article(db, article, fetch=fetch, digest="1", model="test")
        save_facts(db, FACTS, article_id=article_id, version_id=version_id, quote=lambda start, end: (start, end))
    evidence = {row["value"]: row["certainty"] for row in db.query("select value, certainty from evidence")}
    assert evidence == {"Ada": None, "Bolt": "unsure"}
    assert [row["unsure"] for row in db.query("select unsure from event_articles")] == [1]
    assert [row["unsure"] for row in db.query("select unsure from amounts")] == [1]
