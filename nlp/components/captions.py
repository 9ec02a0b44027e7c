"""Captions of cases: both sides named, or "In re" and what it is about.

    The holding in [Harlow v. Quickpunch Systems, Inc.] binds the lower courts.
    Unlike [Okafor et al. v. Larkfield Foods LLC], this suit names the vendor.
    The judge oversees [In re Ferndale Labs Biometric Privacy Litigation].
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..text import lay

VERSUS = re.compile(r"(?<=[\w.,)’'\"”])[  ](?:v\.|vs\.?|v|V\.|VS\.|versus)[  ](?=[\w“\"])")
IN_RE = re.compile(r"(?<![\w-])(?:[Ii]n [Rr]e:?|IN RE:?|(?:[Ii]n the )?Matter of|Ex parte|Ex Parte)[  ](?=[\w“\"])")
WORD = re.compile(r"\S+")

SUFFIX = re.compile(
    r"(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|PLC|plc|P\.?C|PLLC|N\.A|S\.A|S\.A\.S|B\.V|N\.V|AG|GmbH|SE|Pty|"
    r"U\.S\.A|USA|DPM|M\.D|MD|D\.D\.S|Jr|Sr|II|III|IV|Ph\.D|INC|CORP|LTD|CO)\.?,?",
)
# A full stop after these ends no sentence.
ABBREVIATION = re.compile(
    r"(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|Inc|Corp|Co|Cos|Ltd|Bros|St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr|Dept|Dep’t|Dep't|Univ|Int’l|Int'l|Intl|Nat’l|Nat'l|Natl|Ass’n|Ass'n|Assn|"
    r"Assocs?|Bd|Comm’n|Comm'n|Comm|Ctr|Cty|Dist|Div|Educ|Elec|Emps?|Ent|Enters?|Fed|Fin|Found|Gen|Grp|Gov’t|Gov't|Hosp|Hosps|Hous|Indus|Info|Ins|Inv|Lab|Labs|Litig|Mfg|"
    r"Mgmt|Mkt|Mktg|Med|Mem’l|Mem'l|Mun|No|Nos|Prods?|Props|Pub|Ret|Rys?|Sav|Sec|Serv|Servs|Soc’y|Soc'y|Sys|Tech|Techs|Tel|Telecomm|Transp|Twp|Uts?|vs?|Am|Auto|Bldg|Cas|Chem|"
    r"Commc’ns|Commc'ns|Constr|Cnty|Dev|Distrib|Equip|Exch|Exec|Fid|Guar|Loc|Logist|Mach|Mut|Org|Pac|Pers|Pharm|Phx|Priv|Reg’l|Reg'l|Res|Rest|Sch|Schs|Sols|Stor|Sup|Tr|Treas|Trs|ex rel|rel|al)\.,?",
    re.IGNORECASE,
)
# Small words inside names; on their own at an edge they are not part of it.
LINKS = {"of", "the", "de", "del", "della", "des", "du", "da", "di", "la", "le", "van", "von", "der", "den", "ter", "for", "on", "&", "ex", "rel.", "et", "al.", "al",
         "al.,", "d/b/a", "f/k/a", "a/k/a", "dba", "through", "by", "and", "in", "y", "e", "bin", "al-", "as", "a", "at", "next", "friend", "to", "or"}  # fmt: skip
LEFT_LINKS = {"of", "the", "de", "del", "della", "des", "du", "da", "di", "la", "le", "van", "von", "der", "den", "ter", "&", "ex", "rel.", "et", "al.", "al", "al.,",
              "d/b/a", "f/k/a", "a/k/a", "through", "and", "bin", "for"}  # fmt: skip
RIGHT_LINKS = LEFT_LINKS - {"for", "through"}
# Capitalised words before a caption that are not its first name: sentence openers, citation signals, headline words.
LEAD = {
    word.casefold()
    for word in """A About Accord According Addressing Additionally After Again Against Also Although Amid An And Another Applying As At Because Before Both But By Case Cases Cf. Challenging
    Circuit Circuits Citing Class Classaction Compare Comparing Complaint Concerning Considering Contra Court Courts Dated Decided Decision Decisions Discussing Distinguishing During Earlier
    Echoing Entitled Especially Even Ever First Following For From Further Generally Given Here How However If In Including Indeed Interpreting Into Invoking Is Its Judge Justice Justices
    Known Landmark Lastly Later Lawsuit Lawsuits Like Likewise Litigation Meanwhile Moreover Most Namely Next Nor Not Notably Now Of On Once Only Opinion Or Order Our Over Overruling Panel
    Per Pending Perhaps Plaintiff Plaintiffs Post Precedent Previously Prior Pursuant Quoting Re Reading Recall Recently Regarding Rejecting Relying Ruling Rulings Second Secondly See See,
    Settlement Similarly Simply Since So Still Styled Such Suit Suits Take That The Then There Therefore These They Third This Thus Til Titled To Today Together Too Two Under Unlike Until
    Unfortunately Upon Using Verdict Versus Via Was We What When Where Whereas Whether Which While Who Why With Within Without Yesterday Yet Finally Accordingly Instead Consider Defendants
    Defendant January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Affirms Decides Rules Reverses Upholds Revives Tosses Dismisses Settles Hears Ends Approves Reviews Overturns Cites Explains Revisits Extends Denies Grants
    Title: Caption: Case: Suit: E.g., e.g. i.e. See, Analysis Update Breaking Background""".split()
}
# Headline and other words that follow a caption but are not the last name in it.
TAIL = {
    word.casefold()
    for word in """Decision Decisions Ruling Rulings Opinion Opinions Case Cases Lawsuit Suit Settlement Verdict Trial Appeal Court Judge Precedent Class Action Complaint Order Plaintiffs
    Plaintiff Defendants Defendant Is Was Has Had Will Would Could May Should Can And Or But As In On At By For From With Under After Before Over That Which Who When While Where Because
    Since Then Also Not Means Shows Says Settles Heads Moves Returns Gets Goes Opens Ends January February March April June July August September October November December
    Jan. Feb. Mar. Apr. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday No. Nos. Case: Filed Filed: Docket See Slip F.3d F.4th U.S.C.""".split()
}
CANADIAN = re.compile(r"(?:Canada|British Columbia|Alberta|Ontario|Qu[eé]bec|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland)$")
CANADIAN_OFFICE = re.compile(r" \((?:[A-Z][\w’'.-]*|and|of|the|for|et|de|du)(?: (?:[A-Z&][\w’'.-]*|and|of|the|for|et|de|du)){0,8}\)")
# What makes "In re Acme, Inc., Consumer Privacy Litigation" go on after the comma.
SUBJECT = re.compile(r"(?:[ ,]{1,2}(?:[A-Z“][\w’'./&-]*|and|of|&)){1,9}?[ ,]{1,2}(?:Litigation|Litig\.|Litigations|Cases|Actions|Proceedings|Arbitrations?|Settlement|MDL)(?!\w)")
POSSESSIVE = re.compile(r"['’]s?$")
# Names of firms that end in a possessive for good.
OWNERS = re.compile(
    r"(?i)(?:McDonald|Wendy|Macy|Lowe|Kohl|Applebee|Dillard|Domino|Arby|Denny|Carter|Levi|Sam|Joe|John|Jimmy|Dick|Chili|Hardee|Kellogg|Moody|Sotheby|Christie|Bloomingdale|Albertson|"
    r"Jewel|Mariano|Popeye|Dunkin|Lay|Trader Joe|Men|Children|Women|Claire|Zaxby|Culver|Portillo|Mickey|Wegman|Sainsbury|Boscov|Menard|Michael|Francesca|Torrid|Casey|Carl)['’]s?$"
)
BRAND = re.compile(r"[a-z]{1,2}[A-Z]\w*|\d+[A-Z]\w*|\d+(?:and|-)[A-Za-z]\w*|\d(?:st|nd|rd|th)")


def find(text: str) -> list[Mention]:
    """All full captions, from the first name to the last, without what the sentence puts around them."""
    plain = text.replace("*", '"')  # Markdown sets captions in italics; its stars part words as quotes do
    spans = [*_in_re(plain), *_versus(plain)]
    found: list[Mention] = []
    for start, end in sorted(spans):
        if found and start < found[-1].end:
            continue
        found.append(Mention(start, end, "CASE", text[start:end], re.sub(r"\s+", " ", text[start:end])))
    return found


def sides(caption: str) -> tuple[str, str] | None:
    """Who stands left and right of the "v.", without "et al."; None where the caption has no two sides."""
    parts = re.split(r"\s(?:v\.?|vs\.?|V\.|VS\.|versus)\s", caption, maxsplit=1)
    if len(parts) != 2 or IN_RE.match(caption):
        return None
    left, right = (re.sub(r",?\s+et\s+al\.?,?$", "", part.strip(" ,*")).strip(" ,") for part in parts)
    return (left, right) if left and right else None


def _versus(text: str) -> Iterator[tuple[int, int]]:
    borders = [match for match in VERSUS.finditer(text)]
    for number, match in enumerate(borders):
        floor = max(text.rfind("\n", 0, match.start()) + 1, borders[number - 1].end() if number else 0, match.start() - 160)
        newline = text.find("\n", match.end())
        ceiling = min(newline if newline >= 0 else len(text), match.end() + 160)
        if number + 1 < len(borders) and borders[number + 1].start() < ceiling:
            ceiling = _before_next(text, match.end(), borders[number + 1].start())
        sign = match.group().strip()
        start = _left(text, floor, match.start(), sign)
        end = _right(text, match.end(), ceiling)
        if start is not None and end is not None and _is_caption(text[start : match.start()], text[match.end() : end], sign):
            yield start, end


def _before_next(text: str, start: int, end: int) -> int:
    """Where the right side must end when another caption follows in the sentence: at the last word that parts the two."""
    breaks = [match.start() for match in re.finditer(r"[;,:]? (?:and|or|with|from|to|in|by|that|than)(?= )|[;:(]|(?<=[a-z.]), (?!Inc|LLC|Corp|L\.|Co|Ltd)", text[start:end])]
    return start + breaks[-1] if breaks else end


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(WORD.finditer(text, start, end))


def _left(text: str, floor: int, end: int, sign: str) -> int | None:
    """Where the first side begins: words are taken leftward for as long as they can belong to a name."""
    taken: list[re.Match[str]] = []
    for word in reversed(_words(text, floor, end)):
        token = word.group()
        opening = re.match(r"[“‘\"'(\[*_—–]+", token)
        bare = token.lstrip("“‘\"'([*_—–")
        if re.search(r"[;:)\]”\"?!]$|[—–]|\.[”\"]$", bare) and not bare.endswith("Amazon.com"):
            break
        if bare.endswith(",") and taken and not _joins(bare, taken[-1].group(), outer=False):
            break
        if bare.endswith(".") and taken and not ABBREVIATION.fullmatch(bare):
            break
        if not _is_name(bare) and bare.rstrip(",") not in LEFT_LINKS:
            break
        if taken and POSSESSIVE.search(bare) and re.search(r"(?i)(?:court|circuit|state|year|week|month|today|justices|judges|illinois|texas|california|new york|bipa|day)['’]s?$", bare):
            break
        taken.append(word)
        if opening:
            break
    if sign in ("V.", "VS.") and not (taken and taken[0].group().isupper() and len(taken[0].group().strip(".,")) > 1):
        return None
    return _trim_left(taken)


def _joins(token: str, following: str, *, outer: bool) -> bool:
    """Whether a comma stands inside one party's name, as in "Acme, Inc." and "Diaz, et al."."""
    return bool(SUFFIX.fullmatch(following) or following in ("et", "individually") or (outer and token))


