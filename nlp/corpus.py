"""The corpus that the tagger learns from: annotated articles in a folder per register, with marks for bystanders too.

Run as a program it checks the marks and the record of files or folders: `python -m nlp.corpus PATH...`.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from courts_db import courts

from .acts import acts
from .components.courts import find as find_courts
from .facts import LABELS
from .gold import RECORD_FIELDS, GoldArticle, GoldError, read
from .tagger import BYSTANDERS, PARTS

FOLDER = Path(__file__).with_name("project") / "corpus"

# The labels of a mention, and what the tagger must not take for a party.
CORPUS_LABELS = (*LABELS, *BYSTANDERS)

COURT_IDS = {court["id"] for court in courts} | {"ilcircookc"}
STATUTE_IDS = {act.id for act in acts()}
WORDS = range(100, 601)
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
# What must stand in a mark wherever it stands.
ALWAYS = re.compile(r"\b(?:BIPA|GDPR|CCPA|CUBI|COPPA|FCRA|PIPEDA|LGPD|\d+ ILCS \d+)\b|[$€£]\d[\d,.]*")
CAPTION = re.compile(r"\bv(?:s|\.)|\bIn re\b|\bMatter of\b|\bex rel|\bRe\b|\bc\. | v ", re.IGNORECASE)
TITLE = re.compile(r"(?:Judge|Justice|Mr|Mrs|Ms|Dr|Attorney General|Plaintiff|Professor|Prof)\b")
ARTICLE = re.compile(r"(?:the|a|an) ")


def problems(article: GoldArticle) -> Iterator[str]:
    """What is wrong with an article's marks and record, each in one line."""
    yield from _length(article)
    yield from _marks(article)
    yield from _unmarked(article)
    yield from _record(article)


def _length(article: GoldArticle) -> Iterator[str]:
    words = len(article.text.split())
    if words not in WORDS:
        yield f"{words} words"


def _marks(article: GoldArticle) -> Iterator[str]:
    for mention in article.mentions:
        text = mention.text
        if text != text.strip(" ,;") or (re.search(r"['’]s?$", text) and mention.label not in PARTS):
            yield f"mark with a comma, blank or possessive at its end: {text!r}"
        if mention.label in PARTS and (TITLE.match(text) or ARTICLE.match(text)):
            yield f"a title or article inside the mark: {text!r}"
        if mention.label == "CASE" and not CAPTION.search(text):
            yield f"CASE is no caption: {text!r}"
        if mention.label == "MONEY" and not re.search(r"\d|illion|thousand|hundred", text):
            yield f"MONEY without an amount: {text!r}"
        if re.match(r"\w", article.text[mention.end : mention.end + 1]):
            yield f"the mark ends inside a word: {text!r}"


def _unmarked(article: GoldArticle) -> Iterator[str]:
    """Names marked in one place and bare in another; acts and amounts without a mark."""
    covered = {i for m in article.mentions for i in range(m.start, m.end)}
    for form in sorted({m.text for m in article.mentions if m.label not in ("MONEY", "CASE", "COURT")}):
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", article.text):
            if match.start() not in covered:
                yield f"bare {form!r} in {article.text[max(0, match.start() - 25) : match.end() + 15]!r}"
    for match in ALWAYS.finditer(article.text):
        if match.start() not in covered:
            yield f"bare {match[0]!r} in {article.text[max(0, match.start() - 25) : match.end() + 15]!r}"


def _record(article: GoldArticle) -> Iterator[str]:
    record = article.record
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        forms[mention.label].add(mention.text)
    captions = " ".join(forms["CASE"])
    for label, field in RECORD_FIELDS.items():
        names = [name for name in getattr(record, field) if name not in forms[label] and name not in captions]
        yield from (f"{name!r} is no {label} of the text" for name in names)
    if record.docket and record.docket not in forms["DOCKET"]:
        yield f"docket {record.docket!r} is not marked"
    if bool(record.statutes) != bool(forms["STATUTE"]):
        yield "statutes and STATUTE marks do not agree"
    yield from (f"no such statute id: {s!r}" for s in record.statutes if s not in STATUTE_IDS and s == s.lower())
    yield from (f"no such court id: {c!r}" for c in record.courts if c not in COURT_IDS and " " not in c)
    named = [(c, find_courts(c)) for c in record.courts if " " in c]
    yield from (f"{c!r} has the id {found[0].id}" for c, found in named if found and found[0].id)
    dates = [record.filed, *(event.date for event in record.events)]
    yield from (f"not an ISO date: {d!r}" for d in dates if d and not ISO.fullmatch(d))
    if record.published and record.filed and record.filed[:10] > record.published:
        yield "filed after it was published"
    if record.amounts and not forms["MONEY"]:
        yield "amounts without a MONEY mark"


def main(arguments: Sequence[str]) -> int:
    """Prints every problem of the given files and folders; 1 if there is one."""
    given = [Path(argument) for argument in arguments] or [FOLDER]
    paths = [p for a in given for p in (sorted(a.rglob("*.md")) if a.is_dir() else [a])]
    found = 0
    for path in paths:
        try:
            lines = [f"{path}: {problem}" for problem in problems(read(path, CORPUS_LABELS))]
        except GoldError as error:
            lines = [str(error)]
        found += len(lines)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.write(f"{len(paths)} articles, {found} problems\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
