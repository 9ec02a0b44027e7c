"""Names of people, bodies and places, told by their capitals.

    Lawyers for [Ana Ruiz] and [Baker, Orlo & Vey LLP] sued [Kettle Yard, Inc.] in [Chicago].
    In April the [League for Digital Rights] and [Dr.] [Femi Adeyemi III] spoke up.
    Shopper Sues [Kettle Yard] Over Face Scans

A capital in the middle of a sentence tells a name; at the head of a sentence and in headlines every word may have one,
and only the rest of the article, or a word that is not everyday English, tells.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .lexicon import is_plain, opens_sentences, phrases, places, words
from .plain import plain

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"  # U.S., L.L.C., S.p.A
    r"|[A-Z]\.(?=[ ,])"  # the initial in "Ann B. Orlo"
    r"|[^\W_]+(?:['.&+-][^\W_]+)*"  # O'Brien, AT&T, Amazon.com, T-Mobile
)
SENTENCE_END = re.compile(r"[.!?:;|\u2014\n]")
SKIPPED = " \t\"'([*_#\u2022>{-"
TAILED = re.compile(r"^(.*?[\w.])-(?=[a-z])(?!la-|le-|de-|al-|ul-)")  # Chicago-based, Bolt-owned
PREFIXED = re.compile(r"^(?:non|anti|pro|pre|post|mid|co|[Ee]x|[Tt]hen|now)-(?=[A-Z])")
CAMEL = re.compile(r"[a-z]{1,4}[A-Z]|(?:al|el|ul|d|l)[-'][A-Z]|\d+[A-Z]\w*$|\d+(?:and|-)[A-Za-z]")
ACRONYM = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z0-9]|\w*[a-z][A-Z]\w*|[\w-]*\d[\w-]*|\w+\.(?:com|ai|io|org|net)"
)
AGE_OR_ROLE = re.compile(
    r", (?:\d\d,|aged? \d|(?:who|whose) |an? (?:[\w-]+ ){0,4}?(?:resident|employee|worker|nurse|student|lawyer|attorney|man|woman|"
    r"father|mother|driver|customer|shopper|user|professor|partner|citizen|teacher|native|photographer|model|guard|clerk)\b)"
)
PERSON_BEFORE = re.compile(
    r"\b(?:attorneys?|lawyers?|plaintiffs?|judges?|justices?|residents?|professor|employees?|workers?|spokes\w+|mr\.?|mrs\.?|ms\.?|dr\.?|"
    r"ceo|founders?|commissioner|partners?|director|named|his|her|father|mother|widow|nurses?|drivers?|students?|customers?|shoppers?) $",
    re.IGNORECASE,
)
# Capitals that people's names have: initials, generations, "McDonald", "DeLuca".
NAME_PART = re.compile(r"(?:[A-Z]\.)+|[IVX]+|(?:Mac|Mc|De|La|Le|Di|Van|Fitz|O'|D')[A-Z][a-z]+")
OF_PLACE_INC = re.compile(r"of ((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+),? (?:Inc|LLC|L\.L\.C|Ltd|Corp|LLP|LP)\b")
# After "'s" without a thing that is owned, the ending belongs to the name: "Orlo's, its parent", "Orlo's said".
OWNER = re.compile(
    r"'s(?=[.,;:)!?\n]| (?:is|are|was|were|has|had|have|will|would|could|may|must|did|does|and|or|in|at|on|to|for|with|over|from|by|"
    r"that|which|said|says|denied|agreed|argued|faces|faced|uses|used|also|allegedly|violated|failed|asked|sued)\b)"
)
# In their names titles are no titles: "Office of the Attorney General".
OFFICES = ("Office", "Commission", "Ministry", "Board", "Department", "Association", "League", "Committee")
REPORTER = re.compile(r"(?:F\.|S\. ?Ct|L\. ?Ed|U\.S\.? \d|N\.[EW]\.|P\.|So\.|WL\b|IL App)\.?(?:\d|$| \d)")
NUMBER_BEFORE = re.compile(r"(?<![\w.,$€£:/-])\d{2,4} $")
LLP = re.compile(r"[LP]\.?L\.?[CP]\.?|P\.?[AC]\.?|PLLC|Ltd|Inc|Co|Company")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of capitals that reads as one name: `text == article[start:end]`."""

    start: int
    end: int
    text: str
    kind: str  # person | org | place | other (cannot tell)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with what its place in the text says of its capital."""

    start: int
    end: int  # without a possessive ending
    text: str
    capital: bool
    forced: bool  # head of a sentence, title or quotation
    ends: bool  # nothing of the name can follow: possessive, "Chicago-based"
    titled: bool  # in a headline with capitals throughout


