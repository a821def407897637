"""A job on imports: read files of the runs that wait, for most of a minute."""

import time

from django.utils import timezone

from answerable.actions.imports import runs_to_work, work_run, worker_name
from answerable.actions.search_index import refresh_index

_AT_MOST = 45
"""Seconds: mail and all else get their turn each minute, where there is one worker."""


def read_imports() -> str:
    """Read files of the runs that wait, and say how many were settled; several workers may do so at once."""
    runs = runs_to_work()
    if not runs:
        return ""
    until = time.monotonic() + _AT_MOST
    count = 0
    with worker_name() as worker:
        for run in runs:
            count += work_run(
                run, worker=worker, clock=timezone.now, goes_on=lambda: time.monotonic() < until
            )
    if count:
        refresh_index(at=timezone.now())
    return f"{count} files settled" if count else ""
