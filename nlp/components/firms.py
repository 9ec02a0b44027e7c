"""Law firms that act in the case; not the firm of a commentator, nor the one that wrote the article.

- She is represented by Ann Orlo of [Orlo & Vey LLP].
- Lawyers from [Bramhall Quist] appeared for the grocer; [Quist] has tried four such cases.
- Femi Adeyemi, a partner at Stone Ridge LLP who is not involved in the case, was surprised.
"""

import re
from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..firm_cues import (
    ACT,
    ACTS_HERE,
    AFTER,
    AT,
    BEFORE,
    CITY_FIRM,
    COUNSEL,
    FILED_BY,
    IS_CLIENT,
    LIST,
    NAMES_PEOPLE,
    OF_FIRM,
    OTHER_TRADE,
    OUTSIDE,
    OWN_LAWYERS,
    SAID_TO_BE,
    SUED,
    TITLE,
    WAS_SUED,
)
from ..firm_names import BARE, CERTAIN, LIKELY, NEVER, core_words, is_short, look, whole
from ..lexicon import is_plain, places, words
from ..names import Candidate, candidates
from ..plain import plain
from ..text import lay, text_of

# What is found by the components before this one is no firm.
GROUPS = ("statutes", "courts", "dockets", "captions", "money", "dates", "regulators")

SENTENCE_END = re.compile(r"[.!?][\"')]* (?=[A-Z\"'(])|\n")
ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Inc|Ltd|Co|Corp|Mr|Ms|Mrs|Dr|St|Jr|Sr|No|vs?|U\.S|Esq)|\b[A-Z]\.[A-Z])$")


def find(text: str, blocked: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """The firms that act, each wherever it is named, by its fullest name; nothing within the blocked stretches."""
    article = plain(text)
    named = [whole(text, article, c) for c in candidates(text, blocked) if c.kind != "place"]
    chosen = _listed(article, named, {i for i in range(len(named)) if _acts(article, named, i)})
    full = {named[i].text for i in chosen}
    surnames = _surnames(named)
    mentions = []
    for i, c in enumerate(named):
        name = (
            _full_name(article, surnames, c, full)
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
    if SUED.search(before) or OTHER_TRADE.match(after) or IS_CLIENT.match(after):
        return False
    if OUTSIDE.search(sentence) and not ACTS_HERE.search(sentence):
        return False
    if _of_person(article, named, i):
        # A commentator is often introduced in one sentence and quoted in the next.
        more = article[first : last + 200].partition("\n")[0]
        return not (OUTSIDE.search(more) and not ACTS_HERE.search(more)) and _may_be_told(article, c, more)
    if shape == BARE and (c.text.isupper() or all(is_plain(word) for word in core_words(c.text))):
        return c.kind == "org" and not is_plain(c.text) and bool(re.match(rf" {ACT} ", after))
    if shape == BARE and TITLE.search(before):
        return False
    if any(pattern.search(before) for pattern in BEFORE):
        return shape > BARE or not (NAMES_PEOPLE.search(before) and _is_person(article, c))
    if SAID_TO_BE.match(after) or (OWN_LAWYERS.match(after) and not _is_person(article, c)):
        return True
    if CITY_FIRM.search(before) and not WAS_SUED.match(after):
        return shape > BARE or bool(COUNSEL.search(re.sub(r"\bfirms?\b", "", sentence)))
    if shape == BARE:
        return not _is_person(article, c) and bool(re.match(r" (?:appear(?:s|ed)|act(?:s|ed)|argue[sd]) for ", after))
    return (
        shape == CERTAIN
        or bool(COUNSEL.search(sentence) or FILED_BY.search(before))
        or any(p.match(after) for p in AFTER)
    )


def _of_person(article: str, named: Sequence[Candidate], i: int) -> bool:
    """Whether the name before is a person's who is told to be of this firm."""
    if not i or named[i - 1].kind not in ("person", "other") or " " not in named[i - 1].text:
        return False
    between = article[named[i - 1].end : named[i].start]
    if len(between) > 70 or "\n" in between or not AT.fullmatch(between):
        return False
    return between != ", " or look(named[i].text) > BARE


def _may_be_told(article: str, c: Candidate, stretch: str) -> bool:
    """Whether a lawyer is told to be of that name: a person of Dallas, or of a charity, is none."""
    if look(c.text) == BARE and (_is_person(article, c) or c.text.isupper() or all(map(is_plain, core_words(c.text)))):
        return False
    return bool(COUNSEL.search(stretch))


def _is_person(article: str, c: Candidate) -> bool:
    """Whether a name is more likely a lawyer's than a firm's, as "Stephan Orlo" is."""
    parts = c.text.split()
    firm = OF_FIRM.match(article, c.end)
    if len(parts) > 1 and firm and firm[1] not in places():
        return True
    return c.kind == "person" and (len(parts) != 2 or parts[0] in words("names", "given"))


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
    ends = re.match(
        r"[,;.]| (?:for|appeared|represent|spoke|filed|and|took|have|has|are|is|were|was|will|sa[iy])",
        article[c.end : c.end + 12],
    )
    if re.search(r"\b(?:for|between|against|of) $", article[max(0, c.start - 9) : c.start]):
        return False
    return bool(ends) and not _is_person(article, c) and not is_plain(c.text.split()[0])


def _surnames(named: Sequence[Candidate]) -> Mapping[str, int]:
    """Where each surname is first told with a given name."""
    people = (c for c in reversed(named) if c.kind == "person" and " " in c.text)
    return {c.text.split()[-1]: c.start for c in people}


def _full_name(article: str, surnames: Mapping[str, int], c: Candidate, full: set[str]) -> str | None:
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
        c.kind == "person" and _is_person(article, c) and c.text not in full
    ):
        return None
    if len(few) == 1 and surnames.get(few[0], c.start) < c.start:
        return None
    return max(fitting, key=len)


@Language.component("biodocket_firms", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `firms`."""
    blocked = [(s.start_char, s.end_char) for group in GROUPS for s in doc.spans.get(group, ())]
    lay(doc, "firms", find(text_of(doc), [*blocked, *doc._.skip]))
    return doc
