"""Jobs on files that leave: inspect what waits, make safe copies, and look back on what left."""

import time

from django.conf import settings
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.actions.casework.releasing.asking import ask_for_what_lacks_it
from answerable.actions.casework.releasing.inspecting import Looked, inspect_waiting
from answerable.actions.casework.releasing.rebuilding import make_safe_copies
from answerable.actions.standards.evidence import inspect_again
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.personal import FinderChoice
from answerable.inspecting.rebuilding import rebuild
from answerable.queries.calendars import holidays

_AT_MOST = 45
"""Seconds: mail and all else get their turn each minute, where there is one worker."""


def inspect_files() -> str:
    """Inspect the files that wait, for most of a minute, and say how many that were."""
    return _said(_inspected(published=False))


def make_copies() -> str:
    """Make the safe copies that were asked for, and say how many wishes were settled."""
    until = time.monotonic() + _AT_MOST
    doing = Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
    count = make_safe_copies(rebuild, doing=doing, goes_on=lambda: time.monotonic() < until)
    return f"{count} safe copies settled" if count else ""


def look_back() -> str:
    """Inspect what left, if it was not by the rules of now, and say what came of it; the rest is for the next run.

    Evidence that was inspected by other rules waits for its own job again.
    """
    waiting = inspect_again(at=timezone.now())
    said = _said(_inspected(published=True))
    evidence = f"{waiting} files of evidence to inspect again" if waiting else ""
    return ", ".join(filter(None, (said, evidence)))


def _inspected(*, published: bool) -> Looked:
    until = time.monotonic() + _AT_MOST
    ask_for_what_lacks_it(at=timezone.now(), published=published)
    return inspect_waiting(
        clock=timezone.now,
        goes_on=lambda: time.monotonic() < until,
        when=settings.ANSWERABLE_COMPARE,
        finder=FinderChoice(
            settings.ANSWERABLE_PERSONAL_FINDER, settings.ANSWERABLE_PERSONAL_MODEL
        ),
    )


def _said(looked: Looked) -> str:
    if not looked.inspected:
        return ""
    opened = f", {looked.incidents} incidents opened" if looked.incidents else ""
    apart = f", {looked.uncompared} not compared with their pages" if looked.uncompared else ""
    return f"{looked.inspected} inspected{opened}{apart}"
