"""Characters that are never part of a text, and white space as the reader sees it."""

import re
import unicodedata

# Control, zero-width, bidirectional and private-use characters, soft hyphens and lone surrogates: nobody sees them,
# and "Acme\u200bCorp" must be found as the name it is.
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff]"
)
# Old editors write Windows quotes as character references; browsers read them as meant, parsers do not.
WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
# Normalising takes time quadratic in the length of a run of marks.
MARK = r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u20d0-\u20ff]"
MARKS = re.compile(f"({MARK}{{8}}){MARK}+")
# Western letters and marks, composed and visible as they are: nearly every line has no others.
SEEN = re.compile(r"[ -~¡-¬®-ʯ‐-‧‰-⁞₠-₿]*")
SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """The text on one line: composed, without unseen characters, every run of white space one space."""
    line = " ".join(text.split())
    if SEEN.fullmatch(line):
        return line
    return SPACE.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """The text composed and without unseen characters; its white space stays as it is."""
    return unicodedata.normalize("NFC", MARKS.sub(r"\1", UNSEEN.sub("", text.translate(WINDOWS))))
