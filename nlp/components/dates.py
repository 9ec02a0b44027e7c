"""Dates, told outright or by the day on which the article appeared, never more precise than the words.

The suit was filed [Feb. 10, 2021], and dismissed [in] [March 2023].
A judge ruled [Friday] that the claims, brought [last year], may go on.
The 2,000 workers had until [June 30] to object.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from .. import calendar
from ..calendar import MONTHS, NUMBERS, Anchor
from ..facts import Date, Mention
from ..plain import plain
from ..text import lay, text_of

Match = re.Match[str]
GROUPS = ("statutes", "dockets", "captions", "money")

MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19[5-9]|20[0-4])\d)"
DAYS = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = rf"(?P<weekday>{DAYS}|(?:Mon|Tues?|Wed|Thurs?|Fri)(?=\.,? [A-Z]))"
ON_WEEKDAY = rf"(?:(?:{DAYS}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.),? )?"
WAY = r"(?:(?P<way>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) )?"
COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|a few|several)"
)
NOT_MORE = (
    r"(?![\d,.-]*\d|[-/]\w"
    r"| (?:million|billion|people|workers|employees|users|customers|class members|IL\b|WL\b|F\.))"
)

FULL = re.compile(rf"\b{ON_WEEKDAY}{MONTH} {DAY}(?:,? (?:of |in )?){YEAR}\b")
EUROPEAN = re.compile(rf"\b{ON_WEEKDAY}(?:the )?(?<![\d.,])\b{DAY}(?: of)? {MONTH},? {YEAR}\b")
ISO = re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?![\w/-])")
SLASHED = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<year>20\d\d|(?<=/)\d\d)(?![\w/-])"
)
MONTH_YEAR = re.compile(rf"\b{MONTH},? (?:of )?{YEAR}\b(?![\d-])")
BARE_DAY = re.compile(
    rf"\b{ON_WEEKDAY}{MONTH} {DAY}\b(?!,\d{{3}}|\.\d|-(?:year|day|page|count)| (?:million|billion|people|workers)\b)"
)
BARE_EUROPEAN = re.compile(rf"\b{ON_WEEKDAY}(?<![\d.,$€£])\b{DAY}(?: of)? {MONTH}(?! \d)")


def _after(*words: str) -> str:
    """A pattern that holds behind one of the words, which may open the sentence."""
    return "|".join(rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]})" for word in words)


# "May" and "March" are words as well, and so a bare month needs a word before it.
AFTER_WORD = _after(
    *("in ", "since ", "late ", "early ", "mid-", "until ", "before ", "after "),
    *("by ", "from ", "during ", "through ", "of "),
)
BARE_MONTH = re.compile(rf"(?:{AFTER_WORD})(?P<way>(?:last|this|next) )?{MONTH}(?=[\s,.;:)'\u2014-])(?! \d)")
WAY_MONTH = re.compile(rf"\b(?P<way>[Ll]ast|[Tt]his|[Tt]his past|[Nn]ext) {MONTH}(?=[\s,.;:)'\u2014])(?! \d)")
SEASON = re.compile(
    r"\b(?:(?P<way>[Ll]ast|[Tt]his|[Tt]his past) (?P<season>spring|summer|fall|autumn|winter)\b"
    rf"|(?:spring|summer|fall|autumn|winter)(?: of|,)? {YEAR})\b"
)
DAY_NAME = re.compile(rf"\b{WAY}{WEEKDAY}\b")
NAMED_DAY = re.compile(
    r"\b(?P<name>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon)|[Tt]onight|[Ll]ast night)\b(?!'s\b)"
)
UNIT = re.compile(
    r"\b(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?(?P<way>[Tt]his|[Ll]ast|[Nn]ext|the past|the previous)"
    r" (?P<unit>week|month|year)\b(?!-)"
)
AGO = re.compile(rf"\b{COUNT} (?P<unit>day|week|month|year)s? ago\b")
BEFORE_YEAR = AFTER_WORD + "|" + _after("year ", "between ", "back to ", "the ", "a ", "his ", "its ", "their ")
YEAR_ALONE = re.compile(rf"(?:{BEFORE_YEAR}|(?<=20\d\d to )|(?<=20\d\d and )){YEAR}\b(?!-\d){NOT_MORE}")
LATER_YEAR = re.compile(rf",? (?:and|to|through|until|or|-) (?:{MONTH} )?\d\d?,? {YEAR}\b")
# What makes "the 2019 …" a year and not a number of things.
YEARLY = re.compile(
    r"(?:'s)? (?:[a-z-]+ ){0,2}(?:law|act|statute|suit|lawsuit|complaint|case|ruling|decision|opinion|order|settlement|"
    r"deal|amendment|report|study|agreement|verdict|fine|filing|action|breach|finding|judgment|election"
    r"|investigation|consent|"
    r"merger|acquisition|appeal|interview|memo|article|class|precedent|measure|bill|regulation|penalty)s?\b",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:[Tt]he|[Aa]|[Hh]is|[Ii]ts|[Tt]heir) $")
# Words before a date that put it ahead of the article, not behind.
AHEAD = re.compile(
    r"\b(?:will|shall|next|upcoming|scheduled|set for|slated|due|deadline|hearing is|hearing on|takes? effect"
    r"|to be held|"
    r"ha(?:ve|s) until|must|expected|effective|starting|beginning|no later than|submit|trial is)\b[^.;]{0,60}$"
    r"|\bto [a-z]+\b[^.;]{0,60}\b(?:by|before|until) $",
    re.IGNORECASE,
)
WAS = re.compile(r"\b(?:was|were|had|took effect|has been)\b[^.;]{0,40}$", re.IGNORECASE)


def find(text: str, published: str | None, blocked: Sequence[tuple[int, int]] = ()) -> list[Date]:
    """All dates outside the blocked stretches that can be told, in text order; relative ones need `published`."""
    article = plain(text)
    taken = bytearray(len(text) + 1)
    for start, end in blocked:
        taken[start:end] = b"\1" * (end - start)
    found: list[Date] = []
    for pattern, resolve in RESOLVERS:
        for match in pattern.finditer(article):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            value = resolve(match, calendar.anchor(published))
            if value is not None and _is_sane(value, published):
                found.append(Date(start, end, value))
                taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda d: d.start)


def _is_sane(value: str, published: str | None) -> bool:
    """Whether it lies in the years that an article of its time can speak of."""
    return published is None or int(value[:4]) <= int(published[:4]) + 15


def _month(match: Match) -> int:
    return MONTHS[match["month"].rstrip(".").lower()]


def _is_ahead(match: Match) -> bool:
    before = match.string[max(0, match.start() - 90) : match.start()]
    sentence = re.split(r"[.!?] (?=[A-Z])|\n", before)[-1]
    return bool(AHEAD.search(sentence)) and not WAS.search(sentence)


def _full(match: Match, _: Anchor | None) -> str | None:
    return calendar.iso(int(match["year"]), _month(match), int(match["day"]))


def _iso(match: Match, _: Anchor | None) -> str | None:
    return calendar.iso(int(match["year"]), int(match["number"]), int(match["day"]))


def _slashed(match: Match, _: Anchor | None) -> str | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    year += 2000 if year < 100 else 0
    if match["sign"] == "." or one > 12:
        return calendar.iso(year, two, one)
    if two > 12 or one == two or re.search(r"\$\d|\bU\.S\.|\bIllinois\b", match.string):
        return calendar.iso(year, one, two)
    return calendar.iso(year)  # 02/10/2021 may be February or October


def _month_year(match: Match, _: Anchor | None) -> str | None:
    return calendar.iso(int(match["year"]), _month(match))


def _bare_day(match: Match, near: Anchor | None) -> str | None:
    number, of_month = int(match["day"]), _month(match)
    # "between Jan. 4 and Jan. 17, 2023": the year comes with the second.
    later = LATER_YEAR.match(match.string, match.end())
    if later:
        return calendar.iso(int(later["year"]), of_month, number)
    if near is None:
        start = match.string.rfind("\n", 0, match.start()) + 1
        told = [*FULL.finditer(match.string, start, match.start())]
        return calendar.iso(int(told[-1]["year"]), of_month, number) if told else None
    return calendar.day(number, of_month, near, ahead=_is_ahead(match))


def _bare_month(match: Match, near: Anchor | None) -> str | None:
    if near is None:
        return None
    way = (match["way"] or "").strip().lower().split(" ")[0] or None
    return calendar.month(_month(match), near, way=way, ahead=way is None and _is_ahead(match))


def _season(match: Match, near: Anchor | None) -> str | None:
    if match["year"]:
        return calendar.iso(int(match["year"]))
    way = match["way"].lower().split(" ")[0] if match["way"] else None
    return calendar.season(match["season"], near, way=way) if near else None


def _weekday(match: Match, near: Anchor | None) -> str | None:
    way = match["way"].lower() if match["way"] else None
    way = {"this past": "last", "this coming": "next"}.get(way or "", way)
    return calendar.weekday(match["weekday"].lower(), near, way=way, ahead=_is_ahead(match)) if near else None


def _named_day(match: Match, near: Anchor | None) -> str | None:
    name = match["name"].lower()
    count = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(name, 0)
    return calendar.shifted(count, "day", near) if near else None


def _unit(match: Match, near: Anchor | None) -> str | None:
    count = {"this": 0, "next": 1}.get(match["way"].lower(), -1)
    return calendar.shifted(count, match["unit"], near) if near else None


def _ago(match: Match, near: Anchor | None) -> str | None:
    told = match["count"]
    count = int(told) if told.isdigit() else NUMBERS.get(told)
    # "a few years ago" tells no year.
    return calendar.shifted(-count, match["unit"], near) if near and count else None


def _year(match: Match, _: Anchor | None) -> str | None:
    before = match.string[max(0, match.start() - 6) : match.start()]
    if OPENING.search(before) and not YEARLY.match(match.string, match.end()):
        return None
    return calendar.iso(int(match["year"]))


# The longest forms first: what one has taken, the next ones leave alone.
RESOLVERS: tuple[tuple[re.Pattern[str], Callable[[Match, Anchor | None], str | None]], ...] = (
    (FULL, _full),
    (EUROPEAN, _full),
    (ISO, _iso),
    (SLASHED, _slashed),
    (SEASON, _season),
    (MONTH_YEAR, _month_year),
    (BARE_DAY, _bare_day),
    (BARE_EUROPEAN, _bare_day),
    (WAY_MONTH, _bare_month),
    (BARE_MONTH, _bare_month),
    (DAY_NAME, _weekday),
    (NAMED_DAY, _named_day),
    (UNIT, _unit),
    (AGO, _ago),
    (YEAR_ALONE, _year),
)


def _mentions(text: str, dates: Sequence[Date]) -> Iterator[Mention]:
    for found in dates:
        yield Mention(found.start, found.end, "DATE", text[found.start : found.end], found.value)


@Language.component("biodocket_dates", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `dates`, resolved against the document's `published`."""
    blocked = [(s.start_char, s.end_char) for group in GROUPS for s in doc.spans.get(group, ())]
    lay(doc, "dates", _mentions(text_of(doc), find(text_of(doc), doc._.published, blocked)))
    return doc
