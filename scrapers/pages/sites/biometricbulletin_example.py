"""Biometric Bulletin: tables and fonts, no metadata; the date and the author stand in a line above the story."""

from bs4 import BeautifulSoup, Tag

from ...items import Article
from ...urls import canonical
from ..article import assemble
from ..clean import paragraphs
from ..dates import parse as parse_date
from ..hygiene import tidy
from ..markup import Page

DOMAINS = ("biometricbulletin.example",)

OUTLET = "Biometric Bulletin"
HEADLINE = "td > h1"
DATELINE = "td > h1 + font"  # Apr 13, 2020, 11:05 am EDT | Reporter Name
TEXT = "td > div.text p"


def parse(page: Page) -> Article | None:
    """The story on the page; None for pages without one and for other layouts."""
    soup = page.soup
    title = headline(soup)
    text = body(soup)
    if not title or not text:
        return None
    return assemble(
        url=canonical(page.url),
        headline=title,
        paragraphs=paragraphs(text, [title]),
        published=parse_date(dateline(soup)),
        outlet=OUTLET,
        authors=authors(soup),
        language="en",
    )


def headline(soup: BeautifulSoup) -> str:
    """The headline above the story."""
    return _text(soup.select_one(HEADLINE))


def body(soup: BeautifulSoup) -> list[str]:
    """The paragraphs; the first repeats the headline."""
    return [_text(p) for p in soup.select(TEXT)]


def dateline(soup: BeautifulSoup) -> str:
    """The line with the date and the author."""
    return _text(soup.select_one(DATELINE))


def authors(soup: BeautifulSoup) -> tuple[str, ...]:
    """Who signed the story."""
    _, bar, names = dateline(soup).partition("|")
    return tuple(name.strip() for name in names.split(" and ") if name.strip()) if bar else ()


def _text(tag: Tag | None) -> str:
    return tidy(tag.get_text(" ")) if tag else ""
