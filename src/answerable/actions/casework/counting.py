"""Keep beside each request what lists need of its questions' clocks and stages."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import tell
from answerable.domain.clock import (
    ClockFacts,
    ClockRefused,
    Holidays,
    OutsideCalendar,
    State,
)
from answerable.domain.clock.clocks import question_clock
from answerable.domain.roles import Stage, request_stage
from answerable.queries.casework.clocks import clock_facts
from answerable.records.casework.models import Question, Request

if TYPE_CHECKING:
    from django.db.models import QuerySet

_ENDED = (Stage.SENT, Stage.CLOSED)


def recount(request: Request, table: Holidays) -> None:
    """Count the clocks of a request again, and keep its dates, its stage and how much is open.

    What is sent keeps the dates that were told: a later calendar changes no past.
    """
    questions = list(request.questions.order_by("place").prefetch_related("events"))
    _count(
        [one for one in questions if one.stage not in _ENDED or not one.clock_state], request, table
    )
    stages = [Stage(one.stage) for one in questions]
    running = [one for one in questions if one.stage not in _ENDED and not _is_over(one)]
    dates = [one.work_to for one in running if one.work_to]
    dues = [one.due_on for one in questions if one.due_on]
    request.stage = request_stage(stages)
    request.open_questions = len(running)
    request.work_to = min(dates) if dates else None
    request.due_on = max(dues) if dues else None
    request.calendar = table.version
    request.save()


def recount_open(doing: Doing) -> int:
    """Count again every request whose dates were counted on another calendar; return how many moved."""
    moved = 0
    for pk in list(_on_other_calendars(doing.table).values_list("pk", flat=True)):
        with transaction.atomic():
            request = Request.objects.select_for_update().get(pk=pk)
            before = (request.work_to, request.due_on)
            recount(request, doing.table)
            if before == (request.work_to, request.due_on):
                continue
            moved += 1
            tell(
                "request recounted",
                request.reference,
                doing,
                {
                    "calendar": doing.table.version,
                    "work_to": [str(before[0] or ""), str(request.work_to or "")],
                    "due_on": [str(before[1] or ""), str(request.due_on or "")],
                },
            )
    return moved


def _on_other_calendars(table: Holidays) -> "QuerySet[Request]":
    return Request.objects.exclude(stage__in=_ENDED).exclude(calendar=table.version)


def _count(questions: Sequence[Question], request: Request, table: Holidays) -> None:
    """Count the clocks of questions, each history once, and write those that changed at once."""
    counted: dict[ClockFacts, _Dates] = {}
    changed = []
    for question in questions:
        facts = clock_facts(request, question)
        if facts not in counted:
            counted[facts] = _dates(facts, table)
        dates = counted[facts]
        if dates != (question.clock_state, question.due_on, question.work_to):
            question.clock_state, question.due_on, question.work_to = dates
            changed.append(question)
    Question.objects.bulk_update(changed, ["clock_state", "due_on", "work_to"], batch_size=200)


_Dates = tuple[str, dt.date | None, dt.date | None]


def _dates(facts: ClockFacts, table: Holidays) -> _Dates:
    """Return a clock's state, when it is due, and what to work to.

    Nothing where it cannot be counted: the page of the request then says why.
    """
    try:
        clock = question_clock(facts, table)
    except (ClockRefused, OutsideCalendar):
        return "", None, None
    return clock.state.value, clock.due_on, clock.work_to


def _is_over(question: Question) -> bool:
    return question.clock_state in (State.ANSWERED, State.LAPSED)
