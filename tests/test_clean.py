import json
import re
from pathlib import Path

import pytest

from scrapers.pages import boilerplate as phrases
from scrapers.pages.clean import boilerplate, paragraphs
from scrapers.pages.hygiene import tidy
from scrapers.sample.newsroom import load_stories

RULES = phrases.rules()
BODY = (
    "A Cook County judge has refused to dismiss a suit against Vale Stores over the finger clocks at its tills.",
    "“The act means what it says,” the judge wrote on Monday. The chain had argued that nobody was harmed.",
    "Nine former cashiers sued in March 2020. They say that nobody asked them before their prints were taken.",
    "The chain did not answer questions. A hearing is set for June, and both sides expect an appeal after it.",
)
HEADLINE = "Grocer must answer for its finger clocks"
ARTICLE = "\n\n".join((HEADLINE, *BODY))


def article_text(text: str) -> str:
    """A plain text without what is not its article: tidy paragraphs, apart by a blank line."""
    for start, end in reversed(boilerplate(text)):
        text = f"{text[:start]}\n\n{text[end:]}"
    return "\n\n".join(tidy(part) for part in re.split(r"\n\s*\n", text) if part.strip())


# What people copy off a page of an old site.
EXPORT = f"""
FB pixel

Home > News > Courts

{HEADLINE}

{HEADLINE}

Apr 5, 2021, 11:05 am EDT | Maria Stone

{BODY[0]}

{BODY[1]}

Advertisement

{BODY[2]}

{BODY[3]}

Related Posts

Clock maker sued for the third time
Airline tries boarding by gait

Article Topics

\xa0|\xa0 \xa0|\xa0 \xa0|\xa0

Latest Biometrics News

Airline tries boarding by gait
Passengers who limp may wait a little longer, says the carrier...

Sensor maker buys a rival
The price was not disclosed, and the lawyers look pleased...

Leave a Reply

I worked there for nine years. Nobody told me that my prints were kept by Clockwell Inc. of Ohio.

This site uses Akismet to reduce spam. Learn how your comment data is processed.

Clock Talk Podcast

Most Read This Week

Featured Company

Clockwell makes sensors for doors, lockers and tills.

Biometrics White Papers

Biometrics Events

Explaining Biometrics
"""


# The phrases


