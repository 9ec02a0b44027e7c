"""Citations of codes, in the forms of newspapers and of briefs: "740 ILCS 14/15(b)", "RCW 19.375", "15 USC 1681"."""

import re
from functools import cache

from . import acts, courthouses
from .acts import CODE_NAME, Place

# "15(b)(1)", "503.001", "22-1201", "17200"; European style sets a blank before the parts: "9 (2) (g)".
PART = r"(?: ?\((?:\d{1,2}|[a-z]{1,3})\)|\((?:\d{1,2}[A-Z]?|[a-zA-Z]{1,3})\))"
NUMBER = rf"\d{{1,5}}(?:\.\d{{1,4}}){{0,3}}[A-Za-z]?(?:-(?:\d{{1,5}}[a-z]?|[a-z]\b))?{PART}{{0,5}}"
SEQ = r"(?:,? et\.? seq\.?)?"
SIGN = r"(?:§§? ?|[Ss]ections? |[Ss]ecs?\. |[Cc]hapters? |[Cc]h\. |[Aa]rt(?:icle|\.) |[Tt]itle |[Tt]it\. )"
FURTHER = (
    r"(?:(?:, | and | or |-|, and | to | through )(?:§ ?)?"
    rf"(?:\d{{1,5}}(?:[.-]\d{{1,5}}){{1,3}}[a-z]?{PART}{{0,4}}|{PART}))"
)
# Only the plural goes on with a plain number: "§§ 50, 51", but not "§ 50, 51 of whom".
PLURAL = rf"(?:§§ ?|[Ss]ections |[Ss]ecs\. |[Aa]rticles ){NUMBER}(?:(?:, and |, | and | or | & |-){NUMBER}){{1,8}}{SEQ}"
NUMBERS = rf"{NUMBER}{FURTHER}{{0,6}}(?:, § ?{NUMBER})?{SEQ}"
KINDS = (
    r"(?:City|Business (?:and|&) Professions|Bus\. ?(?:and|&) ?Prof\.|Business (?:and|&) Commerce|Bus\. ?(?:and"
    r"|&) ?Com\.|Civil|Civ\.|Penal|Pen\."
    r"|Labor|Lab\.|Health (?:and|&) Safety|Insurance|Ins\.|Vehicle|Education|Educ\.|Government|Gov\.|Gov't|Family"
    r"|Administrative|Admin\.|Municipal|Consolidated|Consol\.|Revised|Rev\.|General|Gen\.|Compiled|Comp\.|Annotated"
    r"|Criminal|Crim\.|Public Health|Consumer|Human Resources|Occupations|Property|Tax|Commercial|General Business"
    r"|Gen\. ?Bus\.|Civil Rights|Civ\. ?Rights|Executive|Exec\.|Election|Social Services)"
)
ILLINOIS = (
    r"\d{2,3} (?:ILCS|I\.L\.C\.S\.|Ill\. ?Comp\. ?Stat\.(?: Ann\.)?) ?(?:§ ?)?\d{1,4}"
    rf"(?:/\d{{1,4}}[A-Za-z]?(?:[.-]\d{{1,4}}){{0,2}}{PART}{{0,4}}(?:(?:, | and |, and |-){PART}){{0,4}})?{SEQ}"
)
FEDERAL = (
    r"\d{1,2} (?:U\.? ?S\.? ?C\b\.?(?: ?A\.)?|U\.S\. Code)(?: |, )?(?:§§? ?|[Ss]ections? |[Ss]ec\. )?"
    rf"\d{{1,5}}[a-z]{{0,2}}(?:-\d{{1,2}}[a-z]?)?{PART}{{0,5}}"
    rf"(?:(?:, | and |, and | to |-)(?:{PART}|\d{{3,5}}[a-z]{{0,2}}(?!,\d|[\w%])(?! [a-z])){{1,2}}){{0,4}}{SEQ}"
    r"|\d{1,2} C\.? ?F\.? ?R\b\.?(?: |, )?(?:§§? ?|[Pp]arts? |[Ss]ections? |pt\. )?"
    rf"\d{{1,5}}(?:\.\d{{1,5}})?[a-z]?{PART}{{0,5}}{SEQ}"
)
WASHINGTON = (
    r"(?:RCW|R\.C\.W\.|Wash\. ?Rev\. ?Code(?: Ann\.)?|(?:Washington )?Revised Code of Washington) ?(?:§§? ?"
    r"|[Ss]ections? |[Cc]h(?:apter|\.) )?"
    rf"\d{{1,2}}[A-Z]?\.\d{{1,4}}[A-Z]?(?:\.\d{{1,4}})?{PART}{{0,3}}{SEQ}|[Cc]hapter \d{{1,2}}[A-Z]?\.\d{{1,4}} RCW"
)
OTHERS = (
    r"(?:Public Act|P\.A\.|Pub(?:lic)?\.? ?L(?:aw|\.)?(?: No\.)?) \d{2,3}-\d{1,4}"
    r"|Local Law (?:No\. )?\d{1,3}(?: of (?:19|20)\d\d)?"
    r"|(?:Regulation|Directive) (?:\((?:EU|EC|EEC)\) )?(?:No\.? )?\d{2,4}/\d{2,4}(?:/(?:EU|EC|EEC))?"
    r"|(?:M\.?C\.?L\.?A?\.?|A\.R\.S\.|O\.C\.G\.A\.|N\.J\.S\.A\.|K\.S\.A\.|ORS|NRS|C\.R\.S\.|M?\.?G\.L\. c(?:h\.?|\.)) ?"
    rf"(?:§§? ?)?\d{{1,4}}[A-Z]?(?:[.:-]\d{{1,5}}){{0,3}}{PART}{{0,3}}(?:, § ?{NUMBER})?"
)
CITIES = ("N.Y.C.", "NYC", "New York City", "Portland", "Chicago", "Calif.")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Citations, and names of codes as a whole."""
    places = {name for state in courthouses.states().values() for name in (state.name, *state.abbreviations)}
    where = "|".join(re.escape(name) for name in sorted({*places, *CITIES}, key=len, reverse=True))
    what = rf"(?:(?:{where}) )?(?:{KINDS} ){{1,3}}(?:Code|Laws?|Statutes?|Stat\.)(?: Ann(?:\.|otated))?"
    code = rf"(?:{what}|(?:{where}) (?:Code|Stat\.|Statutes?|Laws)(?: Ann\.)?)"
    cited = rf"{code},? (?:{PLURAL}|(?:{SIGN})?{NUMBERS})|{ILLINOIS}|{FEDERAL}|{WASHINGTON}|{OTHERS}"
    return re.compile(rf"(?<![\w.-])(?:{cited})(?!\w)"), re.compile(rf"(?<![\w.-])(?:{code})(?!\w)")


def find_citations(text: str) -> list[Place]:
    """All code citations of a plain text, each with its act where the book knows it; and codes named as a whole."""
    cited, codes = _patterns()
    found: list[Place] = []
    for match in cited.finditer(text):
        act = acts.of_code(match.group()) or acts.named(match.group())
        name = re.sub(r"\s+", " ", match.group())
        found.append(Place(*match.span(), act.key if act else name, act.id if act else None))
    found.extend(Place(*match.span(), match.group(), None, CODE_NAME) for match in codes.finditer(text))
    return found
