"""Who is who in an article: names that mean one person or body are brought together under the fullest of them.

Denise Okafor … Okafor                          the surname of the last full name
Brightline Logistics LLC … Brightline           a leading part; the corporate ending does not count
Civil Liberties League of Illinois … CLLI       initials
Meta Platforms, formerly Facebook …             said to be one in the text
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .mask import Mark

# What a company's name may end in without meaning another company.
ENDINGS = (
    "inc|incorporated|llc|l\\.l\\.c|ltd|limited|llp|lp|l\\.p|plc|corp|corporation|co|company|gmbh|ag|"
    "s\\.?a\\.?s?|s\\.?p\\.?a|s\\.?r\\.?l|"
    "b\\.?v|n\\.?v|oy|ab|as|a/s|aps|pty|kk|se|pc|p\\.c|sarl|sl|s\\.l|usa|us|holdings?|group|international|worldwide|the"
)
ENDING = re.compile(rf"(?:,? (?:{ENDINGS})\.?|\.)+$", re.IGNORECASE)
# What only a full name carries.
LEGAL_FORM = re.compile(r",? (?:Inc|LLC|L\.L\.C|Ltd|Limited|LLP|LP|PLC|plc|Corp|Corporation|GmbH|B\.V|N\.V|S\.A|SAS)\b")
# A single one of these is no name: "University" may be any.
GENERIC = frozenset({
    "a", "agency", "american", "an", "and", "association", "at", "authority", "bank", "biometric", "board",
    "british", "california", "canadian", "care", "center", "centre", "city", "club", "college", "commission",
    "company", "corp", "council", "county", "court", "data", "department", "digital", "east", "european", "face",
    "facial", "first", "for", "foundation", "general", "global", "group", "health", "hospital", "illinois", "in",
    "inc", "institute", "insurance", "international", "law", "league", "legal", "llc", "media", "medical",
    "national", "new", "north", "of", "office", "police", "privacy", "recognition", "rights", "school", "security",
    "service", "services", "social", "society", "south", "state", "system", "systems", "technologies", "technology",
    "texas", "the", "time", "union", "united", "university", "west",
})  # fmt: skip
# "Bolt Photos" is a thing that Bolt makes.
PRODUCTS = frozenset({
    "app", "assistant", "camera", "cameras", "cloud", "drive", "glass", "glasses", "home", "hub", "id", "lens", "maps",
    "max", "music", "pay", "photo", "photos", "phone", "pixel", "plus", "search", "speaker", "studio", "tv", "watch",
})  # fmt: skip
# "Van Buren", "de la Cruz": where a surname begins.
PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "st", "ter",
    "van", "von",
})  # fmt: skip
# "The State of Texas" is Texas.
TITLES_OF_STATES = re.compile(r"^(?:(?:people of the )?state|commonwealth) of (?=[A-Z])", re.IGNORECASE)
GENERATIONS = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
# Two names of one body, said so between them; the first group is what stands between the names.
RENAMED = re.compile(
    r"[,(]? ?(?:\(?(?:formerly|previously|once|originally|now|also)(?: known| called| named| operating)?(?: as)?|"
    r"f/k/a|a/k/a|d/b/a|n/k/a|(?:nowadays )?doing business as|trad(?:es|ing)(?: [\w ]{1,30})? as|operat(?:es|ing) as|"
    r"what is now|better known as|known as|"
    r"which (?:was|is|used to be) (?:formerly |previously |now |once )?(?:known as|called|named)|renamed) ?",
    re.IGNORECASE,
)
DEFINED = re.compile(r",? \(?(?:the |or |hereinafter |collectively,? |together,? |“|\"|'|‘)*")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or body of an article, by its fullest name, with every place that names it."""

    name: str
    kind: str  # person | organisation | government | name (cannot tell) | place | regulator
    places: tuple[Mark, ...]
    forms: frozenset[str]


@lru_cache(maxsize=4096)
def base(name: str) -> str:
    """A name as it is compared: without article, corporate ending, generation and punctuation, in lower case."""
    plain = name.replace("’", "'").removesuffix("'s").strip()
    plain = GENERATIONS.sub("", TITLES_OF_STATES.sub("", re.sub(r"^the ", "", plain, flags=re.IGNORECASE)))
    stripped = ENDING.sub("", plain)
    # "Group" alone is an ending and must stay a name.
    return " ".join(re.findall(r"[\w&'-]+", (stripped or plain).lower()))


def surname(name: str) -> str:
    """The last name of a full person's name, with its particles, compared form."""
    words = base(name).split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def initials(name: str) -> str:
    """The acronym that a name of several words can be shortened to."""
    words = [w for w in re.findall(r"\w+", name) if w[0].isupper() and not ENDING.fullmatch(f" {w}")]
    return "".join(w[0] for w in words).lower() if len(words) > 1 else ""


