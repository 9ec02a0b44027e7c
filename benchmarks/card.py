"""The tables of docs/evaluation.md, written from the figures in nlp/project."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.gold import read_all
from nlp.training.folds import register

PROJECT = Path(__file__).parents[1] / "nlp" / "project"


def load(name: str) -> Any:
    """A file of figures."""
    return json.loads((PROJECT / f"{name}.json").read_text(encoding="utf-8"))


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first are numbers."""
    lines = ["", "| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join([*lines, ""])


def _cell(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def figures(*names: str) -> str:
    """F1 with its interval, and precision and recall, of several sets side by side."""
    sets = [load(name) for name in names]
    head = ["measure"]
    for name, one in zip(names, sets, strict=True):
        head += [f"{name} ({one['articles']}) F1", "95%", "P", "R"]
    found = [{row[0]: row[1:] for row in one["rows"]} for one in sets]
    rows = []
    for measure in found[0]:
        row: list[object] = [measure]
        for one in found:
            precision, recall, f1, low, high, _ = one[measure]
            row += [f"**{f1:.2f}**", f"{low:.2f}–{high:.2f}", precision, recall]
        rows.append(row)
    return table(head, rows)


def corpus() -> str:
    """How large the corpus is, in one sentence."""
    articles = read_all(FOLDER, CORPUS_LABELS)
    words = sum(len(a.text.split()) for a in articles)
    without = sum(not a.record.plaintiffs and not a.record.defendants for a in articles)
    registers = {register(a.id) for a in articles}
    return f"{len(articles):,} articles in {len(registers)} registers, {words:,} words; {without} name no party."


def relevance() -> str:
    """What the relevance filter keeps, of ours and of near misses."""
    found = load("relevance")
    rows = []
    for what, key in (("ours", "ours"), ("near misses", "near_misses")):
        for name, one in found[key].items():
            shares = [one[kept] / one["articles"] for kept in ("kept", "kept_beginnings")]
            rows.append([f"{what}: {name}", one["articles"], one["kept"], *shares])
        total = {
            count: sum(one[count] for one in found[key].values()) for count in ("articles", "kept", "kept_beginnings")
        }
        shares = [total[kept] / total["articles"] for kept in ("kept", "kept_beginnings")]
        rows.append([f"**{what}: all**", total["articles"], total["kept"], *shares])
    return table(["articles", "in all", "kept", "share kept", "share of beginnings kept"], rows)


def crawl() -> str:
    """What the crawl costs, repeats and survives."""
    found = json.loads((Path(__file__).parent / "crawl.json").read_text(encoding="utf-8"))
    scrapy, twice, kills, whole = found["scrapy"], found["twice"], found["kills"], found["end_to_end"]
    # A crawl with nothing due costs its start; the rest is what the pages cost.
    unchanged = 1000 * (twice["all_due"]["cpu"] - twice["second"]["cpu"]) / (twice["all_due"]["requests"] - 2)
    times_less = round(whole["cpu_ms_per_page"] / unchanged)
    rows = [
        ["pages/s of bare Scrapy, one request at a time", scrapy["bare"]["pages_per_second"]],
        ["pages/s of ours, with archive and frontier", scrapy["ours"]["pages_per_second"]],
        ["ours to bare Scrapy", scrapy["ratio"]],
        ["CPU ms per page: bare Scrapy", scrapy["bare"]["cpu_ms_per_page"]],
        ["CPU ms per page: ours", scrapy["ours"]["cpu_ms_per_page"]],
        ["a second crawl: share of the bytes, nothing due", f"{twice['second']['share']:.2%}"],
        ["a second crawl: share of the bytes, all pages asked again", f"{twice['all_due']['share']:.2%}"],
        ["CPU of an unchanged page that is asked again: times less than of a new one, facts and all", times_less],
        [f"pages/s from address to case ({whole['pages']} pages, both cores)", whole["pages_per_second"]],
        ["a second run's CPU, share of the first's", f"{whole['second_run_cpu_share']:.1%}"],
        *([f"peak MiB of the crawl, {pages} pages", mib] for pages, mib in found["memory"].items()),
        [f"pages lost in {kills['kills']} kills of a {kills['pages']}-page crawl", kills["lost"]],
        ["pages repeated after a kill, at most", max(kills["repeated"])],
    ]
    return table(["crawl", ""], [[what, f"{value:g}" if isinstance(value, float) else value] for what, value in rows])


def groups(key: str) -> str:
    """The hold-out by register or by first event."""
    found = load("holdout")[key]
    measures = ["strict all", "record plaintiffs", "record defendants", "record filed", "first event type"]
    return table(
        [key.replace("_", " "), "articles", *measures],
        [[name, one["articles"], *(float(one[m]) for m in measures)] for name, one in found.items()],
    )


def baselines() -> str:
    """Others beside ours, on gold and on the hold-out."""
    others = load("baselines")
    head, columns = ["measure"], []
    for use in ("gold", "holdout"):
        head += [f"{use}: captions", "eyecite + courts-db", "first rules", "**biodocket**"]
        ours = {row[0]: row[3] for row in load(use)["rows"]}
        columns += [others[use][name] for name in ("caption", "libraries", "rules")] + [ours]
    measures = others["gold"]["rules"]
    return table(head, [[m, *(float(one[m]) for one in columns)] for m in measures])


def taggers() -> str:
    """The taggers that were tried."""
    rows = load("taggers")
    labels = [key for key in rows[0]["holdout"] if key != "words_per_second"]
    head = ["tagger", "measured on", *labels, "words/s", "training, CPU-s", "MB"]
    lines = [
        [
            one["tagger"],
            use,
            *(float(one[use][label]) for label in labels),
            one[use]["words_per_second"],
            one["training"],
            one["size"],
        ]
        for one in rows
        for use in ("holdout", "gold")
    ]
    return table(head, lines)


def curve() -> str:
    """The learning curve; its last row is the hold-out itself."""
    found = load("curve")["rows"]
    ours = {row[0]: row[3] for row in load("holdout")["rows"]}
    last = {"articles": "all", "words": "all"} | {name: ours[name] for name in found[0] if name in ours}
    head = list(found[0])
    return table(head, [[row[name] for name in head] for row in (*found, last)])


def calibration(name: str) -> str:
    """The reliability of a set's values."""
    found = load(name)["calibration"]
    parts = []
    for what, one in found.items():
        bins = [[f"{b['low']:.1f}–{b['high']:.1f}", b["count"], b["confidence"], b["right"]] for b in one["bins"]]
        parts.append(f"\n{what.capitalize()}: expected calibration error **{one['error']:.3f}**")
        parts.append(table(["confidence", "values", "mean confidence", "right"], bins))
    return "\n".join(parts)
