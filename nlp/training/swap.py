"""Articles under other names: every invented person and body of an article gets a new name, so that none can be learnt.

A name is changed word by word and alike wherever a word of it stands, so short forms, captions and initials still
fit: "Brightline Logistics, Inc. (BL)" may become "Borven Logistics, Inc. (BL)". What says what a body is ("Hospital",
"Bank", legal forms, "City of") stays, and so do agencies, states, acts and courts.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from faker import Faker

from ..context import PARTIES
from ..entities import GENERIC, PARTICLES, gather
from ..gold import GoldArticle, GoldMention
from ..lexicon import is_plain, phrases, places, words
from ..mask import Mark
from ..tagger import BODIES, PERSONS

# Bodies that may go by another name; an agency may not.
PRIVATE = tuple(part for part in BODIES if part != "REGULATOR")
# Where people in the news come from; every name is one that a real person could have.
LOCALES = (
    "en_US", "en_US", "en_US", "en_GB", "en_IN", "en_NG", "en_PH", "es_MX", "pl_PL", "de_DE", "fr_FR", "it_IT", "pt_BR",
    "vi_VN", "tr_TR", "nl_NL", "sv_SE", "hr_HR", "fi_FI", "en_KE",
)  # fmt: skip
STEMS = (
    "al", "an", "ar", "be", "bo", "bra", "bri", "ca", "cel", "cor", "da", "del", "dra", "du", "el", "en", "fa",
    "fen", "fi", "ga", "gra", "ha", "hel", "i", "in", "jo", "ka", "ken", "la", "len", "lo", "lu", "ma", "mer",
    "mo", "na", "nel", "no", "o", "or", "pa", "pel", "pi", "qua", "ra", "ren", "ri", "sa", "sel", "so", "sta",
    "ta", "tel", "tri", "u", "ul", "va", "ven", "vi", "wa", "wen", "xa", "yo", "za", "zen",
)  # fmt: skip
ENDS = (
    "ba", "bex", "da", "dex", "dor", "fin", "gen", "la", "line", "lis", "lo", "lux", "ma", "mart", "mer", "nex",
    "nis", "o", "ra", "rix", "ro", "sen", "ta", "tek", "ter", "tis", "tra", "va", "vo", "x", "za",
)  # fmt: skip
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]{2,})?")
# Names that stand for nobody, and bodies that must keep theirs.
ANONYMOUS = re.compile(r"\b(?:Doe|Roe)\b|^(?:[A-Z]\.)+$")
PUBLIC = re.compile(
    r"\b(?:City|County|State|Commonwealth|People|University|School District|Department|Ministry|Police|Office|"
    r"Commission|Commissioner|Authority|Union|Court|Senate|House|Congress)\b"
)


@dataclass(frozen=True, slots=True)
class _Entity:
    kind: str
    forms: tuple[str, ...]


def swapped(article: GoldArticle, seed: int) -> GoldArticle:
    """The article with new names; the same seed gives the same names."""
    chance = random.Random(f"{article.id}/{seed}")  # noqa: S311 - names, not secrets
    renamed: dict[str, str] = {}
    for entity in _entities(article):
        for old, new in _renaming(entity, chance).items():
            renamed.setdefault(old, new)
    return _rewritten(article, renamed)


def _entities(article: GoldArticle) -> list[_Entity]:
    """The people and bodies whose names may change, each with all its forms."""
    kinds = _kinds(article)
    marks = [
        Mark(m.start, m.end, kinds[m.text]) for m in article.mentions if m.text in kinds and not PUBLIC.search(m.text)
    ]
    found = []
    for entity in gather(article.text, marks):
        if not any(ANONYMOUS.search(form) or form in places() for form in entity.forms):
            found.append(_Entity(entity.kind, tuple(sorted(entity.forms, key=lambda form: (-len(form), form)))))
    return found


def _kinds(article: GoldArticle) -> dict[str, str]:
    """Whether each marked name is a person's or a body's."""
    kinds: dict[str, str] = {}
    parties = [m.text for m in article.mentions if m.label in PARTIES]
    for mention in article.mentions:
        if mention.label in PERSONS:
            kinds.setdefault(mention.text, "person")
        elif mention.label in PRIVATE:
            kinds.setdefault(mention.text, "organisation")
    for text in parties:
        kinds.setdefault(text, "person" if is_person(text, parties) else "organisation")
    return kinds


def is_person(name: str, others: Sequence[str]) -> bool:
    """Whether a party's name is a person's: by a given name, or as the surname of one that is."""
    parts = [part for part in name.split() if part.rstrip(".,") not in words("names", "generations")]
    if len(parts) == 1:
        return any(is_person(o, ()) and o.split()[-1] == parts[0] for o in others if " " in o)
    looks = 1 < len(parts) < 5 and all(LATIN.fullmatch(p.strip(".,")) for p in parts)
    known = parts[0] in words("names", "given") or parts[0] in _given()
    return looks and known and not any(p.lower().strip(",.") in GENERIC or p == "&" for p in parts)


@cache
def _fakers() -> tuple[Faker, ...]:
    fakers = tuple(Faker(locale) for locale in LOCALES)
    for i, faker in enumerate(fakers):
        faker.seed_instance(i)
    return fakers


@cache
def _pool(kind: str) -> tuple[str, ...]:
    """Some thousand given names or surnames of all locales."""
    drawn = {
        name: None
        for faker in _fakers()
        for name in (getattr(faker, kind)() for _ in range(400))
        if LATIN.fullmatch(name) and len(name) > 2
    }
    return tuple(drawn)


@cache
def _given() -> frozenset[str]:
    return frozenset(_pool("first_name"))


def _renaming(entity: _Entity, chance: random.Random) -> Mapping[str, str]:
    """New words for the words of a name that tell nothing of what its bearer is."""
    full = entity.forms[0]
    parts = [match.group() for form in entity.forms for match in WORD.finditer(form)]
    new: dict[str, str] = {}
    for i, word in enumerate(dict.fromkeys(parts)):
        if entity.kind == "person":
            if len(word) > 2 and word.lower() not in PARTICLES and word not in words("names", "generations"):
                new[word] = chance.choice(_pool("first_name" if i == 0 and " " in full else "last_name"))
        elif not _tells(word):
            new[word] = _invented(word, chance)
    return new


def _tells(word: str) -> bool:
    """Whether a word of a body's name says what it is or where: "Hospital", "LLC", "Chicago"."""
    listed = words("organisations", "heads") | words("organisations", "suffixes") | words("organisations", "joining")
    return (
        word.lower() in GENERIC
        or word in listed
        or word in places()
        or word in phrases("places", "demonyms")
        or (not word[0].isupper() and not any(c.isupper() for c in word))
        or (is_plain(word) and len(word) < 4)
    )


