"""A month of the survey by itself: its share where it may be shown alone, and else why there is none."""

import datetime as dt
from collections.abc import Sequence

from answerable.domain.assurance.promises.figures import NO_FIGURE, THOUSAND, Figure
from answerable.domain.assurance.surveys import (
    MonthCounts,
    ShownShare,
    SurveyResult,
    results,
    waiting,
)

RESPONSE = "response"
"""How many of those who were invited answered: a line beside those of the questions."""
NOT_CLOSED = "Not available: no survey of the month was closed"
TOO_FEW = "Not available: fewer than five have answered so far"
TOGETHER = "Not available: shown together with other months, for few answered"
TOO_FEW_OF_IT = "Not available: fewer than five answered the question"


def month_figure(line: str, month: dt.date, months: Sequence[MonthCounts]) -> Figure:
    """Return the share of a month as it is shown, without counts: they would tell what its rounding hides.

    There is none unless the month is shown by itself: a share of several is no share of one of them.
    """
    share = _share(line, month, months)
    return NO_FIGURE if share is None else Figure(share.per_cent * THOUSAND, bound=share.bound)


def why_no_figure(line: str, month: dt.date, months: Sequence[MonthCounts]) -> str:
    """Return why a month has no share of its own, as a sentence; nothing where it has one."""
    if _share(line, month, months) is not None:
        return ""
    if month in waiting(months):
        return TOO_FEW
    if any(one.month == month for one in months):
        return TOO_FEW_OF_IT if _alone(month, months) else TOGETHER
    return NOT_CLOSED


def _share(line: str, month: dt.date, months: Sequence[MonthCounts]) -> ShownShare | None:
    found = _alone(month, months)
    if found is None:
        return None
    return found.response if line == RESPONSE else found.content[line]


def _alone(month: dt.date, months: Sequence[MonthCounts]) -> SurveyResult | None:
    return next((one for one in results(months) if one.first == one.last == month), None)