def _trim_left(taken: list[re.Match[str]]) -> int | None:
    names = taken[::-1]
    while names:
        bare = names[0].group().lstrip("“‘\"'([*_—–")
        edge = bare.rstrip(",")
        if len(names) > 1 and bare.casefold() == "in" and names[1].group().casefold() == "re":
            return None
        if edge in LEFT_LINKS or (edge.casefold() in LEAD and (len(names) > 1 or edge.casefold() not in {"justice", "may", "judge", "day"})) or re.fullmatch(r"\d+[.)]?|\d{4}['’]s", bare):
            names = names[1:]
            continue
        return names[0].start() + (len(names[0].group()) - len(bare))
    return None


def _is_name(bare: str) -> bool:
    return bool(bare) and (bare[0].isupper() or bool(BRAND.match(bare)) or bool(re.match(r"[a-z]+['’][A-Z]|al-[A-Z]|d['’][A-Z]", bare)))


def _right(text: str, start: int, ceiling: int) -> int | None:
    """Where the second side ends: words are taken rightward for as long as they can belong to a name."""
    end = last = None
    words = _words(text, start, ceiling)
    for number, word in enumerate(words):
        token = word.group()
        bare = token.lstrip("“‘\"'*_")
        core = re.sub(r"[.,;:!?)\]”’\"'*_]+$", "", bare)
        if number and token[0] == "(":
            office = CANADIAN_OFFICE.match(text, word.start() - 1) if last and CANADIAN.search(text[start:last]) else None
            if office and office.end() <= ceiling:
                end = office.end()
            break
        if core.startswith("—") or core in ("-", "–", "—", "|") or not core:
            break
        dashed = re.split(r"[—–]|[”\"](?=[a-z,])", core)[0]
        if not _is_name(core) and core not in RIGHT_LINKS and bare not in RIGHT_LINKS:
            break
        if number and core.casefold() in TAIL and bare not in ("and", "&") or bare.casefold() in TAIL and number:
            break
        if core == "and" and not _and_goes_on(words, number):
            break
        if core.casefold() in LEAD | {"company’s"} and core not in RIGHT_LINKS and number and core in ("The", "In", "Judge", "Justice", "Court"):
            break
        if core not in RIGHT_LINKS or core in ("al",):
            end = word.start() + token.find(core) + len(dashed)
            if bare[len(dashed) :].startswith(".") and _is_abbreviation(core + "."):
                end += 1
            last = end
        if dashed != core:
            break
        rest = bare[len(core) :]
        following = words[number + 1].group() if number + 1 < len(words) else ""
        if re.search(r"[;:!?)\]”\"]|['’]$", rest) and not rest.startswith("’s"):
            break
        if rest.startswith(".") and not _is_abbreviation(core + "."):
            break
        if rest.endswith(",") and not (SUFFIX.fullmatch(following.rstrip(";:)”\"'’")) or re.match(r"et\b", following) or following in ("d/b/a", "f/k/a", "a/k/a")):
            break
        if rest == "." and SUFFIX.fullmatch(bare) and following and not _continues(following):
            break
    if end is None:
        return None
    return _trim_right(text, start, end)


