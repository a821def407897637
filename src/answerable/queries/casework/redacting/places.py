"""What a workbook, table or document shows while it is redacted, and what its marks take."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from answerable.inspecting.labelling import (
    FoundWords,
    Going,
    Looked,
    Part,
    PlaceMark,
    area_of,
    looked_at,
    what_goes,
    where_found,
)
from answerable.queries.casework.redacting.seen import SeenMark
from answerable.records.casework.models import CaseFile

THE_FILE = "The file"
"""What it is called in refusals: people call files by the names of those who ask."""


def engine_name(name: str) -> str:
    """Return what a file is called where it is read: its ending tells a list of lines from a table."""
    return f"{THE_FILE}{PurePosixPath(name).suffix.lower()}"


def place_marks(marks: Iterable[SeenMark]) -> tuple[PlaceMark, ...]:
    """Return marks as they are taken out."""
    return tuple(
        PlaceMark(
            words=one.sought,
            sheet=one.sheet,
            cells=area_of(one.cells) if one.cells else None,
            paragraph=one.paragraph,
            letters=one.letters,
            limb=one.limb,
            reason=one.reason,
        )
        for one in marks
    )


def part_of(file: int, marks: Iterable[SeenMark], part: Part) -> Looked:
    """Return a part of what a file shows, before and after its marks.

    :raises CannotRedact: if nothing can be marked in it, and why.
    """
    data, name = _read(file)
    return looked_at(data, place_marks(marks), name=name, part=part)


def going_from(file: int, marks: Sequence[PlaceMark]) -> tuple[Going, ...]:
    """Return what would go from a file by each of some marks.

    :raises CannotRedact: if nothing can be marked in it, or a mark names a sheet that it does not show.
    """
    data, name = _read(file)
    return what_goes(data, marks, name=name)


def words_found(file: CaseFile, sought: Sequence[str], marks: Iterable[SeenMark]) -> FoundWords:
    """Return where words stand in a file that its marks do not take.

    :raises CannotRedact: if nothing can be marked in it, and why.
    """
    name = engine_name(file.name)
    return where_found(bytes(file.data), sought, place_marks(marks), name=name)


def _read(file: int) -> tuple[bytes, str]:
    data, name = CaseFile.objects.values_list("data", "name").get(pk=file)
    return bytes(data), engine_name(name)
