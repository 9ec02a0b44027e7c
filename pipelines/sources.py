"""`biodocket sources`: what is known of each source, whether it answers, and a new one from nothing but its address."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import click
from sqlite_utils import Database

from db import queries
from scrapers.discovery import Outlet, discover
from scrapers.items import Article
from scrapers.pages import parse
from scrapers.pages.frozen import filled, filled_address, frozen
from scrapers.sources import Source, insert

from .progress import complain
from .runs import UsageError
from .tables import show
from .trial import WELL, Seen, Trial, tried

LISTED = ("source", "kind", "last_read", "last_article", "articles_7_days", "articles_30_days", "waiting", "health")
CHECKED = ("source", "kind", "pages", "article", "date", "characters", "verdict")
COLLECTED = ("date", "title", "characters", "url")
# So many articles are shown of a source that is to be added.
SHOWN = 5
# So many pages are asked for before a source is said not to be well: the first may be no article, or forbidden.
PAGES = 3


def list_sources(sources: Sequence[Source], db: Database | None) -> None:
    """Print each source with what the database, where there is one, knows of it."""
    known = {row["source"]: row for row in queries.sources_health(db)} if db else {}
    nothing: Mapping[str, object] = dict.fromkeys(LISTED) | {"health": "never asked"}
    rows = [{**nothing, **known.get(source.id, {})} | {"source": source.id, "kind": source.kind} for source in sources]
    show(f"{len(sources)} sources", LISTED, rows)


def check_sources(sources: Sequence[Source], db: Database | None, *, proxy: str | None = None) -> int:
    """Try each source for an article and print the verdicts; returns the exit code, 1 where one is not well."""
    known = {row["source"]: row["health"] for row in queries.sources_health(db)} if db else {}
    trials = tried(sources, PAGES, proxy=proxy)
    # What answers as it should may still have been silent for long: only its past tells that.
    verdicts = {
        trial.source.id: "silent" if trial.verdict == WELL and known.get(trial.source.id) == "silent" else trial.verdict
        for trial in trials
    }
    show("Sources", CHECKED, [_checked(trial) | {"verdict": verdicts[trial.source.id]} for trial in trials])
    bad = [id for id, verdict in verdicts.items() if verdict != WELL]
    if bad:
        complain(f"{len(bad)} of {len(trials)} sources are not well: {', '.join(bad)}")
    return int(bool(bad))


def _checked(trial: Trial) -> dict[str, object]:
    article = next(iter(trial.articles), None)
    return {
        "source": trial.source.id,
        "kind": trial.source.kind,
        "pages": trial.linked,
        "article": article.title[:60] if article else None,
        "date": article.published if article else None,
        "characters": len(article.text) if article else None,
    }


def add_source(url: str, told: Source, path: Path, freezer: Path) -> None:
    """Find out how the outlet at an address can be read, show what it would bring, and write it into the sources file.

    `told` is what the caller says of it; where a field is empty the outlet's own word is taken. One of its pages is
    kept in the folder `freezer` as a test. UsageError where no way leads to its articles.
    """
    outlet = _scouted(url, told)
    trial = _best(outlet, told)
    show(
        f"{trial.source.id}: {trial.source.kind} at {trial.source.urls[0]}, {trial.linked} pages",
        COLLECTED,
        [{"date": a.published, "title": a.title, "characters": len(a.text), "url": a.url} for a in trial.articles],
    )
    insert(path, trial.source)
    click.echo(f"added to {path}; say there why it is read and on which terms")
    if name := _freeze(trial, freezer):
        click.echo(f"kept one of its pages, its words replaced, as a test: {name}")
    else:
        complain("none of its pages reads the same with its words replaced, so none was kept as a test")


def _scouted(url: str, told: Source) -> Outlet:
    scout = replace(told, kind="page", urls=(url, urljoin(url, "/robots.txt")))
    (trial,) = tried([scout], 2)
    robots = next((one.answer.body for one in trial.seen if one.url.endswith("/robots.txt")), b"")
    for one in trial.seen:
        if not one.url.endswith("/robots.txt"):
            return discover(one.url, one.answer.body, one.answer.links, robots.decode("utf-8", "replace"))
    raise UsageError(f"{url} cannot be had: {next(iter(trial.failures), 'it did not answer')}")


def _best(outlet: Outlet, told: Source) -> Trial:
    """The first of the outlet's entrances that leads to dated articles."""
    wrong = []
    for entrance in outlet.entrances:
        source = replace(
            told,
            name=told.name or outlet.name,
            language=told.language or outlet.language,
            kind=entrance.kind,
            urls=(entrance.url,),
            selectors=entrance.selectors,
        )
        (trial,) = tried([source], SHOWN)
        if trial.verdict == WELL:
            return trial
        wrong.append(f"{entrance.kind} {entrance.url}: {trial.verdict}")
        complain(f"tried {wrong[-1]}")
    raise UsageError(f"found no way to its articles among {len(wrong)} entrances; write the block by hand")


def _freeze(trial: Trial, folder: Path) -> str | None:
    """Keep the first page that reads the same with its words replaced; returns its file's name."""
    for page, article in _readable(trial):
        html, url = frozen(page.answer.body, page.answer.content_type), filled_address(page.url)
        again = parse(html.encode(), url)
        if (again.title, again.text, again.published) == (
            filled(article.title),
            filled(article.text),
            article.published,
        ):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{trial.source.id}.html"
            path.write_text(html, encoding="utf-8")
            expected = {"url": url, "title": again.title, "published": again.published, "text": again.text}
            path.with_suffix(".json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf-8")
            return str(path)
    return None


def _readable(trial: Trial) -> Iterator[tuple[Seen, Article]]:
    return ((page, page.article) for page in trial.seen if page.article is not None)
