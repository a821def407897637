"""Sheets into a document: a table for each visible one, its cells as they are displayed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from answerable.reading.blocks import MOST_BLOCKS, Block, Document, Run, TooManyBlocks
from answerable.reading.documents import Repair
from answerable.reading.raw_tables import Cell
from answerable.reading.writing import Look, Writer

MOST_COLUMNS = 1_000
"""Columns that are read of a sheet: no log has so many."""

MOST_ROWS = 100_000
"""Rows that are read of a sheet, and times that one row is repeated."""

HIDDEN = ("collapse", "filter")
"""What a row or a column of OpenDocument says of itself if it is not shown."""

_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")


@dataclass(slots=True)
class Sheet:
    """One sheet while it is read: its rows of cells as displayed; what is hidden is only counted."""

    name: str
    rows: list[Sequence[str]] = field(default_factory=list)
    is_hidden: bool = False
    hidden_rows: int = 0
    hidden_columns: int = 0
    cells: int = 0

    def add(self, row: Sequence[str]) -> None:
        """Add a row, unless nothing stands in it.

        :raises TooManyBlocks: if the sheet has more cells than a reading may hold.
        """
        self.cells += len(row)
        if self.cells > MOST_BLOCKS or len(self.rows) >= MOST_ROWS:
            raise TooManyBlocks
        if any(cell.strip() for cell in row):
            self.rows.append(row)


def document_of(sheets: Iterable[Sheet]) -> Document:
    """Return the visible sheets as a document, one after another."""
    writer = Writer()
    blocks: list[Block] = []
    found = []
    for sheet in sheets:
        found.append(sheet)
        if sheet.rows and not sheet.is_hidden:
            blocks += _blocks(sheet, writer)
    return Document("".join(writer.text), tuple(blocks), repairs=tuple(_left_out(found)))


def _blocks(sheet: Sheet, writer: Writer) -> Iterator[Block]:
    above, below = _above(sheet.rows)
    rows = _without_empty_columns(below)
    writer.is_broken = True
    for row in above:
        words = next(cell for cell in row if cell.strip())
        yield from writer.paragraph(_lines(words), Look())
    start = writer.length
    cells = [[_cell(words, writer) for words in row] for row in rows]
    if cells:
        yield from writer.table(cells, start=start)


def _without_empty_columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows without the columns in which nothing stands."""
    width = max(map(len, rows), default=0)
    used = [at for at in range(width) if any(at < len(row) and row[at].strip() for row in rows)]
    return [[row[at] if at < len(row) else "" for at in used] for row in rows]


def _above(
    rows: Sequence[Sequence[str]],
) -> tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]:
    """Return the lines that stand over a table, with one cell each, and the table."""
    place = 0
    while place < len(rows) and sum(bool(cell.strip()) for cell in rows[place]) == 1:
        place += 1
    # A sheet of one column is no table: its lines are lines.
    return rows[:place], rows[place:]


def _cell(words: str, writer: Writer) -> Cell:
    blocks = list(writer.paragraph(_lines(words), Look())) if words.strip() else []
    return Cell(blocks)


def _lines(words: str) -> list[list[Run]]:
    return [[_run(line)] for line in words.replace("\t", " ").splitlines() if line.strip()]


def _run(line: str) -> Run:
    is_link = _ADDRESS.fullmatch(line.strip()) is not None
    return Run(line, link=is_link, href=line.strip() if is_link else None)


def _left_out(sheets: Iterable[Sheet]) -> Iterator[Repair]:
    counts = [(0, 0, 0)]
    counts += [(one.is_hidden, one.hidden_rows, one.hidden_columns) for one in sheets]
    for what, times in zip(
        ("hidden sheets", "hidden rows", "hidden columns"),
        map(sum, zip(*counts, strict=True)),
        strict=True,
    ):
        if times:
            yield Repair(what, "", "They are hidden in the file: they are not shown", times)
