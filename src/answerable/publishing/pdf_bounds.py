"""How much one PDF may hold: laying out takes some 35 KB of memory a cell and 1.3 MB an entry."""

from answerable.domain.disclosure_log import Entry
from answerable.publishing.publications import CannotPublish, Publication

MOST_ENTRIES = 500
MOST_CELLS = 20_000
MOST_CELLS_OF_A_TABLE = 2_000
"""Of a larger table the first rows are printed; the attached JSON holds them all."""
MOST_CHARACTERS = 4_000_000


def check_size(publication: Publication) -> None:
    """Do nothing if the publication can be laid out in some 1.5 GB of memory.

    :raises CannotPublish: if it holds too many entries, cells or characters.
    """
    entries = [published.entry for published in publication.entries]
    counts = (
        ("entries", len(entries), MOST_ENTRIES),
        ("cells of tables", sum(map(_printed_cells, entries)), MOST_CELLS),
        ("characters", sum(map(_characters, entries)), MOST_CHARACTERS),
    )
    for what, count, most in counts:
        if count > most:
            raise CannotPublish(
                f"A PDF can hold {most:,} {what}, this log has {count:,}: publish it a month or an"
                " entry at a time, or in another format"
            )


def printed_rows(rows: int, *, columns: int) -> int:
    """Return how many rows of a table are printed."""
    return min(rows, max(1, MOST_CELLS_OF_A_TABLE // max(columns, 1)))


def _printed_cells(entry: Entry) -> int:
    return sum(
        len(table.rows[0]) * printed_rows(len(table.rows), columns=len(table.rows[0]))
        for table in entry.tables
        if table.rows
    )


def _characters(entry: Entry) -> int:
    asked = sum(len(question.text) for question in entry.questions)
    attached = sum(len(one.text or "") for one in entry.attachments)
    cells = sum(len(cell) for table in entry.tables for row in table.rows for cell in row)
    return len(entry.request) + len(entry.response) + asked + attached + cells
