"""A process of its own that disposes of requests, is killed on the way, and goes on: `points`, `kill N…`."""

import json
import os
import signal
import sys
from importlib import import_module

import django

from tests.support.forked import in_child


def points():
    """Print of which kind each point of disposing of one request is, from the list to its end."""
    in_child(_counted)


def kill(*numbers):
    """Dispose of a request and be killed at each of these points; print what was left, and go on."""
    for number in map(int, numbers):
        how = in_child(lambda number=number: _killed(number))
        assert os.WTERMSIG(how) == signal.SIGKILL, f"Point {number} was never reached"
        in_child(_gone_on)


def _prepared():
    from answerable.records.casework.models import DisposalItem
    from tests.support.ended import approved, closed

    closed(DisposalItem.objects.count() + 1)
    approved()


def _counted():
    from tests.support.faults import Faults

    _prepared()
    faults = Faults().watch()
    _dispose()
    print(json.dumps(faults.points), flush=True)


def _killed(number):
    from tests.support.faults import Faults

    _prepared()
    Faults(number).watch()
    _dispose()


def _gone_on():
    _told()
    _dispose()
    _told()


def _dispose():
    from answerable.actions.casework.retaining import dispose_approved, finish_disposals
    from tests.support.ended import SCHEDULE, machine

    dispose_approved(schedule=SCHEDULE, doing=machine())
    finish_disposals(doing=machine())


def _told():
    """Print what there is of the last request that was listed, and whether the ledger stands."""
    from answerable.queries.ledger import checked_lines
    from answerable.records.casework.models import (
        DisposalItem,
        DisposedRequest,
        Message,
        Question,
        Request,
        Requester,
    )
    from answerable.records.ledger.models import LedgerLine

    item = DisposalItem.objects.select_related("disposal").latest("pk")
    lines = LedgerLine.objects.filter(subject=f"request {item.reference}")
    *_, checked = checked_lines()
    said = {
        "item": item.state,
        "list": item.disposal.state,
        "rows": [one.objects.count() for one in (Request, Question, Message, Requester)],
        "stubs": DisposedRequest.objects.filter(reference=item.reference).count(),
        "lines": lines.filter(action="request disposed of").count(),
        "problems": list(checked.problems),
    }
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    # Loaded once for all that are forked: no connection is opened by it.
    django.setup()
    for one in ("tests.support.ended", "tests.support.faults", "answerable.queries.ledger"):
        import_module(one)
    {"points": points, "kill": kill}[sys.argv[1]](*sys.argv[2:])
