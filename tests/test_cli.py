"""What a person at the terminal gets wrong: one clear line, a non-zero exit, nothing lost."""

import fcntl
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from sqlite_utils import Database

from db.store import open_store

from .conftest import Command

COMMANDS = ("run", "crawl", "extract", "link", "annotate", "eval", "serve")

STORY = """<html><head><title>Baker sues Harborline over face scans</title></head><body><article>
<h1>Baker sues Harborline over face scans</h1>
<p>CHICAGO - Ana Ruiz sued Harborline Logistics Inc. on March 4, 2024 in the Northern District of Illinois, saying
that the warehouse chain scanned her face at a time clock without the written release that the Biometric Information
Privacy Act demands.</p>
<p>Her lawyers ask for $5,000 for each reckless violation of the statute, and for a jury trial. The company did not
answer a request for comment on the lawsuit, which seeks to cover some 900 workers of its depots near the lake.</p>
<p>Judges of that court have heard hundreds of such cases in the past five years, most of them brought by workers.</p>
</article></body></html>"""
MENU = "<html><body><ul>" + "".join(f'<li><a href="/{n}">Story {n}</a></li>' for n in range(30)) + "</ul></body></html>"


class Outlet(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[str, str]]] = {
        "/feed": (
            "application/rss+xml",
            "<rss version='2.0'><channel><title>Bay</title><item><link>/story</link></item>"
            "<item><link>/menu</link></item></channel></rss>",
        ),
        "/story": ("text/html; charset=utf-8", STORY),
        "/menu": ("text/html; charset=utf-8", MENU),
        "/broken": ("text/html", "<p>This is no feed."),
    }

    def do_GET(self) -> None:
        kind, body = self.pages.get(self.path, ("text/plain", ""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def outlet() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def sources(folder: Path, **urls: str) -> Path:
    path = folder / "sources.toml"
    texts = 'name = "N"\nkind = "feed"\nlanguage = "en"\nwhy = "W"\nterms = "T"\n'
    blocks = (f'[[source]]\nid = "{id}"\nurls = ["{url}"]\n{texts}' for id, url in urls.items())
    path.write_text("".join(blocks), encoding="utf-8")
    return path


def one_line(text: str) -> str:
    (line,) = text.strip().splitlines()
    return line


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(biodocket: Command, command: str) -> None:
    done = biodocket(command, "--help")
    assert done.returncode == 0
    assert "Usage: biodocket" in done.stdout


@pytest.mark.parametrize("command", ["extract", "link", "serve"])
def test_a_missing_database_is_named_and_not_made(biodocket: Command, tmp_path: Path, command: str) -> None:
    path = tmp_path / "none.db"
    done = biodocket(command, "--db", path)
    assert done.returncode == 1
    assert f"{path}: no such database" in one_line(done.stderr)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("run", "--sample"), ("extract",), ("link",), ("serve",)])
def test_a_foreign_file_is_refused(biodocket: Command, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "songs.db"
    Database(path).table("songs").insert({"title": "Blue"})
    before = path.read_bytes()
    done = biodocket(*command, "--db", path)
    assert done.returncode == 1
    assert "not made by biodocket" in one_line(done.stderr)
    assert path.read_bytes() == before


def test_sources_that_cannot_be_read_are_named(biodocket: Command, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    for text in (None, "[[source]", "[[source]]\nidd = 'x'\n"):
        if text is not None:
            path.write_text(text)
        done = biodocket("run", "--sources", path, "--db", tmp_path / "x.db")
        assert done.returncode == 1
        assert f"{path}" in one_line(done.stderr)
    assert not (tmp_path / "x.db").exists()


def test_nobody_crawls_without_a_contact(biodocket: Command, tmp_path: Path) -> None:
    done = biodocket("run", "--db", tmp_path / "x.db", BIODOCKET_CONTACT="")
    assert done.returncode == 1
    assert "set BIODOCKET_CONTACT" in one_line(done.stderr)


def test_an_unknown_source_is_named(biodocket: Command, tmp_path: Path) -> None:
    done = biodocket("crawl", "--only", "nobody", "--db", tmp_path / "x.db")
    assert done.returncode == 1
    assert 'no source has the id "nobody"' in one_line(done.stderr)


def test_a_source_out_of_reach_is_named_and_the_others_go_on(biodocket: Command, tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    with outlet() as home:
        # Port 1 of the loopback: nothing listens there.
        path = sources(tmp_path, bay=f"{home}/feed", dead="http://127.0.0.1:1/feed", odd=f"{home}/broken")
        done = biodocket("run", "--sources", path, "--db", database)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("biodocket: ")]
    assert [line.split(":")[1].strip() for line in lines if "source" in line] == ["source dead", "source odd"]
    assert any("cannot be read as a feed" in line for line in lines)
    # The menu page is named, the story beside it is kept.
    assert [line for line in lines if line.startswith(f"biodocket: {home}/menu: ")]
    db = open_store(database)
    assert [row["title"] for row in db.table("articles").rows] == ["Baker sues Harborline over face scans"]
    assert [row["outcome"] for row in db.table("fetches").rows_where("url like '%menu'")] == ["no article"]
    (run,) = db.table("runs").rows
    assert (run["exit_code"], run["failures"]) == (1, len(lines))


def test_two_runs_at_once_are_one_too_many(biodocket: Command, tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    open_store(database, create=True).close()
    with (tmp_path / "x.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711")
        lock.flush()
        done = biodocket("run", "--sample", "--db", database)
    assert done.returncode == 75
    assert "process 4711" in one_line(done.stderr)


def test_a_damaged_archive_is_named_and_nothing_is_lost(biodocket: Command, tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    assert biodocket("run", "--sample", "--db", database).returncode == 0
    articles = open_store(database).table("articles").count
    (warc,) = (tmp_path / "x-archive").iterdir()
    warc.unlink()
    done = biodocket("extract", "--again", "--db", database)
    assert done.returncode == 1
    assert "cannot be read" in done.stderr
    assert open_store(database).table("articles").count == articles


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Ana Ruiz sued Harborline.", "line 2 is not JSON"),
        ('{"id": "x"}', 'needs "id" and "text"'),
        ("[1, 2]", "is not an article"),
        ('{"id": "x", "text": "t", "published": "May 4"}', '"published" must be YYYY-MM-DD'),
    ],
)
def test_annotate_names_the_line_that_is_no_article(biodocket: Command, line: str, says: str) -> None:
    good = json.dumps({"id": "a", "text": "Bakery sued", "published": None})
    done = biodocket("annotate", "-", stdin=f"{good}\n{line}\n")
    assert done.returncode == 1
    assert says in one_line(done.stderr)
    assert json.loads(done.stdout)["id"] == "a"


def test_eval_wants_annotated_articles(biodocket: Command, tmp_path: Path) -> None:
    done = biodocket("eval", tmp_path)
    assert done.returncode == 1
    assert "no annotated articles" in one_line(done.stderr)
