"""Messages brought in on a day in October, and what became of them."""

import datetime as dt

from answerable.actions.casework import Arrival, read_waiting, record_events, store_message
from answerable.domain.clock import shipped_holidays
from answerable.domain.clock.written import events_of
from answerable.queries.casework import request_page

AT = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)
TABLE = shipped_holidays()


def arrive(data, *, name="a.eml", channel="email", on=None, sender="", at=AT):
    """Bring a message in and read what waits; return what became of each."""
    store_message(data, Arrival(name, channel, on, sender), by="an officer", at=at)
    return list(read_waiting(at=at))


def page(reference="2025-0001"):
    """Return a request as officers see it."""
    return request_page(reference, table=TABLE)


def record(*events, labels=(), reference="2025-0001"):
    """Record what happened to questions of a request, or to all."""
    return record_events(reference, labels, events_of(events), table=TABLE, by="an officer", at=AT)
