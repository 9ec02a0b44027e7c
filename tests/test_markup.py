"""Bytes in, pages out: encodings, and bytes that are meant to break a parser."""

import time
from contextlib import suppress

import pytest

from scrapers.pages import NoArticle, parse
from scrapers.pages.markup import decode

from .test_pages import URL, html

# Encodings


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        ("“Zürich”".encode(), None),
        ("“Zürich”".encode(), "text/html; charset=iso-8859-1"),
        ("“Zürich”".encode(), "text/html; charset=utf-16"),
        ("“Zürich”".encode("cp1252"), "text/html; charset=windows-1252"),
        ("“Zürich”".encode("cp1252"), "text/html; charset=iso-8859-1"),
        ("“Zürich”".encode("cp1252"), "text/html; charset=utf-8"),
        ("“Zürich”".encode("cp1252"), "text/html; charset=no-such"),
        (b"<meta charset=windows-1252>" + "“Zürich”".encode("cp1252"), None),
        ("“Zürich”".encode("utf-16"), None),
        ("“Zürich”".encode("utf-8-sig"), "text/html; charset=windows-1252"),
        ("“Zürich” ü".encode()[:-1], None),
    ],
)
def test_decode(raw, content_type):
    assert "“Zürich”" in decode(raw, content_type)


# Hostile bytes: an answer in a few seconds, and nothing raised but the verdict

HOSTILE = {
    "empty": b"",
    "blank": b" \n ",
    "zeros": b"\x00" * 5000,
    "image": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "document": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "data": b'{"a": [1, 2]}',
    "words": b"just words",
    "too large": b"<p>" + b"word " * 1_300_000,
    "one paragraph of 5 MB": b"<title>T</title><p>" + b"The court said so on Monday. " * 170_000,
    "no space in 3 MB": b"<p>" + b"(" * 3_000_000,
    "nested divisions": b"<div>" * 200_000 + b"x",
    "nested tables": b"<table><tr><td>" * 30_000 + b"x",
    "unclosed fonts": b"<font>x " * 2000 + b"<span>a</span>" * 20_000,
    "open tags": b"<p><b>" * 100_000,
    "links": b"<a href=/x>text</a> " * 60_000,
    "table": b"<table>" + (b"<tr>" + b"<td>cell</td>" * 300) * 300,
    "breaks": b"<p>" + b"word<br>" * 25_000,
    "attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
    "open brackets": b"<" * 1_000_000,
    "quotes": b'<a href="' * 100_000,
    "JSON-LD of brackets": b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script><p>x",
    "marks": ("<p>e" + "\u0301\u0327" * 500_000).encode(),
    "frames": b"<html><frameset><frame src=x></frameset></html>",
    "cut in a tag": html()[:-40] + b"<div cla",
    "canonical nonsense": html(
        head="<link rel=canonical href='http://[::1'><meta property=og:url content='javascript:x'>"
    ),
    "dates": html(head="<meta name=date content='99999-99-99'><meta name=pubdate content='30 February 2021'>"),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile(raw):
    started = time.process_time()
    with suppress(NoArticle):
        article = parse(raw, URL)
        assert article.title
        assert article.published is None
        assert len(article.text) < 250_000
    assert time.process_time() - started < 10
