"""Named courts and tribunals, and the court that generic words clearly mean.

    The suit is in the [U.S. District Court for the Northern District of Illinois].
    After [Cook County Circuit Court] ruled, the firm went to the [First District Appellate Court].
    Ireland's privacy office may appeal to the [Court of Justice of the European Union].
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from .. import courthouses
from ..facts import Mention
from ..plain import plain
from ..text import lay

Match = re.Match[str]
# What a pattern's match stands for: (id, full name); the text and the doc's state help where the words do not say it.
Resolver = Callable[[Match, "Setting"], tuple[str | None, str]]

DIRECTION = r"(?P<direction>Northern|Southern|Eastern|Western|Central|Middle)"
ORDINAL = (
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth"
    r"|\d{1,2}(?:st|nd|rd|th|d))"
)
CIRCUIT = (
    r"(?P<circuit>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh"
    r"|1st|2nd|2d|3rd|3d|4th|5th|6th|7th|8th|9th|10th|11th|D\.?C\.?|Federal)"
)
US = r"(?:U\.? ?S\.?|United States|US)"
HEAD = rf"(?:(?:(?:{US}|[Ff]ederal) )?(?:District|Bankruptcy) Court|{US} (?:district|bankruptcy) court)"
DIVISION = r"(?:,? (?:\()?(?:(?:North|South|East|West)ern|[A-Z][a-z]+(?: [A-Z][a-z]+)?) Division\)?)?"
KIND = (
    r"(?:Supreme Judicial Court|State Supreme Court|Supreme Court|Courts? of Appeals?|Court of (?:Civil|Criminal|Special) Appeals"
    r"|Intermediate Court of Appeals|District Courts? of Appeal|Appellate Court|Appeals Court|Court of Chancery|Chancery Court"
    r"|Superior Court|Commonwealth Court|Court of Common Pleas|Court of Claims|Business Court|Tax Court|Circuit Court|District Court)"
)
TAIL = (
    rf"(?:,? (?:for (?:the )?|in the )?{ORDINAL} (?:Appellate |Judicial )?(?:District|Department|Division)(?:,? Division (?:{ORDINAL}|One|Two|Three|Four|Five|Six|Seven|Eight))?"
    r"|,? (?:for the |in and for the )?County of [A-Z]\w+(?: [A-Z]\w+)?)?"
)
NAME = r"[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|of|la|du|de)){0,3}?"
LOCAL = r"(?:(?:Circuit|Superior|District|Supreme|Probate|Chancery|State|Municipal|County|Civil|Family|Juvenile|Criminal|Surrogate's|Common Pleas|General Sessions|Small Claims|Chancery Division) )"
COUNTY = r"(?:[A-Z][\w'.-]+ ){1,3}(?:County|Parish)"
# Kinds of courts abroad, and of courts of towns.
ABROAD = (
    r"(?:Provincial|Regional|Higher Regional|Administrative|Higher Administrative|Constitutional|High|Supreme|Superior|District|Federal|Civil|Commercial|Municipal|Labou?r|Criminal"
    r"|National|Appeals?|Circuit|Magistrates'?|Crown|Sheriff|Divisional|Patent|Market|Cantonal|Appellate|Family|Housing|Probate|Land)"
)
PLACE = r"(?:the )?[A-ZÉÖÜÅØ][\w'.-]*(?: (?:[A-ZÉÖÜÅØ][\w'.-]*|of|and|the|de|la)(?= [A-ZÉÖÜÅØ]| (?:of|the) [A-Z]|[^ ]|$| [a-z])){0,4}?"
# Words that open a sentence or stand before a court's name without being part of it.
OPENERS = frozenset(
    """A After All Also An And Another Any As At Before Both But By Court During Each Even Every Federal First For Former From He Her His How However If In Into Is Its Judge Justice Last
    Later Meanwhile More Most New Next No Not Now Of On Once One Only Or Our Outside Over Past Per Says Several She Since So State Some Still That The Their Then There These They This Those
    Though Three Through To Today Two Under Until Upon Was We What When Where Whereas Whether Which While Who With Within Local Chief Presiding Attorney Clerk Tiny Which Filed Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December""".split()
)


class Setting:
    """What the rest of the document says about its courts."""

    def __init__(self, text: str) -> None:
        """Reads the document once."""
        self.text = text
        self.states = [(m.start(), m.group()) for m in _state_pattern().finditer(text)]

    def state_near(self, at: int) -> courthouses.State | None:
        """The state named just before the place, else the document's most frequent one."""
        table = courthouses.states()
        names = [name for start, name in self.states if start < at and at - start < 40]
        if not names:
            counted = [name for _, name in self.states]
            names = [max(set(counted), key=counted.count)] if counted else []
        return table[names[-1]] if names else None


