"""Files into documents, documents into log entries."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerable.reading.as_json import reading_as_json
    from answerable.reading.documents import Coverage, NotReadable, Reading, Repair, Unread
    from answerable.reading.merging import Merger, merged

__all__ = [
    "READER_VERSION",
    "Coverage",
    "Merger",
    "NotReadable",
    "Reading",
    "Repair",
    "Unread",
    "merged",
    "read_bytes",
    "read_file",
    "reading_as_json",
]

READER_VERSION = "3"
"""Grows whenever the same file may be read differently: stored with every imported entry."""

_HOMES = {
    "Coverage": "documents",
    "Merger": "merging",
    "NotReadable": "documents",
    "Reading": "documents",
    "Repair": "documents",
    "Unread": "documents",
    "merged": "merging",
    "reading_as_json": "as_json",
}


def __getattr__(name: str) -> Any:
    """Return what other modules give, when it is asked for: a process that reads one format starts at once."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def read_file(path: Path, *, as_format: str = "auto", as_kind: str = "auto") -> "Reading":
    """Return what a file says: its entries, and everything that could not be placed.

    `as_format` and `as_kind` overrule what is recognised; see docs/reference/cli.md for their values.

    :raises NotReadable: if the file is missing, empty, too large, or holds no text.
    """
    from answerable.reading.logs import reading_of  # noqa: PLC0415 see __getattr__
    from answerable.reading.source import open_source  # noqa: PLC0415 see __getattr__

    return reading_of(open_source(path), as_format=as_format, as_kind=as_kind)


def read_bytes(
    data: bytes, *, name: str, as_format: str = "auto", as_kind: str = "auto"
) -> "Reading":
    """Return what a file's bytes say, as `read_file` does.

    :raises NotReadable: if there are none, too many, or they are no text.
    """
    from answerable.reading.logs import reading_of  # noqa: PLC0415 see __getattr__
    from answerable.reading.source import source_from  # noqa: PLC0415 see __getattr__

    source = source_from(data, name=name)
    return reading_of(source, as_format=as_format, as_kind=as_kind)
