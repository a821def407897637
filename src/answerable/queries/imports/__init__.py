"""What is asked of imports: how far a run is, what a reading is not sure of, and how that was printed."""

from answerable.queries.imports.columns import TableColumn, TableColumns, table_columns
from answerable.queries.imports.doubts import (
    AskedQuestion,
    DoubtPage,
    DoubtRow,
    doubt_counts,
    doubt_page,
    doubts,
)
from answerable.queries.imports.entries import (
    ComparedEntry,
    ComparedField,
    FoundIn,
    compared_entry,
    imported_entry_named,
)
from answerable.queries.imports.printed import (
    Lines,
    NotPrinted,
    PagePicture,
    as_printed,
    page_image,
    printed_field,
)
from answerable.queries.imports.runs import (
    FileRow,
    Progress,
    RunRow,
    import_runs,
    run_files,
    run_progress,
    settled_files,
)

__all__ = [
    "AskedQuestion",
    "ComparedEntry",
    "ComparedField",
    "DoubtPage",
    "DoubtRow",
    "FileRow",
    "FoundIn",
    "Lines",
    "NotPrinted",
    "PagePicture",
    "Progress",
    "RunRow",
    "TableColumn",
    "TableColumns",
    "as_printed",
    "compared_entry",
    "doubt_counts",
    "doubt_page",
    "doubts",
    "import_runs",
    "imported_entry_named",
    "page_image",
    "printed_field",
    "run_files",
    "run_progress",
    "settled_files",
    "table_columns",
]
