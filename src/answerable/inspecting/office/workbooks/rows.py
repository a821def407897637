"""The rows of a sheet as their bytes come: by a pattern where they are written as programs write them, else by lxml.

A sheet of ten million cells is searched in seconds, for a row that fits the strict pattern is parsed by no
parser of XML: the pattern admits nothing but the attributes and elements that it names, so that every parser
would say the same. What does not fit, and all that stands around the rows, goes to lxml as it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from answerable.inspecting.markup import (
    Element,
    attribute,
    check_is_utf8,
    forget,
    local,
    look_at_markup,
    look_at_namespace,
    named,
    not_well_formed,
    text_of,
)
from answerable.inspecting.office.workbooks.prefixed import without_prefix
from answerable.inspecting.seen import Seen

Cell = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]
"""Its bytes (nothing if lxml read it), the letters of its column, row, style, type, formula, value, and own text."""

_PAIR = rb' (?:r|spans|s|customFormat|ht|hidden|customHeight|outlineLevel|collapsed|thickTop|thickBot|x14ac:dyDescent)="(?:[\d.: E+\-]{0,40}|true|false)"'
_ROW = re.compile(rb"<row((?:" + _PAIR + rb")*) ?(?:/>|>(.*?)</row>)", re.DOTALL)
_FORMULA = rb"<f(?: (?:t|ref|si|ca|aca|dt2D|dtr|r1|r2|del1|del2|bx)=\"(?:(?:\$?[A-Z]{1,3}\$?\d{1,7}:?){0,2}|\d{1,10}|array|shared|normal|dataTable|true|false)\")* ?(?:/>|>([^<]*)</f>)"
_CELL = re.compile(
    rb'(<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,6})")?(?: t="([a-zA-Z]{1,9})")? ?(?:/>|>'
    rb"(?:"
    + _FORMULA
    + rb")?(?:<v>([^<]*)</v>|<v ?/>|<is><t(?: xml:space=\"preserve\")?>([^<]*)</t></is>)?</c>))"
)
_ATTRIBUTE = re.compile(rb' ([\w:]+)="([^"]*)"')
_OPENS = re.compile(rb"<sheetData>\s*\Z")
_AROUND = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetCalcPr sheetProtection protectedRanges scenarios"
    " autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting"
    " dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks"
    " customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture"
    " drawingHF oleObjects controls webPublishItems tableParts extLst"
).split()
_ROOM = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its attributes, its cells, and its element if lxml had to read it."""

    attributes: dict[str, str]
    cells: list[Cell]
    element: Element | None = None

    @property
    def number(self) -> int:
        """Return its number, which its first cell says where the row does not."""
        told = self.attributes.get("r", "")
        if not told and self.cells:
            told = self.cells[0][2].decode("ascii", "replace")
        return int(told) if told.isdigit() else 0


def rows_of(pieces: Iterable[bytes], where: str, seen: Seen) -> Iterator[Row | Element]:
    """Yield the rows of a sheet, and what stands before and behind them, in their order.

    :raises CannotSay: if the sheet is no XML, or declares entities.
    """
    reader = _Reader(where, seen)
    waiting = b""
    for piece in without_prefix(pieces, where):
        waiting += piece
        if not reader.is_begun:
            check_is_utf8(waiting, where)
        waiting = yield from reader.taken(waiting)
    yield from reader.ended(waiting)


class _Reader:
    """Takes what fits the pattern, and hands on the rest to lxml."""

    def __init__(self, where: str, seen: Seen) -> None:
        self.is_begun = False
        self._where, self._seen = where, seen
        self._is_among_rows = False
        self._tail = b""
        self._parser = etree.XMLPullParser(
            events=("end", "start-ns"),
            tag=("{*}row", *(f"{{*}}{name}" for name in _AROUND)),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        )
        self._root: Any = None

    def taken(self, data: bytes) -> Any:
        """Yield what is whole in some bytes, and return those that may go on."""
        at = 0
        for found in _ROW.finditer(data):
            yield from self._handed_on(data[at : found.start()])
            row = _row_of(found) if self._is_among_rows else None
            if row is None:
                yield from self._handed_on(found[0], is_row=self._is_among_rows)
            else:
                yield row
            at = found.end()
        begun = data.rfind(b"<", at)
        half_a_row = data.find(b"<row", at)
        keep = half_a_row if half_a_row >= 0 else begun
        if keep < 0 or len(data) - keep > _ROOM:
            keep = len(data)
        yield from self._handed_on(data[at:keep])
        return data[keep:]

    def ended(self, data: bytes) -> Iterator[Row | Element]:
        """Yield what is left, with the elements that no sheet has."""
        yield from self._handed_on(data)
        try:
            root = self._parser.close()
        except etree.XMLSyntaxError as problem:
            raise not_well_formed(self._where, problem) from None
        yield from self._read()
        yield root

    def _handed_on(self, data: bytes, *, is_row: bool = False) -> Iterator[Row | Element]:
        if not data:
            return
        self.is_begun = True
        look_at_markup(self._tail + data, self._where, self._seen)
        self._tail = (self._tail + data)[-8:]
        try:
            self._parser.feed(data)
        except etree.XMLSyntaxError as problem:
            raise not_well_formed(self._where, problem) from None
        if not is_row and data.strip():
            self._is_among_rows = bool(_OPENS.search(data)) or (
                self._is_among_rows
                and data.rstrip().endswith(b"</row>")
                and b"sheetData" not in data
            )
        yield from self._read()

    def _read(self) -> Iterator[Row | Element]:
        for event, element in self._parser.read_events():
            if event == "start-ns":
                look_at_namespace(element, self._where, self._seen)
                continue
            above = element.getparent()
            if above is None:
                continue
            if local(element) == "row" and local(above) == "sheetData":
                yield Row(
                    {key.rpartition("}")[2]: value for key, value in element.attrib.items()},
                    list(_cells_of(element)),
                    element,
                )
                forget(element, self._where, self._seen)
            elif above.getparent() is None:
                yield element
                element.clear(keep_tail=True)


def _row_of(found: "re.Match[bytes]") -> Row | None:
    """Return the row that a pattern found; None if it holds anything that the pattern of cells does not name."""
    inside = found[2] or b""
    cells: list[Cell] = _CELL.findall(inside)
    if sum([len(one[0]) for one in cells]) != len(inside):
        return None
    pairs = {
        key.decode(): value.decode("ascii", "replace")
        for key, value in _ATTRIBUTE.findall(found[1])
    }
    row = Row(pairs, cells)
    number = str(row.number).encode()
    return row if {one[2] for one in cells} <= {number} else None


def _cells_of(row: Element) -> Iterator[Cell]:
    """Yield the cells of a row that lxml read; those without an address stand beside each other."""
    last = 0
    for one in named(row, "c"):
        address = re.fullmatch(r"([A-Z]{1,3})(\d+)", one.get("r", "").upper())
        letters = address[1] if address else letters_of(last + 1)
        last = column_of(letters.encode())
        parts: dict[str, str] = {
            local(part): text_of(part) for part in one if isinstance(part.tag, str)
        }
        yield (
            b"",
            letters.encode(),
            (address[2] if address else row.get("r", "")).encode(),
            attribute(one, "s").encode(),
            attribute(one, "t").encode(),
            parts.get("f", "").encode(),
            parts.get("v", "").encode(),
            parts.get("is", "").encode(),
        )


def column_of(letters: bytes) -> int:
    """Return the number of a column, 1 for A."""
    number = 0
    for one in letters:
        number = number * 26 + one - 64
    return number


def letters_of(column: int) -> str:
    """Return the letters of a column, A for 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
