"""What sheets show as a workbook written anew: values alone, no formula, no author, and no time of its making."""

import datetime as dt
import io
import re
from collections.abc import Iterable
from typing import Any

from answerable.inspecting.rebuilding.tables.cells import Cell, ShownSheet, words_of

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "remove_timezone": False,
}
# The first moment that a zip can name: workbooks have to say when they were made.
_NO_MOMENT = dt.datetime(1980, 1, 1)  # noqa: DTZ001 a workbook's moments have no zone
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
LONGEST_WORDS = 32_767
"""Signs that a cell of a workbook can hold."""

MOST_BLANK_ROWS, MOST_BLANK_COLUMNS = 150, 25
"""Blank rows and columns beside each other of which no more are kept."""

_MOST_FORMS = 500
_NARROWEST, _WIDEST = 2.0, 120.0
_PADDING = 0.71
_USUAL_WIDTH = 8.43
_TIMES_TOO_LONG = 3
"""Words so many times longer than their column stand in several lines, so that the next cell cuts nothing off."""


def sheets_as_workbook(sheets: Iterable[ShownSheet]) -> bytes:
    """Return a workbook with these sheets; the same sheets give the same bytes."""
    out = io.BytesIO()
    import xlsxwriter  # noqa: PLC0415 only looking at a workbook writes none

    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"created": _NO_MOMENT})
    forms = _Forms(book)
    names: set[str] = set()
    for sheet in sheets:
        squeezed = sheet.squeezed(rows=MOST_BLANK_ROWS, columns=MOST_BLANK_COLUMNS)
        _write(book.add_worksheet(_name(sheet.name, names)), squeezed, forms)
    book.close()
    return out.getvalue()


class _Forms:
    """The forms of cells, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool], Any] = {}

    def of(self, form: str, *, is_head: bool, wraps: bool = False) -> Any:
        if not form and not is_head and not wraps:
            return None
        if (form, is_head, wraps) not in self._made:
            if len(self._made) > _MOST_FORMS:
                return None
            looks = {"num_format": form or "General", "bold": is_head, "valign": "top"}
            self._made[form, is_head, wraps] = self._book.add_format({**looks, "text_wrap": wraps})
        return self._made[form, is_head, wraps]


def _write(to: Any, sheet: ShownSheet, forms: _Forms) -> None:
    for at, width in _widths(sheet).items():
        to.set_column(at, at, min(_WIDEST, max(_NARROWEST, width - _PADDING)))
    head = sheet.lines[0].number if sheet.lines else -1
    for line in sheet.lines:
        for at, cell in line.cells.items():
            wraps = at + 1 in line.cells and _is_long(cell, sheet.widths.get(at, _USUAL_WIDTH))
            is_head = line.number == head
            _write_cell(to, line.number, at, cell, forms, is_head=is_head, wraps=wraps)
    _merge(to, sheet, forms)


def _widths(sheet: ShownSheet) -> dict[int, float]:
    """Return how wide columns are: as wide as they were, and no number is shown as crosses."""
    merged = {(top, left) for top, left, _, _ in sheet.merged}
    widths = dict(sheet.widths)
    for line in sheet.lines:
        for at, cell in line.cells.items():
            if isinstance(cell, str) or (line.number, at) in merged:
                continue
            needed = len(words_of(cell)) + 2 * _PADDING
            if needed > widths.get(at, _USUAL_WIDTH):
                widths[at] = needed
    return widths


def _is_long(cell: Cell, width: float) -> bool:
    return isinstance(cell, str) and len(cell) > _TIMES_TOO_LONG * width


def _write_cell(  # noqa: PLR0913 where it goes, what it says, and how it looks
    to: Any, row: int, column: int, cell: Cell, forms: _Forms, *, is_head: bool, wraps: bool = False
) -> None:
    if isinstance(cell, float):
        to.write_number(row, column, cell, forms.of("", is_head=is_head))
        return
    if isinstance(cell, str):
        form = forms.of("", is_head=is_head, wraps=wraps)
        to.write_string(row, column, cell[:LONGEST_WORDS], form)
        return
    form = forms.of(cell.form, is_head=is_head)
    if form is None and cell.form:
        # More forms than a workbook should have: what is shown stays, as words.
        to.write_string(row, column, cell.text)
    elif isinstance(cell.value, bool):
        to.write_boolean(row, column, cell.value, form)
    elif isinstance(cell.value, dt.datetime | dt.time):
        to.write_datetime(row, column, cell.value, form)
    else:
        to.write_number(row, column, cell.value, form)


def _merge(to: Any, sheet: ShownSheet, forms: _Forms) -> None:
    """Merge what was merged, where only its first cell shows anything."""
    lines = {line.number: line.cells for line in sheet.lines}
    head = sheet.lines[0].number if sheet.lines else -1
    for top, left, bottom, right in sheet.merged:
        cell = lines.get(top, {}).get(left)
        if cell is None or (top, left) == (bottom, right):
            continue
        to.merge_range(top, left, bottom, right, "", forms.of("", is_head=top == head))
        _write_cell(to, top, left, cell, forms, is_head=top == head)


def _name(name: str, taken: set[str]) -> str:
    """Return a name that a sheet can have, and no other has."""
    plain = _NOT_IN_NAMES.sub(" ", name).strip("' ")[:_LONGEST_NAME].strip("' ") or "Sheet"
    if plain.lower() == "history":
        plain = "History sheet"
    tried, number = plain, 1
    while tried.lower() in taken:
        number += 1
        tried = f"{plain[: _LONGEST_NAME - 5]} ({number})"
    taken.add(tried.lower())
    return tried
