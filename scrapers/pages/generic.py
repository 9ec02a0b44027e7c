"""The article of any page: body by trafilatura, everything else from what the page says of itself."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import Document

from ..items import Article
from .article import assemble
from .blocks import lines, make_regular
from .clean import is_prose, paragraphs
from .dates import published
from .hygiene import tidy
from .listing import is_listing
from .markup import Page, text_length
from .metadata import metadata
from .verdict import NoArticle
from .whole import whole

# It logs every page without text as an error; the verdict tells that better.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# A page that neither tells machines that it is an article nor anybody when it was written must at least be long.
UNDATED_PROSE = 400
MAX_LINKS = 5000
# An extraction with less prose than this share of the page's text may have missed the story; the slow mode, which
# compares several extractors, is taken where it finds that many times more.
SCANT = 0.1
MORE = 1.5


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a page's main text as the extractor gave them, and the texts of the links among them."""

    lines: tuple[str, ...]
    linked: frozenset[str]

    def paragraphs(self, headlines: Sequence[str]) -> list[str]:
        """The lines that are the article's."""
        return paragraphs([line for line in self.lines if is_prose(line) or line not in self.linked], headlines)


def parse(page: Page) -> Article:
    """The page's article; NoArticle where there is none on it."""
    about = metadata(page.tree, page.url)
    when = published(about.published, page.tree, about.url, about.language)
    found = body(page.tree)
    if is_listing(found.lines, found.linked, page.tree, about):
        raise NoArticle("a listing of links, not an article")
    text = [line for line in found.paragraphs(about.headlines) if line not in about.authors]
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


def body(tree: HtmlElement) -> Body:
    """The page's main text; what is none of it goes from the tree, so that nobody walks through it again."""
    try:
        make_regular(tree)
        found = _extracted(tree, fast=True)
        if _prose(found) < SCANT * text_length(tree):
            slowly = _extracted(tree, fast=False)
            found = slowly if _prose(slowly) > MORE * _prose(found) else found
    except Exception as error:  # markup has no end of ways to break an extractor, and none may end a run
        raise NoArticle(f"cannot be read: {type(error).__name__}") from error
    return Body(tuple(found), _linked(tree))


def _extracted(tree: HtmlElement, *, fast: bool) -> list[str]:
    document = trafilatura.bare_extraction(tree, fast=fast, include_comments=False)
    return whole(list(lines(document.body)), tree) if isinstance(document, Document) else []


def _prose(found: Sequence[str]) -> int:
    return sum(len(line) for line in found if is_prose(line))


def _linked(tree: HtmlElement) -> frozenset[str]:
    """The texts of links to other pages: a line that is one of them is a title in a list."""
    links = tree.xpath("//a[@href][not(starts-with(@href,'#'))]")[:MAX_LINKS]
    return frozenset(tidy(link.text_content()) for link in links)
