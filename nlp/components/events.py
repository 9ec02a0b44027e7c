"""Decides what is news: events with their dates, when the suit was filed, its courts, what its amounts are for.

"A federal judge on Tuesday certified a class of drivers that Acme scanned."  class_certification
"Acme asks judge to toss faceprint suit filed in May"                                                motion
"The chain will pay $5 million, a quarter of it in attorneys' fees."                                  settlement, fees
"""

from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Mention
from ..report import Decisions, News, news, other_suits, report
from ..text import lay, span, text_of
from ..weights import Weights

Doc.set_extension("news", default=News(), force=True)


@Language.factory(
    "biodocket_events",
    default_config={"weights": None},
    requires=["doc.spans", "doc._.story"],
    assigns=["doc.spans", "doc._.news"],
)
def component(nlp: Language, name: str, weights: str | None) -> Callable[[Doc], Doc]:
    """A component that keeps the news and lays the groups "events" and "amounts"."""
    decisions = Decisions.of(Weights.of(weights))

    def told(doc: Doc) -> Doc:
        seen = report(doc)
        doc._.news = found = replace(news(seen, decisions), others=other_suits(doc, seen))
        # In order of weight, not of place: the first is the main event.
        doc.spans["events"] = [span(doc, e.start, e.end, e.type, e.date or "") for e in found.events]
        sums = [
            Mention(a.start, a.end, a.kind, text_of(doc)[a.start : a.end], f"{a.value:g} {a.currency}")
            for a in found.amounts
        ]
        lay(doc, "amounts", sums)
        return doc

    return told
