"""Who can be reminded, and at which hours of which days."""

import hashlib

from django.utils.timezone import localtime

from answerable.actions.casework.doing import Doing
from answerable.domain.clock import CalendarName
from answerable.domain.roles import Actor, Move, rule
from answerable.queries.accounts import people
from answerable.queries.casework.mail_choices import MailChoiceRow

FIRST_HOUR = 7
"""Nobody is written to in the night: what came until the morning stands in the same mail."""

_ROLES = frozenset(rule(Move.SEE).roles)


def staff() -> list[Actor]:
    """Return everybody who works here and may read requests."""
    return [
        Actor(row.email, row.name, frozenset(row.roles))
        for row in people()
        if row.is_active and _ROLES & set(row.roles)
    ]


def is_night(doing: Doing) -> bool:
    """Return whether it is too early to write to anybody."""
    return localtime(doing.at).hour < FIRST_HOUR


def is_written_to(wants: MailChoiceRow, doing: Doing) -> bool:
    """Return whether somebody is written to on this day: on working days, or on any if they want it.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    is_working = doing.table.calendar(CalendarName.UK_ANY).is_working(doing.on)
    return wants.reminders and (is_working or wants.any_day)


def series_of(person: Actor, what: str) -> str:
    """Return how the keys of all mails of a kind to a person begin."""
    digest = hashlib.sha256(person.key.encode()).hexdigest()[:16]
    return f"{what} {digest} "
