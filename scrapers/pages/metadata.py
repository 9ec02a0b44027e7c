"""What a page says of itself in markup made for machines: JSON-LD, OpenGraph, meta tags, links."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from extruct.opengraph import OpenGraphExtractor
from lxml.html import HtmlElement

from ..urls import canonical, site
from .hygiene import tidy
from .linked_data import kinds_of, nodes_of, part, resolved, string

ARTICLE = re.compile(r"\w{0,30}Article|\w{0,20}BlogPosting|Report|\w{0,20}NewsStory")
LISTING = frozenset(("CollectionPage", "SearchResultsPage", "ItemList", "Blog", "DataFeed"))
# What parts a headline from the name of its site in <title>.
SEPARATOR = re.compile(r"\s+[|–—\-·•:»«/]{1,2}\s+|\s*\|\s*")
MAX_SITE_WORDS = 6
SIGNATURES = (
    "//body//*[contains(@class,'author') or contains(@class,'byline')][not(ancestor::aside or ancestor::footer)]"
)
# "By Jane Doe", "Jane Doe | Court Desk": a name of two to four words, and nothing else that could be one.
SIGNED = re.compile(
    r"(?:[Bb][Yy]:? )?((?:[A-Z][\w.'’-]{0,25} ){1,3}[A-Z][\w.'’-]{1,25})"
    r"(?:,? (?:staff |senior )?(?:writer|reporter|editor))?(?: ?[|•·,] ?.{0,100})?"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page claims; what it does not claim stays empty."""

    url: str  # canonical
    headlines: tuple[str, ...]  # most trusted first
    published: tuple[str, ...]  # as written, most trusted first
    outlet: str | None
    authors: tuple[str, ...]
    language: str | None
    is_article: bool
    is_listing: bool


def metadata(tree: HtmlElement, url: str) -> Metadata:
    """Everything the page claims about itself, whatever is broken in it."""
    nodes = list(nodes_of(tree))
    graph = _open_graph(tree)
    articles = [node for node in nodes if any(ARTICLE.fullmatch(kind) for kind in kinds_of(node))]
    address = _address(tree, graph, url)
    node = _main(articles, address, url) or {}
    outlet = _outlet(node, nodes, graph, tree)
    claims = [string(node.get(key)) for key in ("datePublished", "dateCreated")]
    claims[1:1] = graph.get("article:published_time", []) + _meta(tree, PUBLISHED_NAMES)
    listed = any(kind in LISTING for n in nodes for kind in kinds_of(n))
    kind = " ".join(graph.get("og:type", [])).lower()
    return Metadata(
        url=address,
        headlines=_headlines(node, graph, tree, outlet),
        published=tuple(claim for claim in claims if claim),
        outlet=outlet,
        authors=_authors(node, nodes, tree, outlet),
        language=_language(node, graph, tree),
        is_article=bool(node) or "article" in kind or bool(graph.get("article:published_time")),
        is_listing=not node and (listed or len(articles) > 1),
    )


PUBLISHED_NAMES = (
    "article:published_time",
    "datePublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "sailthru.date",
    "cXenseParse:recs:publishtime",
)


def _main(articles: list[dict[str, Any]], *addresses: str) -> dict[str, Any] | None:
    """The article that the page is about: the only one, or the one that has the page's address."""
    if len(articles) == 1:
        return articles[0]
    for node in articles:
        for key in ("url", "@id", "mainEntityOfPage"):
            claim = string(node.get(key)) or string(part(node.get(key), "@id"))
            if claim and _canonical(claim, addresses[-1]) in addresses:
                return node
    return None


def _open_graph(tree: HtmlElement) -> dict[str, list[str]]:
    properties: dict[str, list[str]] = {}
    for item in OpenGraphExtractor().extract_items(tree):
        for name, value in item["properties"]:
            if tidy(value):
                properties.setdefault(name.lower(), []).append(tidy(value))
    return properties


def _meta(tree: HtmlElement, names: tuple[str, ...]) -> list[str]:
    wanted = {name.lower() for name in names}
    return [
        tidy(tag.get("content", ""))
        for tag in tree.iter("meta")
        if (tag.get("name") or tag.get("itemprop") or tag.get("property") or "").lower() in wanted
    ]


