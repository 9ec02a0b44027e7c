"""Sentences, which never break inside a citation, an amount or a name.

[The suit, No. 20 C 512, names Bolt Inc. and its U.S. arm.] [Judge A. B. Orlo (N.D. Ill.) has it.]
["Is this legal?" he asked.] ["It is not."]
[He sued Bolt Inc. on Jan. 4.] [The company moved to Wilmington, Del.] [It lost.]
"""

import re
from collections.abc import Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from ..lexicon import is_plain, phrases, words
from ..text import text_of

GROUPS = ("statutes", "courts", "dockets", "captions", "money")
PARAGRAPH = re.compile(r"[^\n]+")
# The mark, quotation marks and brackets that close the sentence, space, and what the next sentence begins with.
END = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>[\"'”’)\]*_]{0,4})(?P<gap>\s+)(?=[\"'“‘(\[*_–—-]{0,3}\s?(?P<next>[^\W_]\S*))"
)
BEFORE = re.compile(r"(?:[^\W_]|[.'’&])+$")

# Something always follows these.
NEVER = re.compile(
    r"mr|mrs|ms|messrs|dr|prof|hon|gov|sens?|reps?|gen|lt|sgt|capt|st|ste|mt|ft|v|vs|arts?|secs?|fed|civ|crim|proc|bus|"
    r"evid|cf|e\.g|i\.e|al|viz|resp|approx|dept|div|cir|app|dist|ct|supp|ann|admin|stat|rev|ch|pars?|para|regs?"
    r"|op|cit|id|"
    r"ibid|nos?|dkt|docs?|exh?|fig|vol|pp|eds?|(?:ass|int|nat|comm)['’][nl]"
)
# These can end a sentence; then the next word tells.
BODIES = re.compile(
    r"inc|corp|cos?|ltd|bros|llc|llp|plc|p\.c|p\.a|n\.a|n\.v|b\.v|s\.a|l\.p|l\.l\.[cp]|jr|sr|esq|etc|a\.m|p\.m|assn"
)
MONTHS = re.compile(r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec")
NUMBERED = frozenset(("no", "nos", "art", "arts", "sec", "secs", "ch", "par", "para", "id", "ex", "fig", "vol", "st"))


def find(text: str, protected: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The sentences in text order; they hold all of the text but the space between them."""
    found: list[tuple[int, int]] = []
    for paragraph in PARAGRAPH.finditer(text):
        start = paragraph.start()
        for end, following in _breaks(text, paragraph.start(), paragraph.end(), protected):
            found.append((start, end))
            start = following
        found.append((start, paragraph.end()))
    return [bare for start, end in found if (bare := _bare(text, start, end))]


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    if not part.strip():
        return None
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _breaks(text: str, first: int, last: int, protected: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a sentence ends, and where the next one begins."""
    for match in END.finditer(text, first, last):
        inside = any(start < match.end("mark") < end for start, end in protected)
        if not inside and _ends(text, first, match):
            yield match.end("close"), match.end("gap")


def _ends(text: str, first: int, match: re.Match[str]) -> bool:
    following = match["next"]
    if following[0].islower() and not re.match(r"[a-z]{1,2}[A-Z]", following):
        return False
    if match["mark"] != "." or match["close"]:
        return True
    word = BEFORE.search(text, max(first, match.start() - 20), match.start())
    if word is None:
        return True
    short = word.group().lower()
    opens = _opens(following)
    if short in NUMBERED:
        # "He said no. The" ends; "No. 12" and "Sec. V" do not.
        return opens and not following[0].isdigit() and word.group()[0].islower()
    if NEVER.fullmatch(short):
        return False
    if MONTHS.fullmatch(short):
        return not following[0].isdigit() and opens
    if BODIES.fullmatch(short):
        return opens or _is_everyday(following)
    is_initial = len(short) == 1 and short.isalpha()
    if is_initial or "." in short or word.group() in phrases("places", "abbreviations"):
        return opens
    return True


def _opens(word: str) -> bool:
    """Whether a word with a capital is a function word, which only the head of a sentence explains."""
    bare = re.sub(r"\W.*", "", word)
    return bare.lower() in STOP_WORDS and bare[:1].isupper() and bare not in ("I", "US", "IT")


def _is_everyday(word: str) -> bool:
    bare = re.sub(r"\W.*", "", word)
    is_name_like = (
        bare in words("names", "titles")
        or bare in words("names", "modifiers")
        or bare in words("organisations", "heads")
    )
    return bool(bare) and not bare.isdigit() and is_plain(bare) and not is_name_like


@Language.component("biodocket_sentences", assigns=["doc.sents", "token.is_sent_start"])
def component(doc: Doc) -> Doc:
    """Set the document's sentences."""
    protected = [(s.start_char, s.end_char) for group in GROUPS for s in doc.spans.get(group, ())]
    starts = {start for start, _ in find(text_of(doc), protected)}
    for i, token in enumerate(doc):
        token.is_sent_start = i == 0 or token.idx in starts
    return doc
