"""Acts, code sections and regulations by name, abbreviation or citation, with the section where it belongs to the mention.

    The suit rests on [Section 15(b) of the Biometric Information Privacy Act], [740 ILCS 14/15(b)].
    [Article 9 GDPR] forbids it; the regulator also found a breach of [Articles 5 and 6].
    The Illinois [Biometric Privacy Act] ([BIPA]) allows private suits, unlike Texas' [CUBI].
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from .. import acts, courthouses
from ..acts import Act
from ..facts import Mention
from ..plain import plain
from ..text import lay

NUMBER = r"\d{1,5}(?:\.\d{1,4}){0,3}[A-Za-z]?(?:-\d{1,5}[a-z]?)?(?:\([0-9A-Za-z]{1,4}\)){0,5}"
PART = r"(?:\([0-9A-Za-z]{1,4}\)){1,4}"
AND = r"(?:, and |, or |, | and | or | & | through | to | and/or |-)"
# After the singular word only a number with a part goes on the list: "section 15(b) and 15(d)", not "section 15 and 20 workers".
MORE = rf"(?:{AND}(?:\d{{1,5}}(?:\.\d{{1,4}}){{0,2}}[a-z]?{PART}|{PART}))"
WORDS = r"(?:(?:[Ss]ections|SECTIONS|[Ss]ecs\.|§§|[Aa]rticles|Arts\.|[Ss]ubsections|[Rr]ecitals)"
LIST = (
    rf"(?:(?:[Ss]ections|[Ss]ecs\.|§§|[Aa]rticles|Arts\.?|[Ss]ubsections|[Rr]ecitals|ss) ?{NUMBER}(?:{AND}(?:§ ?)?(?:{NUMBER}|{PART})){{0,14}}"
    rf"|(?:[Ss]ection|[Ss]ec\.|§|[Aa]rticle|Art\.?|[Ss]ubsection|[Rr]ecital|s\.?) ?{NUMBER}{MORE}{{0,6}})"
)
TITLE = r"(?:Title|Subtitle|Part|Chapter|Subchapter) (?:[IVX]{1,5}|\d{1,3}[A-Z]?)"
SEQ = r"(?:,? et\.? seq\.?)?"
OF = r" (?:of|under|in) (?:the )?(?:(?:Illinois|Texas|California|Washington|New York|federal|EU|European Union|European|UK|Canada|Australia|state|Virginia|Colorado)(?:'s?)? )?"
YEAR = r"(?:,? of (?:19|20)\d\d| (?:19|20)\d\d(?!\d|[-/]))?(?: \((?:Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|UK)\))?"

CODE_HEAD = (
    r"(?:Business (?:and|&) Professions|Bus\. ?(?:and|&) ?Prof\.|Business (?:and|&) Commerce|Bus\. ?(?:and|&) ?Com\.|Civil|Civ\.|Penal|Pen\.|Labor|Lab\.|Health (?:and|&) Safety"
    r"|Insurance|Ins\.|Vehicle|Education|Educ\.|Government|Gov\.|Gov't|Family|Administrative|Admin\.|Municipal|Consolidated|Consol\.|Revised|Rev\.|General|Gen\.|Compiled|Comp\."
    r"|Annotated|Criminal|Crim\.|Public Health|Consumer|Human Resources|Occupations|Property|Tax|Commercial|General Business|Gen\. ?Bus\.|Civil Rights|Civ\. ?Rights|Executive|Exec\.|Election|Social Services)"
)
SIGN = r"(?:§§? ?|[Ss]ections? |[Ss]ecs?\. |[Cc]hapters? |[Cc]h\. |[Aa]rt(?:icle|\.) |[Tt]itle |[Tt]it\. )"
NUMBERS = rf"{NUMBER}(?:(?:, | and | or |-|, and | to | through )(?:§ ?)?(?:\d{{1,5}}(?:[.-]\d{{1,5}}){{1,3}}[a-z]?(?:\(\w{{1,4}}\)){{0,4}}|{PART})){{0,6}}(?:, § ?{NUMBER})?{SEQ}"

ILCS = rf"\d{{2,3}} (?:ILCS|I\.L\.C\.S\.|Ill\. ?Comp\. ?Stat\.(?: Ann\.)?) ?(?:§ ?)?\d{{1,4}}(?:/\d[\w.-]{{0,8}}(?:\(\w{{1,4}}(?:-\d)?\)){{0,4}}(?:(?:, | and |, and |-){PART}){{0,4}})?{SEQ}"
FEDERAL = (
    rf"\d{{1,2}} (?:U\.? ?S\.? ?C\.?(?: ?A\.)?|U\.S\. Code|USC)(?: |, )?(?:§§? ?|[Ss]ections? |[Ss]ec\. )?\d{{1,5}}[a-z]{{0,2}}(?:-\d{{1,2}}[a-z]?)?(?:\(\w{{1,4}}\)){{0,5}}"
    rf"(?:(?:, | and | to |-){PART}){{0,3}}{SEQ}"
    rf"|\d{{1,2}} (?:C\.? ?F\.? ?R\.?)(?: |, )?(?:§§? ?|[Pp]arts? |[Ss]ections? |pt\. )?\d{{1,5}}(?:\.\d{{1,5}})?[a-z]?(?:\(\w{{1,4}}\)){{0,5}}{SEQ}"
)
WASHINGTON = rf"(?:RCW|R\.C\.W\.|Wash\. ?Rev\. ?Code(?: Ann\.)?|(?:Washington )?Revised Code of Washington) ?(?:§§? ?|[Ss]ections? |[Cc]h(?:apter|\.) )?\d{{1,2}}[A-Z]?\.\d{{1,4}}[A-Z]?(?:\.\d{{1,4}})?(?:\(\w{{1,3}}\)){{0,3}}{SEQ}|[Cc]hapter \d{{1,2}}[A-Z]?\.\d{{1,4}} RCW"
CITED_ELSEWHERE = (
    rf"(?:Public Act|P\.A\.|Pub(?:lic)?\.? ?L(?:aw|\.)?(?: No\.)?) \d{{2,3}}-\d{{1,4}}"
    rf"|Local Law (?:No\. )?\d{{1,3}}(?: of (?:19|20)\d\d)?"
    rf"|(?:Regulation|Directive|Decision) (?:\((?:EU|EC|EEC)\) )?(?:No\.? )?\d{{2,4}}/\d{{2,4}}(?:/(?:EU|EC|EEC))?"
    rf"|(?:M\.?C\.?L\.?A?\.?|A\.R\.S\.|O\.C\.G\.A\.|N\.J\.S\.A\.|K\.S\.A\.|ORS|NRS|C\.R\.S\.|G\.L\. c\.|M\.G\.L\. c(?:h|\.|h\.)?) ?(?:§§? ?)?\d{{1,4}}[A-Z]?(?:[.:-]\d{{1,5}}){{0,3}}(?:\(\w{{1,3}}\)){{0,3}}(?:, § ?{NUMBER})?"
)
BILL = r"(?:(?:Senate|House|Assembly) Bill (?:No\. )?\d{1,5}|[SHA]\.? ?B\.? (?:No\. )?\d{1,5}|(?:H|S)\.? ?F\.? \d{2,5})(?!\w)"
SIGNED = re.compile(r"\b(?:signed|enacted|became law|becomes? law|took effect|takes effect|went into effect|in effect|put (?:his|her) (?:name|signature)|into law|in force|amended)\b")
UNSIGNED = re.compile(r"\b(?:awaits?|awaiting|if signed|if enacted|if passed|expected to sign|has yet to|not yet|pending|vetoed|veto|heads to the governor|sent to the governor|stalled|died|proposed|proposes|introduced)\b")

# What has sections and is no statute.
OTHER_TEXT = re.compile(
    r" ?(?:,? (?:of|in|to|under) (?:the |its |their |his |her |this |that |a |an )?(?:[A-Z]\w+(?:'s)? ){0,3}(?:[Aa]greement|[Cc]ontract|[Tt]erms|[Pp]olicy|[Cc]omplaint|[Oo]rder|[Oo]pinion|[Rr]uling|[Rr]eport|[Cc]onstitution|"
    r"Charter|Convention|Treaty|[Bb]ill|[Pp]roposal|[Rr]estatement|[Ss]ettlement|[Nn]otice|[Gg]uidelines?|[Gg]uidance|newspaper|lease|[Bb]rief)|(?:,? )?(?:TFEU|TEU|ECHR|CFREU|of the Charter|Working Party|housing|ECHR))\b"
)
BILL_TALK = re.compile(r"\b(?:proposed|pending|introduced|reintroduced|reintroduce|draft|bills?|sponsor\w*|if (?:passed|enacted)|lawmakers (?:are|were|have)|legislation that would|(?:Act|Law) would)\b")
# "the Keystone Faceprint Protection Act of 2024": capitalised words, link words between them, and what it is.
SHAPE = re.compile(
    r"(?<![\w.-])(?:[A-Z][\w'-]*,? (?:(?:of|and|the|for|to|or|in|on|from|by|with|against|&) ){0,2}){1,10}?(?P<kind>Act|Law|Ordinance|Statute|Directive|Regulations?|Code)(?![\w-]| Firm| School| Group| Offices?| Department| Enforcement| Review| Journal| Street| Center| Professor| LLC| LLP| PC| PLLC| P\.| Section| of (?:Conduct|Ethics|Practice|Canons))"
    + YEAR
)
LINKS = {"of", "and", "the", "for", "to", "or", "in", "on", "from", "by", "with", "against", "&"}
OPENERS = {
    "The", "Under", "A", "An", "In", "This", "That", "These", "Those", "And", "But", "By", "When", "While", "Because", "Since", "If", "As", "After", "Before", "Unlike", "Like", "Although", "Both",
    "Illinois", "Federal", "State", "New", "For", "Violating", "Its", "Their", "Our", "His", "Her", "Every", "Each", "Any", "No", "Does", "Is", "Was", "How", "What", "Why", "Where", "Which", "With",
    "Alleging", "Citing", "Using", "Amended", "Landmark", "Also", "Neither", "Nor", "Second", "First", "Third", "On", "At", "To", "From", "Of", "Or", "Even", "Only", "Until", "Congress", "Enter", "See",
}  # fmt: skip
GENERIC = {
    "class", "the", "this", "that", "an", "third", "final", "first", "second", "balancing", "juggling", "new", "each", "every", "same", "under", "state", "federal", "illinois", "texas", "california", "washington",
    "york", "biometric", "biometrics", "privacy", "data", "consumer", "protection", "employment", "labor", "criminal", "civil", "common", "international", "case", "public", "constitutional", "national", "european",
    "eu", "uk", "us", "u.s", "american", "information", "and", "of", "family", "tax", "antitrust", "immigration", "corporate", "intellectual", "property", "media", "sunshine", "city", "county", "local", "old", "current",
    "business", "contract", "tort", "digital", "cyber", "security", "cybersecurity", "ai", "health", "surveillance", "facial", "recognition", "face", "scanning", "surveillance", "landmark", "tough", "strict", "murphy's", "harvard", "yale",
    "stanford", "georgetown", "northwestern", "edelson", "harvard", "breach", "notification", "wage", "hour", "school", "online", "safety", "children's", "kids", "rights", "voter", "id", "general", "model", "uniform", "administrative", "canadian", "british",
    "statutory", "case", "moore's", "canon", "religious", "islamic", "sharia", "bankruptcy", "patent", "martial", "maritime", "environmental", "commercial", "competition", "genetic", "dress", "source", "zip", "qr", "bar", "access", "area", "building", "country", "morse", "promo",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate: where it stands, the act it belongs to, and how sure its kind of pattern is (lower is surer)."""

    start: int
    end: int
    key: str | None  # None: a bill's name, kept to hold its place and never marked
    id: str | None
    rank: int


