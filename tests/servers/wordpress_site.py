"""WordPress as Debian ships it, with MariaDB on a socket of its own and PHP's built-in server in front."""

import getpass
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .articles import Post, as_html
from .server import Entrance, Process, Site, free_port, listens

HERE = Path(__file__).parent / "wordpress"
SOFTWARE = Path("/usr/share/wordpress")
API = "/wp-json/wp/v2/posts"
# Every fourth post has them below; none of it is the article.
COMMENTS = (
    "My employer did the same with the fingerprint clock and nobody ever asked me to sign anything at all.",
    "The lawyers will take a third of the settlement and the workers will get a coupon, as they always do.",
)


class WordPress(Site):
    """A site with 25 posts, a sample page, reader comments and two categories to a menu."""

    name = "WordPress"
    entrances = (
        Entrance("feed (RSS)", "feed", "/feed/", tells_changes=False),
        Entrance("feed (Atom)", "feed", "/feed/atom/"),
        Entrance("API", "wordpress", API, validators=False),
        # Its sitemaps have neither a date of change nor validators.
        Entrance("sitemap", "sitemap", "/wp-sitemap.xml", validators=False, tells_changes=False),
        Entrance(
            "listing",
            "listing",
            "/",
            {"links": "h2.wp-block-post-title a", "next": "a.wp-block-query-pagination-next"},
            validators=False,
            tells_changes=False,
        ),
    )

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        shutil.copytree(SOFTWARE, self.folder, ignore_dangling_symlinks=True)
        (self.folder / "wp-config.php").unlink()
        for file in HERE.iterdir():
            shutil.copy(file, self.folder)
        self.addresses = {}
        self.log = folder / "php.log"
        self._processes: list[Process] = []
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._environment = {"SITE_URL": self.url, "DB_SOCKET": str(folder / "db.sock")}
        try:
            self._start_database(folder)
            self._php("install.php")
            server = Process(
                ["php", "-S", f"127.0.0.1:{port}", "-t", self.folder, self.folder / "router.php"],
                self.log,
                **self._environment,
            )
            self._processes.append(server)
            server.wait_until(lambda: listens(port))
        except BaseException:
            self.stop()
            raise

    def _start_database(self, folder: Path) -> None:
        data, socket = folder / "db", folder / "db.sock"
        own = [f"--user={getpass.getuser()}", f"--datadir={data}"]
        _run("mariadb-install-db", "--no-defaults", *own, "--skip-test-db", "--auth-root-authentication-method=normal")
        place = [f"--socket={socket}", f"--pid-file={folder / 'db.pid'}", "--skip-networking"]
        database = Process(["/usr/sbin/mariadbd", "--no-defaults", *own, *place], folder / "db.log")
        self._processes.append(database)
        database.wait_until(socket.exists)
        create = "create database wp character set utf8mb4"
        _run("mariadb", "--no-defaults", "--user=root", f"--socket={socket}", f"--execute={create}")

    def publish(self, posts: Sequence[Post]) -> None:
        known = [post for post in posts if post.slug in self.addresses]
        self._edit("amend", known)
        self._edit("publish", [post for post in posts if post.slug not in self.addresses])

    def schedule(self, post: Post) -> None:
        """Leave a post to appear tomorrow."""
        self._edit("schedule", [post])

    def appear(self, post: Post) -> None:
        """Let tomorrow come for a scheduled post."""
        self._edit("appear", [post])

    def dress(self, theme: str) -> None:
        """Give the site another theme."""
        self._php("dress.php", theme)

    def remove(self, post: Post) -> None:
        self._edit("trash", [post])

    def stop(self) -> None:
        for process in reversed(self._processes):
            process.stop()

    def _edit(self, work: str, posts: Sequence[Post]) -> None:
        told = [
            {
                "slug": post.slug,
                "title": post.title,
                "category": post.category,
                "content": as_html(post),
                "when": f"{post.when:%Y-%m-%d %H:%M:%S}",
                "comments": COMMENTS if number % 4 == 0 else (),
            }
            for number, post in enumerate(posts)
        ]
        addresses = json.loads(self._php("edit.php", work, stdin=json.dumps(told)) or "{}")
        if work in ("publish", "appear"):
            self.addresses |= addresses

    def _php(self, *script: str, stdin: str = "") -> str:
        return _run("php", *script, stdin=stdin, cwd=self.folder, **self._environment)


def _run(*command: str, stdin: str = "", cwd: Path | None = None, **environment: str) -> str:
    done = subprocess.run(
        command, input=stdin, capture_output=True, text=True, timeout=300, cwd=cwd, env={**os.environ, **environment}
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")
    return done.stdout
