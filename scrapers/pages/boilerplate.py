"""The phrases that frame an article on its page, as data: which line is never part of one, and what it starts."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# What a rule's line does to the text around it.
KINDS = (
    "line",  # goes, wherever it stands
    "edge",  # goes before the first or after the last paragraph of prose; between them it may be a subheading
    "list",  # goes with the titles listed under it; the article may go on below
    "tail",  # goes, and the page's furniture starts: nothing of the article follows
    "comments",  # goes, and what follows is prose by readers
)
# No phrase is longer; a real paragraph that begins like one mostly is.
MAX_LINE = 400
# Bullets and brackets that sites put around their own links.
WRAPPED = re.compile(r"[•·►▶*➤→] {0,2}(.+)|\[(.+)\]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase that frames articles: `pattern` fits the whole line, whatever its case."""

    id: str
    kind: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of boilerplate.json, in its order."""
    records = json.loads(Path(__file__).with_name("boilerplate.json").read_text(encoding="utf-8"))
    return tuple(
        Rule(r["id"], r["kind"], re.compile(r["pattern"], re.I), tuple(r["examples"]), tuple(r["not_examples"]))
        for r in records
    )


def rule(line: str) -> Rule | None:
    """The first rule that the whole of a tidy line fits."""
    if len(line) > MAX_LINE:
        return None
    if wrapped := WRAPPED.fullmatch(line):
        line = (wrapped[1] or wrapped[2]).strip()
    return next((r for r in rules() if r.pattern.fullmatch(line)), None)
