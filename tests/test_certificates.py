"""Over https nothing is taken from a server that cannot show that it is the one it should be."""

from contextlib import ExitStack

import pytest

from .authority import DAY, Authority, tls
from .hostile import HEAD, STORY, Crawled, answer, crawl, endless, serve, source

# What each server shows, and why nothing is taken from it.
REFUSED = {
    "self-signed": "certificate is vouched for by the server alone",
    "stranger": "certificate is vouched for by an authority that is not known here",
    "expired": "certificate has expired",
    "too-early": "certificate is not valid yet",
    "other-name": "certificate is for another name",
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """A crawl of one server of each kind, known by the names of their sources."""
    folder = tmp_path_factory.mktemp("certificates")
    known, stranger = Authority("known"), Authority("stranger")
    shown = {
        "right": known.vouch(folder),
        "self-signed": stranger.itself(folder),
        "stranger": stranger.vouch(folder),
        "expired": known.vouch(folder, start=-DAY * 20),
        "too-early": known.vouch(folder, start=DAY * 5),
        "other-name": known.vouch(folder, address="192.0.2.1"),
    }
    with ExitStack() as stack:
        servers = {name: stack.enter_context(serve(tls(file))) for name, file in shown.items()}
        for server in servers.values():
            server.pages = {"/a": answer(STORY), "/flood": endless(HEAD, b"X: y\r\n" * 1000)}
            server.pages["/sitemap.xml"] = server.sitemap("/a", "/flood")
        sources = [source(name, f"{server.url}/sitemap.xml") for name, server in servers.items()]
        done = crawl(folder, *sources, SSL_CERT_FILE=str(known.itself(folder)))
        names = {server.url: name for name, server in servers.items()}
        assert all(not server.asked for name, server in servers.items() if name != "right")
    fetches = {f"{names[url.rpartition('/')[0]]}/{url.rpartition('/')[2]}": row for url, row in done.fetches.items()}
    return Crawled(done.code, done.errors, done.peak, fetches)


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_certificate_is_told_apart(crawled: Crawled, name: str) -> None:
    assert REFUSED[name] in crawled.reason(f"{name}/sitemap.xml")


def test_a_right_certificate_is_taken(crawled: Crawled) -> None:
    assert crawled.fetches["right/a"][0] == "archived"


def test_who_has_a_right_certificate_can_still_be_hostile(crawled: Crawled) -> None:
    assert crawled.reason("right/flood").endswith("lines of headers")