@cache
def _state_pattern() -> re.Pattern[str]:
    names = sorted(courthouses.states(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(names) + r")\b")


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Resolver], ...]:
    states = sorted(courthouses.states(), key=len, reverse=True)
    state = "(?P<state>" + "|".join(states) + ")"
    short = sorted({a for s in courthouses.states().values() for a in s.abbreviations}, key=len, reverse=True)
    dotted = "(?P<state>" + "|".join(re.escape(a) + "(?!\\w)" for a in short) + "|" + "|".join(states) + "|Calif\\.?|Cal|Ill|Tex|Mich|Wash|Fla|Pa|Va|Ga|Mo|Ind|Wis|Tenn)"
    single = "(?P<state>" + "|".join(re.escape(a) for a in short if "." in a) + ")"
    grammar: list[tuple[str, Resolver]] = [
        # U.S. District Court for the Northern District of Illinois, Eastern Division
        (rf"(?:{HEAD}(?: for|,| in| of)?(?: the)? )?(?<!Attorney for the )(?<!Attorney in the )(?:{US} )?{DIRECTION} District of {state}{DIVISION}", _district),
        (rf"(?:{HEAD}(?: for|,| in| of)?(?: the)? )(?:District of )?{state}{DIVISION}(?! (?:County|Supreme|Court|State))", _district),
        (rf"(?:{HEAD}(?: for|,| of| in)?(?: the)? ){DIRECTION} {state}", _district),
        (rf"(?<!for the )(?<!of the )\bDistrict of {state}{DIVISION}", _single_district),
        (rf"(?:{state} {DIRECTION} District Court|(?P<d2>{DIRECTION[len('(?P<direction>'):-1]}) (?P<s2>{'|'.join(states)}) District Court)", _district),
        # N.D. Ill., S.D.N.Y., ND Cal., D. Mass., SDNY
        (rf"(?<![\w.])(?P<letter>[NSEWCM])\. ?D\. ?{dotted}", _letters),
        (rf"(?<![\w.])(?P<letter>[NSEWCM])D (?:of )?{dotted}\b", _letters),
        (rf"(?<=[(,;] )D\. ?{single}|(?<=\()D\. ?{single.replace('state', 's2')}|(?<![\w.])D\.(?P<s3>D\.C\.|N\.J\.|N\.H\.|R\.I\.|S\.C\.|P\.R\.|N\.M\.|N\.D\.|S\.D\.)", _letters),
        (r"\b(?P<letter>[NSEWCM])D(?P<postal>NY|CA|IL|VA|TX|PA|MI|WA|FL|GA|OH|TN|NC|MO|WI|IN|LA|AL|MS|OK|AR|KY|IA)\b", _letters),
        # Ninth Circuit, 7th U.S. Circuit Court of Appeals, U.S. Court of Appeals for the D.C. Circuit
        (rf"(?:(?:{US} )?(?:Circuit )?Court of Appeals?(?: for|,| of| in)?(?: the)? )?(?:{US} )?\b{CIRCUIT} (?:{US} )?(?:Circuit\b(?! Court in )|Cir\.)(?: (?:{US} )?(?:Court of Appeals?|Appeals Court|Appellate Court|[Cc]ourt of appeals|[Aa]ppeals court|Court(?! in)))?", _circuit),
        (rf"(?:{US}) Court of Appeals?(?! for| in the|,? \w+ Circuit| of)", lambda m, _: (None, m.group())),
        (rf"(?:{US}) (?:District|Bankruptcy) Court(?! (?:Judge|Magistrate|Clerk|Chief))", _bare_district),
        # state courts
        (rf"{state} (?:{ORDINAL} (?:Appellate |Judicial )?(?:District|Division|Circuit) )?{KIND}{TAIL}", _state_court),
        (rf"{KIND} (?:of|for) (?:the )?(?:State of |Commonwealth of )?{state}{TAIL}(?! County)", _state_court),
        (rf"{ORDINAL} (?:Appellate |Judicial )?District (?:Appellate Court|Courts? of Appeals?)", _district_appeals),
        (rf"Courts? of Appeals?,? {ORDINAL} (?:Appellate )?District(?:,? Division \w+)?", _district_appeals),
        (rf"Appellate Court,? {ORDINAL} (?:Judicial )?District", _district_appeals),
        (rf"\b{ORDINAL} District(?! of| Court| Judge| Attorney)", _bare_appeals),
        (rf"{single} ?(?:App\.(?: ?Div\.| ?Ct\.)?|Ct\. ?App\.|Super\. ?Ct\.|Sup\. ?Ct\.|S\. ?Ct\.|Cir\. ?Ct\.|Ch\.|Commw\. ?Ct\.|Dist\. ?Ct\.)(?=[ ,.;)])", _cited),
        # county courts
        (rf"{COUNTY},? (?:{state} )?(?i:{LOCAL}){{1,2}}(?i:court)(?:,? (?:Chancery|Law|Civil|Municipal|Commercial) Division)?", _local),
        (rf"{COUNTY} (?:Court of (?:Common Pleas|Chancery)|Common Pleas Court)", _local),
        (rf"(?:\b\d{{1,3}}(?:st|nd|rd|th|d) |{ORDINAL} )?(?:Judicial )?{LOCAL}{{1,2}}Court (?:of|for|in and for|,) ?(?:the )?(?:{COUNTY}|County of [A-Z]\w+(?: [A-Z]\w+)?)", _local),
        (rf"Court of (?:Common Pleas|Chancery) (?:of|for) (?:{COUNTY}|[A-Z]\w+)", _local),
        (rf"(?:Circuit|District|Superior) Court (?:of|for|in) the {ORDINAL}(?:-\w+)? Judicial (?:Circuit|District)(?:(?:,| of| in and for| in) {COUNTY})?", _local),
        (rf"\b(?:\d{{1,3}}(?:st|nd|rd|th|d)|{ORDINAL}|[A-Z][a-z]+-[Ff](?:irst|ourth|ifth)|[A-Z][a-z]+-\w+) Judicial (?:Circuit|District)(?: Court)(?:,? (?:of|in|for) {COUNTY}|,? {COUNTY})?", _local),
        # courts abroad and of towns
        (rf"(?:{NAME} ){ABROAD} Court(?: of (?:Appeals?|Justice|First Instance))?(?! Rule)", _abroad),
        (rf"(?:{ABROAD} Court(?: of (?:Appeals?|Justice|First Instance))?|Court of (?:Appeals?|First Instance|Cassation|Justice)) (?:of|for|in) {PLACE}", _abroad),
        (r"(?:[A-Z][\w'-]+ (?:(?:of|and|the|for) )?){1,5}Tribunal(?: (?:of|for) [A-Z]\w+(?: [A-Z]\w+)?)?\b(?! [A-Z])", _abroad),
        (r"\b(?:Audiencia Provincial|Audiencia|Tribunal (?:administratif|judiciaire|de commerce|de grande instance|Constitucional|Superior de Justicia|d'arrondissement)|Landgericht|Oberlandesgericht|Verwaltungsgericht(?:shof)?|Oberverwaltungsgericht|Arbeitsgericht|Landesarbeitsgericht|Amtsgericht|Rechtbank|Gerechtshof|Cour d'appel|Cour administrative d'appel|Cour des marchés|Tribunale|Corte d'appello|Juzgado|Kammarrätten|Förvaltningsrätten|Forvaltningsretten)(?: (?:de |di |du |d'|i |van |des? )?[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?){0,2}", _abroad),
        (r"\b(?:Supreme Court|High Court|Court of Appeal(?!s)|Federal Court|Court of Chancery|Chancery Court|Appellate Division|Superior Court)\b(?! (?:of|for|Judge|Rule|Clinic|Police|Bar|Building))", _bare),
    ]  # fmt: skip
    own = [(record.pattern, _of_record(record)) for record in courthouses.records()]
    return tuple((_compile(rf"(?<![\w])(?:{pattern})(?!\w)"), resolve) for pattern, resolve in [*own, *grammar])


