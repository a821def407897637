"""Jobs on the log: do the steps that wait, and count how many requests were answered."""

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.casework.publishing.counting import count_months
from answerable.actions.casework.publishing.working import work_steps
from answerable.domain.roles.people import MACHINE
from answerable.queries.calendars import holidays


def work_log() -> str:
    """Do every step of the log whose time has come, and say how many there were."""
    doing = Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
    worked = work_steps(doing=doing)
    failed = f", {worked.failed} failed" if worked.failed else ""
    return f"{worked.stored} stored, {worked.done} done{failed}" if any(worked.counts) else ""


def count_answers() -> str:
    """Count how many requests were answered in each month, and say of how many months that changed."""
    count = count_months(at=timezone.now())
    return f"{count} months counted anew" if count else ""
