"""One sheet, row by row: what is in it and not seen."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from answerable.inspecting.colours import Colour
from answerable.inspecting.formats.words import formula_says_something, has_number_of_somebody
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.unseen import look_at_tree
from answerable.inspecting.office.workbooks.columns import Columns, number_in
from answerable.inspecting.office.workbooks.cramped import (
    USUAL_WIDTH,
    Cramped,
    Crowded,
    is_cut_short,
)
from answerable.inspecting.office.workbooks.crosses import NUMBERS, is_crossed, long_formats
from answerable.inspecting.office.workbooks.distances import Distances
from answerable.inspecting.office.workbooks.kept_numbers import forms_held, plain_number
from answerable.inspecting.office.workbooks.looks import Looks
from answerable.inspecting.office.workbooks.part_of_values import kept_back
from answerable.inspecting.office.workbooks.rows import Cell, Row, column_of
from answerable.inspecting.office.workbooks.strings import (
    Run,
    Strings,
    inks_of,
    look_at_text,
)
from answerable.inspecting.office.workbooks.unseen_places import UnseenPlaces
from answerable.inspecting.symbols import are_words_as_signs

LOWEST = 3.0
"""Points of a row below which nothing in it can be read."""

_MOST_IN_A_LINE = 1_000
"""Signs that a cell shows in one line; what follows stands in the line above the sheet alone."""

COLUMNS = 1 << 15
"""Columns of a sheet: a cell's place is its row times this, and its column."""

_WORDS = frozenset((b"s", b"str", b"inlineStr"))
_OF_NUMBERS = b"0123456789.+-eE \t\r\n"
_ON = ("1", "true")
_MOST_CRAMPED, _MOST_COLUMNS = 20_000, 40
# A name of a workbook in brackets before that of a sheet, or a program to be asked ("cmd|'/c …'!A0").
_OUTSIDE = re.compile(r"\[[^\[\]]*\][^\[\]()!,;]*!|\|[^|!]*!")


