"""What an extractor has left behind of a story.

Some sites part a story into rows, with advertisements between them, and an extractor takes the best row for all of
it; on pages without any structure it takes paragraphs and leaves the lists between them. The rest can be told by its
markup: it stands in the same article, in paragraphs of the same make, or between two paragraphs that were taken.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree
from lxml.html import HtmlElement

from .clean import is_prose, key
from .hygiene import tidy

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
    texts = {p: text for p in tree.iter("p") if (text := tidy(p.text_content())) and _is_leaf(p)}
    keys = {p: key(text) for p, text in texts.items()}
    taken = {p: text for p, text in texts.items() if keys[p] in known and is_prose(text)}
    if not taken:
        return list(found)
    missing = _between(taken, known)
    rows = {p: texts[p] for p in _rows(taken, texts) if keys[p] not in known}
    if sum(map(len, rows.values())) >= WORTH * sum(map(len, taken.values())):
        missing |= rows
    if not missing:
        return list(found)
    order = [tidy(element.text_content()) for element in tree.iter(*TEXTS) if _is_leaf(element)]
    return _merged(found, order, set(missing.values()), known)


def _is_leaf(element: etree._Element) -> bool:
    return next(element.iterdescendants("p", "li", "blockquote"), None) is None


def _between(taken: Mapping[HtmlElement, str], known: set[str]) -> dict[HtmlElement, str]:
    """What is missing of lists, quotations and headings between two taken paragraphs, as their siblings."""
    parent = Counter(p.getparent() for p in taken).most_common(1)[0][0]
    if parent is None:
        return {}
    places = [i for i, child in enumerate(parent) if child in taken]
    blocks = [
        child for child in parent[places[0] : places[-1]] if child.tag in BETWEEN and _linked(child) <= MAX_LINKED
    ]
    leaves = (leaf for block in blocks for leaf in block.iter(*TEXTS) if _is_leaf(leaf))
    texts = {leaf: tidy(leaf.text_content()) for leaf in leaves}
    return {leaf: text for leaf, text in texts.items() if text and key(text) not in known}


def _linked(element: etree._Element) -> float:
    """The share of an element's text that is links."""
    links = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return links / max(1, len("".join(element.itertext()).strip()))


def _rows(taken: Iterable[HtmlElement], texts: Mapping[HtmlElement, str]) -> list[HtmlElement]:
    """The paragraphs of the article that most taken ones are in, made like them."""
    container = Counter(_container(p) for p in taken).most_common(1)[0][0]
    if container is None:
        return []
    makes = {_make(p) for p in taken}
    return [p for p in container.iter("p") if p in texts and is_prose(texts[p]) and _make(p) in makes]


def _container(p: HtmlElement) -> HtmlElement | None:
    return next((e for e in p.iterancestors() if e.tag in ("article", "main") or _is_marked(e)), None)


def _is_marked(element: HtmlElement) -> bool:
    return element.get("role") == "main" or element.get("itemprop") == "articleBody"


def _make(p: etree._Element) -> tuple[tuple[str, str], ...]:
    around = [p, *p.iterancestors()][: AROUND + 1]
    return tuple((str(element.tag), element.get("class", "")) for element in around)


def _merged(found: Sequence[str], order: Iterable[str], missing: set[str], known: set[str]) -> list[str]:
    """The found lines with each missing one behind the line that it follows on the page."""
    followers: dict[str, list[str]] = {}
    last = ""
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
