"""The published log: entries, their questions, and where each is found."""

from answerable.domain.disclosure_log.addresses import (
    entry_address,
    entry_key,
    file_address,
    log_address,
    month_address,
    question_address,
)
from answerable.domain.disclosure_log.as_json import entry_as_json, entry_from_json
from answerable.domain.disclosure_log.entries import Attachment, Entry, Link, Question, Table
from answerable.domain.disclosure_log.published import (
    CASEWORK,
    Body,
    FileRow,
    MonthAnswers,
    Note,
    PublishedEntry,
    Removal,
    Source,
)

__all__ = [
    "CASEWORK",
    "Attachment",
    "Body",
    "Entry",
    "FileRow",
    "Link",
    "MonthAnswers",
    "Note",
    "PublishedEntry",
    "Question",
    "Removal",
    "Source",
    "Table",
    "entry_address",
    "entry_as_json",
    "entry_from_json",
    "entry_key",
    "file_address",
    "log_address",
    "month_address",
    "question_address",
]
