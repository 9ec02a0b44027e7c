"""What the newsroom's hosts answer: an address in, an answer out, no sockets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit

from . import entrances
from .newsroom import OUTLETS, Outlet, Story, page, render, topic_path
from .posts import posts

XML = "application/xml"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with a body; `modified` is set where a client may ask again conditionally."""

    status: int
    content_type: str
    body: bytes
    modified: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()


def answer(url: str, stories: Sequence[Story]) -> Answer:
    """The newsroom's answer to an absolute address; 502 for every host but its own."""
    parts = urlsplit(url)
    outlet = next((o for o in OUTLETS.values() if parts.scheme == "http" and o.host == parts.hostname), None)
    if outlet is None:
        return refused(
            f"This is the sample newsroom's own proxy. It forwards nothing, and {url!r} is not one of its pages."
        )
    own = [story for story in stories if story.outlet == outlet]
    return (
        common(outlet, own, parts.path)
        or DESKS[outlet.id](outlet, own, parts.path, dict(parse_qsl(parts.query)))
        or Answer(404, f"text/html; charset={outlet.charset}", b"<html><body><h1>Page not found</h1></body></html>")
    )


def refused(why: str) -> Answer:
    """The answer to a request that the newsroom does not serve, in plain words."""
    return Answer(502, "text/plain; charset=utf-8", f"{why}\n".encode())


def common(outlet: Outlet, stories: Sequence[Story], path: str) -> Answer | None:
    """What every outlet has: robots.txt and the pages of its stories."""
    if path == "/robots.txt":
        return text(outlet, entrances.robots(outlet), "text/plain")
    for story in stories:
        if urlsplit(story.url).path == path:
            related = [other for other in stories if other != story and other.section == story.section][:3]
            return Answer(200, f"text/html; charset={outlet.charset}", page(story, related), story.modified)
    return None


def text(outlet: Outlet, body: str, kind: str, stories: Sequence[Story] = ()) -> Answer:
    """An answer in the outlet's encoding, as old as the last change of the stories it is made of."""
    modified = max((story.modified for story in stories), default=None)
    return Answer(200, f"{kind}; charset={outlet.charset}", body.encode(outlet.charset, "xmlcharrefreplace"), modified)


def ledger(outlet: Outlet, stories: Sequence[Story], path: str, query: dict[str, str]) -> Answer | None:
    """The court paper: a sitemap index, sitemaps by year, and the interface for its posts."""
    if path == "/wp-json/wp/v2/posts":
        found = posts(stories, query)
        counts = ("X-WP-Total", found.total), ("X-WP-TotalPages", found.pages)
        headers = tuple((name, str(count)) for name, count in counts if count is not None)
        # WordPress gives this interface no validators; who comes back must ask for modified_after.
        return Answer(found.status, "application/json; charset=utf-8", found.body.encode(), headers=headers)
    if path == "/sitemap_index.xml":
        return text(outlet, entrances.sitemap_index(outlet, stories), XML, stories)
    if path == "/about/":
        return text(outlet, render("ledger/about.html.jinja", outlet=outlet), "text/html")
    year = re.fullmatch(r"/sitemap-(\d{4})\.xml", path)
    group = entrances.years(stories).get(int(year[1])) if year else None
    return text(outlet, entrances.sitemap(group), XML, group) if group else None


def wire(outlet: Outlet, stories: Sequence[Story], path: str, _query: dict[str, str]) -> Answer | None:
    """The trade press: one feed."""
    return text(outlet, entrances.feed(outlet, stories), "application/rss+xml", stories) if path == "/feed/" else None


def bulletin(outlet: Outlet, stories: Sequence[Story], path: str, _query: dict[str, str]) -> Answer | None:
    """The old site: a listing in pages, topics, and an advertisement dressed as a teaser."""
    if path == "/white-papers/":
        return text(outlet, render("bulletin/white_papers.html.jinja", outlet=outlet), "text/html")
    number = re.fullmatch(r"/news/(?:page/(\d{1,4})/)?", path)
    if number and (found := entrances.listing(outlet, stories, int(number[1] or 1))):
        return text(outlet, found, "text/html", stories)
    on_topic = [(topic, story) for story in stories for topic in story.topics if topic_path(topic) == path]
    if on_topic:
        shown = [story for _, story in on_topic]
        return text(outlet, render("bulletin/topic.html.jinja", topic=on_topic[0][0], shown=shown), "text/html", shown)
    return None


DESKS = {"ledger": ledger, "wire": wire, "bulletin": bulletin}
