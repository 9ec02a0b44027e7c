"""Headlines and leads with the event that their words tell, and what the words around amounts say of them."""

import pytest
from spacy.tokens import Doc

from nlp.model import read
from nlp.report import Report, report
from nlp.reporting import totalled

LEADS = [
    ("Nurse sues hospital over thumb scans", "A nurse filed a class action on May 6.", "complaint"),
    ("Chain hit with BIPA class action", "The suit was filed Monday by a cook.", "complaint"),
    ("Retailer asks judge to toss face-scan suit", "It moved to dismiss on Tuesday.", "motion"),
    ("Judge certifies class of drivers", "She certified the class on Tuesday.", "class_certification"),
    ("Chain must face fingerprint suit", "A judge refused on Monday to dismiss the case.", "ruling"),
    ("Judge tosses fingerprint suit", "A federal judge dismissed the complaint on Monday.", "dismissal"),
    ("Jury sides with truckers", "Jurors returned a verdict on Monday.", "verdict"),
    ("Gym chain to pay $5 million", "The chain agreed on Monday to settle the suit.", "settlement"),
    ("Appeals court revives nurse's suit", "The panel reversed the dismissal on Monday.", "appeal"),
    ("Watchdog fines start-up €2 million", "The CNIL fined the firm on Monday.", "enforcement"),
    ("Regulator opens inquiry into selfie checks", "The ICO opened it on Monday.", "investigation"),
    ("Governor signs privacy bill", "The governor signed the measure into law on Monday.", "legislation"),
]


def told(text: str) -> tuple[Doc, Report]:
    doc = read(text, "2024-05-08")
    return doc, report(doc)


@pytest.mark.parametrize(("headline", "lead", "type_"), LEADS)
def test_words_that_tell_of_events(headline: str, lead: str, type_: str) -> None:
    totals = totalled(told(f"{headline}\n\n{lead}")[1].signs)
    assert max(totals, key=lambda key: totals[key]) == type_


def test_history_weighs_less_than_news() -> None:
    text = "Chain asks judge to toss suit\n\nThe motion was filed Monday. A cook filed the suit in January 2023."
    doc, found = told(text)
    totals = totalled(found.signs)
    assert totals["motion"] > 5 * totals["complaint"]
    assert doc._.news.filed is not None
    assert doc._.news.filed.value == "2023-01"


def test_no_words_no_sign() -> None:
    assert told("Airport gets face gates\n\nTravellers may walk through.")[1].signs == ()


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The chain agreed to pay $5 million to settle the suit.", ["settlement"]),
        ("The agency fined the chain $5 million.", ["fine"]),
        ("Jurors awarded the drivers $5 million.", ["verdict"]),
        ("BIPA allows damages of $1,000 or $5,000 per violation.", ["statutory_damages", "statutory_damages"]),
        ("Lawyers will receive $2 million in attorneys' fees from the $5 million settlement.", ["fees", "settlement"]),
        ("The plaintiffs seek $10 million in damages.", ["damages_sought"]),
        ("The gates cost $10 million.", [""]),
    ],
)
def test_words_that_tell_what_an_amount_is_for(sentence: str, kinds: list[str]) -> None:
    found = told(f"A case over prints\n\nA judge heard the case.\n\nThe law is strict.\n\n{sentence}")[1]
    assert [kind for _, kind in found.sums] == kinds
