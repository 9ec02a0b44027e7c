"""Patterns over masked text, as data: each is a pattern of words and slots, with what it must and must not find.

    {P} {D} {X}     names of a plaintiff, a defendant, a bystander: one name or a list ("A, B and C"), each with words
                    before it ("the gym chain A"); {R} a list of regulators
    {P+} {D+}       the same, where a place or a regulator can play the part too ("Texas sued A")
    {money} …       one thing of that kind of `nlp.mask`
    {gap}           an aside between a name and its verb ("A, the parent company of B, has agreed")
    {active}        auxiliaries and adverbs of an active verb ("has also"); {passive} "has also been"; {aux} either
    {mods} {near}   up to seven words, or up to ninety characters, without a party's name; {far} may hold names
    {word}          a word class of the file that the record comes from ({suit}, {filed}, …)

A space in a pattern is any single space. Patterns ignore case, because headlines are in Title Case.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .mask import KINDS, SIGNS, Mark, Masked

NAMES = "".join(SIGNS[kind] for kind in ("government", "organisation", "person", "name"))
WIDE = NAMES + SIGNS["place"] + SIGNS["regulator"]

# Words that end a description: "against the maker of A" says nothing of A, "against gym chain A" does.
STOP = (
    "by|of|to|in|on|for|from|with|without|that|which|who|whom|whose|and|or|but|nor|against|over|under|after|before|when|"
    "while|as|at|if|is|was|were|are|be|been|has|have|had|will|would|could|can|may|not|says|said|saying|alleging|claiming|"
    "accusing|arguing|seeking|citing|calling|asking|because|since|where|he|she|they|it|like|than|through|during|"
    "between|into|about|using|via|said|told|did|does|do|among|sued|sues|suing|filed|agreed|argued|alleges|claims|"
    "similar|including|such"
)
DESCRIPTION = rf"(?:(?!(?:{STOP})\b)[a-z0-9{SIGNS['place']}][\w'&.\-]* ){{0,7}}"
# "by a nurse, A" and "by two customers, A and B": what the list is of comes first.
HERALD = (
    r"(?:(?:(?:an?|its|his|her|their|two|three|four|five|six|seven|several|former|local|\d+) [\w'\- ]{2,60}"
    r"(?:, including|, namely|, identified as| named| called|,|:| –| —) )"
    r"|(?:the [\w'\- ]{2,60}(?: named| called| –| —) ))?"
)
PARENTHESIS = r"(?: \([^()]{1,80}\))?"
AND = (
    r"(?:,? and|,? &|,? or|,? as well as|,? along with|,? together with|, alongside)(?: also)?(?: against)?"
    rf"(?: its [a-z0-9\- {SIGNS['place']}]{{0,40}}?,?)?"
)
GAP = (
    r"(?:,? \([^()]{1,80}\))?"
    r"(?:,(?! and\b| who said) [^,;:()]{1,100}(?:,[^,;:()]{1,70}){0,2},| [-–—] [^–—]{1,100} [-–—]|,)?"
)
ADVERBS = (
    "also|now|recently|allegedly|reportedly|then|later|first|already|jointly|separately|formally|again|finally|so far|"
    "each|both|likewise|similarly|still|previously|unlawfully|illegally|improperly|knowingly|repeatedly|wrongly|"
    "wrongfully|secretly|quietly|today"
)
# What may stand between a noun and its preposition: "a suit [filed in Chicago in May] against A".
SIGNS_OF_VALUES = "".join(sign for sign in SIGNS.values() if sign not in WIDE) + SIGNS["place"] + SIGNS["regulator"]
MODIFIERS = rf"(?:[\w'\-/,&.\"{SIGNS_OF_VALUES}]+ ){{0,7}}?"
NEAR = rf"(?:[^.;:{NAMES}]|\.(?! )){{0,90}}?"
FAR = r"(?:[^.;:]|\.(?! )){0,90}?"
ACTIVE = rf"(?: (?:has|have|had|having|will|would|could|did|does|not|{ADVERBS})){{0,4}}"
PASSIVE = (
    rf"(?: (?:has|have|had|will|would|could|{ADVERBS})){{0,3}} (?:is|are|was|were|been|being|be|got|gets)"
    rf"(?: (?:{ADVERBS}|being|among those)){{0,2}}"
)
AUX = rf"(?:{PASSIVE}|{ACTIVE})"


OWNED = r"(?:(?:'s?)? (?:parent|owner|maker|operator|unit|subsidiary|affiliate)(?: company)?,? |'s? )"


def _names(signs: str, described: bool) -> str:
    # "Facebook parent A", "B's A": the last name is the one meant.
    head = rf"[{signs}](?:{OWNED}[{signs}])?{PARENTHESIS}"
    item = DESCRIPTION + head
    first = HERALD + item if described else head
    # "A, where she worked, and B"
    clause = r"(?:, (?:where|which|who|whose|an?|the|its) [^,;:()]{1,70})?"
    return rf"{first}(?:(?:, {item}){{0,14}}{clause}{AND} {item})?"


def _slots() -> dict[str, str]:
    slots = {kind: f"[{SIGNS[kind]}]" for kind in KINDS}
    return slots | {
        "gap": GAP,
        "aux": AUX,
        "active": ACTIVE,
        "passive": PASSIVE,
        "mods": MODIFIERS,
        "near": NEAR,
        "far": FAR,
        "any": f"[{NAMES}]",
        "wide": f"[{WIDE}]",
    }


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern with what a hit of it says and how much that weighs."""

    id: str
    says: str
    weight: float
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its place in the masked text and the marks that fill each of its role slots."""

    phrase: Phrase
    start: int
    end: int
    filled: Mapping[str, tuple[Mark, ...]]
    leads: bool  # a role slot opens the phrase: its names are the subject


def compiled(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression of a record's pattern, its slots and word classes filled in."""
    count = 0

    def fill(match: re.Match[str]) -> str:
        nonlocal count
        slot = match[1]
        if slot[0] in "PDRX" and slot.rstrip("+") in "PDRX":
            count += 1
            # A list at the start of a pattern begins with its first name: the engine leaps from name to name.
            described = match.start() > 0
            signs = SIGNS["regulator"] if slot == "R" else WIDE if slot.endswith("+") else NAMES
            return f"(?P<{slot[0]}{count}>{_names(signs, described)})"
        if slot in words:
            return f"(?:{SLOT.sub(fill, words[slot])})"
        return _slots()[slot]

    return re.compile(SLOT.sub(fill, pattern), re.IGNORECASE)


