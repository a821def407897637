"""Sample rows of what an office keeps of itself: money, posts, equipment, contracts, policies, training."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from answerable.measuring.samples.published import (
    EQUIPMENT,
    PAGES,
    PAGES_FROM,
    PAGES_UNTIL,
    PRINT_SPEND,
    TEAM_SPEND,
    TEAM_STAFF,
    TEAM_YEARS,
)

Row = tuple[object, ...]

_CONTRACTS: tuple[Row, ...] = (
    (
        "C-0101",
        "XMA Limited",
        "Printer consumables",
        "CCS RM6147",
        None,
        dt.date(2024, 3, 31),
        None,
        "Head of ICT",
    ),
    (
        "C-0102",
        "Rookery Networks Ltd",
        "Telephony, wide-area network and internet",
        "Network Services",
        dt.date(2020, 6, 1),
        dt.date(2025, 5, 31),
        Decimal("412000.00"),
        "Head of ICT",
    ),
    (
        "C-0103",
        "Lark & Quill Translation Ltd",
        "Translation and interpreting",
        "Language Services",
        dt.date(2023, 10, 1),
        dt.date(2026, 9, 30),
        Decimal("96000.00"),
        "Head of Engagement",
    ),
    (
        "C-0104",
        "Fernbank Facilities Ltd",
        "Cleaning of three offices",
        "Facilities",
        dt.date(2021, 7, 1),
        dt.date(2024, 6, 30),
        Decimal("228500.00"),
        "Head of Estates",
    ),
    (
        "C-0105",
        "Brambling Learning CIC",
        "Training of investigators",
        None,
        dt.date(2024, 1, 8),
        dt.date(2024, 12, 20),
        Decimal("18750.00"),
        "Head of Learning",
    ),
)
_POLICIES: tuple[Row, ...] = (
    ("Conflict of interest", "Governance", dt.date(2022, 11, 3), dt.date(2024, 11, 3), True),
    ("Equality and diversity", "People", dt.date(2021, 5, 20), dt.date(2024, 5, 20), True),
    ("Gifts and hospitality", "Governance", dt.date(2020, 2, 6), dt.date(2023, 2, 6), True),
    ("Naming of officers", "Communications", dt.date(2021, 9, 1), dt.date(2024, 9, 1), True),
    ("Records and retention", "Information", dt.date(2023, 1, 16), dt.date(2026, 1, 16), False),
    (
        "Use of social media by staff",
        "Communications",
        dt.date(2024, 3, 12),
        dt.date(2026, 3, 12),
        False,
    ),
)
_COURSES = (
    (
        "Interviewing witnesses with learning disabilities",
        "Vulnerable adults",
        "Investigators",
        6,
        81,
    ),
    ("Recognising coercion and control", "Domestic abuse", "Investigators", 8, 104),
    ("Safeguarding adults", "Vulnerable adults", "All staff", 10, 342),
    ("Mental health and crisis", "Mental health", "Investigators", 5, 66),
    ("Handling personal data", "Information", "All staff", 12, 988),
)
_TRAINING_YEARS = ("2022/23", "2023/24")


def contracts() -> Iterator[Row]:
    """Yield contracts: one that has ended, whose framework a published answer names (5024930), and others."""
    yield from _CONTRACTS


def spend() -> Iterator[Row]:
    """Yield what teams spent (answer 5023070), and the cost of printing (5024930)."""
    for team, amounts in TEAM_SPEND.items():
        for year, amount in zip(TEAM_YEARS, amounts, strict=True):
            yield (team, year, Decimal(amount))
    team, year, amount = PRINT_SPEND
    yield (team, year, Decimal(amount))


def staff() -> Iterator[Row]:
    """Yield the posts of teams (answer 5023070)."""
    for team, posts in TEAM_STAFF.items():
        for year, post in zip(TEAM_YEARS, posts, strict=True):
            yield (team, year, Decimal(post))


def equipment() -> Iterator[Row]:
    """Yield printers and copiers by kind and use (answer 5024930)."""
    yield from EQUIPMENT


def pages_printed() -> Iterator[Row]:
    """Yield a year's pages (answer 5024930)."""
    for colour, pages in PAGES:
        yield (PAGES_FROM, PAGES_UNTIL, colour, pages)


def policies() -> Iterator[Row]:
    """Yield policies; the review of some is due."""
    yield from _POLICIES


def training() -> Iterator[Row]:
    """Yield two years of courses: a few more people attend in the second."""
    for later, year in enumerate(_TRAINING_YEARS):
        for course, subject, required_of, sessions, attended in _COURSES:
            yield (course, year, subject, required_of, sessions + later, attended + 7 * later)
