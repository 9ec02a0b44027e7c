"""One spelling for the typographic variants of a character, so that patterns need to know only one."""

# Every character becomes exactly one other: offsets into the plain text are offsets into the article.
TABLE = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "‑": "-", "‐": "-", "−": "-", "–": "-", "—": "\u2014",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The text, code point for code point, with straight quotes, plain spaces, and hyphens for short dashes."""
    return text.translate(TABLE)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span cuts no word: "$5,000" in "$5,000ish" does, and no token could hold it."""
    cuts = (at for at in (start, end) if 0 < at < len(text))
    return not any(text[at - 1].isalnum() and text[at].isalnum() for at in cuts)
