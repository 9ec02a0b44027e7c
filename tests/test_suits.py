"""Suits beside the main one: who stands against whom, with what is said of each."""

from nlp.context import Sentence, sentences
from nlp.entities import Entity
from nlp.facts import Mention
from nlp.mask import Mark, mask
from nlp.roles import Part
from nlp.story import Story
from nlp.suits import Named, Shown, others

TEXT = (
    "Ada Berg sued Quillmark in Chicago. "
    "Nils Fors sued Larkspur on May 3, 2024, in Dallas. "
    "The case is Orlo v. Fernbeck, No. 24-771. Fernbeck denies it."
)
NAMES = {
    "Ada Berg": "PLAINTIFF",
    "Quillmark": "DEFENDANT",
    "Nils Fors": "PLAINTIFF",
    "Larkspur": "DEFENDANT",
    "Fernbeck": "DEFENDANT",
}


def place(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def part(name: str) -> Part:
    after = TEXT.rindex(name)
    mark = Mark(after, after + len(name), "organisation")
    return Part(Entity(name, "organisation", (mark,), frozenset({name})), NAMES[name], 0.9, ())


def told() -> tuple[Story, list[Sentence], Shown]:
    parts = [part(name) for name in NAMES]
    caption = Mention(*place("Orlo v. Fernbeck"), "CASE", "Orlo v. Fernbeck", "Orlo v. Fernbeck")
    marks = [mark for one in parts for mark in one.entity.places] + [Mark(caption.start, caption.end, "case")]
    ends = [TEXT.index(". N") + 1, TEXT.index(". The") + 1, TEXT.index(". Fernbeck d") + 1, len(TEXT)]
    masked = [mask(TEXT, start, end, marks) for start, end in zip([0, *ends], ends, strict=False)]
    story = Story(tuple(parts), tuple(parts[:2]))
    shown = Shown(
        [caption],
        [Named("ilnd", *place("Chicago")), Named("txnd", *place("Dallas"))],
        [Named("24-771", *place("24-771"))],
        [Named("2024-05-03", *place("May 3, 2024"))],
    )
    return story, sentences(TEXT, masked, story), shown


def test_each_suit_has_its_own_parties_and_values() -> None:
    first, second = others(*told())
    assert [v.value for v in (*first.plaintiffs, *first.defendants)] == ["Nils Fors", "Larkspur"]
    assert (first.filed and first.filed.value) == "2024-05-03"
    assert [court.value for court in first.courts] == ["txnd"]
    assert (second.caption and second.caption.value) == "Orlo v. Fernbeck"
    assert (second.docket and second.docket.value) == "24-771"
    assert [v.value for v in second.defendants] == ["Fernbeck"]


def test_the_main_suit_is_not_among_them() -> None:
    story, seen, shown = told()
    everybody = Story(story.parts, story.parts)
    assert others(everybody, seen, shown) == ()


def test_every_value_shows_its_words() -> None:
    for case in others(*told()):
        for value in (*case.plaintiffs, *case.defendants):
            assert TEXT[value.start : value.end] == value.value
