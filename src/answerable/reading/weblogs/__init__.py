"""Logs that bodies keep on their websites, read from local files: tables, feeds, requests on a platform.

Each of these says by its own names what is a reference and what a request, so that nothing has to be found
out from a layout; the words in their fields are read by the one grammar of entries.
"""

from answerable.reading.weblogs.choosing import rows_in, table_of, web_log_reading
from answerable.reading.weblogs.mapping import (
    Column,
    Mapping,
    MappingRefused,
    check_columns,
    mapping_as_toml,
    mapping_from_toml,
    suggested,
)
from answerable.reading.weblogs.rows import Rows, rows_of

__all__ = [
    "Column",
    "Mapping",
    "MappingRefused",
    "Rows",
    "check_columns",
    "mapping_as_toml",
    "mapping_from_toml",
    "rows_in",
    "rows_of",
    "suggested",
    "table_of",
    "web_log_reading",
]
