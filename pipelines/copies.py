"""Copies of one text: found when a text is written, and decided from all of them when articles are linked."""

from sqlite_utils import Database

from db import copies

from .alike import COPY, LEAST_SHARED, alike, may_be_copies, originals, shingles


def compare(db: Database, version_id: int, text: str) -> None:
    """Write which versions of other articles have this version's text; the caller holds the transaction."""
    own = shingles(text)
    copies.save_shingles(db, version_id, own)
    others = [
        row["version_id"]
        for row in copies.sharing(db, version_id, LEAST_SHARED)
        if may_be_copies(row["shared"], len(own), row["shingles"])
    ]
    shares = {other: alike(text, copies.text_of(db, other)) for other in others}
    copies.save_alike(db, version_id, {other: share for other, share in shares.items() if share >= COPY})


def link_copies(db: Database) -> None:
    """Give each article that is a copy its original; the caller holds the transaction."""
    shares = {frozenset(pair): share for pair, share in copies.alike_articles(db).items()}
    found = originals(copies.oldest_first(db), shares)
    copies.save_originals(db, {copy: (first, shares[frozenset((copy, first))]) for copy, first in found.items()})
