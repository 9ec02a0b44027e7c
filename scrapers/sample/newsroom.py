"""The sample newsroom's stories, and the pages that its three outlets make of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

ARTICLES = Path(__file__).with_name("articles")

# Autoescape for all of it: the templates are HTML and XML, the stories plain text.
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

# The old outlet prints its dates with the letters of the clock, as its readers in the East know them.
ZONES = {timedelta(hours=-4): "EDT", timedelta(hours=-5): "EST"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper of the sample: where its stories live and in which encoding it writes."""

    id: str
    name: str
    host: str
    charset: str
    path: str  # of a story, as a format of section, slug and published date

    @property
    def home(self) -> str:
        """The address of its front page."""
        return f"http://{self.host}/"


OUTLETS = {
    outlet.id: outlet
    for outlet in (
        Outlet("ledger", "Lakefront Ledger", "www.lakefrontledger.example", "utf-8", "{section}/{slug}/"),
        Outlet("wire", "Faceprint Wire", "faceprintwire.example", "utf-8", "{when:%Y/%m}/{slug}"),
        # Old sites still write the Windows code page; a crawler that assumes UTF-8 loses every quotation mark.
        Outlet("bulletin", "Biometric Bulletin", "biometricbulletin.example", "windows-1252", "{when:%Y%m}/{slug}"),
    )
}


@dataclass(frozen=True, slots=True)
class Story:
    """One article of the sample, as its author wrote it."""

    outlet: Outlet
    slug: str
    headline: str
    author: str
    published: datetime
    modified: datetime
    section: str
    topics: tuple[str, ...]
    body: tuple[str, ...]  # paragraphs
    edition: int = 1

    @property
    def url(self) -> str:
        """Its canonical address."""
        return self.outlet.home + self.outlet.path.format(section=self.section, slug=self.slug, when=self.published)

    @property
    def teaser(self) -> str:
        """The first words of its first paragraph."""
        words = self.body[0].split()
        return " ".join(words[:28]) + (" …" if len(words) > 28 else "")


def load_stories(edition: int = 1, folder: Path = ARTICLES) -> tuple[Story, ...]:
    """All stories as they stand in that edition of the newsroom, newest first."""
    stories: dict[str, Story] = {}
    for path in sorted(folder.glob("*.md")):
        story = read_story(path)
        known = stories.get(story.slug)
        if known and known.edition == story.edition:
            raise ValueError(f"{path.name}: the slug {story.slug!r} is taken")
        if story.edition <= edition and (known is None or known.edition < story.edition):
            stories[story.slug] = story
    return tuple(sorted(stories.values(), key=lambda story: (story.published, story.slug), reverse=True))


def read_story(path: Path) -> Story:
    """The story of one Markdown file with YAML front matter; ValueError, naming the file, where it is not one."""
    _, *parts = path.read_text(encoding="utf-8").split("---\n", 2)
    try:
        front = yaml.safe_load(parts[0]) if len(parts) == 2 else None
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: {error}") from error
    if not isinstance(front, dict):
        raise ValueError(f"{path.name}: no front matter")
    wanted = {
        "outlet": str,
        "slug": str,
        "headline": str,
        "author": str,
        "published": datetime,
        "modified": datetime,
        "section": str,
        "topics": list,
    }
    for key, kind in wanted.items():
        if not isinstance(front.get(key), kind) or not front[key]:
            raise ValueError(f"{path.name}: {key} is missing or not a {kind.__name__}")
    if unknown := front.keys() - wanted.keys() - {"edition"}:
        raise ValueError(f"{path.name}: unknown {', '.join(sorted(map(str, unknown)))}")
    if front["outlet"] not in OUTLETS:
        raise ValueError(f"{path.name}: unknown outlet {front['outlet']!r}")
    if any(front[key].tzinfo is None for key in ("published", "modified")):
        raise ValueError(f"{path.name}: a date has no offset")
    body = tuple(" ".join(p.split()) for p in re.split(r"\n\n", parts[1]) if p.strip())
    if not body:
        raise ValueError(f"{path.name}: body is missing")
    return Story(**{**front, "outlet": OUTLETS[front["outlet"]], "topics": tuple(front["topics"]), "body": body})


def render(template: str, **values: object) -> str:
    """A template of the sample, filled in."""
    return TEMPLATES.get_template(template).render(**values)


def page(story: Story, related: Sequence[Story] = ()) -> bytes:
    """The story's HTML page in its outlet's layout and encoding, beside teasers of related stories."""
    html = render(f"{story.outlet.id}/story.html.jinja", story=story, outlet=story.outlet, related=related)
    return html.encode(story.outlet.charset, "xmlcharrefreplace")


def clock(when: datetime) -> str:
    """A moment as an old site prints it: Apr 13, 2020, 11:05 am EDT."""
    offset = when.utcoffset()
    zone = ZONES.get(offset, "") if offset is not None else ""
    hour = f"{when.hour % 12 or 12}:{when:%M} {'am' if when.hour < 12 else 'pm'}"
    return f"{when:%b} {when.day}, {when.year}, {hour} {zone}".rstrip()


def topic_path(topic: str) -> str:
    """The path of a topic's page."""
    return f"/topics/{'-'.join(re.findall(r'[a-z0-9]+', topic.lower()))}/"


TEMPLATES.filters.update(clock=clock, rfc822=format_datetime, topic_path=topic_path)