def candidates(text: str, blocked: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
    """All names outside the blocked stretches, in text order and without overlap."""
    article = plain(text)
    spotter = _Spotter(article, blocked)
    found = [c for run in spotter.runs() for c in spotter.names(run)]
    return list(_agreed(text, found))


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is: "Orlo", "eBay", "23andMe"."""
    return word[0].isupper() or bool(CAMEL.match(word))


class _Spotter:
    """One article's words, and what its running text says of them."""

    def __init__(self, text: str, blocked: Sequence[tuple[int, int]]) -> None:
        self.text = text
        taken = bytearray(len(text) + 1)
        for start, end in blocked:
            taken[start:end] = b"\1" * (end - start)
        self.words = _with_owners(text, [w for w in _words(text) if not any(taken[w.start : w.end])])
        running = [w for w in self.words if not w.titled]
        self.small = Counter(w.text.lower() for w in running if not w.capital)
        self.sure = Counter(w.text.lower() for w in running if w.capital and not w.forced)
        self.pairs = {
            (a.text, b.text)
            for a, b in zip(running, running[1:], strict=False)
            if a.capital and b.capital and not a.forced and text[a.end : b.start] == " "
        }

    def is_weak(self, word: Word) -> bool:
        """Whether the capital is only due to the word's place."""
        if not (word.forced or word.titled):
            return False
        lower = word.text.lower()
        if self.sure[lower]:
            # "Order" may be a name in "the Order of St. Ann" and yet open a sentence as a plain word.
            return opens_sentences(word.text) or self.small[lower] > self.sure[lower]
        if is_plain(word.text) or self.small[lower]:
            return not (ACRONYM.fullmatch(word.text) and not self.is_loud(word))
        return False

    def is_loud(self, word: Word) -> bool:
        """Whether the whole line around the word is in capitals."""
        start = self.text.rfind("\n", 0, word.start) + 1
        end = self.text.find("\n", word.end)
        return self.text[start : end if end >= 0 else len(self.text)].isupper()

    def runs(self) -> Iterator[list[Word]]:
        """Words that belong together by the signs between them."""
        run: list[Word] = []
        open_firm = 0
        for i, word in enumerate(self.words):
            if run and not (i < open_firm or self._joins(run, word, i)):
                yield run
                run = []
            if not run:
                if not word.capital or (word.titled and self.is_weak(word)):
                    continue
            if word.capital and i >= open_firm and (not run or not run[-1].capital or self.is_weak(run[-1])):
                open_firm = self._firm(i)
            run.append(word)
        if run:
            yield run

    def _joins(self, run: list[Word], word: Word, i: int) -> bool:
        last = run[-1]
        between = self.text[last.end : word.start]
        if last.ends:
            # "St. Luke's Hospital", "Macy's Inc."; but "Bolt's Orlo" are two.
            is_owner = between == "'s " and not word.titled and last.text not in places()
            return is_owner and (_is_suffix(word.text) or word.text in words("organisations", "heads"))
        if word.titled and word.capital and self.is_weak(word):
            return False
        if _is_suffix(last.text) and not _is_suffix(word.text):
            return word.text == "of" and between in (" ", ". ") and self._capital_next(i)
        if between in (", ", " ", ". ", "., ", ",") and _is_suffix(word.text):
            return word.text.rstrip(".") not in ("Company", "Co", "SA", "AS", "SE") or "," not in between
        if between == ", " and word.text in ("Jr", "Sr", "II", "III"):
            return True
        if between in (" & ", ", & ") and word.capital:
            return True
        if between == ". " and last.text in words("organisations", "abbreviated"):
            return word.capital and last.text not in words("names", "titles") | {"No", "Nos", "Inc", "Corp", "Ltd"}
        if between != " ":
            return False
        if word.capital:
            return not (word.text in words("organisations", "never") and word.forced)
        if word.text.isdigit():
            return (
                len(word.text) < 4
                and len(run) == 1
                and not last.forced
                and not is_plain(last.text)
                and last.text not in phrases("places", "calendar")
            )
        return self._links(run, word, i)

    def _links(self, run: list[Word], word: Word, i: int) -> bool:
        """Whether a small word goes on with the name: "League [for] …", "[van] der Berg", "Health [and] Human Services"."""
        if word.text in words("names", "particles"):
            return self._capital_next(i, 2)
        joining = words("organisations", "joining")
        if word.text in ("of", "for", "on", "to"):
            if run[-1].text in joining and (word.text in ("of", "for") or run[0].text in joining):
                return self._capital_next(i, 2)
            # "Bolt Grill of Aurora, Inc."
            named = OF_PLACE_INC.match(self.text, word.start)
            return named is not None and named[1] in places()
        if word.text in ("the", "de", "des", "du"):
            return run[-1].text in ("of", "for", "on", "to") and self._capital_next(i)
        if word.text == "and":
            following = self.words[i + 1].text if i + 1 < len(self.words) else ""
            body = self.words[i + 2].text if i + 2 < len(self.words) else ""
            if (
                run[-1].capital
                and is_plain(run[-1].text)
                and is_plain(following)
                and body in words("organisations", "joining")
            ):
                return self.text[word.end : self.words[i + 2].end] == f" {following} {body}"
            return following in ("Company", "Co", "Sons", "Associates", "Beyond", "Brothers") or (
                any(w.text in words("organisations", "topics") for w in run)
                and any(w.text in ("of", "for", "on") for w in run)
                and self._capital_next(i)
            )
        return False

    def _capital_next(self, i: int, ahead: int = 1) -> bool:
        """Whether a capital follows within so many words, only small words and spaces between."""
        for j in range(i + 1, min(i + ahead + 1, len(self.words))):
            if self.text[self.words[j - 1].end : self.words[j].start] != " ":
                return False
            if self.words[j].capital:
                return True
        return False

    def _firm(self, i: int) -> int:
        """The end of "Baker, Orlo & Vey" or "Baker, Orlo and Vey LLP" that begins at word i; else i."""
        j, commas = i, 0
        while j + 1 < len(self.words) and j - i < 8 and self.words[j].capital and not self.words[j].ends:
            between = self.text[self.words[j].end : self.words[j + 1].start]
            following = self.words[j + 1]
            if between in (" & ", ", & ") and commas and following.capital:
                return j + 2
            if between == " " and following.text == "and" and commas and j + 3 < len(self.words):
                tail = self.text[self.words[j + 2].end : self.words[j + 3].start]
                is_named = self.words[j + 2].text in ("Company", "Associates") or (
                    tail in (" ", ", ") and LLP.fullmatch(self.words[j + 3].text)
                )
                return j + 3 if is_named and self.words[j + 2].capital else i
            if between not in (" ", ", ") or (is_plain(following.text) and not following.capital):
                return i
            if between == " ":  # "Bolt Pizza, Orlo Grill, Vey & Co" is a list, "Baker, Orlo & Vey" a firm
                return i
            commas += 1
            j += 1
        return i

    def names(self, run: Sequence[Word]) -> Iterator[tuple[Candidate, bool]]:
        """The names in a run: without titles, openers and descriptions; with whether the kind is certain."""
        titles = words("names", "titles")
        is_office = any(w.text in OFFICES for w in run[:-1])
        piece: list[Word] = []
        for i, word in enumerate(run):
            owns = i + 1 < len(run) and self.text.startswith("'s", word.end)  # "the Commissioner's Office"
            if word.text.rstrip(".") in titles and not (is_office or owns):
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
        if bare in phrases("places", "postal") and self.text[max(0, start - 2) : start] == ", ":
            return
        if bare in phrases("places", "calendar", "demonyms") or (
            len(words_left) == 1 and self._is_generic(words_left[0])
        ):
            return
        if len(name) < 2 and (name in "AI" or words_left[0].forced or self.sure[name.lower()] < 2):
            return
        kind, certain = self._kind(words_left, name, start, end)
        if not (before_title and kind == "person"):
            yield Candidate(start, end, name, kind), certain

    def _trimmed(self, piece: list[Word]) -> list[Word]:
        """The words without what opens the sentence or only describes the name."""
        descriptors = words("organisations", "descriptors")
        while piece:
            first = piece[0]
            rest = piece[1:]
            weak = self.is_weak(first) and (not rest or not self._is_head(first, rest[0]))
            if (
                not first.capital
                or weak
                or first.text == "The"
                or (first.text in descriptors and first.forced and rest)
            ) or (rest and first.text in phrases("places", "calendar")) or (
                rest
                and first.text in phrases("places", "demonyms", "states", "abbreviations", "cities")
                and not self._place_belongs(first, rest)
            ):
                piece = rest
            else:
                break
        if all(w.text in words("organisations", "never") or not w.capital for w in piece):
            return []
        while piece and (
            piece[-1].text in ("No", "Nos")
            or (not piece[-1].capital
            and not piece[-1].text.isdigit())
            or piece[-1].text in phrases("places", "calendar")
        ):
            piece = piece[:-1]
        return piece

    def _is_head(self, first: Word, second: Word) -> bool:
        """Whether a plain word at the head of a sentence begins a name of two: "Home Depot", not "Retailer Bolt"."""
        if (first.text, second.text) in self.pairs:
            return not opens_sentences(first.text) or first.text.lower() not in (
                "the",
                "a",
                "an",
                "in",
                "on",
                "at",
                "but",
                "and",
            )
        if first.titled or opens_sentences(first.text) or first.text in words("organisations", "descriptors"):
            return False
        return is_plain(second.text) or second.text in words("organisations", "heads") or _is_suffix(second.text)

    def _place_belongs(self, first: Word, rest: Sequence[Word]) -> bool:
        """Whether a place begins the name: "Chicago Transit Authority", not "Chicago Bolt"."""
        if first.text.rstrip(".") in ("U.S", "US", "UK", "U.K"):
            return rest[-1].text in words("organisations", "heads") or len(rest) > 1
        return (
            any(
                w.text in words("organisations", "heads") | words("organisations", "joining") or _is_suffix(w.text)
                for w in rest
            )
            or is_plain(rest[0].text)
            or (
                not first.forced
                and (first.text, rest[0].text) in self.pairs
                and first.text not in phrases("places", "demonyms")
            )
        )

    def _is_generic(self, word: Word) -> bool:
        if word.text in words("organisations", "never") or word.text.rstrip(".") in words("names", "titles"):
            return True
        return word.text in words("organisations", "descriptors") or (
            is_plain(word.text) and self.small[word.text.lower()] > self.sure[word.text.lower()]
        )

    def _start(self, piece: Sequence[Word]) -> int:
        """The start with a number that belongs to the name: "365 Bolt Markets LLC"."""
        start = piece[0].start
        number = NUMBER_BEFORE.search(self.text[max(0, start - 6) : start])
        if number and not piece[0].forced:
            is_body = len(piece) > 1 and (
                _is_suffix(piece[-1].text) or piece[-1].text in words("organisations", "heads")
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
            w.text in bodies or _is_suffix(w.text)
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


def _words(text: str) -> Iterator[Word]:
    """All words of the text with the meaning of their capitals."""
    edges = [0, *(m.end() for m in re.finditer(r"\n+", text)), len(text)]
    for first, last in zip(edges, edges[1:], strict=False):
        line = text[first:last]
        titled = _is_titled(line)
        for match in WORD.finditer(line):
            yield _word(text, first + match.start(), first + match.end(), titled)


def _with_owners(text: str, found: list[Word]) -> list[Word]:
    """The words, of which those that never stand without "'s" keep it: "Orlo's" as the name of a restaurant."""
    owned = {w.text for w in found if w.capital and text.startswith("'s", w.end) and OWNER.match(text, w.end)}
    owned -= {w.text for w in found if not text.startswith("'s", w.end)} | places()
    return [
        replace(w, end=w.end + 2, text=w.text + "'s", ends=False)
        if w.text in owned and text.startswith("'s", w.end)
        else w
        for w in found
    ]


def _word(text: str, start: int, end: int, titled: bool) -> Word:
    surface = text[start:end]
    ends = False
    if prefixed := PREFIXED.match(surface):
        start += prefixed.end()
    if tailed := TAILED.match(surface):
        if surface[0].isupper() or CAMEL.match(surface):
            end, ends = start + len(tailed[1]), True
    elif surface.endswith("'s"):
        end, ends = end - 2, True
    elif surface.endswith("s") and text[end : end + 1] == "'" and not text[end + 1 : end + 2].isalnum():
        ends = True
    core = text[start:end]
    capital = bool(core) and is_capital(core) and not re.fullmatch(r"\d+(?:st|nd|rd|th|s)?", core)
    return Word(start, end, core, capital, capital and _is_forced(text, start, core), ends, titled)


def _is_forced(text: str, start: int, word: str) -> bool:
    at = start - 1
    while at >= 0 and text[at] in SKIPPED:
        at -= 1
    if at < 0 or text[at] == "\n":
        return True
    if re.search(r"[\"'(]$", text[max(0, start - 1) : start]) and text[start - 1] == '"':
        return True
    if not SENTENCE_END.match(text[at]):
        return False
    if text[at] != ".":
        return True
    before = re.search(r"([\w.]*)\.$", text[max(0, at - 12) : at + 1])
    token = before[1] if before else ""
    is_short = len(token) == 1 or "." in token or token in words("organisations", "abbreviated")
    return not is_short or opens_sentences(word)


def _is_titled(line: str) -> bool:
    """Whether a line is a headline with a capital on every word of weight."""
    long = [w for w in re.findall(r"[^\W\d_][\w'-]*", line) if len(w) > 3]
    if len(long) < 3 or len(long) > 28 or line.rstrip().endswith((".", '."', ".'")):
        return False
    return sum(w[0].isupper() for w in long[1:]) >= 0.7 * (len(long) - 1)


def _is_suffix(word: str) -> bool:
    return word.rstrip(".") in words("organisations", "suffixes")


def _agreed(text: str, found: Iterable[tuple[Candidate, bool]]) -> Iterator[Candidate]:
    """The candidates with one kind for one name: an "Orlo" of "Ann Orlo" is a person, a "Bolt" of "Bolt Inc." a body."""
    listed = sorted(found, key=lambda pair: pair[0].start)
    alone = {c.text for c, _ in listed if " " not in c.text}
    known: dict[str, str] = {}
    for candidate, certain in sorted(listed, key=lambda pair: not pair[1]):
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
