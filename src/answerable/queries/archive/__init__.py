"""What the archive says to the public: every answer goes through the one visibility rule."""

from answerable.queries.archive.entries import (
    EntryLink,
    EntryPage,
    EntryRow,
    RemovedEntry,
    all_entries,
    all_rows,
    entry_rows,
    newest_entries,
    newest_of,
    published_entry,
)
from answerable.queries.archive.files import FileContent, published_file
from answerable.queries.archive.found import FoundEntry, found_entries
from answerable.queries.archive.indexing import changed_entries, search_documents
from answerable.queries.archive.logs import (
    LogStatistics,
    MonthPage,
    MonthRow,
    OtherLog,
    bodies,
    body,
    change_number,
    log_statistics,
    months,
    other_logs,
    own_body_number,
    published_month,
    removals,
)

__all__ = [
    "EntryLink",
    "EntryPage",
    "EntryRow",
    "FileContent",
    "FoundEntry",
    "LogStatistics",
    "MonthPage",
    "MonthRow",
    "OtherLog",
    "RemovedEntry",
    "all_entries",
    "all_rows",
    "bodies",
    "body",
    "change_number",
    "changed_entries",
    "entry_rows",
    "found_entries",
    "log_statistics",
    "months",
    "newest_entries",
    "newest_of",
    "other_logs",
    "own_body_number",
    "published_entry",
    "published_file",
    "published_month",
    "removals",
    "search_documents",
]
