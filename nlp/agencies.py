"""The agencies that regulate privacy, as data: every name and abbreviation they go by."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency with its usual name."""

    name: str
    country: str
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]
    weak_abbreviations: tuple[str, ...]  # these mean other things too: only beside the agency's name
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies, in the order of the file."""
    return tuple(
        Agency(
            record["name"],
            record["country"],
            tuple(record["aliases"]),
            tuple(record.get("abbreviations", ())),
            tuple(record.get("weak_abbreviations", ())),
            tuple(record["examples"]),
            tuple(record["not_examples"]),
        )
        for record in _content()["agencies"]
    )


@cache
def countries_by_adjective() -> dict[str, str]:
    """The country of an adjective: "Dutch" is of the Netherlands."""
    return dict(_content()["nationalities"])


@cache
def authority_of(country: str) -> str | None:
    """The usual name of the country's data protection authority; None where we know none or several."""
    named = [a.name for a in agencies() if a.country == country]
    return named[0] if len(named) == 1 else None


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resources.files("nlp.data").joinpath("agencies.json").read_text("utf-8"))
    return content
