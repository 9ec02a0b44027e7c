"""A look at the bytes of an answer before anybody makes a tree of them, for words that a page of ours may not lack.

    "biometric*"            biometric, Biometrics, BIOMETRICALLY
    "BIPA"                  bipa and BIPA, but not bipartisan
    "facial recognition"    whatever space, marks and tags part the two
    "biométrique*"          in UTF-8, in Latin-1, as "biom&eacute;trique"

It errs on the side of yes. What it overlooks: a word with a tag or a soft hyphen inside it, and plain letters written
as character references.
"""

import re
from collections.abc import Iterable
from functools import cache

# One of these stands on every page of a general outlet that is worth reading whole.
OURS = (
    "biometric*", "biométri*", "biometris*", "BIPA", "CUBI", "facial recognition", "face recognition", "facial scan*",
    "face scan*", "facial geometry", "face geometry", "facial template*", "faceprint*", "face print*", "face-matching",
    "fingerprint*", "finger scan*", "thumbprint*", "handprint*", "hand scan*", "palm*", "voiceprint*", "voice print*",
    "iris scan*", "iris*", "retina*", "gait*", "eye scan*", "reconnaissance faciale", "reconocimiento facial",
    "riconoscimento facciale", "Gesichtserkennung*", "gezichtsherkenning*", "Clearview",
)  # fmt: skip
# Letters that every encoding and every editor leaves as they are.
PLAIN = re.compile(r"[a-z0-9]+")
GAP = rb"(?:<[^<>]{0,300}>|&#?[a-z0-9]{1,8};|[^a-z0-9]){1,30}+"


def may_concern(body: bytes, words: Iterable[str]) -> bool:
    """Whether one of the words may stand on the page; a star at its end stands for any ending."""
    plain = body.replace(b"\0", b"").lower()  # every other byte of UTF-16
    return any(_pattern(word).search(plain) for word in words)


@cache
def _pattern(word: str) -> re.Pattern[bytes]:
    """The word's plain letters, with gaps for all that parts them.

    It begins with letters, for so the search leaps to them, and looks behind them only there; a pattern of all words
    would have to stop at every byte, and takes ten times as long.
    """
    stretches = [stretch.encode() for stretch in PLAIN.findall(word.lower())]
    if not stretches:  # letters of which none is plain may stand anywhere
        return re.compile(b"")
    first, *rest = stretches
    begins = first + b"(?<![a-z0-9]%b)" % first
    ends = b"" if word.endswith("*") else b"(?![a-z0-9])"
    return re.compile(GAP.join((begins, *rest)) + ends)
