"""One sheet of a workbook as it is seen: read twice, for what is hidden is told behind its rows, too."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.workbooks.around import (
    FAR_COLUMNS,
    FAR_ROWS,
    Around,
    beyond,
    drawn_areas,
)
from answerable.inspecting.office.workbooks.looks import Looks
from answerable.inspecting.office.workbooks.old_drawings import old_drawn_areas
from answerable.inspecting.office.workbooks.rows import Cell as Written
from answerable.inspecting.office.workbooks.rows import Row, column_of, rows_of
from answerable.inspecting.office.workbooks.sheet import Reading
from answerable.inspecting.office.workbooks.strings import Run, Strings
from answerable.inspecting.office.workbooks.tables import hidden_tables
from answerable.inspecting.office.workbooks.workbook import NamedSheet
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.rebuilding.tables.areas import Areas, why_not_shown
from answerable.inspecting.rebuilding.tables.cells import Cell, Line, Shown, ShownSheet
from answerable.inspecting.rebuilding.tables.strangers import check_is_of_sheets, check_rows_once
from answerable.inspecting.rebuilding.tables.values import Values, finite, own_texts, unescaped
from answerable.inspecting.seen import Seen

MOST_CELLS = 3_000_000
"""Cells that are rebuilt at all: with twice as many a loaded machine would come near the limits of time and memory."""

_MOST_MERGED = 20_000
_MERGED_BEYOND = 20
_NUMBERS = (b"", b"n")


@dataclass(slots=True)
class _Facts:
    """What a first reading told of a sheet."""

    reading: Reading
    around: Around
    used: set[bytes] = field(default_factory=set)
    places: dict[bytes, int] = field(default_factory=dict)
    far: frozenset[bytes] = frozenset()
    shows_zeros: bool = True
    hides_the_rest: bool = False
    areas: Areas = field(default_factory=Areas)


class OfficeSheet:
    """Reads one sheet, and counts what it leaves out."""

    def __init__(
        self, package: Package, sheet: NamedSheet, looks: Looks, values: Values, left: LeftOut
    ) -> None:
        self._package, self._sheet, self._looks = package, sheet, looks
        self._values, self._left = values, left
        self._hidden: list[int] = []
        self._last = self._visible = 0
        self._filled_to = -1
        self._is_beyond = False

    def shown(self, *, most: int) -> ShownSheet:
        """Return what the sheet shows.

        :raises CannotRebuild: if that is more cells than `most`, or cannot be told.
        :raises CannotSay: if it is damaged.
        """
        facts = self._facts(most)
        origins = {place: column_of(letters) for letters, place in facts.places.items()}
        shown = ShownSheet(self._sheet.name, origins=origins)
        for row in self._rows():
            if line := self._line(row, facts):
                shown.lines.append(line)
        self._add_widths(shown, facts)
        self._add_merged(shown, facts)
        return shown

    def _rows(self) -> Iterator[Row]:
        """Yield the rows in their order; what stands out of order is read otherwise by other programs."""
        last = 0
        for one in self._elements():
            if isinstance(one, Row):
                number = one.number or last + 1
                if number <= last:
                    self._count("odd", len(one.cells))
                    continue
                last = number
                self._last = number
                if one.element is not None:
                    check_is_of_sheets(one.element, self._sheet.where)
                yield one

    def _elements(self) -> Iterator[Row | Element]:
        stream = self._package.archive.stream(self._sheet.part)
        return rows_of(stream, self._sheet.part, Seen())

    def _count(self, kind: str, count: int = 1) -> None:
        self._left.add(kind, self._sheet.where, count)

    def _facts(self, most: int) -> _Facts:
        """Read the sheet once for what is told behind its rows, too.

        :raises CannotRebuild: if it has more cells in rows that are seen than `most`.
        """
        count = 0
        reading = Reading(self._package, self._sheet.where, self._looks, Strings())
        facts = _Facts(reading, Around(reading))
        for one in self._elements():
            if not isinstance(one, Row):
                if local(one) == "worksheet":
                    check_rows_once(one, self._sheet.where)
                self._take_around(one, facts)
            elif not reading.why_hidden(one):
                filled = [cell[1] for cell in one.cells if cell[6] or cell[7]]
                facts.used.update(filled)
                count += len(filled)
                if count > most:
                    raise CannotRebuild(
                        f"It shows more than {MOST_CELLS:,} cells: release a part of it, or a summary"
                    )
        self._place_columns(facts)
        facts.areas.add(facts.around.merged[:_MOST_MERGED], "merged")
        facts.areas.add(facts.around.hiding, "conditional")
        pale = self._looks.hiding_tables
        facts.areas.add(hidden_tables(self._package, self._sheet.part, pale), "conditional")
        for _, root in self._package.roots_of(self._sheet.part, "drawing"):
            if any(True for _ in named(root, "absoluteAnchor")):
                raise CannotRebuild(
                    f"Nobody can tell which cells a drawing on {self._sheet.where} covers: delete it"
                )
            facts.areas.add(drawn_areas(root), "covered")
        for _, root in self._package.roots_of(self._sheet.part, "vmlDrawing"):
            facts.areas.add(old_drawn_areas(root), "covered")
        return facts

    def _take_around(self, element: Element, facts: _Facts) -> None:
        facts.around.take(element)
        for view in named(element, "sheetView"):
            if attribute(view, "showZeros") in ("0", "false"):
                facts.shows_zeros = False
        for one in named(element, "sheetFormatPr"):
            if attribute(one, "zeroHeight") in ("1", "true"):
                facts.hides_the_rest = True

    def _place_columns(self, facts: _Facts) -> None:
        """Give each used column that can be seen its place among those that can."""
        numbers = {letters: column_of(letters) for letters in facts.used}
        columns, reach = facts.reading.columns, facts.reading.reachable[1]
        hidden = sorted(one for one in columns.hidden if one >= reach)
        for letters, number in numbers.items():
            if number >= reach and not columns.why_hidden(number):
                if columns.narrow_by_default:
                    told = sorted(one for one in columns.widths if one >= reach)
                    facts.places[letters] = bisect_left(told, number) - bisect_left(hidden, number)
                else:
                    facts.places[letters] = number - reach - bisect_left(hidden, number)
        first = beyond(sorted(place + 1 for place in facts.places.values()), FAR_COLUMNS)
        if first:
            facts.far = frozenset(
                letters for letters, place in facts.places.items() if place + 1 >= first
            )

    def _line(self, row: Row, facts: _Facts) -> Line | None:
        """Return what a row shows, and count what it does not; None if it shows nothing."""
        why = facts.reading.why_hidden(row)
        if why:
            self._hidden.append(self._last)
        else:
            self._visible += 1
        filled = sum(1 for cell in row.cells if cell[6] or cell[7])
        self._count("uncounted", sum(1 for cell in row.cells if cell[5] and not cell[6]))
        if not filled:
            return None
        if why:
            self._count("tiny-rows" if why == "xlsx.tiny-rows" else "hidden-rows")
            return None
        if self._last < facts.reading.reachable[0]:
            self._count("frozen", filled)
            return None
        place = self._place(facts)
        if self._is_beyond or place - self._filled_to > FAR_ROWS:
            self._is_beyond = True
            self._count("far", filled)
            return None
        cells = self._cells(row, facts)
        if cells:
            self._filled_to = place
        return Line(place, cells, self._last) if cells else None

    def _place(self, facts: _Facts) -> int:
        """Return the place of the row that was read last, among those that can be seen."""
        if facts.hides_the_rest:
            return self._visible - 1
        return self._last - facts.reading.reachable[0] - len(self._hidden)

    def _cells(self, row: Row, facts: _Facts) -> dict[int, Cell]:
        own = None if row.element is None else list(own_texts(row.element, self._looks))
        areas = facts.areas.in_row(self._last)
        found: dict[int, Cell] = {}
        for at, cell in enumerate(row.cells):
            if not (cell[6] or cell[7]):
                continue
            place = facts.places.get(cell[1], -1)
            if place < 0 or cell[1] in facts.far or place in found:
                self._count(_why_nowhere(cell[1], place, facts))
                continue
            if areas and (why := why_not_shown(areas, self._last, column_of(cell[1]))):
                self._count(why)
                continue
            _, unseen, is_plain = self._values.style(cell[3])
            if unseen:
                self._count(unseen)
                continue
            try:
                if is_plain and cell[4] in _NUMBERS:
                    shown: Cell = finite(cell[6])
                else:
                    shown = self._shown(cell, own[at] if own else None)
            except (ValueError, LookupError):
                self._count("odd")
                continue
            is_number = type(shown) is float and facts.shows_zeros
            if is_number or self._is_shown(shown, facts):
                found[place] = shown
        return found

    def _shown(self, cell: Written, own: tuple[str, tuple[Run, ...]] | None) -> Cell:
        """Return what a cell shows.

        :raises ValueError: if its value is not of its type; a `LookupError` too.
        """
        _, _, _, style, kind, _, raw, _ = cell
        if kind in _NUMBERS:
            return self._values.number(style, raw)
        if kind == b"s":
            return self._values.shared(style, raw, self._count)
        if kind == b"inlineStr":
            text, runs = own or (unescaped(cell[7]), ())
            return self._values.words(style, text, runs, self._count)
        text = unescaped(raw)
        if kind == b"str":
            return self._values.words(style, text, (), self._count)
        return self._values.other(style, kind, text)

    def _is_shown(self, shown: Cell, facts: _Facts) -> bool:
        if isinstance(shown, str):
            if not shown:
                self._count("format")
            return bool(shown.strip())
        value = shown.value if isinstance(shown, Shown) else shown
        if not facts.shows_zeros and value == 0 and not isinstance(value, bool):
            self._count("zeros")
            return False
        return True

    def _add_widths(self, shown: ShownSheet, facts: _Facts) -> None:
        for letters, place in facts.places.items():
            width = facts.reading.columns.widths.get(column_of(letters))
            if width is not None and letters not in facts.far:
                shown.widths[place] = width

    def _add_merged(self, shown: ShownSheet, facts: _Facts) -> None:
        """Keep merged cells merged, as far as they can be seen and lie beside what is filled."""
        if facts.hides_the_rest or facts.reading.columns.narrow_by_default or not shown.lines:
            return
        used = max(max(line.cells) for line in shown.lines)
        row, column = facts.reading.reachable
        columns = sorted(one for one in facts.reading.columns.hidden if one >= column)
        hidden = [one for one in self._hidden if one >= row]
        for first, left, last, right in facts.around.merged[:_MOST_MERGED]:
            if first in hidden or left in columns or first < row or left < column:
                continue
            top = first - row - bisect_left(hidden, first)
            start = left - column - bisect_left(columns, left)
            bottom = last - row - bisect_right(hidden, last)
            end = right - column - bisect_right(columns, right)
            shown.merge(top, start, bottom, min(end, used + _MERGED_BEYOND))


def _why_nowhere(letters: bytes, place: int, facts: _Facts) -> str:
    if letters in facts.far:
        return "far"
    if place >= 0:
        return "odd"
    return "frozen" if column_of(letters) < facts.reading.reachable[1] else "hidden-columns"
