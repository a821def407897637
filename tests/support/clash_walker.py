"""A process of its own that finds, settles and finds again, is killed on the way, and goes on.

`clash_walker points` prints of which kind each point of one way is; `clash_walker walk N…` is killed at each.
"""

import json
import os
import signal
import sys
from importlib import import_module

import django

from tests.support.forked import in_child

_SPARE = 999


def points():
    """Print of which kind each point of a whole way is."""
    in_child(lambda: _way(0))
    in_child(_counted)


def walk(*numbers):
    """Go the way of a contradiction to each of these points and be killed there, then go on to its end."""
    for number in map(int, numbers):
        how = in_child(lambda number=number: _killed(number))
        assert os.WTERMSIG(how) == signal.SIGKILL, f"Point {number} was never reached"
        in_child(lambda number=number: _way(number + 1))


def _counted():
    from tests.support.faults import Faults

    _begin(_SPARE)
    faults = Faults().watch()
    _way(_SPARE)
    print(json.dumps(faults.points), flush=True)


def _killed(number):
    from tests.support.faults import Faults

    _begin(number + 1)
    Faults(number).watch()
    _way(number + 1)


def _words(number):
    """Return words that no other way has: letters alone, since figures would make them alike."""
    named = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03d}")
    return f"Who maintains the zq{named} lifts?"


def _begin(number):
    """Let an answer be in the log, and a refusal of the same."""
    from answerable.records.archive.models import Entry
    from tests.support.clashes import refused, told

    ref = f"8{number:05d}"
    if not Entry.objects.filter(ref=f"{ref}2").exists():
        told(f"{ref}1", text=_words(number))
        refused(f"{ref}2", text=_words(number))


def _way(number):
    """Go the whole way, from wherever it is: what was done already is not done again."""
    from answerable.actions.casework.clashing import settle_clash
    from answerable.domain.precedent.settling import Because
    from answerable.records.archive.models import Entry
    from answerable.records.casework.models import Clash
    from tests.support.casework import OFFICER
    from tests.support.clashes import doing, found, refused

    _begin(number)
    found()
    ref = f"8{number:05d}2"
    row = Clash.objects.get(other_entry__ref=ref)
    if row.settled_at is None:
        settle_clash(row.pk, Because.LAW, "There is a new code.", doing=doing(OFFICER))
    if Entry.objects.get(ref=ref).version == 1:
        refused(ref, text=_words(number), limb="43(2)")
    found()


if __name__ == "__main__":
    os.environ.setdefault("ANSWERABLE_BODY", "OPA")
    django.setup()
    # Loaded here, once: each child then begins with what it needs.
    import_module("tests.support.clashes")
    {"points": points, "walk": walk}[sys.argv[1]](*sys.argv[2:])
