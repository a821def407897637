"""Remind people once a day of what is due and what waits: one mail each, however long the worker slept."""

from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.mail_choices import locked_choice
from answerable.actions.casework.reminding.staff import (
    is_night,
    is_written_to,
    series_of,
    staff,
)
from answerable.actions.casework.reminding.words import counted, morning_text
from answerable.actions.ledger import record
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.clock.steps import long_date
from answerable.domain.roles import Actor, Role
from answerable.queries.casework.mail_choices import MailChoiceRow, choice_row
from answerable.queries.casework.reminding import (
    Reminder,
    ReminderDay,
    ReminderGroup,
    reminder_of,
)
from answerable.records.casework.models import MailChoice, Outgoing


@dataclass(frozen=True, slots=True)
class _Office:
    """What is the same for everybody: who does it, how early drafts are due, which officers work here."""

    doing: Doing
    draft_days: int
    working: frozenset[str]

    def reminder(self, person: Actor, wants: MailChoiceRow) -> Reminder:
        """Return what somebody is reminded of."""
        day = ReminderDay(self.doing.on, self.doing.table, self.draft_days, wants.soon_days)
        return reminder_of(person, wants, day=day, working=self.working)


def remind_people(doing: Doing, *, draft_days: int) -> int:
    """Remind everybody who has something due or waiting; return how many mails that were.

    It can run as often as anybody likes: what is said follows from what is so on the day, and each gets one
    mail a day. On a day that does not count only those are reminded who want it.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    if is_night(doing):
        return 0
    done = set(MailChoice.objects.filter(reminded_on__gte=doing.on).values_list("key", flat=True))
    everybody = staff()
    working = frozenset(one.key for one in everybody if Role.OFFICER in one.roles)
    office = _Office(doing, draft_days, working)
    return sum(_remind(one, office) for one in everybody if one.key not in done)


def _remind(person: Actor, office: _Office) -> bool:
    """Remind one person, if they want it and nobody else has meanwhile; return whether a mail goes."""
    doing = office.doing
    with transaction.atomic():
        choice = locked_choice(person.key)
        if choice.reminded_on and choice.reminded_on >= doing.on:
            return False
        choice.reminded_on = doing.on
        choice.save(update_fields=["reminded_on"])
        wants = choice_row(choice)
        if not is_written_to(wants, doing):
            return False
        reminder = office.reminder(person, wants)
        if reminder.is_empty:
            return False
        _write(person, reminder, wants, doing)
    return True


def _write(person: Actor, reminder: Reminder, wants: MailChoiceRow, doing: Doing) -> None:
    series = series_of(person, "reminder")
    # Mail that could not leave for days must not come all at once: the latest says it all.
    Outgoing.objects.filter(key__startswith=series, state=Outgoing.State.WAITING).update(
        state=Outgoing.State.STOPPED, problem="A later reminder took its place"
    )
    said = counted((*reminder.own, *reminder.nobodys))
    subject = f"{said}: your requests on {long_date(doing.on)}"
    text = morning_text(person, reminder, soon_days=wants.soon_days)
    write_mail(Mail(f"{series}{doing.on}", person.key, subject, text), at=doing.at)
    record(
        "person reminded",
        subject=f"person {person.key}",
        by=doing.by.key,
        at=doing.at,
        data={"own": _totals(reminder.own), "nobodys": _totals(reminder.nobodys)},
    )


def _totals(groups: tuple[ReminderGroup, ...]) -> dict[str, int]:
    return {group.why.value: len(group.lines) for group in groups}
