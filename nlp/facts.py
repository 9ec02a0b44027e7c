"""What the extraction says of an article: mentions, values with the place that shows them, events, amounts.

Every offset counts code points of the article's text (headline first, paragraphs apart by a blank line), end exclusive.
"""

from dataclasses import dataclass, field

# The labels of a mention. What counts as one: docs/annotation.md.
LABELS = (
    "PLAINTIFF",
    "DEFENDANT",
    "COURT",
    "STATUTE",
    "JUDGE",
    "COUNSEL",
    "LAW_FIRM",
    "REGULATOR",
    "CASE",
    "DOCKET",
    "MONEY",
)

EVENT_TYPES = (
    "complaint",
    "motion",
    "class_certification",
    "ruling",
    "dismissal",
    "verdict",
    "settlement",
    "appeal",
    "enforcement",
    "investigation",
    "legislation",
)

# A value told with less confidence is kept and shown as unsure.
UNSURE = 0.6

AMOUNT_KINDS = ("settlement", "fine", "damages_sought", "statutory_damages", "verdict", "fees")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name in the text with the part it plays: `text == article[start:end]`, `name` its canonical form."""

    start: int
    end: int
    label: str
    text: str
    name: str
    id: str | None = None  # a statute's id (docs/annotation.md) or a court's (courts-db)
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a record and the words that show it."""

    value: str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Date:
    """A date as precise as the text tells it: `value` is YYYY, YYYY-MM or YYYY-MM-DD."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money named in the text, in whole units of its ISO 4217 currency."""

    start: int
    end: int
    value: float
    currency: str


@dataclass(frozen=True, slots=True)
class Case:
    """The lawsuit or proceeding that an article tells of; what it does not tell stays empty."""

    caption: Value | None = None
    docket: Value | None = None
    filed: Value | None = None
    plaintiffs: tuple[Value, ...] = ()
    defendants: tuple[Value, ...] = ()
    courts: tuple[Value, ...] = ()  # ids, deciding court first; a court without an id by its full name
    statutes: tuple[Value, ...] = ()  # ids
    judges: tuple[Value, ...] = ()
    law_firms: tuple[Value, ...] = ()
    regulators: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a case; `start` to `end` is the sentence that reports it."""

    type: str  # one of EVENT_TYPES
    date: str | None  # YYYY, YYYY-MM or YYYY-MM-DD
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money and what it is for."""

    value: float
    currency: str
    kind: str  # one of AMOUNT_KINDS
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found in one article."""

    mentions: tuple[Mention, ...] = ()
    case: Case = field(default_factory=Case)
    events: tuple[Event, ...] = ()
    amounts: tuple[Amount, ...] = ()
    others: tuple[Case, ...] = ()  # suits that the article tells of beside the main one
