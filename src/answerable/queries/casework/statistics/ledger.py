"""What the ledger told by a moment of requests that came in a period: what ended, and who had what."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db.models import Value
from django.db.models.functions import Concat
from django.utils.timezone import localtime

from answerable.domain.clock.whose_time import Told, labels_of
from answerable.domain.measures.office import Period
from answerable.queries.casework.statistics.cohort import AsStored
from answerable.records.casework.models import Request
from answerable.records.ledger.models import LedgerLine

_SUBJECT = "request "
_SOMEBODY = "somebody"
_CHUNK = 5_000
_ENDS = frozenset({"question closed", "question withdrawn", "question lapsed"})
_REOPENED = "question reopened"
_MERGED = "requests merged"
_ENDINGS = _ENDS | {_REOPENED, _MERGED}
_HANDS = frozenset(
    {
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
        _REOPENED,
        "letter leaves",
        "letter sent",
    }
)
"""The actions that hand a question on; no other line says who has it."""


Handed = tuple[tuple[Any, ...] | None, Told]
"""A line that hands questions on: the labels of which, None for all of a request, and what it tells."""


@dataclass(frozen=True, slots=True)
class TheLedger:
    """What was told of requests: what was merged into others, which questions ended, and who handed what on.

    `ended` holds a request's reference with the label; `handed` the lines of each reference, in their order.
    """

    merged: set[str] = field(default_factory=set)
    ended: set[tuple[str, str]] = field(default_factory=set)
    handed: Mapping[str, list[Handed]] = field(default_factory=lambda: defaultdict(list))


def ledger_of(period: Period, *, before: dt.datetime, with_stages: bool) -> TheLedger:
    """Return what the ledger told before a moment of the requests that came in a period: one query.

    A question keeps no day on which it was closed; the ledger does.
    """
    asked = Request.objects.filter(
        received_on__range=(period.first, period.last), taken_in_at__lt=before
    )
    subjects = asked.annotate(subject=Concat(Value(_SUBJECT), "reference")).values("subject")
    rows = (
        LedgerLine.objects.filter(
            subject__in=subjects,
            action__in=_ENDINGS | _HANDS if with_stages else _ENDINGS,
            at__lt=before,
        )
        .order_by("number")
        .values_list("subject", AsStored("at"), "action", "data")
    )
    found = TheLedger()
    for subject, at, action, data in rows.iterator(_CHUNK):
        reference = subject[len(_SUBJECT) :]
        if action in _ENDINGS:
            _end(found, reference, action, json.loads(data))
        if action in _HANDS:
            found.handed[reference].append(_handed(_local_day(at), action, data))
    return found


def _end(found: TheLedger, reference: str, action: str, said: dict[str, object]) -> None:
    if action == _MERGED:
        if said.get("goes on") is False:
            found.merged.add(reference)
        return
    named = said.get("questions")
    labels = [(reference, str(one)) for one in named] if isinstance(named, list) else []
    if action in _ENDS:
        found.ended.update(labels)
    else:
        found.ended.difference_update(labels)


def _local_day(stored: "str | dt.datetime") -> dt.date:
    """Return the day of a moment that was read as it is stored, as people here count days."""
    # To the minute: lines come one after another, many in the same one, and days begin with one everywhere.
    return _day_of_minute(stored[:_TO_THE_MINUTE] if isinstance(stored, str) else stored)


_TO_THE_MINUTE = len("2026-03-31 09:00")


@lru_cache(maxsize=1_000)
def _day_of_minute(stored: "str | dt.datetime") -> dt.date:
    if isinstance(stored, str):
        stored = dt.datetime.fromisoformat(stored).replace(tzinfo=dt.UTC)
    return localtime(stored).date()


_Said = tuple[tuple[str, Any], ...]


@lru_cache(maxsize=50_000)
def _handed(on: dt.date, action: str, data: str) -> Handed:
    labels, kept = _said(data)
    return labels, _told(on, action, kept)


@lru_cache(maxsize=50_000)
def _said(data: str) -> tuple[tuple[Any, ...] | None, _Said]:
    """Return which questions the particulars of a line are about, and what else decides who has them."""
    said = json.loads(data)
    kept = tuple((name, said[name]) for name in ("contribution", "kind", "letter") if name in said)
    return labels_of(said), kept


@lru_cache(maxsize=50_000)
def _told(on: dt.date, action: str, kept: _Said) -> Told:
    # Without labels and people: questions that went through the same stages on the same days share their lines.
    return Told(on, action, _SOMEBODY, dict(kept))
