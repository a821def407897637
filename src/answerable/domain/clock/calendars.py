"""Working days: which days count in which part of the United Kingdom, and why a day does not.

Statute has three notions of a working day (docs/law/calendars.md): no bank holiday in any part of the
United Kingdom (FOIA s.10(6); EIR and RPSI follow it), none in Scotland (FOISA), none in the nation of
whoever holds the data (subject access). A table of holidays has a version, which goes with every date
that was computed from it.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_WEEKEND = ("a Saturday", "a Sunday")


class Nation(StrEnum):
    """A part of the United Kingdom with bank holidays of its own."""

    ENGLAND_AND_WALES = "E+W"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"

    @property
    def words(self) -> str:
        """Return the name as a sentence prints it."""
        return _NATION_WORDS[self]


_NATION_WORDS = {
    Nation.ENGLAND_AND_WALES: "England and Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}


class CalendarName(StrEnum):
    """Whose bank holidays a calendar leaves out; `every-day` leaves out nothing, not even Sundays."""

    __hash__ = str.__hash__

    UK_ANY = "uk-any"
    EW = "ew"
    SCT = "sct"
    NIR = "nir"
    EVERY_DAY = "every-day"


_NATIONS = {
    CalendarName.UK_ANY: frozenset(Nation),
    CalendarName.EW: frozenset({Nation.ENGLAND_AND_WALES}),
    CalendarName.SCT: frozenset({Nation.SCOTLAND}),
    CalendarName.NIR: frozenset({Nation.NORTHERN_IRELAND}),
    CalendarName.EVERY_DAY: frozenset[Nation](),
}


class OutsideCalendar(ValueError):
    """A date lies before or behind the days that a table of holidays covers."""


class NoSuchTable(ValueError):
    """What should be a table of holidays is none; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A bank holiday: its day, its name in each nation that has it, what makes it one.

    `proclaimed_on` is set where the day was proclaimed so late that requests were already waiting.
    """

    on: dt.date
    names: Mapping[Nation, str]
    basis: str = ""
    proclaimed_on: dt.date | None = None

    @property
    def words(self) -> str:
        """Return the name with where it is kept, such as `St Patrick's Day (Northern Ireland)`."""
        nations = [nation.words for nation in Nation if nation in self.names]
        where = "" if len(nations) == len(Nation) else f" ({', '.join(nations)})"
        return f"{next(iter(self.names.values()))}{where}"


@dataclass(frozen=True, eq=False)
class Holidays:
    """A table of bank holidays: its version, the days that it covers, and each holiday.

    Days after `proclaimed_until` follow the rules, but nobody has proclaimed them yet.
    """

    version: str
    first: dt.date
    last: dt.date
    proclaimed_until: dt.date
    by_day: Mapping[dt.date, Holiday]

    def calendar(self, name: CalendarName | str) -> "Calendar":
        """Return the calendar that leaves out the holidays of its nations."""
        return _calendar(self, name)

    @property
    def proclaimed_late(self) -> tuple[Holiday, ...]:
        """Return the holidays that were proclaimed while requests were waiting."""
        return _late(self)

    def outside(self, day: dt.date, count: int = 0) -> OutsideCalendar:
        """Return what to raise of a day that is not covered, or so many working days after one."""
        asked = f"{count} working days after {day}" if count else f"{day}"
        return OutsideCalendar(
            f"The calendar {self.version} covers {self.first} to {self.last}, and not {asked}: "
            "load a later one with `answerable calendar update FILE` "
            "(https://www.gov.uk/bank-holidays.json)"
        )

    def without(self, day: dt.date) -> "Holidays":
        """Return the table as it would be without one holiday."""
        return _without(self, day)


class Calendar:
    """The working days of a table of holidays, counted once and then looked up."""

    __slots__ = ("_dates", "_first", "_nations", "_size", "_table", "_upto", "name")

    def __init__(self, table: Holidays, name: CalendarName) -> None:
        self.name = name
        self._table = table
        self._nations = _NATIONS[name]
        self._first = table.first.toordinal()
        self._dates: list[dt.date] = []
        self._upto: list[int] = []
        for ordinal in range(self._first, table.last.toordinal() + 1):
            day = dt.date.fromordinal(ordinal)
            if self._counts(day):
                self._dates.append(day)
            self._upto.append(len(self._dates))
        self._size = len(self._upto)

    @property
    def last(self) -> dt.date:
        """Return the last day that is covered."""
        return self._table.last

    @property
    def counts(self) -> Sequence[int]:
        """Return how many working days there are up to and with each day that is covered, in their order."""
        return self._upto

    @property
    def label(self) -> str:
        """Return the calendar with its version, as it stands beside a computed date."""
        return f"{self.name.value}@{self._table.version}"

    def add(self, day: dt.date, count: int) -> dt.date:
        """Return the `count`th working day after a day, which need not be one itself.

        :raises OutsideCalendar: if the day, or the result, is not covered, or the count is not positive.
        """
        place = day.toordinal() - self._first
        if 0 <= place < self._size and count > 0:
            at = self._upto[place] + count - 1
            if at < len(self._dates):
                return self._dates[at]
        raise self._table.outside(day, count)

    def count(self, after: dt.date, upto: dt.date) -> int:
        """Return how many working days lie after one day, up to and with another; 0 if none.

        :raises OutsideCalendar: if either day is not covered.
        """
        first, last = after.toordinal() - self._first, upto.toordinal() - self._first
        if not (0 <= first < self._size and 0 <= last < self._size):
            raise self._table.outside(after if not 0 <= first < self._size else upto)
        return max(0, self._upto[last] - self._upto[first])

    def is_working(self, day: dt.date) -> bool:
        """Return whether a day counts.

        :raises OutsideCalendar: if the day is not covered.
        """
        if not self._table.first <= day <= self._table.last:
            raise self._table.outside(day)
        return self._counts(day)

    def on_or_after(self, day: dt.date) -> dt.date:
        """Return the day itself if it is a working day, else the next one that is."""
        while not self.is_working(day):
            day += _DAY
        return day

    def on_or_before(self, day: dt.date) -> dt.date:
        """Return the day itself if it is a working day, else the last one before it."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def why_not(self, day: dt.date) -> str:
        """Return why a day does not count, such as `a Sunday`; empty if it does."""
        holiday = self._table.by_day.get(day)
        if self.name is CalendarName.EVERY_DAY:
            return ""
        if day.weekday() >= _SATURDAY:
            return _WEEKEND[day.weekday() - _SATURDAY]
        if holiday and not self._nations.isdisjoint(holiday.names):
            return holiday.words
        return ""

    def is_projected(self, day: dt.date) -> bool:
        """Return whether a day lies after the last year whose holidays are proclaimed."""
        return day > self._table.proclaimed_until

    def _counts(self, day: dt.date) -> bool:
        return not self.why_not(day)


