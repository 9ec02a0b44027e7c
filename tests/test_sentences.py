import pytest

from nlp.components.sentences import find

# Sentences are set apart by "|".
TEXTS = [
    "The suit names Bolt Inc. and its U.S. arm.| Judge A. B. Orlo (N.D. Ill.) has it.",
    "“Is this legal?” he asked.| “It is not.”",
    '"Is this legal?" he asked.| "It is not."| Nobody spoke.',
    "He sued Bolt Inc. on Jan. 4.| The company moved to Wilmington, Del.| It lost.",
    "It was sued by Bolt Corp.| Shares fell.",
    "The order came at 5 p.m.| The clerk had left.",
    "It came at 5 p.m. Monday in Chicago.",
    "See Sec. 15(b).| It says so.",
    "Orlo v. Bolt Ltd., No. 20 C 512, is pending.| A hearing is set.",
    "He lives in the U.S. District officials said.",
    "In the U.S. District Court he won.| In Texas he lost.",
    "Mr. Vey, Ms. Orlo and Dr. St. James spoke.| So did Hon. Ann Vey.",
    "They cited 5 U.S.C. 552 and Fed. R. Civ. P. 23.| He did not.",
    "He said no.| The court agreed.",
    "It fined the firm €20 million...| Then it stopped.",
    "Plaintiffs include John Q. Vey Jr. and others.",
    "The ruling (7th Cir. 2021) stands.| eBolt appealed.",
    "Headline without a stop\n\n|First sentence.| Second one!\n|- Item one\n|- Item two",
    "He asked why.) |Then he left.",
    "It pays $1,000.| 40 workers joined.",
    "Filed in Feb. 2021, it failed.| Filed in Sept., it won.",
    "The firms, e.g. Bolt, i.e. the seller, et al. Agreed to nothing.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in find(text)] == [part.strip() for part in marked.split("|")]


def test_nothing_breaks_inside_a_protected_stretch() -> None:
    text = "They cite Tex. Bus. Code Title. The Act of 2009 in court. He wins."
    inside = text.index("Tex."), text.index(" in court")
    assert len(find(text)) == 3
    assert [text[a:b] for a, b in find(text, [inside])] == [text[:57], "He wins."]


def test_every_word_is_in_a_sentence() -> None:
    text = "  One.  Two. \n\n Three? \n"
    assert "".join(text[a:b] for a, b in find(text)) == "One.Two.Three?"


def test_no_text_no_sentences() -> None:
    assert find(" \n\n ") == []
