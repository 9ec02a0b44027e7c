"""XML from strangers: what is needed of it is read, however broken, and what is meant to do harm comes to nothing.

libxml2 bounds the depth; entities are never resolved, nothing is ever loaded; the elements that nobody asked for are
not kept, so that what comes out is small and well-formed.
"""

import codecs
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

from lxml import etree
from w3lib.encoding import html_body_declared_encoding

ATTRIBUTES_MOST = 50  # of one element
CHUNK = 64 * 1024
# A feed whose prefixes nobody declared has an error for each use of them; beyond this it is noise.
ERRORS_MOST = 10_000
# The longest text of an element that is read: an address or a date.
TEXT_MOST = 10_000  # code points
# A comma between the byte order marks: UTF-32's little one begins like UTF-16's.
WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
DECLARATION = re.compile(r"<\?xml[^>]{0,1000}\?>")
# Nearly every hand-made feed has bare ampersands in its addresses. Entities of its own are text like any other; what
# stands in a CDATA section is text already.
AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of a document."""

    root: etree._Element | None  # with only those elements that were asked for; None where there is no element
    trouble: str | None  # what kept the rest from being read

    @property
    def kind(self) -> str:
        """The root's name without its namespace, empty where there is none."""
        return local(self.root.tag) if self.root is not None else ""


def read(body: bytes, wanted: Collection[str], entry: Collection[str], most: int) -> Document:
    """Read the elements of the wanted names that lie in others of them, up to so many entries."""
    keeper = _Keeper(wanted, entry)
    parser: Any = etree.XMLParser(  # nor know they the log of a parser with a target
        target=cast(Any, keeper),
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    text = _text(body).strip()
    if declaration := DECLARATION.match(text):
        text = text[declaration.end() :].lstrip()
    data = AMPERSAND.sub(_escaped, text).encode(errors="replace")
    trouble = None
    for start in range(0, len(data), CHUNK):
        parser.feed(data[start : start + CHUNK])
        if keeper.entries > most or keeper.elements > most * len(wanted):
            trouble = f"it has more than {most} entries"
        elif len(parser.feed_error_log) > ERRORS_MOST:
            trouble = f"it is broken in more than {ERRORS_MOST} places"
        if trouble:
            break
    else:
        with suppress(etree.XMLSyntaxError):  # not even one element
            parser.close()
    return Document(keeper.tree(), trouble or (None if keeper.is_whole else "it breaks off before its end"))


def local(tag: object) -> str:
    """An element's name without its namespace, in small letters: some write <PubDate>."""
    return str(tag).rpartition("}")[2].rpartition(":")[2].lower()


def is_name(tag: str) -> bool:
    """Whether a name can stand in a document: not one whose prefix was never declared."""
    return tag.startswith("{") or ":" not in tag


class _Keeper:
    """Builds a tree of the wanted elements from the parser's events."""

    def __init__(self, wanted: Collection[str], entry: Collection[str]) -> None:
        self.entries = 0
        self.elements = 0
        self.is_whole = False
        self._wanted = wanted
        self._entry = entry
        self._builder: Any = etree.TreeBuilder()  # its types do not know that start() takes namespaces
        self._open: list[str] = []
        self._skipped = 0  # how deep we are in what nobody asked for
        self._room = TEXT_MOST

    def start(self, tag: str, attributes: Mapping[str, str], namespaces: Mapping[str | None, str]) -> None:
        name = local(tag)
        if self._skipped or (self._open and name not in self._wanted):
            self._skipped += 1
            return
        self.entries += name in self._entry
        self.elements += 1
        self._open.append(tag if is_name(tag) else name)
        self._room = TEXT_MOST
        said = {key: value for key, value in islice(attributes.items(), ATTRIBUTES_MOST) if is_name(key)}
        self._builder.start(self._open[-1], said, {prefix or None: uri for prefix, uri in namespaces.items()})

    def end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._open:
            self._builder.end(self._open.pop())
            self.is_whole = not self._open

    def data(self, text: str) -> None:
        if self._open and not self._skipped and self._room > 0:
            self._room -= len(text)
            self._builder.data(text)

    def close(self) -> None:
        """Nothing: the parser wants to be able to call it."""

    def tree(self) -> etree._Element | None:
        try:
            while self._open:
                self._builder.end(self._open.pop())
            root: etree._Element = self._builder.close()
        except etree.XMLSyntaxError:  # no element at all
            return None
        return root


def _text(body: bytes) -> str:
    """The document's text; what it says of its own encoding is believed last, for it is often wrong."""
    body = body.lstrip()
    for mark, encoding in WIDE.items():
        if body.startswith(mark):
            return body.decode(encoding, errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = html_body_declared_encoding(body) or "cp1252"
        return body.decode("cp1252" if declared.startswith("utf") else declared, errors="replace")


def _escaped(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else found[0]
