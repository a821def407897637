"""Formulas of an OpenDocument workbook, with its named areas, as those of an Office workbook are written."""

import re
from collections.abc import Iterator, Mapping

from answerable.inspecting.archive import Archive
from answerable.inspecting.labelling.formulas import Formula
from answerable.inspecting.markup import MOST_BYTES, Element, attribute, local, named, root_of
from answerable.inspecting.opendocument.sheets import repeated
from answerable.inspecting.seen import Seen

_SHEET = r"\$?('(?:[^']|'')*'|[^\[\].:'\"$ ]*)"
_END = r"(\$?[A-Z]{0,3}\$?\d{0,7})"
_ADDRESS = re.compile(rf"{_SHEET}\.{_END}(?::{_SHEET}\.{_END})?")
_PART = re.compile(rf"\"[^\"]*\"|\[{_ADDRESS.pattern}\]|[^\W\d]\w*")


def open_formulas_of(archive: Archive) -> Iterator[Formula]:
    """Yield the formulas of a workbook.

    :raises CannotSay: if it is damaged.
    """
    content = root_of(archive.unpacked("content.xml", most=MOST_BYTES), "content.xml", Seen())
    names = dict(_names(content))
    for table in named(content, "table"):
        if local(table.getparent()) != "spreadsheet":
            continue
        sheet, number = attribute(table, "name"), 0
        for row in named(table, "table-row"):
            if next(one for one in row.iterancestors() if local(one) == "table") is table:
                for column, text in _in_row(row):
                    yield Formula(sheet, number + 1, column, _as_office(text, names))
                number += repeated(row, "number-rows-repeated")


def _in_row(row: Element) -> Iterator[tuple[int, str]]:
    column = 1
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text = attribute(cell, "formula")
        if text:
            yield column, text
        column += repeated(cell, "number-columns-repeated")


def _names(content: Element) -> Iterator[tuple[str, str]]:
    """Yield the areas that have names, in small letters, each as a formula of Office says it."""
    for one in named(content, "named-range", "database-range"):
        told = attribute(one, "cell-range-address") or attribute(one, "target-range-address")
        area = _ADDRESS.fullmatch(told)
        if area:
            yield attribute(one, "name").lower(), _area(area)


def _as_office(text: str, names: Mapping[str, str]) -> str:
    """Return a formula as Office writes it: `of:=SUM([.B2:.B4])+days` as `SUM(B2:B4)+'Staff'!$C$2:$C$9`."""

    def written(found: "re.Match[str]") -> str:
        if found[0].startswith("["):
            return _area(found)
        return names.get(found[0].lower(), found[0])

    return _PART.sub(written, re.sub(r"^[a-z]+:=", "", text))


def _area(found: "re.Match[str]") -> str:
    sheet = found[1].strip("'")
    where = f"'{sheet}'!" if sheet else ""
    return f"{where}{found[2]}:{found[4]}" if found[4] else f"{where}{found[2]}"
