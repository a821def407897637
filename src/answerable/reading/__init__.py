"""Files into documents, documents into log entries."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

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
from answerable.reading.logs import reading_of
from answerable.reading.merging import Merger, merged
from answerable.reading.source import Source, open_source, source_from

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


def readings_in(
    given: Path | bytes, *, name: str = "", as_format: str = "auto", as_kind: str = "auto"
) -> Iterator[Reading | NotReadable]:
    """Yield a reading of each document in a file or a folder, or why there is none.

    A folder, a zip and an e-mail hold several; whatever cannot be read is a value, so that the rest goes on.
    Sources are named by where they stand: "answers.zip/log.docx". `name` is that of bytes that are given.
    """
    from answerable.reading import bundles  # noqa: PLC0415 one file is read without it

    return bundles.readings_in(given, name=name, read=_reader(as_format, as_kind))


def richest_of(
    paths: Sequence[Path], *, as_format: str = "auto", as_kind: str = "auto"
) -> Iterator[Reading | NotReadable]:
    """Yield the richest reading of one document that lies in several files, with the others beside it.

    If none of them can be read, yield why of each.
    """
    from answerable.reading import bundles  # noqa: PLC0415 one file is read without it

    return bundles.richest_of(paths, read=_reader(as_format, as_kind))


def _reader(as_format: str, as_kind: str) -> Callable[[Callable[[], Source]], Reading]:
    return lambda source: reading_of(source(), as_format=as_format, as_kind=as_kind)
