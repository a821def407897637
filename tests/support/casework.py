"""Messages brought in on a day in October, and what became of them."""

import datetime as dt

from answerable.actions.casework import (
    Arrival,
    Doing,
    Draft,
    accept_request,
    assign_request,
    put_forward,
    read_waiting,
    record_events,
    store_message,
    write_decision,
)
from answerable.domain.clock import shipped_holidays
from answerable.domain.clock.written import events_of
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.roles import Actor, Role
from answerable.domain.roles.people import keeper
from answerable.queries.casework import request_page
from tests.support.decisions import whole_ground
from tests.support.letters import make_mail

AT = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)
TABLE = shipped_holidays()
REF = "2025-0001"
"""The reference of the first request that comes in."""
KEEPER = keeper("an officer")


def doing_by(actor=KEEPER, *, at=AT):
    """Return who does something, and when: somebody who may do all, if nobody is named."""
    return Doing(actor, at, TABLE)


def somebody(name, *roles):
    """Return a person of the office with some roles."""
    return Actor(f"{name.lower()}@body.example", name, frozenset(map(Role, roles)))


OFFICER = somebody("Olive", "officer")
OTHER_OFFICER = somebody("Omar", "officer")
CHECKER = somebody("Cora", "checker")
MANAGER = somebody("Mary", "manager")
INTAKE = somebody("Ina", "intake")
AUDITOR = somebody("Ada", "auditor")
ANALYST = somebody("Nadia", "analyst")
QUALITY_LEAD = somebody("Quentin", "quality lead")
ELEMENT_OWNER = somebody("Elin", "element owner")
STANDARDS_READER = somebody("Rhian", "standards reader")


def arrive(data, *, name="a.eml", channel="email", on=None, sender="", at=AT):
    """Bring a message in and read what waits; return what became of each."""
    store_message(data, Arrival(name, channel, on, sender), by="an officer", at=at)
    return list(read_waiting(doing=doing_by(at=at)))


def page(reference=REF):
    """Return a request as officers see it."""
    return request_page(reference, table=TABLE)


def record(*events, labels=(), reference=REF):
    """Record what happened to questions of a request, or to all."""
    return record_events(reference, labels, events_of(events), doing=doing_by())


def begun(text="1. How many?\n2. Who pays?", *, officer=OFFICER):
    """Take a request in, give it to an officer who accepts it, and return its reference."""
    (taken,) = arrive(make_mail(text=text))
    assign_request(taken.reference, officer=officer, doing=doing_by(MANAGER))
    accept_request(taken.reference, doing=doing_by(officer))
    return taken.reference


DISCLOSED = Draft(Decision((Outcome.DISCLOSED,)), "There are twelve.")
WITHHELD = Draft(Decision((Outcome.WITHHELD,), (whole_ground("31(1)(a)"),)))


def drafted(*labels, draft=DISCLOSED, officer=OFFICER, **about):
    """Take a request in, and bring the questions of these labels to drafted."""
    reference = begun(officer=officer, **about)
    for label in labels:
        write_decision(reference, label, draft, doing=doing_by(officer))
    put_forward(reference, labels, doing=doing_by(officer))
    return reference
