"""Contradictions between what was answered: found by the system, settled and opened again by people."""

from answerable.actions.casework.clashing.exporting import export_clashes
from answerable.actions.casework.clashing.finding import LookedThrough, find_clashes
from answerable.actions.casework.clashing.settling import (
    ClashNotFound,
    TooLate,
    reopen_clash,
    settle_clash,
)

__all__ = [
    "ClashNotFound",
    "LookedThrough",
    "TooLate",
    "export_clashes",
    "find_clashes",
    "reopen_clash",
    "settle_clash",
]
