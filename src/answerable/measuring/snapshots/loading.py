"""A file's rows, read and checked some at a time, and put into Parquet files of a folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from answerable.domain.measures.headings import Headed, headed
from answerable.domain.measures.registers import Register
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.report import Findings
from answerable.measuring.snapshots.sources.opening import opened
from answerable.measuring.snapshots.sources.source import Source

Progress = Callable[[int, int], None]
"""Is told how much of a file was read, of how much."""


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What whoever loads a file decides about it."""

    sheet: str = ""
    """Which sheet of a workbook; empty if only one holds the headings."""
    ignore_extra: bool = False
    """Whether columns that the register does not have are left out, and named, instead of refused."""


def staged(  # noqa: PLR0913 what is read, how, where to, and who is told
    register: Register,
    file: Path,
    staging: Path,
    *,
    how: HowToRead,
    found: Findings,
    by: duckdb.DuckDBPyConnection,
    progress: Progress | None = None,
) -> list[Path]:
    """Write the rows of a file into Parquet files of a folder, each with its number; return those files.

    What is wrong with a row is told to `found`, and the row is written without what cannot be read.

    :raises CannotLoad: if the file as a whole cannot be loaded.
    """
    from answerable.measuring.snapshots.batches import Batches  # noqa: PLC0415

    # What checks rows is large: a server and a worker start without it, and without its memory.
    with opened(file, register, sheet=how.sheet, by=by) as source:
        head = headed(register, source.head)
        _check_head(file, head, how)
        for note in (*source.notes, *_about(head, source)):
            found.note(note)
        parts = []
        for number, frame in enumerate(Batches(register, source, head, found)):
            part = staging / f"part-{number}.parquet"
            frame.write_parquet(part, compression="lz4")
            parts.append(part)
            if progress is not None:
                progress(min(source.done(), source.size), source.size)
    if not found.rows_read:
        raise CannotLoad(f"{file.name} has headings, and no rows under them")
    return parts


def _check_head(file: Path, head: Headed, how: HowToRead) -> None:
    for name, first, second in head.twice:
        message = f"{file.name} has the column {name!r} twice: {first!r} and {second!r}"
        raise CannotLoad(message)
    if required := [column.words for column in head.missing if column.required]:
        listed = ", ".join(f"“{words}”" for words in required)
        raise CannotLoad(f"{file.name} lacks what the register requires: {listed}")
    if head.extra and not how.ignore_extra:
        listed = ", ".join(f"“{heading}”" for _, heading in head.extra)
        message = f"{file.name} has columns that the register does not: {listed}: take them out, or --ignore-extra"
        raise CannotLoad(message)


def _about(head: Headed, source: Source) -> Iterator[str]:
    if source.head_row > 1:
        yield f"The headings stand in row {source.head_row}; what stands above was not read"
    if head.missing:
        listed = ", ".join(f"“{column.words}”" for column in head.missing)
        yield f"It has no {listed}: these are empty in each row"
    if head.extra:
        listed = ", ".join(f"“{heading}”" for _, heading in head.extra)
        yield f"Left out, since the register has no such columns: {listed}"
