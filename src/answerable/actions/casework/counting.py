"""Keep beside each request what lists need of its questions' clocks and stages."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.clock import Clock, ClockRefused, Holidays, OutsideCalendar, State
from answerable.domain.clock.clocks import question_clock
from answerable.domain.roles import Stage, request_stage
from answerable.queries.casework.clocks import clock_facts
from answerable.records.casework.models import Question, Request

if TYPE_CHECKING:
    from django.db.models import QuerySet

_Counted = dict[tuple[object, ...], Clock | None]
_ENDED = (Stage.SENT, Stage.CLOSED)


def recount(request: Request, table: Holidays) -> None:
    """Count the clocks of a request again, and keep its dates, its stage and how much is open.

    What is sent keeps the dates that were told: a later calendar changes no past.
    """
    questions = list(request.questions.order_by("place").prefetch_related("events"))
    counted: _Counted = {}
    for question in questions:
        if question.stage not in _ENDED or not question.clock_state:
            _count(request, question, table, counted)
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
            record(
                "request recounted",
                subject=f"request {request.reference}",
                by=doing.by.key,
                at=doing.at,
                data={
                    "calendar": doing.table.version,
                    "work_to": [str(before[0] or ""), str(request.work_to or "")],
                    "due_on": [str(before[1] or ""), str(request.due_on or "")],
                },
            )
    return moved


def _on_other_calendars(table: Holidays) -> "QuerySet[Request]":
    return Request.objects.exclude(stage__in=_ENDED).exclude(calendar=table.version)


def _count(request: Request, question: Question, table: Holidays, counted: _Counted) -> None:
    before = (question.clock_state, question.due_on, question.work_to)
    # Most questions of a request share what happened to them: hundreds need one count.
    happened = tuple((one.kind, one.on, one.to, one.until) for one in question.events.all())
    if happened not in counted:
        counted[happened] = _clock(request, question, table)
    clock = counted[happened]
    if clock is None:
        now: tuple[str, dt.date | None, dt.date | None] = ("", None, None)
    else:
        now = (clock.state.value, clock.due_on, clock.work_to)
    if now != before:
        question.clock_state, question.due_on, question.work_to = now
        question.save(update_fields=["clock_state", "due_on", "work_to"])


def _clock(request: Request, question: Question, table: Holidays) -> Clock | None:
    """Return the clock; None if it cannot be counted: the page of the request then says why."""
    try:
        return question_clock(clock_facts(request, question.events.all()), table)
    except (ClockRefused, OutsideCalendar):
        return None


def _is_over(question: Question) -> bool:
    return question.clock_state in (State.ANSWERED, State.LAPSED)
