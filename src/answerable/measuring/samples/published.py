"""The published figures that the sample registers are made to give.

Source: the monthly logs of answers of the Independent Office for Police Conduct of November 2021 and July 2024;
the number before each table is that of the answer.
"""

import datetime as dt
from dataclasses import dataclass

MET = "Metropolitan Police Service"


@dataclass(frozen=True, slots=True)
class ComplaintYear:
    """Answer 5023102: what one force recorded in a financial year.

    `available` and what follows are of the allegations whose detail is known; `race` is None where kinds of
    discrimination were not kept.
    """

    year: str
    cases: int
    allegations: int
    discrimination: int
    available: int
    discrimination_available: int
    race: int | None


COMPLAINT_YEARS = (
    ComplaintYear("2011/12", 6610, 12255, 423, 11268, 387, 326),
    ComplaintYear("2012/13", 6788, 12502, 478, 12290, 472, 399),
    ComplaintYear("2013/14", 7115, 11542, 421, 11368, 416, 356),
    ComplaintYear("2014/15", 6828, 12148, 408, 12017, 401, 306),
    ComplaintYear("2015/16", 6293, 12018, 341, 12018, 341, 276),
    ComplaintYear("2016/17", 5836, 12473, 416, 12473, 416, 310),
    ComplaintYear("2017/18", 5071, 12607, 447, 12607, 447, 328),
    ComplaintYear("2018/19", 5418, 11085, 305, 11085, 305, 217),
    ComplaintYear("2019/20", 5566, 11437, 430, 11437, 430, None),
    ComplaintYear("2020/21", 8375, 17135, 692, 17135, 692, 518),
)

OLD_RULES_END = dt.date(2020, 1, 31)
"""2019/20 holds only what was recorded until then."""


@dataclass(frozen=True, slots=True)
class Prosecuted:
    """Answer 5023086: one person after an investigation; `days` are working days, as printed."""

    force: str
    referred_on: dt.date
    plea: str
    verdict: str
    offence: str
    sentence: str | None
    details: str | None
    days: int


PROSECUTED = (
    Prosecuted(
        "Northumbria Police",
        dt.date(2017, 9, 22),
        "guilty",
        "guilty",
        "Data protection breach offences",
        "fine",
        None,
        225,
    ),
    Prosecuted(
        "Greater Manchester Police",
        dt.date(2018, 8, 21),
        "guilty",
        "guilty",
        "Obtaining personal data without consent; unlawful data processing",
        "community",
        "18 months, 8 activity days, 200 hours unpaid work; restraining order 2 years; costs £85, surcharge £85",
        223,
    ),
    Prosecuted(
        "Hertfordshire Constabulary",
        dt.date(2018, 10, 11),
        "guilty",
        "guilty",
        "Misconduct in public office",
        "custodial",
        "15 months",
        168,
    ),
    Prosecuted(
        "Cheshire Constabulary",
        dt.date(2018, 10, 22),
        "guilty",
        "guilty",
        "Misconduct in public office (2)",
        "custodial",
        "8 months, 12 months on licence",
        203,
    ),
    Prosecuted(
        "Dyfed-Powys Police",
        dt.date(2019, 6, 7),
        "guilty",
        "guilty",
        "Computer Misuse Act 1990 s.1 (7); Data Protection Act 2018 s.170(1) (2)",
        "suspended",
        "6 months, suspended for 2 years; 120 hours community service; costs",
        169,
    ),
    Prosecuted(
        "West Midlands Police",
        dt.date(2019, 7, 31),
        "not-guilty",
        "guilty",
        "Misconduct in public office",
        "custodial",
        "12 months",
        126,
    ),
    Prosecuted(
        "West Midlands Police",
        dt.date(2017, 8, 29),
        "not-guilty",
        "not-guilty",
        "Misconduct in public office",
        None,
        None,
        217,
    ),
)

MEAN_DAYS = {"independent": 153, "directed": 236}
"""Answer 5024920: mean working days of investigations started in 2023 and completed by 26 June 2024."""
STARTED_IN, COMPLETED_BY = 2023, dt.date(2024, 6, 26)

INVESTIGATED, CASE_TO_ANSWER, DIRECTED_CASES = 704, 273, 10
"""Answer 5023101: people in 2019/20; 39 % of them had a case to answer."""
DIRECTED_RESULTS = (
    ("gross-misconduct", "final-written-warning", 1),
    ("gross-misconduct", "resigned-before", 1),
    ("misconduct", "retired-before", 1),
    ("misconduct", "absent-before", 1),
    ("misconduct", "final-written-warning", 1),
    ("misconduct", "management-advice", 3),
    ("nothing", "no-action", 11),
)
"""The same answer: 19 people in proceedings that were directed, eight of them with something proven."""

TEAM_YEARS = ("2016/17", "2017/18", "2018/19", "2019/20", "2020/21")
TEAM_SPEND = {
    "Communications": (1_133_505, 1_331_779, 1_362_249, 1_451_564, 1_497_965),
    "Hillsborough communications": (115_638, 124_167, 108_175, 127_998, 332_777),
}
TEAM_STAFF = {
    "Communications": ("18.8", "21.1", "21.1", "20.3", "20.1"),
    "Hillsborough communications": ("2.0", "2.3", "2.1", "2.2", "4.6"),
}
"""Answer 5023070, the earliest year first."""

EQUIPMENT = (
    ("Multi-functional device or photocopier", "live", 18),
    ("Multi-functional device or photocopier", "stock", 1),
    ("Portable printer", "live", 77),
    ("Printer at home", "live", 48),
    ("Network printer", "live", 11),
    ("Printer", "stock", 25),
)
PAGES = (("mono", 479_182), ("colour", 210_633))
PAGES_FROM, PAGES_UNTIL = dt.date(2023, 6, 26), dt.date(2024, 6, 26)
PRINT_SPEND = ("Printing", "2023/24", 15_421)
"""Answer 5024930."""
