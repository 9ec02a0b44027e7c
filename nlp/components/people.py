"""Judges, and the lawyers who act in a case.

U.S. District Judge [Ana de la Cruz] sided with the clinic, as Judges [Femi Ola] and [Jan Brandt] had.
The nurses' attorney, [Kai Orlo], and [Lena Vey] of Stonebridge LLP, who represents the clinic, met [Ola].
Privacy lawyer Pat Lund, who is not involved in the case, called it novel.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..lexicon import words
from ..names import Candidate, candidates
from ..plain import plain
from ..text import lay
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
    r"(?:represent(?:s|ed|ing)?|argued|appeared|appears|acts|acted|brought|filed|defends|defended|"
    r"is (?:lead|class|co-lead) counsel)"
)
WHOSE = r"(?:[\w.' -]{2,40}'s?|his|her|their|the (?:plaintiffs?|defendants?|company|family)'?s?)"
COUNSEL_AFTER = re.compile(
    r"(?:,? (?:of|from|at|with) [^.;,]{2,60})?"
    rf"(?:,? (?:who (?:also )?(?:{ACTS}|is representing)|{ACTS} (?:for|on behalf|the|both|her|him|them|it|[A-Z]))\b"
    rf"|, (?:(?:an?|the|one of the|his|her|their|its) )?(?:[\w'-]+ ){{0,4}}?{LAWYER}"
    r" (?:for|representing|to|on behalf|in the case)\b"
    rf"|, {WHOSE} (?:\w+ )?(?:attorney|lawyer|counsel|solicitor)\b"
    r"|,? as (?:class|lead|co-lead|interim) counsel"
    r"|, for (?:the )?(?:plaintiffs?|defendants?|class|company|appell\w+)"
    rf"|, an? (?:[\w'-]+ ){{0,3}}{LAWYER} (?:with|at|from) [^.;]{{2,60}}?(?:which|who) (?:is|are|also) represent"
    rf"|, (?:an?|the|one of the) (?:[\w'-]+ ){{0,3}}{LAWYER} who (?:has )?(?:{ACTS}|litigated|sued|won|led|handled)\b"
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
LIST_GAP = re.compile(r",? and (?:(?:associate|attorney|lawyer|partner|Judge|Justice|Magistrate Judge) )?|, |; and |; ")
GENERATION = re.compile(r",? (?:Jr|Sr|II|III|IV|Esq)\.?$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A full name that was given a part, from where it stands."""

    name: str
    label: str
    start: int


