"""Record what happens to questions: only what can have happened, and what the clock understands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import tell
from answerable.domain.clock import ClockRefused, Event, EventKind, Holidays
from answerable.domain.clock.clocks import question_clock
from answerable.domain.roles import Move
from answerable.queries.casework.clocks import clock_facts
from answerable.records.casework.models import Question, QuestionEvent, Request


def record_events(
    reference: str,
    labels: Sequence[str],
    events: Sequence[Event],
    *,
    doing: Doing,
) -> tuple[str, ...]:
    """Record what happened to some questions of a request, or to all; return their labels.

    All of it is recorded or nothing: each clock must still make sense with what happened before.

    :raises RequestNotFound: if there is no such request or question.
    :raises ClockRefused: if it cannot have happened so; the message names the question.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RECORD, doing)
        questions = _named(request, labels)
        for question in questions:
            add_events(request, question, events, by=doing.by.key, at=doing.at, table=doing.table)
        recount(request, doing.table)
        tell(
            "event recorded",
            reference,
            doing,
            {
                "questions": [one.label for one in questions],
                "events": [[one.kind.value, str(one.on)] for one in events],
            },
        )
    return tuple(one.label for one in questions)


def _named(request: Request, labels: Sequence[str]) -> list[Question]:
    questions = list(request.questions.order_by("place").prefetch_related("events"))
    if not labels:
        return questions
    by_label = {one.label: one for one in questions}
    for label in labels:
        if label not in by_label:
            known = ", ".join(one or "(one without a label)" for one in by_label)
            message = f"{request.reference} has no question {label}: it has {known}"
            raise RequestNotFound(message)
    return [by_label[label] for label in dict.fromkeys(labels)]


def add_events(
    request: Request,
    question: Question,
    events: Sequence[Event],
    *,
    by: str,
    at: dt.datetime,
    table: Holidays,
) -> None:
    """Add what happened to a question, if its clock still makes sense then.

    It belongs into the transaction of what it tells of, with the request locked.

    :raises ClockRefused: if it cannot have happened so; the message names the question.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    facts = clock_facts(request, question)
    # What was recorded first comes first among what happened on one day.
    whole = sorted([*facts.events, *events], key=lambda one: one.on)
    try:
        question_clock(replace(facts, events=whole), table)
    except ClockRefused as problem:
        name = (
            f"{request.reference}, question {question.label}"
            if question.label
            else request.reference
        )
        message = f"{name}: {problem}"
        raise ClockRefused(message) from problem
    QuestionEvent.objects.bulk_create(
        QuestionEvent(
            question=question,
            kind=one.kind.value,
            on=one.on,
            to=one.to,
            until=one.until,
            why=one.why,
            round=question.round,
            recorded_at=at,
            recorded_by=by[:200],
        )
        for one in events
    )
    moves = [one.to for one in events if one.kind is EventKind.REGIME_CHANGED]
    if moves:
        question.regime = moves[-1]
        question.save(update_fields=["regime"])
