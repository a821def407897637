"""Record the figure of each month, by the machine or by hand; a figure that came out otherwise is a correction."""

import datetime as dt

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.standards.promises import PromiseRefused, locked, make_pages_anew, tell
from answerable.domain.assurance.promises import (
    Aim,
    Figure,
    is_met,
    last_day,
    month_of,
    months_between,
    months_on,
    source_of,
    target_in,
)
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.figures import MonthFigures
from answerable.queries.standards.targets import targets_of
from answerable.records.standards.models import ServiceStandard, StandardMonth

_COUNTED_AGAIN = 3
"""How many recorded months are counted again on each run: what was entered late shows within that time."""


def record_due_months(*, doing: Doing) -> int:
    """Record every month's figure whose day has come, and count the last ones again; return how many changed."""
    figures = MonthFigures(doing.table)
    changed = 0
    for one in ServiceStandard.objects.order_by("pk"):
        source = source_of(one.source)
        if source.is_by_hand:
            continue
        last = one.ended_month or month_of(doing.on)
        due = [
            month
            for month in months_between(one.from_month, last)
            if source.as_at(month) < doing.on
        ]
        kept = set(one.months.values_list("month", flat=True))
        again = months_on(due[-1], -_COUNTED_AGAIN) if due else doing.on
        for month in due:
            if month in kept and month <= again:
                continue
            figure = figures.figure(source, month)
            if figure is not None:
                changed += _kept(one.slug, month, figure, as_at=source.as_at(month), doing=doing)
    return changed


def enter_figure(slug: str, month: dt.date, figure: Figure, *, doing: Doing) -> None:
    """Enter a team's own figure of a month, or correct it.

    :raises MoveNotAllowed: if they may not.
    :raises PromiseNotFound: if there is no such standard.
    :raises PromiseRefused: if its figures are counted and not entered, or the month has not ended, or is not its own.
    """
    check_move(Move.KEEP_PROMISES, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        one = locked(slug)
        if not source_of(one.source).is_by_hand:
            raise PromiseRefused("Its figures are counted: they cannot be entered")
        if last_day(month) >= doing.on:
            raise PromiseRefused(f"{month:%Y-%m} has not ended: enter its figure after it has")
        if month < one.from_month or (one.ended_month and month > one.ended_month):
            raise PromiseRefused(f"The standard does not hold in {month:%Y-%m}")
        _kept(slug, month, figure, as_at=doing.on, doing=doing)


def _kept(slug: str, month: dt.date, figure: Figure, *, as_at: dt.date, doing: Doing) -> bool:
    """Keep a month's figure, and say whether that changed anything."""
    with transaction.atomic():
        one = locked(slug)
        before = one.months.select_for_update().filter(month=month).first()
        said = (figure.value, figure.numerator, figure.denominator, figure.bound)
        if before and (before.value, before.numerator, before.denominator, before.bound) == said:
            return False
        # A month keeps the target that held when it was first recorded.
        target = before.target if before else target_in(month, targets_of(one))
        row = before or StandardMonth(standard=one, month=month, target=target)
        data: dict[str, object] = {
            "month": f"{month:%Y-%m}",
            "value": figure.value,
            "target": target,
        }
        if before:
            data["before"] = before.value
            row.corrected_from, row.corrected_at = before.value, doing.at
        row.value, row.numerator, row.denominator, row.bound = said
        row.is_met = is_met(figure.value, target, Aim(one.aim), bound=figure.bound)
        row.as_at, row.computed_at, row.by = as_at, doing.at, doing.by.key
        row.save()
        make_pages_anew(one)
        if before:
            tell("standard corrected", slug, doing, data)
        else:
            tell("standard measured", slug, doing, data)
    return True
