"""Let people choose of what they are told by mail."""

from dataclasses import asdict

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.queries.casework.mail_choices import MailChoiceRow, choice_row
from answerable.records.casework.models import MailChoice

_COLUMNS = {
    "reminders": "wants_reminders",
    "due": "wants_due",
    "soon_days": "soon_days",
    "overdue": "wants_overdue",
    "waiting": "wants_waiting",
    "at_once": "is_at_once",
    "any_day": "any_day",
    "changes": "wants_changes",
}


def choose_mail(chosen: MailChoiceRow, *, doing: Doing) -> None:
    """Let whoever does this be told by mail of what they chose, and of nothing else."""
    with transaction.atomic():
        choice = locked_choice(doing.by.key)
        if choice_row(choice) == chosen:
            return
        said = asdict(chosen)
        for name, column in _COLUMNS.items():
            setattr(choice, column, said[name])
        choice.save()
        record(
            "mail chosen",
            subject=f"person {doing.by.key}",
            by=doing.by.key,
            at=doing.at,
            data=said,
        )


def locked_choice(key: str) -> MailChoice:
    """Return what somebody chose, or the defaults, locked until the transaction ends."""
    MailChoice.objects.get_or_create(key=key)
    return MailChoice.objects.select_for_update().get(key=key)
