"""Named courts and tribunals, and the court that generic words clearly mean.

- The suit is in the [U.S. District Court for the Northern District of Illinois].
- After [Cook County Circuit Court] ruled, the firm went to the [First District Appellate Court].
- Ireland's privacy office may appeal to the [Court of Justice of the European Union].
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from .. import courthouses, venues
from ..facts import Mention
from ..plain import is_whole, plain
from ..text import lay, text_of
from ..venues import KIND, Resolver, Setting
from .court_hints import find_hints

DIRECTION = r"(?P<direction>Northern|Southern|Eastern|Western|Central|Middle)"
LETTER = r"(?P<direction>[NSEWCM])"
ORDINAL = (
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth"
    r"|\d{1,3}(?:st|nd|rd|th|d))"
)
CIRCUIT = (
    r"(?P<circuit>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh"
    r"|1st|2nd|2d|3rd|3d|4th|5th|6th|7th|8th|9th|10th|11th|D\.?C\.?|Federal)"
)
US = r"(?:U\.? ?S\.?|United States)"
HEAD = rf"(?:(?:{US} )?(?:District|Bankruptcy) Court|{US} (?:district|bankruptcy) court)(?: for|,| in| of)?(?: the)? "
DIVISION = r"(?:,? \(?(?:(?:North|South|East|West)ern|[A-Z][a-z]+(?: [A-Z][a-z]+)?) Division\)?)?"
PROSECUTOR = r"(?<!Attorney for the )(?<!Attorney in the )(?<!Office for the )"
# A capitalised word of a place's name; a full stop ends it, but for "St. Clair".
CAPITAL = r"(?:(?:St|Ste|Mt|Ft)\. )?[A-ZÀ-Ý][\w'-]*"
COUNTY = rf"(?:{CAPITAL} ){{1,3}}(?:County|Parish)"
OF_COUNTY = r"County of [A-Z]\w+(?: [A-Z]\w+)?"
TAIL = (
    rf"(?:,? (?:for (?:the )?|in the )?{ORDINAL} (?:Appellate |Judicial )?(?:District|Department|Division)"
    rf"(?:,? Division (?:{ORDINAL}|One|Two|Three|Four|Five|Six|Seven|Eight))?"
    rf"|,? (?:for the |in and for the )?{OF_COUNTY}|, {CAPITAL}(?: {CAPITAL})? County)?"
)
LOCAL = (
    r"(?:Circuit|Superior|District|Supreme|Probate|Chancery|State|Municipal|County|Civil|Family|Juvenile|Criminal"
    r"|Surrogate's|Common Pleas|General Sessions|Small Claims) "
)
ABROAD = (
    r"(?:Provincial|Regional|Higher Regional|Administrative|Higher Administrative|Constitutional|High|Supreme|Superior"
    r"|District|Federal|Civil|Commercial|Municipal|Labou?r|National|Appeals?|Circuit|Magistrates'?|Crown|Sheriff"
    r"|Divisional|Patent|Market|Cantonal|Appellate|Family|Housing|Land)"
)
PLACE = rf"(?:the )?{CAPITAL}(?: (?:(?:of|and|the|de|la) ){{0,2}}{CAPITAL}){{0,3}}"
CONTINENTAL = (
    r"(?:Audiencia Provincial|Audiencia|Tribunal (?:[Aa]dministratif|[Jj]udiciaire|de [Cc]ommerce)"
    r"|Tribunal (?:de [Gg]rande [Ii]nstance|Constitucional|Superior de Justicia|d'arrondissement)"
    r"|Landgericht|Oberlandesgericht|Verwaltungsgericht(?:shof)?|Oberverwaltungsgericht|Arbeitsgericht"
    r"|Landesarbeitsgericht|Amtsgericht|Rechtbank|Gerechtshof|Cour d'appel|Cour administrative d'appel"
    r"|Cour des marchés|Tribunale|Corte d'[Aa]ppello|Juzgado|Kammarrätten|Förvaltningsrätten)"
    rf"(?: (?:(?:de|di|du|i|van|des) |d')?{CAPITAL}(?: {CAPITAL})?)?"
)
# Words that open a sentence or stand before a court's name without being part of it.
OPENING_WORDS = """
    A After All Also An And Another Any As At Because Before Both But By Chief Clerk During Each Even Every Filed For
    Former From He Her His How However If In Into Is Its Judge Judges Justice Last Later Local Meanwhile More Most Next
    No Not Now Of On Once Only Or Our Outside Over Past Per Presiding Says Several She Since So Some Still That The
    Their Then There These They This Those Though Three Through To Today Two Under Unlike Until Upon Was We What When
    Where Whereas Whether Which While Who With Within Attorney Landmark Wins Enters Asks Via Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April May June July August September October November
    December
