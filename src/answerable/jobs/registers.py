"""The job on registers: load the files that wait."""

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.registers.loading import load_waiting
from answerable.domain.roles.people import MACHINE
from answerable.queries.calendars import holidays


def load_registers() -> str:
    """Load the files that wait as snapshots, and say how many were settled."""
    count = load_waiting(clock=timezone.now, doing=_doing)
    return f"{count} register files settled" if count else ""


def _doing() -> Doing:
    return Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
