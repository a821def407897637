"""Remind people once a working day of what is due: one mail each, however long the worker slept."""

import hashlib

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.mail_choices import locked_choice
from answerable.actions.ledger import record
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.clock import CalendarName
from answerable.domain.clock.steps import long_date
from answerable.domain.roles import Actor, Role
from answerable.queries.accounts import people
from answerable.queries.casework.reminding import (
    Reminder,
    ReminderDay,
    ReminderGroup,
    ReminderLine,
    Why,
    reminder_of,
)
from answerable.records.casework.models import MailChoice, Outgoing

FIRST_HOUR = 7
"""Nobody is written to in the night: what came until the morning stands in the same mail."""
MOST_LINES = 50
"""What nobody can do in a day is counted, and not listed."""

_ROLES = frozenset({Role.OFFICER, Role.MANAGER})


def remind_people(doing: Doing, *, draft_days: int) -> int:
    """Remind everybody who has something due; return how many mails that were.

    It can run as often as anybody likes: what is said follows from the dates, and each gets one mail
    a day. Nobody is reminded on a day that does not count.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    is_early = localtime(doing.at).hour < FIRST_HOUR
    if is_early or not doing.table.calendar(CalendarName.UK_ANY).is_working(doing.on):
        return 0
    done = set(MailChoice.objects.filter(reminded_on__gte=doing.on).values_list("key", flat=True))
    staff = _staff()
    working = {one.key for one in staff if Role.OFFICER in one.roles}
    day = ReminderDay(doing.on, doing.table, draft_days)
    return sum(_remind(one, day, working, doing) for one in staff if one.key not in done)


def _staff() -> list[Actor]:
    return [
        Actor(row.email, row.name, frozenset(row.roles))
        for row in people()
        if row.is_active and _ROLES & set(row.roles)
    ]


def _remind(person: Actor, day: ReminderDay, working: set[str], doing: Doing) -> bool:
    """Remind one person, if they want it and nobody else has meanwhile; return whether a mail goes."""
    with transaction.atomic():
        choice = locked_choice(person.key)
        if choice.reminded_on and choice.reminded_on >= day.today:
            return False
        choice.reminded_on = day.today
        choice.save(update_fields=["reminded_on"])
        if not choice.wants_reminders:
            return False
        reminder = reminder_of(person, day=day, working=working)
        if reminder.is_empty:
            return False
        _write(person, reminder, doing)
    return True


def _write(person: Actor, reminder: Reminder, doing: Doing) -> None:
    digest = hashlib.sha256(person.key.encode()).hexdigest()[:16]
    series = f"reminder {digest} "
    # Mail that could not leave for days must not come all at once: the latest says it all.
    Outgoing.objects.filter(key__startswith=series, state=Outgoing.State.WAITING).update(
        state=Outgoing.State.STOPPED, problem="A later reminder took its place"
    )
    subject = f"{_counted(reminder)}: your requests on {long_date(doing.on)}"
    write_mail(
        Mail(f"{series}{doing.on}", person.key, subject, _text(person, reminder)), at=doing.at
    )
    record(
        "person reminded",
        subject=f"person {person.key}",
        by=doing.by.key,
        at=doing.at,
        data={"own": _totals(reminder.own), "nobodys": _totals(reminder.nobodys)},
    )


def _totals(groups: tuple[ReminderGroup, ...]) -> dict[str, int]:
    return {group.why.value: len(group.lines) for group in groups}


def _counted(reminder: Reminder) -> str:
    """Return the most urgent of what is said, such as `2 overdue`."""
    groups = sorted((*reminder.own, *reminder.nobodys), key=lambda one: list(Why).index(one.why))
    first = groups[0].why
    return f"{sum(len(one.lines) for one in groups if one.why is first)} {first}"


_HEADINGS = {
    Why.OVERDUE: "Overdue",
    Why.TODAY: "Due today",
    Why.SOON: "Due within three working days",
    Why.DRAFT_LATE: "The draft is late",
    Why.CAME_BACK: "Sent back to you",
    Why.OFFERED: "Waiting for you to accept",
}


def _text(person: Actor, reminder: Reminder) -> str:
    """Return the mail: references and dates only, for mail is read on telephones and passed on."""
    parts = [f"Hello {person.name},", *map(_part, reminder.own)]
    if reminder.nobodys:
        parts += ["Nobody works on these requests:", *map(_part, reminder.nobodys)]
    parts += [
        f"All of it: {settings.ANSWERABLE_ADDRESS}/work/",
        f"To get no reminders: {settings.ANSWERABLE_ADDRESS}/account/mail",
    ]
    return "\n\n".join(parts) + "\n"


def _part(group: ReminderGroup) -> str:
    listed = [f"    {_line(one, group.why)}" for one in group.lines[:MOST_LINES]]
    more = len(group.lines) - MOST_LINES
    return "\n".join(
        [_HEADINGS[group.why], *listed, *([f"    and {more} more"] if more > 0 else [])]
    )


def _line(line: ReminderLine, why: Why) -> str:
    if line.on is None:
        return line.reference
    word = "draft by" if why is Why.DRAFT_LATE else "answer by"
    return f"{line.reference}, {word} {long_date(line.on)}"
