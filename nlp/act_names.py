"""Acts by name: those of the book, those that only their shape shows, and the short forms of both."""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from . import acts, courthouses
from .acts import UNKNOWN, YEAR, Place, place

# "the Keystone Faceprint Protection Act of 2024": capitalised words, link words between them, and what it is.
LINK = r"(?:of|and|the|for|to|or|in|on|from|by|with|against|&)"
SHAPE = re.compile(
    rf"(?<![\w.-])(?:[A-Z][\w'-]*,? (?:{LINK} ){{0,2}}){{1,10}}?(?P<kind>Act|Law|Ordinance|Statute|Directive"
    rf"|Regulations?)"
    r"(?![\w-]| (?:Firm|School|Group|Offices?|Department|Enforcement|Review|Journal|Street|Center|Professor|LLC|LLP|PC"
    r"|PLLC|Section|Library|Students?|Institute|Society|Clinic|Blog)\b)" + YEAR
)
LINKS = frozenset("of and the for to or in on from by with against &".split())  # noqa: SIM905
OPENING = """
    The Under A An In This That These Those And But By When While Because Since If As After Before Unlike Like Although
    Both Federal State For Violating Its Their Our His Her Every Each Any No Does Is Was How What Why Where Which With
    Alleging Citing Using Amended Landmark Also Neither Nor Second First Third On At To From Of Or Even Only Until
    Congress Enter See Proposed Pending Signed Enacted Passed
"""
OPENERS = frozenset(OPENING.split())
# Words of every other law: a name made of them alone is a description, not a title.
GENERAL = """
    class the this that an third final first second balancing juggling new each every same under state federal biometric
    biometrics privacy data consumer protection employment labor criminal civil common international case public
    constitutional national european eu uk us information and of family tax antitrust immigration corporate intellectual
    property media sunshine city county local old current business contract tort digital cyber security cybersecurity ai
    health surveillance facial recognition face scanning landmark tough strict murphy's moore's breach notification wage
    hour school online safety children's kids rights voter id general model uniform administrative canadian british
    statutory canon religious islamic sharia bankruptcy patent martial maritime environmental commercial competition
    genetic access sweeping comprehensive similar existing illinois' texas' delaware's
"""
# A possessive that belongs to the title.
TITLE_POSSESSIVES = ("Children's", "Driver's", "Drivers'", "Workers'", "Worker's", "Consumers'", "Women's", "Veterans'")
BILL_TALK = re.compile(
    r"\b(?:proposed|pending|introduced|reintroduced?|draft|bills?|sponsor\w*|if (?:passed|enacted)|(?:Act|Law) would)\b"
)
ENACTED = re.compile(
    r"\b(?:signed|put (?:his|her) (?:name|signature)|(?:his|her) signature|assent|approved by the governor"
    r"|enacted|became law|becomes? law|took effect|takes effect|went into effect|into law|in force)\b"
)
DEFINES = re.compile(
    r",? (?:\((?:the |or |hereinafter )?\"?|(?:known as|or|abbreviated(?: as)?) (?:the )?\"?)"
    r"([A-Z][A-Za-z]{0,3}[A-Z]{1,6}(?: Act)?)\b"
)


@cache
def _general() -> frozenset[str]:
    return frozenset(GENERAL.split()) | {word.lower() for name in courthouses.states() for word in name.split()}


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){acts.name_pattern()}{YEAR}(?!\w)")


@cache
def _abbreviations() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){acts.abbreviation_pattern()}(?!\w)")


def find_names(text: str) -> list[Place]:
    """All acts that a plain text names, in full or short; bills hold their places with the key None."""
    known = acts.settle([*_known(text), *_loose(text)])
    known = acts.settle([*known, *_without_year(text, known)])
    names = acts.settle([*known, *_unknown(text, known)])
    return acts.settle([*names, *_short(text, names)])


def _known(text: str) -> list[Place]:
    found = ((acts.named(match.group()), match) for match in _names().finditer(text))
    return [place(act, *match.span()) for act, match in found if act]


def _loose(text: str) -> list[Place]:
    found = [place(act, *m.span(), 1) for pattern, act in acts.loose_patterns() for m in pattern.finditer(text)]
    for pattern, context, act in acts.local_names():
        if context.search(text):
            found.extend(place(act, *m.span(), -1) for m in pattern.finditer(text))
    return found


