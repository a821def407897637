"""The rows of a file, some thousands at a time: read as values, and checked."""

from collections.abc import Iterator, Sequence

import polars as pl

from answerable.domain.measures.headings import Headed
from answerable.domain.measures.registers import ColumnKind, Register
from answerable.measuring.collecting import without_collecting
from answerable.measuring.snapshots.columns import ROW
from answerable.measuring.snapshots.reasons import reason
from answerable.measuring.snapshots.report import BadCell, Findings, shown_value
from answerable.measuring.snapshots.rules import Broken, broken, refusals, remarks
from answerable.measuring.snapshots.sources.source import Cells, Form, Source
from answerable.measuring.snapshots.values import (
    SERIAL,
    has_time_of_day,
    tidied,
    value,
    value_of,
)

_AT_ONCE = 100_000
_WHOLE_ROW = "(the row)"


class Batches:
    """Yields frames of the rows' numbers and values; what is wrong with them is told to `found`.

    A row without a value is left out; what cannot be read is empty in its row.
    """

    def __init__(self, register: Register, source: Source, head: Headed, found: Findings) -> None:
        self._register, self._source, self._head, self._found = register, source, head, found
        self._columns = {column.name: column for column in register.columns}
        self._dates = [one.name for one in register.columns if one.kind is ColumnKind.DATE]
        self._refusals = refusals(register, may_hold_formulas=source.form is Form.CSV)
        self._remarks = remarks(register)
        # Of each column of dates in which something stood, whether it began with serial numbers.
        self._began_with_serials: dict[str, bool] = {}

    def __iter__(self) -> Iterator[pl.DataFrame]:
        """Yield the batches."""
        first = self._source.head_row + 1
        names = [ROW, *(pl.col(value_of(name)).alias(name) for name in self._columns)]
        while True:
            # It would take a third of the time.
            with without_collecting():
                rows = self._source.take(_AT_ONCE)
                if not rows:
                    return
                texts = self._texts(rows, first)
            first += len(rows)
            frame = self._with_values(texts)
            self._found.rows_read += frame.height
            if frame.height:
                self._tell(frame)
                yield frame.select(names)

    def _texts(self, rows: list[Cells], first: int) -> pl.DataFrame:
        """Return the texts of the register's columns with the numbers of their rows."""
        numbers: Sequence[int] = range(first, first + len(rows))
        width = len(self._source.head)
        if set(map(len, rows)) != {width}:
            numbers, rows = self._of_width(numbers, rows, width)
        cells = list(zip(*rows, strict=False)) or [()] * width
        for place in self._head.unnamed:
            self._check_unnamed(place, numbers, cells[place])
        texts = [
            pl.Series(name, cells[place], dtype=pl.String)
            for name, place in self._head.places.items()
        ]
        frame = pl.DataFrame([pl.Series(ROW, numbers, dtype=pl.Int64), *texts])
        names = list(self._head.places)
        return (
            frame.with_columns(tidied(name) for name in names)
            .filter(pl.any_horizontal(pl.col(name).is_not_null() for name in names))
            .with_columns(pl.lit(None, pl.String).alias(one.name) for one in self._head.missing)
        )

    def _of_width(
        self, numbers: Sequence[int], rows: list[Cells], width: int
    ) -> tuple[list[int], list[Cells]]:
        """Return the rows that are as wide as the head, or have nothing behind it, with their numbers."""
        kept_numbers, kept = [], []
        for number, row in zip(numbers, rows, strict=True):
            if not any(row):
                continue
            if len(row) < width or any(row[width:]):
                sentence = (
                    f"It has {len(row)} cells, and the head has {width}: see to its quotation marks"
                )
                self._found.found(BadCell(number, _WHOLE_ROW, "", sentence))
                self._found.rows_read += 1
                continue
            kept_numbers.append(number)
            kept.append(row[:width])
        return kept_numbers, kept

    def _check_unnamed(
        self, place: int, numbers: Sequence[int], cells: Sequence[str | None]
    ) -> None:
        for number, cell in zip(numbers, cells, strict=True):
            if cell and cell.strip():
                sentence = "It stands under no heading: name its column, or empty it"
                self._found.found(BadCell(number, f"(column {place + 1})", "", sentence))

    def _with_values(self, texts: pl.DataFrame) -> pl.DataFrame:
        serials = {name: self._are_serials(texts[name]) for name in self._dates}
        frame = texts.with_columns(
            value(column, are_serials_dates=serials.get(name, False))
            for name, column in self._columns.items()
        )
        for name in self._dates:
            words = self._columns[name].words
            if frame.select(has_time_of_day(name).any()).item():
                self._found.note(f"Times of day in “{words}” were left out")
        return frame

    def _are_serials(self, texts: pl.Series) -> bool:
        """Return whether numbers among texts are days, as spreadsheets count them.

        In a workbook each may be one; elsewhere all of a column are, or none is.
        """
        if self._source.form is Form.WORKBOOK:
            return self._source.are_serials_dates
        filled = texts.drop_nulls()
        if texts.name not in self._began_with_serials and len(filled):
            # The first batch decides: a date that comes later is refused then, as is a number among dates.
            are_serials = bool(filled.str.contains(SERIAL).all())
            self._began_with_serials[texts.name] = are_serials
            if are_serials:
                words = self._columns[texts.name].words
                self._found.note(f"“{words}” holds days as spreadsheets count them from 1900")
        return self._began_with_serials.get(texts.name, False)

    def _tell(self, frame: pl.DataFrame) -> None:
        for schema, is_refused in ((self._refusals, True), (self._remarks, False)):
            if schema is None:
                continue
            cells = broken(schema, frame)
            numbers = frame[ROW].gather([cell.at for cell in cells]).to_list() if cells else []
            for cell, number in zip(cells, numbers, strict=True):
                self._found.found(self._bad_cell(cell, number, frame, is_refused=is_refused))

    def _bad_cell(
        self, cell: Broken, number: int, frame: pl.DataFrame, *, is_refused: bool
    ) -> BadCell:
        column = self._columns[cell.column]
        text = frame[cell.column][cell.at]
        sentence = reason(cell.rule, column, text or "", other=self._columns.get(column.not_before))
        return BadCell(number, column.words, shown_value(column, text), sentence, is_refused)
