"""The sources file: what is right is read, what is wrong is named with its line."""

from pathlib import Path

import pytest

from scrapers.sources import KINDS, OUTLETS, SAMPLE, SourcesError, read_sources
from scrapers.spiders import SPIDERS

GOOD = """\
[[source]]
id = "bay-gazette"
name = "Bay Gazette"
kind = "feed"
urls = ["https://www.baygazette.example/feed/"]
language = "en"
why = "Covers the courts of the bay."
terms = "Headlines may be read by machines."
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_source_is_read_whole(tmp_path: Path) -> None:
    (source,) = read_sources(write(tmp_path, GOOD))
    assert (source.id, source.kind, source.checked) == ("bay-gazette", "feed", True)
    assert source.domains == ["baygazette.example"]


@pytest.mark.parametrize("path", [OUTLETS, SAMPLE])
def test_the_bundled_sources_are_right_and_sorted(path: Path) -> None:
    ids = [source.id for source in read_sources(path)]
    assert ids == sorted(ids)


def test_every_kind_has_its_spider() -> None:
    # A single page is only asked for when a source is to be added.
    assert sorted(SPIDERS) == sorted([*KINDS, "page"])


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("terms =", "term ="), 8, 'unknown key "term"'),
        (('kind = "feed"', 'kind = "rss"'), 4, 'unknown kind "rss"'),
        (('kind = "feed"', 'kind = "listing"'), 4, "selectors"),
        (("https://www", "ftp://www"), 5, "not an http address"),
        (('["https://www.baygazette.example/feed/"]', '"https://www.baygazette.example/feed/"'), 5, '"urls" must be'),
        (('why = "Covers the courts of the bay."\n', ""), 1, 'no "why"'),
        (('language = "en"', 'language = ""'), 1, 'no "language"'),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, change: tuple[str, str], line: int, says: str) -> None:
    path = write(tmp_path, GOOD.replace(*change))
    with pytest.raises(SourcesError, match=says) as error:
        read_sources(path)
    assert f"{path}, line {line}:" in str(error.value)


def test_a_key_of_the_second_block_is_found_there(tmp_path: Path) -> None:
    second = GOOD.replace("bay-gazette", "bay-wire").replace("terms =", "licence =")
    with pytest.raises(SourcesError, match=r'line 17: unknown key "licence"'):
        read_sources(write(tmp_path, GOOD + "\n" + second))


def test_an_id_is_given_once(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match='line 11: the id "bay-gazette" is taken'):
        read_sources(write(tmp_path, GOOD + "\n" + GOOD))


@pytest.mark.parametrize("text", ["", "name = 1\n", "[[source]\n", "[source]\nid = 'a'\n"])
def test_a_file_that_is_no_list_of_sources_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourcesError, match=r"sources\.toml: "):
        read_sources(write(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="cannot be read"):
        read_sources(tmp_path / "none.toml")
