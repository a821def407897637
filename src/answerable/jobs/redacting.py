"""Jobs on redactions: make the files that were approved, and recognise the words of scanned pages."""

import time

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.applying import Engines, apply_approved
from answerable.actions.casework.redacting.recognising import recognise_pages
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.labelling import redact_rebuilt
from answerable.inspecting.redacting import redact_pdf
from answerable.queries.calendars import holidays

_AT_MOST = 45
"""Seconds: mail and all else get their turn each minute, where there is one worker."""


def redact_files() -> str:
    """Make the redacted files that were approved, and say how many redactions were settled."""
    until = time.monotonic() + _AT_MOST
    doing = Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
    engines = Engines(redact_pdf, redact_rebuilt)
    count = apply_approved(engines, doing=doing, goes_on=lambda: time.monotonic() < until)
    return f"{count} redactions settled" if count else ""


def recognise_words() -> str:
    """Recognise the words of pages that are pictures in files that are marked, and say how many pages."""
    until = time.monotonic() + _AT_MOST
    count = recognise_pages(goes_on=lambda: time.monotonic() < until)
    return f"{count} pages read" if count else ""