def test_rules_are_sorted_and_known():
    records = json.loads(Path(phrases.__file__).with_name("boilerplate.json").read_text(encoding="utf-8"))
    assert [r["id"] for r in records] == sorted({r["id"] for r in records})
    assert {rule.kind for rule in RULES} <= set(phrases.KINDS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule(rule):
    assert rule.examples
    assert rule.not_examples
    assert [line for line in rule.examples if not rule.pattern.fullmatch(line)] == []
    assert [line for line in rule.not_examples if rule.pattern.fullmatch(line)] == []


def test_no_example_is_eaten_by_another_rule():
    eaten = {line: r.id for rule in RULES for line in rule.not_examples if (r := phrases.rule(line)) is not None}
    assert eaten == {}


def test_no_paragraph_of_the_sample_is_furniture():
    stories = load_stories()
    assert [p for story in stories for p in (story.headline, *story.body) if phrases.rule(p)] == []


# Plain texts


def test_an_export_becomes_its_article():
    assert article_text(EXPORT) == ARTICLE


def test_spans_are_the_furniture_of_exactly_that_text():
    spans = boilerplate(EXPORT)
    rest = EXPORT
    for start, end in reversed(spans):
        rest = rest[:start] + rest[end:]
    assert [line.strip() for line in rest.splitlines() if line.strip()] == ARTICLE.split("\n\n")
    assert all(EXPORT[a:b] == EXPORT[a:b].strip() != "" for a, b in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "text", ["", " \n\n ", HEADLINE, ARTICLE, ARTICLE.replace("\n\n", "\n"), ARTICLE.replace("\n", "\r\n")]
)
def test_a_clean_text_has_no_furniture(text):
    assert boilerplate(text) == []


@pytest.mark.parametrize("story", load_stories(), ids=lambda story: story.slug)
def test_a_sample_story_has_no_furniture(story):
    assert boilerplate("\n\n".join((story.headline, *story.body))) == []


def with_lines(*lines, at):
    """The article with lines put in before its paragraph `at`, the headline being number 0."""
    parts = [HEADLINE, *BODY]
    return "\n\n".join((*parts[:at], *lines, *parts[at:]))


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (["By Maria Stone"], 1),
        (["By Maria Stone and Jon Vale | April 5, 2021"], 1),
        (["Maria Stone", "Share | Tweet | Print"][1:], 1),
        (["Published: 5 April 2021, 10:15", "5 min read"], 1),
        (["Updated 3 hours ago"], 2),
        (["Advertisement"], 3),
        (["Read more: Clock maker sued for the third time"], 3),
        (["Sign up for our free daily newsletter"], 2),
        (["Related", "Clock maker sued for the third time", "Airline tries boarding by gait"], 2),
        (["Related Stories", "Clock maker sued for the third time"], 3),
        (["Most Read", "Clock maker sued for the third time"], 1),
        (["We use cookies to give you the best experience on our site."], 5),
        (["© 2021 Court Desk Media. All rights reserved."], 5),
        (["(Reporting by Maria Stone; editing by Jon Vale)"], 5),
        (["Contact Maria Stone at mstone@courtdesk.example"], 5),
        (
            [
                "3 Comments",
                "I worked there and nobody told me about the clocks, ever.",
                "Same here, for nine years in Joliet.",
            ],
            5,
        ),
        (
            [
                "Tags: retail, Illinois",
                "Newsletter",
                "About the Author",
                "Maria Stone covers the courts of Cook County.",
            ],
            5,
        ),
        (["FB pixel", "Skip to content", "Menu"], 0),
    ],
)
def test_furniture_goes(lines, at):
    text = with_lines(*lines, at=at)
    assert article_text(text) == ARTICLE
    assert [text[a:b] for a, b in boilerplate(text)] == lines


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("The court heard that related posts on the staff board warned of events like these.", 3),
        ("By Friday, both sides must file briefs on the motion.", 3),
        ("By Maria Stone’s account, the clock took her print twice a day.", 3),
        ("Share prices of the chain fell after the ruling.", 3),
        ("Copyright law was never at issue, the judge wrote.", 3),
        ("Comments by the judge pointed the other way.", 3),
        ("What the act asks", 3),
        ("Timeline of Events", 3),
        ("Company Reports", 3),
        ("Understanding Consent", 3),
        ("Background", 2),
        ("Discussion", 3),
        ("Related Cases", 3),
        ("Facebook", 3),
        ("See also: Stone v. Vale Stores, 2019 IL 1.", 3),
        ("Updated clocks came in May, and with them a form that workers could sign.", 4),
        ("April 5, 2021 was the last day to file a claim.", 3),
        ("Photo booths took a scan of every guest, the suit says.", 4),
    ],
)
def test_the_story_stays(line, at):
    text = with_lines(line, at=at)
    assert boilerplate(text) == []
    assert article_text(text) == text


def test_a_paragraph_wrapped_by_hand_is_one():
    wrapped = "\n\n".join(re.sub(r"(.{50,70}) ", r"\1\n", part) for part in ARTICLE.split("\n\n"))
    assert "\n" in wrapped.split("\n\n")[1]
    assert boilerplate(wrapped) == []
    assert article_text(wrapped) == ARTICLE


# Paragraphs of a page


def test_paragraphs_lose_copies_of_the_headline_and_what_stands_above_it():
    lines = ["Courts", "Maria Stone", HEADLINE.upper(), "April 5, 2021", HEADLINE, *BODY]
    assert paragraphs(lines, [HEADLINE]) == list(BODY)


# Characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vale\u00adStores", "ValeStores"),
        ("Vale\u200bStores\ufeff", "ValeStores"),
        ("\u202eVale\u202c Stores\u2066", "Vale Stores"),
        ("Vale\x00 \x07Stores\ud800", "Vale Stores"),
        ("Vale\u00a0\u2009 \t\n Stores", "Vale Stores"),
        ("Zu\u0308rich", "Zürich"),
        ("\x93Vale\x94 \x96 it\x92s", "“Vale” – it’s"),
        ("e" + "\u0301" * 50, "é" + "\u0301" * 7),
        ("naïve “quotes” — 中文 ₿", "naïve “quotes” — 中文 ₿"),
    ],
)
def test_tidy(text, expected):
    assert tidy(text) == expected
    assert tidy(expected) == expected
