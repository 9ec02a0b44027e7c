"""Pages that lead to articles and are none: categories, tags, results of a search, front pages.

Only pages that do not tell machines that they are articles are asked; what counts is how much of the text found on
them is titles and teasers.
"""

import re
from collections.abc import Collection, Container, Sequence
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from .clean import is_prose, key
from .metadata import Metadata

# A listing has about a linked title per teaser, an article a few links to others at most.
LISTED = 4
LISTED_SHARE = 0.6
TEASER = re.compile(r"(?:…|\.{3}|\b(?:read|see|learn) (?:more|on)|continue reading|full story)\W{0,4}$", re.I)
# A teaser's text, and a line with a date or a signature.
CARD_PARAGRAPHS = 2
# A heading that leads elsewhere; some lead there by a link over the whole card, which has no text but a label.
LINKED = etree.XPath("boolean(.//a[@href][not(starts-with(@href,'#'))] | ancestor::a[@href])")
CARD = etree.XPath(
    "boolean(.//*[self::h2 or self::h3 or self::h4]) and boolean("
    ".//*[self::h2 or self::h3 or self::h4]//a[@href] | .//a[@href][@aria-label][not(normalize-space())])"
)


def is_listing(found: Sequence[str], linked: Container[str], tree: HtmlElement, about: Metadata) -> bool:
    """Whether the lines found on a page are titles and teasers; `linked` are the texts of its links."""
    if about.is_article:
        return False
    if about.is_listing or urlsplit(about.url)[2:4] == ("/", ""):
        return True
    prose = {key(line) for line in found if is_prose(line)}
    titles = sum(line in linked and not is_prose(line) for line in found)
    teasers = sum(TEASER.search(line) is not None for line in found)
    counts = (titles + teasers, _titled(prose, tree), _carded(prose, tree))
    return max(counts) >= max(LISTED, LISTED_SHARE * len(prose))


def _titled(prose: Collection[str], tree: HtmlElement) -> int:
    """How many of the found paragraphs stand right below a heading that is a link, or begin with one."""
    count = below = 0
    for element in tree.iter("h2", "h3", "h4", "p"):
        if element.tag == "p":
            count += (below or _is_led(element)) and key(element.text_content()) in prose
            below = 0
        else:
            below = bool(LINKED(element))
    return count


def _is_led(paragraph: HtmlElement) -> bool:
    """Whether its first line is a link."""
    match list(paragraph)[:2]:
        case [first, second]:
            between = (paragraph.text or "") + (first.tail or "")
            return (first.tag, second.tag) == ("a", "br") and not between.strip()
    return False


def _carded(prose: Collection[str], tree: HtmlElement) -> int:
    """How many articles on the page are but a linked heading and a teaser that was found."""
    return sum(
        bool(CARD(card))
        and len(texts := list(card.iter("p"))) <= CARD_PARAGRAPHS
        and any(key(text.text_content()) in prose for text in texts)
        for card in tree.iter("article")
    )
