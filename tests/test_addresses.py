"""No request leads into a private network unless its operator has put a source there."""

import json
import os
import subprocess
import sys
from ipaddress import ip_address

import pytest

from scrapers.addresses import is_local, is_public, spelt

from .hostile import STORY, answer, serve

# Fetches addresses in the name of a source, as the crawl does but past its check of domains, and prints what came.
FETCH = """
import json, sys
from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapers.items import FailedFetch
from scrapers.limits import Limits
from scrapers.sources import Source
from scrapers.spiders.base import SourceSpider, Visit

class Straight(SourceSpider):
    async def start(self):
        self.allowed_domains = []
        for url in sys.argv[2:]:
            yield self.visit(Visit(url, url, is_entrance=False))

came = {}
def note(item):
    came[item.asked] = item.reason if isinstance(item, FailedFetch) else "fetched"
settings = Settings()
settings.setmodule("scrapers.settings")
settings.set("RETRY_TIMES", 0)
process = AsyncCrawlerProcess(settings)
crawler = Crawler(Straight, settings)
crawler.signals.connect(note, signal=signals.item_scraped, weak=False)
process.crawl(crawler, source=Source("s", "S", "feed", (sys.argv[1],), "en", "", ""), wants=None, limits=Limits())
process.start()
print(json.dumps(came))
"""
# Ways to write 127.0.0.1.
SPELLINGS = (
    "127.0.0.1",
    "localhost",
    "LOCALHOST.",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "[::ffff:127.0.0.1]",
    "me:secret@127.0.0.1",
)


def fetched(source: str, *urls: str, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", FETCH, source, *urls],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, **environment},
    )
    came: dict[str, str] = json.loads(done.stdout)
    return came


def test_no_spelling_of_a_private_address_is_asked() -> None:
    with serve() as server:
        urls = [f"http://{host}:{server.port}/" for host in SPELLINGS]
        came = fetched("https://news.example/feed", *urls)
        assert set(came) == set(urls)
        assert "fetched" not in came.values()
        # A name is refused by what it resolves to when it is connected to, so that it cannot change in between.
        assert "localhost leads to 127.0.0.1, which is no address of the public internet" in came[urls[1]]
        assert "2130706433 leads to 127.0.0.1, which" in came[urls[3]]
        assert server.connections == 0


def test_no_private_address_is_asked_through_a_proxy_either() -> None:
    with serve() as proxy:
        outside, inside = "http://news.example/a", "http://10.1.2.3/a"
        proxy.pages[outside] = answer(STORY)
        came = fetched("http://news.example/feed", outside, inside, http_proxy=proxy.url)
        assert came[outside] == "fetched"
        assert "10.1.2.3 is no address of the public internet" in came[inside]
        assert proxy.asked == ["http://news.example/robots.txt", outside]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_source_may_be_in_its_operators_own_network(host: str) -> None:
    with serve() as server:
        server.pages["/"] = answer(STORY)
        url = f"http://{host}:{server.port}/"
        assert fetched(url, url) == {url: "fetched"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("0.0.0.0", False),  # noqa: S104
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("127.0.0.2", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("203.0.113.5", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::1", False),
        ("2001:db8::1", False),
        ("2002:7f00:1::1", False),
        ("fc00::1", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
    ],
)
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert is_public(ip_address(address)) is expected


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f.0.0.1", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("10.1", "10.0.0.1"),
        ("example.com", "None"),
        ("1.example", "None"),
    ],
)
def test_how_addresses_are_spelt(host: str, address: str) -> None:
    assert str(spelt(host)) == address


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("10.0.0.7", True),
        ("[fd00::7]", True),
        ("intranet", True),
        ("localhost", True),
        ("news.internal", True),
        ("printer.local.", True),
        ("8.8.8.8", False),
        ("news.example.com", False),
        ("internal.example.com", False),
    ],
)
def test_which_hosts_say_that_they_are_private(host: str, expected: bool) -> None:
    assert is_local(host) is expected
