"""Days beside their bands, and dates beside each other, in one row."""

import datetime as dt
import re
from collections.abc import Iterator

from answerable.domain.measures.checks.printed import PrintedTable, Sureness, TableRemark

WORKING_DAYS_A_MONTH = 21
"""By which durations in the field fall into their bands: 126 working days are "6 - 9 months"."""
_BAND = re.compile(
    r"(?:(?P<least>\d{1,3})\s?(?:-|–|to)\s?(?P<most>\d{1,3})|(?P<under>(?:under|less than|up to|<)\s?\d{1,3})"
    r"|(?P<over>(?:over|more than|>)\s?\d{1,3}|\d{1,3}\s?\+))\s?(?P<unit>months?|years?)(?P<above> or more| and over|\+)?",
    re.IGNORECASE,
)
_WORKING = re.compile(r"\bworking\s+days?\b", re.IGNORECASE)
_DAYS = re.compile(r"\bdays?\b", re.IGNORECASE)
_OTHER_DAYS = re.compile(r"\bcalendar\s+days?\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?P<day>\d{1,2})[-/ .](?P<month>\d{1,2}|[A-Za-z]{3,9})[-/ .](?P<year>\d{4}|\d{2})"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_BEGINS = re.compile(
    r"\b(?:received?|receipt|start(?:ed)?|opened|referr(?:al|ed)|from)\b", re.IGNORECASE
)
_ENDS = re.compile(r"\b(?:clos(?:ed|ure)|complet(?:ed|ion)|end(?:ed)?|approved|finish(?:ed)?|concluded|to|answered)\b", re.IGNORECASE)  # fmt: skip
_MONTHS_A_YEAR = 12
_CENTURY = 2000
_SHORT = 2


def about_bands(
    table: PrintedTable, *, days_a_month: int = WORKING_DAYS_A_MONTH
) -> Iterator[TableRemark]:
    """Yield the rows whose days lie outside the band beside them.

    A month is so many working days, and an edge belongs to the band above it. Columns of calendar days are
    left alone: their months have other lengths.
    """
    for days in _day_columns(table):
        for column in range(table.width):
            bands = [
                (row, _BAND.fullmatch(cells[column].strip()))
                for row, cells in enumerate(table.body)
            ]
            for row, found in bands:
                one = table.figures[row][days]
                if found is None or not one.is_number or column == days:
                    continue
                least, most = _edges(found, days_a_month)
                if least <= one.value and (most is None or one.value < most):
                    continue
                reach = f"{least} and more" if most is None else f"{least} to {most - 1}"
                yield table.remark(
                    "band",
                    f"{one.text} working days are not “{found.group()}”, which are {reach} at {days_a_month} a month",
                    Sureness.LIKELY,
                    at=(table.labels[row] or table.body[row][0], table.heads[column]),
                    figures=(one.text, found.group()),
                )


def _day_columns(table: PrintedTable) -> Iterator[int]:
    heads = [head for head in table.heads if _DAYS.search(head)]
    is_said = any(_WORKING.search(head) for head in heads)
    for number, head in enumerate(table.heads):
        if _OTHER_DAYS.search(head) or not _DAYS.search(head):
            continue
        if _WORKING.search(head) or not is_said:
            yield number


def _edges(found: re.Match[str], days_a_month: int) -> tuple[int, int | None]:
    """Return the days at which a band begins, and those at which the next one does."""
    months = _MONTHS_A_YEAR if found["unit"].lower().startswith("year") else 1
    days = days_a_month * months
    if found["under"]:
        return 0, _number(found["under"]) * days
    if found["over"]:
        return _number(found["over"]) * days, None
    return int(found["least"]) * days, int(found["most"]) * days


def _number(text: str) -> int:
    return int("".join(filter(str.isdigit, text)))


def about_dates(table: PrintedTable) -> Iterator[TableRemark]:
    """Yield the days of a table that there are not, and ends that lie before their beginning."""
    heads = table.heads
    begins = [number for number, head in enumerate(heads) if _BEGINS.search(head)]
    ends = [
        number for number, head in enumerate(heads) if _ENDS.search(head) and number not in begins
    ]
    for number, row in enumerate(table.body):
        label = table.labels[number]
        for column, cell in enumerate(row):
            if _written(cell) and _day(cell) is None:
                words = cell.strip()
                yield table.remark(
                    *("date", f"There is no day “{words}”", Sureness.CERTAIN),
                    at=(label, heads[column]),
                    figures=(words, ""),
                )
        if len(begins) == len(ends) == 1:
            first, last = _day(row[begins[0]]), _day(row[ends[0]])
            if first and last and last < first:
                both = (row[ends[0]].strip(), row[begins[0]].strip())
                yield table.remark(
                    "date",
                    f"“{heads[ends[0]]}” is {both[0]}, before “{heads[begins[0]]}” of {both[1]}",
                    Sureness.CERTAIN,
                    at=(label, heads[ends[0]]),
                    figures=both,
                )


def _written(text: str) -> re.Match[str] | None:
    found = _ISO.fullmatch(text.strip()) or _DATE.fullmatch(text.strip())
    if found is None:
        return None
    if found["month"].isdigit():
        # 10.15.12 may be a version.
        return found if len(found["year"]) > _SHORT else None
    return found if found["month"][:3].lower() in _MONTHS else None


def _day(text: str) -> dt.date | None:
    """Return the day that a cell names, days first as the field writes them; None if it names none."""
    found = _written(text)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    year = int(found["year"])
    try:
        return dt.date(
            year + _CENTURY if len(found["year"]) == _SHORT else year, number, int(found["day"])
        )
    except ValueError:
        return None
