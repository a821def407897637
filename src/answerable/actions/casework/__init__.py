"""What officers do with requests."""

from answerable.actions.casework.counting import recount_open
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.editing import (
    cut_question,
    merge_questions,
    reorder_questions,
    reword_question,
)
from answerable.actions.casework.happening import record_events
from answerable.actions.casework.locking import RequestNotFound
from answerable.actions.casework.looking import make_own_request, mark_seen
from answerable.actions.casework.taking_in import Arrival, TakenIn, read_waiting, store_message

__all__ = [
    "Arrival",
    "Doing",
    "RequestNotFound",
    "TakenIn",
    "cut_question",
    "make_own_request",
    "mark_seen",
    "merge_questions",
    "read_waiting",
    "record_events",
    "recount_open",
    "reorder_questions",
    "reword_question",
    "store_message",
]