def _of_record(record: courthouses.Record) -> Resolver:
    return lambda _match, _setting: (record.id, record.name)


def _named(match: Match, name: str) -> str | None:
    groups = match.groupdict()
    return groups.get(name)


def _district(match: Match, _: Setting) -> tuple[str | None, str] | None:
    direction = _named(match, "direction") or _named(match, "d2")
    state = courthouses.states()[str(_named(match, "state") or _named(match, "s2"))]
    court = courthouses.district(direction, state)
    if court and "ankruptcy" in match.group():
        court = None
    return court, match.group()


def _single_district(match: Match, setting: Setting) -> tuple[str | None, str]:
    state = courthouses.states()[match["state"]]
    before = setting.text[max(0, match.start() - 60) : match.start()]
    if state.districts or (state.postal == "dc" and "istrict Court" not in before) or re.search(r"Attorney(?:'s Office)? (?:for|in|of) the $", before):
        return None, ""
    return courthouses.district(None, state), match.group()


def _letters(match: Match, _: Setting) -> tuple[str | None, str]:
    groups = match.groupdict()
    word = groups.get("state") or groups.get("s2") or groups.get("s3") or groups.get("postal") or ""
    state = courthouses.by_abbreviation().get(courthouses.squeeze(word))
    if state is None:
        return None, ""
    court = courthouses.district(groups.get("letter"), state)
    return court, match.group() if court else ""


