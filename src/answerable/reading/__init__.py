"""Files into documents, documents into log entries."""

from pathlib import Path

from answerable.reading.as_json import reading_as_json
from answerable.reading.documents import Coverage, NotReadable, Reading, Repair, Unread
from answerable.reading.logs import reading_of
from answerable.reading.merging import Merger, merged
from answerable.reading.source import open_source, source_from

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


def read_file(path: Path, *, as_format: str = "auto", as_kind: str = "auto") -> Reading:
    """Return what a file says: its entries, and everything that could not be placed.

    `as_format` and `as_kind` overrule what is recognised; see docs/reference/cli.md for their values.

    :raises NotReadable: if the file is missing, empty, too large, or holds no text.
    """
    return reading_of(open_source(path), as_format=as_format, as_kind=as_kind)


def read_bytes(
    data: bytes, *, name: str, as_format: str = "auto", as_kind: str = "auto"
) -> Reading:
    """Return what a file's bytes say, as `read_file` does.

    :raises NotReadable: if there are none, too many, or they are no text.
    """
    source = source_from(data, name=name)
    return reading_of(source, as_format=as_format, as_kind=as_kind)
