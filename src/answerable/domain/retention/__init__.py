"""How long a request is kept, and why: by how it ended, counted from the last thing that happened."""

from answerable.domain.retention.keeping import Ended, Kept, ends_of_question, kept_until
from answerable.domain.retention.schedule import (
    End,
    RetentionRefused,
    RetentionRule,
    Schedule,
    own_schedule,
    standard_schedule,
)

__all__ = [
    "End",
    "Ended",
    "Kept",
    "RetentionRefused",
    "RetentionRule",
    "Schedule",
    "ends_of_question",
    "kept_until",
    "own_schedule",
    "standard_schedule",
]
