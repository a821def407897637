"""Whose time late answers took: of one request, and over a period."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.timezone import localtime

from answerable.domain.clock.whose_time import Holder, Share, Told
from answerable.domain.roles import Actor
from answerable.queries.accounts import person_names
from answerable.queries.casework.visible import seen_by
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import LateAnswer

_ALL_LINES = 100_000
"""More than any request has: to leave one out would give its days to somebody else."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a period, with its first and its last."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class LateAnswerRow:
    """An answer that left too late, and whose time it took."""

    reference: str
    label: str
    due_on: dt.date
    answered_on: dt.date
    days_late: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class WhoseTimeRow:
    """Somebody with the days of late answers that were theirs, and the requests behind the figure."""

    who: Holder
    name: str
    days: int
    answers: int
    requests: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    days: int = 0
    answers: int = 0
    requests: dict[str, None] = field(default_factory=dict)


def told_of(reference: str) -> tuple[Told, ...]:
    """Return the lines of a request in the ledger, each on its day, as people here count days."""
    rows = ledger_rows(subject=f"request {reference}", last=_ALL_LINES)
    return tuple(Told(localtime(one.at).date(), one.action, one.by, one.data) for one in rows)


def late_answers_of(reference: str) -> tuple[LateAnswerRow, ...]:
    """Return the answers of a request that left too late, in the order of its questions."""
    return _rows(LateAnswer.objects.filter(question__request__reference=reference))


def late_answers_in(period: Period, *, viewer: Actor) -> tuple[LateAnswerRow, ...]:
    """Return the answers that left too late in a period, of the requests that somebody may see."""
    found = LateAnswer.objects.filter(seen_by(viewer, through="question__request"))
    return _rows(found.filter(answered_on__range=(period.first, period.last)))


def whose_time(rows: Iterable[LateAnswerRow]) -> tuple[WhoseTimeRow, ...]:
    """Return who had the days of late answers, whoever had most of them first."""
    tallies: dict[tuple[Holder, str], _Tally] = {}
    for row in rows:
        for share in row.shares:
            tally = tallies.setdefault((share.who, share.key), _Tally())
            tally.days += share.days
            tally.answers += 1
            tally.requests[row.reference] = None
    names = person_names({key for _, key in tallies if key})
    found = (
        WhoseTimeRow(who, names.get(key, key), one.days, one.answers, tuple(one.requests))
        for (who, key), one in tallies.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.days, one.who, one.name)))


def _rows(found: QuerySet[LateAnswer]) -> tuple[LateAnswerRow, ...]:
    listed = found.select_related("question__request").order_by(
        "answered_on", "question__request__reference", "round", "question__place"
    )
    return tuple(
        LateAnswerRow(
            reference=one.question.request.reference,
            label=one.question.label,
            due_on=one.due_on,
            answered_on=one.answered_on,
            days_late=one.days_late,
            shares=tuple(
                Share(Holder(share["who"]), share["key"], share["days"]) for share in one.shares
            ),
        )
        for one in listed
    )
