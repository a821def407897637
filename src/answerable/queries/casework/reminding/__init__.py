"""What a person is to be reminded of on a day: what is due, and what waits for them."""

from collections.abc import Collection, Iterable

from answerable.domain.roles import Actor, Role, Stage
from answerable.queries.casework.mail_choices import MailChoiceRow
from answerable.queries.casework.reminding.due import due_requests
from answerable.queries.casework.reminding.rows import (
    Reminder,
    ReminderDay,
    ReminderGroup,
    ReminderLine,
    Why,
)
from answerable.queries.casework.reminding.waiting import WAITING, waiting_for
from answerable.queries.casework.visible import requests_seen_by

__all__ = [
    "WAITING",
    "Reminder",
    "ReminderDay",
    "ReminderGroup",
    "ReminderLine",
    "Why",
    "reminder_of",
    "waiting_for",
]

_ENDED = (Stage.SENT, Stage.CLOSED)


def reminder_of(
    person: Actor, wants: MailChoiceRow, *, day: ReminderDay, working: Collection[str]
) -> Reminder:
    """Return what a person is reminded of in the morning, as far as they want it.

    `working` are the keys of all officers who still work here. Of a restricted request only those are
    reminded who are named in it.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    in_hand = requests_seen_by(person).exclude(stage__in=_ENDED)
    own: list[ReminderGroup] = []
    nobodys: list[ReminderGroup] = []
    if Role.OFFICER in person.roles:
        own += due_requests(in_hand.filter(officer=person.key), day)
    if Role.MANAGER in person.roles:
        # Whoever left has nothing any more: what stands under their name is nobody's.
        nobodys += due_requests(in_hand.exclude(officer__in=working), day)
    waiting = waiting_for(person) if wants.waiting and not wants.at_once else ()
    return Reminder((*_wanted(own, wants), *waiting), tuple(_wanted(nobodys, wants)))


def _wanted(found: Iterable[ReminderGroup], wants: MailChoiceRow) -> Iterable[ReminderGroup]:
    """Yield the groups that name a request and that somebody wants to read."""
    for one in found:
        if one.lines and (wants.overdue if one.why is Why.OVERDUE else wants.due):
            yield one
