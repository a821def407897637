"""Messages brought in on a day in October, and what became of them."""

import datetime as dt

from answerable.actions.casework import (
    Arrival,
    Doing,
    read_waiting,
    record_events,
    store_message,
)
from answerable.domain.clock import shipped_holidays
from answerable.domain.clock.written import events_of
from answerable.domain.roles.people import keeper
from answerable.queries.casework import request_page

AT = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)
TABLE = shipped_holidays()
KEEPER = keeper("an officer")


def doing_by(actor=KEEPER, *, at=AT):
    """Return who does something, and when: somebody who may do all, if nobody is named."""
    return Doing(actor, at, TABLE)


def arrive(data, *, name="a.eml", channel="email", on=None, sender="", at=AT):
    """Bring a message in and read what waits; return what became of each."""
    store_message(data, Arrival(name, channel, on, sender), by="an officer", at=at)
    return list(read_waiting(doing=doing_by(at=at)))


def page(reference="2025-0001"):
    """Return a request as officers see it."""
    return request_page(reference, table=TABLE)


def record(*events, labels=(), reference="2025-0001"):
    """Record what happened to questions of a request, or to all."""
    return record_events(reference, labels, events_of(events), doing=doing_by())
