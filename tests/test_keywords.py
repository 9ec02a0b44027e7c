import pytest

from scrapers.keywords import may_concern


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"<p>BIPA suit", "BIPA"),
        (b"under bipa.", "BIPA"),
        (b"<b>BIPA</b>", "bipa"),
        (b"Biometrics firm", "biometric*"),
        (b"Biometric firm", "biometric*"),
        (b"facial&nbsp;recognition", "facial recognition"),
        (b"facial</b> <i>recognition", "facial recognition"),
        ("Loi biométrique".encode(), "biométrique*"),
        ("LOI BIOMÉTRIQUES".encode(), "biométrique*"),
        ("loi biométrique".encode("latin-1"), "biométrique*"),
        (b"loi biom&eacute;trique", "biométrique*"),
        (b"loi biom&#233;trique", "biométrique*"),
        ("the BIPA suit".encode("utf-16"), "bipa"),
        ("the BIPA suit".encode("utf-16-be"), "bipa"),
        ("顔認証".encode(), "顔認証"),
    ],
)
def test_may_concern(body, word):
    assert may_concern(body, [word])
    assert may_concern(body, ["no such word", word])


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "BIPA"),
        (b"a bipartisan bill", "BIPA"),
        (b"the Zbipa", "BIPA"),
        (b"bio metric", "biometric*"),
        (b"Biometrics", "biometric"),
        (b"antibiometric", "biometric*"),
        (b"facial hair", "facial recognition"),
        (b"recognition of facial hair", "facial recognition"),
        (b"facial hair recognition", "facial recognition"),
        (b"biometrique", "biométrique*"),
    ],
)
def test_does_not_concern(body, word):
    assert not may_concern(body, [word])


def test_no_words_concern_nothing():
    assert not may_concern(b"BIPA", [])
