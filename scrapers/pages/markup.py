"""From the bytes of an answer to markup that can be read: decoded, bounded, parsed once."""

import re
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding

from .verdict import NoArticle

# The largest real article pages are some 2 MB with a few thousand elements; what is larger is a dump or an attack,
# and extraction takes seconds on it.
MAX_CHARS = 6_000_000
MAX_ELEMENTS = 30_000
# Elements times their depth: extractors walk up from each. Real pages stay below 200,000.
MAX_STEPS = 3_000_000
# libxml2 is quadratic in the attributes of one tag: 100,000 of them take 13 s.
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}>?")
MAX_ATTRIBUTES = 500
# Bytes that no text has, whatever its encoding; a page of text has next to none of them.
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
BINARY_SHARE = 0.02
# Feeds, sitemaps and data, which some source may take for a page.
OTHER = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*(?:<[!?][^<>]{0,500}>\s*){0,5})?<(?:rss|feed|urlset|sitemapindex|rdf:)\b|\s*[\[{]\s*[\"{\[]"
)
UNREAD = ("style", "svg", "canvas", "template", "object", "embed", "iframe", "math", "select", "datalist")


@dataclass(frozen=True)
class Page:
    """A decoded page; its tree and its soup are made when asked for, once."""

    url: str
    html: str

    @cached_property
    def tree(self) -> HtmlElement:
        """The page as an lxml tree without comments; NoArticle where no tree can be made of it."""
        # huge_tree: libxml2 drops what is nested deeper than 256 without it, and old pages never close their <font>.
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        try:
            tree = document_fromstring(_without_long_tags(self.html).encode(), parser=parser)
        except (etree.LxmlError, ValueError, AssertionError) as error:
            raise NoArticle("not a web page") from error
        for scrap in tree.xpath("|".join(f"//{name}" for name in UNREAD) + "|//script[not(contains(@type,'json'))]"):
            scrap.drop_tree()
        _check_size(tree)
        return tree

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page for a site parser."""
        return BeautifulSoup(_without_long_tags(self.html), "lxml")


def _check_size(tree: HtmlElement) -> None:
    depth = elements = steps = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        steps += depth
        if elements > MAX_ELEMENTS:
            raise NoArticle("more elements than any article has")
        if steps > MAX_STEPS:
            raise NoArticle("nested deeper than any article")


def read(html: bytes, url: str, content_type: str | None = None) -> Page:
    """The decoded page; NoArticle where the bytes hold no text or too much of it."""
    if len(html) > MAX_CHARS:
        raise NoArticle("larger than any article")
    text = decode(html, content_type)
    if not text.strip():
        raise NoArticle("an empty page")
    head = text[:20_000]
    if OTHER.match(head) or len(BINARY.findall(head)) > len(head) * BINARY_SHARE:
        raise NoArticle("not a web page")
    return Page(url, text.replace("\x00", ""))


def decode(html: bytes, content_type: str | None = None) -> str:
    """The text of a page, in the encoding that fits its bytes rather than the one a server claims for them."""
    by_mark, mark = read_bom(html)
    if by_mark is not None and mark is not None:
        return html[len(mark) :].decode(by_mark, "replace")
    declared = http_content_type_encoding(content_type) if content_type else None
    wide = b"\x00" in html[:1000]
    if not wide:
        # Bytes above ASCII that are valid UTF-8 by chance do not happen in prose; wrong labels do.
        try:
            return html.decode("utf-8")
        except UnicodeDecodeError:
            pass
    encoding = declared or html_body_declared_encoding(html[:8192])
    if encoding is None or (encoding == "utf-8" and not wide) or ("utf-16" in encoding and not wide):
        # An answer cut short ends in half a character: that alone does not make it another encoding.
        return _mostly_utf8(html)
    return html.decode(resolve_encoding(encoding) or "cp1252", "replace")


def _mostly_utf8(html: bytes) -> str:
    text = html.decode("utf-8", "replace")
    return text if text.count("\ufffd") <= 1 + len(text) // 5000 else html.decode("cp1252", "replace")


def _without_long_tags(html: str) -> str:
    return LONG_TAG.sub(lambda tag: "" if len(tag[0].split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES else tag[0], html)
