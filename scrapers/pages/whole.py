"""What an extractor has left behind of a story.

Some sites part a story into rows, with advertisements between them, and an extractor takes the best row for all of
it; on pages without any structure it takes paragraphs and leaves the lists between them. The rest can be told by its
markup: it stands in the same article, in paragraphs of the same make, or between two paragraphs that were taken.
"""

from collections import Counter
from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement

from .clean import is_prose, key
from .hygiene import tidy

CONTAINERS = "ancestor::*[self::article or self::main or @role='main' or @itemprop='articleBody'][1]"
# A paragraph's make: tag and class of the elements around it, this many of them.
AROUND = 3
# Rows that add less text than this share are captions and notes.
WORTH = 0.2
BETWEEN = ("ul", "ol", "blockquote", "h2", "h3", "h4")
TEXTS = ("p", "li", "blockquote", "h2", "h3", "h4")
MAX_LINKED = 0.5  # of a list's text: above it is a menu


def whole(found: Sequence[str], tree: HtmlElement) -> list[str]:
    """The extracted lines, and in their places those of the same story that are missing."""
    known = {key(line) for line in found}
    texts = [(element, tidy(element.text_content())) for element in tree.iter(*TEXTS) if _is_leaf(element)]
    taken = [(p, text) for p, text in texts if p.tag == "p" and key(text) in known and is_prose(text)]
    if not taken:
        return list(found)
    between = _between([p for p, _ in taken])
    missing = {
        text for element, text in texts if text and key(text) not in known and not between.isdisjoint(_up(element))
    }
    rows = _rows(texts, taken, known)
    if sum(map(len, rows)) >= WORTH * sum(len(text) for _, text in taken):
        missing |= rows
    return _merged(found, [text for _, text in texts], missing) if missing else list(found)


def _is_leaf(element: etree._Element) -> bool:
    return next(element.iterdescendants("p", "li", "blockquote"), None) is None


def _up(element: etree._Element) -> list[etree._Element]:
    return [element, *element.iterancestors("ul", "ol", "blockquote")]


def _between(taken: Sequence[etree._Element]) -> set[etree._Element]:
    """Lists, quotations and headings that stand between two taken paragraphs, as their siblings."""
    parent = Counter(p.getparent() for p in taken).most_common(1)[0][0]
    places = [i for i, child in enumerate(parent) if child in set(taken)] if parent is not None else []
    if parent is None or not places:
        return set()
    children = list(parent)[places[0] : places[-1]]
    return {child for child in children if child.tag in BETWEEN and _linked(child) <= MAX_LINKED}


def _linked(element: etree._Element) -> float:
    """The share of an element's text that is links."""
    links = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return links / max(1, len("".join(element.itertext()).strip()))


def _rows(
    texts: Sequence[tuple[HtmlElement, str]], taken: Sequence[tuple[HtmlElement, str]], known: set[str]
) -> set[str]:
    """Paragraphs of the article that most taken ones are in, made like them."""
    containers = Counter(next(iter(p.xpath(CONTAINERS)), None) for p, _ in taken)
    container = containers.most_common(1)[0][0]
    if container is None:
        return set()
    makes = {_make(p) for p, _ in taken}
    inside = set(container.iter("p"))
    return {t for p, t in texts if p in inside and key(t) not in known and is_prose(t) and _make(p) in makes}


def _make(p: etree._Element) -> tuple[tuple[str, str], ...]:
    around = [p, *p.iterancestors()][: AROUND + 1]
    return tuple((str(element.tag), element.get("class", "")) for element in around)


def _merged(found: Sequence[str], order: Sequence[str], missing: set[str]) -> list[str]:
    """The found lines with each missing one behind the line that it follows on the page."""
    followers: dict[str, list[str]] = {}
    last = ""
    known = {key(line) for line in found}
    for text in order:
        if key(text) in known:
            last = key(text)
        elif text in missing:
            missing.discard(text)
            followers.setdefault(last, []).append(text)
    merged = followers.pop("", [])
    for line in found:
        merged += [line, *followers.pop(key(line), [])]
    return merged