@cache
def _grammar() -> dict[str, re.Pattern[str]]:
    act = rf"(?:(?i:{acts.long_name_pattern()})|{acts.name_pattern()}){YEAR}"
    loose = "|".join(pattern for entry in acts.acts() for pattern in entry.patterns if "(?<" not in pattern)
    short = acts.abbreviation_pattern()
    states = "|".join(sorted({name for s in courthouses.states().values() for name in (s.name, *map(re.escape, s.abbreviations))} | {r"N\.Y\.C\.", "NYC", "New York City", "Portland", "Chicago"}, key=len, reverse=True))
    code = rf"(?:(?:{states}|{'|'.join(['Calif.'])}) )?(?:{CODE_HEAD} ){{1,3}}(?:Code|Laws?|Statutes?|Stat\.)(?: Ann(?:\.|otated)| of \d{{4}})?"
    code = rf"(?:{code}|(?:{states}) (?:Code|Stat\.|Statutes?|Laws)(?: Ann\.)?)"
    return {
        "name": re.compile(rf"(?<![\w-])(?:{act})(?!\w)"),
        "short": re.compile(rf"(?<![\w.])(?:{short})(?![\w])"),
        "code": re.compile(rf"(?<![\w.-])(?:{code},? (?:{SIGN})?{NUMBERS}(?!\w)|{ILCS}|{FEDERAL}|{WASHINGTON}|{CITED_ELSEWHERE})"),
        "code_name": re.compile(rf"(?<![\w.-])(?:{code})(?!\w)"),
        "list": re.compile(rf"(?<![\w.§])(?:{LIST}|{TITLE}(?= of ))(?![\w%$])"),
        "of": re.compile(OF),
        "bill": re.compile(rf"(?<![\w.])(?:{BILL})"),
        "loose": re.compile(rf"(?<![\w-])(?:{loose}){YEAR}(?!\w)"),
    }


