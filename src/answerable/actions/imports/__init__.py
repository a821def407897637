"""Import folders of files: runs that any number of workers read, and the doubts that come of it."""

from answerable.actions.imports.again import read_again
from answerable.actions.imports.claims import give_back, worker_name
from answerable.actions.imports.columns import start_table, tell_columns
from answerable.actions.imports.placing import place_passage, take_back_passage
from answerable.actions.imports.runs import (
    Plan,
    RunRefused,
    add_files,
    close_run,
    go_on,
    resume_run,
    retry_refused,
    start_run,
    stop_run,
)
from answerable.actions.imports.settling import DoubtRefused, How, reopen_doubt, settle_doubt
from answerable.actions.imports.working import runs_to_work, work_run

__all__ = [
    "DoubtRefused",
    "How",
    "Plan",
    "RunRefused",
    "add_files",
    "close_run",
    "give_back",
    "go_on",
    "place_passage",
    "read_again",
    "reopen_doubt",
    "resume_run",
    "retry_refused",
    "runs_to_work",
    "settle_doubt",
    "start_run",
    "start_table",
    "stop_run",
    "take_back_passage",
    "tell_columns",
    "work_run",
    "worker_name",
]
