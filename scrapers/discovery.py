"""How an outlet can be read: the entrances that a page of it names, and the listing that it may itself be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from .pages.markup import decode
from .urls import site

# What a link to a feed says of its type (RFC 4287, section 7; RSS Advisory Board; jsonfeed.org).
FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
COMMENTS = re.compile(r"comment", re.IGNORECASE)
# The relation by which WordPress names its API, in a link or a Link header.
WORDPRESS = "https://api.w.org/"
LINK_HEADER = re.compile(rf'<([^>]+)>\s*;\s*rel="?{re.escape(WORDPRESS)}"?')
SITEMAP = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
# Of several sitemaps those of articles are tried first, those of other things last.
OF_ARTICLES = re.compile(r"news|post|article|stor", re.IGNORECASE)
OF_OTHERS = re.compile(r"page|product|image|video|author|tag|categor", re.IGNORECASE)
# Where entrances mostly are that nothing names.
USUAL = (("feed", "/feed/"), ("feed", "/rss.xml"), ("sitemap", "/sitemap.xml"))
# A headline has this many words at least, and a listing this many headlines.
HEADLINE, LISTED = 4, 4
FURNITURE = "ancestor::*[self::nav or self::header or self::footer or self::aside]"
# A class with a number in it, or that tells a state, is no name of a make.
PASSING = re.compile(r"\d|first|last|active|sticky|\bodd\b|\beven\b|[^\w-]")
NEXT = ("a[rel~='next']", "a.next", "li.next > a", ".nav-previous > a", ".pager-next > a")
# What begins an entrance that is meant for machines alone.
FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
JSON_FEED = re.compile(rb'\s*\{[^{}\[\]]*"version"\s*:\s*"https?:[\\/]+jsonfeed\.org')
XML_SITEMAP = re.compile(FEED.pattern.replace(rb"rss|feed|rdf:RDF", rb"urlset|sitemapindex"), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way into an outlet: the kind of source that it makes and where it begins."""

    kind: str
    url: str
    selectors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outlet:
    """What a page tells of the outlet that it belongs to."""

    name: str
    language: str
    entrances: tuple[Entrance, ...]  # what tells most of what is new comes first


def discover(url: str, body: bytes, links: Sequence[str] = (), robots: str = "") -> Outlet:
    """What the answer at `url` offers; `links` are its Link headers, `robots` is the site's robots.txt."""
    if FEED.match(body) or JSON_FEED.match(body):
        return Outlet(site(url), "en", (Entrance("feed", url),))
    if XML_SITEMAP.match(body):
        return Outlet(site(url), "en", (Entrance("sitemap", url),))
    tree = document_fromstring((decode(body).strip() or "<p>").encode(), parser=HTMLParser(encoding="utf-8"))
    tree.make_links_absolute(url, handle_failures="ignore")
    found = [*_wordpress(tree, links), *_feeds(tree), *_sitemaps(url, robots), *_listings(url, tree)]
    found += [Entrance(kind, urljoin(url, path)) for kind, path in USUAL]
    entrances = {(one.kind, one.url): one for one in found}
    return Outlet(_name(tree) or site(url), _language(tree), tuple(entrances.values()))


def _wordpress(tree: HtmlElement, links: Sequence[str]) -> Iterator[Entrance]:
    told = [match[1] for link in links for match in LINK_HEADER.finditer(link)]
    for api in [*told, *tree.xpath("//link[@rel=$rel]/@href", rel=WORDPRESS)]:
        # Without pretty addresses the route is a parameter: "/index.php?rest_route=/".
        yield Entrance("wordpress", f"{api.rstrip('/')}/wp/v2/posts")


def _feeds(tree: HtmlElement) -> Iterator[Entrance]:
    for link in tree.xpath("//link[contains(concat(' ', @rel, ' '), ' alternate ')][@href]"):
        if link.get("type", "").lower() in FEEDS and not COMMENTS.search(link.get("href") + link.get("title", "")):
            yield Entrance("feed", link.get("href"))


def _sitemaps(url: str, robots: str) -> Iterator[Entrance]:
    named = [urljoin(url, match[1]) for match in SITEMAP.finditer(robots)]
    for address in sorted(named, key=lambda one: (not OF_ARTICLES.search(one), bool(OF_OTHERS.search(one)))):
        yield Entrance("sitemap", address)


def _listings(url: str, tree: HtmlElement) -> Iterator[Entrance]:
    """The page as a listing: links of one make that read like headlines, the make with most of them first."""
    makes: dict[str, set[str]] = {}
    for link in tree.xpath(f"//a[@href][not({FURNITURE})]"):
        address = link.get("href")
        if len(link.text_content().split()) >= HEADLINE and site(address) == site(url):
            makes.setdefault(_make(link), set()).add(address)
    nexts = next((selector for selector in NEXT if tree.cssselect(selector)), None)
    for make, addresses in sorted(makes.items(), key=lambda item: -len(item[1]))[:2]:
        if len(addresses) >= LISTED:
            yield Entrance("listing", url, {"links": make} | ({"next": nexts} if nexts else {}))


def _make(link: HtmlElement) -> str:
    """A CSS selector for links made like this one: its tag and classes up to the first ancestor that has a class."""
    steps = [_step(link)]
    for above in link.iterancestors():
        steps.insert(0, _step(above))
        if "." in steps[0] or above.tag in ("body", "main", "article"):
            break
    return " > ".join(steps)


def _step(element: HtmlElement) -> str:
    classes = [name for name in element.get("class", "").split() if not PASSING.search(name)]
    return ".".join([str(element.tag), *classes[:2]])


def _name(tree: HtmlElement) -> str:
    told = tree.xpath("//meta[@property='og:site_name']/@content") or [
        re.split(r" [|–—-] ", title.text_content())[-1] for title in tree.xpath("//title")[:1]
    ]
    return " ".join(told[0].split()) if told else ""


def _language(tree: HtmlElement) -> str:
    told = str(tree.xpath("string(/html/@lang)"))[:2].lower()
    return told if re.fullmatch(r"[a-z]{2}", told) else "en"
