"""The paragraphs that an extractor has left behind.

Some sites part a story into rows, with advertisements between them, and an extractor takes the best row for all of
it. The rest can be told by its markup: it stands in the same article, in paragraphs of the same make.
"""

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from .clean import is_prose
from .hygiene import tidy

CONTAINERS = "ancestor::*[self::article or self::main or @role='main' or @itemprop='articleBody'][1]"
# A paragraph's make: tag and class of the elements around it, this many of them.
AROUND = 3
# Below this share more text the difference is captions and notes.
WORTH = 1.2


def whole(found: Sequence[str], tree: HtmlElement) -> list[str]:
    """The extracted lines, and in their places the paragraphs of the same article and make that are missing."""
    known = {line for line in found if is_prose(line)}
    paragraphs = [(p, tidy(p.text_content())) for p in tree.iter("p")]
    taken = [p for p, text in paragraphs if text in known]
    containers = Counter(next(iter(p.xpath(CONTAINERS)), None) for p in taken)
    makes = {_make(p) for p in taken}
    if not containers or (container := containers.most_common(1)[0][0]) is None:
        return list(found)
    inside = [(p, text) for p, text in paragraphs if container in p.iterancestors("article", "main", container.tag)]
    missing = [text for p, text in inside if text not in known and is_prose(text) and _make(p) in makes]
    if sum(map(len, missing)) < (WORTH - 1) * sum(map(len, known)):
        return list(found)
    return _merged(found, [text for _, text in inside], set(missing))


def _make(p: HtmlElement) -> tuple[tuple[str, str], ...]:
    around = [p, *p.iterancestors()][: AROUND + 1]
    return tuple((str(element.tag), element.get("class", "")) for element in around)


def _merged(found: Sequence[str], order: Sequence[str], missing: set[str]) -> list[str]:
    """The found lines with each missing one behind the line that it follows on the page."""
    followers: dict[str, list[str]] = {}
    last = ""
    known = set(found)
    for text in order:
        if text in known:
            last = text
        elif text in missing:
            missing.discard(text)
            followers.setdefault(last, []).append(text)
    merged = followers.pop("", [])
    for line in found:
        merged += [line, *followers.pop(line, [])]
    return merged
