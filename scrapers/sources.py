"""Sources are data: every outlet that is read, in a TOML file, checked before anything is fetched."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomlkit

KINDS = ("api", "feed", "listing", "sitemap", "wordpress")
OUTLETS = Path(__file__).with_name("sources.toml")
SAMPLE = Path(__file__).parent / "sample" / "sources.toml"

# The types of the keys that are no text.
TYPES = {
    "urls": list,
    "checked": bool,
    "general": bool,
    "selectors": dict,
    "revisit_days": int,
    "daily_pages": int,
    "delay": float,
}
BLOCK = re.compile(r"^[ \t]*\[\[\s*source\s*\]\]", re.MULTILINE)
# What a listing's selectors can name; both are CSS.
SELECTORS = {"links", "next"}


class SourcesError(ValueError):
    """The sources file cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Source:
    """One outlet as it is read: a feed, a listing, a sitemap, a WordPress site or a search by CourtListener's API."""

    id: str
    name: str
    kind: str
    urls: tuple[str, ...]
    language: str  # ISO 639-1
    why: str  # what it brings
    terms: str  # what its owner allows, as far as known
    checked: bool = True  # False until somebody has seen it answer
    selectors: Mapping[str, str] = field(default_factory=dict)
    general: bool = False  # an outlet of all news: a page without a word of ours is not read whole
    token: str = ""  # the environment variable that holds the API's token; without it the source is off
    revisit_days: int = 7  # a page is asked again after so many days, then ever more rarely; 0 is with every crawl
    daily_pages: int = 500  # no more pages are asked for in 24 hours
    delay: float = 2.0  # seconds between two requests, more where robots.txt says so

    @property
    def is_on(self) -> bool:
        """Whether it can be asked: an API cannot without its token."""
        return not self.token or bool(os.environ.get(self.token))

    @property
    def domains(self) -> list[str]:
        """The host names this source may be fetched from."""
        return sorted({(urlsplit(url).hostname or "").removeprefix("www.") for url in self.urls})


def read_sources(path: Path = OUTLETS) -> tuple[Source, ...]:
    """All sources of the file; SourcesError with file and line where it is not right."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise SourcesError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourcesError(f"{path}: not valid TOML: {error}") from error
    blocks = data.pop("source", [])
    if data or not isinstance(blocks, list) or not blocks:
        raise SourcesError(f"{path}: expected [[source]] blocks and nothing else, found {', '.join(data) or 'none'}")
    sources = tuple(_source(block, index, path, text) for index, block in enumerate(blocks))
    for index, source in enumerate(sources):
        if any(source.id == earlier.id for earlier in sources[:index]):
            raise SourcesError(f'{path}, line {_line(text, index, "id")}: the id "{source.id}" is taken')
    return sources


def _source(block: Mapping[str, Any], index: int, path: Path, text: str) -> Source:
    def wrong(key: str, message: str) -> SourcesError:
        return SourcesError(f"{path}, line {_line(text, index, key)}: {message}")

    known = {f.name: f for f in fields(Source)}
    for key in block:
        if key not in known:
            raise wrong(key, f'unknown key "{key}"; known are {", ".join(known)}')
    for key, spec in known.items():
        required = spec.default is MISSING and spec.default_factory is MISSING
        if required and not block.get(key):
            raise wrong("", f'this source has no "{key}"')
        if key in block and not isinstance(block[key], _type(key)):
            raise wrong(key, f'"{key}" must be {_type(key).__name__}, not {block[key]!r}')
    if block["kind"] not in KINDS:
        raise wrong("kind", f'unknown kind "{block["kind"]}"; known are {", ".join(KINDS)}')
    for url in block["urls"]:
        if not isinstance(url, str) or urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise wrong("urls", f"not an http address: {url!r}")
    unknown = set(block.get("selectors", {})) - SELECTORS
    if unknown:
        raise wrong(min(unknown), f'unknown selector "{min(unknown)}"; known are {", ".join(sorted(SELECTORS))}')
    if block["kind"] == "api" and not block.get("token"):
        raise wrong("kind", 'an API needs "token", the name of the environment variable that holds its token')
    if block["kind"] == "listing" and "links" not in block.get("selectors", {}):
        raise wrong("kind", 'a listing needs [source.selectors] with "links", the CSS of its article links')
    return Source(**{**block, "urls": tuple(block["urls"])})


def _type(key: str) -> type:
    return TYPES.get(key, str)


def _line(text: str, index: int, key: str) -> int:
    """The line of a key in the index-th block, or of the block itself: tomllib does not tell."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if BLOCK.match(line)]
    start = starts[index]
    end = starts[index + 1] if index + 1 < len(starts) else len(lines)
    for number in range(start, end):
        if key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", lines[number]):
            return number + 1
    return start + 1


def insert(path: Path, source: Source) -> None:
    """Write a source into the file, among the others by its id; a file that is not there is begun.

    SourcesError where what the file holds is not right; it then stays as it was.
    """
    others = read_sources(path) if path.exists() else ()
    text = path.read_text(encoding="utf-8") if others else ""
    starts = [match.start() for match in BLOCK.finditer(text)]
    behind = sum(other.id < source.id for other in others)
    at = starts[behind] if behind < len(starts) else len(text)
    before = text[:at].rstrip("\n")
    parts = [part for part in (before, _block(source), text[at:].rstrip("\n")) if part]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _block(source: Source) -> str:
    spoken = {f.name: getattr(source, f.name) for f in fields(Source)}
    told = {
        name: list(value) if name == "urls" else value
        for name, value in spoken.items()
        if value != _default(name) and name != "selectors"
    }
    if source.selectors:  # a table of its own, so it comes last
        told["selectors"] = dict(source.selectors)
    return tomlkit.dumps({"source": [told]}).strip()


def _default(key: str) -> object:
    spec = next(f for f in fields(Source) if f.name == key)
    return None if spec.default is MISSING else spec.default
