"""What a law firm's name looks like, and which shorter name stands for it.

Vey & Orlo LLP, Krantz Ollivier P.C.    certain: the form is a lawyers' form, the words are surnames
Orlo Law Group, Baker, Vey & Orlo       likely: only lawyers and a few shops are called so
Stroud Mallory                          bare: the words around it must tell
Prairie Law Review                      never
"""

import re
from dataclasses import replace
from functools import cache

from .lexicon import is_plain
from .names import Candidate
from .plain import plain

# How much a name looks like a firm's, from "cannot be" to "needs no word around it".
NEVER, BARE, LIKELY, CERTAIN = range(4)

# Legal forms that lawyers (and doctors) use; anybody may have the others.
FORM = re.compile(
    r",? (?:LLP|L\.L\.P\.?|PLLC|P\.L\.L\.C\.?|P\.C\.?|PC|P\.A\.?|LPA|APC|A\.P\.C\.?|S\.C\.?|Chtd\.?"
    r"|Chartered)(?: \(\w+\))?$"
)
LOOSE_FORM = re.compile(r",? (?:LLC|L\.L\.C\.?|Ltd\.?|Limited|Inc\.?|PA|LP)$")
LAW = re.compile(
    r"^(?:The )?Law (?:Offices?|Firm) of |\b(?:Law(?: (?:Group|Firm|Offices?|Partners|Center|Practice))?"
    r"|Legal(?: Group)?"
    r"|(?:Trial )?Lawyers|Litigation Group|Solicitors|Barristers|Advocaten|Abogados|Avocats|Rechtsanwälte)"
    r"(?:,? (?:[A-Z]\.?){2,4}|,? Ltd\.?)?$|[a-z]Law$"
)
# Bodies that employ lawyers and are no firms.
BODY = re.compile(
    r"\b(?:University|College|School|Foundation|Union|Cent(?:er|re)|League|Institute|Association|Council"
    r"|Committee|Society"
    r"|Commission|Agency|Department|Office of the|Attorney General|Alliance|Coalition|Project|Bank|Insurance"
    r"|Technologies"
    r"|Systems|Health|Medical|Dental|Dentistry|Clinics?|Hospitals?|Software|Media|Times|Tribune|Record|Reuters|News"
    r"|Law360|Aid|Services"
    r"|AI|Corp(?:oration)?\.?|Police|County|City|State|Court|Stores?|Holdings|Foods?|Logistics|Partners|Capital"
    r"|Review"
    r"|Journal|Reporter|Act|Enforcement|Deloitte|KPMG|Account\w+|Airlines?)(?![\w-])"
)
PUBLICATIONS = re.compile(
    r"^Law (?:Firm|Offices?|Group)$|^(?:Bloomberg|Legaltech|Law|Courthouse|National|American|Above the) \w*$"
)

OFFICES_OF = re.compile(r"\bLaw (?:Offices?|Firm|Group) of (?:the )?$")
TRADE = re.compile(r"(?:Solicitors|Attorneys|Lawyers|Counsel|Barristers) (?=[A-Z])")
CLOSING = re.compile(r" (?:Trial )?(?:Lawyers|Law Group|Law Firm|Solicitors|Rechtsanwälte)\b(?! [A-Z])")
QUEENS_COUNSEL = re.compile(r" (?:KC|QC|SC|Esq\.?|J\.?D\.?)$")


def whole(text: str, article: str, c: Candidate) -> Candidate:
    """The name with what belongs to a firm's name and to no other: "Law Offices of", "Trial Lawyers"."""
    opening = OFFICES_OF.search(article[max(0, c.start - 25) : c.start])
    start = c.start - len(opening.group()) if opening else c.start
    trade = TRADE.match(article, start, c.end)
    start = trade.end() if trade else start
    closing = None if article[c.end - 1] == "." else CLOSING.match(article, c.end)
    end = closing.end() if closing else c.end
    kind = "org" if opening or closing else c.kind
    return replace(c, start=start, end=end, text=text[start:end], kind=kind)


@cache
def look(name: str) -> int:
    """How much a name looks like a law firm's."""
    bare = plain(name)
    if (
        QUEENS_COUNSEL.search(bare)
        or PUBLICATIONS.match(bare)
        or re.search(r"\bLaw (?:School|Review|Journal|Enforcement)\b", bare)
    ):
        return NEVER
    if LAW.search(bare) and len(bare) > 4 and not re.search(r"\b(?:News|Aid|Daily)\b", bare):
        return LIKELY
    if BODY.search(bare):
        return NEVER
    core = LOOSE_FORM.sub("", FORM.sub("", bare))
    parts = [word for word in re.findall(r"[^\W\d_][\w'-]*", core) if word[0].isupper()]
    common = sum(is_plain(word) for word in parts)
    surnames = common < len(parts)
    if FORM.search(bare):
        return CERTAIN if surnames and common * 2 <= len(parts) else BARE
    joined = bool(re.search(r" & (?!Co\b|Sons\b|Company\b)", core))
    if joined and common * 2 <= len(parts):
        return LIKELY
    return BARE if surnames or not LOOSE_FORM.search(bare) else NEVER


def core_words(name: str) -> list[str]:
    """The words of a firm's name without its legal form."""
    return re.findall(r"[\w'-]+", LOOSE_FORM.sub("", FORM.sub("", plain(name))))


def is_short(short: str, full: str) -> bool:
    """Whether a firm's name is a leading part of a fuller one, or the same."""
    few, many = core_words(short), core_words(full)
    return bool(few) and few == many[: len(few)]
