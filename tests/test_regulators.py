import json
from importlib import resources

import pytest

from nlp.agencies import agencies
from nlp.components.regulators import find

TEXTS = [
    (
        "The Dutch Data Protection Authority (AP) fined Bolt; the AP said so.",
        ["Dutch Data Protection Authority", "AP", "AP"],
    ),
    ("The AP reported the suit.", []),
    ("The Swedish DPA fined a school.", ["Swedish DPA"]),
    ("The Irish Data Protection Commission and the DPC's staff.", ["Irish Data Protection Commission", "DPC"]),
    ("Ireland’s Data Protection Commission opened it.", ["Data Protection Commission"]),
    ("The U.K. Information Commissioner’s Office fined it.", ["Information Commissioner’s Office"]),
    ("Information Commissioner Ann Orlo spoke.", []),
    ("Privacy Commissioner Ann Orlo of Canada spoke.", []),
    ("The Office of the Privacy Commissioner of Canada found it.", ["Office of the Privacy Commissioner of Canada"]),
    ("The FTC and the F.T.C.'s staff.", ["FTC", "F.T.C."]),
    ("An FTC-approved plan.", ["FTC"]),
    ("The Office of the Ohio Attorney General asked.", ["Office of the Ohio Attorney General"]),
    ("The Texas Attorney General's Office asked.", ["Texas Attorney General's Office"]),
    ("Texas Attorney General Ann Orlo asked.", []),
    ("The data protection authority fined it.", []),
    ("Its Privacy Board met.", []),
    (
        "The Kenyan Data Protection Commission (KDPC) spoke. KDPC staff left.",
        ["Kenyan Data Protection Commission", "KDPC", "KDPC"],
    ),
    ("The SEC asked.", []),
    ("The Irish DPC fined it, Ireland’s DPC said.", ["DPC", "DPC"]),
    ("Two DPC pumps failed.", []),
    ("Privacy Commissioner of Canada Denis Marlow spoke.", []),
    ("Data Protection Ombudsman Anna Laine agreed.", []),
    ("The Information Commissioner appealed.", ["Information Commissioner"]),
    (
        "The LDI NRW and the Hessian Data Protection Commissioner met.",
        ["LDI NRW", "Hessian Data Protection Commissioner"],
    ),
    ("The Securities and Exchange Commission asked; the SEC waits.", ["Securities and Exchange Commission", "SEC"]),
]

NAMES = [
    ("The AEPD fined it.", "Spanish Data Protection Agency"),
    ("The Italian Garante fined it.", "Garante"),
    ("Norway's watchdog, Datatilsynet, spoke in Norway.", "Norwegian Data Protection Authority"),
    ("Denmark's watchdog, Datatilsynet, spoke.", "Danish Data Protection Agency"),
    ("The Ohio Attorney General’s office asked.", "Office of the Ohio Attorney General"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_find(text: str, expected: list[str]) -> None:
    found = find(text)
    assert [m.text for m in found] == expected
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_usual_names(text: str, name: str) -> None:
    assert name in [m.name for m in find(text)]


def test_every_record_finds_its_examples_only() -> None:
    for agency in agencies():
        for example in agency.examples:
            assert any(m.name.endswith(agency.name) for m in find(example)), (agency.name, example)
        for example in agency.not_examples:
            assert not find(example), (agency.name, example)


def test_records_are_sorted() -> None:
    content = json.loads(resources.files("nlp.data").joinpath("agencies.json").read_text(encoding="utf-8"))
    names = [record["name"] for record in content["agencies"]]
    assert names == sorted(set(names), key=str.casefold)
