"""Sheets of OpenDocument: each visible one a table, its cells as they are displayed."""

from collections.abc import Iterator

from answerable.reading.blocks import Document
from answerable.reading.opendocument.elements import (
    OFFICE,
    STYLE,
    TABLE,
    Element,
    name_of,
    number_of,
    words_of,
)
from answerable.reading.spreadsheets.table import (
    HIDDEN,
    MOST_COLUMNS,
    MOST_ROWS,
    Sheet,
    document_of,
)

_GROUPS = (
    "table-header-rows",
    "table-rows",
    "table-row-group",
    "table-columns",
    "table-header-columns",
    "table-column-group",
)


def sheets_in(content: Element) -> Document:
    """Return the visible sheets of a file's content as a document."""
    hidden = {
        one.get(f"{STYLE}name")
        for one in content.iter(f"{STYLE}style")
        for look in one.iterfind(f"{STYLE}table-properties")
        if look.get(f"{TABLE}display") == "false"
    }
    tables = content.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
    return document_of(
        _sheet(one, is_hidden=one.get(f"{TABLE}style-name") in hidden) for one in tables
    )


def _sheet(table: Element, *, is_hidden: bool) -> Sheet:
    name = table.get(f"{TABLE}name") or ""
    if is_hidden:
        return Sheet(name, is_hidden=True)
    columns = list(_columns_hidden(table))
    sheet = Sheet(name, hidden_columns=sum(columns))
    for row in _parts(table, "table-row"):
        if row.get(f"{TABLE}visibility") in HIDDEN:
            sheet.hidden_rows += 1
            continue
        cells = list(_cells(row))
        shown = [
            words
            for place, words in enumerate(cells)
            if place >= len(columns) or not columns[place]
        ]
        while shown and not shown[-1].strip():
            shown.pop()
        repeated = number_of(row, f"{TABLE}number-rows-repeated", otherwise=1) if shown else 1
        for _ in range(max(1, min(repeated, MOST_ROWS))):
            sheet.add(shown)
    return sheet


def _columns_hidden(table: Element) -> Iterator[bool]:
    """Yield for each column whether it is hidden."""
    left = MOST_COLUMNS
    for one in _parts(table, "table-column"):
        times = min(left, number_of(one, f"{TABLE}number-columns-repeated", otherwise=1))
        left -= max(0, times)
        is_hidden = one.get(f"{TABLE}visibility") in HIDDEN
        yield from [is_hidden] * max(0, times)


def _cells(row: Element) -> Iterator[str]:
    left = MOST_COLUMNS
    for one in row:
        if name_of(one) not in ("table-cell", "covered-table-cell"):
            continue
        times = min(left, number_of(one, f"{TABLE}number-columns-repeated", otherwise=1))
        left -= max(0, times)
        words = "\n".join(words_of(part) for part in one if name_of(part) == "p")
        yield from [words] * max(0, times)


def _parts(table: Element, name: str) -> Iterator[Element]:
    for one in table:
        if name_of(one) == name:
            yield one
        elif name_of(one) in _GROUPS:
            yield from _parts(one, name)
