"""Whole articles of different registers, written for this test: the record has to be what their front matter says."""

from itertools import pairwise
from pathlib import Path

import pytest

from nlp.facts import Facts, Value
from nlp.gold import GoldArticle, read
from nlp.model import build
from nlp.model import read as read_article
from nlp.record import facts
from nlp.score import same_caption, same_name

ARTICLES = sorted((Path(__file__).parent / "mini_articles").glob("*.md"))
PARTIES = {"PLAINTIFF", "DEFENDANT", "REGULATOR"}


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> tuple[GoldArticle, Facts]:
    article = read(request.param)
    return article, facts(read_article(article.text, article.record.published))


def values(found: tuple[Value, ...]) -> list[str]:
    return sorted(value.value for value in found)


def test_party_mentions(story: tuple[GoldArticle, Facts]) -> None:
    article, found = story
    wanted = {(m.start, m.end, m.label, m.text) for m in article.mentions if m.label in PARTIES}
    assert {(m.start, m.end, m.label, m.text) for m in found.mentions if m.label in PARTIES} == wanted


def test_parties_of_the_main_case(story: tuple[GoldArticle, Facts]) -> None:
    article, found = story
    assert values(found.case.plaintiffs) == sorted(article.record.plaintiffs)
    assert values(found.case.defendants) == sorted(article.record.defendants)
    assert values(found.case.regulators) == sorted(article.record.regulators)


def test_caption_docket_and_filing(story: tuple[GoldArticle, Facts]) -> None:
    article, found = story
    case = found.case
    assert (case.docket and case.docket.value) == article.record.docket
    assert (case.filed and case.filed.value) == article.record.filed
    if article.record.caption and case.caption:
        assert same_caption(case.caption.value, article.record.caption)
    else:
        assert case.caption is None


def test_news_and_amounts(story: tuple[GoldArticle, Facts]) -> None:
    article, found = story
    assert [(e.type, e.date) for e in found.events][:1] == [(e.type, e.date) for e in article.record.events][:1]
    wanted = sorted((a.value, a.currency, a.kind) for a in article.record.amounts)
    assert sorted((a.value, a.currency, a.kind) for a in found.amounts) == wanted


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
