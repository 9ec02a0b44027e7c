"""Numbers of cases and files: federal and state dockets, appeals, foreign courts, regulators' decisions.

    The complaint is [1:20-cv-00512] in the Northern District of Illinois.
    It was removed from Cook County, where it was No. [2019-CH-04321].
    The French authority published its decision as [SAN-2021-016].
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..text import lay

# Kinds of cases as clerks abbreviate them; single letters count only where the rest of the shape is beyond doubt.
FEDERAL = "cv|cr|mc|md|mdl|ml|mj|bk|ap|civ|crim|misc"
STATE = "CH|LA|LM|MR|AR|SC|CC|CI|CIV|CV|CVH|CA|CP|MD|ML|DC|CF|COA|CIVDS|M1|M6|JD|GC|MM|CVS|VS"
# The judge's initials that follow: "-JD", "-ABC-DEF", "(JLR)"
INITIALS = r"(?:-[A-Z]{1,5}\b|-[a-z]{2,3}\b){0,3}(?:[ ]?\((?:[A-Z]{2,4})\)(?=[\s,.;)]))?"

# Shapes that are a docket wherever they stand.
SURE = re.compile(
    rf"""
      (?<![\w.:/-])(?:\d{{1,2}}:)(?:\d{{2}}|\d{{4}})[ -]?(?:{FEDERAL})[ -]?\d{{1,7}}{INITIALS}   # 1:20-cv-00512-ABC
    | (?<![\w.:/-])(?:\d{{2}}|\d{{4}})-(?:{FEDERAL})-\d{{2,7}}{INITIALS}                         # 20-cv-512
    | (?<![\w.:/-])(?:\d{{2}})[ ]?(?:cv|CV|civ|Civ)\.?[ ]?\d{{3,6}}{INITIALS}                    # 22 CV 1988, 20cv512
    | (?<![\w.:/-])(?:\d{{2}}|\d{{4}})-(?:{STATE}|[CLD])-?\d{{3,7}}(?![\w])                      # 2017-CH-12364, 19-C-3083
    | (?<![\w.:/-])(?:\d{{2}}|\d{{4}})[ ](?:{STATE}|[CL])[ ]\d{{3,7}}(?![\w-])                   # 2019 CH 04321, 20 C 512
    | (?<![\w.:/-])(?:\d{{4}})(?:{STATE}|L)\d{{4,8}}(?![\w])                                     # 2022CH08365
    | (?<![\w.:/-])\d{{2}}(?:STCV|SMCV|STUD|VECV|TRCV|NWCV|BBCV|CHCV|PSCV|CMCV|CV)\d{{5,6}}(?!\w)  # 20STCV12345
    | (?<![\w.:/-])C\d{{2}}-\d{{3,5}}(?:-?[A-Z]{{2,3}})?(?!\w)                                   # C20-1082JLR
    | (?<![\w.:/-])(?:CGC|RG|CIVMSC|CIVSB|MSC|CV)-?\d{{2}}-?\d{{5,7}}(?!\w)                      # CGC-20-584121
    | (?<![\w.:/-])\d{{2}}-\d{{4}}-\d{{8}}-CU-[A-Z]{{2}}-[A-Z]{{3}}(?!\w)                        # 30-2020-01234567-CU-BT-CXC
    | (?<![\w.:/-])N\d{{2}}C-\d{{2}}-\d{{3}}(?:[ -][A-Z]{{2,4}}){{0,2}}(?!\w)                    # N20C-05-123
    | (?<![\w.:/-])(?:[A-Z]{{3}}-[LC]|[A-Z]-\d{{3}})-(?:[A-Z]{{2}}-)?\d{{4,6}}-\d{{2,4}}(?!\w)   # ESX-L-001234-20
    | (?<![\w.:/-])[1-5]-\d{{2}}-\d{{4}}(?:[A-Z]{{1,2}})?(?![\w-])                               # 1-22-0187
    | \bMDL[ ]\d{{4}}(?!\w)                                                                      # MDL 2967
    | (?<![\w.:/-])[CT][-‑–]\d{{1,4}}/\d{{2}}(?:[ ](?:P|PPU))?(?!\w)                              # C-252/21
    | (?<![\w.:/-])(?:PS|E|EXP|AI|TD|PD|RR)[/-]\d{{5}}/\d{{4}}(?!\w)                             # PS/00120/2021
    | (?<![\w.:/-])EXP\d{{9}}(?!\w)                                                              # EXP202204528
    | (?<![\w.:/-])(?:SAN|MED|MEDP|SANPS)[-–‑ ]?\d{{4}}[-–‑]\d{{1,4}}(?!\w)                      # SAN-2021-016
    | (?<![\w.:/-])IN-\d{{2}}-\d{{1,2}}-\d{{1,3}}(?!\w)                                          # IN-19-7-4
    | (?<![\w.:/-])DI[-–]\d{{4}}[-–]\d{{2,5}}(?!\w)                                              # DI-2019-2221
    | (?<![\w.:/-])(?:QB|KB|BL|HC|CO|CL|UA|EA|CA|IPT|QA|KA|GIA|AC|HT)[-/]\d{{4}}[-/][A-Z]?\d{{3,6}}(?:[-/][A-Z]{{2,6}})?(?!\w)  # QB-2019-001234
    | (?<![\w.:/-])(?:CV|VLC|T|A|S)-(?:[A-Z]-[A-Z]-)?\d{{2,4}}-\d{{4,8}}(?:-\d{{2,4}}[A-Z]{{0,3}})?(?!\w)  # CV-20-00641234-00CP
    | (?<![\w.:/-])T-\d{{2,4}}-\d{{2}}(?!\w)                                                     # T-713-20
    | (?<![\w.:/-])(?:VID|NSD|QUD|WAD|SAD|ACD)[ ]?\d{{1,4}}[ ]?(?:of[ ]|/)\d{{4}}(?!\w)          # VID 123 of 2022
    | (?<![\w.:/-])5\d{{4}}\.2\d\.20\d{{6}}(?!\w)
    """,
    re.VERBOSE,
)

# A cue, then a number of any shape that looks like an office's own.
CUE = re.compile(
    r"""\b(?:
      (?:(?i:civil[ ]action|case|docket|cause|index|appeal|claim|matter|file|application|petition|court[ ]file|proceeding|inquiry
         |decision|order|complaint|investigation|reference|record|process|procedure|registry|MDL|suit|action|enforcement[ ]notice|penalty[ ]notice|findings?|determination|deliberation|résolution|resolution)[ ])?
      (?P<word>Nos?\.|No(?=[ ][A-Z0-9]+[-/:]?\d)|no\.|nos\.|Nr\.|nr\.|n\.[ ]?º?|n°|N°|number|numbers|\#|№|(?i:ref(?:erence)?\.?:?))[ :]?[ ]?
    | (?P<bare>(?i:case|docket|decision|proceeding|matter|order|cause|appeal|file|index|auto|docweb|doc\.?[ ]web|web[ ]doc|findings|deliberation|inquiry|complaint))[ ](?:\#[ ]?)?
    )(?=[A-Z0-9#])|(?<=[Ff]indings[ ])\#|(?<=[Cc]ase[ ])\#|(?<=[Dd]ocket[ ])\#""",
    re.VERBOSE,
)
# Numbered things that are no cases.
NOT_A_CASE = re.compile(
    r"(?:Law|Act|Bill|L\.|Pub\. ?L\.|Regulation|\(EU\)|\(EC\)|Directive|Executive Order|Amendment|Proposition|Prop\.|Measure|Ordinance|Resolution|Count|Exhibit|"
    r"Chapter|Patent|Pat\.|Local|ISBN|phone|fax|bar|License|Article|Convention|Protocol|Treaty|Dkt\.|ECF|Doc\.|Docs?|ranked|Entry|at|room|Suite|Title|Series)\s*$",
    re.IGNORECASE,
)
CODE = re.compile(
    r"(?:[A-Z]{1,6}[-/. ]?)?\d[\dA-Za-z]*(?:[-/:‑–.](?=[\dA-Za-z])[\dA-Za-z]+){0,6}"
    r"(?:(?<=\d) (?:CH|CV|C|L|CIV|CA|MC|MR|LA|WDA|MDA|EDA|P|AP|COA|CC)\b(?: \d{1,7})?)?(?:[ ]?\([A-Z]{2,4}\))?"
)
FTC_FILE = re.compile(r"\d{3}[ -]\d{4}(?!\d)|[CP]-?\d{4,6}(?!\d)")
NEXT = re.compile(r"(?:, and |, | and | & |; )(?:Nos?\. )?")
YEAR_OR_DATE = re.compile(r"(?:1[89]|20)\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})|\d{1,2}/\d{1,2}")
CITATION = re.compile(r"\s+(?:U\.S\.|F\.|Ill\.|IL\b|WL\b|S\. ?Ct|Cal\.|ILCS|U\.S\.C|C\.F\.R|days|years|people|million|percent|%)")


def find(text: str) -> list[Mention]:
    """All case and file numbers, without "No." and the like; citations of reports and statutes are none."""
    spans: list[tuple[int, int]] = []
    for match in SURE.finditer(text):
        if not CITATION.match(text, match.end()):
            spans.append(match.span())
    for cue in CUE.finditer(text):
        spans.extend(_after_cue(text, cue))
    found: list[Mention] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].end:
            found.append(Mention(start, end, "DOCKET", text[start:end], text[start:end]))
    return found


def _after_cue(text: str, cue: re.Match[str]) -> list[tuple[int, int]]:
    """The numbers that a cue announces: one, or the list "20-1234, 20-1235 and 20-1236"."""
    if NOT_A_CASE.search(text[max(0, cue.start() - 25) : cue.start()]):
        return []
    bare = bool(cue["bare"])
    spans: list[tuple[int, int]] = []
    at = cue.end()
    is_file = text[cue.start() : cue.end()].lower().startswith("file")
    while match := (FTC_FILE.match(text, at) if is_file else None) or CODE.match(text, at):
        if not _is_number(match.group(), bare=bare, first=not spans) or CITATION.match(text, match.end()):
            break
        spans.append(match.span())
        following = NEXT.match(text, match.end())
        if not following:
            break
        at = following.end()
    return spans


def _is_number(code: str, *, bare: bool, first: bool) -> bool:
    """Whether it looks like a number that an office gives out, not a count, a year or a date."""
    digits = sum(character.isdigit() for character in code)
    joined = any(character in "-/:‑–" for character in code) or (code[0].isalpha() and digits >= 4)
    if digits < 3 or (bare and YEAR_OR_DATE.fullmatch(code)):
        return False
    if bare or not first:
        return joined and digits >= 4 and not (YEAR_OR_DATE.fullmatch(code) and not bare)
    return joined or digits >= 4


@Language.component("biodocket_dockets", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `dockets`."""
    lay(doc, "dockets", find(doc.text))
    return doc
