"""What other systems brought in: their keys, and how far their requests are."""

import datetime as dt
from dataclasses import dataclass

from answerable.records.casework.models import ApiKey, Channel, Request


@dataclass(frozen=True, slots=True)
class ApiKeyRow:
    """A key of another system; `ended_at` is None while it is in use."""

    name: str
    made_by: str
    made_at: dt.datetime
    ended_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How far a request is that another system brought in: its stage and its dates, and no more."""

    reference: str
    stage: str
    received_on: dt.date
    due_on: dt.date | None
    calendar: str


def api_keys() -> tuple[ApiKeyRow, ...]:
    """Return every key that was made, by name."""
    rows = ApiKey.objects.order_by("name")
    return tuple(ApiKeyRow(one.name, one.made_by, one.made_at, one.ended_at) for one in rows)


def brought_in(reference: str, *, source: str) -> BroughtIn | None:
    """Return a request that a source brought in, None if there is none of its own."""
    request = Request.objects.filter(
        reference=reference,
        channel=Channel.API,
        messages__channel=Channel.API,
        messages__taken_in_by=source,
    ).first()
    if request is None:
        return None
    return BroughtIn(
        reference=request.reference,
        stage=request.stage,
        received_on=request.received_on,
        due_on=request.due_on,
        calendar=request.calendar,
    )