def _headlines(
    node: dict[str, Any], graph: dict[str, list[str]], tree: HtmlElement, outlet: str | None
) -> tuple[str, ...]:
    shown = [tidy(h1.text_content()) for h1 in tree.xpath("//h1[not(ancestor::footer or ancestor::nav)]")[:5]]
    claims = [string(node.get("headline")), *graph.get("og:title", [])[:1], *_meta(tree, ("twitter:title",))[:1]]
    if not any(shown):
        shown = [tidy(h2.text_content()) for h2 in tree.xpath("(//h2[not(ancestor::footer or ancestor::nav)])[1]")]
    titles = [tidy(title.text_content()) for title in tree.xpath("//title[not(ancestor::svg)]")[:1]]
    found = [_without_site(claim, outlet, shown) for claim in [*claims, *shown, *titles] if claim]
    # A machine's headline is often cut short; the reader's is whole.
    found = [
        next((h for h in shown if len(h) > len(f) and h.startswith(f.rstrip(" .…")) and len(f) > 40), f) for f in found
    ]
    return tuple(dict.fromkeys(headline for headline in found if headline and headline != outlet))


def _without_site(title: str, outlet: str | None, shown: list[str]) -> str:
    """The title without the name of its site before or behind it."""
    parts = list(SEPARATOR.finditer(title))
    if not parts:
        return title
    whole = next((h for h in shown if h and title != h and (title.startswith(h) or title.endswith(h))), None)
    if whole and len(whole) * 3 > len(title):
        return whole
    name = (outlet or "").casefold()
    if title[parts[-1].end() :].casefold() == name:
        return title[: parts[-1].start()]
    if title[: parts[0].start()].casefold() == name:
        return title[parts[0].end() :]
    return title


def _outlet(
    node: dict[str, Any], nodes: list[dict[str, Any]], graph: dict[str, list[str]], tree: HtmlElement
) -> str | None:
    publisher = resolved(node.get("publisher"), nodes)
    claims = [string(part(publisher, "name")), *graph.get("og:site_name", [])]
    claims += _meta(tree, ("application-name", "dc.publisher", "publisher"))
    claims += _site_in_title(tree)
    return next((claim for claim in claims if claim and not claim.startswith(("http:", "https:"))), None)


def _site_in_title(tree: HtmlElement) -> list[str]:
    """What stands behind the headline in the window's title, if it looks like the name of a site."""
    title = "".join(tidy(title.text_content()) for title in tree.xpath("//title[not(ancestor::svg)]")[:1])
    for h1 in tree.xpath("//h1")[:3]:
        headline = tidy(h1.text_content())
        behind = title.removeprefix(headline)
        if headline and behind != title and (bar := SEPARATOR.match(behind)):
            name = behind[bar.end() :]
            return [name] if 1 <= len(name.split()) <= MAX_SITE_WORDS and not SEPARATOR.search(name) else []
    return []


def _authors(
    node: dict[str, Any], nodes: list[dict[str, Any]], tree: HtmlElement, outlet: str | None
) -> tuple[str, ...]:
    claims = node.get("author") or node.get("creator")
    names = [_name(resolved(c, nodes)) for c in (claims if isinstance(claims, list) else [claims])]
    if not any(names):
        names = _meta(tree, ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"))
    if not any(names):
        names = [tidy(tag.text_content()) for tag in tree.xpath("//*[@rel='author' or @itemprop='author']")[:5]]
    if not any(names):
        signed = [tidy(tag.text_content()) for tag in tree.xpath(SIGNATURES)[:5]]
        names = [found[1] for line in signed if (found := SIGNED.fullmatch(line))]
    names = [re.sub(r"^by:? ", "", name, flags=re.I) for name in names]
    good = (n for n in names if 2 < len(n) <= 80 and not n.startswith(("http:", "https:")) and n != outlet)
    return tuple(dict.fromkeys(good))


def _language(node: dict[str, Any], graph: dict[str, list[str]], tree: HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    claims = [string(node.get("inLanguage")), root.get("lang", ""), *graph.get("og:locale", [])]
    claims += _meta(tree, ("content-language", "language", "dc.language"))
    return next((claim[:2].lower() for claim in claims if re.match(r"[A-Za-z]{2}(?:[-_]|$)", claim)), None)


def _address(tree: HtmlElement, graph: dict[str, list[str]], url: str) -> str:
    """The address the page gives itself, where it is one of its own site; else the one that answered."""
    claims = [link.get("href", "") for link in tree.xpath("//link[@rel='canonical']")] + graph.get("og:url", [])
    own = canonical(url)
    for claim in claims:
        # A front page as canonical address of every page is a broken template.
        claimed = _canonical(claim.strip(), url) if claim.strip() else None
        if claimed and site(claimed) == site(own) and (_path(claimed) or not _path(own)):
            return claimed
    return own


def _path(url: str) -> str:
    return url.split("/", 3)[3]


def _canonical(claim: str, base: str) -> str | None:
    try:
        return canonical(urljoin(base, claim))
    except ValueError:
        return None


def _name(value: object) -> str:
    return string(value) or string(part(value, "name"))
