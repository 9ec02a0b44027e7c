"""The extract stage: archived pages become articles and facts, one transaction each, outside the crawl."""

import hashlib
from typing import Any

from spacy.tokens import Doc
from sqlite_utils import Database

from db import fetches
from db.store import immediate
from nlp.facts import Facts
from nlp.model import MODEL, build, read
from nlp.record import facts
from nlp.relevance import judge
from scrapers.archive import ArchiveError, Place, read_answer
from scrapers.items import Article
from scrapers.pages import NoArticle, parse

from .copies import compare
from .progress import bar
from .rows import save_article, save_facts
from .runs import Run


def extract(run: Run, *, again: bool = False) -> None:
    """Turn archived pages that wait (with `again`: all) into articles and facts; the run is told of each problem.

    A kill loses at most the page at hand, which the next call takes up.
    """
    build()  # a model that cannot be built is no fault of the articles
    with bar("Extracting") as track:
        for fetch in track(fetches.waiting(run.db, again=again)):
            _extract_one(run, fetch)


def _extract_one(run: Run, fetch: dict[str, Any]) -> None:
    try:
        answer = read_answer(run.archive, Place(fetch["warc_file"], fetch["warc_offset"], fetch["warc_length"]))
    except ArchiveError as error:
        run.problems.append(f"{fetch['url']}: {error}; it stays as it was")
        return
    try:
        article = parse(answer.body, fetch["url"], content_type=answer.content_type)
    except NoArticle as error:
        run.problems.append(f"{fetch['url']}: {error}")
        with immediate(run.db):
            fetches.settle(run.db, fetch["id"], fetches.NO_ARTICLE, str(error))
        return
    verdict = judge(article.title, article.text)
    if not verdict.keep:
        run.tally.articles_rejected += 1
        with immediate(run.db):
            fetches.settle(run.db, fetch["id"], fetches.REJECTED, verdict.reason)
        return
    try:
        doc = read(article.text, article.published)
        found = facts(doc)
    except Exception as error:  # what breaks the model on one article must not keep the others from being read
        run.problems.append(f"{fetch['url']}: the model failed ({error}); it stays to be extracted")
        return
    _save(run, fetch, article, doc, found)


def _save(run: Run, fetch: dict[str, Any], article: Article, doc: Doc, found: Facts) -> None:
    def quote(start: int, end: int) -> tuple[int, int]:
        sentences = [s for s in doc.sents if s.start_char < end and start < s.end_char]
        first, last = min(s.start_char for s in sentences), max(s.end_char for s in sentences)
        return first, first + len(doc.text[first:last].rstrip())

    digest = hashlib.sha256(article.text.encode()).hexdigest()
    with immediate(run.db):
        articles, versions = _counts(run.db)
        article_id, version_id = save_article(run.db, article, fetch=fetch, digest=digest, model=MODEL)
        compare(run.db, version_id, article.text)
        save_facts(run.db, found, article_id=article_id, version_id=version_id, quote=quote)
        fetches.settle(run.db, fetch["id"], fetches.ARTICLE, None, article_id)
        articles_now, versions_now = _counts(run.db)
    run.tally.articles_new += articles_now - articles
    run.tally.articles_changed += (versions_now - versions) - (articles_now - articles)


def _counts(db: Database) -> tuple[int, int]:
    return db.table("articles").count, db.table("article_versions").count
