"""Captions of cases: both sides named, or "In re" and what it is about.

- The holding in [Harlow v. Quickpunch Systems, Inc.] binds the lower courts.
- Unlike [Okafor et al. v. Larkfield Foods LLC], this suit names the vendor.
- The judge oversees [In re Ferndale Labs Biometric Privacy Litigation].
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..plain import is_whole, plain
from ..text import lay, text_of

LISTS = json.loads((Path(__file__).parents[1] / "data" / "captions.json").read_text(encoding="utf-8"))
VERSUS = re.compile(r"(?<=[\w.,)'\"]) (?P<sign>v\.|vs\.?|v|V\.|VS\.|versus) (?=[\w\"])")
IN_RE = re.compile(r"(?<![\w-])(?:[Ii]n [Rr]e:?|IN RE:?|(?:[Ii]n the )?Matter of|Ex [Pp]arte) (?=[\w\"])")
WORD = re.compile(r"\S+")
REACH = 180  # no side of a caption in the news is longer

SUFFIX = re.compile(
    r"(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|PLC|plc|P\.?C|PLLC"
    r"|N\.A|S\.A|S\.A\.S|B\.V|N\.V|AG|GmbH|SE|Pty|U\.S\.A|USA|DPM|M\.D|MD|D\.D\.S|Jr|Sr|II|III|IV|INC|CORP|LTD|CO)\.?"
)
# A full stop behind these ends no sentence: initials, corporate words, and what citation manuals shorten.
ABBREVIATION = re.compile(
    r"(?:[A-Z]|(?:[A-Z]\.){1,5}[A-Z]?|" + "|".join(sorted(LISTS["shortened"], key=len, reverse=True)) + r")\.",
    re.IGNORECASE,
)
# Small words inside names; at an edge they do not belong to it.
SMALL = "of the de del della des du da di la le van von der den ter & ex rel. rel et al al. d/b/a f/k/a a/k/a and bin"
LINKS = frozenset(SMALL.split())
# "J.M., by and through her mother Leda Marsh, v. ..." and "..., on behalf of others, v. ..."
FOR_OTHERS = re.compile(
    r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3},? (?:(?:a minor,? )?by and through|through|on behalf of"
    r"|individually and on behalf of)"
    r" (?:[\w.'-]+ ){0,7}[\w.'-]+,?$"
)
# "R (on the application of Okafor) v Chief Constable" names whom the Crown sues for.
CROWN = re.compile(r"\bR \((?:on the application of )?[A-Z][\w.' -]{1,60}\)$")
# Capitalised words before a caption that are not its first name: sentence openers, signals, what headlines capitalise.
LEAD = frozenset(word.casefold() for word in LISTS["leading"])
# Words that follow a caption and are not the last name in it.
TAIL = frozenset(word.casefold() for word in LISTS["following"])
# A possessive of these ends what stands before the caption: "the Seventh Circuit's Harlow v. Quickpunch".
OWNERS = re.compile(
    r"(?i)(?:court|circuit|state|year|week|month|today|justices|judges|illinois|texas|california|day)'s?$"
)
# Firms whose names end in a possessive for good.
NAMED_SO = re.compile(
    r"(?i)(?:mcdonald|wendy|macy|lowe|kohl|applebee|dillard|domino|arby|denny|carter|levi|sam|joe|john|dick|chili"
    r"|hardee"
    r"|kellogg|moody|sotheby|christie|bloomingdale|albertson|mariano|men|children|women|claire|culver|portillo|wegman"
    r"|sainsbury|menard|michael|casey|carl)'s?$"
)
BRAND = re.compile(r"[a-z]{1,2}[A-Z]\w*|\d+[A-Z]\w*|\d+(?:and|-)[A-Za-z]\w*|[a-z]+'[A-Z]|al-[A-Z]")
CANADIAN = re.compile(r"(?:Canada|British Columbia|Alberta|Ontario|Qu[eé]bec|Manitoba|Saskatchewan|Nova Scotia)$")
OFFICE = re.compile(r"\((?:[A-Z][\w'.-]*|and|of|the|for)(?: (?:[A-Z&][\w'.-]*|and|of|the|for)){0,8}\)")
# What makes "In re Acme, Inc., Consumer Privacy Litigation" go on behind the comma.
SUBJECT = re.compile(
    r"(?:[ ,]{1,2}(?:[A-Z\"][\w'./&-]*|and|of|&)){1,9}?[ ,]{1,2}"
    r"(?:Litigations?|Litig\.|Cases|Actions|Proceedings|Arbitrations?|Settlement|MDL)(?!\w)"
)
AND_NAMES = re.compile(r"(?:Beyond|Decker|Schuster|Sons|Company|Co\.|Associates|Brothers|Partners|Bourbon)\b")
BODIES = frozenset(("Department", "Board", "Ministry", "Commission", "Office", "Minister", "Secretary"))
NO_PARTIES = re.compile(
    r"(?i)(?:privacy|security|consent|convenience|bipa|gdpr|ccpa|iphone|android|david|goliath|us|them|you|me|opt-in"
    r"|opt-out|innovation|man|machine|myth|reality|fact)"
)


def find(text: str) -> list[Mention]:
    """All full captions, from the first name to the last, without what the sentence puts around them."""
    flat = plain(text).replace("*", '"')  # Markdown sets captions in italics; its stars part words as quotes do
    found: list[Mention] = []
    for start, end in sorted([*_in_re(flat), *_versus(flat)]):
        if is_whole(text, start, end) and (not found or start >= found[-1].end):
            found.append(Mention(start, end, "CASE", text[start:end], re.sub(r"\s+", " ", text[start:end])))
    return found


def sides(caption: str) -> tuple[str, str] | None:
    """Who stands left and right of the "v.", without "et al."; None where the caption has no two sides."""
    parts = re.split(r"\s(?:v\.?|vs\.?|V\.|VS\.|versus)\s", caption, maxsplit=1)
    if len(parts) != 2 or IN_RE.match(plain(caption)):
        return None
    left, right = (re.sub(r",?\s+et\s+al\.?,?$", "", part.strip(" ,*")).strip(" ,") for part in parts)
    return (left, right) if left and right else None


def _versus(text: str) -> Iterator[tuple[int, int]]:
    signs = list(VERSUS.finditer(text))
    floor = 0
    for number, match in enumerate(signs):
        ceiling = _line_end(text, match.end())
        if number + 1 < len(signs) and signs[number + 1].start() < ceiling:
            ceiling = _before_next(text, match.end(), signs[number + 1].start())
        line = text.rfind("\n", 0, match.start()) + 1
        start = _left(text, max(line, floor, match.start() - REACH), match)
        end = _right(text, match.end(), ceiling)
        if start is not None and end is not None and _has_parties(text[start : match.start()], match.end(), end, text):
            yield start, end
            floor = end


def _in_re(text: str) -> Iterator[tuple[int, int]]:
    for match in IN_RE.finditer(text):
        end = _right(text, match.end(), _line_end(text, match.end()))
        if end is None or re.match(r"(?:Fact|Time|Course|Days|Law|Weeks)\b", text[match.end() :]):
            continue
        subject = SUBJECT.match(text, end)
        yield match.start(), subject.end() if subject and "\n" not in subject.group() else end


def _line_end(text: str, start: int) -> int:
    newline = text.find("\n", start, start + REACH)
    return newline if newline >= 0 else min(len(text), start + REACH)


def _before_next(text: str, start: int, end: int) -> int:
    """Where a side must end when another caption follows: at the last word that parts the two."""
    parting = (
        r"[;,:]? (?:and|or|with|from|to|in|by|that|than)(?= )|[;:(]|(?<=[a-z.]), (?!Inc|LLC|Corp|L\.|Co|Ltd|et al)"
    )
    breaks = [match.start() for match in re.finditer(parting, text[start:end])]
    return start + breaks[-1] if breaks else end


def _left(text: str, floor: int, sign: re.Match[str]) -> int | None:
    """Where the first side begins: words are taken leftward for as long as they can belong to a name."""
    for_others = FOR_OTHERS.search(text, floor, sign.start())
    taken: list[re.Match[str]] = []
    for word in reversed(list(WORD.finditer(text, floor, sign.start()))):
        bare = word.group().lstrip("\"'([_")
        if not _belongs_left(bare, taken):
            break
        taken.insert(0, word)
        if bare != word.group():
            break
    if sign["sign"].isupper() and not (taken and re.fullmatch(r"[A-Z]{2,}[A-Z.,]*", taken[-1].group())):
        return None  # "Robert V. Larkfield" is one person
    if crown := CROWN.search(text, floor, sign.start()):
        return crown.start()
    start = _trimmed_left(taken)
    if for_others and start is not None and for_others.start() < start:
        return _trimmed_left(list(WORD.finditer(text, for_others.start(), start)))
    return start


def _belongs_left(bare: str, taken: list[re.Match[str]]) -> bool:
    if re.search(r"[;:)\]\"?!]$|\u2014|\.[\"]$", bare):
        return False
    if not taken and re.fullmatch(r"\d{1,3}", bare):
        return True  # "Doe 1"
    if not _is_name(bare) and bare.rstrip(",") not in LINKS:
        return False
    if not taken:
        return True
    following = taken[0].group()
    firm = len(taken) > 1 and taken[1].group() == "&"  # "Okafor, Marsh & Co."
    if bare.endswith(",") and not (SUFFIX.fullmatch(following.rstrip(",")) or following == "et" or firm):
        return False
    if bare.endswith(".") and not (ABBREVIATION.fullmatch(bare) or SUFFIX.fullmatch(bare)):
        return False
    return not OWNERS.search(bare)


def _trimmed_left(names: list[re.Match[str]]) -> int | None:
    for number, word in enumerate(names):
        bare = word.group().lstrip("\"'([_")
        edge = bare.rstrip(",").casefold()
        if edge == "in" and number + 1 < len(names) and names[number + 1].group().casefold() == "re":
            return None
        last = number + 1 == len(names)
        if bare.rstrip(",") in LINKS or (edge in LEAD and not (last and edge in ("justice", "may", "judge"))):
            continue
        if re.fullmatch(r"\d+[.)]?|\d{4}'s", bare):
            continue
        return word.start() + len(word.group()) - len(bare)
    return None


def _is_name(bare: str) -> bool:
    return bool(bare) and (bare[0].isupper() or bool(BRAND.match(bare)))


def _right(text: str, start: int, ceiling: int) -> int | None:
    """Where the second side ends: words are taken rightward for as long as they can belong to a name."""
    end: int | None = None
    words = list(WORD.finditer(text, start, ceiling))
    for number, word in enumerate(words):
        bare = word.group().lstrip("\"'_")
        core = re.sub(r"[.,;:!?)\]\"'_]+$", "", bare)
        core = re.split(r"\u2014|\"(?=[a-z,])", core)[0]
        rest = bare[len(core) :]
        if number and bare.startswith("("):
            office = OFFICE.match(text, word.start()) if end and CANADIAN.search(text[start:end]) else None
            return office.end() if office and office.end() <= ceiling else end and _trimmed_right(text, start, end)
        if (
            not core
            or not (_is_name(core) or core in LINKS or SUFFIX.fullmatch(core))
            or not _belongs_right(core, words, number)
        ):
            break
        stop = rest.startswith(".") and _is_shortened(core + ".")
        if core not in LINKS or core == "al":
            end = word.start() + len(word.group()) - len(bare) + len(core) + stop
        following = words[number + 1].group() if number + 1 < len(words) else ""
        firm = number + 2 < len(words) and words[number + 2].group() == "&" and following[:1].isupper()
        if _closes(core, rest, following, stop=stop) and not (firm and rest == ","):
            break
    return _trimmed_right(text, start, end) if end else None


def _belongs_right(core: str, words: list[re.Match[str]], number: int) -> bool:
    if core == "and":
        return _and_goes_on(words, number)
    if not (_is_name(core) or core in LINKS or SUFFIX.fullmatch(core)):
        return False
    return not (number and core not in LINKS and (core.casefold() in TAIL or core in ("The", "In", "Justice")))


def _closes(core: str, rest: str, following: str, *, stop: bool) -> bool:
    """Whether the punctuation behind a word ends the caption."""
    if not rest:
        return False
    if re.search(r"[;:!?)\]\"\u2014]|'$", rest):
        return True
    suffix_follows = bool(SUFFIX.fullmatch(following.rstrip(".,;:)\"'"))) or following in ("d/b/a", "f/k/a", "a/k/a")
    if rest.endswith(","):
        return not (suffix_follows or following == "et")
    if rest == "." and stop and SUFFIX.fullmatch(core + ".") and following:
        # behind "Inc." a new sentence is likelier than one more name
        return not (suffix_follows or following in ("et", "&", "of") or following.startswith("("))
    return not stop


def _and_goes_on(words: list[re.Match[str]], number: int) -> bool:
    """Whether "and" joins parts of one name: "Bed Bath and Beyond", "Department of Health and Welfare"."""
    following = words[number + 1].group() if number + 1 < len(words) else ""
    before = {word.group() for word in words[:number]}
    return bool(AND_NAMES.match(following)) or (bool(BODIES & before) and following[:1].isupper())


def _is_shortened(word: str) -> bool:
    return bool(ABBREVIATION.fullmatch(word) or SUFFIX.fullmatch(word))


def _trimmed_right(text: str, start: int, end: int) -> int | None:
    link = re.search(r"(?:[ ,]+(?:of|the|de|for|and|&|et|by)){1,3}$", text[start:end])
    end = start + link.start() if link else end
    possessive = re.search(r"'s?$", text[start:end])
    if possessive and re.match(r" [a-z]", text[end : end + 2]) and not NAMED_SO.search(text[start:end]):
        end = start + possessive.start()
    return end if end > start else None


def _has_parties(left: str, start: int, end: int, text: str) -> bool:
    """Whether both sides look like parties: "Privacy vs. Security" does not."""
    right = text[start:end]
    return bool(left) and right[:1].isalnum() and not NO_PARTIES.fullmatch(left) and not NO_PARTIES.fullmatch(right)


@Language.component("biodocket_captions", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `captions`."""
    lay(doc, "captions", find(text_of(doc)))
    return doc
