"""Hugo and Jekyll: posts typed in Markdown, built into files, served as files."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from .articles import Post, as_markdown
from .server import Entrance, Process, Site

HERE = Path(__file__).parent
PORT = re.compile(r" port (\d+)")


class StaticSite(Site):
    """A folder of Markdown, the files built from it, and python's http.server in front of them."""

    name: ClassVar[str]
    layout: ClassVar[str]  # of a post
    changed_key: ClassVar[str]  # when a post was changed, in its front matter

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        shutil.copytree(HERE / self.name.lower(), self.folder)
        self.public = folder / "public"
        self.public.mkdir()
        self.log = folder / "server.log"
        self.addresses = {}
        command = [sys.executable, "-u", "-m", "http.server", 0, "--bind", "127.0.0.1", "--directory", self.public]
        self._server = Process(command, self.log)
        self._server.wait_until(lambda: PORT.search(self.log.read_text()) is not None)
        told = PORT.search(self.log.read_text())
        assert told
        self.url = f"http://127.0.0.1:{told[1]}"

    def publish(self, posts: Sequence[Post]) -> None:
        for post in posts:
            self.file(post).parent.mkdir(parents=True, exist_ok=True)
            front = {"layout": self.layout, "title": post.title, "date": post.when.isoformat()}
            front["categories"] = post.category
            if post.changed:
                front[self.changed_key] = post.changed.isoformat()
            # JSON is YAML too.
            self.file(post).write_text(f"---\n{json.dumps(front)}\n---\n\n{as_markdown(post)}\n", encoding="utf-8")
            self.addresses[post.slug] = self.url + self.path(post)
        self.build()

    def remove(self, post: Post) -> None:
        self.file(post).unlink()
        (self.public / self.path(post).lstrip("/")).with_suffix(".html").unlink(missing_ok=True)
        shutil.rmtree(self.public / self.path(post).strip("/"), ignore_errors=True)
        self.build()

    def stop(self) -> None:
        self._server.stop()

    def file(self, post: Post) -> Path:
        """Where the post is typed."""
        raise NotImplementedError

    def path(self, post: Post) -> str:
        """Where the post is read."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the files anew."""
        raise NotImplementedError

    def run(self, *command: object) -> None:
        """Run the software's own program; its complaints where it fails."""
        done = subprocess.run([*map(str, command)], cwd=self.folder, capture_output=True, text=True, timeout=300)
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")


class Hugo(StaticSite):
    """Its feed, sitemap, pager and page data are Hugo's; the layouts around them, which it has none of, are ours."""

    name = "Hugo"
    layout = "single"
    changed_key = "lastmod"
    entrances = (
        # The feed tells when a post was published, not that it was changed.
        Entrance("feed (RSS)", "feed", "/index.xml", tells_changes=False),
        Entrance("sitemap", "sitemap", "/sitemap.xml"),
        Entrance(
            "listing",
            "listing",
            "/posts/",
            {"links": "main h2 a", "next": "a[aria-label=Next]"},
            tells_changes=False,
        ),
    )

    def file(self, post: Post) -> Path:
        return self.folder / "content" / "posts" / f"{post.slug}.md"

    def path(self, post: Post) -> str:
        return f"/posts/{post.slug}/"

    def build(self) -> None:
        self.run("hugo", "--quiet", "--baseURL", f"{self.url}/", "--destination", self.public)


class Jekyll(StaticSite):
    """With the theme and the plug-ins that a new site has, and jekyll-sitemap."""

    name = "Jekyll"
    layout = "post"
    changed_key = "last_modified_at"
    entrances = (
        Entrance("feed (Atom)", "feed", "/feed.xml"),
        Entrance("sitemap", "sitemap", "/sitemap.xml"),
        Entrance("listing", "listing", "/", {"links": ".post-link"}, tells_changes=False),
    )

    def file(self, post: Post) -> Path:
        return self.folder / "_posts" / f"{post.when:%Y-%m-%d}-{post.slug}.md"

    def path(self, post: Post) -> str:
        return f"/{post.category.lower()}/{post.when:%Y/%m/%d}/{post.slug}.html"

    def build(self) -> None:
        own = self.folder / "_own.yml"
        own.write_text(f"url: {self.url}\n", encoding="utf-8")
        self.run("jekyll", "build", "--quiet", "--config", "_config.yml,_own.yml", "--destination", self.public)
