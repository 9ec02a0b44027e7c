"""The article of any page: body by trafilatura, everything else from what the page says of itself."""

import logging
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import Document

from ..items import Article
from .article import assemble
from .blocks import lines, regular
from .clean import is_prose, paragraphs
from .dates import published
from .hygiene import tidy
from .markup import Page
from .metadata import Metadata, metadata
from .verdict import NoArticle
from .whole import whole

# It logs every page without text as an error; the verdict tells that better.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# A listing has about a linked title per teaser, an article a few links to others at most.
LISTED = 4
LISTED_SHARE = 0.6
TEASER = re.compile(r"(?:…|\.{3}|\b(?:read|see|learn) (?:more|on)|continue reading|full story)\W{0,4}$", re.I)
# A page that neither tells machines that it is an article nor anybody when it was written must at least be long.
UNDATED_PROSE = 400
MAX_LINKS = 5000


def parse(page: Page) -> Article:
    """The page's article; NoArticle where there is none on it."""
    about = metadata(page.tree, page.url)
    found = body(page.tree)
    linked = _linked(page.tree)
    text = paragraphs([line for line in found if is_prose(line) or line not in linked], about.headlines)
    text = [line for line in text if line not in about.authors]
    if _is_listing(found, linked, page.tree, about):
        raise NoArticle("a listing of links, not an article")
    when = published(about.published, page.tree, about.url, about.language)
    if when is None and not about.is_article and sum(map(len, text)) < UNDATED_PROSE:
        raise NoArticle("no article text on the page")
    return assemble(
        url=about.url,
        headline=next(iter(about.headlines), ""),
        paragraphs=text,
        published=when,
        outlet=about.outlet,
        authors=about.authors,
        language=about.language,
    )


def body(tree: HtmlElement) -> list[str]:
    """The lines of the page's main text, furniture and all that extraction has left of it."""
    try:
        document = trafilatura.bare_extraction(regular(tree), fast=True, include_comments=False)
    except Exception as error:  # markup has no end of ways to break an extractor, and none may end a run
        raise NoArticle(f"cannot be read: {type(error).__name__}") from error
    return whole(list(lines(document.body)), tree) if isinstance(document, Document) else []


def _linked(tree: HtmlElement) -> frozenset[str]:
    """The texts of links to other pages: a line that is one of them is a title in a list."""
    links = tree.xpath("//a[@href][not(starts-with(@href,'#'))]")[:MAX_LINKS]
    return frozenset(tidy(link.text_content()) for link in links)


def _is_listing(found: Sequence[str], linked: frozenset[str], tree: HtmlElement, about: Metadata) -> bool:
    if about.is_article:
        return False
    if about.is_listing or urlsplit(about.url)[2:4] == ("/", ""):
        return True
    titles = sum(line in linked and not is_prose(line) for line in found)
    teasers = sum(TEASER.search(line) is not None for line in found)
    most = LISTED_SHARE * sum(is_prose(line) for line in found)
    return any(count >= max(LISTED, most) for count in (titles + teasers, _titled(found, tree)))


def _titled(found: Sequence[str], tree: HtmlElement) -> int:
    """How many of the page's found paragraphs stand right below a heading that is a link."""
    prose = {line for line in found if is_prose(line)}
    count = below = 0
    for element in tree.iter("h2", "h3", "h4", "p"):
        if element.tag == "p":
            count += below and tidy(element.text_content()) in prose
            below = 0
        else:
            below = element.find(".//a[@href]") is not None or next(element.iterancestors("a"), None) is not None
    return count
