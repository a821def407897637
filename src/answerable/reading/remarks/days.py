"""Days that an entry states: whether they exist, whether their weekdays do, and what the clock says of them."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from answerable.domain.disclosure_log import Entry
from answerable.reading.vocabulary import MONTHS

if TYPE_CHECKING:
    from answerable.domain.clock import Holidays

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?)?"
    rf"(?<![\d/.,£-])\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMES})\.?,?\s+(?P<year>(?:19|20)\d\d)$",
    re.IGNORECASE,
)
# Looking for a year first takes a tenth of the time; it begins with a digit, so that nothing is tried at others.
_YEAR = re.compile(r"(?:19|20)\d\d\b(?<=\b\d{4})")
_REACH = 50
# What moves a clock in ways that an entry does not print.
_MOVES = re.compile(
    r"\bclarif|\bextend|\bextension|\bfurther time\b|\bmore time\b|\bfees? notice\b|\bpaus|\bon hold\b"
    r"|\bpublic[- ]interest\b|\binternal review\b|\bscope of your request\b",
    re.IGNORECASE,
)
_LONGEST_MONTH = 31
_MOST = 3
_LATE_LOG = dt.timedelta(days=31)


def about_days(
    entry: Entry, *, last_day: dt.date | None, table: "Callable[[], Holidays]"
) -> Iterator[str]:
    """Yield what is wrong with the days of an entry; `last_day` is that of the log's month."""
    yield from _clock(entry, table)
    if last_day:
        yield from _after_the_log(entry, last_day)
    told = dict.fromkeys(_in_words(f"{entry.request}\n{entry.response}"))
    yield from list(told)[:_MOST]


def last_day_of(month: str) -> dt.date:
    """Return the last day of a month that is written `2021-11`."""
    year, number = map(int, month.split("-"))
    return dt.date(year, number, calendar.monthrange(year, number)[1])


def _clock(entry: Entry, table: "Callable[[], Holidays]") -> Iterator[str]:
    received, answered = entry.received_on, entry.answered_on
    if received is None or answered is None:
        return
    if answered < received:
        yield f"It says that it was answered on {_said(answered)}, and received later, on {_said(received)}"
        return
    from answerable.domain.clock import ClockFacts, OutsideCalendar, question_clock  # noqa: PLC0415 as few need it
    from answerable.domain.law.provisions import NoProvision  # noqa: PLC0415

    try:
        due = question_clock(ClockFacts(received_on=received), table()).due_on
    except (OutsideCalendar, NoProvision):
        return
    moves = _MOVES.search(entry.response) or _MOVES.search(entry.request)
    if due and answered > due and not moves:
        yield (
            f"It was received on {_said(received)} and answered on {_said(answered)}; by the clock of the Act "
            f"an answer was due on {_said(due)}"
        )


def _after_the_log(entry: Entry, last_day: dt.date) -> Iterator[str]:
    if entry.received_on and entry.received_on > last_day:
        yield f"It says that it was received on {_said(entry.received_on)}, and stands in the log of {_month(last_day)}"
    if entry.answered_on and entry.answered_on > last_day + _LATE_LOG:
        yield f"It says that it was answered on {_said(entry.answered_on)}, and stands in the log of {_month(last_day)}"


def _in_words(text: str) -> Iterator[str]:
    """Yield the days in a text that are none, and those that are another day of the week."""
    for year_found in _YEAR.finditer(text):
        before = text[max(0, year_found.start() - _REACH) : year_found.start()]
        found = _DAY.search(before + year_found.group()) if _ends_in_month(before) else None
        if found is None:
            continue
        number, month = int(found["day"]), MONTHS[found["month"].lower()]
        year = int(found["year"])
        if not 1 <= number <= _LONGEST_MONTH:
            continue
        length = calendar.monthrange(year, month)[1]
        words = " ".join(found.group().split())
        if number > length:
            yield f"It names {words}, and {calendar.month_name[month]} {year} had {length} days"
        elif found["weekday"]:
            right = _WEEKDAYS[dt.date(year, month, number).weekday()]
            if right != found["weekday"].lower():
                yield f"It names {words}, and that was a {right.capitalize()}"


def _ends_in_month(text: str) -> bool:
    return any(word.rstrip(".,").lower() in MONTHS for word in text.rsplit(maxsplit=1)[-1:])


def _said(day: dt.date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: dt.date) -> str:
    return f"{calendar.month_name[day.month]} {day.year}"
