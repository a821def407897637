"""What an Office workbook (XLSX, XLSM) shows: the sheets whose tabs can be seen, and in them what can be."""

from answerable.inspecting.archive import Archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import kind_of_package
from answerable.inspecting.markup import Element, attribute, named
from answerable.inspecting.office.package import Package, open_package
from answerable.inspecting.office.workbooks.rows import Row, rows_of
from answerable.inspecting.office.workbooks.workbook import (
    NamedSheet,
    has_no_tabs,
    looks_in,
    sheets_in,
)
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.rebuilding.tables.cells import ShownSheet
from answerable.inspecting.rebuilding.tables.office_sheet import MOST_CELLS, OfficeSheet
from answerable.inspecting.rebuilding.tables.values import Values, texts_of
from answerable.inspecting.seen import Seen

_ON = ("1", "true")
_COUNTED_ON_SHEETS = {
    "comments": "notes",
    "threadedComment": "notes",
    "hyperlink": "links",
    "pivotTable": "pivots",
    "oleObject": "embedded",
    "package": "embedded",
}
_COUNTED_OF_ALL = {"vbaProject": "macros", "externalLink": "outside"}
_DRAWN = {"chart": "charts", "chartEx": "charts"}
_SHAPES = ("sp", "pic", "cxnSp")


def sheets_of_office(archive: Archive, left: LeftOut) -> list[ShownSheet]:
    """Return what the sheets of a workbook show, and count what they do not.

    :raises CannotSay: if it is damaged.
    :raises CannotRebuild: if it shows nothing, or too much.
    """
    package = open_package(archive, Seen(), lambda *_: None)
    main = package.main_part()
    if not main or kind_of_package(package.type_of(main)) != "xlsx":
        raise CannotSay("It is an Office file without the main part of a workbook")
    workbook = package.root(main)
    looks = looks_in(package, main)
    part = next(package.related(main, "sharedStrings"), "")
    is_1904 = any(attribute(one, "date1904") in _ON for one in named(workbook, "workbookPr"))
    values = Values(looks, texts_of(package, part, looks), is_1904=is_1904)
    shown: list[ShownSheet] = []
    room = MOST_CELLS
    for sheet in _seen_sheets(package, main, workbook, left):
        made = OfficeSheet(package, sheet, looks, values, left).shown(most=room)
        room -= made.count
        shown.append(made)
        _count_around(package, sheet, left)
    _count_whole(package, main, left)
    return shown


def _seen_sheets(package: Package, main: str, workbook: Element, left: LeftOut) -> list[NamedSheet]:
    views = list(named(workbook, "workbookView"))
    if any(attribute(one, "visibility") not in ("", "visible") for one in views):
        raise CannotRebuild(
            "Its window is hidden, so that it shows nothing: unhide it, and save it again"
        )
    sheets = sheets_in(package, main, workbook)
    first = next((attribute(one, "activeTab") for one in views), "")
    active = int(first) if first.isdigit() else 0
    has_tabs = not any(has_no_tabs(one) for one in views)
    seen = []
    for number, sheet in enumerate(sheets):
        why = _why_unseen(package, sheet, is_reached=has_tabs or number == active)
        if why:
            rows = _rows(package, sheet)
            told = f"{rows:,} row{'' if rows == 1 else 's'}"
            left.say(f"1 {why} '{sheet.name}' with {told} was left out.")
        else:
            seen.append(sheet)
    return seen


def _why_unseen(package: Package, sheet: NamedSheet, *, is_reached: bool) -> str:
    """Return what a sheet is that nobody sees; an empty string if it is seen."""
    if sheet.state == "unlisted":
        return "sheet that no tab shows"
    if sheet.state.lower() == "veryhidden":
        return "very hidden sheet"
    if sheet.state != "visible":
        return "hidden sheet"
    if sheet.part not in package.archive.members:
        return "sheet that is missing"
    if "chartsheet" in package.type_of(sheet.part) or "dialogsheet" in package.type_of(sheet.part):
        return "sheet of a chart or dialogue"
    return "" if is_reached else "sheet whose tab cannot be seen"


def _rows(package: Package, sheet: NamedSheet) -> int:
    if sheet.part not in package.archive.members:
        return 0
    rows = rows_of(package.archive.stream(sheet.part), sheet.part, Seen())
    return sum(
        isinstance(one, Row) and any(cell[6] or cell[7] for cell in one.cells) for one in rows
    )


def _count_around(package: Package, sheet: NamedSheet, left: LeftOut) -> None:
    """Count what stands beside the cells of a sheet."""
    for relation in package.of(sheet.part):
        if kind := _COUNTED_ON_SHEETS.get(relation.kind):
            is_notes = relation.kind == "comments" and relation.target in package.archive.members
            count = 1
            if is_notes:
                count = sum(1 for _ in named(package.root(relation.target), "comment"))
            left.add(kind, sheet.where, count)
    for part, root in package.roots_of(sheet.part, "drawing"):
        left.add("pictures", sheet.where, sum(1 for _ in named(root, *_SHAPES)))
        for relation in package.of(part):
            if kind := _DRAWN.get(relation.kind):
                left.add(kind, sheet.where)


def _count_whole(package: Package, main: str, left: LeftOut) -> None:
    for relation in package.of(main):
        if kind := _COUNTED_OF_ALL.get(relation.kind):
            left.add(kind)
