"""Law firms that act in the case; not the firm of a commentator, nor the one that wrote the article.

- She is represented by Ann Orlo of [Orlo & Vey LLP].
- Lawyers from [Bramhall Quist] appeared for the grocer; [Quist] has tried four such cases.
- Femi Adeyemi, a partner at Stone Ridge LLP who is not involved in the case, was surprised.
"""

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..firm_names import BARE, CERTAIN, LIKELY, NEVER, core_words, is_short, look, whole
from ..lexicon import is_plain, words
from ..names import Candidate, candidates
from ..plain import plain
from ..text import lay

# What is found by the components before this one is no firm.
GROUPS = ("statutes", "courts", "dockets", "captions", "money", "dates", "regulators")

ADJECTIVES = r"(?:[\w.'-]+ ){0,4}?"
LAWYERS = (
    r"(?:lawyers?|attorneys?|counsel|solicitors?|barristers?|litigators?|partners?|associates?|advocates?|team"
    r"|principals?|colleagues)"
)
OFFICE = r"(?:the [\w. ]{0,25}(?:offices?|teams?|practice) of |the )?"
PAPER = r"(?:suits?|complaints?|cases?|actions?|lawsuits?|motion|brief|papers?|petition|claims?)"
ACT = (
    r"(?:represent(?:s|ed|ing)?|(?:appear(?:s|ed)|act(?:s|ed|ing)|spoke|argued|fought) for|defend(?:s|ed|ing)"
    r"|(?:is|are|was|were|serve[sd]?|serving) (?:as )?(?:the )?(?:lead |co-lead |class |interim |local |co-)*counsel"
    rf"|(?:filed|brought|lodged|drafted) (?:\w+ ){{1,4}}{PAPER}"
    r"|went to court|hauled|(?:won|secured|obtained) (?:the|a|an) |sued on behalf|has (?:persuaded|won|brought)"
    r"|(?:will|would|is to|are to|stands? to|can) (?:seek|receive|collect|get|share|split|divide)"
    r"|(?:seeks?|asked for|asks for|gets?|receives?|received|collects?) (?:\w+ ){0,4}(?:fees|percent|per cent))"
)
# What stands before a firm whatever it looks like.
BEFORE = tuple(
    re.compile(pattern + "$", re.IGNORECASE)
    for pattern in (
        r"\b(?:law (?:firm|practice|boutique|offices?)(?: of| called| named|,)?|firms? of"
        r"|(?:plaintiffs?'?|litigation|privacy|trial) (?:law )?(?:firm|boutique)(?: of| called|,)?) ",
        r"\b(?:law|plaintiffs?'?|lawyers'|defen[cs]e) firms(?:,| of|:)? (?:including |such as )?",
        rf"\b{LAWYERS} (?:from|at|with|of)(?: both)? {OFFICE}",
        rf"\b(?:(?:represented|defended|instructed) by|counsel(?: (?:is|are|was"
        rf"|were))?) {OFFICE}(?:{LAWYERS} )?(?:from |at |of )?",
        r"\b(?:represent(?:ing|s|ed)|appearing for|acting for|appeared for|on behalf of) (?:[\w']+ ){1,4}(?:is"
        r"|are|was|were) ",
        r"\bfirms (?:behind|on|in) (?:[\w']+ ){1,3}?: ",
    )
)
# "the Joliet firm [..]": a firm of any trade, unless a lawyer stands near.
CITY_FIRM = re.compile(rf"(?:\bthe |\b[A-Z][a-z]+ |'s? ){ADJECTIVES}firms?(?: called| named|,)? $")
FILED_BY = re.compile(
    r"\b(?:filed|brought|lodged|drafted|handled|prosecuted|litigated|tried|argued|signed|prepared|submitted|led) "
    r"(?:\w+ ){0,6}?by (?:the )?(?:[\w.']+ ){0,5}?$|\b(?:hired|retained|tapped|enlisted) (?:the )?$"
)
NAMES_PEOPLE = re.compile(r"\b(?:represented|defended) by (?:the )?$|\b(?:is|are|was|were) $", re.I)
AFTER = (
    re.compile(
        r"(?:,[^,;.\n]{1,60},)?(?: and [A-Z][^,;.\n]{1,60})?"
        rf"(?: has| have| had| also| since| then| later| will| would| long| jointly)* {ACT}\b"
    ),
    re.compile(
        r" (?:partners?|attorneys?|lawyers?|associates?|team)\b[^.\n]{0,120}\b(?:represent|appear|argu|acted"
        r"|filed|defend)"
    ),
    re.compile(
        r",? for (?:the )?(?:plaintiffs?|defendants?|class|company|respondents?|appell\w+|workers?|employees?"
        r"|petitioners?|[A-Z])"
    ),
)
SAID_TO_BE = re.compile(r",? (?:an? |the |another )(?:[\w.'-]+ ){0,5}(?:law firm|plaintiffs' firm|boutique)\b")
# A person is told to be at a firm: "Ann Orlo of [..]", "Ann Orlo, a partner at [..]".
AT = re.compile(
    rf"(?:,? (?:of|at|from|with)(?: {OFFICE}(?:the )?{ADJECTIVES}firm(?: of)?)?(?: {OFFICE})?"
    rf"|,? an? {ADJECTIVES}{LAWYERS} (?:at|with|from|of)|,) ?(?:the )?$"
)
COUNSEL = re.compile(
    r"\b(?:attorneys?|lawyers?|counsel|solicitors?|barristers?|represent(?:s|ed|ing|ation)?|appear(?:s|ed)"
    r"|argued|on behalf of"
    r"|law firms?|firms?|fees|motion|brief|brought the (?:case|suit)|filed the|acts? for|acted for|spoke for"
    r"|pro bono)\b",
    re.IGNORECASE,
)
# Somebody who only comments, or who wrote the article.
OUTSIDE = re.compile(
    r"\b(?:not involved|isn't involved|uninvolved|no (?:part|role) in|who (?:follows|tracks)|speaking (?:about"
    r"|in general)|in general"
    r"|comment(?:ator|ary|ing)s?|co-?authors?|the authors?|our (?:firm|team|practice|attorneys|lawyers|office)"
    r"|contact|reach out"
    r"|blog(?:ged)?|client alert|newsletter|webinar|podcast|advis(?:es|ed|ing) (?:\w+ )?(?:clients|companies"
    r"|employers|businesses)"
    r"|(?:focuses (?:his|her|their)|chairs? the [\w ]{0,20}) ?practice|specialists? (?:at|with|in)|law professor"
    r"|told (?:Law360|Legaltech|Bloomberg|Reuters)|according to (?:an? )?(?:analysis|survey|report|tally|count)"
    r"|survey|study|report (?:by|from)"
    r"|in an? (?:\w+ )?(?:article|post|note|alert|interview|analysis)|predict(?:s|ed)|warns? (?:employers"
    r"|companies|clients|businesses)"
    r"|interviewed|pointed out|observers?|cautions?|published by|©|all rights reserved|disclaimer"
    r"|this (?:article|alert|post)"
    r"|recommends?|suggests? that (?:employers|companies))\b|^By ",
    re.IGNORECASE,
)
ACTS_HERE = re.compile(
    r"\b(?:represent(?:s|ed|ing)?|appear(?:s|ed)|argued for|acts? for|acted for|class counsel|counsel for"
    r"|lawyers? for"
    r"|attorneys? for|brought the case|defend(?:s|ed|ing))\b(?! (?:\w+ )?(?:employers|companies|clients|businesses))",
    re.IGNORECASE,
)
SUED = re.compile(
    r"\b(?:against|sued|sues|suing|accus\w+|v\.|vs\.|defendants?|employer|client|worked (?:at|for)|unlike"
    r"|(?:counsel|lawyers?|attorneys?) for) "
    r"(?:\w+ ){0,2}$|\b(?:against|sued|sues|suing) (?:the |a )?(?:[\w-]+ ){0,3}?firm(?: of)? $",
    re.IGNORECASE,
)
WAS_SUED = re.compile(
    r"(?:,[^,;.\n]{1,60},)? (?:(?:is|was|were|has been|have been|had been) (?:\w+ )?(?:sued|accused|hit|named)"
    r"|face[sd])\b"
)
# "A, with offices in Joliet; B, also of Chicago; and C": what makes B and C firms is A.
LIST = re.compile(
    r"(?:,? (?:for|of|also|with|based|in|which|representing|on behalf|both|all)\b[^;.\n]{1,80}|,[^,;.\n]{1,60})?"
    r"(?:[,;] (?:and |as well as )?| and (?:also )?|,? (?:along|together) with )(?:by "
    r"|in )?(?:the )?(?:(?:\w+ ){0,2}firm (?:of )?)?"
)
SENTENCE_END = re.compile(r"[.!?][\"')]* (?=[A-Z\"'(])|\n")
ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Inc|Ltd|Co|Corp|Mr|Ms|Mrs|Dr|St|Jr|Sr|No|vs?|U\.S|Esq)|\b[A-Z]\.[A-Z])$")


