"""The schema as migrations: append only, never edit one that has been released.

Two layers. What an article says is written when it is extracted: `articles`, `article_versions`, `article_texts`,
`mentions`, and per suit it tells of a row of `reports` with its `report_values`, `event_articles` and `amounts`.
What that adds up to is written by the link stage: `entities`, `cases`, `participants`, `events`, and the links from the
first layer to them (`reports.case_id`, `event_articles.event_id`, `mentions.entity_id`). Every value has its mention.
A deletion goes the same ways: with a mention go the values it showed, with a case or entity only the links to it.
"""

from sqlite_utils import Database, Migrations

from ..tables import create

migrations = Migrations("biodocket")


@migrations()
def m001_sources_and_fetches(db: Database) -> None:
    """Where articles come from: sources, runs, and every address asked for."""
    create(db, "sources", {"id": str, "name": str, "kind": str, "url": str, "language": str, "why": str, "terms": str})
    create(
        db,
        "runs",
        {
            "id": int,
            "command": str,
            "started_at": str,
            "finished_at": str,
            "pages_new": int,
            "articles_new": int,
            "articles_changed": int,
            "articles_rejected": int,
            "failures": int,
            "exit_code": int,
            "message": str,
        },
        index=["started_at"],
    )
    create(
        db,
        "fetches",
        {
            "id": int,
            "source_id": str,
            "run_id": int,
            "last_run_id": int,
            "url": str,
            "outcome": str,
            "reason": str,
            "http_status": int,
            "fetched_at": str,
            "last_seen_at": str,
            "digest": str,
            "warc_file": str,
            "warc_offset": int,
            "warc_length": int,
            "article_id": int,
        },
        links={"source_id": "sources", "run_id": "runs", "last_run_id": "runs"},
        index=["source_id", "run_id", "last_run_id", "url", "outcome", "fetched_at", "article_id"],
    )


@migrations()
def m002_articles(db: Database) -> None:
    """Articles, their versions, and the text apart from both: pages that list articles stay fast."""
    create(
        db,
        "articles",
        {
            "id": int,
            "title": str,
            "outlet": str,
            "published": str,
            "published_at": str,
            "published_month": str,
            "author": str,
            "language": str,
            "url": str,
            "source_id": str,
            "version_id": int,
        },
        links={"source_id": "sources"},
        index=["title", "outlet", "published", "published_month", "language", "source_id", "version_id"],
        unique=["url"],
    )
    create(
        db,
        "article_versions",
        {"id": int, "article_id": int, "number": int, "digest": str, "fetch_id": int, "seen_at": str, "model": str},
        links={"article_id": "articles", "fetch_id": "fetches"},
        index=["fetch_id", "model", "seen_at"],
        unique=["article_id", "digest"],
    )
    create(
        db,
        "article_texts",
        {"version_id": int, "title": str, "text": str},
        pk="version_id",
        links={"version_id": "article_versions"},
    )
    # Each knows the other: only the second of two tables can point at the first when it is made.
    db.table("articles").add_foreign_key("version_id", "article_versions", "id")
    db.table("fetches").add_foreign_key("article_id", "articles", "id")
    db.table("article_texts").enable_fts(["title", "text"], create_triggers=True, tokenize="porter unicode61")


@migrations()
def m003_cases(db: Database) -> None:
    """What the reports add up to: entities, cases and events, with the courts and statutes they name."""
    create(db, "courts", {"id": str, "name": str}, index=["name"])
    create(db, "statutes", {"id": str, "name": str, "cite": str}, index=["name"])
    create(db, "entities", {"id": str, "name": str, "kind": str}, index=["name", "kind"])
    create(
        db,
        "entity_names",
        {"entity_id": str, "name": str},
        pk=("entity_id", "name"),
        links={"entity_id": "entities"},
        on_delete={"entity_id": "CASCADE"},
        index=["name"],
    )
    create(
        db,
        "cases",
        {
            "id": int,
            "title": str,
            "caption": str,
            "docket": str,
            "court_id": str,
            "filed": str,
            "last_event": str,
            "last_event_date": str,
            "sources": int,
        },
        links={"court_id": "courts"},
        index=["title", "caption", "docket", "court_id", "filed", "last_event", "last_event_date", "sources"],
    )
    create(
        db,
        "events",
        {"id": int, "case_id": int, "type": str, "date": str, "sources": int},
        links={"case_id": "cases"},
        on_delete={"case_id": "CASCADE"},
        index=["case_id", "type", "date", "sources"],
    )


