"""Law firms: who acts in the case is marked, who comments, publishes or is sued is not."""

import re
from pathlib import Path

import pytest

from nlp.components.firms import find
from nlp.firm_names import is_short, look

# One article a line, its firms in square brackets as in docs/annotation.md; "|" parts paragraphs.
TEXTS = (Path(__file__).parent / "firm_texts.txt").read_text(encoding="utf-8").splitlines()

NAMES = [
    (
        "Lawyers from Stroud Mallory LLP sued. Stroud Mallory had won before.",
        ["Stroud Mallory LLP", "Stroud Mallory LLP"],
    ),
    (
        "Class counsel at Vey & Orlo P.C. filed the motion. Vey & Orlo seeks fees.",
        ["Vey & Orlo P.C.", "Vey & Orlo P.C."],
    ),
    ("She is represented by Whitlow & Stagg LLP.", ["Whitlow & Stagg LLP"]),
]


def marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """A line's text without its brackets, and where they stood."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]+\])", line.replace(" | ", "\n\n")):
        name = piece.strip("[]") if piece.startswith("[") else None
        if name:
            spans.append((len(text), len(text) + len(name)))
        text += name or piece
    return text, spans


@pytest.mark.parametrize("line", TEXTS)
def test_find(line: str) -> None:
    text, spans = marked(line)
    assert [text[m.start : m.end] for m in find(text)] == [text[a:b] for a, b in spans]
    assert [(m.start, m.end) for m in find(text)] == spans


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert [m.name for m in find(text)] == expected


def test_typographic_quotes_make_no_difference() -> None:
    curly = "The plaintiffs’ attorneys from O’Rourke & Blum LLP filed it."
    assert [m.text for m in find(curly)] == ["O’Rourke & Blum LLP"]


def test_blocked_stretches_hold_no_firm() -> None:
    text = "The case is Doe v. Vey & Orlo LLP, her lawyer said."
    assert find(text, [(12, 33)]) == []


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("Vey & Orlo LLP", 3, 3),
        ("Orlo Law Group", 2, 2),
        ("Stroud Mallory", 1, 1),
        ("Prairie Law Review", 0, 0),
        ("State University", 0, 0),
        ("Family Vision P.C.", 1, 1),
    ],
)
def test_look(name: str, least: int, most: int) -> None:
    assert least <= look(name) <= most


def test_short_forms() -> None:
    assert is_short("Vey", "Vey & Orlo LLP")
    assert not is_short("Orlo", "Vey & Orlo LLP")
    assert not is_short("", "Vey & Orlo LLP")


def test_a_lawyer_named_by_title_is_no_firm() -> None:
    text = "She is represented by attorney Ana Vey, of the firm of Vey & Orlo P.C., in Chicago."
    assert [m.text for m in find(text)] == ["Vey & Orlo P.C."]
