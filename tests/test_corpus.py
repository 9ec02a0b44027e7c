"""The corpus: large and wide enough, marked without contradiction, and apart from what measures the model."""

import re
from collections import Counter
from pathlib import Path

import pytest

from nlp.corpus import CORPUS_LABELS, FOLDER, main, problems
from nlp.facts import EVENT_TYPES
from nlp.gold import GoldArticle, read, read_all
from nlp.training.folds import holdout, register, split

GOLD = FOLDER.with_name("gold")


@pytest.fixture(scope="module")
def corpus() -> list[GoldArticle]:
    return read_all(FOLDER, CORPUS_LABELS)


def test_size(corpus: list[GoldArticle]) -> None:
    assert len(corpus) >= 600
    assert len({register(a.id) for a in corpus}) >= 40
    nobody = [a for a in corpus if not any(m.label in ("PLAINTIFF", "DEFENDANT") for m in a.mentions)]
    assert len(nobody) >= 100


def test_every_event_type(corpus: list[GoldArticle]) -> None:
    counts = Counter(event.type for article in corpus for event in article.record.events)
    assert set(counts) == set(EVENT_TYPES)
    assert min(counts.values()) >= 20


def test_marks_are_checked(corpus: list[GoldArticle]) -> None:
    """What the checker still says was looked at: prices, towns and offices that only look like a slip."""
    assert sum(1 for article in corpus for _ in problems(article)) <= 40


def test_gold_is_not_in_it(corpus: list[GoldArticle]) -> None:
    def sentences(articles: list[GoldArticle]) -> set[str]:
        return {s for a in articles for s in re.split(r"(?<=[.!?])\s+", a.text) if len(s) > 60}

    assert not sentences(corpus) & sentences(read_all(GOLD))
    assert not {a.id for a in corpus} & {a.id for a in read_all(GOLD)}


def test_folds_share_no_register(corpus: list[GoldArticle]) -> None:
    learn, rest = holdout(corpus)
    assert len(learn) + len(rest) == len(corpus)
    assert not {register(a.id) for a in learn} & {register(a.id) for a in rest}
    assert 0.15 < len(rest) / len(corpus) < 0.25
    assert split(corpus, 4) == split(list(reversed(corpus)), 4)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("[Acme](DEFENDANT) was sued. Acme denies it.", "bare 'Acme'"),
        ("[the Acme](DEFENDANT) was sued.", "a title or article inside the mark"),
        ("[Judge Orlo](JUDGE) ruled.", "a title or article inside the mark"),
        ("[Acme,](DEFENDANT) was sued.", "comma"),
        ("It broke BIPA.", "bare 'BIPA'"),
        ("It paid $5,000.", "bare '$5,000"),
        ("[Acme](CASE) was sued.", "CASE is no caption"),
        ("Nobody was sued.", "words"),
    ],
)
def test_problems(body: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text(f"---\nid: one\n---\n# Headline\n\n{body}\n", encoding="utf-8")
    assert any(problem in line for line in problems(read(path, CORPUS_LABELS)))


def test_the_checker_says_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.md"
    path.write_text("---\nid: one\n---\n# Headline\n\n[Acme](NOBODY) was sued.\n", encoding="utf-8")
    assert main([str(path)]) == 1
    assert "one.md:6: no such label: NOBODY" in capsys.readouterr().out
