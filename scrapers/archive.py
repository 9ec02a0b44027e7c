"""The archive: every answer of a run in one WARC file, each record a gzip member of its own (ISO 28500).

A member can be read by its offset alone, and a torn last one, left by a kill, harms no other.
"""

import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .items import RawPage

# Scrapy hands the body on decoded; headers that speak of the encoded one would mislead every reader of the archive.
TRANSPORT_HEADERS = {"content-encoding", "transfer-encoding", "content-length"}


class ArchiveError(OSError):
    """A record is not where the database says it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: the file's name in the archive folder, the offset and length of its gzip member."""

    file: str
    offset: int
    length: int


class Archive:
    """A WARC file being written; what was added is on the disk after `sync`."""

    def __init__(self, folder: Path, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._name = f"{name}.warc.gz"
        self._stream = (folder / self._name).open("ab")
        self._writer = WARCWriter(self._stream, gzip=True)

    def add(self, page: RawPage) -> Place:
        """Write one answer as it came and return its place."""
        start = self._stream.tell()
        headers = [(name, value) for name, value in page.headers if name.lower() not in TRANSPORT_HEADERS]
        record = self._writer.create_warc_record(
            page.url,
            "response",
            payload=BytesIO(page.body),
            http_headers=StatusAndHeaders(str(page.status), headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": page.fetched_at},
        )
        self._writer.write_record(record)
        return Place(self._name, start, self._stream.tell() - start)

    def sync(self) -> None:
        """Put on the disk what was added."""
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Put the rest on the disk and close the file."""
        self.sync()
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is read back of an archived answer."""

    body: bytes
    content_type: str | None  # as the server said it, with the character set where it told one
    links: tuple[str, ...] = ()  # its Link headers


def read_answer(folder: Path, place: Place) -> Answer:
    """One archived answer; ArchiveError where it cannot be had whole."""
    path = folder / place.file
    try:
        with path.open("rb") as stream:
            stream.seek(place.offset)
            for record in ArchiveIterator(BytesIO(stream.read(place.length)), check_digests=True):
                body = bytes(record.content_stream().read())
                # The beginning of a torn record would otherwise pass for the whole.
                if not record.digest_checker.passed:
                    raise ArchiveError(f"{path} is damaged at offset {place.offset}")
                headers = record.http_headers
                links = tuple(value for name, value in headers.headers if name.lower() == "link")
                return Answer(body, headers.get_header("Content-Type"), links)
    except ArchiveError:
        raise
    except (OSError, ArchiveLoadFailed) as error:
        raise ArchiveError(f"{path} cannot be read: {error}") from error
    raise ArchiveError(f"{path} has no record at offset {place.offset}")
