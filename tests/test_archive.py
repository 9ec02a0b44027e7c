"""The archive: what went in comes out, byte for byte, also beside a torn record."""

from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from scrapers.archive import Answer, Archive, ArchiveError, Place, read_answer
from scrapers.items import RawPage


def page(number: int, body: bytes) -> RawPage:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("ETag", '"x"'))
    return RawPage(
        "bay",
        f"http://bay.example/{number}",
        f"http://bay.example/{number}",
        200,
        headers,
        body,
        "2024-05-01T10:00:00Z",
    )


BODIES = [b"<html>one</html>", b"", bytes(range(256)) * 300, "née – Łódź".encode()]


def test_every_body_is_read_back_by_its_place(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", "run-1") as archive:
        places = [archive.add(page(number, body)) for number, body in enumerate(BODIES)]
    assert [read_answer(tmp_path / "archive", place) for place in places] == [
        Answer(body, "text/html") for body in BODIES
    ]


def test_other_tools_can_read_the_file(tmp_path: Path) -> None:
    with Archive(tmp_path, "run-1") as archive:
        for number, body in enumerate(BODIES):
            archive.add(page(number, body))
    with (tmp_path / "run-1.warc.gz").open("rb") as stream:
        records = [
            (r.rec_type, r.rec_headers["WARC-Target-URI"], r.http_headers.get_statuscode(), r.http_headers["ETag"])
            for r in ArchiveIterator(stream)
        ]
    assert records == [("response", f"http://bay.example/{n}", "200", '"x"') for n in range(len(BODIES))]


def test_headers_of_the_encoded_body_are_left_out(tmp_path: Path) -> None:
    with Archive(tmp_path, "run-1") as archive:
        archive.add(page(0, b"decoded"))
    with (tmp_path / "run-1.warc.gz").open("rb") as stream:
        (record,) = ArchiveIterator(stream)
    assert record.http_headers.get_header("Content-Encoding") is None
    assert record.http_headers.get_header("Content-Type") == "text/html"


def test_a_torn_end_harms_no_other_record(tmp_path: Path) -> None:
    with Archive(tmp_path, "run-1") as archive:
        first = archive.add(page(0, b"first"))
        torn = archive.add(page(1, b"second" * 1000))
    path = tmp_path / "run-1.warc.gz"
    path.write_bytes(path.read_bytes()[:-20])
    with Archive(tmp_path, "run-1") as archive:
        later = archive.add(page(2, b"third"))
    assert read_answer(tmp_path, first).body == b"first"
    assert read_answer(tmp_path, later).body == b"third"
    with pytest.raises(ArchiveError):
        read_answer(tmp_path, torn)


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be read"):
        read_answer(tmp_path, Place("gone.warc.gz", 0, 10))
    (tmp_path / "empty.warc.gz").write_bytes(b"")
    with pytest.raises(ArchiveError, match="no record at offset 5"):
        read_answer(tmp_path, Place("empty.warc.gz", 5, 10))
