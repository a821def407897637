"""Months as the standards count them: by their first day."""

import datetime as dt

_MONTHS = 12
_DAY = dt.timedelta(days=1)


class NotAMonth(ValueError):
    """What is written is no month; the message says how to write one."""


def month_of(day: dt.date) -> dt.date:
    """Return the first day of the month of a day."""
    return day.replace(day=1)


def months_on(month: dt.date, count: int) -> dt.date:
    """Return the month so many months later, or earlier where the count is below nought."""
    place = month.year * _MONTHS + month.month - 1 + count
    return dt.date(place // _MONTHS, place % _MONTHS + 1, 1)


def last_day(month: dt.date) -> dt.date:
    """Return the last day of a month."""
    return months_on(month, 1) - _DAY


def months_between(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Return every month from one to another, the earliest first; none where the second is before."""
    count = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    return tuple(months_on(first, place) for place in range(count))


def month_written(text: str) -> dt.date:
    """Return the month that is written as 2026-04.

    :raises NotAMonth: if it is written otherwise.
    """
    try:
        year, month = text.strip().split("-")
        if len(year) != 4 or len(month) != 2:  # noqa: PLR2004 as ISO 8601 writes a month
            raise ValueError(text)  # noqa: TRY301 said below, as whatever is no month
        return dt.date(int(year), int(month), 1)
    except ValueError:
        message = f"{text.strip()!r} is no month: write it as 2026-04"
        raise NotAMonth(message) from None