def _without_year(text: str, known: list[Place]) -> list[Place]:
    """Later uses without the year: "Privacy Act 1988 (Cth)" is then just the "Privacy Act"."""
    found: list[Place] = []
    for entry in known:
        name = text[entry.start : entry.end]
        bare = re.sub(YEAR + "$", "", name)
        if bare != name:
            uses = re.finditer(rf"(?<![\w-]){re.escape(bare)}(?!\w)", text)
            found.extend(replace(entry, start=use.start(), end=use.end(), rank=-1) for use in uses)
    return found


def _unknown(text: str, known: list[Place]) -> list[Place]:
    """Acts that no record knows, by their shape; those told as bills only hold their places."""
    found: dict[str, list[Place]] = defaultdict(list)
    for match in SHAPE.finditer(text):
        start = _shape_start(match)
        if not _is_title(text, start, match):
            continue
        if any(p.start < match.end() and start < p.end and not _is_namesake(text, start, p) for p in known):
            continue
        name = re.sub(YEAR + "$", "", text[start : match.end()])
        found[name].append(Place(start, match.end(), name, None, UNKNOWN))
    places: list[Place] = []
    for same in found.values():
        around = " ".join(_sentence(text, p.start, p.end) for p in same)
        is_bill = bool(BILL_TALK.search(around)) and not ENACTED.search(around)
        places.extend(replace(p, key=None) if is_bill else p for p in same)
    return places


def _is_title(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the capitalised words are a title: an act's nearly always, a law's only where they tell something."""
    words = text[start : match.start("kind")].replace(",", "").split()
    content = [word for word in words if word not in LINKS]
    telling = [word for word in content if word.lower() not in _general()]
    if match["kind"] == "Act":
        return bool(telling) or len(content) >= 2
    # law firms are called "Law" too, but hardly ever "the ... Law"
    return (
        len(content) >= 3
        and bool(telling)
        and text.endswith(("the ", "The "), 0, start)
        and not _is_headline(text, start)
    )


def _is_namesake(text: str, start: int, known: Place) -> bool:
    """Whether another state has an act of the same name: Ohio's is not the one of the book."""
    prefix = text[start : known.start].strip()
    return known.id is None and known.key is not None and prefix in courthouses.states()


def _shape_start(match: re.Match[str]) -> int:
    """The start without sentence openers and owners: "Under Ohio's Faceprint Act" begins at "Faceprint"."""
    word = re.compile(rf"([A-Z][\w'-]*),? (?:{LINK} ){{0,2}}")
    start = match.start()
    while first := word.match(match.string, start, match.start("kind")):
        owner = first[1].endswith(("'s", "s'")) and first[1] not in TITLE_POSSESSIVES
        if first[1] not in OPENERS and not owner:
            break
        start = first.end()
    return start


def _is_headline(text: str, at: int) -> bool:
    """Whether the line capitalises most of its words, so that capitals say nothing."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    words = re.findall(r"[A-Za-z]{4,}", text[start : end if end >= 0 else len(text)])
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) > len(words) * 3 // 5


def _sentence(text: str, start: int, end: int) -> str:
    left = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - 250)
    rights = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    return text[left + 1 : min([*rights, end + 250])]


def _short(text: str, names: list[Place]) -> list[Place]:
    """Abbreviations: the clear ones, the weak ones beside their name, and those that the text defines itself."""
    keys = {p.key for p in names}
    defined: dict[str, Place] = {}
    for p in names:
        if (definition := DEFINES.match(text, p.end)) and definition[1] not in acts.by_abbreviation():
            defined.setdefault(definition[1], p)
    found: list[Place] = []
    for match in _abbreviations().finditer(text):
        short = match.group()
        beside = [act for act in acts.by_weak_abbreviation().get(short, ()) if act.key in keys]
        act = acts.by_abbreviation().get(short) or (beside[0] if beside else None)
        if act and short not in defined:
            found.append(place(act, *match.span(), 1))
    for short, p in defined.items():
        uses = re.finditer(rf"(?<![\w.]){re.escape(short)}(?!\w)", text)
        found.extend(replace(p, start=use.start(), end=use.end()) for use in uses)
    return found
