"""Judges, and the lawyers who act in a case.

U.S. District Judge [Ana de la Cruz] sided with the clinic, as Judges [Femi Ola] and [Jan Brandt] had.
The nurses' attorney, [Kai Orlo], and [Lena Vey] of Stonebridge LLP, who represents the clinic, met [Ola].
Privacy lawyer Pat Lund, who is not involved in the case, called it novel.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..names import Candidate, candidates
from ..plain import plain
from ..surnames import propagated, with_particles
from ..text import lay, text_of
from .sentences import find as find_sentences

GROUPS = ("statutes", "courts", "dockets", "captions", "money", "regulators", "firms")

# Titles of those who judge, right before the name.
JUDGE_TITLE = re.compile(
    r"\b(?:[Jj]udges?|[Jj]ustices?|JJ|[Mm]agistrates?|Special Masters?|Senior Members?|Deputy President|"
    r"Vice Chancellor|Hon\.|Honou?rable|Advocates? General|Tribunal Member),? $"
)
JUDGES = re.compile(r"(?:judges|justices|jj|magistrates),? $", re.IGNORECASE)
# "Ann Orlo, a federal judge"; "Orlo J", "Orlo, J."
JUDGE_AFTER = re.compile(
    r", (?:an?|the) (?:[\w.'-]+ ){0,4}(?:judge|justice|magistrate)\b(?! who| nominee| advocate)"
    r"|,? (?:C\.)?J\.?J?(?=[ ,.:;)])(?! [A-Z])"
    r"|, who (?:is presiding|presides|presided|is overseeing|oversaw)"
)

LAWYER = r"(?:attorneys?|lawyers?|counsel|litigators?|solicitors?|barristers?|advocates?|co-counsel)"
# A lawyer's noun right before the name: "attorney X", "her lawyer, X", "counsel for the class, X".
COUNSEL_BEFORE = re.compile(
    rf"\b{LAWYER}(?:(?: (?:for|representing|on behalf of|of|to) [^.;:]{{1,60}}?)?"
    r"(?:,? including|,? led by|,|:| is| are| was| were| include[sd]?| -| —))? (?:(?:attorney|lawyer) )?$",
    re.IGNORECASE,
)
# The same at a distance, which needs a name that is surely a person's.
COUNSEL_LATER = re.compile(
    rf"\b(?:{LAWYER}\b[^.;]{{0,60}}\b(?:include[sd]?|among them|including|led by|were|are)|"
    r"among (?:those|the \w+) who [\w ]{3,40} (?:were|are|was)|(?:partners?|associates?|of counsel|shareholders?)|"
    r"class counsel|appointed|named|as (?:class|lead) counsel)[,:]? $",
    re.IGNORECASE,
)
REPRESENTED = re.compile(
    r"\b(?:represented|defended)\b[^.;]{0,40}? by (?:(?:attorneys?|lawyers?|counsel) )?$"
    r"|\b[Rr]epresenting [^.;]{1,60}? (?:is|are|was|were) $"
)
ACTS = (
    r"(?:represent(?:s|ed|ing)?|argued|appeared|appears|acts|acted|defends|defended|is (?:lead|class|co-lead) counsel)"
)
# Who files a suit is its plaintiff, unless it is told to be for somebody else.
FILES = r"(?:brought|filed|lodged|sued)(?: [\w-]+){0,5}? on behalf of"
WHOSE = r"(?:[\w.' -]{2,40}'s?|his|her|their|the (?:plaintiffs?|defendants?|company|family)'?s?)"
COUNSEL_AFTER = re.compile(
    r"(?:,? (?:of|from|at|with) [^.;,]{2,60})?"
    rf"(?:,? (?:who (?:also )?(?:{ACTS}|is representing)|{ACTS} (?:for|on behalf|the|both|her|him|them|it|[A-Z])|"
    rf"(?:who )?{FILES})\b"
    rf"|, (?:(?:an?|the|one of the|his|her|their|its) )?(?:[\w'-]+ ){{0,4}}?{LAWYER}"
    r" (?:for|representing|to|on behalf|in the case)\b"
    rf"|, {WHOSE} (?:\w+ )?(?:attorney|lawyer|counsel|solicitor)\b"
    r"|,? as (?:class|lead|co-lead|interim) counsel"
    r"|, for (?:the )?(?:plaintiffs?|defendants?|class|company|appell\w+)"
    rf"|, an? (?:[\w'-]+ ){{0,3}}{LAWYER} (?:with|at|from) [^.;]{{2,60}}?(?:which|who) (?:is|are|also) represent"
    rf"|, (?:an?|the|one of the) (?:[\w'-]+ ){{0,3}}{LAWYER} who (?:has )?"
    rf"(?:{ACTS}|brought|filed|litigated|sued|won|led|handled)\b"
    rf"|(?:, | (?:is|was) )(?:among |one of )the {LAWYER}| was among the {LAWYER})"
)
# Lawyers of a firm that acts here: "X of Orlo LLP", "X, a partner at Orlo LLP".
OF_FIRM = re.compile(
    r",? (?:(?:an? |the )?(?:[\w-]+ ){0,3}(?:partner|associate|attorney|lawyer|shareholder|principal|counsel),? )?"
    r"(?:of|at|with|from|in)(?: the)?(?: [A-Z][\w.]+){0,2}(?: (?:law )?(?:firm|office|offices)(?: of)?)?,? $"
)
FIRM_OWNS = re.compile(
    r"(?:'s?)? (?:(?:managing |founding |senior )?(?:partners?|associates?|attorneys?|lawyers?)(?:,| like)? )?$"
)
# Commenting and writing lawyers do not act in the case.
BYSTANDER = re.compile(
    r"\bnot (?:involved|representing|part of the case|connected)|\bno role\b|\bun(?:involved|connected)\b|"
    r"\bisn't (?:involved|representing)|\b[Bb]y (?:[A-Z][\w.'-]+ ?){2,4}$|\bthe authors?\b|\bthanks?\b|\bcontact\b|"
    r"\bformer (?:federal )?prosecutor\b|\bprofessor\b|\b(?:tracks|follows|studies|teaches|advises) \w|\bblog\b|"
    r"\b(?:guest|op-ed) (?:post|column)|\bdefends (?:companies|employers) in\b|\bwebinar\b|"
    r"\bpractice (?:focuses|group)\b"
)
# Who speaks for the state or an institution has another part.
OFFICIAL = re.compile(
    r"\b(?:attorneys?[ -]general|(?:state's|district|city|county|u\.s\.|united states) attorney|prosecut\w+|"
    r"legal director|staff attorney at the|(?:policy|general) counsel|senior counsel at the),? ?$",
    re.IGNORECASE,
)
BYLINE = re.compile(r"[*_]*(?:[Bb]y|BY|Authors?:|Written by) ")
LINE = 120  # no byline is longer
REACH = 300  # characters around a name that can tell its part
LIST_GAP = re.compile(r",? and (?:(?:associate|attorney|lawyer|partner|Judge|Justice|Magistrate Judge) )?|, |; and |; ")


def find(text: str, blocked: Sequence[tuple[int, int]] = (), firms: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Judges and acting lawyers at every place that names them, `firms` being the law firms that act."""
    article = plain(text)
    spotted = [c for c in candidates(text, blocked) if c.kind in ("person", "other") and not _is_byline(article, c)]
    people = with_particles(text, spotted)
    sentences = find_sentences(text, blocked)
    judges = set(_judges(article, people))
    counsel = set(_counsel(article, [c for c in people if c not in judges], sentences, firms)) - judges
    parts = dict.fromkeys(judges, "JUDGE") | dict.fromkeys(counsel, "COUNSEL")
    return sorted(propagated(people, parts))


