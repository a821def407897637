"""Let people choose of what they are told by mail."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.records.casework.models import MailChoice


def choose_mail(*, reminders: bool, changes: bool, doing: Doing) -> None:
    """Let whoever does this be reminded of what is due, and told of changes, or not."""
    with transaction.atomic():
        choice = locked_choice(doing.by.key)
        if (choice.wants_reminders, choice.wants_changes) == (reminders, changes):
            return
        choice.wants_reminders, choice.wants_changes = reminders, changes
        choice.save()
        record(
            "mail chosen",
            subject=f"person {doing.by.key}",
            by=doing.by.key,
            at=doing.at,
            data={"reminders": reminders, "changes": changes},
        )


def locked_choice(key: str) -> MailChoice:
    """Return what somebody chose, or the defaults, locked until the transaction ends."""
    MailChoice.objects.get_or_create(key=key)
    return MailChoice.objects.select_for_update().get(key=key)
