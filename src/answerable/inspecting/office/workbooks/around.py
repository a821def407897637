"""What stands around the rows of a sheet: filters, merged ranges, rules, lists, scenarios, headers."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, pairwise

from answerable.inspecting.colours import BLACK, WHITE, is_lost
from answerable.inspecting.formats.words import formula_says_something
from answerable.inspecting.markup import Element, attribute, is_on, local, named, text_of
from answerable.inspecting.office.unseen import look_at_tree
from answerable.inspecting.office.workbooks.columns import NARROWEST
from answerable.inspecting.office.workbooks.cramped import (
    below_their_edge,
    beyond_their_cell,
    cut_off,
    shrunk_away,
)
from answerable.inspecting.office.workbooks.distances import beyond_broad_columns
from answerable.inspecting.office.workbooks.rows import column_of
from answerable.inspecting.office.workbooks.sheet import (
    COLUMNS,
    LOWEST,
    Reading,
    is_outside,
)

FAR_ROWS, FAR_COLUMNS = 200, 30
"""Blank rows or columns behind which nobody scrolls any further."""

MOST_CELLS = 5_000
"""Cells that a person can be expected to look at, one by one."""

LEAST_ZOOM = 25
"""Per cent of their size at which letters of ordinary size cannot be read any more."""

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_FIELD = re.compile(r"&[LCRPNDTABUEXYS+\-]|&\"[^\"]*\"|&\d+|&K[0-9A-F+\-]{6}|&G")
_COUNTING = frozenset(
    (
        "page|page of|of|page /|/|tudalen|tudalen o|leathanach|duilleag|seite|página|pagina|страница"
        "|strona|strana|sida|side|sivu"
    ).split("|")
)
"""What programs write around the number of a page by themselves, in the language of whoever runs them."""

_SHEETS = re.compile(r"'((?:[^'\[\]]|'')+)'!|(?<![\w.\]'])([^\W\d][\w.]*(?::[\w.]+)?)!")
_MOST_LOOKED_AT = 50_000
_ROWS_OF_A_SCREEN = 60
_FAR_RIGHT = 100
_ROW_HEIGHT, _COLUMN_WIDTH = 190_500, 609_600

Area = tuple[int, int, int, int]
"""First row and column, last row and column."""


class Around:
    """Takes in the elements around the rows; what needs the cells is kept until they were read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.merged: list[Area] = []
        self.hiding: list[Area] = []
        self._frozen = 0
        self._opens_at = 1
        self._taken = {
            "sheetFormatPr": self._take_format,
            "cols": reading.columns.take,
            "mergeCells": self._take_merged,
            "autoFilter": self._take_filter,
            "conditionalFormatting": self._take_rules,
            "dataValidations": self._take_validations,
            "headerFooter": self._take_header,
            "hyperlinks": self._take_links,
            "sheetViews": self._take_views,
            "extLst": self._take_more,
        }

    def take(self, element: Element) -> None:
        """Take in one of them."""
        name = local(element)
        look_at_tree(self.reading.package, self.reading.where, element)
        if name in self._taken:
            self._taken[name](element)
        elif name in _NAMED:
            self._add(_NAMED[name], _told(element))

    def finish(self) -> None:
        """Find what only the whole sheet tells."""
        reading = self.reading
        for code, (count, sample) in reading.hidden_rows.items():
            is_filtered = reading.is_filtered and code == "xlsx.hidden-rows"
            told = "xlsx.filtered-rows" if is_filtered else code
            reading.package.seen.add(told, reading.where, sample, count=count)
        if list(reading.cells[:1]) and any(after < one for one, after in pairwise(reading.cells)):
            reading.cells = type(reading.cells)("Q", sorted(reading.cells))
        for area in self.merged:
            if inside := sum(cell != area[:2] for cell in cells_in(reading, area)):
                self._add("xlsx.under-merged", count=inside)
        for area in self.hiding:
            if inside := sum(1 for _ in cells_in(reading, area)):
                self._add("xlsx.conditional-format-hides", count=inside)
        row, column = reading.reachable
        if (row, column) != (1, 1) and (
            out := sum(one // COLUMNS < row or one % COLUMNS < column for one in reading.cells)
        ):
            self._add("xlsx.out-of-reach", count=out)
        if self._frozen and (out := sum(one // COLUMNS > self._frozen for one in reading.cells)):
            self._add("xlsx.out-of-reach", count=out)
        self._look_at_cramped()
        if reading.count > MOST_CELLS:
            self._add("xlsx.many-cells", count=reading.count)
        self._look_for_far_cells()

    def cover(self, area: Area) -> None:
        """Find cells that lie under something that is drawn."""
        inside = sum(1 for _ in cells_in(self.reading, area))
        if inside:
            self._add("xlsx.covered-cells", count=inside)
        last = self.reading.cells[-1] // COLUMNS if self.reading.cells else 0
        if area[0] > last + FAR_ROWS or area[1] > _FAR_RIGHT:
            self._add("xlsx.far-cells")

    def _add(self, code: str, text: str = "", *, count: int = 1) -> None:
        self.reading.package.seen.add(code, self.reading.where, text, count=count)

    def _look_at_cramped(self) -> None:
        reading = self.reading
        if reading.noughts:
            self._add("xlsx.noughts", count=reading.noughts)
        for code, text in below_their_edge(reading.cramped, self.merged):
            self._add(code, text)
        for text in beyond_their_cell(reading.cramped, self.merged, reading.columns.widths):
            self._add("xlsx.pushed-out-of-sight", text)
        for code, text in cut_off(reading.crowded, self.merged):
            self._add(code, text)
        for _, text in cut_off(reading.crossed, self.merged):
            self._add("xlsx.crosses", text)
        for text in shrunk_away(reading.cramped, self.merged, reading.columns.widths):
            self._add("xlsx.tiny-text", text)

    def _look_for_far_cells(self) -> None:
        cells = self.reading.cells
        rows = sorted({one // COLUMNS for one in cells})
        columns = sorted({one % COLUMNS for one in cells})
        first = beyond(rows, FAR_ROWS)
        if first:
            self._add(
                "xlsx.far-cells",
                f"row {first}",
                count=sum(one // COLUMNS >= first for one in cells),
            )
        if rows and self._opens_at > rows[-1] + FAR_ROWS:
            self._add("xlsx.far-cells", count=len(cells))
        far = self.reading.distances.far
        if far:
            self._add(
                "xlsx.far-cells", f"row {far}", count=sum(one // COLUMNS >= far for one in cells)
            )
        widths = self.reading.columns.widths
        first = beyond(columns, FAR_COLUMNS) or beyond_broad_columns(columns, widths)
        if first:
            self._add("xlsx.far-cells", count=sum(one % COLUMNS >= first for one in cells))

    def _take_format(self, element: Element) -> None:
        height, width = (
            attribute(element, "defaultRowHeight"),
            attribute(element, "defaultColWidth"),
        )
        self.reading.lowest_by_default = bool(height) and float(height) < LOWEST
        self.reading.columns.narrow_by_default = bool(width) and float(width) < NARROWEST

    def _take_merged(self, element: Element) -> None:
        self.merged += chain.from_iterable(areas_of(attribute(one, "ref")) for one in element)

    def _take_filter(self, element: Element) -> None:
        columns = [one for one in named(element, "filterColumn") if len(one)]
        if columns:
            self.reading.is_filtered = True
            said = next(
                (value for one in columns for each in one.iter() if (value := each.get("val"))), ""
            )
            self._add("xlsx.filter", said)

    def _take_rules(self, element: Element) -> None:
        for rule in named(element, "cfRule"):
            number = attribute(rule, "dxfId")
            looks = self.reading.looks.conditional
            if number.isdigit() and int(number) < len(looks) and looks[int(number)]:
                self.hiding += areas_of(attribute(element, "sqref"))
            if _is_as_dark_as_text(rule, self.reading):
                self.hiding += areas_of(attribute(element, "sqref"))
            shown = next((one for one in rule if local(one) in ("iconSet", "dataBar")), None)
            if shown is not None and not is_on(shown, "showValue") and shown.get("showValue"):
                self.hiding += areas_of(attribute(element, "sqref"))
            for formula in named(rule, "formula"):
                self._look_at_reference(text_of(formula))
                if formula_says_something(text_of(formula)):
                    self._add("xlsx.formula-text", text_of(formula))
            for limit in rule.iter("{*}cfvo"):
                if formula_says_something(attribute(limit, "val")):
                    self._add("xlsx.formula-text", attribute(limit, "val"))

    def _take_validations(self, element: Element) -> None:
        for one in named(element, "dataValidation"):
            words = [
                attribute(one, name) for name in ("prompt", "promptTitle", "error", "errorTitle")
            ]
            words += [
                text
                for each in named(one, "formula1", "formula2")
                if formula_says_something(text := text_of(each))
            ]
            if any(words):
                self._add("xlsx.validation", "".join(words))

    def _take_header(self, element: Element) -> None:
        for one in element:
            text = text_of(one)
            if "&Z" in text or "&F" in text:
                self._add("xlsx.header-path", text)
            words = _FIELD.sub("", text.replace("&Z", "").replace("&F", "")).strip()
            if words and " ".join(words.casefold().split()) not in _COUNTING:
                self._add("xlsx.header", words)

    def _take_links(self, element: Element) -> None:
        for one in element:
            self._look_at_reference(attribute(one, "location"))
            for name in ("tooltip", "display"):
                if attribute(one, name):
                    self._add("office.tooltip", attribute(one, name))

    def _take_views(self, element: Element) -> None:
        for one in named(element, "sheetView"):
            self.reading.hides_noughts |= attribute(one, "showZeros") in ("0", "false")
            if attribute(one, "showFormulas") in ("1", "true"):
                self._add("xlsx.shows-formulas")
            if 0 < _percent(one, "zoomScale") < LEAST_ZOOM:
                self._add("xlsx.far-off")
            self._look_at_corner(one)
            self._frozen = max(self._frozen, frozen_below_the_screen(one))
            self.reading.reachable = max(self.reading.reachable, reachable_in(one))

    def _take_more(self, element: Element) -> None:
        """Take in what newer programs add to a sheet."""
        for rule in named(element, "conditionalFormatting"):
            shown = next(named(rule, "iconSet", "dataBar"), None)
            area = "".join(text_of(one) for one in named(rule, "sqref"))
            if any(self.reading.looks.hides(one) for one in named(rule, "dxf")):
                self.hiding += areas_of(area)
            if shown is not None and attribute(shown, "showValue") in ("0", "false"):
                self.hiding += areas_of(area)
        for one in named(element, "dataValidation"):
            texts = [text_of(each) for each in named(one, "f")]
            if any(map(formula_says_something, texts)):
                self._add("xlsx.validation", "".join(texts))
        for one in named(element, "f"):
            formula = text_of(one)
            if is_outside(formula):
                self._add("xlsx.outside-formula", formula)
                continue
            self._look_at_reference(formula)
            is_of_rule = any(local(above) == "cfRule" for above in one.iterancestors())
            if is_of_rule and formula_says_something(formula):
                self._add("xlsx.formula-text", formula)

    def _look_at_corner(self, view: Element) -> None:
        """Note at which row a sheet opens, if that is where nobody froze it."""
        if not any(is_frozen_pane(one) for one in named(view, "pane")):
            first = next(areas_of(attribute(view, "topLeftCell")), (1,))
            self._opens_at = max(self._opens_at, first[0])

    def _look_at_reference(self, formula: str) -> None:
        """Find the name of a sheet that the workbook does not have any more."""
        for name in sheets_named_in(formula):
            if name.casefold() not in self.reading.sheets:
                self._add("xlsx.absent-sheet", name)


def _percent(view: Element, name: str) -> int:
    given = attribute(view, name)
    return int(given) if given.isdigit() else 0


def _is_as_dark_as_text(rule: Element, reading: Reading) -> bool:
    """Return whether a scale of colours has one on which the letters of a cell cannot be seen."""
    colours = [
        reading.looks.colour(each, WHITE)
        for one in named(rule, "colorScale")
        for each in named(one, "color")
    ]
    inks = (BLACK, *reading.looks.inks)
    return any(one is not None and is_lost(one, ink) for one in colours for ink in inks)


def sheets_named_in(formula: str) -> Iterator[str]:
    """Yield the sheets that a formula names, the first and the last of several."""
    for quoted, plain in _SHEETS.findall(formula):
        yield from (quoted.replace("''", "'") or plain).split(":")


def is_frozen_pane(pane: Element) -> bool:
    """Return whether what is above or left of a pane stays where it is."""
    return attribute(pane, "state") in ("frozen", "frozenSplit")


def frozen_below_the_screen(view: Element) -> int:
    """Return the row from which nothing is reached, for all above the panes is frozen and taller than a screen; 0 if none."""
    told = (attribute(one, "ySplit") for one in named(view, "pane") if is_frozen_pane(one))
    return (
        _ROWS_OF_A_SCREEN
        if any(one.isdigit() and int(one) > 2 * _ROWS_OF_A_SCREEN for one in told)
        else 0
    )


def reachable_in(view: Element) -> tuple[int, int]:
    """Return the first row and column that can be reached: nobody scrolls to what is before frozen panes."""
    is_frozen = any(is_frozen_pane(one) for one in named(view, "pane"))
    first = next(areas_of(attribute(view, "topLeftCell")), None) if is_frozen else None
    return (first[0], first[1]) if first else (1, 1)


_NAMED = {
    "scenarios": "xlsx.scenario",
    "customSheetViews": "xlsx.custom-view",
    "protectedRanges": "xlsx.protected-range",
    "sheetProtection": "xlsx.protection",
    "customProperties": "xlsx.sheet-property",
    "cellWatches": "xlsx.custom-view",
    "smartTags": "xlsx.smart-tag",
    "webPublishItems": "xlsx.web-publishing",
    "dataConsolidate": "xlsx.outside-formula",
}


def areas_of(listed: str) -> Iterator[Area]:
    """Yield the areas of a list such as "A1:B2 D4"."""
    for one in _AREA.finditer(listed.upper()):
        row, column = int(one[2]), column_of(one[1].encode())
        yield row, column, int(one[4] or row), column_of((one[3] or one[1]).encode())


def cells_in(reading: Reading, area: Area) -> Iterator[tuple[int, int]]:
    """Yield the filled cells in an area; of a very large one, those of its first rows."""
    first, left, last, right = area
    cells = reading.cells
    at = bisect_left(cells, first * COLUMNS + left)
    for place in cells[at : at + _MOST_LOOKED_AT]:
        row, column = divmod(place, COLUMNS)
        if row > last:
            return
        if left <= column <= right:
            yield row, column


def drawn_areas(drawing: Element) -> Iterator[Area]:
    """Yield the cells that each thing on a drawing lies over, from its corner as far as is known."""
    for anchor in named(drawing, "twoCellAnchor", "oneCellAnchor"):
        corners = [one for one in anchor if local(one) in ("from", "to")]
        places = [{local(part): int(text_of(part) or 0) for part in one} for one in corners]
        size = next((one for one in anchor if local(one) == "ext"), None)
        if not places:
            continue
        row, column = places[0].get("row", 0) + 1, places[0].get("col", 0) + 1
        if len(places) > 1:
            last, right = (_end(places[1], name) for name in ("row", "col"))
            yield row, column, max(row, last), max(column, right)
        elif size is not None:
            tall, wide = (int(attribute(size, name) or 0) for name in ("cy", "cx"))
            last, right = row + tall // _ROW_HEIGHT - 1, column + wide // _COLUMN_WIDTH - 1
            yield row, column, max(row, last), max(column, right)


def _end(corner: dict[str, int], name: str) -> int:
    """Return the last row or column that something reaches into as far as half of an ordinary one."""
    half = _ROW_HEIGHT // 2 if name == "row" else _COLUMN_WIDTH // 2
    return corner.get(name, 0) + (corner.get(f"{name}Off", 0) >= half)


def beyond(places: list[int], gap: int) -> int:
    """Return the first place behind a gap, 0 if there is none; what stands first may begin far from the edge."""
    for one, after in pairwise([0, *places]):
        if after - one > gap:
            return after
    return 0


def _told(element: Element) -> str:
    texts = chain(
        element.itertext(), chain.from_iterable(one.attrib.values() for one in element.iter())
    )
    return next((text for text in texts if re.search(r"[^\W\d_]{2}", text)), "")
