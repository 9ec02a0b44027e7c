"""Acts, code sections and regulations by name, abbreviation or citation, with the section where the mention has one.

- The suit rests on [Section 15(b) of the Biometric Information Privacy Act], [740 ILCS 14/15(b)].
- [Article 9 GDPR] forbids it; the regulator also found a breach of [Articles 5 and 6].
- The Illinois [Biometric Privacy Act] ([BIPA]) allows private suits, unlike Texas' [CUBI].
"""

import re
from collections import Counter, defaultdict
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from .. import acts
from ..act_names import ENACTED, find_names
from ..acts import Place
from ..citations import NUMBER, PART, find_citations
from ..facts import Mention
from ..plain import is_whole, plain
from ..text import lay, text_of

AND = r"(?:, and |, or |, | and | or | & | through | to | and/or |-)"
# After the singular word only a number with a part goes on: "section 15(b) and 15(d)", not "section 15 and 20 workers".
MORE = rf"(?:{AND}(?:\d{{1,5}}(?:\.\d{{1,4}}){{0,2}}[a-z]?{PART}{{1,4}}|{PART}{{1,4}}))"
MANY = rf"(?:{AND}(?:§ ?)?(?:{NUMBER}|{PART}{{1,4}}))"
SECTIONS = re.compile(
    r"(?<![\w.§])(?:"
    rf"(?:[Ss]ections|[Ss]ecs\.|§§|[Aa]rticles|Arts\.?|[Ss]ubsections|[Rr]ecitals|ss) ?{NUMBER}{MANY}{{0,14}}"
    rf"|(?:[Ss]ection|[Ss]ec\.|§|[Aa]rticle|Art\.?|[Ss]ubsection|[Rr]ecital|s\.?) ?{NUMBER}{MORE}{{0,6}}"
    r"|(?:Title|Subtitle|Part|Chapter|Subchapter) (?:[IVX]{1,5}|\d{1,3}[A-Z]?)(?= of )"
    r")(?![\w%$])"
)
PLACES = (
    r"(?:(?:Illinois|Texas|California|Washington|New York|federal|EU|European Union|European|UK|Canada|Australia|state"
    r"|Virginia|Colorado)(?:'s?)? )?"
)
OF = re.compile(rf" (?:of|under|in) (?:the )?(?:{PLACES})")
OF_THE = re.compile(r" of (?:the )?")
# What has sections and is no statute: "Section 4 of the agreement", "Article 8 ECHR", "Section 8 housing".
OTHER_TEXT = re.compile(
    r",? (?:of|in|to|under) (?:the|its|their|his|her|this|that|a|an|our|your) (?![Aa]ct\b|[Ss]tatute|[Ll]aw\b|[Cc]ode\b"
    r"|[Rr]egulation)(?:[A-Z][\w'-]* ){0,3}(?:[a-z]|Constitution|Charter|Convention|Treaty|Agreement|Terms|Policy|Order"
    r"|Restatement|Complaint|Contract|Bill|Notice|Report|Guidelines)"
    r"|,? (?:TFEU|TEU|ECHR|CFREU|Working Party|housing)\b"
)
BILL = re.compile(
    r"(?<![\w.])(?:(?:Senate|House|Assembly) Bill (?:No\. )?\d{1,5}(?:-\d{2,4})?"
    r"|[SHA]\.? ?B\.? ?(?:No\. )?\d{1,5}(?:-\d{2,4})?"
    r"|[HS]\.? ?F\.? \d{2,5})(?!\w)"
)
UNSIGNED = re.compile(
    r"\b(?:awaits?|awaiting|if (?:signed|enacted|passed)|expected to sign|has yet to|not yet|pending|vetoed|veto"
    r"|stalled|died"
    r"|proposed|proposes|introduced|(?:heads|sent) to the governor)\b"
)
WITH_ARTICLES = {"gdpr", "uk-gdpr", "eu-ai-act", "eprivacy", "Law Enforcement Directive"}
SHORT_NAMES = re.compile(r"(?:[A-Z]{2,}\w*|(?:UK|EU|U\.K\.) GDPR|FTC Act|Privacy Act|Data Protection Act)(?! of)")
NEAR = 600  # a section on its own is of the act named shortly before it


def find(text: str) -> list[Mention]:
    """All named acts, citations and sections, each with the id or the usual name of its act."""
    flat = plain(text)
    named = acts.settle([*find_citations(flat), *find_names(flat)])
    joined = _with_sections(flat, named)
    return [
        Mention(p.start, p.end, "STATUTE", text[p.start : p.end], p.key, p.id)
        for p in acts.settle([*joined, *_signed_bills(flat, joined)])
        if p.key is not None and is_whole(text, p.start, p.end)
    ]


