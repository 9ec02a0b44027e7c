"""Days, months and years as precise as news tells them, and what relative words mean on the day an article appeared."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri", "saturday", "sunday")
    )
    for name in names.split()
}  # fmt: skip
# The month in which a season is over, so that one can tell which year's was the last.
SEASONS = {"winter": 2, "spring": 5, "summer": 8, "fall": 11, "autumn": 11}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "no a two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
    )
} | {"an": 1, "one": 1}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day, or only the month or year, on which an article appeared."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def anchor(published: str | None) -> Anchor | None:
    """The anchor that YYYY, YYYY-MM or YYYY-MM-DD gives; None for anything else."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or (month and day and iso(year, month, day) is None):
        return None
    return Anchor(year, month, day)


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD; None where there is no such day."""
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def weekday(name: str, near: Anchor, *, way: str | None, ahead: bool) -> str | None:
    """The day that a weekday means: the last one up to the anchor, or with `ahead` or "next" the coming one."""
    today = near.date
    if today is None:
        return None
    back = (today.weekday() - WEEKDAYS[name]) % 7
    if way == "next":
        return (today + timedelta(days=7 - back)).isoformat()
    if way == "last":
        back = back or 7
    elif ahead and back:
        return (today + timedelta(days=7 - back)).isoformat()
    return (today - timedelta(days=back)).isoformat()


def month(number: int, near: Anchor, *, way: str | None, ahead: bool) -> str | None:
    """The month that a bare name means: the last one up to the anchor, or the coming one."""
    if near.month is None:
        return None
    year = near.year
    if way == "next" or ahead:
        year += number < near.month or (way == "next" and number == near.month)
    elif number > near.month or (way == "last" and number == near.month):
        year -= 1
    return iso(year, number)


def day(number: int, of_month: int, near: Anchor, *, ahead: bool) -> str | None:
    """The day that a month and a day mean: the last one up to the anchor, or the coming one."""
    if near.month is None:
        return None
    this = (of_month, number)
    # An anchor without a day leaves its own month as "not after".
    now = (near.month, near.day or 31)
    year = near.year + (1 if ahead and this < now else -1 if not ahead and this > now else 0)
    return iso(year, of_month, number)


def season(name: str, near: Anchor, *, way: str | None) -> str | None:
    """The year of a season: "last summer" in spring was the year before."""
    if near.month is None:
        return None
    return iso(near.year - (way != "this" and near.month <= SEASONS[name]))


def shifted(count: int, unit: str, near: Anchor) -> str | None:
    """So many days, weeks, months or years from the anchor, told no more precisely than the words do.

    Weeks give their month: "last week" is no day.
    """
    if unit == "year":
        return iso(near.year + count)
    if unit == "month":
        if near.month is None:
            return None
        index = near.year * 12 + near.month - 1 + count
        return iso(index // 12, index % 12 + 1)
    today = near.date
    if unit == "week" and near.month and (count == 0 or (count == -1 and today is None)):
        # Where only the month is known, three of four last weeks lie in it.
        return iso(near.year, near.month)
    if today is None:
        return None
    moved = today + timedelta(days=count * (7 if unit == "week" else 1))
    return iso(moved.year, moved.month, moved.day if unit == "day" else None)
