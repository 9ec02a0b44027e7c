"""Headlines and leads with the event they report, its date, and what their amounts are for."""

import pytest

from nlp.model import read

LEADS = [
    ("Nurse sues hospital over thumb scans", "A nurse filed a class action on May 6.", "complaint", "2024-05-06"),
    ("Chain hit with BIPA class action", "The suit was filed Monday by a cook.", "complaint", "2024-05-06"),
    ("Retailer asks judge to toss face-scan suit", "It moved to dismiss on Tuesday.", "motion", "2024-05-07"),
    ("Judge certifies class of drivers", "She certified the class on Tuesday.", "class_certification", "2024-05-07"),
    ("Chain must face fingerprint suit", "A judge refused on Monday to dismiss the case.", "ruling", "2024-05-06"),
    ("Judge tosses fingerprint suit", "A federal judge dismissed the complaint on Monday.", "dismissal", "2024-05-06"),
    ("Jury sides with truckers", "Jurors returned a verdict on Monday.", "verdict", "2024-05-06"),
    ("Gym chain to pay $5 million", "The chain agreed on Monday to settle the suit.", "settlement", "2024-05-06"),
    ("Appeals court revives nurse's suit", "The panel reversed the dismissal on Monday.", "appeal", "2024-05-06"),
    ("Watchdog fines start-up €2 million", "The CNIL fined the firm on Monday.", "enforcement", "2024-05-06"),
    ("Regulator opens inquiry into selfie checks", "The ICO opened it on Monday.", "investigation", "2024-05-06"),
    ("Governor signs privacy bill", "The governor signed the measure into law on Monday.", "legislation", "2024-05-06"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "lead", "type_", "date"), LEADS)
def test_events(headline: str, lead: str, type_: str, date: str) -> None:
    event = read(f"{headline}\n\n{lead}", "2024-05-08")._.news.events[0]
    assert (event.type, event.date) == (type_, date)


def test_history_is_no_news() -> None:
    text = "Chain asks judge to toss suit\n\nThe motion was filed Monday. A cook filed the suit in January 2023."
    news = read(text, "2024-05-08")._.news
    assert [event.type for event in news.events] == ["motion"]
    assert news.filed is not None
    assert news.filed.value == "2023-01"


def test_no_trigger_no_event() -> None:
    assert read("Airport gets face gates\n\nTravellers may walk through.", "2024-05-08")._.news.events == ()


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The chain agreed to pay $5 million to settle the suit.", ["settlement"]),
        ("The agency fined the chain $5 million.", ["fine"]),
        ("Jurors awarded the drivers $5 million.", ["verdict"]),
        ("BIPA allows damages of $1,000 or $5,000 per violation.", ["statutory_damages", "statutory_damages"]),
        ("Lawyers will receive $2 million in attorneys' fees from the $5 million settlement.", ["fees", "settlement"]),
        ("The plaintiffs seek $10 million in damages.", ["damages_sought"]),
        ("The gates cost $10 million.", []),
        ("Under the settlement each member gets about $345.", []),
    ],
)
def test_kinds_of_amounts(sentence: str, kinds: list[str]) -> None:
    text = f"A case over prints\n\nA judge heard the case.\n\nThe law is strict.\n\n{sentence}"
    assert [amount.kind for amount in read(text, "2024-05-08")._.news.amounts] == kinds
