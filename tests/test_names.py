import json
import re
from importlib import resources

import pytest

from nlp.lexicon import is_plain, opens_sentences, words
from nlp.names import candidates

# Names in brackets, as exact as a mention must be.
TEXTS = [
    "[Ana Ruiz] sued [Kettle Yard, Inc.] in [Peoria] on Monday.",
    "[Kettle Yard]’s owner, [Grommet Holdings Ltd.], did not respond.",
    "Retailers such as [Home Depot] use it. [Home Depot] did not answer.",
    "Lawyers at [Baker, Orlo & Vey LLP] and [Loom & Loom] wrote it.",
    "The [League for Digital Rights] and the [Union of Night Nurses] joined.",
    "Dr. [Femi Adeyemi III] and Mrs. [Lena Vey] spoke.",
    "U.S. District Judge [María de la Cruz-Peña] wrote it.",
    "Attorney General [Oskar Brandt] of [Ohio] sued.",
    "[Clearbrook] CEO [Ton Van Dijk] said so.",
    "A [Chicago]-based maker, [Zapworks Inc.], was left out.",
    "The [Department of Health and Human Services] said no.",
    "She worked at [St. Luke’s Hospital] until May.",
    "Rival [Becton, Vey and Company] and [7-Twelve] were sued by [Mohammed bin Rashid al-Amin].",
    "Plaintiffs [Tanya Oduya] and [Greg Stone] filed it.",
    "They ate at [Orlo’s], its parent said, and [Orlo’s] is sued too.",
    "Both [365 Retail Labs LLC] and the [Bank of Vermont] settled.",
    "Workers of [Bolt Pizza], [Orlo Grill], [Vey & Company] and [Blue Crab] joined.",
    "Three of [Tinsel]’s apps were used by [iMarrow] and [23andThem].",
    "He wrote [AT&T], [T-Mobile] and [Amaro.com] in March.",
    "In April a nurse, [April Orlo], met [Jan Vey].",
    "Multiply the figure by five. Sunglasses are medical devices.",
    "We’re shocked. They said no.",
    "Any Defendant may move under Section 5 of the Act.",
    "The Dutch and German users of [Tinsel] sued.",
    "[Chicago Grain Company] is no [Chicago] gym.",
    "“[Tinsel] knew,” the complaint says. “And [Tinsel] hid it.”",
    "It sued [All 4 Cleaning Inc.] and [Marta’s Sausage], and [Tinsel]’s [Orlo].",
    "From April 17-April 24 she saw Article 9 of [Tinsel]’s terms.",
    "Sued were:\n\n- Senior housing manager [Atrium];\n- [Hartwood Hospital] in [Chicago];\n- [T-Mobile].",
    "Sued were:\n\n- [Wireless Harbor];\n- Pharmaceutical packer [Nosko].",
    "In 2019 [Tinsel] moved to [Austin], [Texas].",
]

HEADLINES = [
    ("Shopper Sues [Kettle Yard] Over Face Scans\n\nA shopper sued [Kettle Yard] today."),
    ("[Kettle Yard] Hit With Class Action Over Fingerprint Clocks\n\nThe suit says [Kettle Yard] erred."),
    ("Judge Tosses Suit Against [Tinsel]\n\nA judge tossed it, and [Tinsel] won."),
    ("Five Takeaways From a Busy Year in Privacy Law\n\nIt was a busy year."),
]

KINDS = [
    ("The nurse, Ana Ruiz, sued.", "Ana Ruiz", "person"),
    ("Ana Ruiz sued. Later Ruiz left.", "Ruiz", "person"),
    ("Plaintiff Xochitl Quetzal sued.", "Xochitl Quetzal", "person"),
    ("Zbigniew Q. Orlowicz sued.", "Zbigniew Q. Orlowicz", "person"),
    ("Thandeka Mbatha sued, and Mbatha won.", "Thandeka Mbatha", "person"),
    ("He joined Kettle Foods in 2010.", "Kettle Foods", "org"),
    ("He joined Kettle GmbH. Then Kettle moved.", "Kettle", "org"),
    ("They asked the ZRK for it.", "ZRK", "org"),
    ("They drove to Cook County in the rain.", "Cook County", "place"),
    ("They drove to Peoria in the rain.", "Peoria", "place"),
    ("They asked Tinsel for it.", "Tinsel", "other"),
]


def brackets(marked: str) -> tuple[str, list[str]]:
    return marked.replace("[", "").replace("]", ""), re.findall(r"\[([^\]]+)\]", marked)


@pytest.mark.parametrize("marked", TEXTS + HEADLINES)
def test_names_have_exact_edges(marked: str) -> None:
    text, expected = brackets(marked)
    found = candidates(text)
    assert [c.text for c in found] == expected
    assert all(text[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds(text: str, name: str, kind: str) -> None:
    assert {c.kind for c in candidates(text) if c.text == name} == {kind}


def test_blocked_stretches_part_names() -> None:
    text = "The Biometric Act Kettle Yard broke."
    assert [c.text for c in candidates(text, [(4, 17)])] == ["Kettle Yard"]


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("retailers", True),
        ("scanning", True),
        ("Face-scan", True),
        ("We're", True),
        ("Orlo", False),
        ("Tinsel-Vey", False),
    ],
)
def test_plain_words(word: str, plain: bool) -> None:
    assert is_plain(word) is plain


@pytest.mark.parametrize(("word", "opens"), [("The", True), ("Citing", True), ("Recently", True), ("Ring", False)])
def test_words_that_open_sentences(word: str, opens: bool) -> None:
    assert opens_sentences(word) is opens


@pytest.mark.parametrize("file", ["names", "organisations", "places", "plain"])
def test_every_list_says_why_it_is_there(file: str) -> None:
    content = json.loads(resources.files("nlp.data").joinpath(f"{file}.json").read_text(encoding="utf-8"))
    for key, record in content.items():
        assert record["why"].endswith("."), key
        assert record["words"], key


def test_no_given_name_is_a_plain_word_alone() -> None:
    assert not {name for name in words("names", "given") if name.lower() in {"the", "state", "court", "judge"}}
