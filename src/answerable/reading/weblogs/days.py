"""Days as tables and feeds write them."""

import datetime as dt
import re

from answerable.reading.days import day_in

_DASHED_DAY = re.compile(r"\b(\d{1,2})[-. ](\w{3,9}|\d{1,2})[-. ](\d{4}|\d{2})\b")
_CENTURY = 2000
_TWO_DIGITS = 2


def day_of(text: str) -> dt.date | None:
    """Return the day that a field names, also as tables and feeds write it: "5-Apr-23", "05-04-2023"."""
    found = _DASHED_DAY.search(text)
    if found is None:
        return day_in(text)
    day, month, year = found.groups()
    whole = f"{_CENTURY + int(year)}" if len(year) == _TWO_DIGITS else year
    sign = "/" if month.isdigit() else " "
    return day_in(sign.join((day, month, whole)))
