"""Keep what was read; correct it; take it out of the published log and put it back."""

from answerable.actions.archive.importing import ImportReport, import_reading
from answerable.actions.archive.mending import (
    CorrectionRefused,
    EntryNotFound,
    WithdrawalRefused,
    correct_entry,
    restore_entry,
    withdraw_entry,
)

__all__ = [
    "CorrectionRefused",
    "EntryNotFound",
    "ImportReport",
    "WithdrawalRefused",
    "correct_entry",
    "import_reading",
    "restore_entry",
    "withdraw_entry",
]
