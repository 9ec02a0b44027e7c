"""Which court a name means: our records, the states with their districts, and the names that courts-db gives its ids."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from courts_db import courts as courts_db_courts

DATA = Path(__file__).parent / "data" / "courts.json"
DIRECTIONS = {"northern": "n", "southern": "s", "eastern": "e", "western": "w", "central": "c", "middle": "m"}
ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st", "second 2nd 2d", "third 3rd 3d", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
            "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th", "thirteenth 13th", "fourteenth 14th",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
# Where a federal court of appeals sits: "the San Francisco-based appeals court".
CIRCUIT_SEATS = {
    "Boston": "ca1", "New York": "ca2", "Manhattan": "ca2", "Philadelphia": "ca3", "Richmond": "ca4", "New Orleans": "ca5",
    "Cincinnati": "ca6", "Chicago": "ca7", "St. Louis": "ca8", "San Francisco": "ca9", "Pasadena": "ca9", "Denver": "ca10",
    "Atlanta": "ca11", "Washington": "cadc", "Washington, D.C.": "cadc",
}  # fmt: skip
# Words that say nothing about which court it is.
FILLERS = {"the", "of", "for", "and", "state", "commonwealth", "in", "u", "s", "us", "united", "states"}


@dataclass(frozen=True, slots=True)
class State:
    """A state with its federal districts and its two highest courts."""

    name: str
    postal: str
    abbreviations: tuple[str, ...]
    districts: str  # letters of its districts, "" where it has one
    supreme: str | None
    appeals: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A court of ours: every way to write it; `id` is None where courts-db has none."""

    id: str | None
    name: str
    pattern: str
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@cache
def states() -> dict[str, State]:
    """All states by name."""
    return {
        entry["name"]: State(
            entry["name"],
            entry["postal"],
            tuple(entry["abbreviations"]),
            entry["districts"],
            entry["supreme"],
            entry["appeals"],
        )
        for entry in json.loads(DATA.read_text(encoding="utf-8"))["states"]
    }


@cache
def cities() -> dict[str, str]:
    """The federal district court that sits in a city, by the city's name; "Springfield, Illinois" where the name alone is unclear."""
    seats: dict[str, str] = {}
    for entry in json.loads(DATA.read_text(encoding="utf-8"))["states"]:
        for letter, names in entry["cities"].items():
            for name in names:
                seats[name] = f"{entry['postal']}{letter}d"
    return seats


@cache
def records() -> tuple[Record, ...]:
    """Our own records, in the order of the file."""
    return tuple(
        Record(
            entry["id"],
            entry["name"],
            "|".join(entry["patterns"]),
            tuple(entry["examples"]),
            tuple(entry["not_examples"]),
        )
        for entry in json.loads(DATA.read_text(encoding="utf-8"))["records"]
    )


@cache
def by_abbreviation() -> dict[str, State]:
    """States by name, abbreviation and postal code."""
    found: dict[str, State] = {}
    for state in states().values():
        for key in (state.name, *state.abbreviations, state.postal.upper()):
            found[squeeze(key)] = state
    return found


@cache
def citations() -> dict[str, str]:
    """Ids by citation string without spaces and stops: "illappct"; of courts that still sit."""
    return {squeeze(court["citation_string"]): court["id"] for court in _sitting() if court["citation_string"]}


@cache
def names() -> dict[frozenset[str], str]:
    """Ids by the words of the full name in any order; names that two courts share are left out."""
    found: dict[frozenset[str], str] = {}
    twice: set[frozenset[str]] = set()
    for court in _sitting():
        key = bag(court["name"])
        if key in found:
            twice.add(key)
        found[key] = court["id"]
    return {key: court for key, court in found.items() if key not in twice}


def _sitting() -> list[dict[str, str]]:
    return [
        court
        for court in courts_db_courts
        if court["system"] in ("state", "federal") and not (court["dates"] and court["dates"][-1].get("end"))
    ]


def squeeze(text: str) -> str:
    """The letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def bag(name: str) -> frozenset[str]:
    """The telling words of a court's name."""
    words = re.findall(r"\w+", name.lower().replace("’", "'").replace("'s", ""))
    return frozenset({"courts": "court", "appeals": "appeal"}.get(word, word) for word in words) - FILLERS


def district(direction: str | None, state: State) -> str | None:
    """The id of a federal district, None where the state has no such district."""
    if direction is None:
        return None if state.districts else f"{state.postal}d"
    letter = DIRECTIONS.get(direction.lower(), direction[0].lower())
    return f"{state.postal}{letter}d" if letter in state.districts else None


def circuit(ordinal: str) -> str | None:
    """The id of a federal court of appeals by its ordinal."""
    word = ordinal.lower().replace(".", "")
    if word in ("dc", "federal", "fed"):
        return "cafc" if word.startswith("f") else "cadc"
    number = ORDINALS.get(word)
    return f"ca{number}" if number and number <= 11 else None
