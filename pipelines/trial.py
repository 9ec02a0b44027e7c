"""A look at sources without keeping anything: each is crawled for a few pages into a database that is thrown away."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from db import fetches
from scrapers.archive import Answer, Place, read_answer
from scrapers.items import Article
from scrapers.limits import Limits
from scrapers.pages import NoArticle, parse
from scrapers.sources import Source

from .crawl import crawl
from .runs import Run, running

WELL = "well"


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was fetched: its answer, and the article on it or why there is none."""

    url: str
    answer: Answer
    article: Article | None
    reason: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of asking one source."""

    source: Source
    linked: int  # pages that its entrances led to
    failures: tuple[str, ...]  # of the entrances, then of pages
    seen: tuple[Seen, ...]

    @property
    def articles(self) -> list[Article]:
        """The articles that were read."""
        return [one.article for one in self.seen if one.article is not None]

    @property
    def verdict(self) -> str:
        """`well`, or in a few words what is wrong with the source."""
        if not self.linked:
            return next(iter(self.failures), "its entrance leads to no page")
        if not self.seen:
            return next(iter(self.failures), "none of its pages was had")
        if not self.articles:
            return f"no article on its pages: {Counter(one.reason for one in self.seen).most_common(1)[0][0]}"
        if not any(article.published for article in self.articles):
            return "its articles have no date"
        return WELL


def tried(sources: Sequence[Source], pages: int, *, proxy: str | None = None) -> list[Trial]:
    """Ask each source's entrances and so many of the pages they lead to, as politely as any crawl."""
    with (
        TemporaryDirectory(prefix="biodocket-") as folder,
        running(Path(folder) / "trial.db", "trial", create=True) as run,
    ):
        crawl(run, sources, Limits(most=pages), proxy=proxy)
        run.problems.clear()  # they are in the verdicts
        return [_trial(run, source) for source in sources]


def _trial(run: Run, source: Source) -> Trial:
    rows = list(run.db.table("fetches").rows_where("source_id = ?", [source.id], order_by="id"))
    failed = [row for row in rows if row["outcome"] == fetches.FAILED]
    return Trial(
        source,
        run.db.table("frontier").count_where("source_id = ? and not is_entrance", [source.id]),
        tuple(row["reason"] for row in failed),
        tuple(_seen(run, row) for row in rows if row["warc_file"]),
    )


def _seen(run: Run, row: dict[str, object]) -> Seen:
    url = str(row["url"])
    answer = read_answer(
        run.archive, Place(str(row["warc_file"]), int(str(row["warc_offset"])), int(str(row["warc_length"])))
    )
    try:
        return Seen(url, answer, parse(answer.body, url, content_type=answer.content_type), "")
    except NoArticle as error:
        return Seen(url, answer, None, str(error))
