"""One archived page read from its bytes to its facts; touches no database, so that any process can do it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from nlp.facts import Facts
from nlp.model import read
from nlp.record import facts
from nlp.relevance import judge
from scrapers.archive import ArchiveError, Place, read_answer
from scrapers.items import Article
from scrapers.keywords import OURS, may_concern
from scrapers.pages import NoArticle, parse

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a page says."""

    article: Article
    digest: str  # of its text
    facts: Facts | None  # None where the text was read before and says what it said
    sentences: tuple[Span, ...]

    def quote(self, start: int, end: int) -> Span:
        """The whole sentences around a span."""
        around = [one for one in self.sentences if one[0] < end and start < one[1]]
        first, last = min(a for a, _ in around), max(b for _, b in around)
        return first, first + len(self.article.text[first:last].rstrip())


@dataclass(frozen=True, slots=True)
class Rejected:
    """An article that is none of ours."""

    reason: str


@dataclass(frozen=True, slots=True)
class Empty:
    """A page without an article."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that could not be read this time; it stays as it was."""

    reason: str


Reading = Kept | Rejected | Empty | Unread


@dataclass(frozen=True, slots=True)
class Known:
    """What the page's article said when it was last read by this model."""

    digest: str
    published: str | None


def read_page(folder: Path, fetch: dict[str, Any], known: Known | None) -> Reading:
    """Read the page that a row of `fetches` tells of, and of its source, from the archive in `folder`."""
    try:
        answer = read_answer(folder, Place(fetch["warc_file"], fetch["warc_offset"], fetch["warc_length"]))
        if fetch["is_general"] and not may_concern(answer.body, OURS):
            return Rejected("from a general source, without a word of ours on the page")
        article = parse(answer.body, fetch["url"], content_type=answer.content_type)
    except ArchiveError as error:
        return Unread(f"{error}; it stays as it was")
    except NoArticle as error:
        return Empty(str(error))
    verdict = judge(article.title, article.text)
    if not verdict.keep:
        return Rejected(verdict.reason)
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    if known == Known(digest, article.published):
        return Kept(article, digest, None, ())
    try:
        doc = read(article.text, article.published)
        return Kept(article, digest, facts(doc), _sentences(doc))
    except Exception as error:  # what breaks the model on one article must not keep the others from being read
        return Unread(f"the model failed ({error}); it stays to be extracted")


def _sentences(doc: Doc) -> tuple[Span, ...]:
    return tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents)
