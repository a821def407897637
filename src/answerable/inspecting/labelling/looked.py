"""What somebody who marks a workbook, table or document looks at: a part of it, before and after its labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a file is looked at, each from 1: a sheet, rows or paragraphs page by page, columns across."""

    sheet: int = 1
    page: int = 1
    across: int = 1


@dataclass(frozen=True, slots=True)
class LookedCell:
    """A cell: its row and column as the file numbers them, what it shows, and what will stand there."""

    row: int
    column: int
    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        """Return whether something of it is to go."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class LookedSheet:
    """A sheet: its name, its rows and columns that show something, and how many labels it will have."""

    name: str
    rows: int
    columns: int
    first: tuple[int, int]
    last: tuple[int, int]
    labels: int


@dataclass(frozen=True, slots=True)
class LookedParagraph:
    """A paragraph: its number, what it says, what will stand there, and from where to where letters are to go."""

    number: int
    before: str
    after: str
    gone: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A part of a file as it is and as it will be. It has sheets, or `paragraphs` of `count`.

    `part` is the one that is shown where none such as was asked for is there; `pages` and `pages_across` count.
    `unmet` are the marks (from 0) that meet nothing. `told` says which cells that stay give a withheld one back.
    """

    part: Part
    pages: int
    pages_across: int
    sheets: tuple[LookedSheet, ...]
    columns: tuple[int, ...]
    rows: tuple[tuple[LookedCell, ...], ...]
    paragraphs: tuple[LookedParagraph, ...]
    count: int
    labels: int
    unmet: tuple[int, ...]
    told: tuple[str, ...]
    pages_marked: tuple[int, ...]

    @property
    def is_table(self) -> bool:
        """Return whether it has sheets."""
        return bool(self.sheets)


@dataclass(frozen=True, slots=True)
class Going:
    """What goes by one mark: its texts, in how many places, its sheet (from 1), and its cells as the new workbook has them.

    It meets nothing where there is no label. A mark without cells has no sheet.
    """

    texts: tuple[str, ...]
    labels: int
    sheet: int = 0
    cells: str = ""


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Where words stand that are not marked: a cell of a sheet or a paragraph, and how often; `marked` were already."""

    places: tuple[tuple[str, int], ...]
    count: int
    marked: int


def looked_from(said: Mapping[str, Any]) -> Looked:
    """Return what a process apart said of a part of a file."""
    return Looked(
        Part(*said["part"]),
        said["pages"],
        said["pages_across"],
        tuple(
            LookedSheet(name, rows, columns, tuple(first), tuple(last), labels)
            for name, rows, columns, first, last, labels in said["sheets"]
        ),
        tuple(said["columns"]),
        tuple(tuple(LookedCell(*cell) for cell in row) for row in said["rows"]),
        tuple(
            LookedParagraph(number, before, after, tuple((start, end) for start, end in gone))
            for number, before, after, gone in said["paragraphs"]
        ),
        said["count"],
        said["labels"],
        tuple(said["unmet"]),
        tuple(said["told"]),
        tuple(said["pages_marked"]),
    )


def going_from(said: Mapping[str, Any]) -> tuple[Going, ...]:
    """Return what a process apart said of what goes by each mark."""
    return tuple(
        Going(tuple(texts), labels, sheet, cells) for texts, labels, sheet, cells in said["going"]
    )


def found_from(said: Mapping[str, Any]) -> FoundWords:
    """Return what a process apart said of where words stand."""
    return FoundWords(
        tuple((place, times) for place, times in said["places"]), said["count"], said["marked"]
    )
