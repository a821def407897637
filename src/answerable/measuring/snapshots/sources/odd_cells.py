"""Cells of a workbook that its reader shows as empty, and that are not: errors, formulas without a result."""

import re
import zipfile
from pathlib import Path
from typing import IO

from lxml import etree

_MAIN = "{*}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_AT_ONCE = 2**20
_SUSPECT = re.compile(rb"""\st\s*=\s*["']e["']|<(?:\w+:)?f[\s>/]""")
_OVERLAP = 64
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS = 26
NO_RESULT = "#NO-RESULT"
"""What is said in the place of a formula that was never computed."""


def odd_cells(path: Path, sheet: str) -> dict[tuple[int, int], str]:
    """Return the errors of a sheet by row and column, from 0, and its formulas that have no result."""
    with zipfile.ZipFile(path) as package:
        part = _part(package, sheet)
        # Few sheets of rows hold a formula: the others need not be taken apart a second time.
        if part is None or not _is_suspect(package, part):
            return {}
        with package.open(part) as file:
            return _found(file)


def counts_from_1904(path: Path) -> bool:
    """Return whether a workbook counts days from 1904, as some on Macintosh computers do."""
    with zipfile.ZipFile(path) as package:
        root = _root(package, "xl/workbook.xml")
    properties = root.find(f"{_MAIN}workbookPr")
    return properties is not None and properties.get("date1904") in ("1", "true")


def _part(package: zipfile.ZipFile, sheet: str) -> str | None:
    wanted = next(
        (
            one.get(_RELATION)
            for one in _root(package, "xl/workbook.xml").iter(f"{_MAIN}sheet")
            if one.get("name") == sheet
        ),
        None,
    )
    for relation in _root(package, "xl/_rels/workbook.xml.rels"):
        if relation.get("Id") == wanted:
            target = str(relation.get("Target"))
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return None


def _root(package: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(name), parser)


def _is_suspect(package: zipfile.ZipFile, part: str) -> bool:
    tail = b""
    with package.open(part) as file:
        while data := file.read(_AT_ONCE):
            if _SUSPECT.search(tail + data):
                return True
            tail = data[-_OVERLAP:]
    return False


def _found(file: IO[bytes]) -> dict[tuple[int, int], str]:
    found = {}
    row = column = -1
    walk = etree.iterparse(
        file,
        events=("start", "end"),
        tag=("{*}row", "{*}c"),
        resolve_entities=False,
        no_network=True,
    )
    for event, element in walk:
        is_row = etree.QName(element).localname == "row"
        if event == "start" and is_row:
            # Rows and cells without a place of their own follow the one before.
            row, column = int(element.get("r") or row + 2) - 1, -1
        elif event == "end" and not is_row:
            column = _column(element.get("r"), column)
            if (said := _said(element)) is not None:
                found[row, column] = said
            element.clear()
        elif event == "end":
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return found


def _column(reference: str | None, before: int) -> int:
    parts = _REFERENCE.fullmatch(reference or "")
    if parts is None:
        return before + 1
    number = 0
    for letter in parts[1]:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def _said(cell: etree._Element) -> str | None:
    value = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "e":
        return value or "#ERROR"
    if cell.find(f"{_MAIN}f") is not None and not value and cell.get("t") != "str":
        return NO_RESULT
    return None
