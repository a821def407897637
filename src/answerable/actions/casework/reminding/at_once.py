"""Tell those who want it at once what has begun to wait for them: each thing once while it waits."""

from collections.abc import Iterable

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.mail_choices import locked_choice
from answerable.actions.casework.reminding.staff import (
    is_night,
    is_written_to,
    series_of,
    staff,
)
from answerable.actions.casework.reminding.words import at_once_text, counted
from answerable.actions.ledger import record
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.roles import Actor
from answerable.queries.casework.mail_choices import (
    choice_row,
    keys_of_those_who_want_it_at_once,
)
from answerable.queries.casework.reminding import ReminderGroup, waiting_for


def tell_what_waits(doing: Doing) -> int:
    """Tell people what waits for them and did not before; return how many mails that were.

    It can run as often as anybody likes: what is new follows from what each was told. What begins to
    wait in the night, or on a day on which somebody is not written to, is told with the next mail.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    if is_night(doing):
        return 0
    keys = keys_of_those_who_want_it_at_once()
    return sum(_tell(one, doing) for one in staff() if one.key in keys)


def _tell(person: Actor, doing: Doing) -> bool:
    """Tell one person, if something is new to them; return whether a mail goes."""
    with transaction.atomic():
        choice = locked_choice(person.key)
        wants = choice_row(choice)
        if not (wants.waiting and wants.at_once and is_written_to(wants, doing)):
            return False
        groups = waiting_for(person)
        now = [_spelled(group, line.reference) for group in groups for line in group.lines]
        new = _untold(groups, frozenset(choice.told))
        if now == choice.told:
            return False
        choice.told, choice.mails = now, choice.mails + bool(new)
        choice.save(update_fields=["told", "mails"])
        if not new:
            return False
        _write(person, new, choice.mails, doing)
    return True


def _untold(groups: Iterable[ReminderGroup], told: frozenset[str]) -> tuple[ReminderGroup, ...]:
    new = (
        ReminderGroup(
            one.why, tuple(line for line in one.lines if _spelled(one, line.reference) not in told)
        )
        for one in groups
    )
    return tuple(one for one in new if one.lines)


def _spelled(group: ReminderGroup, reference: str) -> str:
    return f"{group.why}: {reference}"


def _write(person: Actor, groups: tuple[ReminderGroup, ...], number: int, doing: Doing) -> None:
    mail = Mail(
        f"{series_of(person, 'waiting')}{number}",
        person.key,
        f"{counted(groups)}: waiting for you",
        at_once_text(person, groups),
    )
    write_mail(mail, at=doing.at)
    record(
        "person told what waits",
        subject=f"person {person.key}",
        by=doing.by.key,
        at=doing.at,
        data={group.why.value: len(group.lines) for group in groups},
    )
