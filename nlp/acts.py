"""The statute book: every act we know by its names, abbreviations and code sections."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "statutes.json"


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
    codes: tuple[str, ...] = ()  # patterns of its code sections, written without signs: "15 U.S.C. 1681"
    sections: str | None = None  # pattern of its own section numbers; "article" where it has articles
    kind: str = "act"  # or "bill": known so that its name is not marked
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a mention of it stands for: its id, or its name."""
        return self.id or self.name


@cache
def acts() -> tuple[Act, ...]:
    """All acts, the narrower names first where two could match."""
    entries = json.loads(DATA.read_text(encoding="utf-8"))["acts"]
    return tuple(Act(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}) for entry in entries)


@cache
def by_name() -> dict[str, Act]:
    """Acts by squeezed alias; the first act keeps a name that two share."""
    found: dict[str, Act] = {}
    for act in acts():
        for alias in act.aliases:
            found.setdefault(squeeze(alias), act)
    return found


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
    """A pattern of all aliases, longest first."""
    return _by_first_letter(_flexible(alias) for act in acts() for alias in act.aliases if not _is_long(alias))


@cache
def long_name_pattern() -> str:
    """A pattern of the aliases that are names in any case: four words or more."""
    return _by_first_letter(_flexible(alias) for act in acts() for alias in act.aliases if _is_long(alias))


@cache
def abbreviation_pattern() -> str:
    """A pattern of all abbreviations, the weak ones too."""
    return _by_first_letter(re.escape(short) for short in {*by_abbreviation(), *by_weak_abbreviation()})


@cache
def loose_patterns() -> tuple[tuple[re.Pattern[str], Act], ...]:
    """The loose names with their acts."""
    return tuple((re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), act) for act in acts() for pattern in act.patterns)


@cache
def code_patterns() -> tuple[tuple[re.Pattern[str], Act], ...]:
    """The code sections with their acts."""
    return tuple((re.compile(rf"(?<![\d.-]){pattern}"), act) for act in acts() for pattern in act.codes)


def squeeze(name: str) -> str:
    """A name without case, spaces, stops and "and"."""
    return re.sub(r"\band\b|&|[\W_]+", "", name.replace("&", "and").lower())


def of_code(citation: str) -> Act | None:
    """The act that a code citation belongs to: "15 U.S.C. § 1681b" is the Fair Credit Reporting Act."""
    bare = re.sub(r"(?:§+|\b[Ss]ections?\b|\b[Ss]ecs?\.|\b[Pp]arts?\b|\b[Cc]hapter\b|\bAnn\.)", " ", citation)
    bare = re.sub(r"\bU\.? ?S\.? ?C(?:ode)?\b\.?(?: ?A\.)?|\bU\.S\. Code", "U.S.C.", bare)
    bare = re.sub(r"\bC\.? ?F\.? ?R\b\.?", "C.F.R.", re.sub(r"Ill\. ?Comp\. ?Stat\.", "ILCS", bare))
    bare = re.sub(r"[\s,]+", " ", bare)
    return next((act for pattern, act in code_patterns() if pattern.search(bare)), None)


def _is_long(alias: str) -> bool:
    return alias.count(" ") >= 3 and alias.isascii()


def _flexible(alias: str) -> str:
    """A pattern of a name: "&" for "and", hyphen or blank, capital or small link words."""
    pattern = re.escape(alias.replace("’", "'")).replace(r"\ ", " ").replace(r"\-", "[- ]")
    pattern = re.sub(r" and ", " (?:and|And|&) ", pattern)
    return re.sub(r" (of|or|for|to|the|in|on|from) ", lambda m: f" (?:{m[1]}|{m[1].title()}) ", pattern)


def _by_first_letter(patterns: Iterable[str]) -> str:
    """One alternation, split by first letter: the engine then skips most of it at once."""
    groups: dict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        groups[pattern[0]].add(pattern[1:])
    return "(?:" + "|".join(
        letter + "(?:" + "|".join(sorted(rest, key=len, reverse=True)) + ")" for letter, rest in sorted(groups.items())
    ) + ")"


@cache
def by_key() -> dict[str, Act]:
    """Acts by what a mention of them stands for."""
    return {act.key: act for act in acts()}
