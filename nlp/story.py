"""The parties of an article and the suits they are in: which of them belong to the case that the article is about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .components.captions import sides
from .entities import Entity, base, gather
from .evidence import Evidence, Reading, read, resolve
from .facts import Mention
from .mask import SIGNS, Mark, Masked
from .roles import Part, parts

# "the State of Texas", "City of Chicago": a government by its full name is a party like any other.
GOVERNMENT = re.compile(
    r"\b(?:State|Commonwealth|People|City|County|Village|District) of(?: the State of)? "
    r"([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\b"
)
# "In re Acme Biometric Privacy Litigation": what the matter is named after is the one sued.
MATTER = re.compile(
    r"^(?:In re:?|In the Matter of|Matter of) (?P<name>.+?)(?:,? (?:Inc|LLC|Corp|Co|Ltd)\.?)?"
    r"(?:,? (?:Biometric|Consumer|Privacy|Facial|Data|Information|Internet|BIPA|Face|Illinois|Fingerprint|User|Litig)\b"
    r".*)?$"
)
# Words that set another suit apart from the one told so far.
OTHER_SUIT = re.compile(
    r"\b(?:separate|another|second|similar|different|also (?:been )?(?:sued|sues|filed)|unrelated|meanwhile|underlying|"
    r"follows (?:that|those|a)|in (?:a|an) (?:previous|earlier))\b",
    re.IGNORECASE,
)
# A regulator told this surely has acted.
SURE = 0.75
# Several suits in one article: each against its own company.
ROUND_UP = re.compile(
    r"\b(?:two|three|four|five|six|seven|several|more|all|multiple|these|recent|\d+) (?:[\w'-]+ ){0,4}"
    r"(?:(?:law)?suits|class actions|complaints|cases|filings)\b"
    r"|\b(?:class actions|lawsuits|suits|complaints) (?:target|keep|hit)\b"
    r"|\b(?:separate|individual) (?:[\w'-]+ ){0,2}(?:(?:law)?suits|class actions|complaints|cases)\b",
    re.IGNORECASE,
)
IN_COURT = re.compile(
    rf"\b(?:sue[sd]?|suing|(?:law)?suits?|class|courts?|plaintiffs?|judges?|attorney general)\b"
    rf"|[{SIGNS['court']}{SIGNS['judge']}]",
    re.IGNORECASE,
)
# Evidence that says of a party itself that it belongs to the suit under discussion.
JOINED = frozenset(
    {"defendant", "as-defendant", "names-as", "plaintiff", "plaintiff-after", "class-representative", "caption"}
)


@dataclass(frozen=True, slots=True)
class Story:
    """The parties of an article; `main` holds those of the case that it is about, `caption` is that case's, if told."""

    parts: tuple[Part, ...] = ()
    main: tuple[Part, ...] = ()
    caption: Mention | None = None


def tell(text: str, sentences: Sequence[Masked], marks: Iterable[Mark], captions: Sequence[Mention]) -> Story:
    """The story of an article's text, given its sentences, everything marked in it without overlaps, its captions."""
    naming = [m for m in marks if m.kind in ("government", "organisation", "person", "name", "place", "regulator")]
    entities = gather(text, naming)
    reading = read(sentences, entities)
    found = parts(reading, _sides(captions, sentences))
    found = [part for part in found if not _only_complained(part, found, reading)]
    parties = [part for part in found if part.role != "REGULATOR"]
    caption = main_caption(captions, entities, parties, sentences)
    return Story(
        tuple(found),
        tuple(_main(parties, caption, entities, sentences, paragraphs(text, sentences))),
        caption,
    )


def _only_complained(part: Part, found: Sequence[Part], reading: Reading) -> bool:
    """Whether a group only complained to a regulator that then acted: no suit is told in its sentences."""
    acts = any(other.role == "REGULATOR" and other.confidence >= SURE for other in found)
    if part.role != "PLAINTIFF" or part.entity.kind == "person" or not acts:
        return False
    return not any(IN_COURT.search(reading.sentences[item.sentence].text) for item in part.evidence)


def governments(text: str) -> list[Mark]:
    """The states, cities and counties that a text names in full."""
    return [Mark(m.start(), m.end(1), "government") for m in GOVERNMENT.finditer(text)]


def named_sides(caption: str) -> list[tuple[str, str]]:
    """The names of a caption with their roles; of a matter the one it is named after."""
    split = sides(caption)
    if split is not None:
        return [(split[0], "PLAINTIFF"), (split[1], "DEFENDANT")]
    matter = MATTER.match(caption)
    return [(matter["name"], "DEFENDANT")] if matter else []


def _sides(captions: Sequence[Mention], sentences: Sequence[Masked]) -> Iterable[tuple[int, list[tuple[str, str]]]]:
    for caption in captions:
        number = next((i for i, s in enumerate(sentences) if s.start <= caption.start < s.end), 0)
        yield number, named_sides(caption.text)


