"""The plain text keeps every offset, and no grammar is slow on hostile text."""

import time
from collections.abc import Callable

import pytest

from nlp.components import captions, court_hints, courts, dockets, money, statutes
from nlp.plain import is_whole, plain

HOSTILE = (
    "Apple ",
    "Bank of the ",
    "1,",
    "Section 15(a), ",
    "(",
    "$1 to ",
    "Apple v. Banana ",
    "No. 20-1, ",
    "20-",
    "15 U.S.C. § 1, ",
)


def test_every_character_stays_in_its_place() -> None:
    text = "“Illinois’\u00a0law” – No.\u202f1\u2011cv — it’s"
    assert plain(text) == "\"Illinois' law\" - No. 1-cv — it's"
    assert len(plain(text)) == len(text)


def test_a_span_that_cuts_a_word_is_not_whole() -> None:
    assert is_whole("about $5,000 each", 6, 12)
    assert not is_whole("about $5,000ish", 6, 12)
    assert money.find("about $5,000ish") == []


@pytest.mark.parametrize(
    "find", [captions.find, court_hints.find_hints, courts.find, dockets.find, money.find, statutes.find]
)
def test_long_repetitions_take_linear_time(find: Callable[[str], list[object]]) -> None:
    find("warm up")
    for phrase in HOSTILE:
        started = time.process_time()
        find(phrase * (20_000 // len(phrase)))
        assert time.process_time() - started < 2
