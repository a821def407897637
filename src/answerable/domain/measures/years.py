"""Financial years, from 1 April to 31 March, as the field writes them: `2019/20`."""

import datetime as dt
import re

_WRITTEN = re.compile(r"(\d{4})/(\d{2})")
_APRIL = 4
_CENTURY = 100


class NotAYear(ValueError):
    """What is written is no financial year."""


def financial_year(day: dt.date) -> str:
    """Return the financial year in which a day lies: 31 March 2020 is in `2019/20`."""
    first = day.year if day.month >= _APRIL else day.year - 1
    return f"{first}/{(first + 1) % _CENTURY:02}"


def days_of(year: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a financial year that is written `2019/20`.

    :raises NotAYear: if it is written otherwise, or the second number does not follow the first.
    """
    found = _WRITTEN.fullmatch(year)
    if found is None or (int(found[1]) + 1) % _CENTURY != int(found[2]):
        raise NotAYear(f"{year!r} is no financial year: write it like 2019/20")
    first = int(found[1])
    return dt.date(first, _APRIL, 1), dt.date(first + 1, _APRIL - 1, 31)
