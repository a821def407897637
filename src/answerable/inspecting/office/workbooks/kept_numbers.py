"""Numbers that a chart keeps of cells: what the cells hold, in whatever form the chart shows it."""

import datetime as dt
import re
from collections.abc import Iterator

_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)")
_SUM = re.compile(r"[£€]\s?([\d,]+(?:\.\d+)?)")
# Day 0 of workbooks, and of those that count from 1904 (ECMA-376, part 1, 18.17.4.1).
_FIRST_DAYS = (dt.date(1899, 12, 30), dt.date(1904, 1, 1))


def forms_held(text: str) -> Iterator[str]:
    """Yield what a cell may hold that a chart shows so: itself, the count of a day, the number of a sum."""
    yield text
    if day := _DAY.fullmatch(text.strip()):
        yield from _counts(*(int(one) for one in day.groups()))
    if amount := _SUM.fullmatch(text.strip()):
        yield plain_number(amount[1].replace(",", ""))


def _counts(first: int, second: int, year: int) -> Iterator[str]:
    # Whether the day or the month stands first is the reader's setting.
    for day, month in ((first, second), (second, first)):
        try:
            shown = dt.date(year, month, day)
        except ValueError:
            continue
        for start in _FIRST_DAYS:
            yield str((shown - start).days)


def plain_number(held: str) -> str:
    """Return a number as it is counted: "1234567" for "1234567.0" and "1.234567E6"; what is none stays."""
    if held.isdigit():
        return held
    try:
        value = float(held)
    except ValueError:
        return held
    return str(int(value)) if value.is_integer() else str(value)
