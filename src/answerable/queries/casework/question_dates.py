"""When a question is due: now, and before any notice gave more time."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.clock import ClockRefused, Holidays, OutsideCalendar, Regime
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.more_time import first_due_on
from answerable.queries.casework.clocks import clock_facts, regime_of
from answerable.records.casework.models import Question


@dataclass(frozen=True, slots=True)
class QuestionDates:
    """The law that a question is answered under, and its dates; None where nothing is due.

    `first_on` is the date before a notice gave more time; None if none did.
    """

    regime: Regime
    due_on: dt.date | None
    first_on: dt.date | None


def question_dates(reference: str, label: str, *, table: Holidays) -> QuestionDates | None:
    """Return the dates of a question; None if there is no such question, or they cannot be counted."""
    found = Question.objects.filter(request__reference=reference, label=label)
    one = found.select_related("request").prefetch_related("events").first()
    if one is None:
        return None
    facts = clock_facts(one.request, one)
    try:
        clock, first_on = question_clock(facts, table), first_due_on(facts, table)
    except (ClockRefused, OutsideCalendar):
        return None
    return QuestionDates(regime_of(one.request, one), clock.due_on, first_on)
