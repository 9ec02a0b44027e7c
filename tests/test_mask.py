from nlp.mask import SIGNS, Mark, mask, without_overlaps


def test_marks_become_single_signs_and_lead_back_to_the_text() -> None:
    text = "Ada Berg’s suit"
    masked = mask(text, 0, len(text), [Mark(0, 8, "person")])
    assert masked.text == SIGNS["person"] + "'s suit"
    assert masked.places[1] == 8
    assert masked.places[-1] == len(text)
    assert masked.marks[0] == Mark(0, 8, "person")


def test_only_marks_inside_the_stretch_are_masked() -> None:
    text = "Ada Berg sued. Quillmark paid."
    masked = mask(text, 15, len(text), [Mark(0, 8, "person"), Mark(15, 24, "name")])
    assert masked.text == SIGNS["name"] + " paid."
    assert masked.within(0, 1) == [Mark(15, 24, "name")]


def test_of_overlapping_marks_the_first_kind_wins_then_the_longer() -> None:
    case, party, longer = Mark(0, 20, "case"), Mark(0, 4, "person"), Mark(30, 40, "name")
    assert without_overlaps([party, case, Mark(30, 35, "name"), longer]) == [case, longer]
