"""Sheets as they are shown, with labels in the cells that are marked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.inspecting.labelling.cells import Area, named_area
from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.labelling.stretches import (
    Sayings,
    Stretch,
    labelled,
    sayings_of,
    together,
)
from answerable.inspecting.labelling.withheld import Withheld
from answerable.inspecting.rebuilding.tables.cells import Cell, Line, ShownSheet, words_of
from answerable.inspecting.redacting.cannot import CannotRedact

_WIDTH_OF_LABELS = 24.0
"""Signs: a column's own width is often that of its longest words."""

Marked = Sequence[tuple[int, PlaceMark, Area]]
"""Marks of cells with their numbers (from 0)."""


def labelled_sheets(
    sheets: Sequence[ShownSheet], marks: Sequence[PlaceMark], withheld: Withheld
) -> list[ShownSheet]:
    """Return sheets with labels for what is marked, and note what went and what stays.

    Every place of a marked area that is in a row and a column which show something has the label, whether or
    not something stood there: that a cell was blank says something, too.

    :raises CannotRedact: if a mark names a sheet that is not shown, or a paragraph.
    """
    by_sheet = _by_sheet(sheets, marks)
    sayings = sayings_of(marks)
    return [
        _Sheet(sheet, by_sheet[at], sayings, withheld).labelled() for at, sheet in enumerate(sheets)
    ]


def check_met_in_sheets(marks: Sequence[PlaceMark], withheld: Withheld) -> None:
    """Do nothing if each mark met something when sheets were labelled.

    :raises CannotRedact: if one names cells or words that are not shown.
    """
    for number, mark in enumerate(marks):
        if number in withheld.met:
            continue
        if mark.cells is not None and mark.words:
            raise CannotRedact(
                f"The words of mark {number + 1} stand in none of its cells ({named_area(mark.cells)}):"
                " look how they are written there"
            )
        if mark.cells is not None:
            raise CannotRedact(
                f"Mark {number + 1} ({named_area(mark.cells)}) meets nothing that the file shows: look at its cells again"
            )
        raise CannotRedact(
            f"The words of mark {number + 1} stand nowhere in what the file shows: look how they are written there"
        )


def _by_sheet(sheets: Sequence[ShownSheet], marks: Sequence[PlaceMark]) -> list[Marked]:
    found: list[list[tuple[int, PlaceMark, Area]]] = [[] for _ in sheets]
    for number, mark in enumerate(marks):
        if mark.paragraph:
            raise CannotRedact(
                f"Mark {number + 1} names a paragraph, but this is a table: name its cells, as B2:B40"
            )
        if mark.cells is not None:
            found[_sheet_of(mark, number, sheets)].append((number, mark, mark.cells))
    return [*found]


def _sheet_of(mark: PlaceMark, number: int, sheets: Sequence[ShownSheet]) -> int:
    if not mark.sheet and len(sheets) == 1:
        return 0
    named = [at for at, one in enumerate(sheets) if one.name == mark.sheet]
    if not mark.sheet:
        raise CannotRedact(f"Mark {number + 1} names no sheet, and the file shows several")
    if len(named) != 1:
        raise CannotRedact(
            f"The sheet of mark {number + 1} is not one that the file shows: write its name as its tab does;"
            " what is hidden is left out without a mark"
        )
    return named[0]


class _Sheet:
    """One sheet while it is labelled."""

    def __init__(
        self, sheet: ShownSheet, marks: Marked, sayings: Sayings, withheld: Withheld
    ) -> None:
        self._sheet, self._sayings, self._withheld = sheet, sayings, withheld
        self._marks = [one for one in marks if not one[1].words]
        self._words_in = [
            (number, area, sayings_of([replace(mark, cells=None)]))
            for number, mark, area in marks
            if mark.words
        ]
        self._columns = sorted(set[int]().union(*(line.cells for line in sheet.lines)))
        self._firsts = {
            (row, column): (area[0], area[1])
            for area in sheet.merged
            for row in range(area[0], area[2] + 1)
            for column in range(area[1], area[3] + 1)
        }
        self._labelled: set[int] = set()

    def labelled(self) -> ShownSheet:
        """Return the sheet with its labels."""
        places = dict(self._places())
        lines = [self._line(line, places.get(line.number, {})) for line in self._sheet.lines]
        name = self._sheet.name
        if name:
            name = self._words(name, self._sayings.stretches(name))
        widths = {
            at: _WIDTH_OF_LABELS if at in self._labelled else width
            for at, width in self._sheet.widths.items()
        }
        return replace(self._sheet, name=name, lines=lines, widths=widths)

    def _places(self) -> Iterator[tuple[int, dict[int, tuple[int, str]]]]:
        """Yield, for each row in which something is marked, the marks and labels of its places."""
        found: dict[int, dict[int, tuple[int, str]]] = {}
        for line in self._sheet.lines:
            crossing = [one for one in self._marks if one[2].top <= line.origin <= one[2].bottom]
            for place in self._columns if crossing else ():
                column = self._sheet.origins.get(place, 0)
                for number, mark, area in crossing:
                    if area.holds(line.origin, column):
                        row, at = self._firsts.get((line.number, place), (line.number, place))
                        found.setdefault(row, {}).setdefault(at, (number, mark.label))
                        self._withheld.met.add(number)
        yield from found.items()

    def _line(self, line: Line, marked: dict[int, tuple[int, str]]) -> Line:
        cells: dict[int, Cell] = {}
        for place in sorted({*line.cells, *marked}):
            cell = line.cells.get(place)
            if place in marked:
                number, label = marked[place]
                text = "" if cell is None else words_of(cell)
                self._withheld.take(text, {number})
                # Words that stand in it alone have met it, too: they go with the whole of it.
                for one in self._stretches(text, line.origin, place):
                    self._withheld.met.update(one.marks)
                cells[place] = label
                self._labelled.add(place)
            elif cell is not None:
                cells[place] = self._cell(cell, place, line.origin)
        return replace(line, cells=cells)

    def _stretches(self, text: str, row: int, place: int) -> tuple[Stretch, ...]:
        """Return the words that are to go from a cell: those of marks without a place, and of marks of its area."""
        found = [*self._sayings.stretches(text)]
        column = self._sheet.origins.get(place, 0)
        for number, area, sayings in self._words_in:
            if area.holds(row, column):
                marks = frozenset({number})
                found += [replace(one, marks=marks) for one in sayings.stretches(text)]
        return together(found, text)

    def _cell(self, cell: Cell, place: int, row: int) -> Cell:
        text = words_of(cell)
        found = self._stretches(text, row, place)
        if not found:
            self._withheld.keep(text)
            return cell
        self._labelled.add(place)
        if isinstance(cell, str) and any(sign.isalpha() for sign in text):
            return self._words(text, found)
        # Of a number or a date no part stays: what is left of it would still tell the rest.
        self._withheld.take(text, frozenset[int]().union(*(one.marks for one in found)))
        return found[0].label

    def _words(self, text: str, found: Sequence[Stretch]) -> str:
        for one in found:
            self._withheld.take(text[one.start : one.end], one.marks)
        made = labelled(text, found)
        self._withheld.keep(made)
        return made
