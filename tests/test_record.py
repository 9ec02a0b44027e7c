"""Whole articles of different registers, written for this test: the record has to be what their front matter says."""

from itertools import pairwise
from pathlib import Path

import pytest

from nlp.facts import Facts
from nlp.gold import GoldArticle, read
from nlp.model import build
from nlp.model import read as read_article
from nlp.record import facts
from nlp.score import below, same_name, score

ARTICLES = sorted((Path(__file__).parent / "mini_articles").glob("*.md"))

# Well below what is measured: what falls under them is broken.
FLOORS = {"strict all": 0.85, "record plaintiffs": 0.8, "record defendants": 0.8, "record statutes": 0.9}


def test_figures_over_all_articles() -> None:
    articles = [read(path) for path in ARTICLES]
    found = [facts(read_article(a.text, a.record.published)) for a in articles]
    assert below(score(articles, found, samples=1).as_dict(), FLOORS) == []


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> tuple[GoldArticle, Facts]:
    article = read(request.param)
    return article, facts(read_article(article.text, article.record.published))


def test_every_value_shows_its_words(story: tuple[GoldArticle, Facts]) -> None:
    article, found = story
    case = found.case
    for value in (*case.plaintiffs, *case.defendants, *case.regulators):
        assert same_name(article.text[value.start : value.end], value.value)
    for mention in found.mentions:
        assert article.text[mention.start : mention.end] == mention.text


def test_mentions_do_not_overlap(story: tuple[GoldArticle, Facts]) -> None:
    mentions = story[1].mentions
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_nothing_is_found_in_skipped_boilerplate() -> None:
    text = (
        "Nurse sues Quillmark Homes over prints\n\nAda Berg sued Quillmark Homes on Monday.\n\nRelated: Quillmark Homes"
    )
    nlp = build()
    doc = nlp.make_doc(text)
    doc._.published = "2024-05-08"
    doc._.skip = ((text.index("Related"), len(text)),)
    found = facts(nlp(doc))
    assert [m.text for m in found.mentions] == ["Quillmark Homes", "Ada Berg", "Quillmark Homes"]


def test_an_empty_article_has_no_facts() -> None:
    assert facts(read_article("", None)) == Facts()


def test_a_named_attorney_general_is_the_states_plaintiff_alone() -> None:
    text = (
        "Texas sues Quillmark Homes over face scans\n\n"
        "Attorney General Ottoline Vresk sued Quillmark Homes LLC in Travis County on Monday under the Capture or Use "
        "of Biometric Identifier Act. The State of Texas wants $25,000 for each violation. Vresk said that the State "
        "of Texas would not wait."
    )
    found = facts(read_article(text, "2024-05-08"))
    assert [value.value for value in found.case.plaintiffs] == ["Ottoline Vresk"]
    assert {m.text for m in found.mentions if m.label == "PLAINTIFF"} >= {"Ottoline Vresk", "State of Texas"}
