"""A fee that was asked for came: the clocks of the questions that waited for it go on."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.happening import add_events
from answerable.actions.casework.locking import question_for, request_for
from answerable.actions.casework.telling import tell
from answerable.domain.clock import Event, EventKind
from answerable.domain.clock.events import awaited
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.clocks import events_in
from answerable.records.casework.models import Question, Request


def fee_came(
    reference: str, labels: Sequence[str], *, doing: Doing, on: dt.date | None = None
) -> tuple[str, ...]:
    """Record that a fee came, today or on an earlier day; return the questions' labels.

    No label means all that wait for one. What comes after its last day starts no clock again: the
    duty to answer has lapsed then (s.9(2)).

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or a question waits for no fee.
    :raises ClockRefused: if it cannot have come on that day.
    """
    came = Event(EventKind.FEE_RECEIVED, on or doing.on)
    with transaction.atomic():
        request = request_for(reference, Move.RECORD, doing)
        chosen = tuple(dict.fromkeys(labels)) or _waiting(request)
        for label in chosen:
            question = question_for(reference, label, Move.RECORD, doing)
            if not _waits(question):
                name = f"Question {label}" if label else "The question"
                message = f"{name} waits for no fee: none was asked for, or it has come already"
                raise MoveNotAllowed(message)
            add_events(request, question, [came], by=doing.by.key, at=doing.at, table=doing.table)
        recount(request, doing.table)
        tell("fee came", reference, doing, {"questions": list(chosen), "on": str(came.on)})
    return chosen


def _waiting(request: Request) -> tuple[str, ...]:
    found = request.questions.order_by("place").prefetch_related("events")
    labels = tuple(one.label for one in found if _waits(one))
    if not labels:
        message = "No question waits for a fee: none was asked for, or it has come already"
        raise MoveNotAllowed(message)
    return labels


def _waits(question: Question) -> bool:
    waiting = awaited(events_in(question, question.round))
    return EventKind.FEES_NOTICE in {one.kind for one in waiting}
