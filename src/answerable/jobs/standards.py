"""The job on service standards: record what months came to."""

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.standards.months import record_due_months
from answerable.domain.roles.people import MACHINE
from answerable.queries.calendars import holidays


def record_months() -> str:
    """Record each month's figure whose day has come, and say how many were recorded or corrected."""
    doing = Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
    count = record_due_months(doing=doing)
    return f"{count} figures of months recorded" if count else ""
