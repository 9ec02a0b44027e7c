"""Sentences with the parties marked: what role phrases tell, by words that no party's name appears in."""

import re

import pytest

from nlp.model import read

MARK = re.compile(r"\[([^\]]+)\]\((PLAINTIFF|DEFENDANT|REGULATOR)\)")

SENTENCES = [
    "[Ada Berg](PLAINTIFF) sued [Quillmark Homes LLC](DEFENDANT) over its thumb scanner.",
    "[Quillmark Homes LLC](DEFENDANT) was sued in Chicago by former cook [Ada Berg](PLAINTIFF).",
    "A suit against [Quillmark Homes LLC](DEFENDANT) was filed by [Ada Berg](PLAINTIFF) and [Nils Fors](PLAINTIFF).",
    "[Ada Berg](PLAINTIFF) accuses [Quillmark Homes LLC](DEFENDANT) of taking her fingerprints.",
    "The suit accuses [Quillmark Homes LLC](DEFENDANT) and [Fernbeck Clubs LLC](DEFENDANT) of scanning faces.",
    "[Quillmark Homes LLC](DEFENDANT), the parent company of a dating app, has agreed to pay $5 million.",
    "Restaurants accused of it include [Quillmark Grill LLC](DEFENDANT), [Fernbeck Foods Inc.](DEFENDANT) and "
    "[Larkspur Diners Corp.](DEFENDANT)",
    "The [FTC](REGULATOR) ordered [Quillmark Homes LLC](DEFENDANT) to delete the images.",
    "The [CNIL](REGULATOR) has fined [Quillmark SAS](DEFENDANT) €2 million.",
    "Class representatives [Ada Berg](PLAINTIFF) and [Nils Fors](PLAINTIFF) sued [Quillmark Homes LLC](DEFENDANT).",
    "[Ada Berg](PLAINTIFF) sued [Quillmark Homes LLC](DEFENDANT), where she worked, and "
    "[Timepoint Devices Inc.](DEFENDANT) in May.",
    "The lawsuit names [Quillmark Homes LLC](DEFENDANT) and [Fernbeck Clubs LLC](DEFENDANT) as defendants.",
    "After [Quillmark Homes LLC](DEFENDANT) was accused, a judge let the case of [Ada Berg](PLAINTIFF) proceed.",
    "[Ada Berg](PLAINTIFF) sued [Quillmark Homes LLC](DEFENDANT); similar suits against Fernbeck Clubs LLC wait.",
    "[Ada Berg](PLAINTIFF) sued [Quillmark Homes LLC](DEFENDANT). The clocks were made by Timepoint Devices Inc., "
    "which is not named in the suit.",
    "Companies such as Quillmark Homes LLC and Fernbeck Clubs LLC use scanners.",
    "The judge read the complaint. Quillmark Homes LLC told the Larkspur Times that the weather was fine.",
]


def told(text: str) -> list[tuple[str, str]]:
    """Whoever has a part by the role phrases alone, by the fullest name."""
    phrased = read(text, "2024-05-08")._.phrased
    return sorted((part.entity.name, part.role) for part in phrased.parts)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences(sentence: str) -> None:
    text, at, wanted = "", 0, []
    for match in MARK.finditer(sentence):
        text += sentence[at : match.start()]
        wanted.append((match[1], match[2]))
        text += match[1]
        at = match.end()
    text += sentence[at:]
    assert told("A case over fingerprints\n\n" + text) == sorted(set(wanted))


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Quillmark Hit With BIPA Class Action Over Thumb Scans", "Quillmark"),
        ("Quillmark Agrees to Pay $5 Million to End Face-Scan Suit", "Quillmark"),
        ("Judge Tosses Fingerprint Suit Against Quillmark", "Quillmark"),
        ("Quillmark sued over thumb scans", "Quillmark"),
    ],
)
def test_headlines(headline: str, wanted: str) -> None:
    found = told(f"{headline}\n\nA suit says that Quillmark Homes LLC broke the law. Quillmark denies it.")
    assert [role for name, role in found if name.startswith(wanted)] == ["DEFENDANT"]
