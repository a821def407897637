"""A process of its own that publishes, corrects and withdraws entries, is killed on the way and goes on.

`log_walker points` prints of which kind each point of one way is; `log_walker walk N…` is killed at each.
"""

import datetime as dt
import json
import os
import signal
import sys
from importlib import import_module

import django

from tests.support.forked import in_child

_LATER = dt.timedelta(minutes=10)
"""Longer than a step waits after it failed once."""


def points():
    """Print of which kind each point of a whole way is."""
    _in_child(lambda: _way("2025-0001"))
    _in_child(_counted)


def walk(*numbers):
    """Go the way of an entry to each of these points and be killed there, then go on to its end."""
    for number in map(int, numbers):
        how = _in_child(lambda number=number: _killed(number))
        assert os.WTERMSIG(how) == signal.SIGKILL, f"Point {number} was never reached"
        _in_child(lambda number=number: _way(_reference(number)), later=_LATER)


def _counted():
    from tests.support.faults import Faults

    _begin("2025-0002")
    faults = Faults().watch()
    _way("2025-0002")
    print(json.dumps(faults.points), flush=True)


def _killed(number):
    from tests.support.faults import Faults

    _begin(_reference(number))
    Faults(number).watch()
    _way(_reference(number))


def _reference(number):
    return f"2025-{number + 100:04d}"


def _begin(reference):
    """Let there be a validated entry with a file."""
    from answerable.records.casework.models import LogDraft
    from tests.support.log_drafts import validated, with_file

    if not LogDraft.objects.filter(request__reference=reference).exists():
        with_file(validated(reference))


def _way(reference):
    """Go the whole way of an entry, from wherever it is: what was done already is refused."""
    from django.utils import timezone

    from answerable.actions.casework.publishing.correcting import Corrected, correct
    from answerable.actions.casework.publishing.steps import publish
    from answerable.actions.casework.publishing.taking_out import withdraw
    from tests.support.casework import MANAGER, OFFICER, doing_by
    from tests.support.log_drafts import work

    _begin(reference)
    at = timezone.now()
    by = doing_by(MANAGER, at=at)
    if _draft(reference).state == "validated":
        publish(reference, 1, doing=by)
    work(at=at)
    if _draft(reference).number == 1:
        words = Corrected("It was misspelt", "Cycles")
        correct(reference, 1, words, doing=doing_by(OFFICER, at=at))
    work(at=at)
    if _draft(reference).state == "published":
        withdraw(reference, reason="It named a person", doing=by)
    work(at=at)


def _draft(reference):
    from answerable.records.casework.models import LogDraft

    return LogDraft.objects.get(request__reference=reference)


def _in_child(do, *, later=dt.timedelta(0)):
    """Do something in a process of its own on the day of all tests, or some time after it."""
    from tests.support.casework import AT

    return in_child(do, at=AT + later)


if __name__ == "__main__":
    os.environ.setdefault("ANSWERABLE_BODY", "OPA")
    django.setup()
    # Loaded here, once: each child then begins with what it needs.
    import_module("tests.support.log_drafts")
    {"points": points, "walk": walk}[sys.argv[1]](*sys.argv[2:])