def _circuit(match: Match, _: Setting) -> tuple[str | None, str]:
    court = courthouses.circuit(match["circuit"])
    return court, match.group() if court else ""


def _bare_district(match: Match, setting: Setting) -> tuple[str | None, str]:
    place = re.match(r" in (?:downtown )?([A-Z][\w.]+(?: [A-Z][\w.]+){0,2})", setting.text[match.end() : match.end() + 60])
    if place and "ankruptcy" not in match.group():
        words = place[1].split(" ")
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size]).rstrip(".,")
            court = courthouses.cities().get(name)
            if court:
                return court, match.group()
            state = courthouses.states().get(name)
            if state:
                return courthouses.district(None, state), match.group()
    return None, match.group()


def _state_court(match: Match, setting: Setting) -> tuple[str | None, str]:
    name = match.group()
    state = courthouses.states()[match["state"]]
    if re.search(r"(?:Circuit|District) Court$", name) and name.startswith(match["state"]) and re.match(r" (?:for|of|in) ", setting.text[match.end() :]) is None and state.postal not in ("ma",):
        pass
    bag = courthouses.bag(name)
    exact = courthouses.names().get(bag)
    if exact:
        return exact, name
    if re.search(r"Supreme (?:Judicial )?Court", name):
        return state.supreme, name
    if re.search(r"Appea|Appellate", name):
        return state.appeals, name
    core = courthouses.names().get(courthouses.bag(f"{match['state']} " + (re.search(KIND, name) or match)[0]))
    return core, name


def _district_appeals(match: Match, setting: Setting) -> tuple[str | None, str]:
    state = setting.state_near(match.start())
    return (state.appeals if state else None), match.group()


def _bare_appeals(match: Match, setting: Setting) -> tuple[str | None, str]:
    """"The First District" names an appellate court only where one is named in full beside it."""
    if not re.search(r"Appellate Court|Courts? of Appeals?,? \w+ (?:Appellate )?District|District (?:Appellate|Court of Appeal)", setting.text):
        return None, ""
    return _district_appeals(match, setting)


def _cited(match: Match, _: Setting) -> tuple[str | None, str]:
    return courthouses.citations().get(courthouses.squeeze(match.group())), match.group()


def _local(match: Match, setting: Setting) -> tuple[str | None, str]:
    name = match.group()
    return courthouses.names().get(courthouses.bag(name)), name


def _abroad(match: Match, _: Setting) -> tuple[str | None, str]:
    return None, match.group()


