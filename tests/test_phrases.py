"""Walks the phrase data: every record finds its examples, fills its slots as they say, and no others."""

import re

import pytest

from nlp.mask import Mark, Masked, mask
from nlp.phrases import Phrase, hits, load

MARK = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")
FILES = ("roles.json", "events.json", "filings.json", "amounts.json")
PHRASES = [(file, phrase) for file in FILES for phrase in load(file)]


def read(example: str) -> tuple[Masked, dict[str, set[str]]]:
    """An example's masked text, and the names it shows for each slot: `[Acme](organisation D)`, `[Rome](place)`."""
    text, at = "", 0
    marks: list[Mark] = []
    expected: dict[str, set[str]] = {}
    for match in MARK.finditer(example):
        text += example[at : match.start()]
        words = match[2].split()
        kind = next((w for w in words if w.islower()), "name")
        marks.append(Mark(len(text), len(text) + len(match[1]), kind))
        for slot in (w for w in words if w.isupper()):
            expected.setdefault(slot, set()).add(match[1])
        text += match[1]
        at = match.end()
    text += example[at:]
    return mask(text, 0, len(text), marks), expected


def filled(phrase: Phrase, example: str) -> dict[str, set[str]]:
    masked, _ = read(example)
    names: dict[str, set[str]] = {}
    source = MARK.sub(lambda m: m[1], example)
    for hit in hits((phrase,), masked):
        for slot, marks in hit.filled.items():
            names.setdefault(slot, set()).update(source[m.start : m.end] for m in marks)
    return names


@pytest.mark.parametrize(("file", "phrase"), PHRASES, ids=[f"{file}:{phrase.id}" for file, phrase in PHRASES])
def test_examples(file: str, phrase: Phrase) -> None:
    assert phrase.examples, file
    for example in phrase.examples:
        masked, expected = read(example)
        assert any(True for _ in hits((phrase,), masked)), example
        assert filled(phrase, example).items() >= expected.items(), example
    for example in phrase.not_examples:
        assert not any(filled(phrase, example).values()), example
