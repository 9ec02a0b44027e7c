"""Names of people, bodies and places, told by their capitals.

    Lawyers for [Ana Ruiz] and [Baker, Orlo & Vey LLP] sued [Kettle Yard, Inc.] in [Chicago].
    In April the [League for Digital Rights] and Dr. [Femi Adeyemi III] spoke up.
    Shopper Sues [Kettle Yard] Over Face Scans

Names are wanted complete and with exact edges; whose they are is for others to tell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from . import bodies
from .capitals import ACRONYM, Reading, Word, is_legal_form
from .lexicon import is_plain, opens_sentences, phrases, places, words
from .plain import plain
from .runs import LLP, runs

AGE_OR_ROLE = re.compile(
    r", (?:\d\d,|aged? \d|(?:who|whose) |an? (?:[\w-]+ ){0,4}?(?:resident|employee|worker|nurse|student|lawyer|"
    r"attorney|man|woman|father|mother|driver|customer|shopper|user|professor|partner|citizen|teacher|native|photographer|"
    r"model|guard|clerk)\b)"
)
PERSON_BEFORE = re.compile(
    r"\b(?:attorneys?|lawyers?|plaintiffs?|judges?|justices?|residents?|professor|employees?|workers?|spokes\w+|mrs?\.?|"
    r"ms\.?|dr\.?|ceo|founders?|commissioner|partners?|director|named|his|her|father|mother|widow|nurses?|drivers?|"
    r"students?|customers?|shoppers?) $",
    re.IGNORECASE,
)
# Capitals that people's names have: initials, generations, "McDonald", "DeLuca".
NAME_PART = re.compile(r"(?:[A-Z]\.)+|[IVX]+|(?:Mac|Mc|De|La|Le|Di|Van|Fitz|O'|D')[A-Z][a-z]+")
# In their names titles are no titles: "Office of the Attorney General".
OFFICES = ("Office", "Commission", "Ministry", "Board", "Department", "Association", "League", "Committee")
REPORTER = re.compile(r"(?:F\.|S\. ?Ct|L\. ?Ed|U\.S\.? \d|N\.[EW]\.|P\.|So\.|WL\b|IL App)\.?(?:\d|$| \d)")
TIME_BEFORE = re.compile(r"\b(?:in|since|until|by|of|last|this|next|early|late|from|on|\d) $", re.IGNORECASE)
NUMBER_BEFORE = re.compile(r"(?<![\w.,$€£:/-])\d{2,4} $")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of capitals that reads as one name: `text == article[start:end]`."""

    start: int
    end: int
    text: str
    kind: str  # person | org | place | other (cannot tell)


