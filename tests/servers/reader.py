"""biodocket reading one site by one of its entrances, and what it made of the site's posts."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapers.urls import canonical

from ..conftest import Command
from .articles import Post
from .server import Asked, Entrance, Site

WORD = re.compile(r"\w+")
SHINGLE = 4  # words, as in the public benchmark of article extraction


@dataclass(frozen=True, slots=True)
class Crawl:
    """One crawl: how it ended, and what the server was asked."""

    returncode: int
    stderr: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An article as the database has it."""

    title: str
    published: str
    body: str
    versions: int
    gone_at: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What an entrance brought, for the table."""

    server: str
    entrance: str
    expected: int
    found: int
    others: int  # articles that are no posts
    days: int  # posts with the right day
    titles: int  # posts with the right headline
    body: float  # mean F1
    again: str  # what a second crawl asked for


class Reader:
    """A database of its own, filled by the installed command."""

    def __init__(self, site: Site, entrance: Entrance, folder: Path, biodocket: Command) -> None:
        self.site, self.entrance, self._biodocket = site, entrance, biodocket
        self.database, self._sources = folder / "db", folder / "sources.toml"
        selectors = "".join(f"{name} = {json.dumps(css)}\n" for name, css in entrance.selectors.items())
        self._sources.write_text(
            f'[[source]]\nid = "site"\nname = "{site.name}"\nkind = "{entrance.kind}"\n'
            f'urls = ["{site.url}{entrance.path}"]\nlanguage = "en"\nwhy = "a test"\nterms = "ours"\ndelay = 0.0\n'
            + (f"[source.selectors]\n{selectors}" if selectors else ""),
            encoding="utf-8",
        )

    def crawl(self) -> Crawl:
        """Crawl the entrance."""
        self.site.asked()
        done = self._biodocket("crawl", "--sources", self._sources, "--db", self.database)
        return Crawl(done.returncode, done.stderr, tuple(self.site.asked()))

    def extract(self) -> None:
        """Make articles of what was crawled; pages that are none are in the record, and no failure here."""
        self._biodocket("extract", "--db", self.database)

    def age(self) -> None:
        """Let so much time pass that every page is due for another look."""
        with sqlite3.connect(self.database) as later:
            later.execute("update frontier set due_at = '' where not is_entrance")
        later.close()

    def articles(self) -> dict[str, Read]:
        """Every article by its address."""
        found = self.rows(
            "select a.url, a.title, a.published, t.text, count(*), a.gone_at from articles a"
            " join article_versions v on v.article_id = a.id join article_texts t on t.version_id = v.id"
            " group by a.id having v.number = max(v.number)"
        )
        return {url: Read(title, day, text.partition("\n\n")[2], n, gone) for url, title, day, text, n, gone in found}

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the database says."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def read(self, post: Post) -> Read | None:
        """What became of a post."""
        return self.articles().get(canonical(self.site.addresses[post.slug]))

    def figures(self, posts: Sequence[Post], second: Crawl) -> Figures:
        """How well the posts were read, and what a second crawl cost."""
        articles = self.articles()
        pairs = [(post, articles.get(canonical(self.site.addresses[post.slug]))) for post in posts]
        found = [(post, read) for post, read in pairs if read is not None]
        return Figures(
            self.site.name,
            self.entrance.name,
            len(posts),
            len(found),
            len(articles) - len(found),
            sum(read.published == f"{post.when:%Y-%m-%d}" for post, read in found),
            sum(WORD.findall(read.title) == WORD.findall(post.title) for post, read in found),
            sum(likeness(read.body, post.text) for post, read in found) / max(1, len(found)),
            ", ".join(f"{count} × {status}" for status, count in Counter(one.status for one in second.asked).items()),
        )


def likeness(found: str, expected: str) -> float:
    """F1 of the shingles of two texts; 1 where all words are the same in the same order."""
    ours, theirs = _shingles(found), _shingles(expected)
    common = (ours & theirs).total()
    return 2 * common / max(1, ours.total() + theirs.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(zip(*(words[n:] for n in range(SHINGLE)), strict=False))
