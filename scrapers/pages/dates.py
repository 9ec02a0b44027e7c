"""When an article was published: the day its outlet printed on it, and the moment where the page tells one.

"2020-04-13T11:05:00-04:00"       13 April 2020, with the moment
"Apr 13, 2020, 11:05 am EDT | …"  the same
"03/04/2020", "May", "30 February 2020"  no date: an honest unknown beats a guess
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import htmldate
from dateparser.date import DateDataParser
from lxml.html import HtmlElement

from .clean import is_prose
from .hygiene import tidy

EARLIEST = date(1990, 1, 1)
LEEWAY = timedelta(days=2)  # clocks of outlets run ahead, and so do their zones
ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?!\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?", re.I
)
# What "ET" is depends on the day; dateparser knows "EDT" and "EST" only.
ZONES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin",
    "BST": "Europe/London",  # Bangladesh and Bougainville have the letters, and no outlet of ours
}
MONTH = r"[^\W\d_]{3,12}\.?"
CLOCK = r"(?:,? (?:at |à |um |alle )?\d{1,2}(?:[:.h]\d\d)? ?(?:[ap]\.?m\.?)?(?: (?-i:[A-Z]{2,5})| [+-]\d\d:?\d\d)?)?"
WRITTEN = re.compile(
    rf"\b(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th|er|º|\.)? (?:de )?{MONTH},?(?: de)? \d{{4}})"
    rf"(?![\d-]){CLOCK}",
    re.I,
)
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})(?:[./-]|年 ?)(\d\d?)(?:[./-]|月 ?)(\d\d?)(?!\d)")
YEAR_LAST = re.compile(r"(?<![\d./-])(\d\d?)([./-])(\d\d?)\2(\d{4})(?![\d./-])")
ZONE_AT_END = re.compile(r" ([A-Z]{2,4})$")
TIME_AT_END = re.compile(r"\d[:.h]\d\d|\d ?[ap]\.?m\.?", re.I)
# A dateline is a line of its own near the top, no sentence.
MAX_DATELINE = 160
DATELINE_ELEMENTS = 400
MAX_AROUND = 9  # words of a byline around the date
SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?]$")
DATELINE = (
    "[self::time or self::p or self::div or self::span or self::font or self::td or self::small or self::i"
    " or self::em or self::b or self::strong or self::li or self::h4 or self::h5 or self::h6 or self::center"
    " or self::section or self::header]"
    "[not(ancestor::footer or ancestor::aside or ancestor::nav)]"
)


@dataclass(frozen=True, slots=True)
class Published:
    """The outlet's local day, and the moment with its offset where both are told."""

    day: str  # YYYY-MM-DD
    at: str | None = None


def published(claims: Iterable[str], tree: HtmlElement, url: str, language: str | None = None) -> Published | None:
    """When the page says it was published: by its metadata, in order of trust, else by what the reader sees."""
    read = [found for claim in claims if (found := parse(claim, language))]
    if not read:
        shown = list(_datelines(tree, language))
        if len({found.day for found in shown}) == 1:
            return shown[0]
        # Of several dates on the page, teasers' among them, the one that htmldate takes; else the first.
        guess = _guess(tree, url, language)
        return next((found for found in shown if guess and found.day == guess.day), next(iter(shown), guess))
    # Outlets give the same date as a bare day and as a moment; the more trusted day stays.
    moment = next((found.at for found in read if found.at and abs(_days(found.day, read[0].day)) <= 1), None)
    return _local(Published(read[0].day, moment), tree, language)


def parse(raw: str, language: str | None = None) -> Published | None:
    """The date and moment that a string tells in full; None for anything incomplete, ambiguous or impossible."""
    raw = tidy(raw[:MAX_DATELINE])
    if iso := ISO.match(raw):
        return _iso(*iso.groups())
    if written := WRITTEN.search(raw):
        return _plausible(_written(written[0], language))
    return _plausible(_numeric(raw, language))


def _iso(day: str, clock: str | None, zone: str | None) -> Published | None:
    try:
        when = date.fromisoformat(day)
        if clock and zone:
            zone = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone
            moment = datetime.fromisoformat(f"{day}T{clock}{zone}")
            return _plausible(Published(day, moment.isoformat(timespec="seconds")))
    except ValueError:
        return None
    return _plausible(Published(when.isoformat()))


