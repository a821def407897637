"""New files read back from their bytes: whether labels stand where they have to, and what else they lack."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import html

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import open_archive
from answerable.inspecting.labelling.paragraphs import PICTURE, places_of
from answerable.inspecting.rebuilding.documents.blocks import Document
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.tables import csv_file, workbook_file
from answerable.inspecting.rebuilding.tables.cells import Cell, Shown, ShownSheet, words_of
from answerable.inspecting.rebuilding.tables.csv_file import defused
from answerable.inspecting.rebuilding.tables.office import sheets_of_office
from answerable.inspecting.seen import Seen

Grid = Mapping[tuple[int, int], Cell]
"""Cells by their row and column, from 0."""

_NEVER_FOUND = 2**31


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What reading a file gave: labels that are missing or in other places, and what of the rest is not there."""

    labels_left: int
    lost: int
    count: int


def read_workbook(data: bytes, sheets: Sequence[ShownSheet], labels: frozenset[str]) -> ReadBack:
    """Return how the cells of a workbook differ from those that it has to show.

    :raises CannotSay: if it cannot be read.
    """
    read = sheets_of_office(open_archive(data, Allowance(), Seen()), LeftOut())
    if len(read) != len(sheets):
        return ReadBack(_NEVER_FOUND, 0, 0)
    compared = [
        _compared(
            _grid(
                one.squeezed(
                    rows=workbook_file.MOST_BLANK_ROWS, columns=workbook_file.MOST_BLANK_COLUMNS
                )
            ),
            _grid(other),
            labels,
        )
        for one, other in zip(sheets, read, strict=True)
    ]
    return _added(compared)


def read_csv(data: bytes, sheet: ShownSheet, labels: frozenset[str]) -> ReadBack:
    """Return how the cells of a CSV differ from those that a sheet has to show."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    found = {
        (row, column): cell
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell.strip()
    }
    wanted = _grid(
        sheet.squeezed(rows=csv_file.MOST_BLANK_ROWS, columns=csv_file.MOST_BLANK_COLUMNS)
    )
    first = min(row for row, _ in wanted), min(column for _, column in wanted)
    moved = {
        (row - first[0], column - first[1]): defused(words_of(cell))
        for (row, column), cell in wanted.items()
    }
    return _compared(moved, found, frozenset(map(defused, labels)))


def read_page(data: bytes, document: Document, labels: frozenset[str]) -> ReadBack:
    """Return which labels and words of a document a web page of it lacks."""
    # The page says its encoding, and the parser is told it besides.
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    body = root.find("body")
    return _in_text(" ".join(body.itertext()) if body is not None else "", document, labels)


def read_pdf(
    data: bytes, document: Document, labels: frozenset[str]
) -> Iterator[tuple[str, ReadBack]]:
    """Yield which labels and words of a document a PDF of it lacks, as two readers see it that share no code."""
    # They take long to load, and few steps look at a PDF.
    import pypdfium2  # noqa: PLC0415
    from pdfminer.high_level import extract_text  # noqa: PLC0415

    with pypdfium2.PdfDocument(data) as pdf:
        pages = []
        for page in pdf:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    yield "pdfium", _in_text("\n".join(pages), document, labels)
    yield "pdfminer.six", _in_text(extract_text(io.BytesIO(data)), document, labels)


def _grid(sheet: ShownSheet) -> Grid:
    return {
        (line.number, place): cell for line in sheet.lines for place, cell in line.cells.items()
    }


def _compared(wanted: Grid, found: Grid, labels: frozenset[str]) -> ReadBack:
    left = lost = 0
    for place, cell in wanted.items():
        is_there = _is_same(cell, found.get(place, ""))
        if isinstance(cell, str) and any(one in cell for one in labels):
            left += not is_there
        else:
            lost += not is_there
    # What nobody wanted there may be what was taken out.
    left += sum(1 for place in found if place not in wanted)
    return ReadBack(left, lost, len(wanted))


def _in_text(text: str, document: Document, labels: frozenset[str]) -> ReadBack:
    """Return what a text lacks of a document, blanks and hyphens apart, for lines break anywhere."""
    read = _signs(text)
    places = [one for one in places_of(document) if one != PICTURE]
    left = 0
    for label in labels:
        wanted = sum(one.count(label) for one in places)
        left += max(0, wanted - read.count(_signs(label)))
    words = [word for one in places if _signs(one) not in read for word in one.split()]
    count = sum(len(one.split()) for one in places)
    missing = Counter(word for word in words if _is_legible(word) and _signs(word) not in read)
    return ReadBack(left, missing.total(), count)


def _added(compared: Sequence[ReadBack]) -> ReadBack:
    return ReadBack(
        sum(one.labels_left for one in compared),
        sum(one.lost for one in compared),
        sum(one.count for one in compared),
    )


def _is_same(wanted: Cell, found: Cell) -> bool:
    """Return whether a cell shows the same, or holds the same number: "£-" may be written as the nought that it is."""
    if isinstance(wanted, Shown) and isinstance(found, Shown) and wanted.value == found.value:
        return True
    return _even(words_of(found)) == _even(words_of(wanted)[: workbook_file.LONGEST_WORDS])


def _even(text: str) -> str:
    return " ".join(text.split())


def _signs(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if not one.isspace() and one not in "-\u00ad\u2010\u2011")


def _is_legible(word: str) -> bool:
    """Return whether every reader of PDF gives a word back as it was: Latin letters, and no sign that fonts may lack."""
    return all(ord(one) < 0x250 or 0x2010 <= ord(one) <= 0x2026 for one in word)  # noqa: PLR2004 ends of blocks
