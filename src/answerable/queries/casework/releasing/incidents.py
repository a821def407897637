"""Incidents: what left that cannot be released, and what was done about it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from answerable.domain.release.incidents import notify_by, time_left
from answerable.domain.roles import Actor
from answerable.queries.accounts import person_names
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Incident, Request


@dataclass(frozen=True, slots=True)
class IncidentNoteRow:
    """What somebody wrote down about an incident."""

    by: str
    at: dt.datetime
    text: str


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident as staff see it; `has_request` is whether its request is still there."""

    pk: int
    name: str
    what: tuple[str, ...]
    reference: str
    has_request: bool
    entry: str
    sha256: str
    rules: str
    out_since: dt.datetime
    went_to: tuple[str, ...]
    opened_at: dt.datetime
    notify_by: dt.datetime
    time_left: str
    is_open: bool
    told: str
    told_reason: str
    told_by: str
    told_at: dt.datetime | None
    closed_reason: str
    closed_by: str
    closed_at: dt.datetime | None
    notes: tuple[IncidentNoteRow, ...] = ()


def incidents_seen_by(viewer: Actor) -> QuerySet[Incident]:
    """Return the incidents that somebody may see: of restricted requests those that name them."""
    hidden = Request.objects.exclude(pk__in=requests_seen_by(viewer).values("pk"))
    return Incident.objects.filter(~Q(reference__in=hidden.values("reference")))


def incident_rows(*, viewer: Actor, at: dt.datetime) -> tuple[IncidentRow, ...]:
    """Return the incidents that somebody may see, the open ones first, the latest of each at the top."""
    found = incidents_seen_by(viewer).order_by("-state", "-opened_at", "-pk")
    return tuple(_row(one, at) for one in found)


def incident_row(pk: int, *, viewer: Actor, at: dt.datetime) -> IncidentRow | None:
    """Return an incident with its notes, None if there is none that somebody may see."""
    found = incidents_seen_by(viewer).prefetch_related("notes").filter(pk=pk).first()
    return None if found is None else _row(found, at, with_notes=True)


def open_incident_count(viewer: Actor) -> int:
    """Return how many open incidents somebody may see."""
    return incidents_seen_by(viewer).filter(state=Incident.State.OPEN).count()


def open_incidents_now() -> tuple[int, ...]:
    """Return the numbers of all open incidents, for whoever runs the site."""
    found = Incident.objects.filter(state=Incident.State.OPEN)
    return tuple(found.order_by("pk").values_list("pk", flat=True))


def _row(one: Incident, at: dt.datetime, *, with_notes: bool = False) -> IncidentRow:
    notes = sorted(one.notes.all(), key=lambda each: (each.at, each.pk)) if with_notes else []
    names = person_names([one.told_by, one.closed_by, *(each.by for each in notes)])
    return IncidentRow(
        pk=one.pk,
        name=one.name,
        what=tuple(one.what),
        reference=one.reference,
        has_request=Request.objects.filter(reference=one.reference).exists(),
        entry=one.entry,
        sha256=one.sha256,
        rules=one.rules,
        out_since=one.out_since,
        went_to=tuple(one.went_to),
        opened_at=one.opened_at,
        notify_by=notify_by(one.opened_at),
        time_left=time_left(one.opened_at, at),
        is_open=one.state == Incident.State.OPEN,
        told=one.told,
        told_reason=one.told_reason,
        told_by=names.get(one.told_by, one.told_by),
        told_at=one.told_at,
        closed_reason=one.closed_reason,
        closed_by=names.get(one.closed_by, one.closed_by),
        closed_at=one.closed_at,
        notes=tuple(
            IncidentNoteRow(names.get(each.by, each.by), each.at, each.text) for each in notes
        ),
    )
