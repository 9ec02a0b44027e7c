"""The book of courts: our records, the states with their districts, and the names under which courts-db has its ids."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from courts_db import courts as courts_db_courts

DATA = Path(__file__).parent / "data" / "courts.json"
LETTERS = {"northern": "n", "southern": "s", "eastern": "e", "western": "w", "central": "c", "middle": "m"}
ORDINALS = {
    spelling: number
    for number, spellings in enumerate(
        (
            *("first 1st", "second 2nd 2d", "third 3rd 3d", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th"),
            *("eighth 8th", "ninth 9th", "tenth 10th", "eleventh 11th"),
        ),
        start=1,
    )
    for spelling in spellings.split()
}
# Words that say nothing about which court it is.
FILLERS = {"the", "of", "for", "and", "state", "commonwealth", "in"}


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
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data


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
        for entry in _data()["states"]
    }


@cache
def district_seats() -> dict[str, str]:
    """Federal district courts by the cities where they sit: "Chicago", "Springfield, Illinois"."""
    return {
        city: f"{entry['postal']}{letter}d"
        for entry in _data()["states"]
        for letter, cities in entry["cities"].items()
        for city in cities
    }


@cache
def circuit_seats() -> dict[str, str]:
    """Federal courts of appeals by the city where they sit."""
    return dict(_data()["circuit_seats"])


@cache
def state_court_seats() -> dict[str, str]:
    """State trial courts by the place that news calls them by."""
    boroughs = {borough: new_york_counties()[borough] for borough in _data()["boroughs"]}
    return {**_data()["state_court_seats"], **boroughs}


@cache
def new_york_counties() -> dict[str, str]:
    """The Supreme Courts of New York by county, "Kings County", and by borough, "Brooklyn"."""
    name = re.compile(r"(?:New York )?Supreme Court,? (.+?)(?: County)?(?: (?:Special|General) Term)?")
    matches = ((name.fullmatch(court["name"]), court["id"]) for court in courts_db_courts)
    counties = {match[1]: id for match, id in matches if match and id.startswith("nysupct")}
    boroughs = {borough: counties[county] for borough, county in _data()["boroughs"].items()}
    return {f"{county} County": id for county, id in counties.items()} | boroughs


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
        for entry in _data()["records"]
    )


@cache
def by_abbreviation() -> dict[str, State]:
    """States by squeezed name, abbreviation and postal code."""
    return {
        squeeze(key): state for state in states().values() for key in (state.name, *state.abbreviations, state.postal)
    }


@cache
def citations() -> dict[str, str]:
    """Ids by squeezed citation string, of courts that still sit: "illappct"."""
    return {squeeze(court["citation_string"]): court["id"] for court in _sitting() if court["citation_string"]}


@cache
def names() -> dict[frozenset[str], str]:
    """Ids by the telling words of a name, in any order; names that two courts share are left out."""
    found: dict[frozenset[str], str] = {}
    shared: set[frozenset[str]] = set()
    for court in _sitting():
        words = telling(court["name"])
        if words in found:
            shared.add(words)
        found[words] = court["id"]
    return {words: court for words, court in found.items() if words not in shared}


@cache
def locations() -> dict[str, str]:
    """The state of each court, by id."""
    return {court["id"]: court["location"] for court in courts_db_courts}


@cache
def ids() -> frozenset[str]:
    """Every id of courts-db."""
    return frozenset(court["id"] for court in courts_db_courts)


def _sitting() -> Iterator[dict[str, str]]:
    for court in courts_db_courts:
        if court["system"] in ("state", "federal") and not (court["dates"] and court["dates"][-1].get("end")):
            yield court


def squeeze(text: str) -> str:
    """The letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


def telling(name: str) -> frozenset[str]:
    """The words of a court's name that tell it from others."""
    words = re.findall(r"\w+", name.lower().replace("'s", ""))
    return frozenset({"courts": "court", "appeals": "appeal"}.get(word, word) for word in words) - FILLERS


def district(direction: str | None, state: State, *, bankruptcy: bool = False) -> str | None:
    """The id of a federal trial court, None where the state has no such district."""
    letter = LETTERS.get(direction.lower(), direction[0].lower()) if direction else ""
    known = letter in state.districts if letter else not state.districts
    court = f"{state.postal}{letter}{'b' if bankruptcy else 'd'}"
    return court if known and court in ids() else None


def circuit(ordinal: str) -> str | None:
    """The id of a federal court of appeals by its ordinal."""
    word = ordinal.lower().replace(".", "")
    if word in ("dc", "federal"):
        return "cadc" if word == "dc" else "cafc"
    return f"ca{ORDINALS[word]}" if word in ORDINALS else None


@cache
def _titles() -> dict[str, str]:
    known = {court["id"]: court["name"] for court in courts_db_courts}
    return known | {record.id: record.name for record in records() if record.id}


def title(court: str) -> str:
    """The full name behind a court's id; a court without an id goes by its name already."""
    return _titles().get(court, court)
