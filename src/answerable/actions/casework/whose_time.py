"""Keep whose time an answer took that left too late."""

from collections.abc import Iterator

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.clock import Clock, Holidays
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.whose_time import Told, held_by, shares_of, waits_of
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.casework.clocks import clock_facts, events_in
from answerable.queries.casework.whose_time import (
    LateAnswerRow,
    Period,
    late_answers_in,
    told_of,
)
from answerable.records.casework.models import LateAnswer, Letter, Question


def keep_whose_time(letter: Letter, table: Holidays) -> None:
    """Write down of each question of a letter that was answered late through whose hands its days went.

    It belongs into the transaction in which the letter left, after its questions were counted again.
    """
    late = list(_late(letter, table))
    if not late:
        return
    lines = told_of(letter.request.reference)
    for question, clock in late:
        LateAnswer.objects.get_or_create(
            question=question, round=question.round, defaults=_row(question, clock, lines)
        )


def export_whose_time(period: Period, *, doing: Doing) -> tuple[LateAnswerRow, ...]:
    """Return the late answers of a period for a file, and tell that they were taken out.

    :raises MoveNotAllowed: if they may not.
    """
    check_move(Move.SEE_TIMES, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        rows = late_answers_in(period, viewer=doing.by)
        record(
            "late answers exported",
            subject="the requests",
            by=doing.by.key,
            at=doing.at,
            data={"from": str(period.first), "to": str(period.last), "answers": len(rows)},
        )
    return rows


def _late(letter: Letter, table: Holidays) -> Iterator[tuple[Question, Clock]]:
    """Yield the questions that a letter answered late, each with its clock."""
    found = letter.request.questions.filter(
        label__in=letter.labels, clock_state="answered", due_on__lt=letter.sent_on
    )
    for question in found.order_by("place").prefetch_related("events"):
        clock = question_clock(clock_facts(letter.request, question), table)
        if clock.is_late:
            yield question, clock


def _row(question: Question, clock: Clock, lines: tuple[Told, ...]) -> dict[str, object]:
    answered_on, due_on, calendar = clock.answered_on, clock.due_on, clock.count.calendar
    assert answered_on is not None and due_on is not None  # noqa: S101, PT018 a late clock has both
    shares = shares_of(
        held_by(lines, question.label),
        waits_of(events_in(question, question.round), answered_on=answered_on),
        received_on=clock.received_on,
        answered_on=answered_on,
        calendar=calendar,
    )
    return {
        "due_on": due_on,
        "answered_on": answered_on,
        "days_late": calendar.count(due_on, answered_on),
        "shares": [{"who": one.who.value, "key": one.key, "days": one.days} for one in shares],
    }
