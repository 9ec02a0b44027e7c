"""A crawl among servers that break every rule: each failure is recorded in plain words, and the crawl goes on."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import repeat
from pathlib import Path

import brotli
import pytest
from scrapy.utils._compression import zstd  # type: ignore[attr-defined]  # whichever this Python has

from .hostile import HEAD, STORY, Crawled, Reply, Server, answer, crawl, endless, raw, redirect, serve, source

CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
# A peaceful crawl takes 100 MiB; a bomb that went off would take 300 more, an answer without end all there is.
MEMORY = 250 * 2**20


def bomb(pack: Callable[[bytes], bytes], finish: Callable[[], bytes], encoding: str) -> Reply:
    """An answer that unpacks to 300 MiB of zeros."""
    packed = b"".join(pack(part) for part in repeat(bytes(2**20), 300)) + finish()
    return answer(packed, f"Content-Encoding: {encoding}")


def bombs() -> Iterator[tuple[str, Reply]]:
    for encoding, bits in (("gzip", 31), ("deflate", 15)):
        packer = zlib.compressobj(wbits=bits)
        yield encoding, bomb(packer.compress, packer.flush, encoding)
    quick = brotli.Compressor(quality=1)
    yield "br", bomb(quick.process, quick.finish, "br")
    dense = zstd.ZstdCompressor()
    yield "zstd", bomb(dense.compress, dense.flush, "zstd")


FLOOD = "the answer has more than 512 KiB or 2000 lines of headers"
LARGE = "the answer is larger than 10 MiB"
SLOW = "the answer was not there in full after 2 seconds"
SHORT = "the answer breaks off before its end"
PACKED = "the answer cannot be unpacked"
NO_HTTP = "the server does not answer in HTTP ("
CIRCLE = "redirected in a circle, by "
NO_ADDRESS = ", which is no web address"
# What each page does, and how the reason for its failure begins or ends.
FAILURES: dict[str, tuple[Reply, str]] = {
    "headers": (endless(HEAD, b"".join(b"X-%d: y\r\n" % n for n in range(10_000))), FLOOD),
    "folded": (endless(HEAD + b"X: y\r\n", b" and more\r\n" * 1000), FLOOD),
    "header-line": (endless(HEAD + b"X: ", b"y" * 65_536), FLOOD),
    "status-lines": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000), FLOOD),
    "endless": (endless(HEAD + b"\r\n", b"y" * 65_536), LARGE),
    "endless-chunks": (endless(CHUNKED, b"10000\r\n" + b"y" * 65_536 + b"\r\n"), LARGE),
    "said-large": (raw(HEAD + b"Content-Length: 99999999999999\r\n\r\n" + STORY), LARGE),
    "slow-body": (endless(HEAD + b"Content-Length: 100000\r\n\r\n", b"y", 0.1), SLOW),
    "slow-head": (endless(HEAD, b"y", 0.1), SLOW),
    "chunk-line": (endless(CHUNKED + b"5;", b"y" * 65_536), SHORT),
    "trailers": (endless(CHUNKED + b"5\r\nhello\r\n0\r\n", b"X: yyyyyyyyyyyy\r\n" * 1000), SHORT),
    "no-chunk": (raw(CHUNKED + b"ZZZ\r\nhello"), SHORT),
    "short": (raw(HEAD + b"Content-Length: 100000\r\n\r\n" + STORY), SHORT),
    "less-than-none": (raw(HEAD + b"Content-Length: -5\r\n\r\n" + STORY), NO_HTTP),
    "two-lengths": (raw(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + STORY), NO_HTTP),
    "transfer": (raw(HEAD + b"Transfer-Encoding: magic\r\n\r\n" + STORY), NO_HTTP),
    "garbage": (raw(bytes(range(256)) * 20), NO_HTTP),
    "status": (raw(b"HTTP/1.1 maybe yes\r\n\r\n" + STORY), NO_HTTP),
    "other-protocol": (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), NO_HTTP),
    "nothing": (raw(), "the server closed the connection without an answer"),
    "status-999": (answer(STORY, status="999 Odd"), "HTTP 999"),
    **{f"bomb-{name}": (reply, "the answer unpacks to more than 10 MiB") for name, reply in bombs()},
    **{f"not-{name}": (answer(STORY, f"Content-Encoding: {name}"), PACKED) for name in ("gzip", "br", "zstd")},
    "thousandfold": (answer(STORY, "Content-Encoding: " + ", ".join(["gzip"] * 1000)), PACKED),
    "to-itself": (redirect("/to-itself"), CIRCLE),
    "to-and": (redirect("/fro"), CIRCLE),
    "fro": (redirect("/to-and"), CIRCLE),
    "to-nowhere": (answer(b"", status="302 Found"), "redirected to nowhere" + NO_ADDRESS),
    "to-file": (redirect("file:///etc/hostname"), "redirected to file:///etc/hostname" + NO_ADDRESS),
    "to-script": (redirect("javascript:alert(1)"), "redirected to javascript:alert(1)" + NO_ADDRESS),
    "to-nonsense": (redirect("http://[::1"), "redirected to http://[::1" + NO_ADDRESS),
    "to-far": (redirect("/" + "x" * 100_000), "redirected to an address of 1000"),
    "to-private": (redirect("http://169.254.169.254/latest"), "outside of the source's domains"),
}
ANSWERS: dict[str, Reply] = {
    "too-long": raw(HEAD + b"Content-Length: 5\r\n\r\n" + STORY),
    "no-charset": answer(STORY, kind="text/html; charset=\xff\xfe"),
    "codec-charset": answer(STORY, kind="text/html; charset=base64_codec"),
    "no-type": answer(STORY, kind="\x01; =;;;/"),
    "cookies": answer(STORY, *(f"Set-Cookie: c{n}={'y' * 1000}" for n in range(300))),
    "one-cookie": answer(STORY, f"Set-Cookie: c={'y' * 300_000}"),
    "after-all": answer(STORY),
}


@pytest.fixture(scope="module")
def hostile() -> Iterator[Server]:
    with serve() as server:
        server.pages = {f"/{name}": reply for name, (reply, _) in FAILURES.items()}
        server.pages |= {f"/{name}": reply for name, reply in ANSWERS.items()}
        server.pages["/sitemap.xml"] = server.sitemap(*(f"/{name}" for name in (*FAILURES, *ANSWERS)))
        yield server


@pytest.fixture(scope="module")
def crawled(hostile: Server, tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    return crawl(tmp_path_factory.mktemp("hostile"), source("hostile", f"{hostile.url}/sitemap.xml"))


@pytest.mark.parametrize("name", FAILURES)
def test_a_hostile_answer_is_recorded_as_failed(crawled: Crawled, hostile: Server, name: str) -> None:
    # A circle is recorded where it closes.
    place = {"to-and": "fro", "fro": "to-and"}.get(name, name)
    why = crawled.reason(f"{hostile.url}/{place}")
    expected = FAILURES[name][1]
    assert why.startswith(expected) or why.endswith(expected), why
    assert len(why) <= 300


@pytest.mark.parametrize("name", ANSWERS)
def test_the_crawl_goes_on_with_what_can_be_had(crawled: Crawled, hostile: Server, name: str) -> None:
    assert crawled.fetches[f"{hostile.url}/{name}"][0] == "archived"


def test_memory_stays_bounded(crawled: Crawled) -> None:
    assert crawled.peak < MEMORY
    assert crawled.code == 0, crawled.errors


def test_a_repetition_opens_no_way_out_of_the_source(tmp_path: Path) -> None:
    with serve() as stranger, serve() as server:
        refusals = iter([answer(b"", status="503 Busy")])
        away = redirect(f"http://localhost:{stranger.port}/")
        server.pages["/a"] = lambda connection: next(refusals, away)(connection)
        server.pages["/sitemap.xml"] = server.sitemap("/a")
        done = crawl(tmp_path, source("s", f"{server.url}/sitemap.xml"))
        assert "outside of the source's domains" in done.reason(f"{server.url}/a")
        assert server.asked.count("/a") == 2
        assert stranger.connections == 0


def test_a_chain_of_redirects_ends(tmp_path: Path) -> None:
    with serve() as server:
        server.pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(100)}
        server.pages["/sitemap.xml"] = server.sitemap("/0")
        done = crawl(tmp_path, source("s", f"{server.url}/sitemap.xml"))
        assert done.reason(f"{server.url}/5") == "max redirections reached"
        assert "/6" not in server.asked


# What robots.txt does, and why nothing more is asked of its site.
ROBOTS: dict[str, tuple[Reply, str]] = {
    "endless": (endless(HEAD + b"\r\n", b"User-agent: *\nDisallow: /a\n" * 1000), f"cannot be had ({LARGE})"),
    "flood": (endless(HEAD, b"X: y\r\n" * 1000), f"cannot be had ({FLOOD})"),
    "slow": (endless(HEAD + b"\r\n", b"#", 0.1), f"cannot be had ({SLOW})"),
    "away": (redirect("http://169.254.169.254/"), "outside of the source's domains), so nothing is asked"),
    "circle": (redirect("/robots.txt"), f"cannot be had ({CIRCLE}"),
    "patience": (answer(b"User-agent: *\nCrawl-delay: 1000000000\n"), "asks for 1000000000 seconds between requests"),
}


def test_a_hostile_robots_file_costs_only_its_own_site(tmp_path: Path) -> None:
    with ExitStack() as stack:
        peaceful = stack.enter_context(serve())
        peaceful.pages |= {"/a": answer(STORY), "/sitemap.xml": peaceful.sitemap("/a")}
        servers = {name: stack.enter_context(serve()) for name in ROBOTS}
        for name, server in servers.items():
            server.pages["/robots.txt"] = ROBOTS[name][0]
        places = {name: f"{server.url}/sitemap.xml" for name, server in servers.items()}
        sources = [source(name, place) for name, place in places.items()]
        done = crawl(tmp_path, *sources, source("peaceful", f"{peaceful.url}/sitemap.xml"))
    for name, (_, why) in ROBOTS.items():
        assert why in done.reason(places[name])
        assert set(servers[name].asked) == {"/robots.txt"}
    assert done.fetches[f"{peaceful.url}/a"][0] == "archived"
    assert done.peak < MEMORY


def test_a_wait_without_end_is_recorded(tmp_path: Path) -> None:
    with serve() as server:
        server.pages["/a"] = answer(b"", f"Retry-After: {'9' * 400}", status="503 Busy")
        server.pages["/sitemap.xml"] = server.sitemap("/a")
        done = crawl(tmp_path, source("s", f"{server.url}/sitemap.xml"))
        assert done.reason(f"{server.url}/a") == "HTTP 503"
