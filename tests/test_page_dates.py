from datetime import UTC, datetime, timedelta

import pytest
from lxml.html import document_fromstring

from scrapers.pages.dates import Published, parse, published

URL = "http://www.courtdesk.example/clock-suit"


@pytest.mark.parametrize(
    ("raw", "day", "at"),
    [
        ("2020-04-13T11:05:00-04:00", "2020-04-13", "2020-04-13T11:05:00-04:00"),
        ("2020-04-13T23:05:00-0500", "2020-04-13", "2020-04-13T23:05:00-05:00"),
        ("2020-04-13T11:05:00.123Z", "2020-04-13", "2020-04-13T11:05:00+00:00"),
        ("2020-04-13 11:05:00 +02:00", "2020-04-13", "2020-04-13T11:05:00+02:00"),
        ("2020-04-13T11:05:00", "2020-04-13", None),
        ("2020-04-13", "2020-04-13", None),
        ("Apr 13, 2020, 11:05 am EDT | Maria Stone", "2020-04-13", "2020-04-13T11:05:00-04:00"),
        ("Jan 13, 2020, 11:05 am EST", "2020-01-13", "2020-01-13T11:05:00-05:00"),
        ("April 13, 2020 at 4 p.m. ET", "2020-04-13", "2020-04-13T16:00:00-04:00"),
        ("January 13, 2020 4:30 PM CT", "2020-01-13", "2020-01-13T16:30:00-06:00"),
        ("Published: Monday, April 13th, 2020", "2020-04-13", None),
        ("Updated 13 April 2020, 10:15", "2020-04-13", None),
        ("13 Sept. 2020", "2020-09-13", None),
        ("13.04.2020 | 11:05", "2020-04-13", None),
        ("3.4.2020", "2020-04-03", None),
        ("04/13/2020", "2020-04-13", None),
        ("13/04/2020", "2020-04-13", None),
        ("04/04/2020", "2020-04-04", None),
        ("2020/4/3", "2020-04-03", None),
        ("2020年4月3日", "2020-04-03", None),
    ],
)
def test_parse(raw, day, at):
    assert parse(raw) == Published(day, at)


@pytest.mark.parametrize(
    ("raw", "language", "day"),
    [
        ("13 avril 2020 à 11h05", "fr", "2020-04-13"),
        ("Le 1er mars 2021", "fr", "2021-03-01"),
        ("13. März 2021", "de", "2021-03-13"),
        ("13 de abril de 2020", "es", "2020-04-13"),
        ("3 maggio 2021", "it", "2021-05-03"),
        ("3 mei 2021", "nl", "2021-05-03"),
        ("3 мая 2021", "ru", "2021-05-03"),
        ("03/05/2021", "fr", "2021-05-03"),
    ],
)
def test_parse_in_other_languages(raw, language, day):
    assert parse(raw, language) == Published(day)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "1",
        "May",
        "May 2020",
        "2020",
        "2020-04",
        "99999",
        "03/04/2021",
        "13/14/2021",
        "192.168.10.2021",
        "yesterday",
        "3 hours ago",
        "2024-02-30",
        "2024-02-30T10:00:00Z",
        "2024-04-13T25:00:00Z",
        "30 February 2024",
        "February 30, 2024",
        "Count 13, 2020",
        "0001-01-01",
        "1850-03-03",
        "March 3, 1850",
        "2099-01-02",
        "Jan 2, 2099",
        "2020-04-1345",
        "x" * 10_000,
    ],
)
def test_no_date(raw):
    assert parse(raw) is None


def test_a_date_two_days_ahead_is_a_clock_that_runs_fast():
    now = datetime.now(UTC)
    assert parse((now + timedelta(days=1)).date().isoformat()) is not None
    assert parse((now + timedelta(days=4)).date().isoformat()) is None


@pytest.mark.parametrize(
    ("claims", "body", "expected"),
    [
        (["2020-04-13", "2020-04-13T11:05:00-04:00"], "", Published("2020-04-13", "2020-04-13T11:05:00-04:00")),
        (["2020-04-13", "2020-06-01T11:05:00-04:00"], "", Published("2020-04-13")),
        (["soon", "2020-04-13"], "", Published("2020-04-13")),
        # Software that writes UTC: the reader's day is the outlet's.
        (
            ["2020-04-14T02:05:00Z"],
            "<h1>A</h1><p>April 13, 2020</p>",
            Published("2020-04-13", "2020-04-14T02:05:00+00:00"),
        ),
        (
            ["2020-04-14T02:05:00Z"],
            "<h1>A</h1><p>May 3, 2021</p>",
            Published("2020-04-14", "2020-04-14T02:05:00+00:00"),
        ),
        (
            [],
            "<h1>A</h1><time datetime='2020-04-13T11:05:00-04:00'>then</time>",
            Published("2020-04-13", "2020-04-13T11:05:00-04:00"),
        ),
        (
            [],
            "<div>May 3, 2021</div><h1>A</h1><div class=meta><span>By Jon Vale</span> <span>13 April 2020</span></div>",
            Published("2020-04-13"),
        ),
        ([], "<table><tr><td><b>A</b><br><font>Apr 13, 2020 | Jon Vale</font><br>Text", Published("2020-04-13")),
        ([], "<h1>A</h1><p>The suit was filed on April 13, 2020, and the chain was served on the next day.</p>", None),
        ([], "<h1>A</h1><p>Copyright 2020</p>", None),
        (
            [],
            "<h1>A</h1><div>May 3, 2021</div><div class=meta><time pubdate datetime=2020-04-13>then</time></div>",
            Published("2020-04-13"),
        ),
        ([], "<h1>A</h1><footer><p>April 13, 2020</p></footer><aside><time datetime=2020-04-13>x</time></aside>", None),
        ([], "<h1>A</h1><p>03/04/2021</p>", None),
    ],
)
def test_published(claims, body, expected):
    assert published(claims, document_fromstring(f"<html><body>{body}</body></html>"), URL) == expected


def test_the_address_may_tell_the_day():
    tree = document_fromstring("<html><body><h1>A</h1><p>Text</p></body></html>")
    assert published([], tree, "http://www.courtdesk.example/2020/04/13/clock-suit") == Published("2020-04-13")
    assert published([], tree, "http://www.courtdesk.example/2020/04/clock-suit") is None
