"""Requests that ended long ago, and people who may list them, approve that, and hold them."""

import datetime as dt

from answerable.actions.casework import close_questions, mark_seen
from answerable.actions.casework.retaining import approve_disposal, list_disposal
from answerable.domain.retention import standard_schedule
from answerable.domain.roles.people import MACHINE
from tests.support import scenes
from tests.support.casework import INTAKE, MANAGER, OFFICER, REF, arrive, begun, doing_by
from tests.support.letters import make_mail

LATER = dt.datetime(2027, 10, 6, 9, 0, tzinfo=dt.UTC)
"""Two years after the day of all tests: what was closed then may go."""
SCHEDULE = standard_schedule()


def later(actor, *, at=LATER):
    """Return who does something when the time is over."""
    return doing_by(actor, at=at)


def closed(number=1):
    """Take a request in and close it without an answer; return its reference."""
    address = f"Bo <bo{number}@example.org>"
    mail = make_mail(Message_ID=f"<c{number}@x.example>", From=address, Subject=f"Pens {number}")
    (taken,) = arrive(mail)
    close_questions(taken.reference, ("1", "2"), reason="Withdrawn", doing=doing_by(INTAKE))
    return taken.reference


def listed():
    """Let a list be made of what may go; return its number."""
    return list_disposal(schedule=SCHEDULE, doing=later(INTAKE))


def approved():
    """Let a list be made and approved; return its number."""
    number = listed()
    approve_disposal(number, doing=later(MANAGER))
    return number


def answered():
    """Answer the first request by post, so that it may go three years later."""
    scenes.posted()
    mark_seen(REF, doing=doing_by(OFFICER))
    return REF


def machine(*, at=LATER):
    """Return the worker when the time is over."""
    return doing_by(MACHINE, at=at)


def opened():
    """Take a request in that an officer works on; return its reference."""
    return begun()