def _is_byline(article: str, candidate: Candidate) -> bool:
    """Whether it stands in a line like "By Ann Orlo and Jan Vey", which names the article's authors."""
    start = article.rfind("\n", 0, candidate.start) + 1
    if candidate.start - start > LINE or not BYLINE.match(article, start):
        return False
    end = article.find("\n", candidate.end, start + LINE)
    line = article[start : end if end >= 0 else min(len(article), start + LINE + 1)]
    return len(line) <= LINE and not line.rstrip().endswith(".")


def _judges(article: str, people: Sequence[Candidate]) -> Iterator[Candidate]:
    plural = False
    previous: Candidate | None = None
    for candidate in people:
        before = article[max(0, candidate.start - 60) : candidate.start]
        title = JUDGE_TITLE.search(before)
        listed = previous is not None and plural and LIST_GAP.fullmatch(article[previous.end : candidate.start])
        follows = candidate.kind == "person" and " " in candidate.text and JUDGE_AFTER.match(article, candidate.end)
        if title or listed or follows:
            if title:
                plural = bool(JUDGES.search(title.group()))
            previous = candidate
            yield candidate
        else:
            previous, plural = None, False


def _counsel(
    article: str, people: Sequence[Candidate], sentences: Sequence[tuple[int, int]], firms: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """Lawyers who act: told outright, by their firm, or by standing in a list with one."""
    starts = [start for start, _ in sentences]
    previous: Candidate | None = None
    for candidate in people:
        if " " not in candidate.text:
            previous = None
            continue
        start, end = sentences[max(bisect_right(starts, candidate.start) - 1, 0)]
        before = article[max(start, candidate.start - REACH) : candidate.start]
        after = article[candidate.end : min(end, candidate.end + REACH)]
        if BYSTANDER.search(f"{before}{candidate.text}{after}") or OFFICIAL.search(before):
            previous = None
            continue
        told = COUNSEL_BEFORE.search(before) or REPRESENTED.search(before) or COUNSEL_AFTER.match(after)
        later = COUNSEL_LATER.search(before) and candidate.kind == "person"
        if told or later or _is_of_firm(article, candidate, firms) or _is_listed(article, previous, candidate, firms):
            previous = candidate
            yield candidate
        else:
            previous = None


def _is_of_firm(article: str, candidate: Candidate, firms: Sequence[tuple[int, int]]) -> bool:
    for start, end in _near(candidate.start, firms):
        if candidate.end <= start < candidate.end + 90 and OF_FIRM.fullmatch(article[candidate.end : start]):
            return True
        if end <= candidate.start < end + 40 and FIRM_OWNS.fullmatch(article[end : candidate.start]):
            return True
    return False


def _near(at: int, firms: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The firms within reach of a place; they come in text order."""
    first = bisect_right(firms, (at - REACH, 0))
    return takewhile(lambda firm: firm[0] < at + REACH, islice(firms, first, None))


def _is_listed(
    article: str, previous: Candidate | None, candidate: Candidate, firms: Sequence[tuple[int, int]]
) -> bool:
    """Whether the name continues a list of lawyers: "A and B", "A of Orlo LLP and B", "A, who chairs it, and B"."""
    if previous is None:
        return False
    if candidate.start - previous.end > REACH:
        return False
    gap = article[previous.end : candidate.start]
    for start, end in _near(candidate.start, firms):
        if previous.end <= start and end <= candidate.start:
            gap = (
                re.sub(r"^,? (?:of|at|from|with)(?: the)? $", "", article[previous.end : start])
                + article[end : candidate.start]
            )
    return bool(LIST_GAP.fullmatch(gap) or re.fullmatch(r", who [^.;,]{3,60}, and |, of [\w ]{3,40}, and ", gap))


@Language.component("biodocket_people", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `people`."""
    blocked = [(s.start_char, s.end_char) for group in GROUPS for s in doc.spans.get(group, ())]
    firms = [(s.start_char, s.end_char) for s in doc.spans.get("firms", ())]
    lay(doc, "people", find(text_of(doc), blocked, firms))
    return doc
