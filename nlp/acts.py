"""The statute book: every act we know by its names, abbreviations and code sections."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "statutes.json"
# "of 2008", "1988 (Cth)": the year and the jurisdiction belong to the name.
YEAR = r"(?:,? of (?:19|20)\d\d| (?:19|20)\d\d(?!\d|[-/]))?(?: \((?:Cth|NSW|Vic|Qld|WA|SA|Tas|UK)\))?"


@dataclass(frozen=True, slots=True)
class Act:
    """One act; `id` is None where docs/annotation.md gives none, and the act goes by its name."""

    id: str | None
    name: str
    cite: str = ""
    state: str | None = None  # may stand before the name and is not part of it
    aliases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()  # loose names that newspapers invent
    abbreviations: tuple[str, ...] = ()
    weak_abbreviations: tuple[str, ...] = ()  # count only in a document that also has the name
    local_names: tuple[
        str, ...
    ] = ()  # count only in a document that matches `context`: many countries have a "Privacy Act"
    context: str = ""
    codes: tuple[str, ...] = ()  # patterns of its code sections, written without signs: "15 U.S.C. 1681"
    sections: str | None = None  # pattern of its own section numbers; "article" where it has articles
    kind: str = "act"  # or "bill": known so that its name is not marked
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a mention of it stands for: its id, or its name."""
        return self.id or self.name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text names an act: `key` is None for a bill, which holds its place and is never marked."""

    start: int
    end: int
    key: str | None
    id: str | None
    rank: int = 0  # how sure its kind of pattern is; lower is surer

    @property
    def is_code_name(self) -> bool:
        """Whether it is a code as a whole ("Texas Business and Commerce Code") and waits for its section."""
        return self.rank == CODE_NAME


CODE_NAME = 2
UNKNOWN = 3


def place(act: Act, start: int, end: int, rank: int = 0) -> Place:
    """An act of the book at a place."""
    return Place(start, end, None if act.kind == "bill" else act.key, act.id, rank)


def settle(candidates: Iterable[Place]) -> list[Place]:
    """The places that remain where several overlap: the earliest, then the longest, then the surest."""
    kept: list[Place] = []
    for candidate in sorted(candidates, key=lambda p: (p.start, -p.end, p.rank)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


@cache
def acts() -> tuple[Act, ...]:
    """All acts, the narrower names first where two could match."""
    entries: list[dict[str, Any]] = json.loads(DATA.read_text(encoding="utf-8"))["acts"]
    return tuple(_act(**entry) for entry in entries)


def _act(**entry: Any) -> Act:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Act(**fields)


@cache
def by_key() -> dict[str, Act]:
    """Acts by what their mentions stand for."""
    return {act.key: act for act in acts() if act.kind == "act"}


@cache
def _by_name() -> dict[str, Act]:
    found: dict[str, Act] = {}
    for act in acts():
        for alias in act.aliases:
            found.setdefault(squeeze(alias), act)
    return found


def named(name: str) -> Act | None:
    """The act of a name, with or without its year; the first act keeps a name that two share."""
    return _by_name().get(squeeze(name)) or _by_name().get(squeeze(re.sub(YEAR + "$", "", name)))


@cache
def by_abbreviation() -> dict[str, Act]:
    """Acts by abbreviation that is clear on its own."""
    return {short: act for act in acts() for short in act.abbreviations}


@cache
def by_weak_abbreviation() -> dict[str, tuple[Act, ...]]:
    """Acts by abbreviation that needs the name beside it."""
    found: dict[str, list[Act]] = defaultdict(list)
    for act in acts():
        for short in act.weak_abbreviations:
            found[short].append(act)
    return {short: tuple(owners) for short, owners in found.items()}


@cache
def name_pattern() -> str:
    """A pattern of all aliases; names of four words or more are names in any case."""
    aliases = [alias for act in acts() for alias in act.aliases]
    long = _by_first_letter(_flexible(alias) for alias in aliases if _is_long(alias))
    return f"(?:(?i:{long})|{_by_first_letter(_flexible(alias) for alias in aliases if not _is_long(alias))})"


@cache
def abbreviation_pattern() -> str:
    """A pattern of all abbreviations, the weak ones too."""
    return _by_first_letter(re.escape(short) for short in {*by_abbreviation(), *by_weak_abbreviation()})


@cache
def loose_patterns() -> tuple[tuple[re.Pattern[str], Act], ...]:
    """The loose names with their acts."""
    return tuple((re.compile(rf"(?<![\w-])(?:{loose}){YEAR}(?!\w)"), act) for act in acts() for loose in act.patterns)


@cache
def local_names() -> tuple[tuple[re.Pattern[str], re.Pattern[str], Act], ...]:
    """Names that mean an act only in their own country, with what shows the country."""
    return tuple(
        (re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w| (?:of|\d))"), re.compile(act.context), act)
        for act in acts()
        for name in act.local_names
    )


@cache
def _codes() -> tuple[tuple[re.Pattern[str], Act], ...]:
    return tuple((re.compile(rf"(?<![\d.-])(?:{pattern})"), act) for act in acts() for pattern in act.codes)


def of_code(citation: str) -> Act | None:
    """The act that a code citation belongs to: "15 U.S.C. § 1681b" is the Fair Credit Reporting Act."""
    bare = re.sub(r"§+|\b(?:[Ss]ections?|[Pp]arts?|[Cc]hapter)\b|\b[Ss]ecs?\.|\bAnn\.", " ", citation)
    bare = re.sub(r"\bU\.? ?S\.? ?C(?:ode)?\b\.?(?: ?A\.)?", "U.S.C.", bare)
    bare = re.sub(r"\bC\.? ?F\.? ?R\b\.?", "C.F.R.", re.sub(r"Ill\. ?Comp\. ?Stat\.", "ILCS", bare))
    bare = re.sub(r"[\s,]+", " ", bare)
    return next((act for pattern, act in _codes() if pattern.search(bare)), None)


def squeeze(name: str) -> str:
    """A name without case, spaces, stops and "and"."""
    return re.sub(r"\band\b|&|[\W_]+", "", name.lower())


def _is_long(alias: str) -> bool:
    return alias.count(" ") >= 3 and alias.isascii()


def _flexible(alias: str) -> str:
    """A pattern of a name: "&" for "and", hyphen or blank, capital or small link words."""
    pattern = re.escape(alias.replace("’", "'")).replace(r"\ ", " ").replace(r"\-", "[- ]")
    pattern = pattern.replace(" and ", " (?:and|And|&) ")
    return re.sub(r" (of|or|for|to|the|in|on|from) ", lambda link: f" (?:{link[1]}|{link[1].title()}) ", pattern)


def _by_first_letter(patterns: Iterable[str]) -> str:
    """One alternation, split by first letter: the engine then skips most of it at once."""
    groups: dict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        groups[pattern[0]].add(pattern[1:])
    letters = (
        f"{letter}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for letter, rest in sorted(groups.items())
    )
    return f"(?:{'|'.join(letters)})"
