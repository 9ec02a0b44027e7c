"""What is worth extracting: every annotated article, the sample's relevant ones, and none of the near misses."""

import json
from pathlib import Path

import pytest

from nlp import gold
from nlp.relevance import judge, terms
from scrapers import sample

ROOT = Path(__file__).parents[1]
NEAR_MISSES = json.loads((ROOT / "tests" / "near_misses.json").read_text(encoding="utf-8"))
GOLD = gold.read_all(ROOT / "nlp" / "project" / "gold")
EXPECTED = json.loads((ROOT / "tests" / "sample_expected.json").read_text(encoding="utf-8"))
ARTICLES = Path(sample.__file__).parent / "articles"

# Short articles that must be kept, many without the words of the trade.
KEPT = json.loads((ROOT / "tests" / "near_hits.json").read_text(encoding="utf-8"))


def sample_article(name: str) -> tuple[str, str]:
    """Headline and body of a bundled story."""
    _, front, body = (ARTICLES / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    headline = next(line for line in front.splitlines() if line.startswith("headline: "))
    return headline.removeprefix("headline: ").strip('"'), body


@pytest.mark.parametrize("article", GOLD, ids=lambda a: a.id)
def test_keeps_annotated_articles(article: gold.GoldArticle) -> None:
    title, _, text = article.text.partition("\n\n")
    assert judge(title, text).keep, judge(title, text).reason


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample(name: str) -> None:
    assert judge(*sample_article(name)).keep == EXPECTED[name]["relevant"], judge(*sample_article(name)).reason


def test_rejects_nearly_all_near_misses() -> None:
    """Recall comes first: one in twenty may pass, to be found empty by the extraction."""
    passed = [story["title"] for story in NEAR_MISSES if judge(story["title"], story["text"]).keep]
    assert len(passed) <= len(NEAR_MISSES) // 20, passed


@pytest.mark.parametrize("story", KEPT, ids=lambda s: s["title"])
def test_keeps_short_stories(story: dict[str, str]) -> None:
    assert judge(story["title"], story["text"]).keep, judge(story["title"], story["text"]).reason


@pytest.mark.parametrize("term", terms(), ids=lambda t: t.id)
def test_terms_find_their_examples(term) -> None:  # type: ignore[no-untyped-def]
    assert [e for e in term.examples if not term.pattern.search(e)] == []
    assert [e for e in term.not_examples if term.pattern.search(e)] == []


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("", "", "no biometric term"),
        ("Tram line closes", "The tram will not run on Sunday.", "no biometric term"),
        ("New iris reader", "It reads an iris scan in the dark.", "biometrics, but no legal action"),
        (
            "Launch of a palm reader",
            "A partnership brings palm scans to shops.",
            "biometrics, but no legal action: product",
        ),
    ],
)
def test_reasons(title: str, text: str, reason: str) -> None:
    assert judge(title, text).reason.startswith(reason)


def test_distant_words_do_not_meet() -> None:
    filler = "\n\n".join(f"The council heard item {n} and moved on." for n in range(9))
    text = f"The gym has an iris scan.\n\n{filler}\n\nA lawsuit over the car park was settled."
    assert "a legal action, but not about biometrics" in judge("Council notes", text).reason


def test_the_model_keeps_what_has_none_of_the_terms() -> None:
    text = (
        "A federal judge in Chicago let a class action go ahead on Monday against a maker of dashboard lenses that "
        "tell when truckers are sleepy. Four drivers say that nobody asked them before the lens measured how they "
        "blink, and kept what it had measured for two years. They want $1,000 for each negligent violation.\n\n"
        "The company denies it. Its cameras, it told the court, only count."
    )
    verdict = judge("Truckers' case over sleepiness lenses goes ahead", text)
    assert verdict.keep
    assert verdict.reason.startswith("reads like ours")
