"""The sheets of an OpenDocument workbook: what is in them and not seen."""

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from answerable.inspecting.findings import Sheet
from answerable.inspecting.formats.words import formula_says_something, has_number_of_somebody
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.workbooks.around import Area, areas_of
from answerable.inspecting.office.workbooks.unseen_places import UnseenPlaces
from answerable.inspecting.opendocument.styles import Styles, centimetres
from answerable.inspecting.seen import Seen
from answerable.inspecting.symbols import are_words_as_signs

FAR_ROWS, FAR_COLUMNS = 200, 30
MOST_CELLS = 5_000
_SHEET_NAME = re.compile(r"\$?(?:'[^']*'|[^\s.:']+)\.")
_NUMBER, _LIMIT = re.compile(r"\d+"), re.compile(r"[<>≤≥]")
_MOST_DIGITS = 300
_SHOWN, _FIRST_DIGITS = re.compile(r"\d(?:[\s.,'\u2019\-]?\d)*"), 2
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")
_MOST_REPEATED = 1 << 20
_NOT_WORDS = ("float", "currency", "percentage", "date", "time")
_MOST_COLUMNS = 1 << 14
_USUAL_WIDTH = 2.2
"""Centimetres: a little less than a column has by itself."""

_HEIGHT_OF_A_LINE, _MOST_OF_A_LINE = 0.041, 0.6
_WIDTH_OF_A_DIGIT, _SPARE = 0.017, 0.3
"""Centimetres for each point of its size, and what a cell has to spare."""


def look_at_sheets(content: Element, styles: Styles, seen: Seen) -> None:
    """Find hidden sheets, rows, columns and cells."""
    for table in named(content, "table"):
        if local(table.getparent()) == "spreadsheet":
            _Reading(table, styles, seen).look()