def _is_abbreviation(word: str) -> bool:
    return bool(ABBREVIATION.fullmatch(word) or SUFFIX.fullmatch(word))


def _continues(following: str) -> bool:
    """Whether the word after "Inc." can still be the party's name and not a new sentence."""
    return following in ("et", "&", "d/b/a", "f/k/a", "a/k/a", "and", "of") or bool(SUFFIX.fullmatch(following))


def _and_goes_on(words: list[re.Match[str]], number: int) -> bool:
    """Whether "and" joins parts of one name: "Bed Bath and Beyond", "Department of Health and Welfare"."""
    following = words[number + 1].group() if number + 1 < len(words) else ""
    before = [word.group() for word in words[:number]]
    if re.match(r"(?:Beyond|Decker|Schuster|Sons|Company|Co\.|Associates|Brothers|Partners|Bourbon)\b", following):
        return True
    return bool({"Department", "Board", "Ministry", "Commission", "Office", "Minister", "Secretary"} & set(before)) and following[:1].isupper()


def _trim_right(text: str, start: int, end: int) -> int | None:
    while (match := re.search(r"[ ,]+(?:of|the|de|for|and|&|et|by)$", text[start:end])) is not None:
        end = start + match.start()
    possessive = POSSESSIVE.search(text[start:end])
    if possessive and re.match(r"[ ][a-z]", text[end : end + 2]) and not OWNERS.search(text[start:end]):
        end = start + possessive.start()
    elif text[end : end + 1] in "’'" and text[end - 1 : end] == "s":
        end += 0
    return end if end > start else None


