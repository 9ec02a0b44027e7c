"""HTML in, Article out; nothing here crawls.

A site whose pages the generic parser reads badly gets a site parser: a module in `sites/` with its `DOMAINS` and a
`parse(page)` that returns the article, or None for a page that is not in a layout it knows.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from ..items import Article
from ..urls import site
from . import generic, sites
from .markup import Page, read
from .verdict import NoArticle

__all__ = ["NoArticle", "parse"]

SITES: dict[str, Callable[[Page], Article | None]] = {
    domain: module.parse
    for module in (import_module(f"{sites.__name__}.{found.name}") for found in iter_modules(sites.__path__))
    for domain in module.DOMAINS
}


def parse(html: bytes, url: str, *, content_type: str | None = None) -> Article:
    """The article on the page that answered under `url`; NoArticle, with the reason, where there is none."""
    page = read(html, url, content_type)
    if (special := SITES.get(site(url))) is not None and (article := special(page)) is not None:
        return article
    return generic.parse(page)
