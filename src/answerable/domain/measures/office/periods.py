"""Periods for which figures are made: months, quarters and years, of the calendar or of finance, or any days."""

import datetime as dt
import re
from dataclasses import dataclass

from answerable.domain.measures.years import NotAYear, days_of

_DAY = dt.timedelta(days=1)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_QUARTER = re.compile(r"(\d{4}(?:/\d{2})?) ?Q([1-4])", re.IGNORECASE)
_SLUG = re.compile(r"(\d{4}-\d{2}-\d{2})-to-(\d{4}-\d{2}-\d{2})")
_MONTHS, _IN_A_QUARTER = 12, 3


class NotAPeriod(ValueError):
    """What is written is no period: the message says how to write one."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a period, with its first and its last."""

    first: dt.date
    last: dt.date

    @property
    def slug(self) -> str:
        """Return the period as it stands in an address: `2025-04-01-to-2025-06-30`."""
        return f"{self.first.isoformat()}-to-{self.last.isoformat()}"


def period_between(first: dt.date, last: dt.date) -> Period:
    """Return the period of some days.

    :raises NotAPeriod: if it ends before it begins.
    """
    if last < first:
        raise NotAPeriod(f"A period cannot end on {last}, before it begins on {first}")
    return Period(first, last)


def period_of(text: str) -> Period:
    """Return the period that is written `2025/26`, `2025/26 Q1`, `2025`, `2025 Q1`, `2025-04`, or as a slug.

    A quarter of `2025/26` is one of the financial year: its first is April to June.

    :raises NotAPeriod: if it is written otherwise, or no such days exist.
    """
    plain = text.strip()
    try:
        found = _period(plain)
    except (NotAYear, ValueError):
        found = None
    if found is None:
        message = (
            f"{text!r} is no period: write 2025/26 or 2025/26 Q1 (financial), 2025 or 2025 Q1 "
            "(calendar), or a month as 2025-04"
        )
        raise NotAPeriod(message)
    return found


def quarters_before(day: dt.date, count: int) -> tuple[Period, ...]:
    """Return the last quarters up to the one in which a day lies, the latest first."""
    place = day.year * 4 + (day.month - 1) // _IN_A_QUARTER
    return tuple(_months((place - back) * _IN_A_QUARTER, _IN_A_QUARTER) for back in range(count))


def months_before(day: dt.date, count: int) -> tuple[Period, ...]:
    """Return the last months up to the one in which a day lies, the latest first."""
    place = day.year * _MONTHS + day.month - 1
    return tuple(_months(place - back, 1) for back in range(count))


def _period(plain: str) -> Period | None:
    if found := _SLUG.fullmatch(plain):
        return period_between(*map(dt.date.fromisoformat, found.groups()))
    if found := _QUARTER.fullmatch(plain):
        year, quarter = found.groups()
        first = Period(*days_of(year)).first if "/" in year else dt.date(int(year), 1, 1)
        start = first.year * _MONTHS + first.month - 1 + (int(quarter) - 1) * _IN_A_QUARTER
        return _months(start, _IN_A_QUARTER)
    if found := _MONTH.fullmatch(plain):
        first = dt.date(int(found[1]), int(found[2]), 1)
        return _months(first.year * _MONTHS + first.month - 1, 1)
    if _YEAR.fullmatch(plain):
        return Period(dt.date(int(plain), 1, 1), dt.date(int(plain), _MONTHS, 31))
    return Period(*days_of(plain))


def _months(start: int, count: int) -> Period:
    """Return so many months from one, counted from the year 0."""
    end = start + count
    first = dt.date(start // _MONTHS, start % _MONTHS + 1, 1)
    return Period(first, dt.date(end // _MONTHS, end % _MONTHS + 1, 1) - _DAY)
