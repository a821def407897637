"""Files into documents, documents into log entries."""

from pathlib import Path

from answerable.reading.as_json import reading_as_json
from answerable.reading.documents import Coverage, NotReadable, Reading, Repair, Unread
from answerable.reading.logs import reading_of
from answerable.reading.merging import Merger, merged
from answerable.reading.source import open_source, source_from
from answerable.reading.vocabulary import with_vocabulary

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


def read_file(
    path: Path,
    *,
    as_format: str = "auto",
    as_kind: str = "auto",
    vocabulary: Path | None = None,
    explain: bool = False,
) -> Reading:
    """Return what a file says: its entries, and everything that could not be placed.

    `as_format` and `as_kind` overrule what is recognised; see docs/reference/cli.md for their values.
    `vocabulary` is a folder with words of publishers beside those that are known; `explain` asks for the
    rule that took each line.

    :raises NotReadable: if the file is missing, empty, too large, or holds no text; or a vocabulary file is wrong.
    """
    with with_vocabulary(vocabulary):
        source = open_source(path)
        return reading_of(source, as_format=as_format, as_kind=as_kind, explain=explain)


def read_bytes(
    data: bytes,
    *,
    name: str,
    as_format: str = "auto",
    as_kind: str = "auto",
    vocabulary: Path | None = None,
    explain: bool = False,
) -> Reading:
    """Return what a file's bytes say, as `read_file` does.

    :raises NotReadable: if there are none, too many, or they are no text.
    """
    with with_vocabulary(vocabulary):
        source = source_from(data, name=name)
        return reading_of(source, as_format=as_format, as_kind=as_kind, explain=explain)
