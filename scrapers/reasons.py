"""Why a request failed, in words for whoever runs the crawl."""

import zlib
from collections.abc import Iterator

import brotli
from OpenSSL import SSL
from scrapy import exceptions
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils._compression import _DecompressionMaxSizeExceeded, zstd  # type: ignore[attr-defined]
from service_identity import VerificationError
from twisted.internet.error import ConnectError, ConnectionClosed
from twisted.web.client import ResponseFailed

from .settings import DOWNLOAD_MAXSIZE, DOWNLOAD_TIMEOUT

LONGEST = 300  # characters
MOST = f"{DOWNLOAD_MAXSIZE // 2**20} MiB"
UNPACKING = (zlib.error, brotli.error, zstd.ZstdError, EOFError, OSError)
WORDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    (_DecompressionMaxSizeExceeded, f"the answer unpacks to more than {MOST}"),
    (exceptions.DownloadCancelledError, f"the answer is larger than {MOST}"),
    (exceptions.DownloadTimeoutError, f"the answer was not there in full after {DOWNLOAD_TIMEOUT:g} seconds"),
    (exceptions.CannotResolveHostError, "the server's name is not known"),
    (exceptions.DownloadConnectionRefusedError, "the server refuses connections"),
    (exceptions.ResponseDataLossError, "the answer breaks off before its end"),
    (VerificationError, "the server's certificate is for another name"),
    (ConnectError, "the server cannot be reached"),
    (SSL.Error, "the server does not speak TLS as we do"),
    (ConnectionClosed, "the server closed the connection without an answer"),
    (exceptions.UnsupportedURLSchemeError, "this is no web address"),
    (UNPACKING, "the answer cannot be unpacked"),
)


class PlainError(Exception):
    """An error whose message is meant for the operator as it is."""


def reason(error: BaseException | None) -> str:
    """Why a request failed, in one line."""
    return " ".join(_words(error).split())[:LONGEST]


def _words(error: BaseException | None) -> str:
    if isinstance(error, HttpError):
        return f"HTTP {error.response.status}"
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, PlainError):
            return str(cause)
        for kinds, words in WORDS:
            if isinstance(cause, kinds):
                return words
    if isinstance(error, exceptions.DownloadFailedError):
        return f"the server does not answer in HTTP ({(causes[-1].args or [''])[0]})"
    told = str(error)
    if isinstance(error, exceptions.IgnoreRequest):
        return told[:1].lower() + told[1:] or "not allowed"
    # Our own parsers raise it for whatever an outlet got wrong.
    return told if type(error) is ValueError else f"{type(error).__name__}: {told}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what lies behind it, as Scrapy and Twisted wrap it."""
    while error is not None:
        yield error
        reasons = error.reasons if isinstance(error, ResponseFailed) else ()
        error = reasons[0].value if reasons else error.__cause__
