"""Questions: the unit of work, and how paper numbers them."""

from answerable.domain.questions.labels import (
    PrintedLabel,
    inline_labels,
    leading_label,
    named_labels,
)
from answerable.domain.questions.numbering import Bullet, Numbered, canonical_label, numbered
from answerable.domain.questions.personal import Found, PersonalKind, personal_data_in
from answerable.domain.questions.splitting import AskedQuestion, SplitRequest, split_questions

__all__ = [
    "AskedQuestion",
    "Bullet",
    "Found",
    "Numbered",
    "PersonalKind",
    "PrintedLabel",
    "SplitRequest",
    "canonical_label",
    "inline_labels",
    "leading_label",
    "named_labels",
    "numbered",
    "personal_data_in",
    "split_questions",
]
