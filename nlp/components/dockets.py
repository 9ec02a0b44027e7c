"""Numbers of cases and files: federal and state dockets, appeals, foreign courts, regulators' decisions.

- The complaint is [1:20-cv-00512] in the Northern District of Illinois.
- It was removed from Cook County, where it was No. [2019-CH-04321].
- The French authority published its decision as [SAN-2021-016].
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..plain import is_whole, plain
from ..text import lay, text_of

# Kinds of cases as clerks abbreviate them.
FEDERAL = "cv|cr|mc|md|mdl|ml|mj|bk|ap|civ|crim|misc"
STATE = "CH|LA|LM|MR|AR|SC|CC|CI|CIV|CV|CVH|CA|CP|MD|ML|DC|CF|COA|M1|M6|JD|GC|MM|CVS|VS"
LOS_ANGELES = "STCV|SMCV|STUD|VECV|TRCV|NWCV|BBCV|CHCV|PSCV|CMCV|CV"
ENGLISH = "QB|KB|BL|HC|CO|CL|UA|EA|CA|IPT|QA|KA|GIA|AC|HT"
# The judge's initials that follow: "-JD", "-ABC-DEF", "(JLR)".
INITIALS = r"(?:-[A-Z]{1,5}\b|-[a-z]{2,3}\b){0,3}(?: ?\([A-Z]{2,4}\)(?=[\s,.;)]|$))?"

# Shapes that are a docket wherever they stand. A single letter ("C", "L") counts only between a year and a long number.
SHAPES = (
    rf"\d{{1,2}}:(?:\d{{2}}|\d{{4}})[ -]?(?:{FEDERAL})[ -]?\d{{1,7}}{INITIALS}",  # 1:20-cv-00512-ABC
    rf"(?:\d{{2}}|\d{{4}})-(?:{FEDERAL})-\d{{2,7}}{INITIALS}",  # 20-cv-512
    rf"\d{{2}} ?(?:[cC][vV]|[cC]iv)\.? ?\d{{3,6}}{INITIALS}",  # 22 CV 1988, 20cv512
    rf"(?:\d{{2}}|\d{{4}})-(?:{STATE}|DCV|[CLD])-?\d{{3,8}}(?:-[A-Z])?",  # 2017-CH-12364, 19-C-3083, 24-DCV-3310
    rf"(?:\d{{2}}|\d{{4}}) (?:{STATE}|[CL]) \d{{3,8}}(?:-[A-Z])?",  # 2019 CH 04321, 20 C 512
    rf"(?:\d{{2}}|\d{{4}})(?:{STATE}|L)\d{{4,8}}",  # 2022CH08365, 25LA0613
    r"\d{6}/20\d{2}",  # New York's index numbers: 650418/2025
    r"\d{2}-\d-\d{5}(?:-\d)?(?:[ -][A-Z]{3})?",  # Washington: 19-2-04418-1 SEA
    r"D-\d-GN-\d{2}-\d{6}",  # Travis County: D-1-GN-23-004410
    rf"\d{{2}}(?:{LOS_ANGELES})\d{{5,6}}",  # 20STCV12345
    r"C\d{2}-\d{3,5}(?:-?[A-Z]{2,3})?",  # C20-1082JLR
    r"(?:CGC|RG|CIVMSC|CIVSB|CIVDS|MSC)-?\d{2}-?\d{5,7}",  # CGC-20-584121
    r"\d{2}-\d{4}-\d{8}-CU-[A-Z]{2}-[A-Z]{3}",  # 30-2020-01234567-CU-BT-CXC
    r"N\d{2}C-\d{2}-\d{3}(?:[ -][A-Z]{2,4}){0,2}",  # N20C-05-123
    r"(?:[A-Z]{3}-[LC]|[A-Z]-\d{3})-(?:[A-Z]{2}-)?\d{4,6}-\d{2,4}",  # ESX-L-001234-20
    r"[1-5]-\d{2}-\d{4}(?:[A-Z]{1,2})?",  # 1-22-0187
    r"MDL \d{4}",
    r"[CT]-\d{1,4}/\d{2}(?: (?:P|PPU))?",  # C-252/21
    r"(?:PS|E|EXP|AI|TD|PD|RR)[/-]\d{5}/\d{4}|EXP\d{9}",  # PS/00120/2021
    r"(?:SAN|MED|MEDP|SANPS)[- ]?\d{4}-\d{1,4}",  # SAN-2021-016
    r"IN-\d{2}-\d{1,2}-\d{1,3}",  # IN-19-7-4
    r"DI-\d{4}-\d{2,5}",  # DI-2019-2221
    rf"(?:{ENGLISH})[-/]\d{{4}}[-/][A-Z]?\d{{3,6}}(?:[-/][A-Z]{{2,6}})?",  # QB-2019-001234
    r"(?:CV|VLC|T|A|S)-(?:[A-Z]-[A-Z]-)?\d{2,4}-\d{4,8}(?:-\d{2,4}[A-Z]{0,3})?",  # CV-20-00641234-00CP
    r"T-\d{2,4}-\d{2}",  # T-713-20
    r"[WGL]\d{3} \d{7}-\d",  # W298 2274626-1
    r"C\.\d{2}\.\d{4}\.[NF]|\d{4}/AR/\d{2,5}",  # C.20.0323.N
    r"[IVX]{1,5} Z[RB] \d{1,4}/\d{2}",  # German Federal Court of Justice: VI ZR 87/25
    r"\d{1,6}/\d{2}\.\d[A-Z]\d?[A-Z]{3,4}(?:\.[A-Z]\d)?",  # Portugal: 1187/18.3T8LSB.L1
    r"S (?:ECI|CI|EAPCI) \d{4} \d{5}",  # Supreme Court of Victoria
    r"S-\d{6}",  # Supreme Court of British Columbia, Vancouver
    r"(?:VID|NSD|QUD|WAD|SAD|ACD) ?\d{1,4} ?(?:of |/)\d{4}",  # VID 123 of 2022
)
SURE = re.compile(r"(?<![\w.:/-])(?:" + "|".join(SHAPES) + r")(?![\w]|-\d)")

# A cue, then a number of any shape that looks like an office's own.
KINDS = (
    "civil action|case|docket|cause|index|appeal|claim|matter|file|application|petition|proceeding|inquiry"
    "|decision|order"
    "|complaint|investigation|reference|record|process|procedure|registry|MDL|suit|action|notice|findings?"
    "|determination"
    "|deliberation|resolution"
)
BARE_KINDS = (
    "case|docket|decision|proceeding|matter|order|cause|appeal|file|index|auto|docweb|web doc|doc. web|findings"
    "|deliberation|inquiry|complaint|docket:|case:"
)
CUE = re.compile(
    rf"(?<![\w.])(?:(?:(?P<kind>(?i:{KINDS})) )?(?:Nos?\.|No(?= [A-Z0-9]+[-/:]?\d)|[Nn]os\.|no\.|[Nn]r\.|n\.|n°|N°|№"
    rf"|[Nn]umbers?:?(?: (?:is|was))?|[Nn]umbered(?: as)?|[Ff]ile marks?:?|\#|[Rr]ef(?:erence)?\.?:?) ?"
    rf"|(?P<bare>(?i:{BARE_KINDS})) \#?)(?=[A-Z0-9])"
)
# A case's name, behind which its number follows without a word: "Orlo v. Vey Labs, Inc. (24-CR/118)".
NAMED = re.compile(
    r"(?:\b[vV]s?\.? [A-Z][^.()\n]{1,60}?(?:,? (?:Inc|Corp|Co|Ltd|L\.P|LLC|LP|PLC|B\.V)\.?)?"
    r"|\bIn re [A-Z][^.()\n]{2,60}?)(?:, | \()(?:No\. )?(?=[A-Z0-9])"
)
# Numbered things that are no cases.
NOT_A_CASE = re.compile(
    r"(?:\b(?:Law|Act|Bill|L|Regulation|Directive|Executive Order|Executive|Amendment|Proposition|Prop|Measure"
    r"|Ordinance"
    r"|Count|Exhibit|Chapter|Patent|Pat|Local|ISBN|phone|fax|bar|License|Article|Convention|Protocol|Treaty|Dkt"
    r"|ECF|Docs?"
    r"|ranked|Entry|at|room|Suite|Title|Series|Part|Question|Item|Gate)\.?|\((?:EU|EC)\))\s*$",
    re.IGNORECASE,
)
CODE = re.compile(
    r"(?:[A-Z]{1,6}[-/. ]?)?\d[\dA-Za-z]*(?:[-/:.](?=[\dA-Za-z])[\dA-Za-z]+){0,6}"
    r"(?:(?<=\d) (?:CH|CV|C|L|CIV|CA|MC|MR|LA|WDA|MDA|EDA|P|AP|COA|CC)\b(?: \d{1,7})?)?(?: ?\([A-Z]{2,4}\))?"
)
FTC_FILE = re.compile(r"\d{3}[ -]\d{4}(?!\d)|[CP]-?\d{4,6}(?!\d)")
NEXT = re.compile(r"(?:, and |, | and | & |; )(?:Nos?\. )?")
YEAR_OR_DATE = re.compile(r"(?:1[89]|20)\d\d(?:-\d\d-\d\d)?|\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})|\d{1,2}/\d{1,2}")
CITATION = re.compile(
    r"\s+(?:U\.S\.|F\.|Ill\.|IL\b|WL\b|S\. ?Ct|Cal\.|ILCS|U\.S\.C|C\.F\.R|days|years|people|million|percent|%)"
)


def find(text: str) -> list[Mention]:
    """All case and file numbers, without "No." and the like; citations of reports and statutes are none."""
    flat = plain(text)
    spans = [match.span() for match in SURE.finditer(flat) if not CITATION.match(flat, match.end())]
    reach = 0
    for cue in CUE.finditer(flat):
        if cue.start() >= reach:  # the list of an earlier cue has it already
            listed = list(_after(flat, cue))
            spans.extend(listed)
            reach = listed[-1][1] if listed else reach
    for name in NAMED.finditer(flat):
        number = CODE.match(flat, name.end())
        if number and _is_own(number.group()) and not CITATION.match(flat, number.end()):
            spans.append(number.span())
    found: list[Mention] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if is_whole(text, start, end) and (not found or start >= found[-1].end):
            found.append(Mention(start, end, "DOCKET", text[start:end], flat[start:end]))
    return found


def _after(text: str, cue: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The numbers that a cue announces: one, or the list "20-1234, 20-1235 and 20-1236"."""
    if NOT_A_CASE.search(text[max(0, cue.start() - 25) : cue.start()]):
        return
    at, first = cue.end(), True
    is_file = (cue["kind"] or cue["bare"] or "").lower() == "file"
    while match := (FTC_FILE.match(text, at) if is_file else None) or CODE.match(text, at):
        sure = first and not cue["bare"]
        if not _is_number(match.group(), sure=sure) or CITATION.match(text, match.end()):
            return
        yield match.span()
        following = NEXT.match(text, match.end())
        if not following:
            return
        at, first = following.end(), False


def _is_number(code: str, *, sure: bool) -> bool:
    """Whether it looks like a number that an office gives out, not a count, a year or a date."""
    digits = sum(character.isdigit() for character in code)
    joined = any(character in "-/:" for character in code) or (code[0].isalpha() and digits >= 4)
    if sure:
        return digits >= 4 or (digits == 3 and joined)
    return (joined and digits >= 3 and not YEAR_OR_DATE.fullmatch(code)) or _is_decision(code)


def _is_own(code: str) -> bool:
    """Whether it can only be an office's own mark: long, of several parts, and no date."""
    parts = re.split(r"[-/:. ]", code)
    return len(parts) > 1 and sum(character.isdigit() for character in code) >= 5 and not YEAR_OR_DATE.fullmatch(code)


def _is_decision(code: str) -> bool:
    """Whether it is a running number and a year: "35/2022"."""
    return bool(re.fullmatch(r"\d{1,5}/(?:19|20)\d\d", code))


@Language.component("biodocket_dockets", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `dockets`."""
    lay(doc, "dockets", find(text_of(doc)))
    return doc
