"""Markup of other makers among that of sheets: programs pass over it, and what reads by names alone would show it."""

from lxml import etree

from answerable.inspecting.markup import Element, local
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild

_OF_SHEETS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    # Of a sheet in which every element had a prefix, it was taken off before.
    "",
)
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN_NAMES = frozenset(
    "table table-row table-cell covered-table-cell table-column table-row-group table-column-group p h span style"
    " default-style table-properties text-properties table-cell-properties table-row-properties"
    " table-column-properties".split()
)
_AROUND = frozenset("sheetData cols mergeCells sheetViews sheetFormatPr autoFilter".split())


def check_is_of_sheets(one: Element, where: str) -> None:
    """Do nothing if all that is in an element is markup of sheets, as the root around it is.

    :raises CannotRebuild: if something in it is not.
    """
    space = _space(one.getroottree().getroot())
    for inside in one.iter():
        if not isinstance(inside.tag, str) or _space(inside) != space or space not in _OF_SHEETS:
            raise CannotRebuild(
                f"{where} has markup of other makers among its cells: open it with its program, and save it again"
            )


def check_rows_once(root: Element, where: str) -> None:
    """Do nothing if a sheet has its rows in one place, and what says how it looks in none that some pass over.

    :raises CannotRebuild: if programs would read it differently.
    """
    space = _space(root)
    around = [one for one in root.iter(etree.Element) if local(one) in _AROUND and one is not root]
    places = [one for one in around if local(one) == "sheetData"]
    is_odd = any(one.getparent() is not root or _space(one) != space for one in around)
    if space not in _OF_SHEETS or len(places) > 1 or is_odd:
        raise CannotRebuild(
            f"The rows of {where} stand in two places, and programs read one or the other:"
            " open the file with its program, and save it again"
        )


def check_is_open(content: Element) -> None:
    """Do nothing if all tables, rows, cells and texts of an OpenDocument file are its own.

    :raises CannotRebuild: if other makers' are among them.
    """
    for one in content.iter(etree.Element):
        if local(one) in _OPEN_NAMES and not _space(one).startswith(_OPEN):
            raise CannotRebuild(
                "It has markup of other makers among its cells: open it with its program, and save it again"
            )


def _space(one: Element) -> str:
    return str(etree.QName(one).namespace or "")
