"""A workbook: its sheets, and what it keeps for all of them."""

import re
from dataclasses import dataclass

from answerable.inspecting.colours import WHITE
from answerable.inspecting.findings import Sheet
from answerable.inspecting.formats.words import has_number_of_somebody
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.drawn import chart_texts
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.letters import look_at_letters
from answerable.inspecting.office.slides.text import (
    Scheme,
    look_at_texts,
    scheme_of,
    scheme_of_chart,
)
from answerable.inspecting.office.unseen import look_at_tree
from answerable.inspecting.office.workbooks.around import Around, drawn_areas
from answerable.inspecting.office.workbooks.boxes import look_at_boxes
from answerable.inspecting.office.workbooks.looks import Looks, looks_of
from answerable.inspecting.office.workbooks.old_drawings import old_drawn_areas
from answerable.inspecting.office.workbooks.rows import Row, rows_of
from answerable.inspecting.office.workbooks.sheet import Reading, is_outside
from answerable.inspecting.office.workbooks.strings import Strings, look_for_unused, strings_of
from answerable.inspecting.office.workbooks.tables import look_at_tables
from answerable.inspecting.office.writing.styles import children

MOST_SHEETS = 8
"""Tabs that can be seen side by side."""

_NARROWEST_TABS = 150
_SMALLEST_WINDOW = 1_500
"""Twentieths of a point: a window in which no row has room."""

_PLAIN_NAME = re.compile(
    r"(?:(?:'[^'\[\]]+'|[\w.]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?,?)+|#REF!|(?:'[^'\[\]]+'|[\w.]+)!#REF!"
)
_OF_PROGRAMS = "_xlnm."


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """A sheet as its workbook names it: its state, and its part; an empty string if there is none."""

    name: str
    state: str
    part: str

    @property
    def where(self) -> str:
        """Return the words for it that people see."""
        return f"sheet '{self.name}'"


def look_at_workbook(package: Package) -> None:
    """Find everything in a workbook that its rows and cells, as they are shown, do not show."""
    main = package.main_part()
    workbook = package.root(main)
    _look_at_windows(package, workbook)
    _look_at_names(package, workbook)
    _look_at_whole(package, workbook)
    sheets = sheets_in(package, main, workbook)
    if len(sheets) > MOST_SHEETS:
        package.seen.add("xlsx.many-sheets", "", count=len(sheets))
    for one in sheets:
        if one.name and not re.search(r"[\w\u2800-\u28ff]", one.name.replace("_", "x")):
            package.seen.add("xlsx.tabs-out-of-sight", f"sheet “{one.part}”")
    _look_at_sheets(package, main, sheets)


def sheets_in(package: Package, main: str, workbook: Element) -> list[NamedSheet]:
    """Return the sheets of a workbook, and those that it does not list."""
    related = package.by_key(main)
    found = []
    for one in named(workbook, "sheet"):
        relation = related.get(attribute(one, "id"))
        part = relation.target if relation and not relation.is_outside else ""
        state = attribute(one, "state") or "visible"
        found.append(NamedSheet(attribute(one, "name"), state, part))
    listed = {one.part for one in found}
    for part in package.related(main, "worksheet", "chartsheet"):
        if part not in listed:
            package.seen.add("xlsx.unlisted-sheet", f"“{part}”")
            found.append(NamedSheet(part, "unlisted", part))
    return found


def _look_at_sheets(package: Package, main: str, sheets: list[NamedSheet]) -> None:
    looks = looks_in(package, main)
    charts = _charts(package, sheets)
    wanted = frozenset(text for _, text in charts)
    part = next(package.related(main, "sharedStrings"), "")
    strings = strings_of(package, part, looks, wanted=wanted)
    names = frozenset(one.name.casefold() for one in sheets)
    for sheet in sheets:
        if sheet.part in package.archive.members:
            reading = Reading(package, sheet.where, looks, strings, wanted, sheets=names)
            _look_at_sheet(package, sheet, reading)
    look_for_unused(strings, package.seen)
    _look_at_charts(package, sheets, charts, strings)


def looks_in(package: Package, main: str) -> Looks:
    """Return how the cells of a workbook look."""
    styles = next((root for _, root in package.roots_of(main, "styles")), None)
    theme = next((root for _, root in package.roots_of(main, "theme")), None)
    return looks_of(styles, theme)


def _look_at_sheet(package: Package, sheet: NamedSheet, reading: Reading) -> None:
    around = Around(reading)
    for one in rows_of(package.archive.stream(sheet.part), sheet.part, package.seen):
        if isinstance(one, Row):
            reading.take(one)
        elif local(one) in ("worksheet", "chartsheet"):
            look_at_tree(package, sheet.where, one)
            if sum(1 for _ in children(one, "sheetData")) > 1:
                package.seen.add("xlsx.odd-cell", sheet.where)
        else:
            around.take(one)
    around.finish()
    _look_at_state(package, sheet, reading)
    _look_beside(package, sheet, around)
    visible = reading.visible_rows if sheet.state == "visible" else 0
    told = reading.unseen.told()
    package.seen.add_sheet(Sheet(sheet.name, sheet.state, visible, reading.rows, told))


def _look_at_state(package: Package, sheet: NamedSheet, reading: Reading) -> None:
    if sheet.state in ("visible", "unlisted"):
        return
    code = "xlsx.very-hidden-sheet" if sheet.state.lower() == "veryhidden" else "xlsx.hidden-sheet"
    package.seen.add(code, sheet.where, count=reading.rows)


