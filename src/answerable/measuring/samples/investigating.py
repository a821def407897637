"""Sample rows of investigations and referrals, and of what came of investigations."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from answerable.domain.clock.calendars import Calendar, CalendarName, Holidays
from answerable.domain.measures.years import financial_year
from answerable.measuring.samples.published import (
    CASE_TO_ANSWER,
    COMPLETED_BY,
    DIRECTED_CASES,
    DIRECTED_RESULTS,
    INVESTIGATED,
    MEAN_DAYS,
    PROSECUTED,
    STARTED_IN,
)
from answerable.measuring.samples.spreading import day_between, pick, spread, with_sum

Row = tuple[object, ...]


class _Case(NamedTuple):
    kind: str
    force: str
    referred_on: dt.date
    started_on: dt.date
    approved_on: dt.date | None


FORCES = (
    "Avon and Somerset Constabulary",
    "Cheshire Constabulary",
    "Cumbria Constabulary",
    "Dyfed-Powys Police",
    "Essex Police",
    "Greater Manchester Police",
    "Gwent Police",
    "Hertfordshire Constabulary",
    "Kent Police",
    "Lancashire Constabulary",
    "Merseyside Police",
    "Metropolitan Police Service",
    "North Wales Police",
    "Northumbria Police",
    "South Wales Police",
    "Thames Valley Police",
    "West Midlands Police",
    "West Yorkshire Police",
)
_MATTERS = ("complaint", "conduct", "conduct", "dsi")
_FACTORS = ("Custody", "Domestic abuse", "Driving", "Mental health", "Use of force", None)
_COHORTS = (("independent", 60, dt.date(2023, 8, 31)), ("directed", 12, dt.date(2023, 4, 30)))
"""Kind, how many that were completed, and the last day on which one of them was started."""
_SHORTEST = 40
_OTHER_YEARS = range(2017, 2023)
_OTHERS_A_YEAR = 40


def investigations(holidays: Holidays) -> Iterator[Row]:
    """Yield investigations: those started in 2023 have the published means (answer 5024920)."""
    calendar = holidays.calendar(CalendarName.EW)
    cases = [
        *(
            case
            for kind, count, last in _COHORTS
            for case in _completed(calendar, kind, count, last)
        ),
        *_open_and_local(),
        *_of_other_years(calendar),
    ]
    cases.sort(key=lambda case: (case.started_on, case.referred_on, case.kind, case.force))
    for place, case in enumerate(cases):
        yield (
            f"INV/{case.started_on:%Y}/{place + 1:05}",
            case.force,
            case.kind,
            pick(_MATTERS, place, 2),
            pick(_FACTORS, place, 3),
            case.referred_on,
            case.started_on,
            case.approved_on,
        )


def referrals() -> Iterator[Row]:
    """Yield referrals of four years: most go back to the force, or are investigated by it."""
    decisions = ("returned", "returned", "local", "local", "local", "independent", "directed")
    for place in range(2_400):
        received = day_between(dt.date(2020, 4, 1), dt.date(2024, 3, 31), place)
        decided = received + dt.timedelta(days=2 + spread(place, 12, 4))
        yield (
            f"REF/{received:%Y}/{place + 1:05}",
            pick(FORCES, place, 1),
            received,
            pick(("mandatory",) * 7 + ("voluntary",) * 2 + ("called-in",), place, 2),
            pick(_MATTERS, place, 3),
            decided,
            pick(decisions, place, 5),
        )


def people_investigated() -> Iterator[Row]:
    """Yield the people of 2019/20, with and without a case to answer (answer 5023101)."""
    roles = ("officer",) * 8 + ("staff", "special")
    for place in range(INVESTIGATED):
        case = "none"
        if place < CASE_TO_ANSWER:
            case = pick(("misconduct", "misconduct", "gross-misconduct"), place)
        yield (f"P-{place + 1:05}", "2019/20", pick(roles, place, 1), case, place < DIRECTED_CASES)


def misconduct_proceedings() -> Iterator[Row]:
    """Yield the proceedings of 2019/20: those that were directed (answer 5023101), and made others."""
    directed = [
        (proven, result) for proven, result, count in DIRECTED_RESULTS for _ in range(count)
    ]
    for place, (proven, result) in enumerate(directed):
        yield (f"MP-{place + 1:05}", "2019/20", "hearing", True, proven, result)
    others = (
        ("meeting", "misconduct", "written-warning"),
        ("meeting", "nothing", "no-action"),
        ("hearing", "gross-misconduct", "dismissed"),
        ("hearing", "gross-misconduct", "would-have-been-dismissed"),
        ("accelerated", "gross-misconduct", "dismissed"),
        ("meeting", "misconduct", "management-advice"),
    )
    for place in range(len(directed), 120):
        kind, proven, result = pick(others, place, 1)
        yield (f"MP-{place + 1:05}", "2019/20", kind, False, proven, result)


def criminal_proceedings(holidays: Holidays) -> Iterator[Row]:
    """Yield the seven people of answer 5023086, in its order: the report is approved after as many working days."""
    calendar = holidays.calendar(CalendarName.EW)
    for place, person in enumerate(PROSECUTED):
        approved = calendar.add(person.referred_on, person.days)
        yield (
            f"CP-{place + 1:03}",
            person.force,
            "abuse-for-sexual-purpose",
            person.referred_on,
            approved,
            financial_year(approved),
            person.plea,
            person.verdict,
            person.offence,
            person.sentence,
            person.details,
        )


def _completed(calendar: Calendar, kind: str, count: int, last: dt.date) -> Iterator[_Case]:
    first = dt.date(STARTED_IN, 1, 3)
    started = [day_between(first, last, place, len(kind)) for place in range(count)]
    referred = [day - dt.timedelta(days=spread(place, 8)) for place, day in enumerate(started)]
    most = [calendar.count(day, COMPLETED_BY) for day in referred]
    least = [_SHORTEST] * count
    mean = MEAN_DAYS[kind]
    drawn = [mean - 80 + spread(place, 160, 6) for place in range(count)]
    lengths = with_sum(drawn, least, most, mean * count)
    for place, days in enumerate(lengths):
        came = referred[place]
        yield _Case(kind, pick(FORCES, place, 7), came, started[place], calendar.add(came, days))


def _open_and_local() -> Iterator[_Case]:
    for place in range(24):
        started = day_between(dt.date(STARTED_IN, 3, 1), dt.date(2024, 6, 14), place, 8)
        kind = pick(("independent", "independent", "directed", "local"), place, 9)
        referred = started - dt.timedelta(days=4)
        yield _Case(kind, pick(FORCES, place, 10), referred, started, None)


def _of_other_years(calendar: Calendar) -> Iterator[_Case]:
    for year in _OTHER_YEARS:
        for place in range(_OTHERS_A_YEAR):
            started = day_between(dt.date(year, 1, 3), dt.date(year, 12, 20), place, year)
            second = "directed" if started > dt.date(2020, 1, 31) else "managed"
            kind = pick(("independent", "independent", "independent", second), place, 11)
            referred = started - dt.timedelta(days=spread(place, 8, 12))
            approved = calendar.add(referred, 60 + spread(place, 240, 13))
            yield _Case(kind, pick(FORCES, place, 14), referred, started, approved)
