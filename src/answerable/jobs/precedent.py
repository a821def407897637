"""A job on what was answered: find answers that contradict each other, for most of a minute."""

import time

from django.utils import timezone

from answerable.actions.casework.clashing import LookedThrough, find_clashes

_AT_MOST = 45
"""Seconds: mail and all else get their turn each minute, where there is one worker."""


def find_contradictions() -> str:
    """Look through what changed for contradictions, and say how many were found; the rest is for the next run."""
    until = time.monotonic() + _AT_MOST
    looked = find_clashes(at=timezone.now(), goes_on=lambda: time.monotonic() < until)
    if looked == LookedThrough():
        return ""
    said = [f"{looked.questions} questions compared", f"{looked.found} contradictions found"]
    if looked.reopened:
        said.append(f"{looked.reopened} open again")
    if looked.gone:
        said.append(f"{looked.gone} gone")
    if not looked.is_done:
        said.append("the rest is for the next run")
    return ", ".join(said)
