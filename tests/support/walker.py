"""A process of its own that walks journeys, is killed on the way and goes on: `walker points`, `walker walk N…`."""

import datetime as dt
import json
import os
import signal
import sys
from importlib import import_module

import django

from tests.support.forked import in_child

LATER = dt.timedelta(hours=2)
"""Longer than a mail may be on its way: what was handed over and not recorded is in doubt by then."""


def points():
    """Print of which kind each point of a whole journey is."""
    _in_child(_prepare)
    _in_child(_counted)


def walk(*numbers):
    """Walk a journey to each of these points and be killed there, then go on with it to its end."""
    for number in map(int, numbers):
        how = _in_child(lambda number=number: _walked(number))
        assert os.WTERMSIG(how) == signal.SIGKILL, f"Point {number} was never reached"
        _in_child(lambda number=number: _gone_on(number), later=LATER)


def settle(*words):
    """Let somebody who looked say what became of mails in doubt: `went KEY` or `again KEY`, in turn."""
    _in_child(lambda: _settled(words), later=2 * LATER)


def _prepare():
    from tests.support.journey import prepare

    prepare()


def _counted():
    from tests.support.faults import Faults
    from tests.support.journey import Journey

    # The first of a site makes what the others find.
    Journey("first").go_on()
    faults = Faults().watch()
    Journey("counted").go_on()
    print(json.dumps(faults.points), flush=True)


def _walked(number):
    from tests.support.faults import Faults
    from tests.support.journey import Journey

    Faults(number).watch()
    Journey(number).go_on()


def _gone_on(number):
    from tests.support.journey import Journey

    Journey(number).go_on()


def _settled(words):
    from tests.support.journey import settle_mail

    for how, key in zip(words[::2], words[1::2], strict=True):
        settle_mail(key, went=how == "went")


def _in_child(do, *, later=dt.timedelta(0)):
    """Do something in a process of its own on the day of all tests, or some time after it."""
    from tests.support.casework import AT

    return in_child(do, at=AT + later)


if __name__ == "__main__":
    django.setup()
    # Loaded here, once: each child then begins with what it needs.
    import_module("tests.support.journey")
    {"points": points, "walk": walk, "settle": settle}[sys.argv[1]](*sys.argv[2:])
