import pytest

from nlp.facts import Amount, Case, Event, Facts, Mention, Value
from nlp.gold import GoldAmount, GoldArticle, GoldEvent, GoldMention, GoldRecord
from nlp.score import Count, below, same_caption, same_name, score

TEXT = "Ana Ruiz sued Bolt Corp."
RECORD = GoldRecord(
    published="2024-05-06",
    caption="Ruiz v. Bolt Corp.",
    docket="1:24-cv-00007",
    filed="2024-05-02",
    plaintiffs=("Ana Ruiz",),
    defendants=("Bolt Corp.", "Bolt Europe"),
    courts=("ilnd",),
    statutes=("bipa",),
    judges=(),
    law_firms=(),
    regulators=(),
    events=(GoldEvent("complaint", "2024-05-02"),),
    amounts=(GoldAmount(5000.0, "USD", "statutory_damages"),),
)
GOLD = GoldArticle(
    "x1", TEXT, (GoldMention(0, 8, "PLAINTIFF", "Ana Ruiz"), GoldMention(14, 24, "DEFENDANT", "Bolt Corp.")), RECORD
)
FOUND = Facts(
    mentions=(
        Mention(0, 8, "PLAINTIFF", "Ana Ruiz", "Ana Ruiz"),
        Mention(14, 18, "DEFENDANT", "Bolt", "Bolt"),
    ),
    case=Case(
        caption=Value("Ruiz, et al. v. Bolt", 0, 8),
        docket=Value("1:24-CV-00007", 0, 8),
        filed=Value("2024-05", 0, 8),
        plaintiffs=(Value("Ruiz", 0, 8),),
        defendants=(Value("Bolt", 14, 18),),
        courts=(Value("ilnd", 0, 8),),
        statutes=(Value("gdpr", 0, 8),),
    ),
    events=(Event("complaint", "2024-05", 0, 24),),
    amounts=(Amount(5000.0, "USD", "fine", 0, 1),),
)


@pytest.mark.parametrize(
    ("one", "other", "is_id", "expected"),
    [
        ("Bolt", "Bolt Inc.", False, True),
        ("Bolt Trading LLC", "Bolt Trading L.L.C.", False, True),
        ("José Núñez", "Jose Nunez", False, True),
        ("The Bolt Company", "Bolt", False, True),
        ("Howell", "Ann Howell", False, True),
        ("Ann Howell", "Bob Howell", False, False),
        ("Hopper’s", "Hopper's", False, True),
        ("gdpr", "uk-gdpr", True, False),
        ("ill", "illappct", True, False),
        ("Circuit Court of Lee County", "Circuit Court of Lee County, Illinois", True, True),
        ("", "Bolt", False, False),
    ],
)
def test_same_name(one: str, other: str, is_id: bool, expected: bool) -> None:
    assert same_name(one, other, is_id=is_id) is expected
    assert same_name(other, one, is_id=is_id) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ruiz v. Bolt", "Ana Ruiz et al. vs. Bolt Corp.", True),
        ("Ruiz v. Bolt", "Bolt v. Ruiz", False),
        ("In re Bolt Privacy Litigation", "In re Bolt Privacy Litigation", True),
        ("In re Bolt Privacy Litigation", "Ruiz v. Bolt", False),
    ],
)
def test_same_caption(one: str, other: str, expected: bool) -> None:
    assert same_caption(one, other) is expected


def counts(facts: Facts) -> dict[str, Count]:
    return {m.name: m.count for m in score([GOLD], [facts], samples=0).measures}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("strict PLAINTIFF", Count(1, 1, 1)),
        ("strict DEFENDANT", Count(0, 1, 1)),
        ("overlap DEFENDANT", Count(1, 1, 1)),
        ("strict all", Count(1, 2, 2)),
        ("record plaintiffs", Count(1, 1, 1)),
        ("record defendants", Count(1, 1, 2)),
        ("record courts", Count(1, 1, 1)),
        ("record statutes", Count(0, 1, 1)),
        ("record all four", Count(0, 1, 1)),
        ("record caption", Count(1, 1, 1)),
        ("record docket", Count(1, 1, 1)),
        ("record filed", Count(0, 1, 1)),
        ("record filed year", Count(1, 1, 1)),
        ("first event type", Count(1, 1, 1)),
        ("first event date", Count(0, 1, 1)),
        ("amounts", Count(1, 1, 1)),
        ("amounts with kind", Count(0, 1, 1)),
    ],
)
def test_measures(measure: str, expected: Count) -> None:
    assert counts(FOUND)[measure] == expected


def test_finding_nothing_scores_nothing() -> None:
    scores = score([GOLD], [Facts()]).as_dict()
    assert scores["strict all"] == 0
    assert scores["record judges"] == 1  # there was none to find


def test_intervals_hold_the_figure_and_repeat() -> None:
    articles, facts = [GOLD] * 20, [FOUND, Facts()] * 10
    scores = score(articles, facts)
    strict = next(m for m in scores.measures if m.name == "strict PLAINTIFF")
    assert strict.low < strict.count.f1 < strict.high
    assert scores == score(articles, facts)


def test_uneven_input_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score([GOLD], [])


def test_below_names_what_fell() -> None:
    assert below({"a": 0.5, "b": 0.9}, {"a": 0.6, "b": 0.9, "c": 0.1}) == [
        "a: 0.5000 is below its floor of 0.6000",
        "c: not measured",
    ]
