"""Public bodies whose names hold words that may begin another."""

import pytest

from nlp.names import candidates


@pytest.mark.parametrize(
    "name",
    [
        "U.S. Immigration and Customs Enforcement",
        "Bureau of Alcohol, Tobacco, Firearms and Explosives",
        "Illinois Department of Children and Family Services",
        "Port Authority of New York and New Jersey",
        "Department of Justice",
        "Board of Education of Ohio",
    ],
)
def test_a_body_is_named_whole_beside_others(name: str) -> None:
    text = f"It counts the {name} and Walmart among its customers, as well as Corvane."
    assert [c.text for c in candidates(text)] == [name, "Walmart", "Corvane"]


def test_words_that_only_resemble_a_body_are_none() -> None:
    assert [c.text for c in candidates("Officers spoke of customs and border protection to Ada Berg.")] == ["Ada Berg"]
