"""The text under the components: tokens that no span can cut, and spans laid on them."""

import re
from collections.abc import Iterable

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from .facts import Mention

# Every punctuation mark is a token of its own: whatever a grammar finds ("15(b)", "Clearview's", "$650M")
# then starts and ends on token boundaries.
PUNCTUATION = re.compile(r"[^\w\s]|_")


def tokenizer(vocab: Vocab) -> Tokenizer:
    """A tokenizer that parts words from punctuation and nothing else."""
    return Tokenizer(vocab, prefix_search=PUNCTUATION.match, infix_finditer=PUNCTUATION.finditer)


def span(doc: Doc, start: int, end: int, label: str, kb_id: str = "") -> Span:
    """The span over exactly those code points; ValueError where they cut a word."""
    found = doc.char_span(start, end, label=label, kb_id=kb_id)
    if found is None:
        raise ValueError(f"{label} at {start}-{end} cuts a word: {doc.text[start:end]!r}")
    return found


def lay(doc: Doc, group: str, mentions: Iterable[Mention]) -> None:
    """Lay mentions on the document as the span group `group`, in text order: label as label, id or name as `kb_id_`."""
    doc.spans[group] = [span(doc, m.start, m.end, m.label, m.id or m.name) for m in sorted(mentions)]
