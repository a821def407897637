"""Excel's tables: words of theirs that stand in no cell."""

import re

from answerable.inspecting.markup import Element, attribute, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.workbooks.around import Area, areas_of

_NAMED_BY_A_PROGRAM = re.compile(r"(?:Column|Spalte|Colonne|Columna|Kolom|Colofn)\d+")
_NONE = ("", "0")


def look_at_tables(package: Package, sheet: str, where: str, hiding: frozenset[str]) -> None:
    """Find heads and labels of a sheet's tables that are switched off, what is said of one, and looks that hide all."""
    for _, table in package.roots_of(sheet, "table"):
        if any(attribute(one, "name") in hiding for one in named(table, "tableStyleInfo")):
            package.seen.add(
                "xlsx.conditional-format-hides", where, attribute(table, "displayName")
            )
        for text in _unshown(table):
            package.seen.add("xlsx.table-text", where, text)


def hidden_tables(package: Package, sheet: str, hiding: frozenset[str]) -> list[Area]:
    """Return the areas of a sheet's tables whose style hides all that is in them."""
    return [
        area
        for _, table in package.roots_of(sheet, "table")
        if any(attribute(one, "name") in hiding for one in named(table, "tableStyleInfo"))
        for area in areas_of(attribute(table, "ref"))
    ]


def _unshown(table: Element) -> list[str]:
    columns = list(named(table, "tableColumn"))
    found = [attribute(table, "comment")]
    if attribute(table, "headerRowCount") == "0":
        names = [attribute(one, "name") for one in columns]
        found += [one for one in names if not _NAMED_BY_A_PROGRAM.fullmatch(one)]
    if attribute(table, "totalsRowCount") in _NONE:
        found += [attribute(one, "totalsRowLabel") for one in columns]
    return [one for one in found if one]