"""
OPENERS = frozenset(OPENING_WORDS.split())
OWN_POSSESSIVE = ("King's", "Queen's", "Magistrates'")
# How far a kind of pattern is to be trusted: shapes of unknown courts less than names of known ones.
SURE = 0.97
GUESSES: dict[Resolver, float] = {
    venues.nameless: 0.9,
    venues.local: 0.95,
    venues.bare: 0.85,
    venues.bare_appellate: 0.85,
}
# What follows a court's name when it names something else.
NOT_A_COURT = re.compile(r" (?:Rules?|Clinic|Police|Bar|Building|Street|Watch|Record|Reporter|Cafe|Club|Square)\b")


def _grammar() -> list[tuple[str, Resolver]]:
    """The patterns in no order: the longest match at a place wins."""
    shorts = {re.escape(short) + r"(?!\w)" for s in courthouses.states().values() for short in s.abbreviations}
    state = f"(?P<state>{venues.state_names()})"
    dotted = "|".join(sorted(short for short in shorts if r"\." in short))
    brief = f"(?P<state>{dotted}|{venues.state_names()}|Cal|Ill|Tex|Mich|Wash|Fla|Pa|Va|Ga|Mo|Ind|Wis|Tenn)"
    postal = "NY|CA|IL|VA|TX|PA|MI|WA|FL|GA|OH|TN|NC|MO|WI|IN|LA|AL|MS|OK|AR|KY|IA"
    return [
        # U.S. District Court for the Northern District of Illinois, Eastern Division
        (rf"(?:{HEAD})?{PROSECUTOR}(?:{US} )?{DIRECTION} District of {state}{DIVISION}", venues.district),
        (rf"{HEAD}(?:District of )?{state}{DIVISION}(?! (?:County|Supreme|Court|State))", venues.district),
        (rf"{HEAD}{DIRECTION} {state}", venues.district),
        (
            r"(?:UNITED STATES|U\.S\.) DISTRICT COURT,?(?: FOR THE)?"
            rf" (?P<direction>{'|'.join(courthouses.LETTERS).upper()})"
            rf" DISTRICT OF (?P<state>{venues.state_names().upper()})",
            venues.district,
        ),
        (rf"(?<!for the )(?<!of the )District of {state}{DIVISION}", venues.lone_district),
        (rf"{state} {DIRECTION} District Court", venues.district),
        (rf"{DIRECTION} {state} District Court", venues.district),
        (rf"{US} (?:District|Bankruptcy) Court(?! (?:Judge|Magistrate|Clerk|Chief))", venues.bare_district),
        # N.D. Ill., ND Cal., D. Mass., D.N.J., SDNY; the stops of "C.D. S.C." are needed: "CDSC" is something else
        (rf"(?:Bankr\. )?{LETTER}\. ?D\. ?{brief}", venues.district),
        (rf"{LETTER}D (?:of )?{brief}(?!\w)", venues.district),
        (rf"(?:(?<=[(,;] )|(?<=\()|(?<=the ))D\. ?(?P<state>{dotted}|Alaska|Idaho|Utah|Guam)", venues.district),
        (r"D\.(?P<state>D\.C\.|C\.|N\.J\.|N\.H\.|R\.I\.|S\.C\.|P\.R\.|N\.M\.|N\.D\.|S\.D\.)", venues.district),
        (rf"{LETTER}D(?P<state>{postal})", venues.district),
        # Ninth Circuit, 7th U.S. Circuit Court of Appeals, U.S. Court of Appeals for the D.C. Circuit
        (
            rf"(?:(?:{US} )?(?:Circuit )?Court of Appeals?(?: for|,| of| in)?(?: the)? )?(?:{US} )?{CIRCUIT} (?:{US} )?"
            r"(?:Circuit(?! Court in )|Cir\.|Cir(?= \d{4}))"
            rf"(?: (?:{US} )?(?:(?:Court of Appeals?|Appeals Court|Appellate Court)|[Cc]ourt of appeals"
            r"|[Aa]ppeals court|Court))?",
            venues.circuit,
        ),
        (rf"{US} Court of Appeals?", venues.nameless),
        # state courts, whole and by district
        (rf"(?P<state>{dotted}) {KIND}", venues.state_court),
        (rf"{state} (?:{ORDINAL} (?:Appellate |Judicial )?(?:District|Circuit) )?{KIND}{TAIL}", venues.state_court),
        (rf"{KIND} (?:of|for) (?:the )?(?:State of |Commonwealth of )?{state}{TAIL}(?! County)", venues.state_court),
        (rf"{ORDINAL} (?:Appellate |Judicial )?District (?:Appellate Court|Courts? of Appeals?)", venues.appellate),
        (rf"{ORDINAL} (?:District )?Court of Appeals?(?! for)", venues.appellate),
        (rf"Courts? of Appeals?,? {ORDINAL} (?:Appellate )?District(?:,? Division \w+)?", venues.appellate),
        (rf"Appellate Court,? {ORDINAL} (?:Judicial )?District", venues.appellate),
        (rf"{ORDINAL} District(?! of| Court| Judge| Attorney| Council)", venues.bare_appellate),
        (
            rf"(?P<state>{dotted}) ?(?:App\. ?Div\.|App\. ?Ct\.|App\.|Ct\. ?App\.|Ch\."
            r"|(?:Super|Sup|S|Cir|Commw|Dist)\. ?Ct\.)(?=[ ,.;)])",
            venues.cited,
        ),
        # courts of counties and of judicial circuits
        (
            rf"{COUNTY},? (?:{state},? )?(?i:{LOCAL}){{1,2}}(?i:court)(?:,? (?:Chancery|Law|Civil"
            rf"|Commercial) Division)?",
            venues.local,
        ),
        (rf"{COUNTY} (?:Court of (?:Common Pleas|Chancery)|Common Pleas Court)", venues.local),
        (
            rf"(?:{ORDINAL} )?(?:Judicial )?(?:{LOCAL}){{1,2}}Court(?: (?:of|for|in and for)|,) (?:the )?"
            rf"(?:{COUNTY}|{OF_COUNTY})",
            venues.local,
        ),
        (rf"\d{{1,3}}(?:st|nd|rd|th|d) (?:Judicial )?District Court(?:,? (?:of|in|for)? ?{COUNTY})?", venues.local),
        (rf"Court of (?:Common Pleas|Chancery) (?:of|for) (?:{COUNTY}|{CAPITAL})", venues.local),
        (
            rf"(?:Circuit|District|Superior) Court (?:of|for|in) the (?:{ORDINAL}|{CAPITAL}) "
            rf"Judicial (?:Circuit|District)(?:(?:,| of| in and for| in) {COUNTY})?",
            venues.local,
        ),
        (
            rf"(?:{ORDINAL}|{CAPITAL}) Judicial (?:Circuit|District)(?: Court)?(?:,? (?:(?:of|in|for) )?{COUNTY})?",
            venues.local,
        ),
        # courts abroad and of towns
        (rf"(?:{CAPITAL} ){{1,3}}{ABROAD} Court(?: of (?:Appeals?|Justice|First Instance))?", venues.nameless),
        (
            rf"(?:{ABROAD} Court(?: of (?:Appeals?|Justice|First Instance))?"
            rf"|Court of (?:Appeals?|First Instance|Cassation|Justice)) (?:of|for) {PLACE}",
            venues.nameless,
        ),
        (rf"(?:{CAPITAL} ){{1,2}}Court of Appeal(?: \({CAPITAL} Division\))?", venues.nameless),
        (rf"(?:{CAPITAL} (?:(?:of|and|the|for) ){{0,2}}){{1,5}}Tribunal(?: (?:of|for) {CAPITAL})?", venues.nameless),
        (CONTINENTAL, venues.nameless),
        (
            r"(?:Supreme Court|High Court|Court of Appeal|Federal Court|Court of Chancery|Chancery Court"
            r"|Appellate Division)(?! (?:of|for|Judge)\b)",
            venues.bare,
        ),
    ]


Rules = tuple[tuple[re.Pattern[str], Resolver], ...]


@cache
def _rules() -> tuple[re.Pattern[str], Rules, Rules]:
    """Where any record may begin, the records, and the grammar."""
    own = tuple((_whole(record.pattern), venues.recorded(record)) for record in courthouses.records())
    grammar = tuple((_whole(pattern), resolve) for pattern, resolve in _grammar())
    return _whole("|".join(record.pattern for record in courthouses.records())), own, grammar


def _whole(pattern: str) -> re.Pattern[str]:
    # courts begin with a capital or an ordinal: looking for that first spares most places
    return re.compile(rf"(?=[A-ZÀ-Ý\d])(?<![\w.-])(?:{pattern})(?![\w-])")


def _matches(text: str) -> Iterator[tuple[re.Match[str], Resolver]]:
    anywhere, own, grammar = _rules()
    for place in anywhere.finditer(text):
        for pattern, resolve in own:
            if match := pattern.match(text, place.start()):
                yield match, resolve
    for pattern, resolve in grammar:
        for match in pattern.finditer(text):
            yield match, resolve


def find(text: str) -> list[Mention]:
    """All named courts, as long as their names run, with id or full name."""
    flat = plain(text)
    setting = Setting(flat)
    candidates: list[Mention] = []
    for match, resolve in _matches(flat):
        answer = resolve(match, setting)
        if answer is None or NOT_A_COURT.match(flat, match.end()):
            continue
        if (start := _start(match)) < match.end():
            name = answer[1] if start == match.start() else flat[start : match.end()]
            trust = GUESSES.get(resolve, SURE)
            candidates.append(Mention(start, match.end(), "COURT", "", re.sub(r"\s+", " ", name), answer[0], trust))
    found = _in_one_county(_choose(candidates))
    found = sorted([*found, *_short_forms(flat, found)])
    return [replace(m, text=text[m.start : m.end]) for m in found if is_whole(text, m.start, m.end)]


def _start(match: re.Match[str]) -> int:
    """Where the name begins behind words that only open the sentence."""
    word = re.compile(r"([A-Z][\w'-]*) (?:(?:of|and|the|for) ){0,2}")
    start = match.start()
    if match.group().startswith("The Hague"):
        return start
    while (first := word.match(match.string, start, match.end())) and (
        first[1] in OPENERS or (first[1].endswith(("'s", "s'")) and first[1] not in OWN_POSSESSIVE)
    ):
        start = first.end()
    # "Prince George's County" keeps its possessive, "Missouri's Boone County" does not
    head = match.string[match.start() : start]
    return match.start() if head.endswith("George's ") else start


def _choose(candidates: list[Mention]) -> list[Mention]:
    """The longest at each place; a court with an id beats a longer guess that only adds words before it."""
    sure = {(c.end, c.start) for c in candidates if c.id and c.confidence >= SURE}
    chosen: list[Mention] = []
    for c in sorted(candidates, key=lambda c: (c.start, -c.end, c.id is None, -c.confidence)):
        if c.confidence < SURE and any(end == c.end and c.start < start for end, start in sure):
            continue
        if not chosen or c.start >= chosen[-1].end:
            chosen.append(c)
    return chosen


def _in_one_county(found: list[Mention]) -> list[Mention]:
    """New York's Supreme Court without a county is that of the only county that the document names it with."""
    counties = {c.id for c in found} & set(courthouses.new_york_counties().values())
    if len(counties) != 1:
        return found
    return [replace(c, id=next(iter(counties))) if c.id == "nysupct" else c for c in found]


def _short_forms(text: str, found: list[Mention]) -> list[Mention]:
    """Initials of a court that the document names in full: "First-tier Tribunal", then "FTT"."""
    shorts: dict[str, Mention] = {}
    for mention in found:
        name = text[mention.start : mention.end]
        initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word not in ("of", "the"))
        defined = re.compile(r" \((?:the )?\"?([A-Z][A-Z-]{1,6})\"?\)").match(text, mention.end)
        if len(initials) >= 3:
            shorts.setdefault(initials.upper(), mention)
        if defined:
            shorts[defined[1]] = mention
    return [
        replace(mention, start=use.start(), end=use.end())
        for short, mention in shorts.items()
        for use in re.finditer(rf"(?<![\w-])(?<!\d )(?<!\] ){re.escape(short)}(?!\w| \d)", text)
        if not any(other.start < use.end() and use.start() < other.end for other in found)
    ]


@Language.component("biodocket_courts", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the groups `courts` and `court_hints`."""
    lay(doc, "courts", find(text_of(doc)))
    lay(doc, "court_hints", find_hints(text_of(doc)))
    return doc
