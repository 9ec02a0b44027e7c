import pytest

from nlp.components.dates import find

PUBLISHED = "2024-05-16"  # a Thursday

ABSOLUTE = [
    ("It was filed Feb. 10, 2021.", [("Feb. 10, 2021", "2021-02-10")]),
    ("It was filed on February 10th, 2021.", [("February 10th, 2021", "2021-02-10")]),
    ("On 10 February 2021 it fell.", [("10 February 2021", "2021-02-10")]),
    ("On the 3rd of May 2022 it fell.", [("the 3rd of May 2022", "2022-05-03")]),
    ("On Monday, Jan. 4, 2021, it fell.", [("Monday, Jan. 4, 2021", "2021-01-04")]),
    ("It dates from February 2021.", [("February 2021", "2021-02")]),
    ("It dates from March, 2021.", [("March, 2021", "2021-03")]),
    ("Signed 2021-02-10.", [("2021-02-10", "2021-02-10")]),
    ("Signed 23/10/2021.", [("23/10/2021", "2021-10-23")]),
    ("Signed 02/10/2021 for $5.", [("02/10/2021", "2021-02-10")]),
    ("Signed 02/10/2021 in Leeds.", [("02/10/2021", "2021")]),
    ("Signed 3.11.2021 in Bonn.", [("3.11.2021", "2021-11-03")]),
    ("Enacted in 2008, amended in 2024.", [("2008", "2008"), ("2024", "2024")]),
    ("The 2019 ruling stands.", [("2019", "2019")]),
    ("In the spring of 2020 it began.", [("spring of 2020", "2020")]),
    ("Between Jan. 4 and Jan. 17, 2023, two firms sued.", [("Jan. 4", "2023-01-04"), ("Jan. 17, 2023", "2023-01-17")]),
    (
        "From November 1, 2016, to December 31, 2021.",
        [("November 1, 2016", "2016-11-01"), ("December 31, 2021", "2021-12-31")],
    ),
]

RELATIVE = [
    ("A judge ruled today.", [("today", "2024-05-16")]),
    ("A judge ruled yesterday.", [("yesterday", "2024-05-15")]),
    ("A judge ruled Friday.", [("Friday", "2024-05-10")]),
    ("A judge ruled Thursday.", [("Thursday", "2024-05-16")]),
    ("A judge ruled last Thursday.", [("last Thursday", "2024-05-09")]),
    ("The court will hear it Tuesday.", [("Tuesday", "2024-05-21")]),
    ("It was filed this week.", [("this week", "2024-05")]),
    ("It was filed last week.", [("last week", "2024-05")]),
    ("It was filed last month.", [("last month", "2024-04")]),
    ("It was filed earlier this month.", [("earlier this month", "2024-05")]),
    ("It was filed earlier this year.", [("earlier this year", "2024")]),
    ("It was filed last year.", [("last year", "2023")]),
    ("It was filed two years ago.", [("two years ago", "2022")]),
    ("It was filed 10 days ago.", [("10 days ago", "2024-05-06")]),
    ("It was filed in January.", [("January", "2024-01")]),
    ("It was filed in October.", [("October", "2023-10")]),
    ("It was filed in May.", [("May", "2024-05")]),
    ("It was filed last June.", [("last June", "2023-06")]),
    ("It was filed Nov. 4.", [("Nov. 4", "2023-11-04")]),
    ("From April 17-April 24 it rained.", [("April 17", "2024-04-17"), ("April 24", "2024-04-24")]),
    ("It was filed on 4 November.", [("4 November", "2023-11-04")]),
    ("It was filed on May 2.", [("May 2", "2024-05-02")]),
    ("A hearing is set for July 9.", [("July 9", "2024-07-09")]),
    ("The judge ordered both to reply by June 7.", [("June 7", "2024-06-07")]),
    ("Claims are due by Jan. 9.", [("Jan. 9", "2025-01-09")]),
    ("The clocks came last summer.", [("last summer", "2023")]),
]

NONE = [
    "The 2,000 workers sued.",
    "Some 2000 workers sued.",
    "The 2015 workers sued.",
    "It cited 2019 IL 123186.",
    "The judge may rule.",
    "March on, they said.",
    "A few years ago it was rare.",
    "Its head, April Orlo, spoke.",
    "Room 2010 was full.",
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_dates_need_no_day_of_publication(text: str, expected: list[tuple[str, str]]) -> None:
    for published in (None, PUBLISHED):
        assert [(text[d.start : d.end], d.value) for d in find(text, published)] == expected


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[d.start : d.end], d.value) for d in find(text, PUBLISHED)] == expected
    assert find(text, None) == []


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert find(text, PUBLISHED) == []


def test_an_article_known_by_its_month_resolves_months_only() -> None:
    text = "It fell on Friday, in April and on May 2."
    assert [d.value for d in find(text, "2024-05")] == ["2024-04", "2024-05-02"]


def test_blocked_stretches_hold_no_dates() -> None:
    text = "The case, 2019-CH-100, and the Act of 2008."
    assert find(text, None, [(37, 41)]) == []


def test_a_day_in_the_paragraph_of_a_full_date_has_its_year() -> None:
    text = "Signed Feb. 10, 2021, after a hearing on Feb. 1.\n\nThen, on March 3, it fell."
    assert [d.value for d in find(text, None)] == ["2021-02-10", "2021-02-01"]
