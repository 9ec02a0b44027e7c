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
COUNT = etree.XPath("count(//*)")
# Below this depth no page can take so many steps.
DEEP = etree.XPath("boolean(" + "/*" * (MAX_STEPS // MAX_ELEMENTS + 1) + ")")
# libxml2 is quadratic in the attributes of one tag: 100,000 of them take 13 s.
MIN_LONG_TAG = 10_000
LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{MIN_LONG_TAG},}}>?")
MAX_ATTRIBUTES = 500
# Bytes that no text has, whatever its encoding; a page of text has next to none of them.
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
BINARY_SHARE = 0.02
# Feeds, sitemaps and data, which some source may take for a page.
OTHER = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*(?:<[!?][^<>]{0,500}>\s*){0,5})?<(?:rss|feed|urlset|sitemapindex|rdf:)\b|\s*[\[{]\s*[\"{\[]"
)
CONTROLS = bytes(c for c in range(0x20) if not chr(c).isspace() or c >= 0x1C)
PAGE_BREAKS = bytes.maketrans(b"\v\f", b"  ")
CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?:;|(?![0-9a-f]))", re.I
)
LENGTH = etree.XPath("string-length(normalize-space(.))")
FRAMES = ("aside", "footer", "nav")
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
        # One class for all elements: lxml.html looks the class of each up in Python, again whenever it is met.
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
        try:
            tree = document_fromstring(_writable(_without_long_tags(self.html)), parser=parser)
        except (etree.LxmlError, ValueError, AssertionError) as error:
            raise NoArticle("not a web page") from error
        _check_size(tree)
        etree.strip_elements(tree, *UNREAD, with_tail=False)
        for script in tree.xpath("//script[not(contains(@type,'json'))]"):
            script.drop_tree()
        most = text_length(tree) / 2
        for frame in tree.iter(*FRAMES):
            if _length(frame) > most:  # it was never closed
                frame.tag = "div"
        return tree

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page for a site parser."""
        return BeautifulSoup(_without_long_tags(self.html), "lxml")


def text_length(tree: HtmlElement) -> float:
    """The characters of text on the page; data for machines is none."""
    return _length(tree) - sum(map(_length, tree.iter("script")))


def _length(element: HtmlElement) -> float:
    return float(LENGTH(element))


def _check_size(tree: HtmlElement) -> None:
    if COUNT(tree) > MAX_ELEMENTS:
        raise NoArticle("more elements than any article has")
    if not DEEP(tree):
        return
    depth = steps = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        steps += depth
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
    return Page(url, text)


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


def _writable(html: str) -> bytes:
    """The page without control characters: the parser takes them in, but no element may be given such a text."""
    return CONTROL_REFERENCE.sub(b"", html.encode("utf-8", "replace").translate(PAGE_BREAKS, CONTROLS))


def _without_long_tags(html: str) -> str:
    if not _has_long_tag(html):
        return html
    return LONG_TAG.sub(lambda tag: "" if len(tag[0].split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES else tag[0], html)


def _has_long_tag(html: str) -> bool:
    """Whether a bracket opens a stretch that long without another; leaps, for most of a page is nearer together."""
    at = 0
    while 0 <= at <= len(html) - MIN_LONG_TAG:
        end = at + MIN_LONG_TAG
        last = max(html.rfind("<", at, end), html.rfind(">", at, end))
        if last < 0 and at and html[at - 1] == "<":
            return True
        at = last + 1 or html.find("<", end) + 1 or -1
    return False
