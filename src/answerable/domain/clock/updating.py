"""A later table of bank holidays: what GOV.UK publishes, set into the table that is known."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from answerable.domain.clock.calendars import Holiday, Holidays, Nation, NoSuchTable

_DIVISIONS = {
    "england-and-wales": Nation.ENGLAND_AND_WALES,
    "scotland": Nation.SCOTLAND,
    "northern-ireland": Nation.NORTHERN_IRELAND,
}
_SATURDAY = 5
_FEWEST = 6
"""No nation has had fewer than eight bank holidays in a year."""
_FARTHEST = 10
"""Holidays are proclaimed a few years ahead, and never so many."""


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a nation gains a holiday, or loses one."""

    on: dt.date
    nation: Nation
    name: str
    is_new: bool

    @property
    def words(self) -> str:
        """Return the change as a line: `+ 2026-06-15 World Cup (Scotland)`."""
        return f"{'+' if self.is_new else '-'} {self.on} {self.name} ({self.nation.words})"


@dataclass(frozen=True, slots=True)
class Update:
    """A table brought up to date, what changed in it, and from when until when the file speaks."""

    table: Holidays
    changes: tuple[Change, ...]
    first: dt.date
    last: dt.date

    def is_newer_than(self, table: Holidays) -> bool:
        """Return whether the file says anything that a table does not."""
        known = (table.first, table.last, table.proclaimed_until)
        return bool(self.changes) or known != (
            self.table.first,
            self.table.last,
            self.table.proclaimed_until,
        )


def updated(table: Holidays, published: Any, *, version: str, on: dt.date) -> Update:
    """Return a table with the holidays that GOV.UK publishes for the years which its file covers.

    Days at the weekend are left as they are: they count for nobody. A holiday still to come that is
    new on the day `on` counts as proclaimed then: requests that wait already get both dates.

    :raises NoSuchTable: if this is not the JSON of https://www.gov.uk/bank-holidays.json.
    """
    listed = _published(published)
    first, last = _covered(listed, table, on)
    names = {day: dict(holiday.names) for day, holiday in table.by_day.items()}
    changes = []
    for nation, days in listed.items():
        changes += list(_apply(names, nation, days, first, last))
    changes.sort(key=lambda one: (one.on, one.nation.value, one.is_new))
    added = {one.on for one in changes if one.is_new and one.on > on}
    by_day = {
        day: _holiday(table.by_day.get(day), day, nations, proclaimed=on if day in added else None)
        for day, nations in sorted(names.items())
        if nations
    }
    later = Holidays(
        version=version,
        first=min(table.first, first),
        last=max(table.last, last),
        proclaimed_until=max(last, table.proclaimed_until),
        by_day=by_day,
    )
    return Update(later, tuple(changes), first, last)


def _covered(
    listed: Mapping[Nation, Mapping[dt.date, str]], table: Holidays, on: dt.date
) -> tuple[dt.date, dt.date]:
    """Return from when until when a list speaks; it must be whole in between."""
    years = range(
        max(min(days).year for days in listed.values()),
        min(max(days).year for days in listed.values()) + 1,
    )
    if not years:
        message = "The nations in the file have no year in common: get it again"
        raise NoSuchTable(message)
    if years[0] > table.last.year + 1 or years[-1] > on.year + _FARTHEST:
        message = (
            f"The file covers {years[0]} to {years[-1]}, and the calendar ends on {table.last}: "
            "get the list of the years next to it"
        )
        raise NoSuchTable(message)
    for nation, days in listed.items():
        for year in years:
            count = sum(day.year == year for day in days)
            if count < _FEWEST:
                message = f"The file lists {count} bank holidays of {nation.words} in {year}: get it again"
                raise NoSuchTable(message)
    return dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31)


def next_version(on: dt.date, known: Mapping[str, object]) -> str:
    """Return a version for a table of today: the date, and a number where that is taken."""
    version, number = str(on), 1
    while version in known:
        number += 1
        version = f"{on}.{number}"
    return version


def _apply(
    names: dict[dt.date, dict[Nation, str]],
    nation: Nation,
    days: Mapping[dt.date, str],
    first: dt.date,
    last: dt.date,
) -> Iterator[Change]:
    for day, of_day in list(names.items()):
        is_covered = first <= day <= last and day.weekday() < _SATURDAY
        if is_covered and nation in of_day and day not in days:
            yield Change(day, nation, of_day.pop(nation), is_new=False)
    for day, name in days.items():
        is_covered = first <= day <= last and day.weekday() < _SATURDAY
        of_day = names.setdefault(day, {})
        if is_covered and nation not in of_day:
            of_day[nation] = name
            yield Change(day, nation, name, is_new=True)


def _holiday(
    known: Holiday | None, day: dt.date, names: Mapping[Nation, str], *, proclaimed: dt.date | None
) -> Holiday:
    if known is None:
        return Holiday(day, names, "https://www.gov.uk/bank-holidays.json", proclaimed)
    return Holiday(day, names, known.basis, known.proclaimed_on or proclaimed)


def _published(published: Any) -> dict[Nation, dict[dt.date, str]]:
    try:
        listed = {
            nation: {
                dt.date.fromisoformat(event["date"]): str(event["title"])
                for event in published[division]["events"]
            }
            for division, nation in _DIVISIONS.items()
        }
    except (KeyError, TypeError, ValueError) as problem:
        message = (
            "This is not the file that GOV.UK publishes: it must hold england-and-wales, scotland and "
            f"northern-ireland, each with its events and their dates ({problem})"
        )
        raise NoSuchTable(message) from problem
    for nation, days in listed.items():
        if not days:
            message = f"The file holds no bank holiday of {nation.words}: get it again"
            raise NoSuchTable(message)
    return listed
