"""Annotated articles: the file format of docs/annotation.md, read into exact offsets and a record."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .facts import AMOUNT_KINDS, EVENT_TYPES, LABELS

MARK = re.compile(r"\[([^\[\]\n]+)\]\(([A-Z_]+)\)")
FENCE = "---\n"
# The field of a record that holds those of a part; counsel is in none.
RECORD_FIELDS = {
    "PLAINTIFF": "plaintiffs",
    "DEFENDANT": "defendants",
    "JUDGE": "judges",
    "LAW_FIRM": "law_firms",
    "REGULATOR": "regulators",
}


class GoldError(ValueError):
    """An annotated file that breaks the format; says the file and the line."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        """Word the error so that an editor can jump to the place."""
        super().__init__(f"{path}:{line}: {problem}")


@dataclass(frozen=True, slots=True, order=True)
class GoldMention:
    """A marked name: `text == article.text[start:end]`."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that the article reports as news."""

    type: str
    date: str | None


@dataclass(frozen=True, slots=True)
class GoldAmount:
    """A sum of money and what it is for."""

    value: float
    currency: str
    kind: str


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """The front matter: what a reader who knows the article would write down of it."""

    published: str | None
    caption: str | None
    docket: str | None
    filed: str | None
    plaintiffs: tuple[str, ...]
    defendants: tuple[str, ...]
    courts: tuple[str, ...]
    statutes: tuple[str, ...]
    judges: tuple[str, ...]
    law_firms: tuple[str, ...]
    regulators: tuple[str, ...]
    events: tuple[GoldEvent, ...]
    amounts: tuple[GoldAmount, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article: its text without marks, the marks by offset, and the record."""

    id: str
    text: str
    mentions: tuple[GoldMention, ...]
    record: GoldRecord


def read_all(folder: Path, labels: Collection[str] = LABELS) -> list[GoldArticle]:
    """Every annotated article of a folder and the folders in it, by path; a folder without any is an error."""
    paths = sorted(folder.rglob("*.md"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no annotated articles (*.md)")
    return [read(path, labels) for path in paths]


def read(path: Path, labels: Collection[str] = LABELS) -> GoldArticle:
    """The annotated article in a file; `labels` are those that its marks may have."""
    raw = path.read_text(encoding="utf-8")
    front, body, line = _parts(path, raw)
    try:
        fields = yaml.safe_load(front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise GoldError(path, (mark.line if mark else 0) + 2, "the front matter is not YAML") from error
    if not isinstance(fields, dict):
        raise GoldError(path, 2, "the front matter is not a list of fields")
    if _text(fields.get("id")) != path.stem:
        raise GoldError(path, 2, f"id is {fields.get('id')!r}, the file is {path.stem!r}")
    text, mentions = unmarked(path, body, line, labels)
    return GoldArticle(path.stem, text, mentions, _record(path, fields))


def unmarked(path: Path, body: str, line: int, labels: Collection[str] = LABELS) -> tuple[str, tuple[GoldMention, ...]]:
    """The article without its marks, and where they stood; `line` is the body's first line in the file."""
    if not body.startswith("# "):
        raise GoldError(path, line, "the body must begin with '# headline'")
    source = body[2:].rstrip()
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    length = at = 0
    for match in MARK.finditer(source):
        surface, label = match.groups()
        if label not in labels:
            raise GoldError(path, line + source.count("\n", 0, match.start()), f"no such label: {label}")
        pieces += [source[at : match.start()], surface]
        length += match.start() - at
        mentions.append(GoldMention(length, length + len(surface), label, surface))
        length += len(surface)
        at = match.end()
    pieces.append(source[at:])
    text = "".join(pieces)
    if (broken := text.find("](")) >= 0:
        raise GoldError(path, line + text.count("\n", 0, broken), "a broken or nested mark")
    return text, tuple(mentions)


def _parts(path: Path, raw: str) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins."""
    end = raw.find("\n" + FENCE, len(FENCE) - 1)
    if not raw.startswith(FENCE) or end < 0:
        raise GoldError(path, 1, "no front matter between two lines of ---")
    after = raw[end + 1 + len(FENCE) :]
    body = after.lstrip("\n")
    line = raw.count("\n", 0, len(raw) - len(body)) + 1
    return raw[len(FENCE) : end + 1], body, line


def _record(path: Path, fields: dict[str, Any]) -> GoldRecord:
    events = tuple(GoldEvent(_text(e.get("type")) or "", _text(e.get("date"))) for e in _items(path, fields, "events"))
    amounts = tuple(
        GoldAmount(float(a.get("value", 0)), str(a.get("currency")), str(a.get("kind")))
        for a in _items(path, fields, "amounts")
    )
    for name, known in ((e.type, EVENT_TYPES) for e in events):
        if name not in known:
            raise GoldError(path, 2, f"no such event type: {name!r}")
    for amount in amounts:
        if amount.kind not in AMOUNT_KINDS:
            raise GoldError(path, 2, f"no such kind of amount: {amount.kind!r}")

    def names(key: str) -> tuple[str, ...]:
        return tuple(str(name) for name in fields.get(key) or ())

    return GoldRecord(
        published=_text(fields.get("published")),
        caption=_text(fields.get("case")),
        docket=_text(fields.get("docket")),
        filed=_text(fields.get("filed")),
        plaintiffs=names("plaintiffs"),
        defendants=names("defendants"),
        courts=names("courts"),
        statutes=names("statutes"),
        judges=names("judges"),
        law_firms=names("law_firms"),
        regulators=names("regulators"),
        events=events,
        amounts=amounts,
    )


def _items(path: Path, fields: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    for item in fields.get(key) or ():
        if not isinstance(item, dict):
            raise GoldError(path, 2, f"{key} must be a list of {{…}}")
        yield item


def _text(value: object) -> str | None:
    """A scalar as written: YAML turns an ISO day into a date and a year into a number."""
    return None if value is None else str(value)