class _Reading:
    """One sheet while it is read."""

    def __init__(self, table: Element, styles: Styles, seen: Seen) -> None:
        self._table, self._styles, self._seen = table, styles, seen
        self._name = attribute(table, "name")
        self._where = f"sheet '{self._name}'"
        self._hidden = dict(hidden_columns(table, styles))
        self._usual = dict(usual_styles(table))
        self._widths = dict(narrow_columns(table, styles))
        self._hiding = list(hiding_areas(table, styles))
        self._rows = self._visible = self._cells = 0
        self._filled_rows: set[int] = set()
        self._filled_columns: set[int] = set()
        self._unseen = UnseenPlaces()

    def look(self) -> None:
        """Find what the sheet hides."""
        number = 0
        for row in named(self._table, "table-row"):
            number += 1
            self._take(row, number)
            number += repeated(row, "number-rows-repeated") - 1
        is_hidden = (
            self._styles.said("table", attribute(self._table, "style-name"), "display") == "false"
        )
        if is_hidden:
            self._seen.add("odf.hidden-sheet", self._where, count=self._rows)
        if self._cells > MOST_CELLS:
            self._seen.add("xlsx.many-cells", self._where, count=self._cells)
        for places, gap in ((self._filled_rows, FAR_ROWS), (self._filled_columns, FAR_COLUMNS)):
            far = [after for one, after in pairwise([0, *sorted(places)]) if after - one > gap]
            if far:
                self._seen.add("odf.far-cells", self._where, count=len(far))
        state = "hidden" if is_hidden else "visible"
        self._seen.add_sheet(
            Sheet(
                self._name,
                state,
                0 if is_hidden else self._visible,
                self._rows,
                self._unseen.told(),
            )
        )

    def _take(self, row: Element, number: int) -> None:
        column, filled = 0, []
        for cell in row:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            column += 1
            text = _said(cell)
            if text:
                filled.append((column, cell, text))
            column += repeated(cell, "number-columns-repeated") - 1
        if not filled:
            return
        self._rows += 1
        self._cells += len(filled)
        self._filled_rows.add(number)
        self._filled_columns |= {column for column, _, _ in filled}
        is_seen = self._look_at_row(row, filled[0][2])
        if not is_seen:
            self._unseen.take_row(number)
        self._unseen.columns |= {one for one, _, _ in filled if is_seen and one in self._hidden}
        seen_cells = [self._look_at_cell(*one, row, number) for one in filled]
        self._visible += int(is_seen and any(seen_cells))

    def _look_at_row(self, row: Element, text: str) -> bool:
        code = why_row_hidden(row, self._styles)
        if code:
            self._seen.add(code, self._where, text)
        return not code

    def _look_at_cell(
        self, column: int, cell: Element, text: str, row: Element, number: int
    ) -> bool:
        style = attribute(cell, "style-name") or attribute(row, "default-cell-style-name")
        style = style or self._usual.get(column, "")
        if local(cell) == "covered-table-cell":
            self._seen.add("odf.under-merged", self._where, text)
        if any(
            first <= number <= last and left <= column <= right
            for first, left, last, right in self._hiding
        ):
            self._seen.add("odf.invisible-text", self._where, text)
        self._look_at_style(style, text)
        if is_silent_cell(self._styles, style):
            self._seen.add("odf.number-format-hides", self._where, text)
        shown = "".join(text_of(one) for one in cell if local(one) in ("p", "h"))
        kept = attribute(cell, "string-value")
        if kept and kept != shown:
            self._seen.add("odf.number-format-hides", self._where, kept)
        if code := kept_back(cell, shown):
            self._seen.add(code, self._where, text)
        if lines_below(cell, row, style, self._styles):
            self._seen.add("xlsx.lines-below", self._where, shown)
        if self._is_crossed(column, cell, shown, style):
            self._seen.add("xlsx.crosses", self._where, shown)
        formula = attribute(cell, "formula")
        if formula:
            self._look_at_formula(formula)
        code = self._hidden.get(column, "")
        if code:
            self._seen.add(code, self._where, text)
        return not code

    def _is_crossed(self, column: int, cell: Element, shown: str, style: str) -> bool:
        """Return whether a column is too narrow for a number or a day: LibreOffice shows crosses in place of it."""
        width = self._widths.get(column)
        if width is None or attribute(cell, "value-type") not in _NOT_WORDS:
            return False
        is_merged = repeated(cell, "number-columns-spanned") > 1
        wraps = self._styles.said("table-cell", style, "wrap-option") == "wrap"
        points = self._styles.points("table-cell", style)
        is_full = len(shown) * points * _WIDTH_OF_A_DIGIT > width + _SPARE
        return is_full and not is_merged and not wraps

    def _look_at_style(self, style: str, text: str) -> None:
        if self._styles.is_lost("table-cell", style) or self._styles.can_hide_cells(style):
            self._seen.add("odf.invisible-text", self._where, text)
        if self._styles.is_tiny("table-cell", style):
            self._seen.add("odf.tiny-text", self._where, text)
        if are_words_as_signs(text, self._styles.font_of_signs("table-cell", style)):
            self._seen.add("office.symbol-font", self._where, text)

    def _look_at_formula(self, formula: str) -> None:
        if "'file:" in formula or "DDE(" in formula.upper():
            self._seen.add("odf.outside", self._where, formula)
        else:
            says = formula_says_something(formula)
            code = "xlsx.formula-text" if says else "xlsx.formula"
            self._seen.add(code, self._where, formula)


def lines_below(cell: Element, row: Element, style: str, styles: Styles) -> bool:
    """Return whether the last line of a cell stands below the edge of a row that does not grow."""
    look = attribute(row, "style-name")
    height = centimetres(styles.said("table-row", look, "row-height"))
    if height is None or styles.said("table-row", look, "use-optimal-row-height") == "true":
        return False
    said = [text_of(one).strip() for one in cell if local(one) in ("p", "h")]
    while said and not said[-1]:
        said.pop()
    is_merged = repeated(cell, "number-rows-spanned") > 1
    line = styles.points("table-cell", style) * _HEIGHT_OF_A_LINE
    return len(said) > 1 and not is_merged and len(said) - height / line > _MOST_OF_A_LINE


def kept_back(cell: Element, shown: str) -> str:
    """Return under which code it is found that a cell shows less of its number or date than it holds."""
    told = [int(one) for one in _NUMBER.findall(shown)]
    if value := attribute(cell, "value"):
        is_nothing = not value.strip("-0.") or not shown.strip()
        is_told = bool(told) and not _LIMIT.search(shown) and _may_show(shown, value)
        return "" if is_nothing or is_told else "odf.number-format-hides"
    found = _DATE.match(attribute(cell, "date-value"))
    if found is None or not shown.strip():
        return ""
    year, month, day = (int(one) for one in found.groups())
    is_of_a_month = day in (1, monthrange(year, month)[1])
    if day in told or (is_of_a_month and told):
        return ""
    return "xlsx.part-of-date" if year in told or year % 100 in told else "xlsx.part-of-value"


