"""Names that stand in sentences like companies, but are products."""

import pytest

from nlp.model import read
from nlp.products import is_product
from nlp.record import facts


@pytest.mark.parametrize(
    "name", ["Siri", "the iPhone 15 Pro", "Face ID", "Alexa\u2019s", "Galaxy S21 Ultra", "Google Photos app"]
)
def test_products(name: str) -> None:
    assert is_product(name)


@pytest.mark.parametrize(
    "name", ["Apple", "Alexa Ruiz", "Echo Bay Hotels", "Snapchat", "Ring LLC", "Pixel Dental Group", "Nestor"]
)
def test_bearers_of_names_are_none(name: str) -> None:
    assert not is_product(name)


def test_a_product_is_no_party() -> None:
    text = (
        "Suit over Siri recordings\n\nAda Berg of Chicago filed a lawsuit against Apple over voiceprints. "
        "The lawsuit against Siri says that it recorded her."
    )
    case = facts(read(text, "2024-05-08")).case
    assert [value.value for value in case.defendants] == ["Apple"]
