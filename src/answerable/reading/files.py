"""One file into its reading, and a file that holds others into theirs, in whatever way they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from answerable.reading.documents import NotReadable, Reading
from answerable.reading.logs import reading_of
from answerable.reading.source import Source, open_source, source_from
from answerable.reading.weblogs import Mapping
from answerable.reading.weblogs.govuk import PUBLICATION
from answerable.reading.weblogs.pages import files_beside, with_letters


def read_file(
    path: Path,
    *,
    as_format: str = "auto",
    as_kind: str = "auto",
    mapping: Mapping | None = None,
) -> Reading:
    """Return what a file says: its entries, and everything that could not be placed.

    `as_format` and `as_kind` overrule what is recognised; see docs/reference/cli.md for their values.
    `mapping` says which columns of a body's table hold what. A page that lists letters is read with those
    that lie beside it.

    :raises NotReadable: if the file is missing, empty, too large, or holds no text.
    :raises MappingRefused: if the mapping names a column that the table does not have.
    """
    source = open_source(path)
    reading = reading_of(source, as_format=as_format, as_kind=as_kind, mapping=mapping)
    if reading.how != PUBLICATION:
        return reading
    return with_letters(reading, _readable(files_beside(source, path.parent)))


def _readable(paths: Iterable[Path]) -> Iterator[Reading]:
    """Yield the readings of files; one that cannot be read is left to whoever reads it by its own name."""
    for path in paths:
        try:
            yield reading_of(open_source(path))
        except NotReadable:
            continue


def read_bytes(
    data: bytes,
    *,
    name: str,
    as_format: str = "auto",
    as_kind: str = "auto",
    mapping: Mapping | None = None,
) -> Reading:
    """Return what a file's bytes say, as `read_file` does.

    :raises NotReadable: if there are none, too many, or they are no text.
    :raises MappingRefused: if the mapping names a column that the table does not have.
    """
    source = source_from(data, name=name)
    return reading_of(source, as_format=as_format, as_kind=as_kind, mapping=mapping)


def readings_in(
    given: Path | bytes,
    *,
    name: str = "",
    as_format: str = "auto",
    as_kind: str = "auto",
    mapping: Mapping | None = None,
) -> Iterator[Reading | NotReadable]:
    """Yield a reading of each document in a file or a folder, or why there is none.

    A folder, a zip and an e-mail hold several; whatever cannot be read is a value, so that the rest goes on.
    Sources are named by where they stand: "answers.zip/log.docx". `name` is that of bytes that are given.
    """
    from answerable.reading import bundles  # noqa: PLC0415 one file is read without it

    read = _reader(as_format, as_kind, mapping)
    return bundles.readings_in(given, name=name, read=read)


def richest_of(
    paths: Sequence[Path],
    *,
    as_format: str = "auto",
    as_kind: str = "auto",
    mapping: Mapping | None = None,
) -> Iterator[Reading | NotReadable]:
    """Yield the richest reading of one document that lies in several files, with the others beside it.

    If none of them can be read, yield why of each.
    """
    from answerable.reading import bundles  # noqa: PLC0415 one file is read without it

    return bundles.richest_of(paths, read=_reader(as_format, as_kind, mapping))


def _reader(
    as_format: str, as_kind: str, mapping: Mapping | None
) -> Callable[[Callable[[], Source]], Reading]:
    return lambda source: reading_of(
        source(), as_format=as_format, as_kind=as_kind, mapping=mapping
    )