def _may_show(shown: str, value: str) -> bool:
    """Return whether a cell shows the first digits of a number as long as somebody's, rounded or not, behind whatever else."""
    if not (value.isdigit() and has_number_of_somebody(value)):
        return True
    return any(
        _are_first(re.sub(r"\D", "", one).lstrip("0"), value) for one in _SHOWN.findall(shown)
    )


def _are_first(digits: str, value: str) -> bool:
    first = min(len(digits), _FIRST_DIGITS)
    # Of more digits than a cell counts with, nothing is rounded.
    rounded = f"{int(value[:_MOST_DIGITS]):.{max(first - 1, 0)}e}".partition("e")[0].replace(
        ".", ""
    )
    return first > 0 and digits[:first] in (rounded, value[:first])


def hidden_columns(table: Element, styles: Styles) -> Iterator[tuple[int, str]]:
    """Yield the columns of a sheet that are hidden, each with its code."""
    number = 0
    for one in named(table, "table-column"):
        count = repeated(one, "number-columns-repeated")
        if code := _why_column_hidden(one, styles):
            for column in range(number + 1, number + 1 + min(count, _MOST_COLUMNS)):
                yield column, code
        number += count


def narrow_columns(table: Element, styles: Styles) -> Iterator[tuple[int, float]]:
    """Yield the columns of a sheet that are narrower than usual, each with its width in centimetres."""
    number = 0
    for one in named(table, "table-column"):
        count = repeated(one, "number-columns-repeated")
        said = styles.said("table-column", attribute(one, "style-name"), "column-width")
        width = centimetres(said)
        if width is not None and width < _USUAL_WIDTH:
            for column in range(number + 1, min(number + count, _MOST_COLUMNS) + 1):
                yield column, width
        number += count


def _why_column_hidden(column: Element, styles: Styles) -> str:
    if attribute(column, "visibility") in ("collapse", "filter") or _is_folded(column):
        return "odf.hidden-columns"
    style = attribute(column, "style-name")
    return "odf.tiny" if styles.is_narrow("table-column", style, "column-width") else ""


def usual_styles(table: Element) -> Iterator[tuple[int, str]]:
    """Yield the styles of cells that columns give where neither cell nor row names one."""
    number = 0
    for one in named(table, "table-column"):
        count = repeated(one, "number-columns-repeated")
        if name := attribute(one, "default-cell-style-name"):
            for column in range(number + 1, number + 1 + min(count, _MOST_COLUMNS)):
                yield column, name
        number += count


def why_row_hidden(row: Element, styles: Styles) -> str:
    """Return under which code a row is hidden; an empty string if it is not."""
    code = {"collapse": "odf.hidden-rows", "filter": "odf.filtered-rows"}.get(
        attribute(row, "visibility"), ""
    )
    if code or _is_folded(row):
        return code or "odf.hidden-rows"
    is_low = styles.is_narrow("table-row", attribute(row, "style-name"), "row-height")
    return "odf.tiny" if is_low else ""


def _is_folded(one: Element) -> bool:
    """Return whether a row or column is in a group that is folded."""
    return any(
        local(above) in ("table-row-group", "table-column-group")
        and attribute(above, "display") == "false"
        for above in one.iterancestors()
    )


def hiding_areas(table: Element, styles: Styles) -> Iterator[Area]:
    """Yield the areas of a sheet whose cells a conditional format can hide."""
    for one in named(table, "conditional-format"):
        conditions = list(named(one, "condition", "date-is"))
        applied = [
            attribute(each, name) for each in conditions for name in ("apply-style-name", "style")
        ]
        if any(styles.hides_cells(name) for name in applied if name):
            yield from areas_of(_SHEET_NAME.sub("", attribute(one, "target-range-address")))


def is_silent_cell(styles: Styles, style: str) -> bool:
    """Return whether a cell's style shows nothing of its value."""
    protects = styles.said("table-cell", style, "cell-protect")
    return styles.is_silent(style) or protects.startswith("hidden")


def _said(cell: Element) -> str:
    """Return what a cell holds: its text, or its value where no text is shown."""
    text = "".join(text_of(one) for one in cell if local(one) in ("p", "h")).strip()
    return text or next(
        (
            value
            for name in ("string-value", "value", "date-value", "time-value")
            if (value := attribute(cell, name))
        ),
        "",
    )


def repeated(element: Element, name: str) -> int:
    """Return how often a row, column or cell stands there that is written once."""
    count = attribute(element, name)
    return min(int(count), _MOST_REPEATED) if count.isdigit() else 1
