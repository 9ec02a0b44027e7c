"""Facts into rows: the one place that knows both what the extraction says and which column holds it."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlite_utils import Database

from db.store import Row, put, sync
from nlp.facts import UNSURE, Case, Facts, Value
from scrapers.items import Article

Span = tuple[int, int]
Quote = Callable[[int, int], Span]

# The fields of a case that hold several values, with the name one of them goes by in report_values.
LISTS = {
    "plaintiffs": "plaintiff",
    "defendants": "defendant",
    "courts": "court",
    "statutes": "statute",
    "judges": "judge",
    "law_firms": "law_firm",
    "regulators": "regulator",
}

# Words that show a value without being a mention by the annotation's rules get these labels.
EVIDENCE_LABELS = {"filed": "DATE", "court": "COURT_HINT", "caption": "CAPTION", "docket": "DOCKET"}


def save_article(db: Database, article: Article, *, fetch: Row, digest: str, model: str) -> tuple[int, int]:
    """Write the article and the version this fetch brought, and make it the current one; returns both ids."""
    row: dict[str, Any] = {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "published_at": article.published_at,
        "published_month": article.published[:7] if article.published else None,
        "author": "; ".join(article.authors) or None,
        "language": article.language,
        "url": article.url,
    }
    known = next(db.table("articles").rows_where("url = ?", [article.url], limit=1), None)
    article_id = put(db, "articles", row | ({} if known else {"source_id": fetch["source_id"]}), ["url"])
    version = {"article_id": article_id, "digest": digest}
    before = next(
        db.table("article_versions").rows_where("article_id = :article_id and digest = :digest", version, limit=1), None
    )
    if before is None:
        number = db.table("article_versions").count_where("article_id = ?", [article_id]) + 1
        version |= {"number": number, "fetch_id": fetch["id"], "seen_at": fetch["fetched_at"]}
    version_id = put(db, "article_versions", version | {"model": model}, ["article_id", "digest"])
    text = {"version_id": version_id, "title": article.title, "text": article.text}
    put(db, "article_texts", text, ["version_id"])
    db.table("articles").update(article_id, {"version_id": version_id})
    return article_id, version_id


def save_facts(db: Database, facts: Facts, *, article_id: int, version_id: int, quote: Quote) -> None:
    """Write what the version says, each value with its mention; `quote` gives the sentence around a span.

    Rows that say what they said before keep their ids. Those of an earlier version are taken over by this one.
    """
    mentions = _save_mentions(db, facts, version_id, quote)
    report = {"article_id": article_id, "ordinal": 0, "version_id": version_id}
    if not (any(True for _ in values(facts.case)) or facts.events or facts.amounts):
        sync(db, "reports", [], ["ordinal"], {"article_id": article_id})
        return
    report_id = put(db, "reports", report, ["article_id", "ordinal"])
    sync(
        db,
        "report_values",
        [
            {
                "report_id": report_id,
                "field": field,
                "ordinal": ordinal,
                "value": value.value,
                "mention_id": mentions[value.start, value.end],
                "confidence": value.confidence,
                "unsure": int(value.confidence < UNSURE),
            }
            for field, ordinal, value in values(facts.case)
        ],
        ["field", "ordinal"],
        {"report_id": report_id},
    )
    sync(
        db,
        "event_articles",
        [
            {
                "report_id": report_id,
                "ordinal": ordinal,
                "type": event.type,
                "date": event.date,
                "version_id": version_id,
                "quote_start": event.start,
                "quote_end": event.end,
                "confidence": event.confidence,
                "unsure": int(event.confidence < UNSURE),
            }
            for ordinal, event in enumerate(facts.events)
        ],
        ["ordinal"],
        {"report_id": report_id},
    )
    sync(
        db,
        "amounts",
        [
            {
                "report_id": report_id,
                "ordinal": ordinal,
                "value": amount.value,
                "currency": amount.currency,
                "kind": amount.kind,
                "mention_id": mentions[amount.start, amount.end],
                "confidence": amount.confidence,
                "unsure": int(amount.confidence < UNSURE),
            }
            for ordinal, amount in enumerate(facts.amounts)
        ],
        ["ordinal"],
        {"report_id": report_id},
    )


def values(case: Case) -> Iterator[tuple[str, int, Value]]:
    """Every value of a case as (field, position, value)."""
    for field in ("caption", "docket", "filed"):
        if value := getattr(case, field):
            yield field, 0, value
    for field, name in LISTS.items():
        for position, value in enumerate(getattr(case, field)):
            yield name, position, value


def _save_mentions(db: Database, facts: Facts, version_id: int, quote: Quote) -> dict[Span, int]:
    rows = {
        (mention.start, mention.end): {
            "start": mention.start,
            "end": mention.end,
            "label": mention.label,
            "text": mention.text,
            "name": mention.id or mention.name,
            "confidence": mention.confidence,
        }
        for mention in facts.mentions
    }
    text = str(db.table("article_texts").get(version_id)["text"])
    evidence = [
        (field, value.start, value.end, value.value, value.confidence) for field, _, value in values(facts.case)
    ]
    evidence += [("amount", a.start, a.end, f"{a.value:.0f} {a.currency}", a.confidence) for a in facts.amounts]
    for field, start, end, name, confidence in evidence:
        label = EVIDENCE_LABELS.get(field, field.upper())
        row = {"start": start, "end": end, "label": label, "text": text[start:end], "name": name}
        rows.setdefault((start, end), row | {"confidence": confidence})
    for (start, end), row in rows.items():
        row["version_id"] = version_id
        row["quote_start"], row["quote_end"] = quote(start, end)
    ordered = sorted(rows)
    ids = sync(db, "mentions", [rows[span] for span in ordered], ["start", "end", "label"], {"version_id": version_id})
    return dict(zip(ordered, ids, strict=True))
