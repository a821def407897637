"""The value of what a cell shows, and a plain form for it, so that whoever gets a workbook can compute with it.

The value is read from the words that are shown, never taken from the cell: a number that is shown as 12.3% may have
ten digits more, and a date that is shown as a month has a day.
"""

import datetime as dt
import re
from functools import lru_cache

from answerable.inspecting.rebuilding.tables.cells import Cell, Shown
from answerable.inspecting.rebuilding.tables.numbers import displayed_number

_NUMBER = re.compile(
    r"(?P<before>[^\d().+%#\-]*)(?P<minus>[\-\u2212(]?)(?P<between>[^\d().+%#\-]*)"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.(?P<places>\d+))?(?P<percent> ?%?)(?P<close>\)?)(?P<after>[^\d().+%]*)"
)
_LONGEST, _LONGEST_BESIDE = 120, 20
_NEAR = 1e-6
_ZEROS = re.compile(r"0\d")
# Before it workbooks count a 29 February that was none.
_FIRST_SURE = dt.datetime(1900, 3, 1)  # noqa: DTZ001 cells know no zones
_NOTHING = re.compile(r"[£$€¥ ]*[-\u2013][£$€¥ ]*")

_DAYS = "dd/mm/yyyy|d/m/yyyy|dd/mm/yy|d/m/yy|dd-mm-yyyy|dd.mm.yyyy|d.m.yyyy|yyyy-mm-dd|yyyy/mm/dd|dd-mm-yy|dd.mm.yy"
_NAMED_DAYS = (
    "dd mmm yyyy|d mmm yyyy|dd mmmm yyyy|d mmmm yyyy|dd-mmm-yyyy|d-mmm-yyyy|dd-mmm-yy|d-mmm-yy|dd mmm yy|d mmm yy"
    "|dddd d mmmm yyyy|dddd dd mmmm yyyy|dddd, d mmmm yyyy|dddd, mmmm dd, yyyy|ddd d mmm yyyy|ddd dd mmm yyyy"
    "|ddd dd/mm/yyyy|mmmm d, yyyy|mmm d, yyyy|mm/dd/yyyy|m/d/yyyy|mm-dd-yy|m/d/yy"
)
_HOURS = "hh:mm|h:mm|hh:mm:ss|h:mm:ss|h:mm AM/PM|hh:mm AM/PM|h:mm:ss AM/PM|hh:mm:ss AM/PM"
_OF_DAYS = tuple(f"{_DAYS}|{_NAMED_DAYS}".split("|"))
_OF_HOURS = tuple(_HOURS.split("|"))
_OF_BOTH = (
    *(f"{day} {hour}" for day in _OF_DAYS for hour in _OF_HOURS),
    'yyyy-mm-dd"T"hh:mm:ss',
)


def cell_of_number(text: str, value: float) -> Cell:
    """Return the cell for a number that is shown as these words: with a value if they say it, else words alone."""
    if value == 0 and _NOTHING.fullmatch(text):
        return Shown(text, 0.0, "0")
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if not found or len(text) - len(found["digits"]) > 2 * _LONGEST_BESIDE:
        return text
    whole, places = found["digits"].replace(",", ""), found["places"] or ""
    if _ZEROS.match(whole) or len(whole) + len(places) > 15:  # noqa: PLR2004 a number has no more digits
        return text
    number = float(f"{whole or '0'}.{places or '0'}")
    if found["percent"].strip():
        number = float(f"{number / 100:.15g}")
    number = -number if found["minus"] else number
    half = 0.5 * 10.0 ** -(len(places) + 2 * bool(found["percent"].strip()))
    if abs(number - value) > half * (1 + _NEAR) + abs(value) * 1e-14:
        return text
    return Shown(text, number, _form(found, len(places)))


def _form(found: "re.Match[str]", places: int) -> str:
    grouped = "#,##0" if "," in found["digits"] else "0"
    form = f"{grouped}.{'0' * places}" if places else grouped
    before, after = (
        found["before"] + found["between"],
        found["percent"].rstrip("%") + found["after"],
    )
    form = f"{form}%" if found["percent"].strip() else form
    return f"{_quoted(before)}{form}{_quoted(after)}"


def _quoted(words: str) -> str:
    words = words.replace('"', "").strip("\\")
    return f'"{words}"' if words else ""


def cell_of_moment(text: str, moment: dt.datetime | None) -> Cell:
    """Return the cell for a moment that is shown as these words: with a value if they say a whole day, or a time."""
    if moment is None:
        return text
    for forms in (_OF_DAYS, _OF_HOURS, _OF_BOTH) if moment >= _FIRST_SURE else (_OF_HOURS,):
        for form in forms:
            if _as_shown(moment, form) == text:
                return Shown(text, _only_what(moment, form), form)
    return text


def _only_what(moment: dt.datetime, form: str) -> dt.datetime | dt.time:
    """Return of a moment no more than a form shows."""
    has_days, has_hours, has_seconds = "yy" in form, "h" in form, "s" in form
    seconds = moment.second if has_seconds else 0
    time = dt.time(moment.hour, moment.minute, seconds) if has_hours else dt.time()
    if not has_days:
        return time
    return dt.datetime.combine(moment.date(), time)


@lru_cache(maxsize=1 << 16)
def _as_shown(moment: dt.datetime, form: str) -> str:
    days = (moment - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)  # noqa: DTZ001 cells know no zones
    return displayed_number(days, form)
