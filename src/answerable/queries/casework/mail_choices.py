"""Of what people chose to be told by mail."""

from dataclasses import dataclass

from answerable.records.casework.models import MailChoice


@dataclass(frozen=True, slots=True)
class MailChoiceRow:
    """Of what somebody is told by mail.

    Without `reminders` neither of what is `due` or overdue nor of what waits for them. What is due is said
    `soon_days` working days ahead; what waits `at_once`, or in the mail of the morning.
    """

    reminders: bool = True
    due: bool = True
    soon_days: int = 3
    overdue: bool = True
    waiting: bool = True
    at_once: bool = False
    any_day: bool = False
    changes: bool = False


def mail_choice_of(key: str) -> MailChoiceRow:
    """Return what somebody chose, or the defaults if they never did."""
    return choice_row(MailChoice.objects.filter(key=key).first() or MailChoice(key=key))


def choice_row(choice: MailChoice) -> MailChoiceRow:
    """Return what a row says."""
    return MailChoiceRow(
        reminders=choice.wants_reminders,
        due=choice.wants_due,
        soon_days=choice.soon_days,
        overdue=choice.wants_overdue,
        waiting=choice.wants_waiting,
        at_once=choice.is_at_once,
        any_day=choice.any_day,
        changes=choice.wants_changes,
    )


def keys_of_those_who_want_it_at_once() -> frozenset[str]:
    """Return the keys of those who want to be told at once of what waits for them."""
    found = MailChoice.objects.filter(wants_reminders=True, wants_waiting=True, is_at_once=True)
    return frozenset(found.values_list("key", flat=True))
