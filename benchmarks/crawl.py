"""What the crawl costs beside bare Scrapy, how much it repeats, remembers and survives; benchmarks/crawl.json.

python benchmarks/crawl.py

One run on loopback, the server in a process of its own; both sides ask one page at a time, without delay. About ten
minutes on two cores.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Request, Response
from scrapy.utils.sitemap import Sitemap

FIGURES = Path(__file__).with_name("crawl.json")
BIODOCKET = Path(sys.executable).with_name("biodocket")
PAGES, LONG, SHORT = 2000, 5000, 500
ROUNDS = 3
KILLS, KILLED_PAGES = 20, 300
DELAY = 0.001  # the least with which Scrapy 2.19 keeps to one request at a time


class Bare(scrapy.Spider):
    """Reads a sitemap, fetches its pages and does nothing with them."""

    name = "bare"

    async def start(self) -> Any:
        """Ask for the sitemap."""
        yield Request(f"{self.url}/sitemap.xml", callback=self.parse)  # type: ignore[attr-defined]

    def parse(self, response: Response, **_: object) -> Iterator[Request]:
        """Follow every entry."""
        for entry in Sitemap(response.body):
            yield Request(entry["loc"], callback=self.page)

    def page(self, response: Response) -> None:
        """Nothing."""


def bare(url: str) -> None:
    """Bare Scrapy in this process."""
    process = AsyncCrawlerProcess(
        {
            "LOG_LEVEL": "WARNING",
            "ROBOTSTXT_OBEY": True,
            "DOWNLOAD_DELAY": DELAY,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(Bare, url=url)
    process.start()


@contextmanager
def outlet(pages: int) -> Iterator[str]:
    """The address of an outlet with so many pages."""
    server = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("outlet.py"), str(pages)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    try:
        yield next(iter(server.stdout or ())).strip()
    finally:
        server.communicate()  # it ends with its standard input


def stats(url: str) -> dict[str, Any]:
    """What the outlet was asked since the last time."""
    with urllib.request.urlopen(f"{url}/stats") as answer:  # noqa: S310 - our own server
        told: dict[str, Any] = json.load(answer)
    return told


def cost(command: list[str | Path]) -> dict[str, float]:
    """Wall and CPU seconds of a command with all its processes, and the largest one's peak memory in MiB."""
    script = "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode;"
    script += "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    script += "print(code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, command)],
        capture_output=True,
        text=True,
        env={**os.environ, "BIODOCKET_CONTACT": "bench@biodocket.example"},
    )
    code, cpu, peak = done.stdout.split()[-3:]
    if code != "0":
        raise SystemExit(f"{command[:3]}: {done.stderr}")
    return {"seconds": time.perf_counter() - start, "cpu": float(cpu), "peak": float(peak)}


def sources(url: str, folder: Path, revisit_days: int = 7) -> Path:
    """The outlet as a sources file."""
    path = folder / "sources.toml"
    path.write_text(
        f'[[source]]\nid = "outlet"\nname = "Outlet"\nkind = "sitemap"\nurls = ["{url}/sitemap.xml"]\nlanguage = "en"\n'
        f'why = "measured"\nterms = "ours"\ndelay = 0.0\ndaily_pages = 100000\nrevisit_days = {revisit_days}\n'
    )
    return path


def crawl(url: str, folder: Path, stage: str = "crawl", **settings: int) -> list[str | Path]:
    """The command that crawls the outlet into the folder."""
    return [BIODOCKET, stage, "--sources", sources(url, folder, **settings), "--db", folder / "db"]


def beside_scrapy(url: str) -> dict[str, Any]:
    """Pages per second and CPU per page of both, the best of some rounds, interleaved."""
    best: dict[str, dict[str, float]] = {}
    idle = {"bare": cost([sys.executable, "-c", "import scrapy.crawler"]), "ours": cost([BIODOCKET, "crawl", "--help"])}
    for _ in range(ROUNDS):
        with TemporaryDirectory() as folder:
            commands: dict[str, list[str | Path]] = {
                "bare": [sys.executable, __file__, "bare", url],
                "ours": crawl(url, Path(folder)),
            }
            for name, command in commands.items():
                one = cost(command)
                if name not in best or one["cpu"] < best[name]["cpu"]:
                    best[name] = one
    found: dict[str, Any] = {
        name: {
            "pages_per_second": round(PAGES / one["seconds"], 1),
            "cpu_ms_per_page": round(1000 * (one["cpu"] - idle[name]["cpu"]) / PAGES, 2),
            "peak_mib": round(one["peak"]),
        }
        for name, one in best.items()
    }
    found["ratio"] = round(found["ours"]["pages_per_second"] / found["bare"]["pages_per_second"], 2)
    stats(url)
    return found


