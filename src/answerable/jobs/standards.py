"""Jobs on the standards: record what months of service standards came to, and inspect evidence that waits."""

import time

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.standards import evidence
from answerable.actions.standards.months import record_due_months
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.personal import FinderChoice
from answerable.queries.calendars import holidays

_AT_MOST = 45
"""Seconds: mail and all else get their turn each minute, where there is one worker."""


def record_months() -> str:
    """Record each month's figure whose day has come, and say how many were recorded or corrected."""
    doing = Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
    count = record_due_months(doing=doing)
    return f"{count} figures of months recorded" if count else ""


def inspect_evidence() -> str:
    """Inspect the evidence that waits, for most of a minute, and say how many files that were."""
    until = time.monotonic() + _AT_MOST
    count = evidence.inspect_evidence(
        clock=timezone.now,
        goes_on=lambda: time.monotonic() < until,
        when=settings.ANSWERABLE_COMPARE,
        finder=FinderChoice(
            settings.ANSWERABLE_PERSONAL_FINDER, settings.ANSWERABLE_PERSONAL_MODEL
        ),
    )
    return f"{count} files of evidence inspected" if count else ""
