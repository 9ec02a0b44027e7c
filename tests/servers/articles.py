"""The posts that every server publishes: articles of the corpus, in the markup that editors give to theirs."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from nlp.corpus import FOLDER
from nlp.gold import MARK
from nlp.relevance import judge

NUMBER = 25
# The sites' own time: late in the evening there it is the next day in UTC.
ZONE = ZoneInfo("America/Chicago")
HOURS = (time(9, 5), time(23, 40), time(14, 30))
CATEGORIES = ("Courts", "Regulators", "Employers")
HEADING = "What the papers say"
REFERENCE = "https://reference.example/"  # what a linked name leads to
SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a post: a paragraph, heading, quotation or list; names to be linked carry the corpus's marks."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post as its editor hands it to the software."""

    slug: str
    title: str
    category: str
    when: datetime
    blocks: tuple[Block, ...]
    changed: datetime | None = None

    @property
    def text(self) -> str:
        """What a reader should get of its body."""
        return "\n\n".join(MARK.sub(r"\1", line) for block in self.blocks for line in block.lines)

    def amended(self, when: datetime) -> "Post":
        """The post with a paragraph more."""
        more = Block("paragraph", (f"Update, {when:%B %-d, %Y}: the company has since agreed to settle the claims.",))
        return replace(self, blocks=(*self.blocks, more), changed=when)


def posts() -> list[Post]:
    """The first article of each register that the extraction will keep, oldest first."""
    chosen = [found for folder in sorted(FOLDER.iterdir()) if (found := _first(folder)) is not None]
    dated = sorted(chosen[:NUMBER], key=lambda one: one[0])
    return [_post(number, day, title, text) for number, (day, title, text) in enumerate(dated)]


def _first(register: Path) -> tuple[date, str, list[str]] | None:
    for path in sorted(register.glob("*.md")):
        front, body = path.read_text(encoding="utf-8").split("---\n", 2)[1:]
        day = yaml.safe_load(front)["published"]
        title, *text = body.removeprefix("# ").rstrip().split("\n\n")
        # What is dated ahead, Jekyll and Hugo leave out.
        if day and day < date.today() and judge(MARK.sub(r"\1", title), MARK.sub(r"\1", body)).keep:
            return day, MARK.sub(r"\1", title), text
    return None


def _post(number: int, day: date, title: str, text: list[str]) -> Post:
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60].strip("-")
    when = datetime.combine(day, HOURS[number % 3], ZONE)
    return Post(f"{slug}-{number}", title, CATEGORIES[number % 3], when, tuple(_blocks(number % 5, text)))


def _blocks(style: int, text: list[str]) -> Iterator[Block]:
    """A fifth of the posts each: plain, with a heading, with a quotation, with a list, with links."""
    for at, line in enumerate(text):
        line = " ".join((line if style == 4 else MARK.sub(r"\1", line)).split())
        if style == 1 and at == 2:
            yield Block("heading", (HEADING,))
        if style == 2 and at == 1:
            yield Block("quotation", (line,))
        elif style == 3 and at == 1:
            yield Block("list", tuple(SENTENCE.split(line)))
        else:
            yield Block("paragraph", (line,))


def as_html(post: Post) -> str:
    """The body as WordPress's editor saves it."""
    return "\n\n".join(_HTML[block.kind].format(_inner(block)) for block in post.blocks)


_HTML = {
    "paragraph": "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->",
    "heading": "<!-- wp:heading -->\n<h2>{}</h2>\n<!-- /wp:heading -->",
    "quotation": '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><p>{}</p></blockquote>\n<!-- /wp:quote -->',
    "list": "<!-- wp:list -->\n<ul>{}</ul>\n<!-- /wp:list -->",
}


def _inner(block: Block) -> str:
    lines = [MARK.sub(_anchor, html.escape(line, quote=False)) for line in block.lines]
    return "".join(f"<li>{line}</li>" for line in lines) if block.kind == "list" else lines[0]


def _anchor(match: re.Match[str]) -> str:
    return f'<a href="{REFERENCE}{match[2].lower()}">{match[1]}</a>'


def as_markdown(post: Post) -> str:
    """The body as it is typed for Hugo and Jekyll."""
    blocks = ([_MARKDOWN[block.kind] + _typed(line) for line in block.lines] for block in post.blocks)
    return "\n\n".join("\n".join(lines) for lines in blocks)


_MARKDOWN = {"paragraph": "", "heading": "## ", "quotation": "> ", "list": "- "}


def _typed(line: str) -> str:
    # A number with a full stop at the beginning would begin a list, and these signs would be read as markup.
    line = re.sub(r"([*<`|#])", r"\\\1", re.sub(r"^(\d+)\.", r"\1\\.", line))
    return MARK.sub(lambda match: f"[{match[1]}]({REFERENCE}{match[2].lower()})", line)
