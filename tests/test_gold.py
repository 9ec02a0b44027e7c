from pathlib import Path

import pytest

from nlp.gold import GoldError, GoldEvent, read, read_all

ARTICLE = """---
id: x1
published: 2024-05-06
case: Orlo v. Kettle Yard LLC
docket: 21-cv-100
filed: 2021
plaintiffs: [Mina Orlo]
defendants: [Kettle Yard LLC]
courts: [ilnd]
statutes: [bipa]
judges: []
law_firms: []
regulators: []
events:
  - {type: ruling, date: 2024-05}
amounts:
  - {value: 1500000, currency: USD, kind: settlement}
---
# [Kettle Yard](DEFENDANT) must face [Orlo](PLAINTIFF)’s claims

First “[Orlo](PLAINTIFF)” paragraph [sic].

- **Who:** [Mina Orlo](PLAINTIFF)
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "x1.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_become_offsets_into_the_plain_text(tmp_path: Path) -> None:
    article = read(write(tmp_path, ARTICLE))
    assert article.text == (
        "Kettle Yard must face Orlo’s claims\n\nFirst “Orlo” paragraph [sic].\n\n- **Who:** Mina Orlo"
    )
    assert [(m.label, m.text) for m in article.mentions] == [
        ("DEFENDANT", "Kettle Yard"),
        ("PLAINTIFF", "Orlo"),
        ("PLAINTIFF", "Orlo"),
        ("PLAINTIFF", "Mina Orlo"),
    ]
    assert all(article.text[m.start : m.end] == m.text for m in article.mentions)


def test_the_record_keeps_dates_as_written(tmp_path: Path) -> None:
    record = read(write(tmp_path, ARTICLE)).record
    assert (record.published, record.filed, record.docket) == ("2024-05-06", "2021", "21-cv-100")
    assert record.events == (GoldEvent("ruling", "2024-05"),)
    assert record.amounts[0].value == 1_500_000
    assert record.judges == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[Mina Orlo](PLAINTIFF)", "[Mina Orlo](PLAINTIF)", "x1.md:23: no such label: PLAINTIF"),
        ("First “[Orlo](PLAINTIFF)”", "First “[[Orlo](PLAINTIFF)](CASE)”", "x1.md:21: a broken or nested mark"),
        ("# [Kettle", "[Kettle", "x1.md:19: the body must begin with '# headline'"),
        ("id: x1", "id: x2", "x1.md:2: id is 'x2', the file is 'x1'"),
        ("type: ruling", "type: party", "no such event type: 'party'"),
        ("kind: settlement", "kind: gift", "no such kind of amount: 'gift'"),
        ("judges: []", "judges: [", "the front matter is not YAML"),
        ("---\nid", "id", "x1.md:1: no front matter"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(GoldError) as error:
        read(write(tmp_path, ARTICLE.replace(old, new, 1)))
    assert says in str(error.value)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_all(tmp_path)


def test_the_gold_set_is_read_whole() -> None:
    folder = Path(__file__).parent.parent / "nlp" / "project" / "gold"
    articles = read_all(folder)
    assert len(articles) == len(list(folder.glob("*.md")))
    assert all(a.text[m.start : m.end] == m.text for a in articles for m in a.mentions)
