"""When somebody can be told of new answers to a search, and on which day the next mail may come."""

import datetime as dt
from enum import StrEnum

MOST_WORDS = 50
"""What says more is a text, and no search: nothing would ever be found by all of its words."""
LONGEST_QUERY = 1000
"""Characters of a search as its address spells it."""
CONFIRMED_WITHIN = dt.timedelta(days=7)
"""How long a link waits to be confirmed; who does not is forgotten."""

_LAST_DAY = 28
"""Every month has it."""
_MONTHS = 12


class NoAlert(StrEnum):
    """Why nobody can be told of new answers to a search."""

    EMPTY = "empty"
    TOO_MANY_WORDS = "too many words"
    TOO_LONG = "too long"


class Every(StrEnum):
    """How often a mail may come."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def why_no_alert(text: str, query: str, *, is_empty: bool) -> NoAlert | None:
    """Return why there can be no alert on a search, None if there can.

    `query` is the whole search as its address has it; `is_empty` says that it looks for nothing.
    """
    if len(text.split()) > MOST_WORDS:
        return NoAlert.TOO_MANY_WORDS
    if len(query) > LONGEST_QUERY:
        return NoAlert.TOO_LONG
    return NoAlert.EMPTY if is_empty else None


def next_day(every: Every, today: dt.date) -> dt.date:
    """Return the first day after today on which another mail may come."""
    if every is Every.DAY:
        return today + dt.timedelta(days=1)
    if every is Every.WEEK:
        return today + dt.timedelta(days=7)
    month = today.month % _MONTHS + 1
    year = today.year + (month == 1)
    return dt.date(year, month, min(today.day, _LAST_DAY))
