"""The schema as migrations, in the order of their application: a module adds to what those before it made."""

from . import crawl  # isort: split

from . import copies  # isort: split

from . import health
from .first import migrations

__all__ = ["copies", "crawl", "health", "migrations"]