def _look_beside(package: Package, sheet: NamedSheet, around: Around) -> None:
    """Look at the notes, tables and drawings of a sheet."""
    looks = around.reading.looks
    look_at_tables(package, sheet.part, sheet.where, looks.hiding_tables)
    for _, root in package.roots_of(sheet.part, "comments"):
        for one in named(root, "comment"):
            package.seen.add("xlsx.note", sheet.where, text_of(one))
        for author in named(root, "author"):
            if text_of(author).strip():
                package.seen.add("office.people", sheet.where, text_of(author))
    for _, root in package.roots_of(sheet.part, "drawing"):
        for area in drawn_areas(root):
            around.cover(area)
        drawn = _scheme_in(package)
        look_at_texts(package, root, sheet.where, drawn, of="xlsx")
        look_at_boxes(package, root, sheet.where, around.reading.hidden_places(), drawn)
    for _, root in package.roots_of(sheet.part, "vmlDrawing"):
        for area in old_drawn_areas(root):
            around.cover(area)


def _scheme_in(package: Package) -> Scheme:
    """Return the colours that drawings name; what they lie on is not known."""
    theme = next((root for _, root in package.roots_of(package.main_part(), "theme")), None)
    return Scheme(scheme_of([], theme).colours, None)


def _charts(package: Package, sheets: list[NamedSheet]) -> list[tuple[str, str]]:
    """Return what charts keep of cells: the formula that names the cells, and a value."""
    drawings = {part for sheet in sheets for part in package.related(sheet.part, "drawing")}
    parts = {part for drawing in drawings for part in package.related(drawing, "chart", "chartEx")}
    for part in sorted(parts):
        chart, usual = package.root(part), Scheme(_scheme_in(package).colours, WHITE)
        scheme = scheme_of_chart(chart, usual)
        look_at_texts(package, chart, f"“{part}”", scheme, of="xlsx")
        look_at_letters(package, chart, f"“{part}”", scheme, of="xlsx")
    return [found for part in sorted(parts) for found in chart_texts(package.root(part))]


def _look_at_charts(
    package: Package, sheets: list[NamedSheet], charts: list[tuple[str, str]], strings: Strings
) -> None:
    shown = {one.name for one in sheets if one.state == "visible"}
    for formula, text in charts:
        sheet = formula.lstrip("(").rpartition("!")[0].strip("'").replace("''", "'")
        if is_outside(formula) or "[" in formula:
            package.seen.add("office.chart-of-outside", "", text)
        elif sheet and sheet not in shown:
            package.seen.add("xlsx.chart-of-hidden", f"sheet '{sheet}'", text)
        elif _says_something(text) and text not in (strings.all_told or ()):
            package.seen.add("xlsx.chart-of-nothing", f"sheet '{sheet}'", text)


def _says_something(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None or has_number_of_somebody(text)


def _look_at_windows(package: Package, workbook: Element) -> None:
    for one in named(workbook, "workbookView"):
        sides = (attribute(one, side) for side in ("windowWidth", "windowHeight"))
        is_a_corner = any(side.isdigit() and 0 < int(side) < _SMALLEST_WINDOW for side in sides)
        is_put_away = is_a_corner or attribute(one, "minimized") in ("1", "true")
        if is_put_away or attribute(one, "visibility") not in ("", "visible"):
            package.seen.add("xlsx.hidden-window")
        first = attribute(one, "firstSheet")
        if has_no_tabs(one):
            package.seen.add("xlsx.tabs-out-of-sight")
        if first.isdigit() and int(first) > 0:
            package.seen.add("xlsx.tabs-scrolled", count=int(first))


def has_no_tabs(view: Element) -> bool:
    """Return whether a window of a workbook shows no tabs of sheets, or no room for them."""
    ratio = attribute(view, "tabRatio")
    is_squeezed = ratio.isdigit() and int(ratio) < _NARROWEST_TABS
    return attribute(view, "showSheetTabs") in ("0", "false") or is_squeezed


def _look_at_names(package: Package, workbook: Element) -> None:
    for one in named(workbook, "definedName"):
        name, text = attribute(one, "name"), text_of(one).strip()
        is_plain = bool(_PLAIN_NAME.fullmatch(text))
        if is_plain and name.startswith(_OF_PROGRAMS):
            continue
        where, said = "names", f"{name} = {text}"
        if is_outside(text) or "[" in text:
            package.seen.add("xlsx.outside-formula", where, said)
        elif attribute(one, "hidden") in ("1", "true"):
            package.seen.add("xlsx.hidden-name", where, said)
        elif is_plain:
            package.seen.add("xlsx.name", where, said)
        else:
            package.seen.add("xlsx.name-with-value", where, said)
        if attribute(one, "comment"):
            package.seen.add("xlsx.name-with-value", where, attribute(one, "comment"))


_OF_WHOLE = {
    "fileSharing": ("office.person", "userName"),
    "absPath": ("office.saved-path", "url"),
    "webPublishing": ("xlsx.web-publishing", "title"),
    "smartTagPr": ("xlsx.smart-tag", ""),
    "smartTagTypes": ("xlsx.smart-tag", ""),
    "customWorkbookViews": ("xlsx.custom-view", ""),
    "webPublishObjects": ("xlsx.web-publishing", ""),
    "functionGroups": ("xlsx.custom-view", ""),
}


def _look_at_whole(package: Package, workbook: Element) -> None:
    for one in workbook.iter():
        found = _OF_WHOLE.get(local(one))
        if found and (not found[1] or attribute(one, found[1])):
            package.seen.add(found[0], "", attribute(one, found[1]) if found[1] else "")
    if any(
        value not in ("0", "false")
        for one in named(workbook, "workbookProtection")
        for value in one.attrib.values()
    ):
        package.seen.add("xlsx.protection")
