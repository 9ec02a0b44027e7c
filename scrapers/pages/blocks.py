"""Old markup made regular before extraction, and the extracted body read back as lines of text."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from .boilerplate import rule
from .hygiene import tidy
from .markup import FRAMES

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
# Never part of an article: the extractor would drop them too, but only after it has walked through them several times.
FURNITURE = ("audio", "button", "dialog", "input", "img", "label", "link", "map", "meta", "picture", "menu", "video")
# Lists of nothing but links.
MENUS = etree.XPath(
    "//body//*[self::ul or self::ol][not(ancestor::article or ancestor::main)]"
    "[count(.//a)>3][not(.//text()[normalize-space()][not(ancestor::a)])]"
)
# What a cell of data does not hold.
PLACED = ("p", "h1", "h2", "h3", "h4", "form", "table", "ul", "ol", "div", "blockquote")
# Tags of an extracted body that begin and end a line.
LINES = frozenset(("p", "head", "quote", "list", "item", "table", "row", "ab", "code", "div", "body", "dl", "dt", "dd"))
CELLS_APART = "; "
SENTENCE_ENDS = (".", "!", "?", ":", "”", '"')


def make_regular(tree: HtmlElement) -> None:
    """Take frames, menus and readers' comments off the page, make layout tables divisions, double breaks paragraphs."""
    _drop_furniture(tree)
    _drop_comments(tree)
    layout = {table for table in tree.iter("table") if _is_layout(table)}
    for part in list(tree.iter("tbody", "thead", "tfoot", "tr", "td", "th")):
        if next(part.iterancestors("table"), None) in layout:
            part.tag = "div"
    for table in layout:
        table.tag = "div"
    # Fonts say nothing, and hide paragraphs from the extractor.
    etree.strip_tags(tree, "font")
    for parent in list(dict.fromkeys(br.getparent() for br in tree.iter("br") if _doubled(br))):
        if parent is not None:
            _part(parent)


def _drop_furniture(tree: HtmlElement) -> None:
    etree.strip_elements(tree, *FRAMES, *FURNITURE, with_tail=False)
    for menu in MENUS(tree):
        menu.drop_tree()


def _drop_comments(tree: HtmlElement) -> None:
    """Take out what follows a heading like "3 comments": below the text its heading may be lost, and it is prose."""
    for heading in list(tree.iter("h2", "h3", "h4", "h5", "h6")):
        found = rule(tidy(heading.text_content()))
        # A heading of another one's comments has gone with them.
        if found is not None and found.kind == "comments" and heading.getparent() is not None:
            for element in [*heading.itersiblings(), heading]:
                element.drop_tree()


def _is_layout(table: etree._Element) -> bool:
    """Whether a table places parts of the page rather than data: blocks in its cells, or a single column."""
    return next(table.iterdescendants(*PLACED), None) is not None or all(len(row) <= 1 for row in table.iter("tr"))


def _doubled(br: etree._Element) -> bool:
    following = br.getnext()
    return following is not None and following.tag == "br" and not (br.tail or "").strip()


def _part(parent: etree._Element) -> None:
    """Wrap what stands between double line breaks, and between blocks, in paragraphs."""
    children = list(parent)
    current = etree.Element("p")
    current.text, parent.text = parent.text, None
    made: list[etree._Element] = [current]
    breaks = {child for child in children if child.tag == "br" and _doubled(child)}
    for child in children:
        tail, child.tail = child.tail, None
        parent.remove(child)
        if child.tag in BLOCKS or child in breaks:
            if child.tag in BLOCKS:
                made.append(child)
            current = etree.Element("p")
            current.text = tail
            made.append(current)
        elif child.tag == "br" and not len(current) and not (current.text or "").strip():
            current.text = tail
        else:
            child.tail = tail
            current.append(child)
    for piece in made:
        if piece.tag != "p" or len(piece) or (piece.text or "").strip():
            parent.append(piece)
    # A paragraph cannot hold paragraphs, nor can anything inline.
    for element in [parent, *parent.iterancestors()]:
        if element.tag in ("p", "span", "font", "b", "i", "em", "strong", "a", "small", "big"):
            element.tag = "div"


def lines(body: etree._Element) -> Iterator[str]:
    """The lines of an extracted body in reading order; one per paragraph, heading, list item or table row."""
    words: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if element.tag in LINES:
                yield from _flush(words)
            elif element.tag == "cell" and any(word.strip() for word in words):
                words.append(CELLS_APART)
            elif element.tag == "lb":
                # A single break after a sentence parts paragraphs; within one it only wraps the line.
                if "".join(words[-3:]).rstrip().endswith(SENTENCE_ENDS):
                    yield from _flush(words)
                words.append(" ")
            words.append(element.text or "")
        else:
            if element.tag in LINES:
                yield from _flush(words)
            words.append(element.tail or "" if element is not body else "")
    yield from _flush(words)


def _flush(words: list[str]) -> Iterator[str]:
    line = tidy("".join(words))
    words.clear()
    if line:
        yield line
