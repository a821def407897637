"""What officers do with requests."""

from answerable.actions.casework.acknowledging import acknowledge_waiting
from answerable.actions.casework.allocating import (
    AssignedRequest,
    accept_request,
    assign_many,
    assign_request,
    decline_request,
    take_request,
)
from answerable.actions.casework.attaching import (
    LARGEST_FILE,
    AttachedFile,
    attach_contributed,
    attach_file,
)
from answerable.actions.casework.clearing import (
    check_draft,
    clear_draft,
    clear_unchecked,
    close_questions,
    reopen_questions,
    send_back,
    take_back,
)
from answerable.actions.casework.counting import (
    recount_open,
)
from answerable.actions.casework.deciding import (
    DecisionNotLawful,
    Draft,
    put_forward,
    write_decision,
)
from answerable.actions.casework.doing import (
    Doing,
)
from answerable.actions.casework.editing import (
    cut_question,
    merge_questions,
    reorder_questions,
    reword_question,
)
from answerable.actions.casework.happening import (
    record_events,
)
from answerable.actions.casework.lettering import (
    LetterNotComplete,
    record_posted,
    rendered,
    send_letter,
    stop_letter,
)
from answerable.actions.casework.lines import (
    LineNotFound,
    LineRefused,
    Wording,
    change_line,
    keep_line,
    longest_use,
    retire_line,
)
from answerable.actions.casework.locking import (
    RequestNotFound,
)
from answerable.actions.casework.looking import (
    make_own_request,
    mark_seen,
)
from answerable.actions.casework.noting import (
    Asker,
    add_note,
    show_requester,
    validate_request,
)
from answerable.actions.casework.restricting import (
    lift_restriction,
    restrict_request,
)
from answerable.actions.casework.taking_in import (
    Arrival,
    TakenIn,
    read_waiting,
    store_message,
)

__all__ = [
    "LARGEST_FILE",
    "Arrival",
    "Asker",
    "AssignedRequest",
    "AttachedFile",
    "DecisionNotLawful",
    "Doing",
    "Draft",
    "LetterNotComplete",
    "LineNotFound",
    "LineRefused",
    "RequestNotFound",
    "TakenIn",
    "Wording",
    "accept_request",
    "acknowledge_waiting",
    "add_note",
    "assign_many",
    "assign_request",
    "attach_contributed",
    "attach_file",
    "change_line",
    "check_draft",
    "clear_draft",
    "clear_unchecked",
    "close_questions",
    "cut_question",
    "decline_request",
    "keep_line",
    "lift_restriction",
    "longest_use",
    "make_own_request",
    "mark_seen",
    "merge_questions",
    "put_forward",
    "read_waiting",
    "record_events",
    "record_posted",
    "recount_open",
    "rendered",
    "reopen_questions",
    "reorder_questions",
    "restrict_request",
    "retire_line",
    "reword_question",
    "send_back",
    "send_letter",
    "show_requester",
    "stop_letter",
    "store_message",
    "take_back",
    "take_request",
    "validate_request",
    "write_decision",
]
