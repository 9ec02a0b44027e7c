"""Whom a bare surname means: "Ana de la Cruz … de la Cruz", "Judge Vey … Vey"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from .facts import Mention
from .lexicon import words
from .names import Candidate

GENERATION = re.compile(r",? (?:Jr|Sr|II|III|IV|Esq)\.?$")


def surname(name: str) -> str:
    """The last name without generation, with the small words that belong to it: "de la Cruz"."""
    parts = GENERATION.sub("", name).split()
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in words("names", "particles"):
        start -= 1
    return " ".join(parts[start:])


def is_bare(name: str) -> bool:
    """Whether it is a surname alone."""
    return surname(f"- {name}").casefold() == name.casefold()


def with_particles(text: str, people: Sequence[Candidate]) -> list[Candidate]:
    """The people, bare surnames among them grown by the small words that the full name has before them."""
    long = {last.split()[-1]: last for p in people if " " in (last := surname(p.text)) and not is_bare(p.text)}
    grown = []
    for person in people:
        last = long.get(person.text, "")
        start = person.end - len(last)
        if last and start >= 0 and text[start : person.end].casefold() == last.casefold():
            grown.append(Candidate(start, person.end, text[start : person.end], person.kind))
        else:
            grown.append(person)
    return grown


def propagated(people: Sequence[Candidate], parts: Mapping[Candidate, str]) -> Iterator[Mention]:
    """Each naming of those who were given a part: by the same full name, or by the surname of the last one so named."""
    by_name = {c.text: label for c, label in sorted(parts.items(), key=lambda item: -item[0].start)}
    bearers: dict[str, list[Candidate]] = {}
    for person in people:
        if not is_bare(person.text):
            bearers.setdefault(surname(person.text).casefold(), []).append(person)
    fullest: dict[str, str] = {}
    for name in by_name:
        fullest[surname(name)] = max(fullest.get(surname(name), ""), name, key=len)
    first = {c.text: c.start for c in sorted(parts, key=lambda c: -c.start)}
    for person in people:
        full = _full(person, bearers)
        label = parts.get(person) or by_name.get(full)
        # "Judge Vey", never told in full, makes only the namings after it a judge's.
        if label is None or (is_bare(full) and first[full] > person.start):
            continue
        name = fullest.get(surname(full), full)
        yield Mention(person.start, person.end, label, person.text, name)


def _full(person: Candidate, bearers: Mapping[str, list[Candidate]]) -> str:
    """The full name that a bare surname stands for: the last one before it, else the first after it."""
    if not is_bare(person.text):
        return person.text
    named = bearers.get(person.text.casefold())
    if not named:
        return person.text
    before = bisect_left(named, person.start, key=lambda bearer: bearer.start)
    return named[max(before - 1, 0)].text
