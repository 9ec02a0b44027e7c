"""The text under the components: tokens that no span can cut, and spans laid on them."""

import re
from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from .facts import Mention

Doc.set_extension("published", default=None, force=True)  # YYYY-MM-DD of the article, or None
Doc.set_extension("skip", default=(), force=True)  # (start, end) of lines that are not the article's own

# Every punctuation mark is a token of its own: whatever a grammar finds ("15(b)", "Clearview's", "$650M")
# then starts and ends on token boundaries.
PUNCTUATION = re.compile(r"[^\w\s]|_")


class Words(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer with a rule that is code: there is nothing to read from a model's folder."""

    def from_disk(self, path: object, *, exclude: Iterable[str] = ()) -> "Words":  # noqa: ARG002
        """The tokenizer itself."""
        return self


@registry.tokenizers("biodocket.tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """What a spaCy config calls for the tokenizer."""
    return lambda nlp: tokenizer(nlp.vocab)


def tokenizer(vocab: Vocab) -> Tokenizer:
    """A tokenizer that parts words from punctuation and nothing else."""
    return Words(vocab, prefix_search=PUNCTUATION.match, infix_finditer=PUNCTUATION.finditer)


def text_of(doc: Doc) -> str:
    """The article's text; spaCy's own `doc.text` joins it anew at every call, a third of the time of an extraction."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return str(doc.user_data["text"])


def span(doc: Doc, start: int, end: int, label: str, kb_id: str = "") -> Span:
    """The span over exactly those code points; ValueError where they cut a word."""
    found = doc.char_span(start, end, label=label, kb_id=kb_id)
    if found is None:
        raise ValueError(f"{label} at {start}-{end} cuts a word: {text_of(doc)[start:end]!r}")
    return found


def lay(doc: Doc, group: str, mentions: Iterable[Mention]) -> None:
    """Lay mentions on the document as the span group `group`, in text order: label as label, id or name as `kb_id_`."""
    doc.spans[group] = [span(doc, m.start, m.end, m.label, m.id or m.name) for m in sorted(mentions)]