@cache
def shipped_holidays() -> Holidays:
    """Return the table that comes with the product."""
    text = resources.files(__package__).joinpath("bank_holidays.json").read_text(encoding="utf-8")
    return holidays_of(json.loads(text))


def holidays_of(data: Any) -> Holidays:
    """Return a table of holidays from its JSON (docs/law/calendars.md says the form).

    :raises NoSuchTable: if the data has another form, or covers no day.
    """
    try:
        rows = [_holiday(row) for row in data["holidays"]]
        table = Holidays(
            version=str(data["version"]),
            first=dt.date.fromisoformat(data["first"]),
            last=dt.date.fromisoformat(data["last"]),
            proclaimed_until=dt.date.fromisoformat(data["proclaimed_until"]),
            by_day={row.on: row for row in rows},
        )
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        message = f"This is no table of bank holidays: {problem}"
        raise NoSuchTable(message) from problem
    if table.last < table.first:
        message = f"This is no table of bank holidays: it ends on {table.last}, before it begins"
        raise NoSuchTable(message)
    return table


def _holiday(row: Mapping[str, Any]) -> Holiday:
    late = row.get("proclaimed_on")
    return Holiday(
        on=dt.date.fromisoformat(row["on"]),
        names={Nation(nation): name for nation, name in row["in"].items()},
        basis=row.get("basis", ""),
        proclaimed_on=dt.date.fromisoformat(late) if late else None,
    )


def holidays_as_json(table: Holidays) -> dict[str, Any]:
    """Return a table of holidays in the form that `holidays_of` reads."""
    rows: list[dict[str, Any]] = []
    for day in sorted(table.by_day):
        holiday = table.by_day[day]
        row: dict[str, Any] = {"on": str(day), "in": {n.value: w for n, w in holiday.names.items()}}
        row["basis"] = holiday.basis
        if holiday.proclaimed_on:
            row["proclaimed_on"] = str(holiday.proclaimed_on)
        rows.append(row)
    ends = {"first": table.first, "last": table.last, "proclaimed_until": table.proclaimed_until}
    return {"version": table.version, **{k: str(v) for k, v in ends.items()}, "holidays": rows}


@lru_cache(maxsize=64)
def _calendar(table: Holidays, name: str) -> Calendar:
    return Calendar(table, CalendarName(name))


@lru_cache(maxsize=64)
def _without(table: Holidays, day: dt.date) -> Holidays:
    return replace(table, by_day={on: one for on, one in table.by_day.items() if on != day})


@lru_cache(maxsize=64)
def _late(table: Holidays) -> tuple[Holiday, ...]:
    return tuple(one for one in table.by_day.values() if one.proclaimed_on)
