"""One OpenDocument sheet as it is seen."""

from collections.abc import Iterator

from answerable.inspecting.colours import WHITE
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.workbooks.around import Area, areas_of, beyond
from answerable.inspecting.opendocument.sheets import (
    FAR_COLUMNS,
    FAR_ROWS,
    hidden_columns,
    hiding_areas,
    is_silent_cell,
    repeated,
    usual_styles,
    why_row_hidden,
)
from answerable.inspecting.opendocument.styles import Styles, centimetres
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.rebuilding.tables.areas import Areas, why_not_shown
from answerable.inspecting.rebuilding.tables.cells import Cell, Line, ShownSheet
from answerable.inspecting.rebuilding.tables.office_sheet import MOST_CELLS
from answerable.inspecting.rebuilding.tables.open_values import Odd, cell_shown, words_shown

_CELLS = ("table-cell", "covered-table-cell")
_WIDEST = 1 << 14
_MOST_MERGED = 20_000
_MERGED_BEYOND = 20
_MOST_IN_ONE = 10_000
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:"
_ROW_HEIGHT, _COLUMN_WIDTH = 0.45, 2.26
_SIGN = 0.19
"""Centimetres of a sign, by which workbooks count the widths of columns."""


class OpenSheet:
    """Reads one sheet, and counts what it leaves out."""

    def __init__(self, table: Element, styles: Styles, left: LeftOut) -> None:
        self._table, self._styles, self._left = table, styles, left
        self._where = f"sheet '{attribute(table, 'name')}'"
        self._hidden = dict(hidden_columns(table, styles))
        self._usual = dict(usual_styles(table))
        self._areas = self._covered()
        self._places = self._placed()
        self._merged: list[tuple[int, int, int, int]] = []

    def shown(self, *, most: int) -> ShownSheet:
        """Return what the sheet shows.

        :raises CannotRebuild: if that is more cells than `most`.
        """
        sheet = self._begun()
        count = number = hidden = 0
        filled_to, is_beyond = -1, False
        for row in self._rows():
            times = repeated(row, "number-rows-repeated")
            if why := why_row_hidden(row, self._styles):
                self._count(
                    "tiny-rows" if why == "odf.tiny" else "hidden-rows",
                    times * self._is_filled(row),
                )
                hidden += times
                number += times
                continue
            if not self._is_filled(row):
                number += times
                continue
            if is_beyond:
                number += times
                self._count("far", times * self._is_filled(row))
                continue
            for _ in range(times):
                number += 1
                place = number - 1 - hidden
                is_beyond = is_beyond or place - filled_to > FAR_ROWS
                cells = {} if is_beyond else self._cells(row, number, place)
                self._count("far", self._is_filled(row) if is_beyond else 0)
                if cells:
                    filled_to = place
                    sheet.lines.append(Line(place, cells, number))
                count += len(cells)
                if count > most:
                    raise CannotRebuild(
                        f"It shows more than {MOST_CELLS:,} cells: release a part of it, or a summary"
                    )
        self._merge(sheet)
        return sheet

    def _begun(self) -> ShownSheet:
        name = attribute(self._table, "name")
        origins = {place: column for column, place in self._places.items() if place >= 0}
        return ShownSheet(name, widths=self._widths(), origins=origins)

    def _rows(self) -> Iterator[Element]:
        """Yield the rows of this sheet, and not those of a table in a cell of it."""
        for row in named(self._table, "table-row"):
            above = next(one for one in row.iterancestors() if local(one) == "table")
            if above is self._table:
                yield row

    def _count(self, kind: str, count: int = 1) -> None:
        self._left.add(kind, self._where, count)

    def _is_filled(self, row: Element) -> int:
        return sum(1 for cell in row if local(cell) in _CELLS and _holds(cell))

    def _covered(self) -> Areas:
        """Return the cells under what is drawn, as far as what is drawn says in which cell it ends."""
        areas = Areas()
        areas.add(hiding_areas(self._table, self._styles), "conditional")
        if any(len(one) for one in named(self._table, "shapes")):
            raise CannotRebuild(
                f"Nobody can tell which cells a drawing on {self._where} covers: anchor it to a cell, or delete it"
            )
        number = 0
        for row in self._rows():
            column = 0
            for cell in row:
                if local(cell) not in _CELLS:
                    continue
                for drawn in cell:
                    if str(drawn.tag).startswith(_DRAWN):
                        areas.add([_area_of(drawn, number + 1, column + 1)], "covered")
                        self._count("pictures")
                column += repeated(cell, "number-columns-repeated")
            number += repeated(row, "number-rows-repeated")
        return areas

    def _placed(self) -> dict[int, int]:
        """Return the places of used columns among those that can be seen; -1 for one far from the others."""
        used: set[int] = set()
        for row in self._rows():
            column = 0
            for cell in row:
                if local(cell) not in _CELLS:
                    continue
                times = repeated(cell, "number-columns-repeated")
                if _holds(cell):
                    used.update(range(column + 1, column + 1 + min(times, _WIDEST)))
                column += times
        hidden = sorted(self._hidden)
        places, before = {}, 0
        for column in sorted(used):
            while before < len(hidden) and hidden[before] < column:
                before += 1
            if column not in self._hidden:
                places[column] = column - 1 - before
        first = beyond([place + 1 for place in places.values()], FAR_COLUMNS)
        return {
            column: -1 if first and place + 1 >= first else place
            for column, place in places.items()
        }

    def _cells(self, row: Element, number: int, place: int) -> dict[int, Cell]:
        found: dict[int, Cell] = {}
        areas = self._areas.in_row(number)
        column = 0
        for cell in row:
            if local(cell) not in _CELLS:
                continue
            times = repeated(cell, "number-columns-repeated")
            if _holds(cell):
                for at in range(column + 1, column + 1 + min(times, _WIDEST)):
                    shown = self._cell(cell, row, at, why_not_shown(areas, number, at))
                    if shown is not None:
                        found[self._places[at]] = shown
                        self._take_merged(cell, place, self._places[at])
            column += times
        return found

    def _cell(self, cell: Element, row: Element, column: int, why: str) -> Cell | None:
        """Return what a cell shows, and count what it does not; None if it shows nothing."""
        style = attribute(cell, "style-name") or attribute(row, "default-cell-style-name")
        style = style or self._usual.get(column, "")
        why = why or self._why_unseen(cell, style, column)
        if why:
            self._count(why)
            return None
        ground = self._styles.ground("table-cell", style) or WHITE
        text, is_cut = words_shown(cell, self._styles, ground)
        self._count("runs", int(is_cut))
        try:
            shown = cell_shown(cell, text, self._styles)
        except Odd:
            self._count("odd")
            return None
        return shown if not isinstance(shown, str) or shown.strip() else None

    def _why_unseen(self, cell: Element, style: str, column: int) -> str:
        if column in self._hidden:
            return "hidden-columns"
        if self._places[column] < 0:
            return "far"
        if local(cell) == "covered-table-cell":
            return "merged"
        return _why_hidden(self._styles, style)

    def _take_merged(self, cell: Element, place: int, column: int) -> None:
        tall, wide = (repeated(cell, f"number-{name}-spanned") for name in ("rows", "columns"))
        if (tall > 1 or wide > 1) and len(self._merged) < _MOST_MERGED and not self._hidden:
            self._merged.append((place, column, place + tall - 1, column + wide - 1))

    def _merge(self, sheet: ShownSheet) -> None:
        """Keep merged what was, where it lies over nothing that is filled."""
        filled = {(line.number, at) for line in sheet.lines for at in line.cells}
        right = max((column for _, column in filled), default=0) + _MERGED_BEYOND
        last = max((row for row, _ in filled), default=0) + _MERGED_BEYOND
        for top, start, bottom, end in self._merged:
            ends = min(bottom, last), min(end, right)
            is_small = (ends[0] - top + 1) * (ends[1] - start + 1) <= _MOST_IN_ONE
            if is_small and not any(
                (row, column) in filled and (row, column) != (top, start)
                for row in range(top, ends[0] + 1)
                for column in range(start, ends[1] + 1)
            ):
                sheet.merge(top, start, *ends)

    def _widths(self) -> dict[int, float]:
        widths, number = {}, 0
        for one in named(self._table, "table-column"):
            style = attribute(one, "style-name")
            width = centimetres(self._styles.said("table-column", style, "column-width"))
            times = repeated(one, "number-columns-repeated")
            for column in range(number + 1, number + 1 + min(times, _WIDEST)):
                place = self._places.get(column, -1)
                if width is not None and place >= 0:
                    widths[place] = width / _SIGN
            number += times
        return widths


def _area_of(drawn: Element, row: int, column: int) -> Area:
    """Return the cells that something lies over which is drawn from a cell on."""
    end = next(areas_of(attribute(drawn, "end-cell-address").rpartition(".")[2]), None)
    if end:
        return row, column, max(row, end[0]), max(column, end[1])
    tall, wide = (centimetres(attribute(drawn, name)) or 0 for name in ("height", "width"))
    return row, column, row + int(tall / _ROW_HEIGHT), column + int(wide / _COLUMN_WIDTH)


def _why_hidden(styles: Styles, style: str) -> str:
    """Return why cells of a style show nothing; an empty string if they show something."""
    if styles.is_lost("table-cell", style):
        return "invisible"
    if styles.is_tiny("table-cell", style):
        return "tiny"
    if styles.can_hide_cells(style):
        return "conditional"
    return "format" if is_silent_cell(styles, style) else ""


def _holds(cell: Element) -> bool:
    """Return whether a cell holds anything that a program would show."""
    if any(
        attribute(cell, name)
        for name in ("value", "string-value", "date-value", "time-value", "boolean-value")
    ):
        return True
    return any(
        local(one) in ("p", "h") and any(text.strip() for text in one.itertext()) for one in cell
    )