def _numeric(raw: str, language: str | None) -> Published | None:
    """A date in figures; which is the day must be told by the figures, by dots between them or by the language."""
    if found := YEAR_FIRST.search(raw):
        year, month, day = found.groups()
        orders = [(month, day)]
    elif found := YEAR_LAST.search(raw):
        one, mark, other, year = found.groups()
        orders = [(other, one)] if mark == "." or language in LANGUAGES else [(other, one), (one, other)]
    else:
        return None
    read = {iso for order in orders if (iso := _day(year, *order))}
    return Published(read.pop()) if len(read) == 1 else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@lru_cache(1000)  # a page tells the same date in several places
def _written(words: str, language: str | None) -> Published | None:
    words = words.strip(" ,")
    letters = ZONE_AT_END.search(words)
    place = ZONES.get(letters[1]) if letters else None
    if letters and place:
        words = words[: letters.start()]
    try:
        found = _reader(language if language in LANGUAGES else "en").get_date_data(words).date_obj
    except (ValueError, OverflowError, RecursionError, TypeError):
        return None
    if found is None or not 1 <= found.year <= 9999 or str(found.year) not in words:
        return None
    if place and TIME_AT_END.search(words):
        found = found.replace(tzinfo=ZoneInfo(place))
    at = found.isoformat(timespec="seconds") if found.tzinfo and TIME_AT_END.search(words) else None
    return Published(found.date().isoformat(), at)


@cache
def _reader(language: str) -> DateDataParser:
    return DateDataParser(languages=list(dict.fromkeys((language, "en"))), settings=STRICT)


def _plausible(found: Published | None) -> Published | None:
    latest = datetime.now(UTC).date() + LEEWAY
    return found if found and EARLIEST <= date.fromisoformat(found.day) <= latest else None


def _local(found: Published, tree: HtmlElement, language: str | None) -> Published:
    """The outlet's own day of a moment that its software gives in UTC, if the page shows it to the reader."""
    if found.at and found.at.endswith("+00:00"):
        shown = next(_datelines(tree, language), None)
        if shown and abs(_days(shown.day, found.day)) == 1:
            return Published(shown.day, shown.at or found.at)
    return found


def _datelines(tree: HtmlElement, language: str | None) -> Iterator[Published]:
    """Dates that stand on a line of their own, those below the headline first: beside it are teasers' dates."""
    for where in (f"(//h1)[1]/following::*{DATELINE}", f"//body//*{DATELINE}"):
        for element in tree.xpath(where)[:DATELINE_ELEMENTS]:
            claims = [element.get("datetime", "")] if element.tag == "time" else []
            text = _own_line(element)
            if len(text) <= MAX_DATELINE and sum(c.isdigit() for c in text) >= 5 and _is_dateline(text):
                claims.append(text)
            for claim in claims:
                if found := parse(claim, language):
                    yield found


def _is_dateline(text: str) -> bool:
    """Whether a line tells a date and perhaps who wrote when, and is no sentence or title around a date."""
    found = WRITTEN.search(text) or ISO.search(text) or YEAR_FIRST.search(text) or YEAR_LAST.search(text)
    if found is None:
        return False
    around = text[: found.start()].split() + text[found.end() :].split()
    return len(around) <= MAX_AROUND and not SENTENCE.search(text)


def _own_line(element: HtmlElement) -> str:
    """The first line of text inside an element, its inline parts joined."""
    words: list[str] = []
    length = 0
    for part in element.iter():
        if part is not element and part.tag in ("br", "p", "div", "table", "tr", "ul", "li", "h1", "h2", "h3"):
            break
        words.append(part.text or "")
        if part is not element:
            words.append(part.tail or "")
        length += len(words[-1])
        if length > MAX_DATELINE:
            break
    return tidy(" ".join(words)[: MAX_DATELINE + 1])


def _guess(tree: HtmlElement, url: str, language: str | None) -> Published | None:
    """What htmldate reads from markup, short lines and address; its 1 January is a year without a day."""
    latest = datetime.now(UTC) + LEEWAY
    tree = deepcopy(tree)
    for element in tree.xpath("//footer | //aside | //nav"):  # the dates of other stories, and of the copyright
        element.drop_tree()
    for element in list(tree.iter("p", "li", "td", "blockquote")):
        line = tidy(element.text_content())
        if is_prose(line) or (YEAR_LAST.search(line) and parse(line, language) is None):
            element.clear(keep_tail=True)
    try:
        day = htmldate.find_date(
            tree, extensive_search=True, original_date=True, url=url, min_date="1990-01-01", max_date=latest
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return _plausible(Published(day)) if day and not day.endswith("-01-01") else None


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(one) - date.fromisoformat(other)).days


STRICT = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
    "DATE_ORDER": "MDY",
}
# Those of dateparser's that outlets here have been met in; all of them write the day before the month.
LANGUAGES = frozenset(
    ["ca", "cs", "da", "de", "el", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"]
)
