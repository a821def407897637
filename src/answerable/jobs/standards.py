"""Jobs on the standards: record months, inspect evidence, make packs, close months of the survey."""

import time

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.standards import evidence, making_packs
from answerable.actions.standards.months import record_due_months
from answerable.actions.standards.surveys import close_survey_months
from answerable.actions.standards.unreviewed import remove_unreviewed_words
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


def close_survey() -> str:
    """Close each month of the survey whose links have all ended, and say how many months those were."""
    count = close_survey_months(at=timezone.now(), on=timezone.localdate())
    return f"{count} months of the survey closed" if count else ""


def remove_words() -> str:
    """Remove what people wrote and nobody has looked through in time, and say of how many months."""
    count = remove_unreviewed_words(at=timezone.now(), on=timezone.localdate())
    return f"unreviewed words of {count} months removed" if count else ""


def inspect_evidence() -> str:
    """Inspect the evidence that waits, for most of a minute, and say how many files that were."""
    until = time.monotonic() + _AT_MOST
    count = evidence.inspect_evidence(
        clock=timezone.now,
        goes_on=lambda: time.monotonic() < until,
        when=settings.ANSWERABLE_COMPARE,
        finder=_finder(),
    )
    return f"{count} files of evidence inspected" if count else ""


def make_packs() -> str:
    """Make the packs that were asked for, for most of a minute, and say how many were settled."""
    until = time.monotonic() + _AT_MOST
    count = making_packs.make_packs(
        clock=timezone.now,
        goes_on=lambda: time.monotonic() < until,
        when=settings.ANSWERABLE_COMPARE,
        finder=_finder(),
    )
    return f"{count} packs settled" if count else ""


def _finder() -> FinderChoice:
    return FinderChoice(settings.ANSWERABLE_PERSONAL_FINDER, settings.ANSWERABLE_PERSONAL_MODEL)
