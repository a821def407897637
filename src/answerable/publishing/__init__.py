"""Entries into HTML, PDF, CSV, JSON, Atom and markdown."""

from answerable.publishing.csv_files import defused, rows_as_csv, table_as_csv, undefused
from answerable.publishing.feeds import rows_as_atom
from answerable.publishing.formats import FORMATS, publish
from answerable.publishing.json_files import rows_as_json
from answerable.publishing.publications import (
    CannotPublish,
    Format,
    Publication,
    PublishedRow,
    log_title,
)

__all__ = [
    "FORMATS",
    "CannotPublish",
    "Format",
    "Publication",
    "PublishedRow",
    "defused",
    "log_title",
    "publish",
    "rows_as_atom",
    "rows_as_csv",
    "rows_as_json",
    "table_as_csv",
    "undefused",
]
