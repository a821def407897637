"""Formulas of an Office workbook that are worked out from cells which are withheld."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.inspecting.archive import Archive
from answerable.inspecting.labelling.cells import LAST, Area, area_of
from answerable.inspecting.markup import Element, attribute, elements_of, local, named, text_of
from answerable.inspecting.office.package import open_package
from answerable.inspecting.office.workbooks.workbook import sheets_in
from answerable.inspecting.seen import Seen

Withheld = Mapping[str, Mapping[int, Sequence[int]]]
"""The withheld cells by their sheet's name and their column: their rows, in order, all numbers from 1."""

_IN_QUOTES = re.compile(r'"[^"]*"')
_END = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_REFERENCE = re.compile(
    rf"(?:('(?:[^']|'')+'|[\w.]+)!)?(?<![\w$.])({_END}(?::{_END})?|\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}|\$?\d+:\$?\d+)(?![\w(])"
)
_WORD = re.compile(r"\"[^\"]*\"|'(?:[^']|'')*'!|[^\W\d][\w.]*(?![\w.(!])")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, the sheet and the row and column (from 1) that it stands in, and by how much its places are moved.

    A formula that cells share is written once; the others say of which they are, and lie so far from it.
    """

    sheet: str
    row: int
    column: int
    text: str
    down: int = 0
    right: int = 0

    def areas(self) -> Iterator[tuple[str, Area]]:
        """Yield the areas from which it is worked out, each with its sheet."""
        for found in _REFERENCE.finditer(_IN_QUOTES.sub('""', self.text)):
            area = area_of(found[2])
            if area is not None:
                sheet = (found[1] or self.sheet).strip("'").replace("''", "'")
                yield sheet, self._moved(area, found[2])

    def _moved(self, area: Area, said: str) -> Area:
        if not (self.down or self.right):
            return area
        first, _, last = said.partition(":")
        last = last or first
        return Area(
            area.top + (0 if _is_fixed(first, "row") else self.down),
            area.left + (0 if _is_fixed(first, "column") else self.right),
            min(LAST, area.bottom + (0 if _is_fixed(last, "row") else self.down)),
            min(LAST, area.right + (0 if _is_fixed(last, "column") else self.right)),
        )


def formulas_of(archive: Archive) -> Iterator[Formula]:
    """Yield the formulas of a workbook.

    :raises CannotSay: if it is damaged.
    """
    package = open_package(archive, Seen(), lambda *_: None)
    main = package.main_part()
    names = _names(package.root(main))
    for sheet in sheets_in(package, main, package.root(main)):
        if sheet.part not in package.archive.members:
            continue
        stream = package.archive.stream(sheet.part)
        shared: dict[str, Formula] = {}
        for cell in elements_of(stream, ("{*}c",), sheet.part, Seen()):
            place = _PLACE.match(attribute(cell, "r")) if local(cell) == "c" else None
            formula = next(named(cell, "f"), None) if place else None
            if place is None or formula is None:
                continue
            column = area_of(f"{place[1]}{place[2]}")
            if column is None:
                continue
            made = Formula(
                sheet.name, int(place[2]), column.left, _without_names(text_of(formula), names)
            )
            group = attribute(formula, "si") if attribute(formula, "t") == "shared" else ""
            if group and made.text:
                shared[group] = made
            elif group in shared:
                made = _as_shared(made, shared[group])
            yield made


def worked_out_from(formulas: Sequence[Formula], withheld: Withheld) -> list[Formula]:
    """Return the formulas that are worked out from withheld cells, and stand in none themselves."""
    return [
        one
        for one in formulas
        if not _meets(Area(one.row, one.column, one.row, one.column), withheld.get(one.sheet, {}))
        and any(_meets(area, withheld.get(sheet, {})) for sheet, area in one.areas())
    ]


def _names(book: Element) -> dict[str, str]:
    """Return what the names of a workbook stand for, in small letters: of a name that sheets share, all of it."""
    names: dict[str, str] = {}
    for one in named(book, "definedName"):
        name = attribute(one, "name").lower()
        names[name] = f"{names[name]},{text_of(one)}" if name in names else text_of(one)
    return names


def _without_names(text: str, names: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: names.get(found[0].lower(), found[0]), text)


def _as_shared(made: Formula, first: Formula) -> Formula:
    down, right = made.row - first.row, made.column - first.column
    return Formula(made.sheet, made.row, made.column, first.text, down, right)


def _meets(area: Area, columns: Mapping[int, Sequence[int]]) -> bool:
    for column, rows in columns.items():
        if area.left <= column <= area.right:
            at = bisect_left(rows, area.top)
            if at < len(rows) and rows[at] <= area.bottom:
                return True
    return False


def _is_fixed(said: str, part: str) -> bool:
    """Return whether a place has a dollar sign before its column or row, or says none."""
    found = re.match(r"(\$?)([A-Z]*)(\$?)(\d*)\Z", said, re.IGNORECASE)
    if found is None:
        return True
    if part == "column":
        return bool(found[1]) or not found[2]
    return bool(found[3]) or not found[4] or bool(found[1] and not found[2])
