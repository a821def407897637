"""Requests with the clocks of their questions, counted when they are asked for."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from answerable.domain.clock import Clock, Holidays, State
from answerable.domain.clock.clocks import question_clock
from answerable.queries.casework.clocks import clock_facts
from answerable.records.casework.models import (
    Message,
    MessageFile,
    Question,
    Request,
)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a request, and its clock."""

    label: str
    printed: str
    text: str
    heading: str
    periods: tuple[str, ...]
    clock: Clock


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message that belongs to a request: what it is, and what a person should look at."""

    sha256: str
    channel: str
    subject: str
    arrived_at: dt.datetime
    is_repeated: bool
    is_unseen: bool
    text: str
    files: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request in a list: `work_to` is the earliest date of its open questions, None if none runs.

    `unseen_messages` came to it after it was taken in, and nobody has looked at them yet.
    """

    reference: str
    title: str
    channel: str
    received_on: dt.date
    questions: int
    open_questions: int
    work_to: dt.date | None
    unseen_messages: int


@dataclass(frozen=True, slots=True)
class RequestPage:
    """A request with its questions and messages."""

    row: RequestRow
    regime: str
    questions: tuple[QuestionRow, ...]
    messages: tuple[MessageRow, ...]


# What came is kept with its bytes, and a list of it needs none of them.
_FILES = Prefetch("files", MessageFile.objects.defer("data").order_by("place"))
_MESSAGES = Prefetch(
    "messages", Message.objects.defer("raw").order_by("pk").prefetch_related(_FILES)
)


def request_page(reference: str, *, table: Holidays) -> RequestPage | None:
    """Return a request with the clock of each question, None if there is none of that reference."""
    found = (
        _requests()
        .filter(reference=reference)
        .prefetch_related("questions__events", _MESSAGES)
        .first()
    )
    if found is None:
        return None
    questions = tuple(_question_row(found, one, table) for one in _in_order(found))
    messages = tuple(
        MessageRow(
            sha256=one.sha256,
            channel=one.channel,
            subject=one.subject,
            arrived_at=one.arrived_at,
            is_repeated=one.is_repeated,
            is_unseen=one.is_unseen,
            text=one.text,
            files=tuple(file.name for file in one.files.all()),
            problems=tuple(one.problems),
        )
        for one in found.messages.all()
    )
    clocks = [one.clock for one in questions]
    return RequestPage(_row(found, clocks), found.regime, questions, messages)


def open_requests(*, table: Holidays, due_by: dt.date | None = None) -> tuple[RequestRow, ...]:
    """Return the requests with a question that is not answered or a message nobody saw, most urgent first.

    Those that wait for the requester come last; with a day, only what is due by then.
    """
    found = _requests().prefetch_related("questions__events").order_by("received_on", "pk")
    rows = [_row(one, [_clock(one, each, table) for each in _in_order(one)]) for one in found]
    still = [row for row in rows if row.open_questions or row.unseen_messages or not row.questions]
    if due_by is not None:
        still = [row for row in still if row.work_to is not None and row.work_to <= due_by]
    return tuple(sorted(still, key=lambda row: (row.work_to or dt.date.max, row.reference)))


def _requests() -> QuerySet[Request]:
    return Request.objects.annotate(
        unseen_messages=Count("messages", filter=Q(messages__is_unseen=True))
    )


def _in_order(request: Request) -> list[Question]:
    return sorted(request.questions.all(), key=lambda one: one.place)


def _clock(request: Request, question: Question, table: Holidays) -> Clock:
    return question_clock(clock_facts(request, question), table)


def _question_row(request: Request, question: Question, table: Holidays) -> QuestionRow:
    return QuestionRow(
        label=question.label,
        printed=question.printed,
        text=question.text,
        heading=question.heading,
        periods=tuple(question.periods),
        clock=_clock(request, question, table),
    )


def _row(request: Request, clocks: list[Clock]) -> RequestRow:
    still = [clock for clock in clocks if clock.state not in (State.ANSWERED, State.LAPSED)]
    dates = [clock.work_to for clock in still if clock.work_to]
    return RequestRow(
        reference=request.reference,
        title=request.title,
        channel=request.channel,
        received_on=request.received_on,
        questions=len(clocks),
        open_questions=len(still),
        work_to=min(dates) if dates else None,
        unseen_messages=getattr(request, "unseen_messages", 0),
    )
