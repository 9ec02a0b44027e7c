"""How well and how fast pages are read, beside trafilatura and htmldate, on the public sets of page_sets.py.

    python benchmarks/pages.py FOLDER

FOLDER holds checkouts of scrapinghub/article-extraction-benchmark, adbar/trafilatura, adbar/htmldate and
dobbersc/fundus-evaluation, each under its own name; a set that is missing is left out. Half of each set's sites (by
hash) may be looked at when errors are mended; `unseen` is F1 on the others, which are for measuring alone.

Each page goes to every extractor in turn; the cost is CPU, the best of the rounds, told as a share of trafilatura
fast's (htmldate fast's for dates): machines differ, ratios hardly do. Headlines are part of trafilatura's texts alone,
so ours is read there with its headline. Phrases of that set are wanted of forums, shops and front pages too, which a
whole article refuses. Whoever looks for a date is told the address, as in a crawl.
"""

import json
import logging
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import htmldate
import trafilatura
from page_sets import Counts, Phrases, Sample, counts, f1, samples
from rich.console import Console
from rich.table import Table

from scrapers.pages import NoArticle, generic, parse
from scrapers.pages.dates import published
from scrapers.pages.markup import read
from scrapers.pages.metadata import metadata

FIGURES = Path(__file__).with_name("pages.json")
ROUNDS = 2
OURS, THEIRS = "biodocket", "trafilatura fast"


def biodocket(sample: Sample) -> str:
    """The body alone, whether or not the page is an article."""
    return "\n\n".join(generic.body(read(sample.html, sample.url).tree).paragraphs(HEADLINES[sample.name]))


def article(sample: Sample) -> str:
    """The text of the article, with all that goes with it; none where the page is refused."""
    try:
        return parse(sample.html, sample.url).text.partition("\n\n")[2]
    except NoArticle:
        return ""


def extract(**options: bool) -> Callable[[Sample], str]:
    """Trafilatura with these options."""
    return lambda sample: trafilatura.extract(sample.html, include_comments=False, **options) or ""


BODIES: Mapping[str, Callable[[Sample], str]] = {
    OURS: biodocket,
    "biodocket, whole article": article,
    "trafilatura": extract(),
    THEIRS: extract(fast=True),
    "trafilatura precision": extract(favor_precision=True),
}


def our_day(sample: Sample) -> str | None:
    """The day that `parse` would give an article."""
    try:
        page = read(sample.html, sample.url)
        about = metadata(page.tree, page.url)
        found = published(about.published, page.tree, about.url, about.language)
    except NoArticle:
        return None
    return found.day if found else None


def find_day(*, extensive: bool) -> Callable[[Sample], str | None]:
    """Htmldate as its makers measure it, but for the address."""
    return lambda sample: htmldate.find_date(
        sample.html.decode("utf-8", "replace"), original_date=True, extensive_search=extensive, url=sample.url
    )


DAYS: Mapping[str, Callable[[Sample], str | None]] = {
    OURS: our_day,
    "htmldate extensive": find_day(extensive=True),
    "htmldate fast": find_day(extensive=False),
}
HEADLINES: dict[str, tuple[str, ...]] = {}


def main() -> None:
    """Measure, print, and leave the figures."""
    logging.disable(logging.CRITICAL)
    pages = list(samples(Path(sys.argv[1])))
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for name in dict.fromkeys(page.set for page in pages):
        chosen = [page for page in pages if page.set == name]
        figures[name] = dates(chosen) if chosen[0].day else bodies(chosen)
        show(f"{name}: {len(chosen)} pages", figures[name])
    figures["stages"] = {"ms of CPU a page": stages([page for page in pages if isinstance(page.body, str)])}
    show("what an article costs", figures["stages"])
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def bodies(pages: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Precision, recall, F1, and cost beside trafilatura fast, of each extractor."""
    HEADLINES.update({page.name: headlines(page) for page in pages})
    texts, seconds = measured(pages, BODIES)
    pooled = isinstance(pages[0].body, Phrases)
    rows = {}
    for name, found in texts.items():
        counted = []
        for page, text in zip(pages, found, strict=True):
            head = HEADLINES[page.name][:1] if pooled and text and name.startswith(OURS) else ()
            counted.append(counts(page.body or "", "\n\n".join((*head, text))))
        rows[name] = row(pages, counted, pooled) | {"cost": round(seconds[name] / seconds[THEIRS], 2)}
    return rows


def headlines(page: Sample) -> tuple[str, ...]:
    """What the page's metadata give: they are read once for the article, and cost nothing more for its body."""
    try:
        return metadata(read(page.html, page.url).tree, page.url).headlines
    except NoArticle:
        return ()


def dates(pages: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """The same of dates; a wrong day is too much, none is missing, as the set's makers count."""
    found, seconds = measured(pages, DAYS)
    rows = {}
    for name, days in found.items():
        counted = [
            (float(day == page.day), float(day not in (None, page.day)), float(day is None))
            for page, day in zip(pages, days, strict=True)
        ]
        rows[name] = row(pages, counted, pooled=True) | {"cost": round(seconds[name] / seconds["htmldate fast"], 2)}
    return rows


def row(pages: Sequence[Sample], counted: Sequence[Counts], pooled: bool) -> dict[str, float]:
    """The figures of one extractor."""
    unseen = [one for page, one in zip(pages, counted, strict=True) if not page.looked_at]
    shown = (*f1(counted, pooled=pooled), f1(unseen, pooled=pooled)[2])
    return dict(zip(("precision", "recall", "F1", "unseen"), (round(value, 3) for value in shown), strict=True))


def measured(
    pages: Sequence[Sample], works: Mapping[str, Callable[[Sample], Any]]
) -> tuple[dict[str, list[Any]], dict[str, float]]:
    """What each work makes of the pages, and its seconds of CPU for all of them."""
    found: dict[str, list[Any]] = {name: [] for name in works}
    seconds = dict.fromkeys(works, 0.0)
    for page in pages:
        best = dict.fromkeys(works, float("inf"))
        for turn in range(ROUNDS):
            for name, work in works.items():
                start = time.process_time()
                made = work(page)
                best[name] = min(best[name], time.process_time() - start)
                if not turn:
                    found[name].append(made)
        for name in works:
            seconds[name] += best[name]
    return found, seconds


def stages(pages: Sequence[Sample]) -> dict[str, float]:
    """Milliseconds of CPU a page that `parse` spends on each of its parts."""
    spent: defaultdict[str, float] = defaultdict(float)
    for sample in pages:
        clock = time.process_time
        start = clock()
        page = read(sample.html, sample.url)
        tree = page.tree
        parsed = clock()
        about = metadata(tree, page.url)
        told = clock()
        published(about.published, tree, about.url, about.language)
        dated = clock()
        generic.body(tree).paragraphs(about.headlines)
        done = clock()
        for name, cost in (
            ("bytes to tree", parsed - start),
            ("metadata", told - parsed),
            ("date", dated - told),
            ("body", done - dated),
        ):
            spent[name] += cost
    return {name: round(1000 * cost / len(pages), 2) for name, cost in spent.items()}


def show(title: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    """A table of figures."""
    table = Table("", *next(iter(rows.values())), title=title)
    for name, values in rows.items():
        table.add_row(name, *map(str, values.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
