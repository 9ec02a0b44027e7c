"""`biodocket annotate`: articles in, what they say out, one JSON object a line, no database."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from nlp import acts, courthouses
from nlp.facts import Case, Facts, Mention, Value
from nlp.model import read
from nlp.record import facts
from scrapers.pages.clean import boilerplate

from .runs import UsageError


def annotate(lines: Iterable[str]) -> Iterator[str]:
    """The answer to each line, in order; UsageError names the first line that is not an article."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            article = _article(line, number)
            yield annotate_text(article["text"], article.get("published"), id=article["id"])


def annotate_text(text: str, published: str | None, *, id: str) -> str:
    """The answer to one article."""
    doc = read(text, published, skip=boilerplate(text))
    return json.dumps({"id": id} | as_json(facts(doc)), ensure_ascii=False)


def as_json(found: Facts) -> dict[str, Any]:
    """Facts in the form of the annotate contract (docs/design.md)."""
    return {
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "label": mention.label,
                "text": mention.text,
                "name": _title(mention),
                "confidence": round(mention.confidence, 3),
            }
            for mention in found.mentions
        ],
        "case": _case(found.case),
        "events": [
            {
                "type": event.type,
                "date": event.date,
                "start": event.start,
                "end": event.end,
                "confidence": round(event.confidence, 3),
            }
            for event in found.events
        ],
        "amounts": [
            {
                "value": int(amount.value) if amount.value == int(amount.value) else amount.value,
                "currency": amount.currency,
                "kind": amount.kind,
                "start": amount.start,
                "end": amount.end,
            }
            for amount in found.amounts
        ],
        "other_cases": [_case(case) for case in found.others],
    }


def _title(mention: Mention) -> str:
    if mention.label == "COURT":
        return courthouses.title(mention.name)
    return _act(mention.name)["name"] if mention.label == "STATUTE" else mention.name


def _case(case: Case) -> dict[str, Any]:
    def one(value: Value | None) -> str | None:
        return value.value if value else None

    def names(values: tuple[Value, ...]) -> list[str]:
        return [value.value for value in values]

    return {
        "caption": one(case.caption),
        "docket": one(case.docket),
        "filed": one(case.filed),
        "plaintiffs": names(case.plaintiffs),
        "defendants": names(case.defendants),
        "courts": [{"id": id, "name": courthouses.title(id)} for id in names(case.courts)],
        "statutes": [_act(id) for id in names(case.statutes)],
        "judges": names(case.judges),
        "law_firms": names(case.law_firms),
        "regulators": names(case.regulators),
    }


def _act(id: str) -> dict[str, str]:
    act = acts.by_key().get(id)
    return {"id": id, "name": act.name if act else id, "cite": act.cite if act else ""}


def _article(line: str, number: int) -> dict[str, Any]:
    try:
        article = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(
            f"line {number} is not JSON ({error.msg}); each line must be an object with id, text and published"
        ) from error
    if not isinstance(article, dict) or not isinstance(article.get("text"), str) or "id" not in article:
        raise UsageError(f'line {number} is not an article: it needs "id" and "text", and may have "published"')
    published = article.get("published")
    if published is not None and not is_day(published):
        raise UsageError(f'line {number}: "published" must be YYYY-MM-DD or null, not {published!r}')
    return article


def is_day(value: object) -> bool:
    """Whether this is a full date, YYYY-MM-DD."""
    try:
        return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False