@dataclass(slots=True)
class Reading:
    """What was read of a sheet so far."""

    package: Package
    where: str
    looks: Looks
    strings: Strings
    wanted: frozenset[str] = frozenset()
    columns: Columns = field(default_factory=Columns)
    cells: "array[int]" = field(default_factory=lambda: array("Q"))
    rows: int = 0
    visible_rows: int = 0
    count: int = 0
    lowest_by_default: bool = False
    is_filtered: bool = False
    reachable: tuple[int, int] = (1, 1)
    sheets: frozenset[str] = frozenset()
    """The names of the workbook's sheets, folded."""
    unseen: UnseenPlaces = field(default_factory=UnseenPlaces)
    all_hidden: UnseenPlaces = field(default_factory=UnseenPlaces)
    """The rows that are hidden, with content or without."""
    cramped: list[Cramped] = field(default_factory=list)
    crowded: list[Crowded] = field(default_factory=list)
    crossed: list[Crowded] = field(default_factory=list)
    hidden_rows: dict[str, tuple[int, str]] = field(default_factory=dict)
    distances: Distances = field(default_factory=Distances)
    hides_noughts: bool = False
    noughts: int = 0
    _last: int = 0
    _column: dict[bytes, int] = field(default_factory=dict)
    _plain: set[bytes] = field(default_factory=set)
    _cramping: set[bytes] = field(default_factory=set)
    _long_formats: frozenset[bytes] = frozenset()
    _has_own_texts: bool = False
    _numbers: dict[str, set[str]] = field(default_factory=dict)
    """What a cell may hold, and the numbers of charts that it is."""

    def __post_init__(self) -> None:
        """Note which styles hide nothing, and which numbers charts keep."""
        for one in filter(has_number_of_somebody, self.wanted):
            for held in forms_held(one):
                self._numbers.setdefault(held, set()).add(one)
        self._long_formats = long_formats(self.looks)
        numbers = range(len(self.looks.cells))
        self._plain = {b""} | {b"%d" % one for one in numbers if not self.looks.of_cell(one).hides}
        looks = [self.looks.of_cell(one) for one in numbers]
        self._cramping = {
            b"%d" % n
            for n, one in enumerate(looks)
            if one.shrinks or one.wraps or one.is_turned or one.fills
        }
        if self.looks.of_cell(0).hides:
            self._plain.discard(b"")

    def take(self, row: Row) -> None:
        """Take in a row."""
        number = row.number or self._last + 1
        if number <= self._last:
            self.package.seen.add("xlsx.odd-cell", self.where)
        self._last = number
        if row.element is not None:
            look_at_tree(self.package, self.where, row.element)
        if self.why_hidden(row):
            self.all_hidden.take_row(number)
        filled = [one for one in row.cells if one[6] or one[7] or one[5]]
        if not filled:
            self.distances.take_blank(row.attributes.get("ht", ""))
            return
        self.distances.take_filled(number)
        if self.hides_noughts:
            self.noughts += sum(one[6] == b"0" for one in filled)
        self.rows += 1
        self.count += len(filled)
        columns = self._columns_of(filled)
        self.cells.extend([number * COLUMNS + one for one in columns])
        self._mark_used(filled)
        self._look_at_kinds(filled, columns)
        why = self.why_hidden(row)
        if why:
            count, sample = self.hidden_rows.get(why, (0, ""))
            self.hidden_rows[why] = (count + 1, sample or self.said(filled[0]))
            self.unseen.take_row(number)
        elif not self._look_at_columns(filled, columns):
            self.visible_rows += 1
        self._look_at_cells(filled, row.element)
        self._look_for_room(row, number, filled, columns)

    def _look_for_room(self, row: Row, number: int, filled: list[Cell], columns: list[int]) -> None:
        """Find what has too little room in its cell."""
        if self.columns.squeezed or self._has_long_formats(filled):
            self._keep_crossed(number, filled, columns)
        if not self._cramping.isdisjoint([one[3] for one in filled]):
            self._keep_cramped(row, number, filled, columns)
        if self.strings.long or self._has_own_texts:
            self._keep_crowded(number, filled, columns)

    def _has_long_formats(self, filled: list[Cell]) -> bool:
        # Of most workbooks there is none, and their cells are millions.
        formats = self._long_formats
        return bool(formats) and not formats.isdisjoint([one[3] for one in filled])

    def _keep_crossed(self, number: int, filled: list[Cell], columns: list[int]) -> None:
        """Keep the cells whose numbers have no room, until it is known which cells are merged."""
        for cell, column in zip(filled, columns, strict=True):
            width = self.columns.widths.get(column, USUAL_WIDTH)
            is_looked_at = column in self.columns.squeezed or cell[3] in self._long_formats
            if is_looked_at and is_crossed(cell, self.looks, width):
                self.crossed.append(Crowded(number, column, self.said(cell)))

    def _keep_crowded(self, number: int, filled: list[Cell], columns: list[int]) -> None:
        """Keep the cells of which the next one, or the edge of the sheet, cuts off most of the words."""
        for at, cell in enumerate(filled):
            length = self.strings.length(cell)
            if not length or len(self.crowded) >= _MOST_CRAMPED:
                continue
            look = self.looks.of_cell(int(cell[3] or 0))
            before = columns[at - 1] + 1 if at else 1
            after = columns[at + 1] if at + 1 < len(columns) else COLUMNS
            first, last = (before, columns[at] + 1) if look.flows_left else (columns[at], after)
            if look.wraps or look.shrinks:
                continue
            if last - first > _MOST_COLUMNS:
                if length > _MOST_IN_A_LINE:
                    self.crowded.append(Crowded(number, columns[at], self.said(cell)))
                continue
            room = sum(self.columns.widths.get(one, USUAL_WIDTH) for one in range(first, last))
            at_the_edge = look.flows_left and first == 1
            if is_cut_short(length, room, at_the_edge=at_the_edge):
                self.crowded.append(Crowded(number, columns[at], self.said(cell), at_the_edge))

    def _keep_cramped(self, row: Row, number: int, filled: list[Cell], columns: list[int]) -> None:
        """Keep the cells whose words may not fit, until it is known which cells are merged."""
        height = number_in(row.attributes.get("ht", ""))
        for cell, column in zip(filled, columns, strict=True):
            look = self.looks.of_cell(int(cell[3] or 0))
            lines = ends = self._lines_of(cell) if look.wraps and height is not None else 1
            if look.is_turned and height is not None:
                # Turned on its side, a letter takes about half a line of the row.
                lines = max(lines, len(self.said(cell)) // 2)
            is_cramped = look.shrinks or look.fills or lines > 1
            if is_cramped and len(self.cramped) < _MOST_CRAMPED:
                said, fills = self.said(cell), look.fills and cell[4] in _WORDS
                self.cramped.append(
                    Cramped(
                        number,
                        column,
                        said,
                        look.points,
                        look.shrinks,
                        lines,
                        height,
                        fills,
                        is_ended=lines == ends,
                    )
                )

    def _lines_of(self, cell: Cell) -> int:
        if cell[4] == b"s":
            number = int(cell[6]) if cell[6].strip().isdigit() else -1
            return self.strings.ends.get(number, 0) + 1
        return (cell[7] or cell[6]).count(b"\n") + 1

    def said(self, cell: Cell) -> str:
        """Return what a cell says, for a sample."""
        if cell[4] == b"s" and cell[6].strip().isdigit():
            return self.strings.text(int(cell[6]))
        return (cell[7] or cell[6] or cell[5]).decode("utf-8", "replace")

    def _columns_of(self, filled: list[Cell]) -> list[int]:
        known = self._column
        try:
            return [known[one[1]] for one in filled]
        except KeyError:
            for one in filled:
                known[one[1]] = column_of(one[1])
            return [known[one[1]] for one in filled]

    def _look_at_kinds(self, filled: list[Cell], columns: list[int]) -> None:
        """Find cells about which programs differ: two in one place, or of another kind than they say."""
        numbers = b"".join([one[6] for one in filled if one[4] in NUMBERS])
        is_odd = bool(numbers.translate(None, _OF_NUMBERS)) or len(set(columns)) < len(columns)
        for one in filled:
            if (one[7] and (one[6] or one[4] != b"inlineStr")) or (
                one[4] == b"e" and not one[6].startswith(b"#")
            ):
                is_odd = True
        if is_odd:
            self.package.seen.add("xlsx.odd-cell", self.where, self.said(filled[-1]))

    def _mark_used(self, filled: list[Cell]) -> None:
        used = self.strings.used
        for one in filled:
            if one[4] == b"s":
                number = int(one[6]) if one[6].isdigit() else -1
                if 0 <= number < len(used):
                    used[number] = 1
                    if number in self.strings.inks:
                        self._look_at_runs(one, number)

    def hidden_places(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return the columns and the rows that are hidden, with content or without: from one to another."""
        columns = UnseenPlaces()
        for one in sorted(self.columns.hidden):
            columns.take_row(one)
        return columns.rows, self.all_hidden.rows

    def why_hidden(self, row: Row) -> str:
        """Return under which code a row is hidden; an empty string if it is not."""
        held = row.attributes
        if held.get("hidden", "").lower() in _ON:
            if held.get("outlineLevel", "0") != "0":
                return "xlsx.collapsed"
            return "xlsx.hidden-rows"
        height = number_in(held.get("ht", ""))
        if height is None:
            return "xlsx.tiny-rows" if self.lowest_by_default else ""
        return "xlsx.tiny-rows" if height < LOWEST else ""

    def _look_at_columns(self, filled: list[Cell], columns: list[int]) -> bool:
        """Find cells in hidden columns; return whether all are."""
        if not self.columns.hide:
            return False
        count = 0
        for cell, column in zip(filled, columns, strict=True):
            if why := self.columns.why_hidden(column):
                self.package.seen.add(why, self.where, self.said(cell))
                self.unseen.columns.add(column)
                count += 1
        return count == len(filled)

    def _look_at_cells(self, filled: list[Cell], element: Element | None) -> None:
        if not self._plain.issuperset([one[3] for one in filled]):
            for one in filled:
                if one[3] not in self._plain:
                    self._look_at_style(one)
        for one in filled:
            if one[5]:
                self._look_at_formula(one)
            if own := one[7] or (one[6] if one[4] == b"str" else b""):
                self._has_own_texts = True
                self._take_text(own.decode("utf-8", "replace"))
        if self._numbers and self.strings.all_told is not None:
            held = {plain_number(one[6].decode("ascii", "replace")) for one in filled}
            self.strings.all_told.update(
                *(self._numbers[one] for one in held & self._numbers.keys())
            )
        if element is not None:
            self._look_at_own_runs(element)

    def _look_at_style(self, cell: Cell) -> None:
        look = self.looks.of_cell(int(cell[3] or 0))
        if look.is_lost:
            self._add("xlsx.invisible-text", cell)
        if look.is_tiny:
            self._add("xlsx.tiny-text", cell)
        if look.signs and are_words_as_signs(self.said(cell), look.signs):
            self._add("office.symbol-font", cell)
        if look.is_pushed:
            self._add("xlsx.pushed-out-of-sight", cell)
        hides = look.hides_words if cell[4] in _WORDS else look.hides_numbers
        if hides:
            self._add("xlsx.number-format-hides", cell)
        elif (
            look.keeps_back
            and cell[4] in NUMBERS
            and (number := number_in(cell[6].decode("ascii", "replace"))) is not None
            and (code := kept_back(number, look.number_format))
        ):
            self._add(code, cell)

    def _look_at_formula(self, cell: Cell) -> None:
        formula = cell[5].decode("utf-8", "replace")
        add = self.package.seen.add
        if is_outside(formula):
            add("xlsx.outside-formula", self.where, formula)
        elif formula_says_something(formula):
            add("xlsx.formula-text", self.where, formula)
        else:
            add("xlsx.formula", self.where, formula)

    def _take_text(self, text: str) -> None:
        look_at_text(text, self.where, self.package.seen)
        if text in self.wanted and self.strings.all_told is not None:
            self.strings.all_told.add(text)

    def _look_at_runs(self, cell: Cell, number: int) -> None:
        ground = self.looks.of_cell(int(cell[3] or 0)).ground
        self._look_at_looks_of(self.strings.inks[number], ground)

    def _look_at_looks_of(self, runs: Iterable[Run], ground: Colour | None) -> None:
        for run in runs:
            if run.is_tiny:
                self.package.seen.add("xlsx.tiny-text", self.where, run.text)
            elif not run.is_seen_on(ground):
                self.package.seen.add("xlsx.invisible-text", self.where, run.text)
            if are_words_as_signs(run.text, run.font):
                self.package.seen.add("office.symbol-font", self.where, run.text)

    def _look_at_own_runs(self, row: Element) -> None:
        for cell in named(row, "c"):
            style = attribute(cell, "s")
            ground = self.looks.of_cell(int(style) if style.isdigit() else 0).ground
            self._look_at_looks_of(inks_of(cell, self.looks), ground)
            if any(local(one) == "rPh" for one in cell.iter()):
                self.package.seen.add("xlsx.phonetic", self.where)

    def _add(self, code: str, cell: Cell) -> None:
        self.package.seen.add(code, self.where, self.said(cell))


def is_outside(formula: str) -> bool:
    """Return whether a formula takes a value from another file or program."""
    return ("[" in formula or "|" in formula) and bool(_OUTSIDE.search(formula))