def find(text: str) -> list[Mention]:
    """All named acts, citations and sections, each with the id or the usual name of its act."""
    article, text = text, plain(text)
    named = _named(text)
    named = _settle([*named, *_unknown(text, named)])
    named = _settle([*named, *_short(text, named)])
    codes = _settle([*_codes(text), *named])
    joined = _sections(text, codes)
    everything = _settle([*joined, *_bills(text, joined)])
    return [
        Mention(f.start, f.end, "STATUTE", article[f.start : f.end], f.key, f.id) for f in everything if f.key is not None
    ]


def _settle(candidates: list[Found]) -> list[Found]:
    """The candidates that remain where several overlap: the earliest, then the longest, then the surest."""
    kept: list[Found] = []
    for candidate in sorted(candidates, key=lambda f: (f.start, -f.end, f.rank)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _of(act: Act, start: int, end: int, rank: int = 0) -> Found:
    return Found(start, end, None if act.kind == "bill" else act.id or act.name, act.id, rank)


def _named(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _grammar()["name"].finditer(text):
        act = acts.by_name().get(acts.squeeze(re.sub(YEAR + "$", "", match.group()))) or acts.by_name().get(acts.squeeze(match.group()))
        if act:
            entry = _of(act, *match.span())
            found.append(entry if act.id or act.kind == "bill" else replace(entry, key=_usual(match.group())))
    for pattern, act in acts.loose_patterns():
        for match in pattern.finditer(text):
            year = re.compile(YEAR).match(text, match.end())
            found.append(_of(act, match.start(), year.end() if year else match.end(), 1))
    for entry in [f for f in found if f.key is not None]:
        # "Privacy Act 1988 (Cth)" is later just the "Privacy Act"
        bare = re.sub(YEAR + "$", "", text[entry.start : entry.end])
        if bare and bare != text[entry.start : entry.end]:
            found.extend(replace(entry, start=m.start(), end=m.end(), rank=1) for m in re.finditer(rf"(?<![\w-]){re.escape(bare)}(?!\w)", text))
    return found


def _usual(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r",? of (?:19|20)\d\d$", "", name))


def _unknown(text: str, named: list[Found]) -> list[Found]:
    """Acts that no record knows, by their shape; names of bills are left out."""
    found: list[Found] = []
    for match in SHAPE.finditer(text):
        start = _shape_start(text, match)
        words = text[start : match.start("kind")].replace(",", "").split()
        content = [word for word in words if word not in LINKS]
        telling = [word for word in content if word.lower().removesuffix("'s") not in GENERIC]
        kind = match["kind"]
        if not telling and not (kind == "Act" and len(content) >= 2):
            continue
        if kind != "Act" and (len(content) < 3 or _is_headline(text, start)):
            continue
        if kind in ("Code", "Regulation", "Regulations", "Directive", "Statute") and len(telling) < 2:
            continue
        if any(f.start < match.end() and start < f.end and not _is_namesake(text, start, f) for f in named):
            continue
        is_bill = bool(BILL_TALK.search(_sentence(text, start, match.end()))) and not SIGNED.search(_sentence(text, start, match.end()))
        name = _usual(text[start : match.end()])
        found.append(Found(start, match.end(), None if is_bill else name, None, 3))
    return found


def _is_namesake(text: str, start: int, known: Found) -> bool:
    """Whether another state has an act of the same name: Ohio's is not the one of the record."""
    prefix = text[start : known.start].strip()
    return known.id is None and known.key is not None and prefix in courthouses.states()


def _shape_start(text: str, match: re.Match[str]) -> int:
    """The start without sentence openers and possessives: "Under Ohio's Faceprint Act" begins at "Faceprint"."""
    start = match.start()
    while True:
        word = re.compile(r"([A-Z][\w'-]*),? ").match(text, start, match.start("kind"))
        rest = re.compile(r"(?:(?:of|and|the|for|to|or|in|on|from|by|with|against|&) ){0,2}").match(text, word.end()) if word else None
        if not word or rest is None or not (word[1] in OPENERS - {"New", "Illinois"} or re.search(r"s'$|[^n]'s$|\w's$", word[1]) and word[1] not in ("Children's", "Driver's", "Workers'", "Consumers'", "Women's")):
            return start
        start = rest.end()


def _is_headline(text: str, at: int) -> bool:
    """Whether the line capitalises nearly every word, so that capitals say nothing."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    words = [word for word in re.findall(r"[A-Za-z]{4,}", text[start : end if end >= 0 else len(text)])]
    return bool(words) and sum(word[0].isupper() for word in words) / len(words) > 0.6


def _sentence(text: str, start: int, end: int) -> str:
    left = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - 250)
    rights = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    return text[left + 1 : min([*rights, end + 250])]


def _short(text: str, named: list[Found]) -> list[Found]:
    """Abbreviations: the clear ones, the weak ones beside their name, and those that the text defines itself."""
    keys = {f.key for f in named}
    defined: dict[str, Found] = {}
    for f in named:
        definition = re.compile(r",? (?:\((?:the |or |hereinafter )?\"?|(?:known as|or|abbreviated(?: as)?) (?:the )?\"?)([A-Z][A-Za-z]{0,3}[A-Z]{1,6}(?: Act)?)\b").match(text, f.end)
        if definition:
            defined.setdefault(definition[1], f)
    found: list[Found] = []
    for match in _grammar()["short"].finditer(text):
        short = match.group()
        owner = acts.by_abbreviation().get(short)
        if short in defined and not owner:
            continue
        weak = [act for act in acts.by_weak_abbreviation().get(short, ()) if act.key in keys or any(alias in keys for alias in act.aliases)]
        act = owner or (weak[0] if weak else None)
        if act:
            found.append(_of(act, *match.span(), 1))
    for short, f in defined.items():
        if short in acts.by_abbreviation():
            continue
        for match in re.finditer(rf"(?<![\w.]){re.escape(short)}(?!\w)", text):
            found.append(Found(match.start(), match.end(), f.key, f.id, 1))
    return found


def _codes(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _grammar()["code"].finditer(text):
        act = acts.of_code(match.group())
        known = acts.by_name().get(acts.squeeze(match.group()))
        act = act or known
        name = _usual(match.group())
        found.append(Found(*match.span(), act.key if act else name, act.id if act else None, 0))
    for match in _grammar()["code_name"].finditer(text):
        found.append(Found(*match.span(), match.group(), None, 2))
    return found


def _sections(text: str, named: list[Found]) -> list[Found]:
    """Sections joined with the act they name ("Section 15(b) of BIPA", "GDPR Article 9"), and sections on their own."""
    starts = {f.start: f for f in named}
    ends = {f.end: f for f in named}
    found: list[Found] = []
    for match in _grammar()["list"].finditer(text):
        if any(f.start <= match.start() < f.end for f in named):
            continue
        link = _grammar()["of"].match(text, match.end())
        after = (starts.get(link.end()) if link else None) or starts.get(match.end() + 1 if text[match.end() : match.end() + 1] == " " else -1)
        if link and not after:
            plainly = re.compile(r" of (?:the )?").match(text, match.end())
            after = starts.get(plainly.end()) if plainly else None
        before = ends.get(match.start() - 1) if text[match.start() - 1 : match.start()] == " " else None
        if after and after.key is None:
            found.append(Found(match.start(), after.end, None, None, 0))
        elif after and not (text[match.end()] == " " and after.start == match.end() + 1 and not _may_follow(text, match, after)):
            key, court = after.key, after.id
            if after.rank == 2 and (act := acts.of_code(f"{text[after.start : after.end]} {_digits(match.group())}")):
                key, court = act.key, act.id
            found.append(Found(match.start(), after.end, key, court, 0))
        elif before and before.key is not None and not re.match(r"\d", text[before.start : before.end]) and _is_word(match.group()):
            found.append(Found(before.start, match.end(), before.key, before.id, 0))
        elif alone := _alone(text, match, named):
            found.append(alone)
    return _settle([*found, *(f for f in named if f.rank != 2 or len(text[f.start : f.end].split()) >= 3)])


def _may_follow(text: str, match: re.Match[str], act: Found) -> bool:
    """Whether "Article 9 GDPR" is one citation: an abbreviation directly behind articles or sections."""
    name = text[act.start : act.end]
    return name.isupper() or name.startswith(("UK", "EU", "FTC", "Privacy Act", "Data Protection Act", "of"))


def _is_word(section: str) -> bool:
    return not re.match(r"s\.? ?\d", section) or True


def _digits(section: str) -> str:
    return re.sub(r"^\D+", "", section)


def _alone(text: str, match: re.Match[str], named: list[Found]) -> Found | None:
    """A section on its own belongs to the act of the document that has it, the nearest one before it first."""
    words = match.group()
    if re.match(r"(?:s\.?|ss) ?\d|Title|Part|Chapter|Sub", words) or OTHER_TEXT.match(text, match.end()):
        return None
    number = _digits(words)
    is_article = words[0] in "Aa" or words[0] in "Rr"
    if not is_article and number.startswith("230") and not number[3:4].isdigit():
        return Found(*match.span(), "cda-230", "cda-230", 0)
    known = {act.key: act for act in acts.acts() if act.kind == "act"}
    near = [f for f in named if f.key is not None and f.end <= match.start()][::-1] + [f for f in named if f.key is not None and f.start >= match.end()]
    for f in near:
        act = known.get(f.key or "")
        sections = act.sections if act else None
        if is_article:
            if f.key in ("gdpr", "uk-gdpr", "eu-ai-act", "eprivacy") or (act and act.name == "Law Enforcement Directive"):
                return Found(*match.span(), f.key, f.id, 0)
        elif sections and sections != "article" and re.match(rf"(?:{sections})", number):
            return Found(*match.span(), f.key, f.id, 0)
    if is_article:
        return None
    for f in near:
        act = known.get(f.key or "")
        if f.key not in ("gdpr", "uk-gdpr") and not (act and act.sections) and f.end <= match.start() and match.start() - f.end < 600:
            return Found(*match.span(), f.key, f.id, 0)
    return None


def _bills(text: str, named: list[Found]) -> list[Found]:
    """Numbers of bills that the document tells are signed; an amendment stands for the act it changes."""
    by_number: dict[str, list[re.Match[str]]] = {}
    for match in _grammar()["bill"].finditer(text):
        by_number.setdefault(re.sub(r"\D", "", match.group()), []).append(match)
    counted = Counter((f.key, f.id) for f in named if f.key is not None and f.id)
    found: list[Found] = []
    for matches in by_number.values():
        around = " ".join(text[max(0, m.start() - 160) : m.end() + 200] for m in matches)
        if not SIGNED.search(text) or len(UNSIGNED.findall(around)) > len(SIGNED.findall(around)):
            continue
        key, court = counted.most_common(1)[0][0] if counted else (matches[0].group(), None)
        found.extend(Found(m.start(), m.end(), key, court, 0) for m in matches)
    return found


@Language.component("biodocket_statutes", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `statutes`."""
    lay(doc, "statutes", find(doc.text))
    return doc
