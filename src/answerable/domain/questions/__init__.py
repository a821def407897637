"""Questions: the unit of work, and how paper numbers them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from answerable.domain.questions.labels import (
    NUMERALS,
    PrintedLabel,
    behind_label,
    inline_labels,
    leading_label,
    named_labels,
)
from answerable.domain.questions.numbering import Bullet, Numbered, canonical_label, numbered

if TYPE_CHECKING:
    from answerable.domain.questions.personal import Found, PersonalKind, personal_data_in
    from answerable.domain.questions.splitting import AskedQuestion, SplitRequest, split_questions

__all__ = [
    "NUMERALS",
    "AskedQuestion",
    "Bullet",
    "Found",
    "Numbered",
    "PersonalKind",
    "PrintedLabel",
    "SplitRequest",
    "behind_label",
    "canonical_label",
    "inline_labels",
    "leading_label",
    "named_labels",
    "numbered",
    "personal_data_in",
    "split_questions",
]

_HOMES = {
    "AskedQuestion": "splitting",
    "Found": "personal",
    "PersonalKind": "personal",
    "SplitRequest": "splitting",
    "personal_data_in": "personal",
    "split_questions": "splitting",
}


def __getattr__(name: str) -> Any:
    """Return what is not needed to read a log when it is asked for: its many patterns take time to prepare."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
