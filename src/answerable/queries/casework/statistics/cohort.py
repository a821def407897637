"""What the database holds of requests that came in a period, as it was known at a moment: plain rows, few queries."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import ExpressionWrapper, Func, IntegerField, Q, QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.utils.timezone import get_current_timezone

from answerable.domain.clock import Event, EventKind
from answerable.domain.measures.office import Period
from answerable.records.casework.models import (
    DecisionVersion,
    DisposedRequest,
    Question,
    QuestionEvent,
    Request,
    Validity,
)

_FIRST_ROUND = 1
_CHUNK = 5_000
_Row = tuple[Any, ...]
_PLACE = itemgetter(0, 1)
"""The day of receipt and the number of the request, with which each row begins, and in whose order they come."""

StoredEvents = tuple[_Row, ...]
"""What happened to a question, as it is stored: `event_of` makes an event of each."""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as it is stored; `is_none` says that somebody had said by then that it is no request."""

    reference: str
    regime: str
    received_on: dt.date
    is_none: bool
    is_merged: bool


class QuestionRow(NamedTuple):
    """A question as it is stored; `began_on` is the day from which its first round counts.

    `outcomes` are those of the last decision of its first round, as JSON; `citations` what it relies on.
    """

    label: str
    began_on: dt.date
    events: StoredEvents
    outcomes: str
    citations: tuple[str, ...]


def moment_after(day: dt.date) -> dt.datetime:
    """Return the moment at which a day ends, as people here count days."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), get_current_timezone())


def cohort_of(
    period: Period, *, before: dt.datetime
) -> Iterator[tuple[RequestRow, list[QuestionRow]]]:
    """Yield what was known before a moment of each request that came in a period: four queries.

    Of each question only the first round is read: what a review opens again is another answer.
    Requests come one after another, with what belongs to them: a hundred thousand need no more memory than one.
    """
    asked = {"received_on__range": (period.first, period.last), "taken_in_at__lt": before}
    questions, events, decided = (
        _Beside(rows)
        for rows in (_questions(asked), _events(asked, before), _decided(asked, before))
    )
    for place, row in _requests(asked, before):
        of_question: dict[int, list[_Row]] = {}
        for one in events.at(place):
            of_question.setdefault(one[2], []).append(one[3:])
        # The last version stands: they come in the order of their numbers.
        decisions = {one[2]: one for one in decided.at(place)}
        found = [
            _question(one, row, tuple(of_question.get(one[2], ())), decisions.get(one[2]))
            for one in questions.at(place)
        ]
        yield row, found


def event_of(stored: _Row) -> Event:
    """Return what happened, as clocks read it."""
    kind, on, to, until, why = stored
    return Event(EventKind(kind), day_of(on), to, day_of(until) if until else None, why)


@lru_cache(maxsize=10_000)
def day_of(stored: "str | dt.date") -> dt.date:
    """Return a day that was read as it is stored: as text in SQLite."""
    return dt.date.fromisoformat(stored) if isinstance(stored, str) else stored


class AsStored(Func):
    """A column as the database gives it: to read each of a million days takes longer than to fetch them."""

    template = "%(expressions)s"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return SQL that says no type: SQLite's driver would read a value by the type of its column."""
        return self.as_sql(compiler, connection, template="CAST(%(expressions)s AS text)", **more)


def disposed_in(period: Period) -> tuple[str, ...]:
    """Return the requests of a period of which nothing is left to count: one query."""
    found = DisposedRequest.objects.filter(received_on__range=(period.first, period.last))
    return tuple(found.order_by("reference").values_list("reference", flat=True))


class _Beside:
    """Rows of requests, taken request by request in the order in which requests come."""

    def __init__(self, rows: Iterator[_Row]) -> None:
        self._groups = groupby(rows, key=_PLACE)
        self._next = next(self._groups, None)

    def at(self, place: _Row) -> list[_Row]:
        """Return the rows of a request; what belongs to one that came in meanwhile is passed over."""
        while self._next is not None and self._next[0] < place:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != place:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _requests(asked: dict[str, Any], before: dt.datetime) -> Iterator[tuple[_Row, RequestRow]]:
    is_none = Q(validity=Validity.NO_REQUEST, validated_at__isnull=False, validated_at__lt=before)
    rows = (
        Request.objects.filter(**asked)
        .order_by("received_on", "pk")
        .values_list(
            AsStored("received_on"),
            "pk",
            "reference",
            "regime",
            "merged_into_id",
            ExpressionWrapper(is_none, output_field=IntegerField()),
        )
    )
    for on, pk, reference, regime, merged_into, is_none_yet in rows.iterator(_CHUNK):
        yield (
            (on, pk),
            RequestRow(reference, regime, day_of(on), bool(is_none_yet), merged_into is not None),
        )


def _of_requests(
    found: "QuerySet[Any]", through: str, asked: dict[str, Any], *columns: Any
) -> Iterator[_Row]:
    """Yield columns of rows in the order of their requests and questions, and of the columns named last."""
    *named, last = columns
    request = f"{through}__" if through else ""
    chosen = found.filter(**{f"{request}request__{name}": value for name, value in asked.items()})
    order = (f"{request}request__received_on", f"{request}request_id", *last)
    return (
        chosen.order_by(*order).values_list(AsStored(order[0]), order[1], *named).iterator(_CHUNK)
    )


def _questions(asked: dict[str, Any]) -> Iterator[_Row]:
    columns = ("pk", "label", "round", AsStored("round_from"))
    return _of_requests(Question.objects.all(), "", asked, *columns, ("place",))


def _events(asked: dict[str, Any], before: dt.datetime) -> Iterator[_Row]:
    found = QuestionEvent.objects.filter(round=_FIRST_ROUND, recorded_at__lt=before)
    columns = ("question_id", "kind", AsStored("on"), "to", AsStored("until"), "why")
    return _of_requests(found, "question", asked, *columns, ("question_id", "on", "pk"))


def _decided(asked: dict[str, Any], before: dt.datetime) -> Iterator[_Row]:
    """Return the versions of decisions in the first round: no later one is of the same answer."""
    found = DecisionVersion.objects.filter(round=_FIRST_ROUND, at__lt=before)
    parts = (KeyTextTransform(name, "decision") for name in ("outcomes", "grounds"))
    return _of_requests(found, "question", asked, "question_id", *parts, ("question_id", "number"))


def _question(
    stored: _Row, request: RequestRow, events: StoredEvents, decided: _Row | None
) -> QuestionRow:
    _, _, _, label, number, begun_on = stored
    # The day from which a later round counts says nothing of the first.
    is_moved = begun_on is not None and number == _FIRST_ROUND
    began_on = day_of(begun_on) if is_moved else request.received_on
    if decided is None:
        return QuestionRow(label, began_on, events, "[]", ())
    grounds = decided[4]
    citations = () if grounds == "[]" else tuple(one["citation"] for one in json.loads(grounds))
    return QuestionRow(label, began_on, events, decided[3], citations)
