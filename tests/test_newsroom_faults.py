"""The sample newsroom with each of its sources broken in another way: what a check, a run and the status say of it."""

import itertools
import sqlite3
from collections.abc import Sequence

import pytest

from scrapers.sample import server
from scrapers.sample.newsroom import Story
from scrapers.sample.site import Answer, answer
from scrapers.sources import SAMPLE

from . import hostile
from .authority import DAY, Authority, tls
from .conftest import Command

# What each source has come to, in a word of the verdict, and as the database then calls it.
FAULTS = {
    "faceprint-wire": ("forbidden by robots.txt", "out of reach"),
    "lakefront-ledger": ("elsewhere.example", "out of reach"),
    "biometric-bulletin": ("no article on its pages", "layout changed"),
    "secure-wire": ("certificate has expired", "out of reach"),
    "lakefront-ledger-courts": ("silent", "silent"),
}
DATED = hostile.STORY.replace(b"</head>", b'<meta property="article:published_time" content="2025-05-06"></head>')


def broken(url: str, stories: Sequence[Story]) -> Answer:
    """One outlet shuts crawlers out, one has moved, one draws its pages by script."""
    if url == "http://faceprintwire.example/robots.txt":
        return Answer(200, "text/plain", b"User-agent: *\nDisallow: /\n")
    if url == "http://www.lakefrontledger.example/sitemap_index.xml":
        return Answer(301, "text/html", b"", headers=(("Location", "http://elsewhere.example/sitemap.xml"),))
    if url.startswith("http://biometricbulletin.example/20"):
        return Answer(200, "text/html", b"<html><head><title>Bulletin</title></head><body><div id=app></div></body>")
    return answer(url, stories)


@pytest.fixture(scope="module")
def told(biodocket: Command, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A run while all is well, and after everything broke a check, a run and the status."""
    folder = tmp_path_factory.mktemp("newsroom")
    authority, database, sources = Authority("known"), folder / "db", folder / "sources.toml"
    shown = tls(authority.vouch(folder))
    with server.serve() as newsroom, hostile.serve(shown) as secure, pytest.MonkeyPatch.context() as patch:
        secure.pages = {"/a": hostile.answer(DATED), "/sitemap.xml": secure.sitemap("/a")}
        own = hostile.source("secure-wire", f"{secure.url}/sitemap.xml", more="revisit_days = 0\n")
        sources.write_text(SAMPLE.read_text(encoding="utf-8") + "\n" + own, encoding="utf-8")
        options = ("--sources", sources, "--db", database)
        environment = {"http_proxy": newsroom.url, "SSL_CERT_FILE": str(authority.itself(folder))}
        well = biodocket("sources", "check", "--sources", sources, "--db", folder / "none.db", **environment)
        first = biodocket("run", *options, **environment)
        shown.load_cert_chain(authority.vouch(folder, start=-DAY * 20))
        patch.setattr(server, "answer", broken)
        check = biodocket("sources", "check", *options, **environment)
        second = biodocket("run", *options, **environment)
    status = biodocket("status", "--db", database)
    with sqlite3.connect(database) as db:
        runs = dict(db.execute("select source_id, health from source_runs where run_id = (select max(id) from runs)"))
    db.close()
    return {"well": well, "first": first, "check": check, "run": second, "status": status, "runs": runs}


def words(text: str) -> str:
    """A message without its line breaks."""
    return " ".join(text.split())


def verdict(table: str, name: str) -> str:
    """The last cell of a source's row, which may take several lines."""
    lines = [[cell.strip() for cell in line.split("│")[1:-1]] for line in table.splitlines() if "│" in line]
    first = next(i for i, cells in enumerate(lines) if cells[0] == name)
    rest = itertools.takewhile(lambda cells: not cells[0], lines[first + 1 :])
    return " ".join([lines[first][-1], *(cells[-1] for cells in rest)])


def test_while_all_is_well_a_check_says_so(told) -> None:  # type: ignore[no-untyped-def]
    assert told["well"].returncode == 0, told["well"].stdout
    # Its stories are of old, so silence is all that a run can hold against the sample.
    assert "layout changed" not in told["first"].stderr
    assert "out of reach" not in told["first"].stderr


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told(told, name: str) -> None:  # type: ignore[no-untyped-def]
    reason, health = FAULTS[name]
    assert reason in verdict(told["check"].stdout, name)
    assert told["runs"][name] == health
    assert f"source {name} is {health}" in words(told["status"].stderr)
    assert f"source {name}: " in words(told["run"].stderr)


@pytest.mark.parametrize("command", ["check", "run", "status"])
def test_a_fault_ends_non_zero(told, command: str) -> None:  # type: ignore[no-untyped-def]
    assert told[command].returncode == 1