def twice(url: str) -> dict[str, Any]:
    """What a second crawl asks for and transfers, when no page is due and when all are."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        first_cost = cost(crawl(url, folder))
        first = stats(url)
        again_cost = cost(crawl(url, folder))
        again = stats(url)
        with sqlite3.connect(folder / "db") as db:
            db.execute("update frontier set due_at = '2000-01-01T00:00:00Z' where not is_entrance")
        db.close()
        due_cost = cost(crawl(url, folder))
        due = stats(url)
    return {
        "first": {"requests": sum(first["asked"].values()), "bytes": first["sent"], "cpu": round(first_cost["cpu"], 1)},
        "second": {
            "requests": sum(again["asked"].values()), "bytes": again["sent"], "statuses": again["statuses"],
            "share": round(again["sent"] / first["sent"], 5), "cpu": round(again_cost["cpu"], 1),
        },
        "all_due": {
            "requests": sum(due["asked"].values()), "bytes": due["sent"], "statuses": due["statuses"],
            "share": round(due["sent"] / first["sent"], 5), "cpu": round(due_cost["cpu"], 1),
        },
    }  # fmt: skip


def end_to_end() -> dict[str, Any]:
    """A whole run on new pages, and another on the same."""
    with outlet(SHORT) as url, TemporaryDirectory() as folder:
        first = cost(crawl(url, Path(folder), "run"))
        second = cost(crawl(url, Path(folder), "run"))
        with sqlite3.connect(Path(folder) / "db") as db:
            articles = db.execute("select count(*) from articles").fetchone()[0]
        db.close()
    return {
        "pages": SHORT,
        "articles": articles,
        "pages_per_second": round(SHORT / first["seconds"], 1),
        "cpu_ms_per_page": round(1000 * first["cpu"] / SHORT, 1),
        "second_run_cpu_share": round(second["cpu"] / first["cpu"], 3),
    }


def memory() -> dict[str, int]:
    """Peak memory of the crawl in MiB by the number of pages."""
    found = {}
    for pages in (SHORT, LONG):
        with outlet(pages) as url, TemporaryDirectory() as folder:
            found[str(pages)] = round(cost(crawl(url, Path(folder)))["peak"])
    return found


def kills() -> dict[str, Any]:
    """Crawls killed at random moments, each followed by one full crawl: what was lost and what was repeated."""
    chance = random.Random(20)  # noqa: S311 - moments, not secrets
    lost, repeated = 0, []
    with outlet(KILLED_PAGES) as url:
        for _ in range(KILLS):
            with TemporaryDirectory() as name:
                folder = Path(name)
                environment = {**os.environ, "BIODOCKET_CONTACT": "bench@biodocket.example"}
                process = subprocess.Popen(
                    crawl(url, folder), env=environment, stderr=subprocess.DEVNULL, start_new_session=True
                )
                time.sleep(chance.uniform(1.0, 4.5))
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                cost(crawl(url, folder))
                told = stats(url)
                asked = [told["asked"].get(f"/a/{n}", 0) for n in range(KILLED_PAGES)]
                repeated.append(sum(max(0, times - 1) for times in asked))
                with sqlite3.connect(folder / "db") as db:
                    kept = db.execute("select count(distinct url) from fetches where warc_file is not null").fetchone()[
                        0
                    ]
                db.close()
                lost += KILLED_PAGES - kept
    return {"kills": KILLS, "pages": KILLED_PAGES, "lost": lost, "repeated": sorted(repeated)}


def main() -> None:
    """Measure, print, and leave the figures for the README's table."""
    with outlet(PAGES) as url:
        figures: dict[str, Any] = {"scrapy": beside_scrapy(url), "twice": twice(url)}
    figures |= {"end_to_end": end_to_end(), "memory": memory(), "kills": kills()}
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    if sys.argv[1:2] == ["bare"]:
        bare(sys.argv[2])
    else:
        main()
