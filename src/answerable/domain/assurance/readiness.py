"""How ready the office is for its next review: what is missing for which elements, as lists that can be worked off."""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.assurance.frameworks import Framework

EVIDENCE_MONTHS = 12
"""Months: a review comes every year, and asks what was done since the one before."""
_MONTHS_OF_A_YEAR = 12


class Lack(StrEnum):
    """What an element lacks before a review; the value is how an address names it."""

    EVIDENCE = "no-new-evidence"
    OVERDUE = "overdue-actions"
    NOT_BEGUN = "improvements-not-begun"
    WITHOUT_ACTION = "partial-without-action"
    STORYBOARD = "no-storyboard"
    OWNER = "no-owner"
    TARGET = "missed-targets"
    LEVEL = "no-level"


@dataclass(frozen=True, slots=True)
class ElementFacts:
    """What is known of an element.

    `newest_evidence_on` is the day of its newest evidence that counts; None if it has none. `level` is the key of its
    level in the last round; empty if it has none. `open_due_on` are the last days of its actions that are not done.
    `not_begun` counts the assessor's improvements that nobody began, `missed` the service standards whose last
    measured month missed its target.
    """

    number: str
    level: str = ""
    newest_evidence_on: dt.date | None = None
    has_storyboard: bool = False
    has_owner: bool = False
    open_due_on: tuple[dt.date, ...] = ()
    not_begun: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Readiness:
    """Which elements lack something, by their numbers in the order of the framework; `says` is one sentence."""

    lack: Lack
    elements: tuple[str, ...]
    says: str


def readiness(
    framework: Framework, facts: Sequence[ElementFacts], *, today: dt.date
) -> tuple[Readiness, ...]:
    """Return what is still missing before the next review, one for each lack that some element has."""
    known = {one.number: one for one in facts}
    ordered = [known.get(one.number, ElementFacts(one.number)) for one in framework.elements]
    found: dict[Lack, list[str]] = {one: [] for one in Lack}
    for one in ordered:
        for lack in lacks(framework, one, today=today):
            found[lack].append(one.number)
    return tuple(
        Readiness(lack, tuple(numbers), _said(lack, len(numbers)))
        for lack, numbers in found.items()
        if numbers
    )


def lacks(framework: Framework, one: ElementFacts, *, today: dt.date) -> tuple[Lack, ...]:
    """Return what one element lacks."""
    return tuple(_lacks(framework, one, today))


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months earlier; the last of that month if it is shorter."""
    year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 - months, _MONTHS_OF_A_YEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _lacks(framework: Framework, one: ElementFacts, today: dt.date) -> Iterator[Lack]:
    newest = one.newest_evidence_on
    if newest is None or newest < months_before(today, EVIDENCE_MONTHS):
        yield Lack.EVIDENCE
    if any(day < today for day in one.open_due_on):
        yield Lack.OVERDUE
    if one.not_begun:
        yield Lack.NOT_BEGUN
    level = framework.level(one.level)
    if level is None:
        yield Lack.LEVEL
    elif not level.is_met and not one.open_due_on:
        yield Lack.WITHOUT_ACTION
    if not one.has_storyboard:
        yield Lack.STORYBOARD
    if not one.has_owner:
        yield Lack.OWNER
    if one.missed:
        yield Lack.TARGET


_SAYS: Mapping[Lack, tuple[str, str]] = {
    Lack.EVIDENCE: (
        f"has no evidence newer than {EVIDENCE_MONTHS} months",
        f"have no evidence newer than {EVIDENCE_MONTHS} months",
    ),
    Lack.OVERDUE: ("has an action that is overdue", "have actions that are overdue"),
    Lack.NOT_BEGUN: (
        "has an improvement that nobody began",
        "have improvements that nobody began",
    ),
    Lack.WITHOUT_ACTION: (
        "is not met, and nothing is planned for it",
        "are not met, and nothing is planned for them",
    ),
    Lack.STORYBOARD: ("has no storyboard", "have no storyboard"),
    Lack.OWNER: ("has no owner", "have no owner"),
    Lack.TARGET: (
        "missed the target of the latest month that is counted",
        "missed the target of the latest month that is counted",
    ),
    Lack.LEVEL: ("has no level in the last round", "have no level in the last round"),
}


def _said(lack: Lack, count: int) -> str:
    one, many = _SAYS[lack]
    return f"1 element {one}" if count == 1 else f"{count} elements {many}"