def is_short(short: str, full: str) -> bool:
    """Whether one organisation's name can stand for another: a leading part, initials, or a telling part of it."""
    few, many = base(short).split(), base(full).split()
    if not few or len(few) > len(many):
        return False
    if many[-1] in PRODUCTS:
        return False
    if few == many[: len(few)]:
        return len(few) > 1 or few[0] not in GENERIC
    if len(few) == 1 and few[0] == initials(full) and short.isupper():
        return True
    telling = [word for word in few if word not in GENERIC]
    inside = any(many[i : i + len(few)] == few for i in range(len(many)))
    return inside and bool(telling) and len(telling[0]) > 3


def same_person(one: str, other: str) -> bool:
    """Whether two full names are one person's: first and last name agree, middle names and initials may be left out."""
    first, second = base(one).split(), base(other).split()
    if len(first) < 2 or len(second) < 2:
        return False
    return first[0] == second[0] and first[-1] == second[-1]


def _aliases(text: str, marks: Sequence[Mark]) -> Iterable[tuple[int, int]]:
    """Pairs of neighbouring names that the text says are one."""
    for i, mark in enumerate(marks[:-1]):
        following = marks[i + 1]
        between = text[mark.end : following.start]
        if len(between) > 45:
            continue
        if RENAMED.fullmatch(between) or (
            DEFINED.fullmatch(between)
            and "(" in between
            and text[following.end : following.end + 2].strip("”\"'’,.")[:1] == ")"
        ):
            yield i, i + 1


class _Groups:
    """Marks joined step by step; a group is known by its first mark."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        low, high = sorted((self.root(i), self.root(j)))
        self.parent[high] = low


def _full_names(names: Sequence[str], kinds: Sequence[str], groups: _Groups) -> list[int]:
    """Join what is the same name outright; gives the first place of each distinct name."""
    first: dict[str, int] = {}
    for i, name in enumerate(names):
        first.setdefault(base(name), i)
        groups.join(first[base(name)], i)
    distinct = sorted(first.values())
    people = [i for i in distinct if kinds[i] in ("person", "name") and len(base(names[i]).split()) > 1]
    for position, i in enumerate(people):
        for j in people[:position]:
            if same_person(names[i], names[j]):
                groups.join(i, j)
                break
    return distinct


def _is_surname(short: str, short_kind: str, full: str, full_kind: str) -> bool:
    """Whether a name is a full person's surname, or the double surname that ends it."""
    few, many = base(short).split(), base(full).split()
    # A lone surname is easily taken for a company.
    if full_kind not in ("person", "name") or (short_kind == "organisation" and len(few) > 1):
        return False
    return len(many) > 1 and (base(short) == surname(full) or (1 < len(few) < len(many) and many[-len(few) :] == few))


def _link_short(
    i: int, names: Sequence[str], kinds: Sequence[str], distinct: Sequence[int], complete: Collection[int]
) -> int | None:
    """The name that a shorter one stands for: of several the last one told before it, else the first one after."""
    words = base(names[i]).split()
    fitting = []
    for j in distinct:
        if j == i or base(names[j]) == base(names[i]) or kinds[j] == "place":
            continue
        if _is_surname(names[i], kinds[i], names[j], kinds[j]) or (
            kinds[j] != "person"
            and kinds[i] != "person"
            and len(words) <= len(base(names[j]).split())
            and is_short(names[i], names[j])
        ):
            fitting.append(j)
    if i in complete:
        # "Bolt Holdings, Inc." and "Bolt Clubs LLC" both are full names, of two companies.
        fitting = [j for j in fitting if j not in complete]
    before = [j for j in fitting if j < i]
    return before[-1] if before else (fitting[0] if fitting else None)


def gather(text: str, marks: Iterable[Mark]) -> list[Entity]:
    """The entities that the marks name, in order of first naming."""
    ordered = sorted(marks, key=lambda m: m.start)
    names = [text[m.start : m.end] for m in ordered]
    kinds = [m.kind for m in ordered]
    groups = _Groups(len(ordered))
    distinct = _full_names([m.name or name for m, name in zip(ordered, names, strict=True)], kinds, groups)
    for i, j in _aliases(text, ordered):
        groups.join(i, j)
    legal = {base(name) for name in names if LEGAL_FORM.search(name)}
    complete = {i for i in distinct if base(names[i]) in legal}
    for i in distinct:
        if kinds[i] in ("place", "regulator"):
            continue
        linked = _link_short(i, names, kinds, distinct, complete)
        if linked is not None:
            groups.join(linked, i)
    members: dict[int, list[int]] = {}
    for i in range(len(ordered)):
        members.setdefault(groups.root(i), []).append(i)
    return [_entity(names, ordered, indices) for indices in members.values()]


def _entity(names: Sequence[str], marks: Sequence[Mark], indices: Sequence[int]) -> Entity:
    kinds = [marks[i].kind for i in indices]
    known = [kind for kind in kinds if kind != "name"] or kinds
    kind = max(known, key=known.count)
    fullest = max((names[i] for i in indices), key=lambda n: (len(base(n).split()), len(n)))
    return Entity(fullest, kind, tuple(marks[i] for i in indices), frozenset(names[i] for i in indices))


def index(entities: Sequence[Entity]) -> Mapping[Mark, int]:
    """Which entity each mark belongs to."""
    return {mark: i for i, entity in enumerate(entities) for mark in entity.places}
