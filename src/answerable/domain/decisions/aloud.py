"""Days and names as they are read aloud, in letters and in refusals."""

import datetime as dt

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day_in_words(day: dt.date) -> str:
    """Return a day as it is read aloud: 1 December 2021."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Return names as they are read aloud: 1, 2 and 5."""
    return " and ".join(one for one in (", ".join(names[:-1]), *names[-1:]) if one)
