"""Articles under other names: marks stay exact, names change alike everywhere, public bodies keep theirs."""

from pathlib import Path

import pytest

from nlp.gold import GoldArticle, read
from nlp.training.swap import is_person, swapped

TEXT = """---
id: sample
published: 2024-05-08
case: Okafor v. Brightmere Logistics
plaintiffs: [Denise Okafor]
defendants: ["Brightmere Logistics, Inc."]
courts: [ilnd]
statutes: [bipa]
judges: [Ana Orlo]
law_firms: []
regulators: [Federal Trade Commission]
---
# [Brightmere](DEFENDANT) sued over thumb scans

[Denise Okafor](PLAINTIFF) sued [Brightmere Logistics, Inc.](DEFENDANT) ("[BL](DEFENDANT)") in Chicago. The
case is [Okafor v. Brightmere Logistics](CASE). [Okafor](PLAINTIFF)'s lawyer told Judge [Ana Orlo](JUDGE) of the
[Illinois Supreme Court](COURT) that the [Federal Trade Commission](REGULATOR) and the [City of Joliet](OTHER_ORG) knew.
"""


@pytest.fixture
def article(tmp_path: Path) -> GoldArticle:
    path = tmp_path / "sample.md"
    path.write_text(TEXT, encoding="utf-8")
    return read(path, ("DEFENDANT", "PLAINTIFF", "CASE", "JUDGE", "COURT", "REGULATOR", "OTHER_ORG"))


def test_names_change_alike_everywhere(article: GoldArticle) -> None:
    new = swapped(article, 1)
    short, full, surname, company = (
        next(m.text for m in new.mentions[at:] if m.label == label)
        for at, label in ((0, "DEFENDANT"), (1, "PLAINTIFF"), (5, "PLAINTIFF"), (2, "DEFENDANT"))
    )
    assert full != "Denise Okafor"
    assert full.endswith(surname)
    assert company.startswith(short)
    assert company.endswith(" Logistics, Inc.")
    assert short != "Brightmere"
    assert f"{surname} v. {short} Logistics" in new.text
    assert new.record.plaintiffs == (full,)
    assert new.record.defendants == (company,)


def test_marks_stay_exact(article: GoldArticle) -> None:
    for seed in range(20):
        new = swapped(article, seed)
        assert all(new.text[m.start : m.end] == m.text for m in new.mentions)
        assert [m.label for m in new.mentions] == [m.label for m in article.mentions]


def test_public_bodies_keep_their_names(article: GoldArticle) -> None:
    kept = {m.text for m in swapped(article, 1).mentions if m.label in ("COURT", "REGULATOR", "OTHER_ORG")}
    assert kept == {"Illinois Supreme Court", "Federal Trade Commission", "City of Joliet"}


def test_initials_still_fit(article: GoldArticle) -> None:
    acronym = swapped(article, 1).mentions[3].text
    company = swapped(article, 1).mentions[2].text
    assert acronym[0] == company[0]


def test_a_seed_gives_the_same_names(article: GoldArticle) -> None:
    assert swapped(article, 3) == swapped(article, 3)
    assert swapped(article, 3) != swapped(article, 4)


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("Maria Berg", (), True),
        ("Berg", ("Maria Berg",), True),
        ("Berg", (), False),
        ("Maria Berg Holdings LLC", (), False),
        ("Berg & Sons", (), False),
        ("Fernbeck Clubs", (), False),
    ],
)
def test_persons(name: str, others: tuple[str, ...], expected: bool) -> None:
    assert is_person(name, others) is expected
