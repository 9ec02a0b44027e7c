"""Who is who across articles: what is one is joined, what only looks alike stays apart."""

from itertools import permutations
from typing import Any

import pytest

from pipelines.matching import (
    Report,
    ReportedEvent,
    clusters,
    dates_agree,
    normal_docket,
    normal_name,
    same_case,
    same_event,
    same_party,
    tied,
)


def report(id: int = 1, **told: Any) -> Report:
    names = {key: frozenset(map(normal_name, told.pop(key, ()))) for key in ("plaintiffs", "defendants", "regulators")}
    fields: dict[str, Any] = {"docket": None, "caption": None, "filed": None, "published": "2024-05-01", **told}
    return Report(id=id, courts=frozenset(fields.pop("courts", ())), **names, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harborline Logistics, Inc.", "harborline logistics"),
        ("The Quill Company", "Quill"),
        ("Ortega’s Foods LLC", "Ortega's Foods"),
        ("Visage AI Ltd.", "Visage AI"),
        ("Bolt & Sons Co., Inc.", "Bolt & Sons"),
    ],
)
def test_names_that_are_written_differently(one: str, other: str) -> None:
    assert normal_name(one) == normal_name(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1:22-cv-04567", "22-cv-4567", True),
        ("1:22-cv-04567-ABC", "22 C 4567", True),
        ("2023-CH-01234", "2023 CH 01234", True),
        ("1:22-cv-04567", "1:23-cv-04567", False),
        ("2023-CH-01234", "2023-L-01234", False),
    ],
)
def test_docket_numbers(one: str, other: str, same: bool) -> None:
    assert (normal_docket(one) == normal_docket(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("harborline", "harborline logistics", True),
        ("harborline logistics", "harborline foods", False),
        ("ana ruiz", "ruiz", False),
        ("", "harborline", False),
    ],
)
def test_parties(one: str, other: str, same: bool) -> None:
    assert same_party(one, other) is same


SUIT = {"plaintiffs": ["Ana Ruiz"], "defendants": ["Harborline Logistics, Inc."], "courts": ["ilnd"]}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (SUIT, True),
        (SUIT | {"defendants": ["Harborline"], "courts": []}, True),
        (SUIT | {"filed": "2024-04"}, True),
        (SUIT | {"filed": "2019-02"}, False),
        (SUIT | {"docket": "1:24-cv-9"}, False),
        (SUIT | {"docket": "24 C 3001"}, True),
        (SUIT | {"plaintiffs": ["Ben Okoro"]}, False),
        (SUIT | {"plaintiffs": []}, False),
        (SUIT | {"defendants": ["Pinnacle Foods"]}, False),
        ({"docket": "1:24-cv-03001", "courts": ["ilnd"]}, True),
        ({"caption": "Ruiz v. Harborline Logistics Inc", "defendants": ["Harborline"]}, True),
    ],
)
def test_suits(other: dict[str, Any], same: bool) -> None:
    one = report(docket="1:24-cv-03001", filed="2024-04-12", caption="Ruiz v. Harborline Logistics, Inc.", **SUIT)
    decisions = {same_case(one, report(2, **other)), same_case(report(2, **other), one)}
    assert {decision.same for decision in decisions} == {same}
    assert all(decision.reason for decision in decisions)


def test_two_regulators_orders_years_apart_are_two_matters() -> None:
    fine = {"regulators": ["CNIL"], "defendants": ["Visage SA"]}
    first = report(1, published="2022-10-20", **fine)
    assert same_case(first, report(2, published="2022-10-22", **fine)).same
    assert not same_case(first, report(3, published="2024-01-09", **fine)).same
    assert not same_case(first, report(4, published="2022-10-21", regulators=["Garante"], defendants=["Visage"])).same


def event(id: int, **told: Any) -> ReportedEvent:
    return ReportedEvent(**{"id": id, "case_id": 1, "type": "ruling", "date": None, "published": "2024-05-01"} | told)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"date": "2024-04"}, {"date": "2024-04-28"}, True),
        ({"date": "2024-04-26"}, {"date": "2024-04-29"}, True),
        ({"date": "2024-01-26"}, {"date": "2024-04-29"}, False),
        ({"date": "2024-04"}, {"date": "2024-05"}, False),
        ({"date": "2024-04"}, {"date": "2024-04", "type": "dismissal"}, False),
        ({"date": "2024-04"}, {"date": "2024-04", "case_id": 2}, False),
        ({}, {"published": "2024-05-03"}, True),
        ({}, {"published": "2024-09-03"}, False),
        ({}, {"published": None}, False),
        ({"type": "complaint"}, {"type": "complaint", "published": "2024-09-03"}, True),
    ],
)
def test_events(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert same_event(event(1, **one), event(2, **other)).same is same
    assert same_event(event(2, **other), event(1, **one)).same is same


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (None, "2024", True),
        ("2024", "2024-05", True),
        ("2024-05", "2024-05-09", True),
        ("2024-05-09", "2024-05-12", True),
        ("2024-05-09", "2024-06-12", False),
        ("2024-05", "2024-06", False),
        ("2023", "2024-01", False),
    ],
)
def test_dates_of_different_precision(one: str | None, other: str | None, agree: bool) -> None:
    assert dates_agree(one, other, days=10) is agree


def test_the_order_of_arrival_does_not_matter() -> None:
    suits = [
        report(1, **SUIT, filed="2024-04"),
        report(2, **SUIT, docket="1:24-cv-03001"),
        report(3, docket="24 C 3001"),
        report(4, plaintiffs=["Ben Okoro"], defendants=["Harborline Logistics"]),
    ]
    groups = {
        frozenset(frozenset(r.id for r in group) for group in clusters(order, tied(order)))
        for order in map(list, permutations(suits))
    }
    assert groups == {frozenset({frozenset({1, 2, 3}), frozenset({4})})}
