"""What the database holds of requests that came in a period, as it was known at a moment: plain rows, few queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Concat
from django.utils.timezone import get_current_timezone

from answerable.domain.clock import Event, EventKind
from answerable.domain.measures.office import Period
from answerable.records.casework.models import (
    DecisionVersion,
    DisposedRequest,
    Question,
    QuestionEvent,
    Request,
)
from answerable.records.ledger.models import LedgerLine

_FIRST_ROUND = 1
_CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as it is stored."""

    pk: int
    reference: str
    regime: str
    received_on: dt.date
    validity: str
    validated_at: dt.datetime | None
    merged_into: int | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as it is stored; `began_on` is the day from which its first round counts."""

    pk: int
    request: int
    label: str
    began_on: dt.date | None


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """What was decided about a question in its first round: the values of outcomes, and citations."""

    outcomes: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cohort:
    """Requests of a period with what belongs to them, by their numbers."""

    requests: tuple[RequestRow, ...]
    questions: dict[int, list[QuestionRow]] = field(default_factory=dict)
    events: dict[int, list[Event]] = field(default_factory=dict)
    decided: dict[int, DecidedRow] = field(default_factory=dict)


def moment_after(day: dt.date) -> dt.datetime:
    """Return the moment at which a day ends, as people here count days."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), get_current_timezone())


def cohort_of(period: Period, *, before: dt.datetime) -> Cohort:
    """Return what was known before a moment of the requests that came in a period: four queries.

    Of each question only the first round is read: what a review opens again is another answer.
    """
    requests = tuple(_requests(period, before))
    questions: dict[int, list[QuestionRow]] = defaultdict(list)
    for one in _questions(period, before):
        questions[one.request].append(one)
    return Cohort(requests, questions, _events(period, before), _decided(period, before))


def disposed_in(period: Period) -> tuple[str, ...]:
    """Return the requests of a period of which nothing is left to count: one query."""
    found = DisposedRequest.objects.filter(received_on__range=(period.first, period.last))
    return tuple(found.order_by("reference").values_list("reference", flat=True))


def lines_of_requests(
    period: Period, actions: Iterable[str], *, before: dt.datetime
) -> "QuerySet[LedgerLine]":
    """Return the ledger's lines of some actions with the requests that came in a period, in their order."""
    subjects = _asked(period, before).annotate(subject=Concat(Value("request "), "reference"))
    return LedgerLine.objects.filter(
        subject__in=subjects.values("subject"), action__in=list(actions), at__lt=before
    ).order_by("number")


def _asked(period: Period, before: dt.datetime) -> QuerySet[Request]:
    return Request.objects.filter(
        received_on__range=(period.first, period.last), taken_in_at__lt=before
    )


def _requests(period: Period, before: dt.datetime) -> Iterator[RequestRow]:
    rows = _asked(period, before).order_by("received_on", "pk")
    columns = ("pk", "reference", "regime", "received_on", "validity", "validated_at")
    for row in rows.values_list(*columns, "merged_into_id").iterator(_CHUNK):
        yield RequestRow(*row)


def _of_requests(through: str, period: Period, before: dt.datetime) -> dict[str, Any]:
    return {
        f"{through}__received_on__range": (period.first, period.last),
        f"{through}__taken_in_at__lt": before,
    }


def _questions(period: Period, before: dt.datetime) -> Iterator[QuestionRow]:
    found = Question.objects.filter(**_of_requests("request", period, before))
    rows = found.order_by("request_id", "place").values_list(
        "pk", "request_id", "label", "round", "round_from"
    )
    for pk, request, label, number, begun_on in rows.iterator(_CHUNK):
        # The day from which a later round counts says nothing of the first.
        yield QuestionRow(pk, request, label, begun_on if number == _FIRST_ROUND else None)


def _events(period: Period, before: dt.datetime) -> dict[int, list[Event]]:
    found = QuestionEvent.objects.filter(
        round=_FIRST_ROUND,
        recorded_at__lt=before,
        **_of_requests("question__request", period, before),
    )
    rows = found.order_by("question_id", "on", "pk").values_list(
        "question_id", "kind", "on", "to", "until", "why"
    )
    events: dict[int, list[Event]] = defaultdict(list)
    for question, kind, on, to, until, why in rows.iterator(_CHUNK):
        events[question].append(Event(EventKind(kind), on, to, until, why))
    return events


def _decided(period: Period, before: dt.datetime) -> dict[int, DecidedRow]:
    """Return the last version of each decision in the first round: no later one is of the same answer."""
    found = DecisionVersion.objects.filter(
        round=_FIRST_ROUND, at__lt=before, **_of_requests("question__request", period, before)
    )
    rows = (
        found.annotate(
            outcomes=KeyTransform("outcomes", "decision"),
            grounds=KeyTransform("grounds", "decision"),
        )
        .order_by("question_id", "number")
        .values_list("question_id", "outcomes", "grounds")
    )
    return {
        question: DecidedRow(tuple(outcomes), tuple(one["citation"] for one in grounds))
        for question, outcomes, grounds in rows.iterator(_CHUNK)
    }
