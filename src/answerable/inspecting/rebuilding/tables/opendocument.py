"""What an OpenDocument workbook (ODS) shows: its sheets that are shown, and in them what can be seen."""

import re

from answerable.inspecting.archive import Archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.markup import (
    MOST_BYTES,
    Element,
    attribute,
    local,
    named,
    root_of,
    text_of,
)
from answerable.inspecting.opendocument.sheets import repeated
from answerable.inspecting.opendocument.styles import Styles, styles_of
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.tables.cells import ShownSheet
from answerable.inspecting.rebuilding.tables.office_sheet import MOST_CELLS
from answerable.inspecting.rebuilding.tables.open_sheet import OpenSheet
from answerable.inspecting.rebuilding.tables.strangers import check_is_open
from answerable.inspecting.seen import Seen

_CONTENT, _STYLES, _SETTINGS, _MANIFEST = (
    "content.xml",
    "styles.xml",
    "settings.xml",
    "META-INF/manifest.xml",
)
_COUNTED = {
    "annotation": "notes",
    "a": "links",
    "data-pilot-table": "pivots",
    "script": "macros",
    "tracked-changes": "changes",
}


def sheets_of_opendocument(archive: Archive, left: LeftOut) -> list[ShownSheet]:
    """Return what the sheets of a workbook show, and count what they do not.

    :raises CannotSay: if it is locked or damaged.
    :raises CannotRebuild: if it shows too much.
    """
    _check_is_open(archive)
    content = _root(archive, _CONTENT)
    if content is None:
        raise CannotSay("It is an OpenDocument file without its content: it is damaged")
    check_is_open(content)
    styles = styles_of(content, _root(archive, _STYLES))
    active = _only_sheet(_root(archive, _SETTINGS))
    shown: list[ShownSheet] = []
    room = MOST_CELLS
    for table in named(content, "table"):
        if local(table.getparent()) != "spreadsheet":
            continue
        why = _why_unseen(table, styles, active)
        if why:
            rows = _rows(table)
            name = attribute(table, "name")
            left.say(f"1 {why} '{name}' with {rows:,} row{'' if rows == 1 else 's'} was left out.")
            continue
        made = OpenSheet(table, styles, left).shown(most=room)
        room -= made.count
        shown.append(made)
    for name, kind in _COUNTED.items():
        left.add(kind, count=sum(1 for _ in named(content, name)))
    return shown


def _root(archive: Archive, name: str) -> Element | None:
    if name not in archive.members:
        return None
    return root_of(archive.unpacked(name, most=MOST_BYTES), name, Seen())


def _check_is_open(archive: Archive) -> None:
    manifest = _root(archive, _MANIFEST)
    if manifest is not None and any(True for _ in named(manifest, "encryption-data")):
        raise CannotSay(
            "It is locked by a password, and cannot be rebuilt: save a copy without one"
        )


def _only_sheet(settings: Element | None) -> str:
    """Return the one sheet that is seen where a file shows no tabs; an empty string where it shows them."""
    items = list(named(settings, "config-item")) if settings is not None else []
    said = {attribute(one, "name"): text_of(one).strip() for one in items}
    return said.get("ActiveTable", "") if said.get("HasSheetTabs") == "false" else ""


def _why_unseen(table: Element, styles: Styles, active: str) -> str:
    if styles.said("table", attribute(table, "style-name"), "display") == "false":
        return "hidden sheet"
    is_out_of_reach = active and attribute(table, "name") != active
    return "sheet whose tab cannot be seen" if is_out_of_reach else ""


def _rows(table: Element) -> int:
    return sum(
        repeated(row, "number-rows-repeated")
        for row in named(table, "table-row")
        if any(re.search(r"\S", text_of(cell)) for cell in row)
    )