def candidates(text: str, blocked: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
    """All names outside the blocked stretches, in text order and without overlap."""
    article = plain(text)
    taken = [
        span for span in bodies.known(article) if not any(start < span[1] and span[0] < end for start, end in blocked)
    ]
    namer = _Namer(Reading(article, [*blocked, *taken]))
    whole = ((Candidate(start, end, article[start:end], "org"), True) for start, end in taken)
    return list(_agreed(text, chain(whole, (named for run in runs(namer.reading) for named in namer.names(run)))))


class _Namer:
    """Names the runs of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    def names(self, run: Sequence[Word]) -> Iterator[tuple[Candidate, bool]]:
        """The names in a run: without titles, openers and descriptions; with whether the kind is certain."""
        titles = words("names", "titles")
        is_office = any(w.text in OFFICES for w in run[:-1])
        piece: list[Word] = []
        for i, word in enumerate(run):
            owns = i + 1 < len(run) and self.text.startswith("'s", word.end)  # "the Commissioner's Office"
            # "Phil Mayor" and "Ann Judge" are people's names.
            is_surname = i + 1 == len(run) and len(piece) == 1 and piece[0].text in words("names", "given")
            if word.text.rstrip(".") in titles and not (is_office or owns or is_surname):
                yield from self._name(self._without_modifiers(piece), before_title=True)
                piece = []
            elif piece or not (i and run[i - 1].text == "Attorney" and word.text == "General"):
                piece.append(word)
        yield from self._name(piece, before_title=False)

    def _without_modifiers(self, piece: list[Word]) -> list[Word]:
        modifiers = words("names", "modifiers")
        cut = False
        while piece and piece[-1].text in modifiers:
            piece = piece[:-1]
            cut = True
        # "Cook County Circuit Judge": what stands before the court's kind is its place.
        return [] if cut else piece

    def _name(self, piece: Sequence[Word], *, before_title: bool) -> Iterator[tuple[Candidate, bool]]:
        words_left = self._trimmed(list(piece))
        if not words_left or not any(w.capital for w in words_left):
            return
        start, end = self._start(words_left), self._end(words_left)
        name = self.text[start:end]
        bare = name.rstrip(".")
        if REPORTER.match(name) or (bare.isupper() and bare.title() in places()):
            return
        if bare in phrases("places", "postal"):
            if self.text[max(0, start - 2) : start] != ", ":
                yield Candidate(start, end, name, "place"), True
            return
        if bare in phrases("places", "calendar", "demonyms") or (
            len(words_left) == 1 and self._is_generic(words_left[0])
        ):
            return
        if len(name) < 2 and (name in "AI" or words_left[0].forced or self.reading.sure[name.lower()] < 2):
            return
        kind, certain = self._kind(words_left, name, start, end)
        if not (before_title and kind == "person"):
            yield Candidate(start, end, name, kind), certain

    def _trimmed(self, piece: list[Word]) -> list[Word]:
        """The words without what opens the sentence or only describes the name."""
        while piece and self._leads(piece[0], piece[1:]):
            piece = piece[1:]
        if all(w.text in words("organisations", "never") or not w.capital for w in piece):
            return []
        while piece and not self._may_end(piece[-1]):
            piece = piece[:-1]
        return piece

    def _leads(self, first: Word, rest: Sequence[Word]) -> bool:
        """Whether the word only stands before the name: an opener, a description, a month, a place."""
        if not first.capital or first.text == "The":
            return True
        if self.reading.is_weak(first) and not (rest and self._is_head(first, rest[0])):
            return True
        if not rest:
            return False
        if first.text in words("organisations", "descriptors") and first.forced:
            return True
        if first.text in phrases("places", "calendar"):
            return not self._is_given(first, rest[0])
        is_place = first.text in phrases("places", "demonyms", "states", "abbreviations", "cities")
        return is_place and not self._place_belongs(first, rest)

    def _may_end(self, last: Word) -> bool:
        if last.text in ("No", "Nos", "Of", "In", "And", "For", "The", "At", "On", "By", "To") or last.text in phrases(
            "places", "calendar"
        ):
            return False
        return last.capital or last.text.isdigit()

    def _is_given(self, first: Word, second: Word) -> bool:
        """Whether a month's name is a person's: "April Orlo", not "in April Orlo"."""
        in_time = TIME_BEFORE.search(self.text[max(0, first.start - 10) : first.start])
        is_name = first.text in words("names", "given") and not is_plain(second.text)
        return is_name and not in_time and self.text[first.end] == " "

    def _is_head(self, first: Word, second: Word) -> bool:
        """Whether a plain word at the head of a sentence begins a name of two: "Home Depot", not "Retailer Bolt"."""
        if (first.text, second.text) in self.reading.pairs:
            return first.text.lower() not in ("the", "a", "an", "in", "on", "at", "but", "and")
        if first.titled or opens_sentences(first.text) or first.text in words("organisations", "descriptors"):
            return False
        return is_plain(second.text) or second.text in words("organisations", "heads") or is_legal_form(second.text)

    def _place_belongs(self, first: Word, rest: Sequence[Word]) -> bool:
        """Whether a place begins the name: "Chicago Transit Authority", not "Chicago Bolt"."""
        if first.text.rstrip(".") in ("U.S", "US", "UK", "U.K"):
            return rest[-1].text in words("organisations", "heads") or len(rest) > 1
        bodies = words("organisations", "heads") | words("organisations", "joining")
        if any(w.text in bodies or is_legal_form(w.text) for w in rest) or is_plain(rest[0].text):
            return True
        is_paired = (first.text, rest[0].text) in self.reading.pairs
        return is_paired and not first.forced and first.text not in phrases("places", "demonyms")

    def _is_generic(self, word: Word) -> bool:
        if word.text in words("organisations", "never") or word.text.rstrip(".") in words("names", "titles"):
            return True
        return word.text in words("organisations", "descriptors") or (
            is_plain(word.text) and self.reading.small[word.text.lower()] > self.reading.sure[word.text.lower()]
        )

    def _start(self, piece: Sequence[Word]) -> int:
        """The start with a number that belongs to the name: "365 Bolt Markets LLC"."""
        start = piece[0].start
        number = NUMBER_BEFORE.search(self.text[max(0, start - 6) : start])
        if number and not piece[0].forced:
            is_body = len(piece) > 1 and (
                is_legal_form(piece[-1].text) or piece[-1].text in words("organisations", "heads")
            )
            if is_body or self.text.count(number.group() + piece[0].text) > 1:
                return start - len(number.group())
        return start

    def _end(self, piece: Sequence[Word]) -> int:
        last = piece[-1]
        stop = self.text[last.end : last.end + 1] == "."
        if stop and last.text in ("Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Sr", "Pty", "Pvt", "Assn"):
            return last.end + 1
        country = (
            re.match(r" \((?:US|UK|USA|Europe|International)\)", self.text[last.end : last.end + 17])
            if LLP.fullmatch(last.text)
            else None
        )
        return last.end + (country.end() if country else 0)

    def _kind(self, piece: Sequence[Word], name: str, start: int, end: int) -> tuple[str, bool]:
        """The kind, and whether something other than a guess tells it."""
        if name.rstrip(".") in places() or re.search(r" (?:County|Township|Avenue|River|Island|Beach|Parish)$", name):
            return "place", True
        bodies = words("organisations", "heads")
        if any(
            w.text in bodies or is_legal_form(w.text)
            for w in piece[len(piece) > 1 and piece[0].text in words("names", "given") :]
        ):
            return "org", True
        if " & " in name or any(w.text in ("of", "for", "and") for w in piece) or ("'" in name and name.endswith("'s")):
            return "org", True
        if len(piece) > 1 and all(not ACRONYM.fullmatch(w.text) or NAME_PART.fullmatch(w.text) for w in piece):
            if self._reads_as_person(piece, start, end):
                return "person", True
        elif any(ACRONYM.fullmatch(w.text) for w in piece):
            return "org", len(piece) > 1
        if self.text[max(0, start - 4) : start].lower() == "the ":
            return "org", False
        return "other", False

    def _reads_as_person(self, piece: Sequence[Word], start: int, end: int) -> bool:
        if piece[0].text in words("names", "given") or piece[-1].text in words("names", "generations"):
            return True
        if any(re.fullmatch(r"(?:[A-Z]\.)+|[A-Z]", w.text) for w in piece[:-1]) or any(
            w.text in words("names", "particles") for w in piece
        ):
            return True
        if is_plain(piece[0].text) and is_plain(piece[-1].text):
            return False
        return bool(AGE_OR_ROLE.match(self.text, end) or PERSON_BEFORE.search(self.text[max(0, start - 20) : start]))


def _agreed(text: str, found: Iterable[tuple[Candidate, bool]]) -> Iterator[Candidate]:
    """The candidates with one kind for one name: "Orlo" of "Ann Orlo" is a person, "Bolt" of "Bolt Inc." a body."""
    listed = sorted(found, key=lambda pair: pair[0].start)
    alone = {c.text for c, _ in listed if " " not in c.text}
    known: dict[str, str] = {}
    for candidate, _ in sorted(listed, key=lambda pair: not pair[1]):
        kind = candidate.kind
        if kind == "other" and _is_later_short(candidate.text.split(), alone):
            kind = "person"
        if kind != "other":
            known.setdefault(candidate.text, kind)
    short: dict[str, str] = {}
    for name, kind in known.items():
        parts = [p.rstrip(",") for p in name.split() if p.rstrip(".") not in words("names", "generations")]
        if len(parts) > 1 and kind in ("person", "org"):
            short.setdefault(parts[-1] if kind == "person" else parts[0], kind)
    for candidate, certain in listed:
        kind = candidate.kind if certain else known.get(candidate.text, short.get(candidate.text, candidate.kind))
        yield Candidate(candidate.start, candidate.end, text[candidate.start : candidate.end], kind)


def _is_later_short(parts: Sequence[str], alone: Iterable[str]) -> bool:
    """Whether the article goes on to use the last word alone, as it does with people."""
    return 1 < len(parts) < 4 and parts[-1] in alone and not is_plain(parts[-1]) and parts[0] not in alone
