"""Limits of time: how long, in which unit, counted from where."""

import calendar as months_of
import datetime as dt
import re
from dataclasses import dataclass

from answerable.domain.clock.events import ClockRefused

WORKING_DAYS = "working days"
_FORM = re.compile(
    r"(\d{1,4}) ?(wd|working days?|days?|weeks?|months?)(-inclusive)?", re.IGNORECASE
)
_UNITS = {"w": WORKING_DAYS, "d": "days", "m": "months"}
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of working days, days, weeks or months; `inclusive` counts the first day as day 1."""

    count: int
    unit: str = WORKING_DAYS
    inclusive: bool = False

    def __str__(self) -> str:
        """Return the limit in words."""
        unit = self.unit.removesuffix("s") if self.count == 1 else self.unit
        return f"{self.count} {unit}{', the first day counted' if self.inclusive else ''}"


def limit_of(text: str) -> Limit:
    """Return what `20wd`, `60wd-inclusive`, `1month`, `6weeks` or `30days-inclusive` means.

    :raises ClockRefused: if it means nothing.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        message = (
            f"{text!r} is no limit of time: say 20wd, 60wd-inclusive, 30days, 6weeks or 1month"
        )
        raise ClockRefused(message)
    word = found[2].lower()
    unit = "weeks" if word.startswith("we") else _UNITS[word[0]]
    return Limit(int(found[1]), unit, bool(found[3]))


def months_later(day: dt.date, count: int) -> dt.date:
    """Return the day with the same number some months later, or the last of that month."""
    years, month = divmod(day.month - 1 + count, _DECEMBER)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, months_of.monthrange(year, month)[1]))


def last_day_of_period(first: dt.date, months: int) -> dt.date:
    """Return the last day of a period of months *beginning with* a day.

    It is the day before the day with the same number; where the month has no such day, its last.
    """
    end = months_later(first, months)
    return end - dt.timedelta(days=1) if end.day == first.day else end
