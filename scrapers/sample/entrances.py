"""The newsroom's entrances: robots.txt, RSS feed, sitemaps and the listing of the old site."""

from collections.abc import Sequence

from .newsroom import Outlet, Story, render

LISTED = 4  # teasers on one page of the listing

# What a well-behaved crawler must leave alone; the ledger's holds a story that its sitemap names.
CLOSED = {"ledger": ("/subscribers/", "/wp-admin/"), "wire": ("/cart/",), "bulletin": ("/cgi-bin/", "/members/")}


def robots(outlet: Outlet) -> str:
    """The outlet's robots.txt."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED[outlet.id])]
    if outlet.id == "ledger":
        lines += ["", f"Sitemap: {outlet.home}sitemap_index.xml"]
    return "\n".join(lines) + "\n"


def feed(outlet: Outlet, stories: Sequence[Story]) -> str:
    """An RSS 2 feed of the stories; its links carry the usual campaign parameters."""
    return render("wire/feed.xml.jinja", outlet=outlet, stories=stories)


def years(stories: Sequence[Story]) -> dict[int, list[Story]]:
    """The stories by the year they appeared in, which is how the ledger cuts its sitemap."""
    by_year: dict[int, list[Story]] = {}
    for story in stories:
        by_year.setdefault(story.published.year, []).append(story)
    return by_year


def sitemap_index(outlet: Outlet, stories: Sequence[Story]) -> str:
    """The index of the sitemaps, each with the last change in it."""
    changed = {year: max(story.modified for story in group) for year, group in years(stories).items()}
    return render("ledger/sitemap_index.xml.jinja", outlet=outlet, changed=changed)


def sitemap(stories: Sequence[Story]) -> str:
    """A sitemap of the stories with their last change."""
    return render("ledger/sitemap.xml.jinja", entries=[(story.url, story.modified) for story in stories])


def listing(outlet: Outlet, stories: Sequence[Story], number: int) -> str | None:
    """One page of the listing, newest first, with a link to the next; None beyond the last."""
    last = max(1, -(-len(stories) // LISTED))
    if not 1 <= number <= last:
        return None
    shown = stories[(number - 1) * LISTED : number * LISTED]
    return render("bulletin/listing.html.jinja", outlet=outlet, shown=shown, number=number, last=last)
