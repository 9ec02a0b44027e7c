import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from lxml import html as lxml_html

from scrapers.sample.newsroom import ARTICLES, OUTLETS, Story, clock, load_stories, page, read_story

STORIES = load_stories()
CHANGING = "lumen-grove-settlement"


# Stories


def test_stories_come_newest_first_with_unique_addresses() -> None:
    assert len(STORIES) >= 22
    assert [s.published for s in STORIES] == sorted((s.published for s in STORIES), reverse=True)
    assert len({s.url for s in STORIES}) == len(STORIES)
    assert {s.outlet.id for s in STORIES} == set(OUTLETS)
    assert all(140 <= len(" ".join(s.body).split()) <= 400 for s in STORIES)


def test_an_edition_changes_one_text_and_nothing_else() -> None:
    first, second = load_stories(1), load_stories(2)
    assert [s.slug for s in first] == [s.slug for s in second]
    changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    assert [a.slug for a, _ in changed] == [CHANGING]
    [(old, new)] = changed
    assert old.body != new.body
    assert (new.url, new.published) == (old.url, old.published)
    assert new.modified > old.modified


FRONT = """outlet: ledger
slug: a
headline: A
author: B C
published: 2024-01-02T03:04:05-06:00
modified: 2024-01-02T03:04:05-06:00
section: courts
topics: [x]
"""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("no front matter at all", "no front matter"),
        ("---\n- a list\n---\nBody.", "no front matter"),
        ("---\na: b: c\n---\nBody.", "mapping values"),
        *(
            (f"---\n{FRONT.replace(f'{key}:', f'un{key}:')}---\nBody.", f"{key} is missing")
            for key in ("outlet", "slug", "headline", "author", "published", "modified", "section", "topics")
        ),
        (f"---\n{FRONT}colour: red\n---\nBody.", "unknown colour"),
        (f"---\n{FRONT.replace('ledger', 'gazette')}---\nBody.", "unknown outlet 'gazette'"),
        (f"---\n{FRONT.replace('-06:00', '')}---\nBody.", "no offset"),
        (f"---\n{FRONT}---\n\n \n", "body is missing"),
    ],
)
def test_a_file_that_is_no_story_is_refused_by_name(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "broken.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^broken\.md: ") as error:
        read_story(path)
    assert complaint in str(error.value)


def test_two_files_cannot_share_a_slug(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(f"---\n{FRONT}---\nBody.", encoding="utf-8")
    with pytest.raises(ValueError, match=r"two\.md: the slug 'a' is taken"):
        load_stories(folder=tmp_path)


def test_the_expected_facts_cover_every_story() -> None:
    expected = json.loads(Path(__file__).with_name("sample_expected.json").read_text(encoding="utf-8"))
    files = {path.stem: read_story(path) for path in ARTICLES.glob("*.md")}
    assert set(expected) == set(files)
    for stem, facts in expected.items():
        text = " ".join((files[stem].headline, *files[stem].body))
        assert [name for name in facts["plaintiffs"] + facts["defendants"] if name not in text] == [], stem
        assert facts["docket"] is None or facts["docket"] in text, stem
        assert facts["crawled"] == (files[stem].section != "subscribers"), stem


# Pages


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_a_page_holds_its_story(story: Story) -> None:
    tree = lxml_html.fromstring(page(story).decode(story.outlet.charset))
    paragraphs = [" ".join(p.text_content().split()) for p in tree.iter("p")]
    assert [p for p in story.body if p not in paragraphs] == []
    assert story.headline in [" ".join(h.text_content().split()) for h in tree.iter("h1")]


def sample(outlet: str) -> Story:
    return next(story for story in STORIES if story.outlet.id == outlet)


def test_the_modern_layout_describes_itself_in_json_ld() -> None:
    story = sample("ledger")
    tree = lxml_html.fromstring(page(story).decode())
    [script] = tree.xpath("//script[@type='application/ld+json']/text()")
    article = next(node for node in json.loads(script)["@graph"] if node["@type"] == "NewsArticle")
    assert article["headline"] == story.headline
    assert article["datePublished"] == story.published.isoformat()
    assert article["datePublished"][-6:] in ("-05:00", "-06:00")
    assert tree.xpath("//link[@rel='canonical']/@href") == [story.url]


def test_the_trade_press_layout_has_opengraph_only() -> None:
    story = sample("wire")
    tree = lxml_html.fromstring(page(story).decode())
    og = dict(zip(tree.xpath("//meta[@property]/@property"), tree.xpath("//meta[@property]/@content"), strict=True))
    assert (og["og:title"], og["og:site_name"]) == (story.headline, "Faceprint Wire")
    assert og["article:published_time"] == story.published.isoformat()
    assert tree.xpath("//link[@rel='canonical']/@href") == [story.url]
    assert tree.xpath("//script") == []


def test_the_old_layout_tells_its_date_in_words_alone() -> None:
    story = next(s for s in STORIES if s.slug.startswith("mutnick"))
    raw = page(story)
    text = raw.decode("windows-1252")
    assert b"\x92" in raw, "an old site writes its apostrophes in the Windows code page"
    assert f"Apr 13, 2020, 11:05 am EDT | {story.author}" in text
    assert text.count(f">{story.headline}<") == 2, "the headline is doubled"
    assert not any(word in text for word in ("canonical", "ld+json", "og:title", "2020-04-13"))
    for boilerplate in (
        "FB pixel",
        "Related Posts",
        "Article Topics",
        "Latest Biometrics News",
        "Leave a Reply",
        "Akismet",
    ):
        assert boilerplate in text


@pytest.mark.parametrize("outlet", OUTLETS)
def test_a_hostile_headline_stays_text(outlet: str) -> None:
    hostile = """</title></script><script>alert("x")</script>'&amp;"""
    story = replace(sample(outlet), headline=hostile, author='"><u>', topics=("<i>",), body=("<img src=x onerror=y>",))
    text = page(story, [story]).decode(story.outlet.charset)
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "<i>" not in text
    assert "<u>" not in text
    assert lxml_html.fromstring(text).xpath("normalize-space(//h1)") == hostile


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        ("2020-04-13T11:05:00-04:00", "Apr 13, 2020, 11:05 am EDT"),
        ("2024-01-03T00:09:00-05:00", "Jan 3, 2024, 12:09 am EST"),
        ("2024-01-03T12:00:00-05:00", "Jan 3, 2024, 12:00 pm EST"),
        ("2024-01-03T23:59:00+01:00", "Jan 3, 2024, 11:59 pm"),
    ],
)
def test_clock(moment: str, printed: str) -> None:
    assert clock(datetime.fromisoformat(moment)) == printed