SLOT = re.compile(r"\{([A-Za-z_]+\+?)\}")


def load(name: str) -> tuple[Phrase, ...]:
    """The phrases of a data file, in its order."""
    content = json.loads(resources.files("nlp.data").joinpath(name).read_text(encoding="utf-8"))
    return tuple(
        Phrase(
            record["id"],
            record.get("says", ""),
            record["weight"],
            compiled(record["pattern"], content.get("words", {})),
            tuple(record["examples"]),
            tuple(record.get("not_examples", ())),
        )
        for record in content["phrases"]
    )


@cache
def names_list() -> re.Pattern[str]:
    """The pattern of two or more names in a list: "A, B and C", "A and the retailer B"."""
    item = rf"(?:the )?{DESCRIPTION}[{NAMES}]{PARENTHESIS}"
    return re.compile(rf"[{NAMES}]{PARENTHESIS}(?:, {item}){{0,14}}{AND} {item}", re.IGNORECASE)


def heads(masked: Masked, start: int, end: int) -> tuple[Mark, ...]:
    """The names that a filled slot is about: of "Facebook parent A" and "B's A" only A."""
    positions = [i for i in range(start, end) if i in masked.marks and masked.text[i] in WIDE]
    kept = []
    for i, position in enumerate(positions):
        between = masked.text[position + 1 : positions[i + 1]] if i + 1 < len(positions) else ""
        owner = re.fullmatch(OWNED, between, re.IGNORECASE)
        # "the Chicago developer A": a place before other words describes.
        describes = masked.marks[position].kind == "place" and re.match(r"[-\s][a-z]", masked.text[position + 1 : end])
        if not owner and not describes:
            kept.append(masked.marks[position])
    return tuple(kept)


def hits(phrases: tuple[Phrase, ...], masked: Masked) -> Iterator[Hit]:
    """Every place where one of the phrases occurs, phrase by phrase."""
    for phrase in phrases:
        for match in phrase.pattern.finditer(masked.text):
            filled: dict[str, tuple[Mark, ...]] = {}
            for group, value in match.groupdict().items():
                if value is not None:
                    role = group[0]
                    filled[role] = filled.get(role, ()) + heads(masked, *match.span(group))
            leads = any(match.start(group) == match.start() for group in match.groupdict())
            yield Hit(phrase, match.start(), match.end(), filled, leads)
