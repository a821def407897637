"""What a list of requests can be narrowed by, on stored columns and their indexes only."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.domain.clock import Holidays, State
from answerable.domain.clock.left import last_day_within
from answerable.domain.law.citations import canonical_citation
from answerable.domain.roles import Actor, Stage
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Channel, DecidedTag, Message, Question, Request

ENDED = (Stage.SENT, Stage.CLOSED)
IN_HAND = tuple(stage for stage in Stage if stage not in ENDED)
"""The stages of what is not answered yet: what a list shows if nothing else is asked for."""
CHANNELS = tuple((one.value, str(one.label)) for one in Channel)
"""How requests come in, each with its words."""
MINE, NOBODY = "@me", "@nobody"
"""Instead of an officer's key: whoever looks, and requests that no officer has."""


class Sort(StrEnum):
    """The order of a list."""

    URGENT = "urgent"
    NEWEST = "newest"
    OLDEST = "oldest"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from a first to a last, both with it; None where there is no bound."""

    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: on days, before today, within so many working days from today on."""

    on: Span = field(default_factory=Span)
    is_overdue: bool = False
    within: int | None = None


@dataclass(frozen=True, slots=True)
class RequestFilters:
    """Which requests a list holds, and in which order. No stages means all of them.

    `officer` is a key, MINE or NOBODY; `team` a code. An exemption is found by what stands above it,
    too: 31 finds 31(1)(a). `waits` for the requester what has no clock that runs.
    """

    stages: tuple[Stage, ...] = IN_HAND
    officer: str = ""
    team: str = ""
    due: Due = field(default_factory=Due)
    received: Span = field(default_factory=Span)
    outcome: str = ""
    exemption: str = ""
    channel: str = ""
    regime: str = ""
    waits: bool = False
    has_unseen: bool = False
    sort: Sort = Sort.URGENT


def filtered_requests(
    filters: RequestFilters, *, viewer: Actor, today: dt.date, table: Holidays
) -> QuerySet[Request]:
    """Return the requests that a person may see and asks for, in no order yet.

    :raises OutsideCalendar: if working days are to be counted that the calendar does not cover.
    """
    found = requests_seen_by(viewer)
    for condition in _conditions(filters, viewer):
        found = found.filter(condition)
    return found.filter(_due(filters.due, today=today, table=table))


def waiting() -> Q:
    """Return what holds for a request that waits for its requester, and has no clock that runs."""
    waits = Question.objects.filter(clock_state=State.WAITING).exclude(stage__in=ENDED)
    return Q(work_to=None, stage__in=IN_HAND, pk__in=waits.values("request"))


def with_unseen_messages() -> Q:
    """Return what holds for a request to which something came that nobody has looked at."""
    return Q(pk__in=Message.objects.filter(is_unseen=True, request__isnull=False).values("request"))


def _conditions(filters: RequestFilters, viewer: Actor) -> Iterator[Q]:
    if filters.stages:
        yield Q(stage__in=filters.stages)
    if filters.officer:
        whose = {MINE: viewer.key, NOBODY: ""}.get(filters.officer, filters.officer)
        yield Q(officer=whose)
    for name in ("team", "channel", "regime"):
        if getattr(filters, name):
            yield Q(**{name: getattr(filters, name)})
    yield _within("received_on", filters.received)
    if filters.outcome:
        yield _tagged(DecidedTag.Kind.OUTCOME, filters.outcome)
    if filters.exemption:
        yield _tagged(DecidedTag.Kind.EXEMPTION, canonical_citation(filters.exemption))
    if filters.waits:
        yield waiting()
    if filters.has_unseen:
        yield with_unseen_messages()


def _due(due: Due, *, today: dt.date, table: Holidays) -> Q:
    wanted = _within("work_to", due.on)
    if due.is_overdue:
        wanted &= Q(work_to__lt=today)
    if due.within is not None:
        last = last_day_within(due.within, today=today, table=table)
        wanted &= _within("work_to", Span(today, last))
    return wanted


def _within(column: str, span: Span) -> Q:
    bounds = {"gte": span.first, "lte": span.last}
    return Q(**{f"{column}__{name}": day for name, day in bounds.items() if day is not None})


def _tagged(kind: DecidedTag.Kind, value: str) -> Q:
    tags = DecidedTag.objects.filter(kind=kind, value=value)
    return Q(Exists(tags.filter(request=OuterRef("pk"))))
