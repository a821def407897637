"""A layout's parts as a spreadsheet: Excel's, or lines of values with commas. Links lose their targets."""

import csv
import io

from tests.support.layouts.nodes import Cell, Grid
from tests.support.layouts.pieces import text
from tests.support.sheet_files import excel_file


def excel(made):
    """Return the bytes of a file with one sheet; cells that reach over others are merged there too."""
    rows, merged = _rows(made)
    return excel_file({"Log": rows}, merged=merged)


def commas(made):
    """Return the rows as CSV: of what is merged, the first cell alone has words."""
    written = io.StringIO()
    csv.writer(written).writerows(_rows(made)[0])
    return written.getvalue()


def _rows(made):
    """Return rows of words, and the ranges of merged cells: "A2:A4"."""
    rows, merged = [], []
    for part in made.parts:
        if not isinstance(part, Grid):
            rows.append([text([part])])
            continue
        for is_covered, row in part.covered():
            cells = [""] * is_covered
            for cell in row:
                merged += _range(cell, column=len(cells), line=len(rows) + 1)
                cells += [_words(cell), *[""] * (getattr(cell, "across", 1) - 1)]
            rows.append(cells)
    return rows, merged


def _range(cell, *, column, line):
    if not isinstance(cell, Cell) or cell.across * cell.down == 1:
        return []
    first, last = (chr(ord("A") + place) for place in (column, column + cell.across - 1))
    return [f"{first}{line}:{last}{line + cell.down - 1}"]


def _words(cell):
    if isinstance(cell, Cell):
        return _words(cell.body)
    return cell if isinstance(cell, str) else text(cell)
