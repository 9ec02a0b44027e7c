"""The article put together: what every page must have, whichever parser has read it."""

from collections.abc import Sequence

from ..items import Article
from .clean import is_prose
from .dates import Published
from .hygiene import tidy
from .verdict import NoArticle

# A brief of two sentences is news; less is a caption or an error message.
MIN_PROSE = 140
# The extraction reads no more; no article is longer.
MAX_TEXT = 200_000
MAX_HEADLINE = 500


def assemble(
    *,
    url: str,
    headline: str,
    paragraphs: Sequence[str],
    published: Published | None,
    outlet: str | None,
    authors: Sequence[str] = (),
    language: str | None = None,
) -> Article:
    """The article of these parts, its paragraphs clean; NoArticle where the text or the headline is missing."""
    headline = tidy(headline)[:MAX_HEADLINE]
    if sum(len(paragraph) for paragraph in paragraphs if is_prose(paragraph)) < MIN_PROSE:
        raise NoArticle("no article text on the page")
    if not headline:
        raise NoArticle("no headline on the page")
    return Article(
        url=url,
        title=headline,
        text="\n\n".join([headline, *_bounded(paragraphs)]),
        published=published.day if published else None,
        published_at=published.at if published else None,
        outlet=outlet,
        authors=tuple(authors),
        language=language,
    )


def _bounded(paragraphs: Sequence[str]) -> list[str]:
    """The first paragraphs that fit, whole; of a single endless one what fits."""
    kept: list[str] = []
    room = MAX_TEXT
    for paragraph in paragraphs:
        if len(paragraph) > room:
            return kept or [paragraph[:room]]
        kept.append(paragraph)
        room -= len(paragraph)
    return kept
