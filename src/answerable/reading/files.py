"""One file into its reading, and a file that holds others into theirs, in whatever way they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

from answerable.reading.documents import NotReadable, Reading
from answerable.reading.logs import reading_of
from answerable.reading.source import Source, open_source, source_from
from answerable.reading.vocabulary import with_vocabulary
from answerable.reading.weblogs import Mapping
from answerable.reading.weblogs.govuk import PUBLICATION
from answerable.reading.weblogs.pages import files_beside, with_letters


class Asked(TypedDict, total=False):
    """In which way a file is to be read.

    `as_format` and `as_kind` overrule what is recognised ("auto"); see docs/reference/cli.md for their values.
    `mapping` says which columns of a body's table hold what; `vocabulary` is a folder with words of publishers
    beside those that are known; `explain` asks for the rule that took each line.
    """

    as_format: str
    as_kind: str
    mapping: Mapping | None
    vocabulary: Path | None
    explain: bool


def read_file(path: Path, **asked: Unpack[Asked]) -> Reading:
    """Return what a file says: its entries, and everything that could not be placed.

    A page that lists letters is read with those that lie beside it.

    :raises NotReadable: if the file is missing, empty, too large, or holds no text; or a vocabulary file is wrong.
    :raises MappingRefused: if the mapping names a column that the table does not have.
    """
    found: list[Source] = []

    def source() -> Source:
        found.append(open_source(path))
        return found[0]

    reading = _reader(asked)(source)
    if reading.how != PUBLICATION:
        return reading
    return with_letters(reading, _readable(files_beside(found[0], path.parent), asked))


def _readable(paths: Iterable[Path], asked: Asked) -> Iterator[Reading]:
    """Yield the readings of files; one that cannot be read is left to whoever reads it by its own name."""
    read = _reader({"vocabulary": asked.get("vocabulary")})
    for path in paths:
        try:
            yield read(partial(open_source, path))
        except NotReadable:
            continue


def read_bytes(data: bytes, *, name: str, **asked: Unpack[Asked]) -> Reading:
    """Return what a file's bytes say, as `read_file` does.

    :raises NotReadable: if there are none, too many, or they are no text.
    :raises MappingRefused: if the mapping names a column that the table does not have.
    """
    return _reader(asked)(lambda: source_from(data, name=name))


def readings_in(
    given: Path | bytes, *, name: str = "", **asked: Unpack[Asked]
) -> Iterator[Reading | NotReadable]:
    """Yield a reading of each document in a file or a folder, or why there is none.

    A folder, a zip and an e-mail hold several; whatever cannot be read is a value, so that the rest goes on.
    Sources are named by where they stand: "answers.zip/log.docx". `name` is that of bytes that are given.
    """
    from answerable.reading import bundles  # noqa: PLC0415 one file is read without it

    return bundles.readings_in(given, name=name, read=_reader(asked))


def richest_of(paths: Sequence[Path], **asked: Unpack[Asked]) -> Iterator[Reading | NotReadable]:
    """Yield the richest reading of one document that lies in several files, with the others beside it.

    If none of them can be read, yield why of each.
    """
    from answerable.reading import bundles  # noqa: PLC0415 one file is read without it

    return bundles.richest_of(paths, read=_reader(asked))


def _reader(asked: Asked) -> Callable[[Callable[[], Source]], Reading]:
    """Return what reads a source, which is made with the vocabulary at hand: columns are known by its words."""
    folder = asked.get("vocabulary")

    def read(source: Callable[[], Source]) -> Reading:
        with with_vocabulary(folder):
            return reading_of(
                source(),
                as_format=asked.get("as_format", "auto"),
                as_kind=asked.get("as_kind", "auto"),
                mapping=asked.get("mapping"),
                explain=asked.get("explain", False),
            )

    return read
