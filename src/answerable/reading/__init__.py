"""Files into documents, documents into log entries."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerable.reading.as_json import reading_as_json
    from answerable.reading.documents import (
        Beside,
        Coverage,
        NotReadable,
        PassedOver,
        Reading,
        Repair,
        Unread,
    )
    from answerable.reading.files import read_bytes, read_file, readings_in, richest_of
    from answerable.reading.merging import Merger, merged

__all__ = [
    "READER_VERSION",
    "Beside",
    "Coverage",
    "Merger",
    "NotReadable",
    "PassedOver",
    "Reading",
    "Repair",
    "Unread",
    "merged",
    "read_bytes",
    "read_file",
    "reading_as_json",
    "readings_in",
    "richest_of",
]

READER_VERSION = "17"
"""Grows whenever the same file may be read differently: stored with every imported entry."""

_HOMES = {
    "Beside": "documents",
    "Coverage": "documents",
    "Merger": "merging",
    "NotReadable": "documents",
    "PassedOver": "documents",
    "Reading": "documents",
    "Repair": "documents",
    "Unread": "documents",
    "merged": "merging",
    "read_bytes": "files",
    "read_file": "files",
    "reading_as_json": "as_json",
    "readings_in": "files",
    "richest_of": "files",
}


def __getattr__(name: str) -> Any:
    """Return what other modules give, when it is asked for: a process that reads one format starts at once."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
