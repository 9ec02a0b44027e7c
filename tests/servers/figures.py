"""The table of docs/servers.md."""

from collections.abc import Sequence
from pathlib import Path

from .reader import Figures

BEGIN, END = "<!-- figures of make test-servers -->", "<!-- end -->"
HEAD = ("server", "entrance", "posts", "found", "others", "day right", "headline right", "body F1", "second crawl")


def table(figures: Sequence[Figures]) -> str:
    """The figures in Markdown."""
    lines = ["| " + " | ".join(HEAD) + " |", "| --- | --- |" + " ---: |" * 6 + " --- |"]
    for one in figures:
        cells = (one.server, one.entrance, one.expected, one.found, one.others, one.days, one.titles)
        lines.append("| " + " | ".join(map(str, (*cells, f"{one.body:.3f}", one.again))) + " |")
    return "\n".join(lines)


def write(path: Path, figures: Sequence[Figures]) -> None:
    """Put the figures between the marks of a file; ValueError where it has none."""
    before, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path} has no {BEGIN} … {END}")
    path.write_text(f"{before}{BEGIN}\n\n{table(figures)}\n\n{END}{after}", encoding="utf-8")
