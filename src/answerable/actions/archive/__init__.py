"""Keep what was read; correct it; take it out of the published log and put it back."""

from answerable.actions.archive.documents import ImportRefused
from answerable.actions.archive.importing import import_reading, keep_reading
from answerable.actions.archive.mending import CorrectionRefused, EntryNotFound, correct_entry
from answerable.actions.archive.reports import ImportReport
from answerable.actions.archive.withdrawing import (
    WithdrawalRefused,
    publish_due,
    restore_entry,
    withdraw_entry,
)

__all__ = [
    "CorrectionRefused",
    "EntryNotFound",
    "ImportRefused",
    "ImportReport",
    "WithdrawalRefused",
    "correct_entry",
    "import_reading",
    "keep_reading",
    "publish_due",
    "restore_entry",
    "withdraw_entry",
]