def find(text: str, blocked: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """The firms that act, each wherever it is named, by its fullest name; nothing within the blocked stretches."""
    article = plain(text)
    named = [whole(text, article, c) for c in candidates(text, blocked) if c.kind != "place"]
    chosen = _listed(article, named, {i for i in range(len(named)) if _acts(article, named, i)})
    full = {named[i].text for i in chosen}
    mentions = []
    for i, c in enumerate(named):
        name = (
            _full_name(article, named, c, full)
            if i not in chosen
            else max((other for other in full if is_short(c.text, other)), key=len)
        )
        if name is not None:
            mentions.append(Mention(c.start, c.end, "LAW_FIRM", c.text, name, confidence=0.9 if i in chosen else 0.8))
    return mentions


def _sentence(article: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between full stops around a name."""
    first, last = max(0, start - 600), min(len(article), end + 600)
    for match in SENTENCE_END.finditer(article, first, last):
        if article[match.start()] == "." and ABBREVIATED.search(article[max(0, match.start() - 6) : match.start()]):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            return first, match.start()
    return first, last


def _acts(article: str, named: Sequence[Candidate], i: int) -> bool:
    """Whether the words around a name tell that it is a firm, and one that acts here."""
    c = named[i]
    shape = look(c.text)
    if shape == NEVER:
        return False
    first, last = _sentence(article, c.start, c.end)
    before, after = article[max(first, c.start - 110) : c.start], article[c.end : min(last, c.end + 160)]
    sentence = article[first:last]
    if SUED.search(before) or (OUTSIDE.search(sentence) and not ACTS_HERE.search(sentence)):
        return False
    if shape == BARE and (c.text.isupper() or all(is_plain(word) for word in core_words(c.text))):
        return c.kind == "org" and not is_plain(c.text) and bool(re.match(rf" {ACT} ", after))
    if any(pattern.search(before) for pattern in BEFORE):
        return shape > BARE or not (NAMES_PEOPLE.search(before) and _is_person(c))
    if SAID_TO_BE.match(after) or _of_lawyer(article, named, i, sentence):
        return True
    if CITY_FIRM.search(before) and not WAS_SUED.match(after):
        return shape > BARE or bool(COUNSEL.search(re.sub(r"\bfirms?\b", "", sentence)))
    if shape == BARE:
        return c.kind == "org" and bool(re.match(r" (?:appeared|acted|argued) for ", after))
    return (
        shape == CERTAIN
        or bool(COUNSEL.search(sentence) or FILED_BY.search(before))
        or any(p.match(after) for p in AFTER)
    )


def _of_lawyer(article: str, named: Sequence[Candidate], i: int, sentence: str) -> bool:
    """Whether the name before is a lawyer's who is told to be of this one."""
    if not i or named[i - 1].kind not in ("person", "other") or " " not in named[i - 1].text:
        return False
    between = article[named[i - 1].end : named[i].start]
    if len(between) > 70 or "\n" in between or not AT.fullmatch(between):
        return False
    if look(named[i].text) == BARE and (between == ", " or _is_person(named[i])):
        return False
    return bool(COUNSEL.search(sentence))


def _is_person(c: Candidate) -> bool:
    """Whether a name is more likely a lawyer's than a firm's, as "Stephan Orlo" is."""
    parts = c.text.split()
    return c.kind == "person" and not (len(parts) == 2 and parts[0] not in words("names", "given"))


def _listed(article: str, named: Sequence[Candidate], chosen: set[int]) -> set[int]:
    """The chosen names and those that stand in one list with them."""
    found = set(chosen)
    for i, one in enumerate(named):
        for j in range(i + 1, min(i + 3, len(named))):
            if (i in found) == (j in found):
                continue
            between = article[one.end : named[j].start]
            if (
                len(between) < 110
                and LIST.fullmatch(between)
                and _may_be_listed(article, named[j if i in found else i])
            ):
                found.update((i, j))
    return found


def _may_be_listed(article: str, c: Candidate) -> bool:
    shape = look(c.text)
    if shape != BARE:
        return shape >= LIKELY
    ends = re.match(r"[,;.]| (?:for|appeared|represent|spoke|filed|and)", article[c.end : c.end + 12])
    if re.search(r"\b(?:for|between|against|of) $", article[max(0, c.start - 9) : c.start]):
        return False
    return bool(ends) and not _is_person(c) and not is_plain(c.text.split()[0])


def _full_name(article: str, named: Sequence[Candidate], c: Candidate, full: set[str]) -> str | None:
    """The firm that a name repeats or shortens, unless it is a person's surname by then, or sued here."""
    few = core_words(c.text)
    fitting = [name for name in full if is_short(c.text, name)]
    if (
        not fitting
        or look(c.text) == NEVER
        or (len(few) == 1 and (is_plain(few[0]) or few[0] in words("names", "given")))
    ):
        return None
    if SUED.search(article[max(0, c.start - 40) : c.start]) or (
        c.kind == "person" and _is_person(c) and c.text not in full
    ):
        return None
    namesakes = (p for p in named if p.kind == "person" and " " in p.text and p.text.split()[-1] == few[0])
    if len(few) == 1 and any(p.start < c.start for p in namesakes):
        return None
    return max(fitting, key=len)


@Language.component("biodocket_firms", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `firms`."""
    blocked = [(s.start_char, s.end_char) for group in GROUPS for s in doc.spans.get(group, ())]
    lay(doc, "firms", find(doc.text, [*blocked, *doc._.skip]))
    return doc
