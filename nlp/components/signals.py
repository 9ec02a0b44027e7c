"""Reads the role phrases, and gathers what the tagger sees of each word.

"[Denise Okafor] sued [Brightline Logistics] in June."   says of the one that she sues, of the other that it is sued
"… similar to the suit against [Brightline]"             says that Brightline is spoken of in passing
"said [Lou Marsh], who is not involved in the case"      says that Marsh is a bystander
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ..marking import captions_of, marks_of, masked
from ..mask import Mark
from ..signals import Signals, signals
from ..story import Story, tell
from ..text import text_of

Doc.set_extension("marks", default=(), force=True)  # everything found so far and every name, without overlaps
Doc.set_extension("masked", default=(), force=True)  # its sentences with those marks replaced
Doc.set_extension("phrased", default=Story(), force=True)  # the story as the role phrases alone tell it
Doc.set_extension("signals", default=Signals((), ()), force=True)


def fillers(story: Story) -> Iterator[tuple[Mark, str]]:
    """What the role phrases say of each mark: by its own sentence, and of its bearer by all of them."""
    for part in story.parts:
        for mark in part.entity.places:
            yield mark, f"rule-{part.role}"
        for item in part.evidence:
            if item.mark is not None:
                yield item.mark, item.role
                yield item.mark, f"{item.role[0]}:{item.phrase}"


@Language.component("biodocket_signals", assigns=["doc._.marks", "doc._.masked", "doc._.phrased", "doc._.signals"])
def component(doc: Doc) -> Doc:
    """Keep the marks, the story that phrases tell, and the tagger's features."""
    marks = marks_of(doc)
    doc._.marks = tuple(marks)
    sentences = list(doc.sents)
    doc._.masked = masked(doc, sentences, marks)
    doc._.phrased = tell(text_of(doc), doc._.masked, marks, captions_of(doc))
    doc._.signals = signals(doc, [range(s.start, s.end) for s in sentences], marks, list(fillers(doc._.phrased)))
    return doc
