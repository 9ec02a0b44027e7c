"""The ledger's JSON interface, in the manner of WordPress (/wp-json/wp/v2/posts)."""

import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from .newsroom import Story

CATEGORY = "courts"  # the only section that the ledger's editors run in WordPress
MOST = 100  # WordPress hands out no more posts at once


@dataclass(frozen=True, slots=True)
class Posts:
    """An answer of the interface: status, JSON, and how many posts and pages there are in all."""

    status: int
    body: str
    total: int | None = None
    pages: int | None = None


def posts(stories: Sequence[Story], query: Mapping[str, str]) -> Posts:
    """One page of the category's posts, newest first: per_page, page, after, modified_after and _fields count."""
    try:
        size, number = int(query.get("per_page", "10")), int(query.get("page", "1"))
        after, modified_after = moment(query.get("after")), moment(query.get("modified_after"))
    except ValueError as problem:
        return refusal("rest_invalid_param", f"Invalid parameter(s): {problem}")
    if not 1 <= size <= MOST or number < 1:
        return refusal("rest_invalid_param", "Invalid parameter(s): per_page, page")
    chosen = [
        story
        for story in stories
        if story.section == CATEGORY
        and (after is None or local(story.published, after) > after)
        and (modified_after is None or local(story.modified, modified_after) > modified_after)
    ]
    pages = -(-len(chosen) // size)
    if number > max(1, pages):
        return refusal("rest_post_invalid_page_number", "The page number requested is larger than the number of pages.")
    wanted = set(filter(None, query.get("_fields", "").split(",")))
    shown = [post(story) for story in chosen[(number - 1) * size : number * size]]
    if wanted:
        shown = [{key: value for key, value in each.items() if key in wanted} for each in shown]
    return Posts(200, json.dumps(shown), len(chosen), pages)


def moment(value: str | None) -> datetime | None:
    """A query's date; ValueError where it is none."""
    return datetime.fromisoformat(value) if value else None


def local(when: datetime, bound: datetime) -> datetime:
    """The moment in the terms of the bound: WordPress reads a bound without an offset on the site's own clock."""
    return when if bound.tzinfo else when.replace(tzinfo=None)


def refusal(code: str, message: str) -> Posts:
    """WordPress's way of saying no."""
    return Posts(400, json.dumps({"code": code, "message": message, "data": {"status": 400}}))


def post(story: Story) -> dict[str, object]:
    """A story as WordPress describes it: site time beside UTC, texts as HTML with numeric entities."""
    return {
        "id": int(hashlib.sha256(story.slug.encode()).hexdigest()[:6], 16),
        "date": plain(story.published),
        "date_gmt": plain(story.published.astimezone(UTC)),
        "modified": plain(story.modified),
        "modified_gmt": plain(story.modified.astimezone(UTC)),
        "slug": story.slug,
        "status": "publish",
        "type": "post",
        "link": story.url,
        "title": {"rendered": rendered(story.headline)},
        "excerpt": {"rendered": f"<p>{rendered(story.teaser)}</p>\n", "protected": False},
        "content": {"rendered": "\n".join(f"<p>{rendered(p)}</p>" for p in story.body) + "\n", "protected": False},
    }


def plain(when: datetime) -> str:
    """The moment without its offset, as WordPress writes it."""
    return when.replace(tzinfo=None).isoformat(timespec="seconds")


def rendered(text: str) -> str:
    """Text as HTML the way WordPress puts it: every character outside ASCII a numeric entity."""
    return html.escape(text, quote=False).encode("ascii", "xmlcharrefreplace").decode("ascii")
