"""Excel's tables: words of theirs that stand in no cell."""

import re

from answerable.inspecting.markup import Element, attribute, named
from answerable.inspecting.office.package import Package

_NAMED_BY_A_PROGRAM = re.compile(r"(?:Column|Spalte|Colonne|Columna|Kolom|Colofn)\d+")
_NONE = ("", "0")


def look_at_tables(package: Package, sheet: str, where: str) -> None:
    """Find heads and labels of a sheet's tables that are switched off, and what is said of a table."""
    for _, table in package.roots_of(sheet, "table"):
        for text in _unshown(table):
            package.seen.add("xlsx.table-text", where, text)


def _unshown(table: Element) -> list[str]:
    columns = list(named(table, "tableColumn"))
    found = [attribute(table, "comment")]
    if attribute(table, "headerRowCount") == "0":
        names = [attribute(one, "name") for one in columns]
        found += [one for one in names if not _NAMED_BY_A_PROGRAM.fullmatch(one)]
    if attribute(table, "totalsRowCount") in _NONE:
        found += [attribute(one, "totalsRowLabel") for one in columns]
    return [one for one in found if one]
