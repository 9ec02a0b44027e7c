"""A page kept as a test: its structure as it was, its words replaced by others of the same length and look.

Every word is always replaced by the same one, so what a page says twice it still says twice. Words that tell a parser
something (months, "By", "Read more") and function words stay, and so do numbers.
"""

import json
import re
from hashlib import blake2b
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring, tostring

from .markup import decode

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
VOWELS, CONSONANTS = "aeiou", "bcdfghklmnprstvz"
# What parsers look for: dates, bylines, labels, the names of formats, and the commonest words of prose.
KEPT_WORDS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm"
    " est edt cst cdt pst pdt utc gmt by published updated posted date time last modified author authors staff reporter"
    " read more share tweet print email subscribe newsletter related comments comment home news article blog press"
    " release category tag page next previous continue reading advertisement cookie cookies privacy policy terms"
    " the a an of in on at to for from and or but with as is are was were be been has have had that this it its he she"
    " they their not no which who will would said says after before over under about into than then"
    " https http www com org net gov edu html php en us"
)
KEPT = frozenset(KEPT_WORDS.split())
# Attributes that people read; the others carry structure.
READ = ("alt", "title", "content", "aria-label", "placeholder", "value", "summary", "label")
MACHINES = re.compile(r"^(?:og:type|og:locale|generator|viewport|robots|charset|twitter:card|.*(?:time|date).*)$", re.I)
# Structure inside structured data.
TYPED = ("@type", "@context", "inLanguage", "datePublished", "dateModified", "dateCreated", "uploadDate")
ADDRESSES = ("href", "src", "data-src", "srcset", "action", "content", "cite", "poster")


def filled(text: str) -> str:
    """A text with its words replaced."""
    return WORD.sub(lambda match: _other(match.group()), text)


def filled_address(url: str) -> str:
    """An address with the words of its path replaced; the host stays."""
    match = re.match(r"((?:https?:)?//[^/?#]+)(.*)", url, re.DOTALL)
    return match[1] + filled(match[2]) if match else filled(url)


def frozen(html: bytes, content_type: str | None = None) -> str:
    """The page with all that can be read replaced, and without scripts and styles."""
    tree = document_fromstring(decode(html, content_type).encode(), parser=HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, etree.Comment, "style", "svg", "noscript", "iframe", with_tail=False)
    for script in tree.xpath("//script"):
        if "json" not in script.get("type", ""):
            script.drop_tree()
    for element in tree.iter(etree.Element):
        if element.tag == "script":
            element.text = _filled_data(element.text or "")
        elif element.text:
            element.text = filled(element.text)
        if element.tail:
            element.tail = filled(element.tail)
        for name, value in element.attrib.items():
            element.set(name, _filled_attribute(element, name, str(value)))
    return str(tostring(tree, encoding="unicode", doctype="<!doctype html>"))


def _other(word: str) -> str:
    """Another word of the same length, case and make, always the same one."""
    if word.lower() in KEPT or len(word) < 3:
        return word
    noise = iter(blake2b(word.lower().encode(), digest_size=64).digest() * (1 + len(word) // 64))
    letters = []
    for letter, n in zip(word, noise, strict=False):
        if not letter.isalpha():
            letters.append(letter)
            continue
        among = VOWELS if len(letters) % 2 else CONSONANTS
        new = among[n % len(among)]
        letters.append(new.upper() if letter.isupper() else new)
    return "".join(letters)


def _filled_attribute(element: etree._Element, name: str, value: str) -> str:
    if name in ADDRESSES and re.match(r"(?:https?:)?/", value):
        return filled_address(value)
    if name not in READ or MACHINES.match(
        element.get("property") or element.get("name") or element.get("itemprop") or ""
    ):
        return value
    return filled(value)


def _filled_data(text: str) -> str:
    try:
        return json.dumps(_filled_value(json.loads(text)), ensure_ascii=False).replace("</", "<\\/")
    except ValueError:  # what is no JSON is read by nobody
        return ""


def _filled_value(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _filled_value(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled_value(inner, key) for inner in value]
    if not isinstance(value, str) or key in TYPED:
        return value
    return filled_address(value) if re.match(r"https?://", value) else filled(value)
