"""Ask that bytes are inspected: in the transaction that brings them in, and for whatever lacks it by now."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django_q.tasks import async_task

from answerable.inspecting.version import rules_version
from answerable.records.archive.models import PublishedFile
from answerable.records.casework.models import (
    CaseFile,
    ContributionFile,
    FileInspection,
    LogDraft,
    Request,
)

JOB = "inspect files"
_RUN = "answerable.jobs.running.run_job"
OVER = ("sent", "closed")
"""Stages of requests whose files have left, or never will."""

_TO_COME = (LogDraft.State.DRAFT, LogDraft.State.VALIDATED, LogDraft.State.WAITING)


def ask_inspection(request: Request, sha256: str, name: str, *, at: dt.datetime) -> None:
    """Let bytes wait for their inspection, and have a worker begin once the transaction is done."""
    _wait(request.pk, sha256, name, at)
    transaction.on_commit(begin_soon)


def begin_soon() -> None:
    """Have a worker inspect what waits as soon as one is free, and not only with the next minute."""
    async_task(_RUN, JOB)


def ask_for_what_lacks_it(*, at: dt.datetime, published: bool) -> int:
    """Let every file wait that no inspection by the present rules knows; return how many those were.

    Files that are kept back stay here, and wait for nothing. With `published` those that left, too.

    Files of answered requests are among those that left, unless their entry is still to come.
    """
    # What waited for an inspection by earlier rules waits for it by these.
    FileInspection.objects.filter(done_at__isnull=True).exclude(rules=rules_version()).delete()
    asked = [*_of_requests(left=published), *_contributed(), *(_published() if published else ())]
    for request, sha256, name in asked:
        _wait(request, sha256, name, at)
    return len(asked)


def _wait(request: int | None, sha256: str, name: str, at: dt.datetime) -> None:
    rows = FileInspection.objects.filter(sha256=sha256, name=name, rules=rules_version())
    rows = rows.filter(request=request) if request else rows.filter(request__isnull=True)
    if not rows.exists():
        # Somebody may ask for the same at the same moment: one row is enough.
        waiting = FileInspection(
            request_id=request, sha256=sha256, name=name, rules=rules_version(), asked_at=at
        )
        FileInspection.objects.bulk_create([waiting], ignore_conflicts=True)


def _of_requests(*, left: bool) -> Iterable[tuple[int | None, str, str]]:
    files = CaseFile.objects.exclude(release=CaseFile.Release.KEPT_BACK)
    if not left:
        files = files.exclude(~Q(request__log_draft__state__in=_TO_COME), request__stage__in=OVER)
    lacking = files.filter(~Exists(_known().filter(request=OuterRef("request"))))
    return lacking.order_by("pk").values_list("request", "sha256", "name")


def _contributed() -> Iterable[tuple[int | None, str, str]]:
    of = "contribution__question__request"
    files = ContributionFile.objects.exclude(**{f"{of}__stage__in": OVER})
    lacking = files.filter(~Exists(_known().filter(request=OuterRef(of))))
    return lacking.order_by("pk").values_list(of, "sha256", "name")


def _published() -> Iterable[tuple[int | None, str, str]]:
    known = _known().filter(request__isnull=True)
    lacking = PublishedFile.objects.filter(~Exists(known)).order_by("pk")
    return [(None, sha256, name) for sha256, name in lacking.values_list("sha256", "name")]


def _known() -> QuerySet[FileInspection]:
    return FileInspection.objects.filter(
        sha256=OuterRef("sha256"), name=OuterRef("name"), rules=rules_version()
    )