@migrations()
def m004_evidence(db: Database) -> None:
    """What each article says, word by word, and how it bears on cases and events."""
    create(
        db,
        "mentions",
        {
            "id": int,
            "version_id": int,
            "start": int,
            "end": int,
            "label": str,
            "text": str,
            "name": str,
            "confidence": float,
            "quote_start": int,
            "quote_end": int,
            "entity_id": str,
        },
        links={"version_id": "article_versions", "entity_id": "entities"},
        on_delete={"entity_id": "SET NULL"},
        index=["label", "name", "entity_id", "confidence"],
        unique=["version_id", "start", "end", "label"],
    )
    create(
        db,
        "reports",
        {"id": int, "article_id": int, "ordinal": int, "version_id": int, "case_id": int},
        links={"article_id": "articles", "version_id": "article_versions", "case_id": "cases"},
        on_delete={"case_id": "SET NULL"},
        index=["version_id", "case_id"],
        unique=["article_id", "ordinal"],
    )
    create(
        db,
        "report_values",
        {
            "id": int,
            "report_id": int,
            "field": str,
            "ordinal": int,
            "value": str,
            "mention_id": int,
            "confidence": float,
        },
        links={"report_id": "reports", "mention_id": "mentions"},
        on_delete={"mention_id": "CASCADE"},
        index=["field", "value", "mention_id"],
        unique=["report_id", "field", "ordinal"],
    )
    create(
        db,
        "event_articles",
        {
            "id": int,
            "event_id": int,
            "report_id": int,
            "ordinal": int,
            "type": str,
            "date": str,
            "version_id": int,
            "quote_start": int,
            "quote_end": int,
            "confidence": float,
        },
        links={"event_id": "events", "report_id": "reports", "version_id": "article_versions"},
        on_delete={"event_id": "SET NULL"},
        index=["event_id", "type", "date", "version_id"],
        unique=["report_id", "ordinal"],
    )
    create(
        db,
        "amounts",
        {
            "id": int,
            "report_id": int,
            "ordinal": int,
            "value": float,
            "currency": str,
            "kind": str,
            "mention_id": int,
            "case_id": int,
        },
        links={"report_id": "reports", "mention_id": "mentions", "case_id": "cases"},
        on_delete={"mention_id": "CASCADE", "case_id": "SET NULL"},
        index=["value", "currency", "kind", "mention_id", "case_id"],
        unique=["report_id", "ordinal"],
    )
    create(
        db,
        "participants",
        {"case_id": int, "entity_id": str, "role": str, "mention_id": int},
        pk=("case_id", "entity_id", "role", "mention_id"),
        links={"case_id": "cases", "entity_id": "entities", "mention_id": "mentions"},
        on_delete={"case_id": "CASCADE", "entity_id": "CASCADE", "mention_id": "CASCADE"},
        index=["entity_id", "role", "mention_id"],
    )
    for what in ("court", "statute"):
        create(
            db,
            f"case_{what}s",
            {"case_id": int, f"{what}_id": str, "ordinal": int, "mention_id": int},
            pk=("case_id", f"{what}_id"),
            links={"case_id": "cases", f"{what}_id": f"{what}s", "mention_id": "mentions"},
            on_delete={"case_id": "CASCADE", "mention_id": "CASCADE"},
            index=[f"{what}_id", "mention_id"],
        )


@migrations()
def m005_audit(db: Database) -> None:
    """What people decide: corrections, merges and takedowns, each a row that says who and why."""
    create(
        db,
        "corrections",
        {
            "id": int,
            "table_name": str,
            "row_id": str,
            "field": str,
            "old_value": str,
            "new_value": str,
            "note": str,
            "made_by": str,
            "made_at": str,
            "reverted_at": str,
        },
        index=["table_name", "row_id", "made_at"],
    )
    create(
        db,
        "merges",
        {
            "id": int,
            "table_name": str,
            "kept_id": str,
            "merged_id": str,
            "reason": str,
            "score": float,
            "made_by": str,
            "made_at": str,
            "reverted_at": str,
        },
        index=["table_name", "kept_id", "merged_id", "made_at"],
    )
    create(db, "takedowns", {"id": int, "fingerprint": str, "reason": str, "made_at": str}, unique=["fingerprint"])


@migrations()
def m006_unsure(db: Database) -> None:
    """Which values the extraction itself is unsure of."""
    db.table("amounts").add_column("confidence", float)
    for name in ("report_values", "event_articles", "amounts"):
        db.table(name).add_column("unsure", int, not_null_default=0)
        db.table(name).create_index(["unsure"])
