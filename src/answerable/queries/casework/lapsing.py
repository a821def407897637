"""Questions that may lapse, because what was asked for never came."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from answerable.domain.clock import ClockRefused, Event, Holidays, OutsideCalendar, State
from answerable.domain.clock.lapsing import lapsed_for
from answerable.domain.roles import Stage
from answerable.queries.casework.clocks import clock_facts
from answerable.records.casework.models import Question, Request

_AT_REST = (State.WAITING.value, State.LAPSED.value)


@dataclass(frozen=True, slots=True)
class LapsingQuestion:
    """A question that may lapse, and what was asked for and did not come in time."""

    reference: str
    label: str
    asked: Event


def may_lapse(
    requests: QuerySet[Request], *, on: dt.date, table: Holidays, after_days: int
) -> tuple[LapsingQuestion, ...]:
    """Return the questions of some requests that may lapse on a day."""
    waiting = Question.objects.filter(
        request__in=requests, stage=Stage.OPEN, clock_state__in=_AT_REST
    )
    in_order = waiting.select_related("request").order_by("request_id", "place")
    found = (_lapsing(one, on, table, after_days) for one in in_order.prefetch_related("events"))
    return tuple(one for one in found if one is not None)


def _lapsing(
    question: Question, on: dt.date, table: Holidays, after_days: int
) -> LapsingQuestion | None:
    facts = clock_facts(question.request, question)
    try:
        asked = lapsed_for(facts, on=on, table=table, after_days=after_days)
    except (ClockRefused, OutsideCalendar):
        return None
    return LapsingQuestion(question.request.reference, question.label, asked)
