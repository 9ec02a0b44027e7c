import pytest

from nlp.entities import base, gather, initials, is_short, same_person, surname
from nlp.mask import Mark


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Quillmark Homes, Inc.", "quillmark homes"),
        ("The Quillmark Homes LLC", "quillmark homes"),
        ("Quillmark’s", "quillmark"),
        ("Harvey Stone Jr.", "harvey stone"),
        ("Holdings Group", "holdings"),
        ("Ada Berg-Sorensen", "ada berg-sorensen"),
    ],
)
def test_base(name: str, expected: str) -> None:
    assert base(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada Berg", "berg"), ("Luis de la Cruz", "de la cruz"), ("Pieter van den Berg Jr.", "van den berg")],
)
def test_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Quillmark", "Quillmark Homes, Inc.", True),
        ("CLLI", "Civil Liberties League of Illinois", True),
        ("Larkspur", "Church of Larkspur", True),
        ("University", "University of Larkspur", False),
        ("United", "United Grain Holdings", False),
        ("Quillmark", "Quillmark Photos", False),
        ("Quillmark Homes", "Quillmark", False),
    ],
)
def test_is_short(short: str, full: str, expected: bool) -> None:
    assert is_short(short, full) is expected


def test_initials_leave_the_legal_form_out() -> None:
    assert initials("Larkspur Grain Works, Inc.") == "lgw"


def test_same_person() -> None:
    assert same_person("Ada M. Berg", "Ada Berg")
    assert not same_person("Ada Berg", "Nils Berg")
    assert not same_person("Berg", "Ada Berg")


def entities(text: str, *names: tuple[str, str]) -> list[set[str]]:
    """The groups of forms that the names, each found at its next place in the text, are joined into."""
    marks, at = [], 0
    for name, kind in names:
        at = text.index(name, at)
        marks.append(Mark(at, at + len(name), kind))
        at += len(name)
    return [set(entity.forms) for entity in gather(text, marks)]


def test_short_names_follow_the_last_full_name() -> None:
    text = "Ada Berg sued. Berg scanned a thumb. Nils Berg joined. Berg left."
    names = [("Ada Berg", "person"), ("Berg", "name"), ("Nils Berg", "person"), ("Berg", "name")]
    assert {"Ada Berg", "Berg"} in entities(text, *names)
    assert {"Nils Berg"} in entities(text, *names)


@pytest.mark.parametrize(
    "between",
    [", formerly ", " (formerly known as ", ", doing business as ", ", which used to be called ", ", trading as "],
)
def test_names_said_to_be_one(between: str) -> None:
    text = f"Quillmark{between}Larkspur was sued."
    assert entities(text, ("Quillmark", "name"), ("Larkspur", "name")) == [{"Quillmark", "Larkspur"}]


def test_defined_short_form() -> None:
    text = "Quillmark Homes, Inc. (“QMH”) was sued."
    assert entities(text, ("Quillmark Homes, Inc.", "organisation"), ("QMH", "name")) == [
        {"Quillmark Homes, Inc.", "QMH"}
    ]


def test_two_companies_of_one_group_stay_two() -> None:
    text = "Fernbeck Holdings, Inc. and Fernbeck Clubs LLC settled."
    marks = [("Fernbeck Holdings, Inc.", "organisation"), ("Fernbeck Clubs LLC", "organisation")]
    assert entities(text, *marks) == [{"Fernbeck Holdings, Inc."}, {"Fernbeck Clubs LLC"}]