def _bare(match: Match, setting: Setting) -> tuple[str | None, str]:
    kind = match.group()
    before = setting.text[: match.start()]
    if kind == "Supreme Court":
        return _supreme(match, setting)
    foreign = re.search(r"\b(?:UK|U\.K\.|Britain|British|England|Ireland|Irish|London|Dublin|Canada|Canadian|Australia|Australian|India|Kenya|Zealand|Scotland|Hong Kong|Singapore)\b", setting.text)
    if kind in ("High Court", "Court of Appeal", "Federal Court"):
        return (None, kind) if foreign else (None, "")
    if kind in ("Court of Chancery", "Chancery Court"):
        return ("delch", kind) if "Delaware" in setting.text else (None, "")
    if kind == "Appellate Division":
        state = setting.state_near(match.start())
        return (state.appeals, kind) if state and state.postal in ("ny", "nj") else (None, "")
    place = re.search(r"([A-Z]\w+(?: [A-Z]\w+)?)'s? $", before[-40:])
    return (None, kind) if place else (None, "")


def _supreme(match: Match, setting: Setting) -> tuple[str | None, str]:
    """A bare "Supreme Court" is the one named last before it, else the only one named, else the country's."""
    before = setting.text[: match.start()]
    if re.search(r"(?:\b[Ss]tate's|\bstate) $", before[-12:]):
        state = setting.state_near(match.start())
        return (state.supreme if state else None), match.group()
    possessive = re.search(rf"({_state_pattern().pattern})'s? $", before[-40:])
    if possessive:
        return courthouses.states()[possessive[1]].supreme, match.group()
    named = re.compile(rf"({_state_pattern().pattern}) Supreme Court|Supreme Court of (?:the State of )?({_state_pattern().pattern})|(U\.?S\.?|United States) Supreme Court|(Supreme Court of the United States|SCOTUS)")
    hits = list(named.finditer(before)) or list(named.finditer(setting.text))[:1]
    if hits and (state_name := hits[-1][1] or hits[-1][2]):
        return courthouses.states()[state_name].supreme, match.group()
    return "scotus", match.group()


def find(text: str) -> list[Mention]:
    """All named courts, as long as their names run, with id or full name."""
    article, text = text, plain(text)
    setting = Setting(text)
    candidates: list[tuple[int, int, str | None, str]] = []
    for pattern, resolve in _patterns():
        for match in pattern.finditer(text):
            court, name = resolve(match, setting)
            if not name:
                continue
            start = _start(text, match.start(), match.end())
            candidates.append((start, match.end(), court, name if start == match.start() else text[start : match.end()]))
    return [replace(m, text=article[m.start : m.end]) for m in _acronyms(text, _choose(text, candidates))]


def _start(text: str, start: int, end: int) -> int:
    """The start without the words that open the sentence."""
    while True:
        word = re.match(r"([A-Z][\w'-]*)(?: (?:of|and|the|for))* +(?=\S)", text[start:end])
        if not word or word[1] not in OPENERS or (word[1] in ("First", "Federal", "State", "New", "Court") and not re.match(r"(?:State|Court) [A-Z]", word.group() + text[start + word.end() :][:1])):
            return start
        start += word.end()


def _choose(text: str, candidates: list[tuple[int, int, str | None, str]]) -> list[Mention]:
    found: list[Mention] = []
    for start, end, court, name in sorted(candidates, key=lambda c: (c[0], -c[1], c[2] is None)):
        if not found or start >= found[-1].end:
            found.append(Mention(start, end, "COURT", text[start:end], _plain(name), court))
    return found


def _acronyms(text: str, found: list[Mention]) -> list[Mention]:
    """Adds the later uses of a short form that the text itself defines: "Data Tribunal (DT)"."""
    more: list[Mention] = []
    for mention in found:
        definition = re.match(r" \((?:the )?[“\"]?([A-Z][A-Z-]{1,6})[”\"]?\)", text[mention.end :])
        if definition:
            for use in re.finditer(rf"\b{re.escape(definition[1])}\b", text[mention.end :]):
                start = mention.end + use.start()
                more.append(Mention(start, start + len(definition[1]), "COURT", definition[1], mention.name, mention.id))
    taken = {(m.start, m.end) for m in found}
    return sorted([*found, *{m for m in more if (m.start, m.end) not in taken}])


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def find_hints(text: str) -> list[Mention]:
    """Generic words that clearly mean one court, with its id."""
    return []


@Language.component("biodocket_courts", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the groups `courts` and `court_hints`."""
    lay(doc, "courts", find(doc.text))
    lay(doc, "court_hints", find_hints(doc.text))
    return doc