def find(text: str, blocked: Sequence[tuple[int, int]] = (), firms: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Judges and acting lawyers at every place that names them, `firms` being the law firms that act."""
    article = plain(text)
    spotted = [c for c in candidates(text, blocked) if c.kind in ("person", "other") and not _is_byline(article, c)]
    people = [_with_particles(text, c, spotted) for c in spotted]
    sentences = find_sentences(text, blocked)
    judges = set(_judges(article, people))
    counsel = set(_counsel(article, [c for c in people if c not in judges], sentences, firms)) - judges
    parts = dict.fromkeys(judges, "JUDGE") | dict.fromkeys(counsel, "COUNSEL")
    return sorted(_propagated(people, parts))


def _is_byline(article: str, candidate: Candidate) -> bool:
    """Whether it stands in a line like "By Ann Orlo and Jan Vey", which names the article's authors."""
    start = article.rfind("\n", 0, candidate.start) + 1
    end = article.find("\n", candidate.end)
    line = article[start : end if end >= 0 else len(article)]
    return (
        len(line) < 120
        and bool(re.match(r"[*_]*(?:[Bb]y|BY|Authors?:|Written by) ", line))
        and not line.rstrip().endswith(".")
    )


def _with_particles(text: str, candidate: Candidate, people: Iterable[Candidate]) -> Candidate:
    """A bare surname with the small words that the full name has before it: "de la Cruz" of "Ana de la Cruz"."""
    for person in people:
        last = surname(person.text)
        if last.endswith(f" {candidate.text}"):
            start = candidate.end - len(last)
            if start >= 0 and text[start : candidate.end].casefold() == last.casefold():
                return Candidate(start, candidate.end, text[start : candidate.end], candidate.kind)
    return candidate


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
    previous: Candidate | None = None
    for candidate in people:
        if " " not in candidate.text:
            previous = None
            continue
        start, end = next(((a, b) for a, b in sentences if a <= candidate.start < b), (candidate.start, candidate.end))
        before, after = article[start : candidate.start], article[candidate.end : end]
        if BYSTANDER.search(article[start:end]) or OFFICIAL.search(before):
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
    for start, end in firms:
        if candidate.end <= start < candidate.end + 90 and OF_FIRM.fullmatch(article[candidate.end : start]):
            return True
        if end <= candidate.start < end + 40 and FIRM_OWNS.fullmatch(article[end : candidate.start]):
            return True
    return False


def _is_listed(
    article: str, previous: Candidate | None, candidate: Candidate, firms: Sequence[tuple[int, int]]
) -> bool:
    """Whether the name continues a list of lawyers: "A and B", "A of Orlo LLP and B", "A, who chairs it, and B"."""
    if previous is None:
        return False
    gap = article[previous.end : candidate.start]
    for start, end in firms:
        if previous.end <= start and end <= candidate.start:
            gap = (
                re.sub(r"^,? (?:of|at|from|with)(?: the)? $", "", article[previous.end : start])
                + article[end : candidate.start]
            )
    return bool(LIST_GAP.fullmatch(gap) or re.fullmatch(r", who [^.;,]{3,60}, and |, of [\w ]{3,40}, and ", gap))


def _propagated(people: Sequence[Candidate], parts: Mapping[Candidate, str]) -> Iterator[Mention]:
    """The parts given to every later naming: the same full name, or the surname of whoever was last named in full."""
    named = [_Named(c.text, label, c.start) for c, label in parts.items()]
    for candidate in people:
        label = parts.get(candidate)
        full = candidate.text
        if _is_bare(full):
            full = _last_full(candidate, people) or full
        if label is None:
            label = next((n.label for n in named if n.name == full), None)
        if label is None and _is_bare(full):
            # "Judge Orlo … Orlo": never told in full.
            label = next((n.label for n in named if n.name == full and n.start < candidate.start), None)
        if label is not None:
            yield Mention(candidate.start, candidate.end, label, candidate.text, _fullest(full, named))


def _is_bare(name: str) -> bool:
    """Whether it is a surname alone."""
    return surname(f"- {name}").casefold() == name.casefold()


def _last_full(candidate: Candidate, people: Iterable[Candidate]) -> str | None:
    """The full name that a bare surname stands for: the last one before it, else the first after it."""
    bare = candidate.text.casefold()
    fitting = [p for p in people if not _is_bare(p.text) and surname(p.text).casefold() == bare]
    before = [p for p in fitting if p.start < candidate.start]
    chosen = before[-1] if before else (fitting[0] if fitting else None)
    return chosen.text if chosen else None


def surname(name: str) -> str:
    """The last name without generation, with the small words that belong to it: "de la Cruz"."""
    parts = GENERATION.sub("", name).split()
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in words("names", "particles"):
        start -= 1
    return " ".join(parts[start:])


def _fullest(name: str, named: Iterable[_Named]) -> str:
    return max(
        (n.name for n in named if surname(n.name) == surname(name) and len(n.name) > len(name)), key=len, default=name
    )


@Language.component("biodocket_people", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `people`."""
    blocked = [(s.start_char, s.end_char) for group in GROUPS for s in doc.spans.get(group, ())]
    firms = [(s.start_char, s.end_char) for s in doc.spans.get("firms", ())]
    lay(doc, "people", find(doc.text, blocked, firms))
    return doc
