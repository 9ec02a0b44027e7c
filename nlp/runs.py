"""Stretches of capitals that belong together by the signs and small words between them.

    [Lawyers] for [Ana de la Cruz] and [Baker, Orlo & Vey LLP] met the [League for Digital Rights] in [Peoria].

A run may still hold more than the name: "Judge Ana de la Cruz" is one.
"""

import re
from collections.abc import Iterator

from .capitals import Reading, Word, is_legal_form
from .lexicon import is_plain, phrases, places, words

LLP = re.compile(r"[LP]\.?L\.?[CP]\.?|P\.?[AC]\.?|PLLC|Ltd|Inc|Co|Company")
OF_PLACE_INC = re.compile(r"of ((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+),? (?:Inc|LLC|L\.L\.C|Ltd|Corp|LLP|LP)\b")


def runs(reading: Reading) -> Iterator[list[Word]]:
    """Words that belong together by the signs between them."""
    run: list[Word] = []
    open_firm = 0
    for i, word in enumerate(reading.words):
        if run and not (i < open_firm or _joins(reading, run, word, i)):
            yield run
            run = []
        if not run and (not word.capital or (word.titled and reading.is_weak(word))):
            continue
        if word.capital and i >= open_firm and (not run or not run[-1].capital or reading.is_weak(run[-1])):
            open_firm = _firm(reading, i)
        run.append(word)
    if run:
        yield run


def _joins(reading: Reading, run: list[Word], word: Word, i: int) -> bool:
    last = run[-1]
    between = reading.text[last.end : word.start]
    if last.ends:
        # "St. Luke's Hospital", "Orlo's Sausage"; but "Bolt's Orlo" are two.
        if between != "'s " or word.titled or not word.capital or last.text in places():
            return False
        is_body = is_legal_form(word.text) or word.text in words("organisations", "heads")
        is_maker = is_plain(word.text) or last.text in words("names", "given")
        return is_body or (is_maker and not word.forced and last.text not in reading.bare)
    if word.titled and word.capital and reading.is_weak(word):
        return False
    if is_legal_form(last.text) and not is_legal_form(word.text):
        return word.text == "of" and between in (" ", ". ") and _capital_next(reading, i)
    if between in (", ", " ", ". ", "., ", ",") and is_legal_form(word.text):
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
        return _counts(reading, run, word, i)
    return _links(reading, run, word, i)


def _counts(reading: Reading, run: list[Word], word: Word, i: int) -> bool:
    """Whether a number is part of the name: "All [4] Cleaning", "Studio [54]", but not "May [54]" or "Article [5]"."""
    last = run[-1]
    if last.text in phrases("places", "calendar") or last.text in words("organisations", "never") or len(word.text) > 3:
        return False
    return _capital_next(reading, i) or (len(run) == 1 and not last.forced and not is_plain(last.text))


def _links(reading: Reading, run: list[Word], word: Word, i: int) -> bool:
    """Whether a small word goes on with the name: "League [for] …", "[van] der Berg", "Health [and] Human …"."""
    if word.text in words("names", "particles"):
        return _capital_next(reading, i, 2)
    joining = words("organisations", "joining")
    if word.text in ("of", "for", "on", "to"):
        if run[-1].text in joining and (word.text in ("of", "for") or run[0].text in joining):
            return _capital_next(reading, i, 2)
        # "Bolt Grill of Aurora, Inc."
        named = OF_PLACE_INC.match(reading.text, word.start)
        return named is not None and named[1] in places()
    if word.text in ("the", "de", "des", "du"):
        return run[-1].text in ("of", "for", "on", "to") and _capital_next(reading, i)
    if word.text == "and":
        following = reading.words[i + 1].text if i + 1 < len(reading.words) else ""
        body = reading.words[i + 2].text if i + 2 < len(reading.words) else ""
        if (
            run[-1].capital
            and is_plain(run[-1].text)
            and is_plain(following)
            and body in words("organisations", "joining")
        ):
            return reading.text[word.end : reading.words[i + 2].end] == f" {following} {body}"
        return following in ("Company", "Co", "Sons", "Associates", "Beyond", "Brothers") or (
            any(w.text in words("organisations", "topics") for w in run)
            and any(w.text in ("of", "for", "on") for w in run)
            and _capital_next(reading, i)
        )
    return False


def _capital_next(reading: Reading, i: int, ahead: int = 1) -> bool:
    """Whether a capital follows within so many words, only small words and spaces between."""
    for j in range(i + 1, min(i + ahead + 1, len(reading.words))):
        if reading.text[reading.words[j - 1].end : reading.words[j].start] != " ":
            return False
        if reading.words[j].capital:
            return True
    return False


def _firm(reading: Reading, i: int) -> int:
    """The end of "Baker, Orlo & Vey" or "Baker, Orlo and Vey LLP" that begins at word i; else i."""
    j, commas = i, 0
    while j + 1 < len(reading.words) and j - i < 8 and reading.words[j].capital and not reading.words[j].ends:
        between = reading.text[reading.words[j].end : reading.words[j + 1].start]
        following = reading.words[j + 1]
        if between in (" & ", ", & ") and commas and following.capital:
            return j + 2
        if between == " " and following.text == "and" and commas and j + 3 < len(reading.words):
            tail = reading.text[reading.words[j + 2].end : reading.words[j + 3].start]
            is_named = reading.words[j + 2].text in ("Company", "Associates") or (
                tail in (" ", ", ") and LLP.fullmatch(reading.words[j + 3].text)
            )
            return j + 3 if is_named and reading.words[j + 2].capital else i
        if between not in (" ", ", ") or (is_plain(following.text) and not following.capital):
            return i
        if between == " ":  # "Bolt Pizza, Orlo Grill, Vey & Co" is a list, "Baker, Orlo & Vey" a firm
            return i
        commas += 1
        j += 1
    return i
