"""Where answered questions spent their working days, as the ledger tells it."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.timezone import get_current_timezone

from answerable.domain.clock import Event, Holidays, OutsideCalendar
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.clock.whose_time import Holder, Told, held_by, shares_of, waits_of
from answerable.domain.measures.office import Period
from answerable.queries.casework.statistics.cohort import lines_of_requests

_ACTIONS = (
    "request assigned",
    "request declined",
    "request accepted",
    "owner asked",
    "owner asked again",
    "contribution answered",
    "contribution declined",
    "contribution withdrawn",
    "decision put forward",
    "draft checked",
    "draft cleared",
    "draft cleared unchecked",
    "draft sent back",
    "draft taken back",
    "question reopened",
    "letter leaves",
    "letter sent",
)
"""The actions that hand a question on; no other line says who has it."""

StageDays = tuple[tuple[Holder, int], ...]


def told_in(period: Period, *, before: dt.datetime) -> Mapping[str, Sequence[Told]]:
    """Return what the ledger told before a moment, by the requests that came in a period: one query."""
    told: dict[str, list[Told]] = defaultdict(list)
    lines = lines_of_requests(period, _ACTIONS, before=before)
    rows = lines.values_list("subject", "at", "action", "by", "data")
    zone = get_current_timezone()
    for subject, at, action, by, data in rows.iterator():
        reference = subject.removeprefix("request ")
        told[reference].append(Told(at.astimezone(zone).date(), action, by, json.loads(data)))
    return told


@dataclass(frozen=True, slots=True)
class Answered:
    """An answered question: what happened to it, from which day to which, and under which law."""

    label: str
    events: Sequence[Event]
    received_on: dt.date
    answered_on: dt.date
    regime: str


def stage_days(lines: Sequence[Told], one: Answered, *, table: Holidays) -> StageDays:
    """Return the working days of an answered question with each holder; none where they are not covered."""
    calendar = calendar_of(one.regime, table)
    try:
        shares = shares_of(
            held_by(lines, one.label),
            waits_of(one.events, answered_on=one.answered_on),
            received_on=one.received_on,
            answered_on=one.answered_on,
            calendar=calendar,
        )
    except OutsideCalendar:
        return ()
    days: dict[Holder, int] = defaultdict(int)
    for share in shares:
        days[share.who] += share.days
    return tuple(days.items())