def _is_caption(left: str, right: str, sign: str) -> bool:
    """Whether both sides look like parties: "Privacy vs. Security" and "Version v 2" do not."""
    if not left or not right or not right[0].isalnum():
        return False
    plain = re.compile(r"(?i)(?:privacy|security|consent|convenience|bipa|gdpr|ccpa|iphone|android|david|goliath|us|them|you|me|opt-in|opt-out|state|federal|innovation|man|machine|myth|reality|fact)")
    if sign in ("vs.", "vs", "v", "versus", "VS.") and (plain.fullmatch(left) or plain.fullmatch(right)):
        return False
    return not (sign in ("v", "versus") and right[0].isdigit())


def _in_re(text: str) -> Iterator[tuple[int, int]]:
    for match in IN_RE.finditer(text):
        newline = text.find("\n", match.end())
        ceiling = min(newline if newline >= 0 else len(text), match.end() + 200)
        end = _right(text, match.end(), ceiling)
        if end is None or (text.startswith("Matter of", match.start()) and re.match(r"(?:Fact|Time|Course|Days|Law|Weeks)\b", text[match.end() :])):
            continue
        subject = SUBJECT.match(text, end)
        if subject and "\n" not in subject.group():
            end = subject.end()
        yield match.start(), end


@Language.component("biodocket_captions", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `captions`."""
    lay(doc, "captions", find(doc.text))
    return doc