def main_caption(
    captions: Sequence[Mention],
    entities: Sequence[Entity],
    parties: Sequence[Part],
    sentences: Sequence[Masked],
) -> Mention | None:
    """The caption whose sides the article speaks of most; one whose sides it does not speak of is a precedent."""
    best: tuple[float, Mention] | None = None
    known = {part.entity.name for part in parties}
    sues = {p.entity.name for p in parties if p.role == "PLAINTIFF" and any(e.phrase != "caption" for e in p.evidence)}
    for order, caption in enumerate(captions):
        score = 0.0
        plaintiffs = {_known(name, entities) for name, role in named_sides(caption.text) if role == "PLAINTIFF"}
        if sues and plaintiffs and not plaintiffs & sues:
            continue  # somebody else's suit against the same company
        for name, _ in named_sides(caption.text):
            i = resolve(name, entities)
            if i is not None and entities[i].name in known:
                early = any(place.start < sentences[min(2, len(sentences) - 1)].end for place in entities[i].places)
                score += len(entities[i].places) + (4 if early else 0)
        score += sum(1 for other in captions if base(other.text) == base(caption.text)) - 1
        score -= 0.1 * order
        if score > 2 and (best is None or score > best[0]):
            best = (score, caption)
    return best[1] if best else None


def _known(name: str, entities: Sequence[Entity]) -> str | None:
    i = resolve(name, entities)
    return None if i is None else entities[i].name


def paragraphs(text: str, sentences: Sequence[Masked]) -> list[int]:
    """The number of each sentence's paragraph."""
    return [text.count("\n\n", 0, sentence.start) for sentence in sentences]


def _main(
    parties: Sequence[Part],
    caption: Mention | None,
    entities: Sequence[Entity],
    sentences: Sequence[Masked],
    paragraphs: Sequence[int],
) -> list[Part]:
    """The parties of the main case: those its caption names, else those told first, and whoever is tied to them."""
    defendants = [part for part in parties if part.role == "DEFENDANT"]
    plaintiffs = [part for part in parties if part.role == "PLAINTIFF"]
    seeds = _seeds(parties, caption, entities) or _first_told(defendants) or _first_told(plaintiffs)
    if len(defendants) > 1 and any(ROUND_UP.search(sentence.text) for sentence in sentences[:4]):
        return _first_suit(parties, seeds, paragraphs)
    main = {part.entity.name for part in seeds}
    for part in [*defendants, *plaintiffs]:
        if part.entity.name in main:
            continue
        opponents = _opponents(part, parties, paragraphs)
        if opponents & main or (not opponents and _tied(part, main, parties, sentences)):
            main.add(part.entity.name)
    return [part for part in parties if part.entity.name in main]


def _first_suit(parties: Sequence[Part], seeds: Sequence[Part], paragraphs: Sequence[int]) -> list[Part]:
    """The first suit of several: its defendant, and who stands against no other one."""
    defendants = [part for part in seeds if part.role == "DEFENDANT"][:1]
    main = {part.entity.name for part in defendants}
    if not main:
        return list(seeds)
    first = {
        part.entity.name
        for part in parties
        if part.role == "PLAINTIFF" and (part in seeds or main & _opponents(part, parties, paragraphs))
    }
    if not first:
        first = {part.entity.name for part in _first_told([p for p in parties if p.role == "PLAINTIFF"])}
    return [part for part in parties if part.entity.name in main | first]


def _seeds(parties: Sequence[Part], caption: Mention | None, entities: Sequence[Entity]) -> list[Part]:
    if caption is None:
        return []
    meant = [resolve(name, entities) for name, _ in named_sides(caption.text)]
    names = {entities[i].name for i in meant if i is not None}
    return [part for part in parties if part.entity.name in names]


def _first_told(parts: Sequence[Part]) -> list[Part]:
    """Those whose evidence comes first, with all that share its first sentence."""
    if not parts:
        return []
    first = min(item.sentence for part in parts for item in part.evidence)
    return [part for part in parts if any(item.sentence == first for item in part.evidence)]


def _opponents(part: Part, parties: Sequence[Part], paragraphs: Sequence[int]) -> set[str]:
    """Whom a party stands against: those told in its sentences, else the last one told before in the same paragraph."""
    others = [other for other in parties if other.role != part.role]
    own = {item.sentence for item in part.evidence if item.phrase != "caption"}
    together = {o.entity.name for o in others if any(item.sentence in own for item in o.evidence)}
    if together or part.role == "DEFENDANT":
        return together
    for sentence in sorted(own):
        before = [
            (item.sentence, other.entity.name)
            for other in others
            for item in other.evidence
            if item.sentence < sentence and paragraphs[item.sentence] == paragraphs[sentence]
        ]
        if before:
            return {name for at, name in before if at == max(before)[0]}
    return set()


def _tied(part: Part, main: set[str], parties: Sequence[Part], sentences: Sequence[Masked]) -> bool:
    """Whether a party that stands against nobody in particular belongs to the main case."""
    if all(OTHER_SUIT.search(sentences[item.sentence].text) for item in part.evidence):
        return False
    if part.role == "PLAINTIFF" or any(item.phrase in JOINED for item in part.evidence):
        return True
    companions = {
        o.entity.name for o in parties if o is not part and o.role == part.role and _share(part.evidence, o.evidence)
    }
    return bool(companions & main)


def _share(one: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    """Whether two parties fill one slot of one phrase: a list names them together."""
    places = {(item.sentence, item.phrase) for item in one}
    return any((item.sentence, item.phrase) in places for item in other)
