"""What frames an article on its page, and the article without it.

    "FB pixel"                                  goes: a tracking pixel's label
    "Related Posts", then titles of other posts go: furniture below the article
    "The court heard of related posts."         stays: a sentence

The same rules work on the paragraphs of a page and on a plain text export, where only the words tell.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from .boilerplate import rule
from .hygiene import tidy

BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"[^\n]+")
LETTER = re.compile(r"[^\W_]")
NO_LETTERS = re.compile(r"[\W_]+")
# A sentence, not a title: it ends like one, or is too long for a title.
SENTENCE_END = re.compile(r"[.!?:;。！？][”’\"')\]」]{0,3}$")
PROSE_WORDS = 7
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # two make about a word, and no space parts them
LONG = 220
# Where the headline can stand twice: above it are only the names of menus.
HEAD = 15
# A byline may follow a sentence that sums the story up.
STANDFIRST = 1
# As many paragraphs in a row are the article again: a featured company gets two at most.
RUNS = {"list": 2, "tail": 3, "comments": 3}
NAVIGATION_BAR = re.compile(r"(?:[^|]{0,40}\|){3,40}[^|]{0,40}")


def boilerplate(text: str) -> list[tuple[int, int]]:
    """The spans of a text's paragraphs and lines that are not its article; a doubled headline's second copy is one."""
    units = _units(text)
    lines = [tidy(text[start:end]) for start, end in units]
    return [unit for unit, goes in zip(units, furniture(lines), strict=True) if goes]


def paragraphs(lines: Sequence[str], headlines: Sequence[str]) -> list[str]:
    """The tidy lines of a page's body that are its article, without copies of its headline and the like."""
    known = {key(headline) for headline in headlines} - {""}
    lines = [line for line in map(tidy, lines) if line]
    head = next((i + 1 for i, line in reversed(list(enumerate(lines[:HEAD]))) if key(line) in known), 0)
    if any(is_prose(line) and key(line) not in known for line in lines[:head]):
        head = 0
    lines = [line for line in lines[head:] if key(line) not in known]
    return [line for line, goes in zip(lines, _framing(lines), strict=True) if not goes]


def furniture(lines: Sequence[str]) -> list[bool]:
    """For each tidy line of a text that begins with its headline, whether it is not part of the article."""
    goes = [False] * len(lines)
    first, last = _headline(lines)
    goes[:first] = [True] * first
    goes[first + 1 : last + 1] = [True] * (last - first)
    goes[last + 1 :] = _framing(lines[last + 1 :])
    return goes


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or more, rather than a title, a name or a label."""
    return len(line) > LONG or (SENTENCE_END.search(line) is not None and _words(line) >= PROSE_WORDS)


def _words(line: str) -> int:
    return len(line.split()) + (0 if line.isascii() else len(IDEOGRAPH.findall(line)) // 2)


def key(line: str) -> str:
    """The letters of a line: what two copies of it share, however they are spaced and set."""
    return NO_LETTERS.sub("", line).casefold()


def _framing(lines: Sequence[str]) -> list[bool]:
    """Which lines of a body go; a paragraph of it is a line."""
    found = [rule(line) for line in lines]
    kinds = [r.kind if r else ("line" if _empty(line) else "") for r, line in zip(found, lines, strict=True)]
    prose = [not kind and is_prose(line) for kind, line in zip(kinds, lines, strict=True)]
    above = list(accumulate((len(line) * p for line, p in zip(lines, prose, strict=True)), initial=0))
    count = list(accumulate(prose, initial=0))
    goes = [kind == "line" for kind in kinds]
    goes_on = 0
    for i, kind in enumerate(kinds):
        if kind == "edge" and (count[i] <= STANDFIRST or count[i] == count[-1]):
            goes[i] = True
        elif kind in RUNS and i >= goes_on:
            goes_on = _goes_on(i, kind, prose, above[i], above[-1] - above[i])
            goes[i:goes_on] = [True] * (goes_on - i)
    return goes


def _goes_on(i: int, kind: str, prose: Sequence[bool], before: int, after: int) -> int:
    """Where the article goes on below the heading at `i`; the number of lines where it does not.

    Teasers alternate with titles, paragraphs follow each other; a box half-way down has more of the story below it
    than above.
    """
    if kind == "comments" and before:
        return len(prose)
    run = 1 if before < after else RUNS[kind]
    return next((j for j in range(i + 1, len(prose) - run + 1) if all(prose[j : j + run])), len(prose))


def _headline(lines: Sequence[str]) -> tuple[int, int]:
    """Where the headline stands first and last: a line told twice above the prose, else the first that can be one."""
    top = next(
        (i for i, line in enumerate(lines[:HEAD]) if is_prose(line) and key(line) not in map(key, lines[:i])), HEAD
    )
    keys = [key(line) for line in lines[: max(top, 1)][:HEAD]]
    for i, told in enumerate(keys):
        if told and rule(lines[i]) is None and told in keys[i + 1 :]:
            return i, len(keys) - 1 - keys[::-1].index(told)
    first = next((i for i, line in enumerate(lines) if rule(line) is None and not _empty(line)), 0)
    return (first, first) if lines else (0, -1)


def _empty(line: str) -> bool:
    return LETTER.search(line) is None or NAVIGATION_BAR.fullmatch(line) is not None


def _units(text: str) -> list[tuple[int, int]]:
    """The lines of a text; the lines of a paragraph wrapped by hand are one."""
    units: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        lines = [m.span() for m in LINE.finditer(text, start, end) if m[0].strip()]
        if len(lines) > 1 and _wrapped([text[a:b] for a, b in lines]):
            lines = [(lines[0][0], lines[-1][1])]
        units.extend(_trimmed(text, a, b) for a, b in lines)
    return units


def _blocks(text: str) -> list[tuple[int, int]]:
    breaks = [m.span() for m in BLANK_LINES.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether these are one paragraph, broken where a terminal ends: every line but the last is about as long."""
    widths = [len(line.rstrip()) for line in lines[:-1]]
    return min(widths) >= 45 and max(widths) <= 120 and any(not SENTENCE_END.search(line) for line in lines[:-1])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), end - (len(line) - len(line.rstrip()))
