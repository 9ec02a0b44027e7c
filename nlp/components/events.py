"""Finds what is news: the events of an article with their dates, and what its amounts are for.

"A federal judge on Tuesday certified a class of drivers that Acme scanned."  class_certification
"Acme asks judge to toss faceprint suit filed in May"                                                motion
"The chain will pay $5 million, a quarter of it in attorneys' fees."                                  settlement, fees
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..facts import Date, Event, Mention
from ..mask import Mark, Masked, mask
from ..news import News, amounts, events, filed
from ..story import OTHER_SUIT, Story
from ..text import lay, span
from .parties import stretches

Doc.set_extension("news", default=News(), force=True)  # the events in order of weight, the filing date, the amounts


def find(sentences: Sequence[Masked], dates: Sequence[Date], published: str | None) -> list[Event]:
    """The events that the sentences report, most important first; the first sentence is the headline."""
    return events(sentences, dates, published)


def _is_other(sentence: Masked, story: Story) -> bool:
    """Whether a sentence tells of another case: it sets it apart in words, or names only parties of others."""
    main = {mark for part in story.main for mark in part.entity.places}
    inside = set(sentence.marks.values())
    if inside & main:
        return False
    others = {mark for part in story.parts if part.role != "REGULATOR" for mark in part.entity.places} - main
    named = [mark for mark in inside if mark.kind in ("organisation", "name", "person")]
    return bool(inside & others) or (bool(named) and OTHER_SUIT.search(sentence.text) is not None)


@Language.component("biodocket_events", requires=["doc.spans"], assigns=["doc.spans"])
def component(doc: Doc) -> Doc:
    """Lays the groups "events" and "amounts" and keeps the news they come from."""
    # Courts stay in words here: whether a court is an appellate one shows in its name.
    marks = [mark for mark in doc._.marks if mark.kind != "court"]
    sentences = [mask(doc.text, *stretch, marks) for stretch in stretches(doc)]
    dates = [Date(s.start_char, s.end_char, s.kb_id_) for s in doc.spans.get("dates", ()) if s.kb_id_]
    is_other = [_is_other(sentence, doc._.story) for sentence in sentences]
    found = find(sentences, dates, doc._.published)
    main = found[0] if found else None
    filing = filed(sentences, dates, is_other)
    if filing is None and main is not None and main.type == "complaint":
        # What is news is the filing itself.
        filing = next((d for d in dates if d.value == main.date and main.start <= d.start < main.end), None)
    if filing is not None and found and main is not None and main.type == "complaint" and len(filing.value) > 4:
        found[0] = replace(main, date=filing.value)
    sums = amounts(sentences, is_other, _money(doc), main.type if main else None)
    news = News(tuple(found), filing, tuple(sums))
    doc._.news = news
    # In order of weight, not of place: the first is the main event.
    doc.spans["events"] = [span(doc, e.start, e.end, e.type, e.date or "") for e in news.events]
    lay(doc, "amounts", [_amount_mention(doc, a.start, a.end, a.kind) for a in news.amounts])
    return doc


def _money(doc: Doc) -> dict[Mark, tuple[float, str]]:
    values = {}
    for found in doc.spans.get("money", ()):
        number, currency = found.kb_id_.rsplit(" ", 1)
        values[Mark(found.start_char, found.end_char, "money")] = (float(number), currency)
    return values


def _amount_mention(doc: Doc, start: int, end: int, kind: str) -> Mention:
    name = next(s.kb_id_ for s in doc.spans["money"] if s.start_char == start)
    return Mention(start, end, kind, doc.text[start:end], name)
