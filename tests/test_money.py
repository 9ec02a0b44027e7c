"""Amounts: where they begin and end, what they are worth, and what is no amount at stake."""

import pytest

from nlp.components.money import find, parse

# Marked in square brackets, as in docs/annotation.md.
SENTENCES = """
The grocer will pay [$4.2 million] to end the case.
Each class member gets roughly [$310].
Statutory damages range from [$1,000] to [$5,000] per violation.
Between [$1,000] and [$5,000] is due for each scan.
Damages of [$1,000]-[$5,000] per scan add up.
The regulator imposed a fine of [€20 million] on the scraper.
It was fined [20 million euros] in March.
A [$650-million] deal was approved.
Lawyers had asked for [$10]-[20 million].
The claim could be worth [$1] to [2 billion], its counsel warned.
The watchdog fined the school [200,000 SEK].
The ICO's [£7.5m] penalty was quashed; it had provisionally been [£17 million].
Italy's authority asked for [EUR 30.5 million] ([$33.7 million]).
The chain agreed to [US$5 million], or about [C$6.8 million].
An Australian court ordered [A$50,000] and [AU$1.2 million] in costs.
Swiss authorities may impose fines of up to [CHF 250,000].
In Poland the penalty was [1.1 million zlotys].
The Dutch agency set a penalty of [€ 750.000] per breach.
France's CNIL wants [5.2 million euro] more.
The Indian regulator may levy [Rs 250 crore] ([₹2.5 billion]).
A [$228M] verdict was thrown out in favour of a [$75M] settlement.
The fee award: [$1,234,567.89].
Brazil's fine was [R$ 50 million].
South Korea's commission fined it [6.7 billion won] for scanning faces.
The commission imposed a penalty of [₩6.7 billion].
She seeks [five million dollars] in damages.
The firm was fined [15 million pounds] by the tribunal.
A [NOK 65 million] sanction followed.
Each claimant could get [$200 USD].
Plaintiffs want [$5,000] for every intentional breach.
Damages exceed [$5 million], the threshold for federal court.
Its insurer paid [$1.25bn].
A settlement of [$100k] was rejected.
The penalty of [400,000 euros], imposed in May, stands.
Attorneys' fees of [$3.3 mln] were approved.
The startup, valued at $2 billion, declined to comment.
The $30 billion company denies everything.
It raised $40 million last year.
With annual revenue of $300 million, the firm can pay.
Shares of $META rose 3%.
Stolen were $39 worth of goods.
The app is free, and 5 million people use it.
Facebook bought the app for $1 billion.
The fine may reach 4% of turnover.
The cap is the higher of [€35 million] and 7% of global turnover.
Its $30 million Series B closed in May.
A $2,000 subscription is cheap.
The fine of [€251M] dwarfs it.
He paid a [$25] filing fee.
One euro was never the point.
The company, worth about $5 billion, settled for [$12 million].
The fund holds [$35 million]—minus fees of [$12 million]—for users.
""".strip().splitlines()

VALUES = [
    ("$650 million", 650_000_000, "USD"),
    ("$650M", 650_000_000, "USD"),
    ("$1,000", 1000, "USD"),
    ("€20 million", 20_000_000, "EUR"),
    ("20 million euros", 20_000_000, "EUR"),
    ("2.75 million euro", 2_750_000, "EUR"),
    ("2,75 million euros", 2_750_000, "EUR"),
    ("EUR 30.5 million", 30_500_000, "EUR"),
    ("£7.5m", 7_500_000, "GBP"),
    ("£7,552,800", 7_552_800, "GBP"),
    ("US$5 million", 5_000_000, "USD"),
    ("C$400,000", 400_000, "CAD"),
    ("AU$1.2 million", 1_200_000, "AUD"),
    ("CHF 1 million", 1_000_000, "CHF"),
    ("Rs 10 crore", 100_000_000, "INR"),
    ("5,000 dollars", 5000, "USD"),
    ("1.4 billion dollars", 1_400_000_000, "USD"),
    ("€20.000.000", 20_000_000, "EUR"),
    ("€ 750.000", 750_000, "EUR"),
    ("€20 000 000", 20_000_000, "EUR"),
    ("$551K", 551_000, "USD"),
    ("five million dollars", 5_000_000, "USD"),
    ("200,000 SEK", 200_000, "SEK"),
    ("R$ 50 million", 50_000_000, "BRL"),
    ("$33.50", 33.5, "USD"),
]


def marks(line: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize("line", SENTENCES)
def test_amounts_in_news_sentences(line: str) -> None:
    text, expected = marks(line)
    found = find(text)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize(("text", "value", "currency"), VALUES)
def test_value_and_currency(text: str, value: float, currency: str) -> None:
    assert parse(text) == (value, currency)


def test_name_is_a_plain_number_and_the_currency() -> None:
    assert [m.name for m in find("They paid $1.4 billion, then $33.50, then €2.5 million.")] == [
        "1400000000 USD",
        "33.5 USD",
        "2500000 EUR",
    ]


def test_a_range_shares_scale_and_currency() -> None:
    assert [m.name for m in find("It may cost $10-20 million.")] == ["10000000 USD", "20000000 USD"]


def test_nothing_in_words_without_money() -> None:
    assert parse("nothing to pay") is None
    assert find("") == []
