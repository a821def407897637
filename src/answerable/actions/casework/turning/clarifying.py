"""What was meant came: the clock of each question that waited for it starts again."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.happening import add_events
from answerable.actions.casework.locking import question_for, request_for
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.clock import Event, EventKind
from answerable.domain.clock.events import awaited
from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.clocks import events_in
from answerable.records.casework.models import Question, Request

LONGEST_CLARIFICATION = 20_000
"""Characters: what is longer is a letter or a file, and comes as one."""


def clarify(
    reference: str,
    labels: Sequence[str],
    words: str,
    *,
    doing: Doing,
    on: dt.date | None = None,
) -> tuple[str, ...]:
    """Record what whoever asked meant, today or on an earlier day; return the questions' labels.

    It stands below the words of each question from then on, in its letter too, and the time to answer
    that question starts again (s.1(3), s.10(6)). No label means all that wait for it.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, there are no words or too many, or a question does not wait.
    :raises ClockRefused: if it cannot have come on that day.
    """
    said = words.replace("\0", "").strip()
    if not said:
        message = "Write what was meant first: there is nothing in it"
        raise MoveNotAllowed(message)
    if len(said) > LONGEST_CLARIFICATION:
        message = (
            f"What was meant has at most {LONGEST_CLARIFICATION:,} characters here: "
            f"this has {len(said):,}"
        )
        raise MoveNotAllowed(message)
    came = Event(EventKind.CLARIFICATION_RECEIVED, on or doing.on)
    with transaction.atomic():
        request = request_for(reference, Move.CLARIFY, doing)
        chosen = tuple(dict.fromkeys(labels)) or _waiting(request)
        for label in chosen:
            question = question_for(reference, label, Move.CLARIFY, doing)
            _check_waits(question)
            add_events(request, question, [came], by=doing.by.key, at=doing.at, table=doing.table)
            question.text = f"{question.text}\n\nClarified on {day_in_words(came.on)}: {said}"
            question.save(update_fields=["text"])
        recount(request, doing.table)
        data = {"questions": list(chosen), "on": str(came.on), "words": short_digest(said)}
        tell("question clarified", reference, doing, data)
    return chosen


def _waiting(request: Request) -> tuple[str, ...]:
    """Return the questions whose meaning was asked and has not come."""
    found = request.questions.order_by("place").prefetch_related("events")
    labels = tuple(one.label for one in found if _waits(one))
    if not labels:
        message = (
            "No question waits to hear what was meant: what comes now is a message like any other"
        )
        raise MoveNotAllowed(message)
    return labels


def _check_waits(question: Question) -> None:
    if not _waits(question):
        name = f"Question {question.label}" if question.label else "The question"
        message = (
            f"{name} does not wait to hear what was meant: nobody asked, or it has come already"
        )
        raise MoveNotAllowed(message)


def _waits(question: Question) -> bool:
    waiting = awaited(events_in(question, question.round))
    return EventKind.CLARIFICATION_REQUESTED in {one.kind for one in waiting}
