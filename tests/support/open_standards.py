"""Service standards and a round as everybody reads them: some months shown, some withheld, some that missed."""

import datetime as dt

from answerable.actions.standards.months import enter_figure
from answerable.actions.standards.promises import (
    MonthWords,
    Promise,
    explain_month,
    make_standard,
)
from answerable.actions.standards.publishing import publish_round, publish_standard
from answerable.actions.standards.rounds import close_round, make_round, set_levels
from answerable.domain.assurance.promises import Aim, counted
from tests.support.casework import QUALITY_LEAD, doing_by

WHY = "It was agreed"
MONTHS = {6: (60, 60), 7: (40, 60), 8: (38, 40), 9: (59, 60)}
"""By month of 2025, how many of how many: met, missed, withheld and met, withheld without a word."""
WORDS = MonthWords("Two posts were empty", "Roedd dwy swydd yn wag", "Both are filled", "")


def kept_inside(name="Leave"):
    """Make a standard of a team with its months; return its slug."""
    doing = doing_by(QUALITY_LEAD)
    promise = Promise(
        name=name,
        name_cy="Gwyliau",
        promise="Leave is settled in a week",
        promise_cy="Caiff gwyliau eu setlo mewn wythnos",
        team="",
        source="by_hand_share",
        aim=Aim.AT_LEAST,
        target=95_000,
        from_month=dt.date(2025, 6, 1),
    )
    slug = make_standard(promise, doing=doing)
    for month, (some, of) in MONTHS.items():
        enter_figure(slug, dt.date(2025, month, 1), counted(some, of), doing=doing)
    for month in (7, 9):
        explain_month(slug, dt.date(2025, month, 1), WORDS, doing=doing)
    return slug


def opened():
    """Publish that standard."""
    publish_standard(kept_inside(), reason=WHY, doing=doing_by(QUALITY_LEAD))


def closed_round():
    """A closed round of some levels; return its number."""
    doing = doing_by(QUALITY_LEAD)
    day = dt.date(2025, 3, 9)
    number = make_round("cse", kind="review 1", by="assessor", held_on=day, doing=doing)
    levels = {"1.1.1": "plus", "1.1.2": "compliant", "5.3.2": "partial"}
    set_levels(number, levels, doing=doing)
    close_round(number, doing=doing)
    return number


def opened_round():
    """Publish a round; return its number."""
    number = closed_round()
    publish_round(number, reason=WHY, doing=doing_by(QUALITY_LEAD))
    return number
