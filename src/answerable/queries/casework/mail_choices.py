"""Of what people chose to be told by mail."""

from dataclasses import dataclass

from answerable.records.casework.models import MailChoice


@dataclass(frozen=True, slots=True)
class MailChoiceRow:
    """Of what somebody is told by mail."""

    reminders: bool
    changes: bool


def mail_choice_of(key: str) -> MailChoiceRow:
    """Return what somebody chose, or the defaults if they never did."""
    found = MailChoice.objects.filter(key=key).first() or MailChoice(key=key)
    return MailChoiceRow(found.wants_reminders, found.wants_changes)
