"""Excel's files (.xlsx, .xlsm) into a document: the visible sheets, their cells as they are displayed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.docx.elements import Element, R, name_of
from answerable.reading.docx.package import Package, package_of
from answerable.reading.spreadsheets.displayed import Formats, formats_of
from answerable.reading.spreadsheets.table import MOST_COLUMNS, Sheet, document_of

_PLACE = re.compile(r"([A-Z]{1,3})\d")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ON = ("1", "true")


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets of a file share."""

    package: Package
    strings: list[str]
    formats: Formats


def document_of_excel(data: bytes, name: str) -> Document:
    """Return the visible sheets of an Excel file.

    :raises NotReadable: if it is protected, cut off, damaged or far too large.
    :raises TooManyBlocks: if it has more cells than a reading may hold.
    """
    package = package_of(data, name=name, maker="Excel")
    parts = [one for one in package.related("").values() if one.kind == "officeDocument"]
    root = package.root(parts[0].target) if parts else None
    if root is None or not parts[0].target.startswith("xl/"):
        raise NotReadable(f"{name} is damaged inside: open it with Excel and save it again")
    related = package.related(parts[0].target)
    by_kind = {one.kind: one.target for one in related.values() if not one.is_outside}
    book = _Book(
        package,
        list(_strings(package, by_kind.get("sharedStrings", ""))),
        formats_of(package.root(by_kind.get("styles", "")), root),
    )
    return document_of(
        _sheet(book, one, related[target].target)
        for one in root.iter("{*}sheet")
        if (target := one.get(f"{R}id")) in related
    )


def _strings(package: Package, path: str) -> Iterator[str]:
    if path in package.names:
        for one in package.each(path, "{*}si"):
            yield _text(one)


def _text(element: Element) -> str:
    """Return the words of a string: those of all its runs, and not how they are spoken."""
    words = []
    for one in element:
        if name_of(one) == "t":
            words.append(one.text or "")
        elif name_of(one) == "r":
            words += [part.text or "" for part in one if name_of(part) == "t"]
    return _ESCAPED.sub(_sign, "".join(words))


def _sign(found: re.Match[str]) -> str:
    sign = chr(int(found[1], 16))
    return "\n" if sign in "\r\n" else sign if sign.isprintable() else " "


def _sheet(book: _Book, said: Element, path: str) -> Sheet:
    sheet = Sheet(said.get("name") or "", is_hidden=said.get("state", "visible") != "visible")
    if sheet.is_hidden or path not in book.package.names:
        return sheet
    hidden: set[int] = set()
    for one in book.package.each(path, ("{*}col", "{*}row")):
        if name_of(one) == "col":
            hidden |= _hidden_columns(one)
            sheet.hidden_columns = len(hidden)
        elif one.get("hidden") in _ON:
            sheet.hidden_rows += 1
        else:
            cells = dict(_cells(book, one))
            shown = [at for at in range(max(cells, default=-1) + 1) if at not in hidden]
            sheet.add([cells.get(at, "") for at in shown])
    return sheet


def _hidden_columns(column: Element) -> set[int]:
    if column.get("hidden") not in _ON:
        return set()
    first, last = (column.get(name) or "" for name in ("min", "max"))
    if not (first.isdecimal() and last.isdecimal()):
        return set()
    return set(range(int(first[:6]) - 1, min(int(last[:6]), MOST_COLUMNS)))


def _cells(book: _Book, row: Element) -> Iterator[tuple[int, str]]:
    """Yield the place and the words of each cell; one that says no place stands behind the one before."""
    place = -1
    for one in row:
        if name_of(one) != "c":
            continue
        said = _PLACE.match(one.get("r") or "")
        place = _column(said[1]) if said else place + 1
        if place < MOST_COLUMNS:
            yield place, _displayed(book, one)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _displayed(book: _Book, cell: Element) -> str:
    parts = {name_of(one): one for one in cell}
    if "is" in parts:
        return _text(parts["is"])
    value = (parts["v"].text or "") if "v" in parts else ""
    kind = cell.get("t") or "n"
    if kind == "s":
        at = int(value) if value.strip().isdecimal() else -1
        return book.strings[at] if 0 <= at < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if value.strip() in _ON else "FALSE"
    return book.formats.shown(value, cell.get("s")) if kind == "n" else value
