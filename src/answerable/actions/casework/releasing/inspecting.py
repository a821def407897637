"""Inspect what waits, one file after another, each in its process apart and outside of any transaction."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from answerable.actions.casework.releasing.asking import OVER
from answerable.actions.casework.releasing.left import open_incidents
from answerable.actions.ledger import record
from answerable.domain.roles.people import MACHINE
from answerable.inspecting import Inspection, Severity, inspection_as_json
from answerable.inspecting.compared.apart import Compared, inspect_with_pages, lacks_pages
from answerable.inspecting.known_people import with_people
from answerable.inspecting.personal import OWN, FinderChoice, with_personal_data
from answerable.inspecting.version import rules_version
from answerable.queries.casework.sought import people_sought
from answerable.records.archive.models import PublishedFile
from answerable.records.casework.models import (
    CaseFile,
    ContributionFile,
    FileInspection,
    Request,
)

TAKEN_FOR = dt.timedelta(minutes=30)
"""How long a worker has a file for itself: longer than any inspection may take."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one run did: how many files it inspected, and how many incidents that opened.

    `uncompared` counts those that nothing could draw, so that only their bytes were inspected.
    """

    inspected: int = 0
    incidents: int = 0
    uncompared: int = 0


def inspect_waiting(
    *,
    clock: Callable[[], dt.datetime],
    goes_on: Callable[[], bool] = lambda: True,
    when: Compared = Compared.NEVER,
    finder: FinderChoice = OWN,
) -> Looked:
    """Inspect every file that waits as long as it goes on: what is to leave first, then what has left.

    `when` says whether each is also compared with its own pages, `finder` who looks for personal data beside us.
    """
    inspected = incidents = uncompared = 0
    while goes_on():
        row = _taken(clock())
        if row is None:
            break
        data = _bytes_of(row)
        if data is None:
            # They are not there any more, or are not those that were attached: nothing is said of others.
            FileInspection.objects.filter(pk=row.pk, done_at__isnull=True).delete()
            continue
        people = people_sought(_request_of(row))
        found = with_people(inspect_with_pages(data, name=row.name, when=when), data, people)
        found = with_personal_data(found, data, (*people.requesters, *people.others), finder)
        incidents += _keep(row, found, at=clock())
        inspected += 1
        uncompared += when is not Compared.NEVER and lacks_pages(found)
    return Looked(inspected, incidents, uncompared)


def _taken(at: dt.datetime) -> FileInspection | None:
    """Take what has waited longest, and what a worker took that never came back."""
    free = Q(started_at__isnull=True) | Q(started_at__lt=at - TAKEN_FOR)
    waiting = FileInspection.objects.filter(free, done_at__isnull=True, rules=rules_version())
    has_left = Case(
        When(request__isnull=False, then=Q(request__stage__in=OVER)),
        default=Value(value=True),
        output_field=BooleanField(),
    )
    for row in waiting.order_by(has_left, "asked_at", "pk").select_related("request")[:20]:
        if waiting.filter(pk=row.pk).update(started_at=at):
            return row
    return None


def _bytes_of(row: FileInspection) -> bytes | None:
    """Return the bytes of a digest, from wherever they are stored; None if they are nowhere."""
    for found in _stored(row):
        for stored in found.filter(sha256=row.sha256, name=row.name).order_by("pk").iterator(1):
            data = bytes(stored.data)
            if hashlib.sha256(data).hexdigest() == row.sha256:
                return data
    return None


def _stored(row: FileInspection) -> Iterator[QuerySet[Any]]:
    """Yield where the bytes of an inspection may be stored."""
    if row.request_id is None:
        yield PublishedFile.objects.all()
        return
    yield CaseFile.objects.filter(request=row.request_id)
    yield ContributionFile.objects.filter(contribution__question__request=row.request_id)


def _request_of(row: FileInspection) -> Request | None:
    if row.request_id is None:
        return None
    return Request.objects.filter(pk=row.request_id).select_related("requester").first()


def _keep(row: FileInspection, found: Inspection, *, at: dt.datetime) -> int:
    """Keep what was found, unless the request is gone meanwhile; return how many incidents that opened."""
    with transaction.atomic():
        # A request is locked before what hangs on it: one order for all.
        if row.request_id is not None:
            list(Request.objects.select_for_update().filter(pk=row.request_id))
        waiting = FileInspection.objects.filter(pk=row.pk, done_at__isnull=True)
        kept = waiting.update(
            done_at=at, verdict=found.verdict.value, report=inspection_as_json(found)
        )
        if not kept:
            return 0
        subject = f"request {row.request.reference}" if row.request else "published file"
        data = {"file": row.sha256, "verdict": found.verdict.value.replace("_", " ")}
        data |= {"rules": row.rules, **_counts(found)}
        record("file inspected", subject=subject, by=MACHINE.key, at=at, data=data)
        row.refresh_from_db()
        return open_incidents(row, at=at)


def _counts(found: Inspection) -> dict[str, str]:
    counts = {one: found.count(one) for one in (Severity.STOP, Severity.CHECK)}
    personal = sum(one.asks for one in found.personal or ())
    said = {f"{one.value}s": str(count) for one, count in counts.items() if count}
    return said | ({"personal data": str(personal)} if personal else {})
