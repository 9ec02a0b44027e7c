"""Agencies that regulate, wherever they are named, whatever they do there.

The [Dutch Data Protection Authority] fined it; so did the UK's [Information Commissioner's Office].
The [Federal Trade Commission] ([FTC]) sued, joined by the [Office of the Ohio Attorney General].
Privacy Commissioner Ann Orlo spoke for the [Office of the Privacy Commissioner of Canada].
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ..agencies import agencies, authority_of, countries_by_adjective
from ..facts import Mention
from ..lexicon import phrases
from ..plain import plain
from ..text import lay, text_of

# "FTC" in "FTC Act" is no agency.
GROUPS = ("statutes", "courts", "captions")

# Bodies whose name we need not know: "the Ruritanian Data Protection Authority", "Ruritania's Privacy Commission".
SUBJECT = (
    r"(?:(?:Personal )?Data Protection|Personal Information Protection|Personal Data|Privacy(?: Protection)?"
    r"|Information(?: and Privacy| Protection)?)"
)
BODY = r"(?:Authority|Agency|Commission(?!er)|Board|Inspectorate|Ombudsman|Regulator|Supervisor|Office)"
HEADED = (
    r"Office of the (?:[A-Z][a-z]+ )?(?:Information(?: and Privacy)?|Privacy|Data Protection|Biometrics)"
    r" (?:Commissioner|Ombudsman)"
)
OF_PLACE = r"(?: (?:of|for) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})?"
SHAPES = (
    re.compile(rf"\b(?P<of>(?:South )?[A-Z][a-z]+(?:sh|ch|an|ese|ic|ek|ss|i)) (?:{SUBJECT} {BODY}|DPA)\b(?!')"),
    re.compile(rf"\b(?:State |National |Federal )?{SUBJECT} (?:Authority|Agency|Commission|Inspectorate)\b{OF_PLACE}"),
    re.compile(rf"\b{HEADED}{OF_PLACE}"),
    re.compile(rf"\b(?:Commissioner|Commission|Ombudsman) for {SUBJECT}(?: and Freedom of Information)?\b{OF_PLACE}"),
    re.compile(r"\b(?:Information|Privacy)(?: and Privacy)? Commissioner's Office\b"),
)
# What follows a title and not a body: "Privacy Commissioner Ann Orlo".
OFFICER = re.compile(r"^(?!.*Office).*(?:Commissioner|Ombudsman)\b")
PERSON = re.compile(r" (?!of|for)[A-Z][a-zé'-]+ (?:[A-Z]\. )?[A-Z]")


def find(text: str) -> list[Mention]:
    """All named agencies, the abbreviation that an article gives one included; offices of attorneys general too."""
    article = plain(text)
    found: list[Mention] = []
    taken = bytearray(len(text) + 1)
    for start, end, name in (*_known(article), *_attorneys_general(article), *_shaped(article)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(Mention(start, end, "REGULATOR", text[start:end], name))
    found += _defined(article, text, found, taken)
    return sorted(found)


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern over all names, the longest first, and the agency that each means."""
    names = {plain(alias): agency.name for agency in agencies() for alias in (*agency.aliases, *agency.abbreviations)}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in longest) + r")(?![\w&])"), names


def _known(article: str) -> Iterator[tuple[int, int, str]]:
    pattern, names = _grammar()
    for match in pattern.finditer(article):
        name = match.group()
        start = match.start()
        if OFFICER.search(name) and PERSON.match(article, match.end()):
            continue
        if name == "Datatilsynet" and article.count("Norw") > article.count("Danish") + article.count("Denmark"):
            yield start, match.end(), "Norwegian Data Protection Authority"
            continue
        # "the Irish Data Protection Commission": the adjective belongs to the name.
        adjective = re.search(r"\b([A-Z][a-z]+) $", article[max(0, start - 14) : start])
        if adjective and adjective[1] in countries_by_adjective() and not name.isupper() and "Office" not in name:
            start -= len(adjective[1]) + 1
            yield start, match.end(), _by_country(adjective[1], names[name])
        else:
            yield start, match.end(), names[name]
    for agency in agencies():
        if agency.weak_abbreviations:
            weak = "|".join(re.escape(a) for a in agency.weak_abbreviations)
            if not any(plain(alias) in article for alias in agency.aliases):
                weak = rf"(?<={agency.country}'s )(?:{weak})" + "".join(
                    rf"|(?<={adjective} )(?:{weak})"
                    for adjective, country in countries_by_adjective().items()
                    if country == agency.country
                )
            for match in re.finditer(rf"(?<![\w-])(?:{weak})(?![\w&/])", article):
                yield match.start(), match.end(), agency.name


def _by_country(adjective: str, otherwise: str) -> str:
    country = countries_by_adjective().get(adjective)
    own = [a.name for a in agencies() if a.country == country]
    return otherwise if not country or otherwise in own else authority_of(country) or f"{adjective} {otherwise}"


@cache
def _state() -> str:
    return "|".join(sorted(phrases("places", "states"), key=len, reverse=True))


def _attorneys_general(article: str) -> Iterator[tuple[int, int, str]]:
    state = _state()
    pattern = (
        rf"\b(?:Office of (?:the )?(?:(?P<one>{state}) )?Attorney General"
        rf"(?: (?:of|for)(?: the State of)? (?P<two>{state}))?"
        rf"|(?P<three>{state}) (?:Attorney General|AG)(?:'s|s') [Oo]ffice|Attorney General's Office)"
    )
    for match in re.finditer(pattern, article):
        name = match["one"] or match["two"] or match["three"]
        yield match.start(), match.end(), f"Office of the {name} Attorney General" if name else match.group()


def _shaped(article: str) -> Iterator[tuple[int, int, str]]:
    for shape in SHAPES:
        for match in shape.finditer(article):
            adjective = match.groupdict().get("of")
            country = countries_by_adjective().get(adjective or "")
            if adjective and not country and adjective not in phrases("places", "demonyms"):
                continue
            name = authority_of(country) if country else None
            yield match.start(), match.end(), name or match.group()


def _defined(article: str, text: str, found: list[Mention], taken: bytearray) -> Iterator[Mention]:
    """Abbreviations that the article itself introduces: "Ruritanian Data Protection Authority (RDPA)"."""
    for mention in tuple(found):
        given = re.match(r" \(\"?([A-Z][A-Za-z]{1,9})\"?[,)]", article[mention.end : mention.end + 16])
        if not given or given[1].title() == given[1]:
            continue
        for match in re.finditer(rf"(?<![\w-]){given[1]}(?![\w&])", article):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(given[1])
                yield Mention(match.start(), match.end(), "REGULATOR", text[match.start() : match.end()], mention.name)


@Language.component("biodocket_regulators", assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lay the group `regulators`."""
    taken = {i for group in GROUPS for s in doc.spans.get(group, ()) for i in range(s.start_char, s.end_char)}
    lay(doc, "regulators", (m for m in find(text_of(doc)) if taken.isdisjoint(range(m.start, m.end))))
    return doc
