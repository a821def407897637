"""CSV for spreadsheets and for data: RFC 4180, UTF-8 with a byte order mark, no formula in a cell."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from answerable.domain.disclosure_log import PublishedEntry, Question, Table
from answerable.publishing.passages import written_entry
from answerable.publishing.publications import (
    Publication,
    PublishedRow,
    address_of,
    note_in_words,
    outcomes_in_words,
)
from answerable.publishing.safe_text import writable

# Without the mark Excel takes UTF-8 for Windows-1252 and breaks every dash and pound sign.
_MARK = "\ufeff"
_COLUMNS = (
    "ref title body month received_on answered_on label printed question answer outcomes "
    "exemptions link notes"
).split()
_ROW_COLUMNS = "received answered reference subject outcome exemption link month body".split()
_DANGEROUS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_A_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*)?\.?\d+ ?%?\Z")


def log_as_csv(publication: Publication) -> bytes:
    """Return the publication with one row for each question."""
    rows = [_COLUMNS]
    for published in publication.entries:
        rows += _entry_rows(published, site_address=publication.site_address)
    return (_MARK + _lines(rows)).encode()


def table_as_csv(table: Table) -> bytes:
    """Return a table of an answer, cell by cell."""
    return (_MARK + _lines([list(map(writable, row)) for row in table.rows])).encode()


def rows_as_csv(rows: Iterable[PublishedRow], *, site_address: str = "") -> Iterator[bytes]:
    """Return the rows in the fields that people ask for, a piece at a time."""
    return cells_as_csv(_ROW_COLUMNS, (_cells(row, site_address=site_address) for row in rows))


def cells_as_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Return rows of cells under the names of their columns, a piece at a time."""
    yield (_MARK + _lines([columns])).encode()
    for row in rows:
        yield _lines([map(writable, row)]).encode()


def defused(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula: an apostrophe goes before it.

    A cell that begins with apostrophes and then with such a mark gets one more, so that `undefused`
    can tell them apart. Plain numbers, negative ones too, stay as they are.
    """
    if _DANGEROUS.match(cell) and not _A_NUMBER.match(cell):
        return f"'{cell}"
    return cell


def undefused(cell: str) -> str:
    """Return the cell as it was before it was defused."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def _entry_rows(published: PublishedEntry, *, site_address: str) -> list[list[str]]:
    entry = written_entry(published.entry)
    address = address_of(published, site_address=site_address)
    notes = "\n".join(writable(note_in_words(one)) for one in published.notes)
    # An entry without a question still has a row, so that the file holds every entry.
    questions = entry.questions or (
        Question(None, None, "", None, (), entry.outcomes, entry.exemptions),
    )
    return [
        [
            entry.ref or "",
            entry.title,
            published.body.code,
            published.month or "",
            entry.received_on.isoformat() if entry.received_on else "",
            entry.answered_on.isoformat() if entry.answered_on else "",
            question.label or "",
            question.printed or "",
            question.text,
            question.answer or "",
            outcomes_in_words(question.outcomes),
            "; ".join(question.exemptions),
            address,
            notes,
        ]
        for question in questions
    ]


def _cells(row: PublishedRow, *, site_address: str) -> list[str]:
    return [
        row.received_on.isoformat() if row.received_on else "",
        row.answered_on.isoformat() if row.answered_on else "",
        writable(row.ref or ""),
        writable(row.title),
        outcomes_in_words(row.outcomes),
        writable("; ".join(row.exemptions)),
        site_address.rstrip("/") + row.address,
        row.month or "",
        row.body.code,
    ]


def _lines(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(
        [defused(cell) for cell in row] for row in rows
    )
    return text.getvalue()
