"""What a page tells machines in JSON-LD: the nodes of all its blocks, and their values as plain strings."""

import html
from collections.abc import Iterator
from typing import Any

from extruct.jsonld import JsonLdExtractor
from lxml.html import HtmlElement

from .hygiene import tidy

MAX_SCRIPT = 500_000  # characters of one block
MAX_DEPTH = 6
MAX_NODES = 2000


def nodes_of(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All nodes of all blocks that can be read; one broken block does not cost the others."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        if len(script.text or "") > MAX_SCRIPT:
            continue
        try:
            items = JsonLdExtractor().extract_items(script)
        except (ValueError, RecursionError, TypeError, AttributeError, IndexError):
            continue
        for count, node in enumerate(_flat(items, 0)):
            if count >= MAX_NODES:
                break
            yield node


def _flat(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        if "@graph" not in value or "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flat(value.get(key), depth + 1)


def kinds_of(node: dict[str, Any]) -> list[str]:
    """The types of a node, without the vocabulary they are from."""
    kinds = node.get("@type")
    return [k.rpartition("/")[2] for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]


def resolved(value: object, nodes: list[dict[str, Any]]) -> object:
    """The node that a reference stands for."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return next((n for n in nodes if n.get("@id") == value.get("@id") and "name" in n), value)
    return value


def part(value: object, key: str) -> object:
    """The value under a key of a node; None for anything that is no node."""
    return value.get(key) if isinstance(value, dict) else None


def string(value: object) -> str:
    """A string of JSON-LD, where publishers leave character references."""
    if isinstance(value, list):
        value = value[0] if value else None
    return tidy(html.unescape(value)) if isinstance(value, str) else ""