def _with_sections(text: str, named: list[Place]) -> list[Place]:
    """Sections joined with the act they name ("Section 15(b) of BIPA", "GDPR Article 9"), and sections on their own."""
    starts = {p.start: p for p in named}
    ends = {p.end: p for p in named}
    found: list[Place] = []
    for match in SECTIONS.finditer(text):
        if any(p.start <= match.start() < p.end for p in named):
            continue
        after = _act_after(text, match, starts)
        before = ends.get(match.start() - 1) if text[match.start() - 1 : match.start()] == " " else None
        if after:
            found.append(_joined(text, match, after))
        elif before and before.key is not None and not text[before.start].isdigit():
            found.append(Place(before.start, match.end(), before.key, before.id))
        elif alone := _alone(text, match, named):
            found.append(alone)
    # a code as a whole is a mention of its own only with its state: "Penal Code" alone is generic
    return acts.settle([*found, *(p for p in named if not p.is_code_name or text[p.start : p.end].count(" ") >= 2)])


def _act_after(text: str, match: re.Match[str], starts: dict[int, Place]) -> Place | None:
    """The act behind a section: "of the FTC Act", or "GDPR" right behind it."""
    for link in (OF.match(text, match.end()), OF_THE.match(text, match.end())):
        if link and link.end() in starts:
            return starts[link.end()]
    direct = starts.get(match.end() + 1) if text[match.end() : match.end() + 1] == " " else None
    return direct if direct and SHORT_NAMES.match(text, direct.start) else None


def _joined(text: str, match: re.Match[str], act: Place) -> Place:
    if act.is_code_name:
        number = re.sub(r"^\D+", "", match.group())
        if known := acts.of_code(f"{text[act.start : act.end]} {number}"):
            return Place(match.start(), act.end, known.key, known.id)
    return Place(match.start(), act.end, act.key, act.id)


def _alone(text: str, match: re.Match[str], named: list[Place]) -> Place | None:
    """A section on its own belongs to the act of the document that has it, the nearest one before it first."""
    words = match.group()
    if words.startswith(("s ", "s.", "ss", "Title", "Part", "Chapter", "Sub")) or OTHER_TEXT.match(text, match.end()):
        return None
    number = re.sub(r"^\D+", "", words)
    if words[0] in "Ss§" and re.match(r"230(?!\d)", number):
        return Place(*match.span(), "cda-230", "cda-230")
    real = [p for p in named if p.key is not None]
    before = [p for p in real if p.end <= match.start()][::-1]
    owner = _owner(number, chain(before, (p for p in real if p.start >= match.end())), article=words[0] in "AaRr")
    if owner is None and words[0] in "Ss§":
        rest = (p for p in before if match.start() - p.end < NEAR and p.key not in WITH_ARTICLES)
        owner = next((p for p in rest if not _sections_of(p)), None)
    return Place(*match.span(), owner.key, owner.id) if owner else None


def _owner(number: str, near: chain[Place], *, article: bool) -> Place | None:
    """The first act that has such an article or section."""
    if article:
        return next((p for p in near if p.key in WITH_ARTICLES), None)
    return next((p for p in near if (own := _sections_of(p)) and re.match(f"(?:{own})", number)), None)


def _sections_of(named: Place) -> str | None:
    act = acts.by_key().get(named.key or "")
    return act.sections if act and act.sections != "article" else None


def _signed_bills(text: str, named: list[Place]) -> list[Place]:
    """Numbers of bills that became law; an amendment stands for the act that the document is about."""
    numbers: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in BILL.finditer(text):
        numbers[re.sub(r"\D", "", match.group())].append(match)
    common = Counter((p.key, p.id) for p in named if p.id).most_common(1)
    found: list[Place] = []
    for uses in numbers.values():
        around = " ".join(text[max(0, use.start() - 600) : use.end() + 300] for use in uses)
        beside = " ".join(text[max(0, use.start() - 100) : use.end() + 150] for use in uses)
        if not ENACTED.search(around) or len(UNSIGNED.findall(beside)) > len(ENACTED.findall(around)):
            continue
        key, act = common[0][0] if common else (uses[0].group(), None)
        found.extend(Place(use.start(), use.end(), key, act) for use in uses)
    return found


@Language.component("biodocket_statutes", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `statutes`."""
    lay(doc, "statutes", find(text_of(doc)))
    return doc
