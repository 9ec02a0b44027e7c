"""Generic words that clearly mean one court, by the place they name.

- [A Chicago federal judge] threw out the claim.
- The suit was filed in [federal court in Dallas].
- It began as a [Cook County lawsuit].
"""

import re
from collections.abc import Callable
from functools import cache

from .. import courthouses, venues
from ..facts import Mention
from ..plain import is_whole, plain

Place = Callable[[str], str | None]

BENCH = r"(?:district |magistrate |trial )?(?:court(?:room|house)?s?|judges?|jury|jurors|magistrate|bench)"
ACTION = r"(?:lawsuits?|suits?|complaints?|class actions?|case|trial)"
FEDERAL = r"(?:federal|[Ff]ederal [Dd]istrict|U\.S\. [Dd]istrict|US [Dd]istrict|U\.S\. [Mm]agistrate|US [Mm]agistrate)"
JUDGE = r"(?: [Jj]udge)?(?: [A-Z][\w'.-]*){0,4},?"
IN = r" (?:sitting |based )?(?:in|of) (?:downtown |the )?"
DIRECTION = r"(?P<direction>[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|[Cc]entral|[Mm]iddle)"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str | None]], ...]:
    cities = "|".join(re.escape(city) for city in sorted(courthouses.district_seats(), key=len, reverse=True))
    lone = [state.name for state in courthouses.states().values() if not state.districts and state.postal != "dc"]
    place = f"(?P<place>{cities}|{'|'.join(sorted(lone, key=len, reverse=True))})(?! County)"
    seats = "|".join(re.escape(city) for city in sorted(courthouses.circuit_seats(), key=len, reverse=True))
    local = "|".join(sorted(courthouses.state_court_seats(), key=len, reverse=True))
    state = f"(?P<state>{venues.state_names()})"
    rules: list[tuple[str, Callable[[re.Match[str], str], str | None]]] = [
        (rf"{place}(?:-based|'s)? (?:U\.S\. )?[Ff]ederal (?!appe|bankr){BENCH}", _district),
        (rf"{FEDERAL} (?:{BENCH}|[Cc]ourt|[Jj]udge){JUDGE}{IN}{place}", _district),
        (rf"{FEDERAL} (?:{BENCH}|[Jj]udge){JUDGE} who (?:sits|presides|hears cases|is based) in {place}", _district),
        (rf"[Ff]ederal {ACTION}(?: \w+){{0,2}} in {place}", _district),
        (rf"{ACTION} in {place} federal court", _district),
        (rf"{FEDERAL} (?:{BENCH}|[Cc]ourt|[Jj]udge){JUDGE} in {DIRECTION} {state}", _by_direction),
        (rf"{DIRECTION} {state}(?:'s)? federal {BENCH}", _by_direction),
        (rf"(?:federal )?bankruptcy (?:court|judge){JUDGE}{IN}{place}", _bankruptcy),
        (rf"(?P<seat>{seats})-based (?:(?:U\.S\.|federal) )?(?:court of appeals|appeals (?:court|panel))", _circuit),
        (rf"federal (?:appeals|appellate) (?:court|panel|judges){IN}(?P<seat>{seats})", _circuit),
        (rf"(?P<seat>{seats}) federal (?:appeals|appellate) (?:court|panel|judges)", _circuit),
        (rf"Cook County (?:[Cc]ircuit |[Aa]ssociate |[Cc]hancery |[Ss]tate )?(?:[Jj]udge|{BENCH}|{ACTION})", _cook),
        (
            rf"(?:{ACTION}|filed|sued|lodged|brought|court|judge|pending|removed)(?: \w+){{0,3}}"
            r" (?:in|from) Cook County(?! (?:Jail|Record))",
            _cook,
        ),
        (rf"(?:[Ss]tate|[Cc]ounty|[Cc]ircuit) (?:{BENCH}|[Jj]udge){JUDGE}{IN}(?P<local>{local})", _local),
        (rf"(?P<local>{local})(?: [Cc]ounty)? (?:state|circuit|county|superior) (?:{BENCH}|[Jj]udge)", _local),
        (r"Daley Center", _cook),
        (rf"{state}(?:'s?)? (?:[Ss]tate )?(?:highest|top|high) court", _supreme),
        (rf"{state}(?:'s?)? (?:state |intermediate )?(?:appeals|appellate) (?:court|panel|judges|justices)", _appeals),
        (r"(?:nation's|country's|U\.S\.) (?:highest|top|high) court", lambda _match, _text: "scotus"),
        (r"(?:state|intermediate) (?:appeals|appellate) (?:court|panel)", _appeals_of_document),
    ]
    return tuple((re.compile(rf"(?<![\w.-])(?:{pattern})(?!\w)"), resolve) for pattern, resolve in rules)


def find_hints(text: str) -> list[Mention]:
    """Generic words that clearly mean one court, with its id."""
    flat = plain(text)
    found: list[Mention] = []
    for pattern, resolve in _patterns():
        for match in pattern.finditer(flat):
            court = resolve(match, flat)
            if court:
                words = text[match.start() : match.end()]
                found.append(Mention(match.start(), match.end(), "COURT", words, court, court, 0.8))
    apart: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if is_whole(text, mention.start, mention.end) and (not apart or mention.start >= apart[-1].end):
            apart.append(mention)
    return apart


def _district(match: re.Match[str], _: str) -> str | None:
    place = match["place"]
    if place in courthouses.states():
        return courthouses.district(None, courthouses.states()[place])
    return courthouses.district_seats().get(place)


def _bankruptcy(match: re.Match[str], text: str) -> str | None:
    court = _district(match, text)
    bankruptcy = f"{court[:-1]}b" if court else None
    return bankruptcy if bankruptcy in courthouses.ids() else None


def _by_direction(match: re.Match[str], _: str) -> str | None:
    return courthouses.district(match["direction"], courthouses.states()[match["state"]])


def _circuit(match: re.Match[str], _: str) -> str | None:
    return courthouses.circuit_seats()[match["seat"]]


def _cook(_match: re.Match[str], _text: str) -> str | None:
    return "ilcircookc"


def _local(match: re.Match[str], _: str) -> str | None:
    return courthouses.state_court_seats()[match["local"]]


def _supreme(match: re.Match[str], _: str) -> str | None:
    return courthouses.states()[match["state"]].supreme


def _appeals(match: re.Match[str], _: str) -> str | None:
    return courthouses.states()[match["state"]].appeals


def _appeals_of_document(_match: re.Match[str], text: str) -> str | None:
    state = venues.Setting(text).only_state()
    return state.appeals if state else None