def _invented(word: str, chance: random.Random) -> str:
    """A word of the same look: initials stay initials, and the first letter stays for the sake of acronyms."""
    if word.isupper() and len(word) < 6:
        return word[0] + "".join(chance.choice("ABCDEFGHIKLMNOPRSTUVWZ") for _ in word[1:])
    kind = chance.random()
    if kind < 0.5:
        same = [name for name in _pool("last_name") if name[0] == word[0].upper()]
        new = chance.choice(same or _pool("last_name"))
    else:
        stem = chance.choice([s for s in STEMS if s[0] == word[0].lower()] or STEMS)
        new = (stem + chance.choice(("", *STEMS)) + chance.choice(ENDS)).capitalize()
    camel = re.match(r"([a-z]{1,2})[A-Z]|([A-Z][a-z]+)([A-Z].*)", word)
    if camel and camel[1]:
        return camel[1] + new
    if camel:
        return new + camel[3]
    return new.upper() if word.isupper() else new


def _rewritten(article: GoldArticle, renamed: Mapping[str, str]) -> GoldArticle:
    """The article with the words of its marked names replaced, offsets and record with them."""

    def rename(name: str) -> str:
        return WORD.sub(lambda match: renamed.get(match.group(), match.group()), name)

    pieces: list[str] = []
    mentions: list[GoldMention] = []
    at = length = 0
    for mention in article.mentions:
        before = article.text[at : mention.start]
        is_name = mention.label in (*PERSONS, *PRIVATE, *PARTIES, "CASE")
        new = rename(mention.text) if is_name else mention.text
        length += len(before)
        mentions.append(GoldMention(length, length + len(new), mention.label, new))
        pieces += [before, new]
        length += len(new)
        at = mention.end
    record = article.record
    return replace(
        article,
        text="".join(pieces) + article.text[at:],
        mentions=tuple(mentions),
        record=replace(
            record,
            caption=rename(record.caption) if record.caption else None,
            plaintiffs=tuple(map(rename, record.plaintiffs)),
            defendants=tuple(map(rename, record.defendants)),
            judges=tuple(map(rename, record.judges)),
            law_firms=tuple(map(rename, record.law_firms)),
        ),
    )
