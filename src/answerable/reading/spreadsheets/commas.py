"""Text with commas (.csv), semicolons or tabs into a document: one table, if its rows say that it is one."""

import csv
import io
import re
from collections import Counter

from answerable.reading.blocks import Document
from answerable.reading.spreadsheets.table import Sheet, document_of
from answerable.reading.vocabulary import label_of

_SIGNS = ",;\t|"
_NAMES = (".csv", ".tsv", ".tab")
_LARGEST_CELL = 1_000_000
_MOST_HEADS = 60
_LONGEST_HEAD = 80
_SAMPLE_ROWS = 50
_FEWEST_LABELS = 2
_FEWEST_COLUMNS = 2
# "FOI No." heads a column; a sentence has more words.
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[.?!;]\s*$")
_SAMPLE = 200_000
_HEAD = 2_000
_MOST_TITLES = 5


def table_of(text: str, name: str) -> Document | None:
    """Return the table that a text is; None if it is prose.

    The name alone says nothing: its first row must head columns, and the rows below must have as many cells.
    Without a name that ends in .csv, two of the columns must be such as a log has.
    """
    sign = _sign_of(text, is_named=name.lower().endswith(_NAMES))
    if sign is None:
        return None
    csv.field_size_limit(_LARGEST_CELL)
    sheet = Sheet(name)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            sheet.add(row)
    except csv.Error:
        return None
    return document_of([sheet])


def _sign_of(text: str, *, is_named: bool) -> str | None:
    """Return the sign that parts the cells of a table; None if the text is none."""
    head = text[:_HEAD]
    for sign, _ in Counter(one for one in head if one in _SIGNS).most_common():
        if sign in "\t|" and not is_named:
            # Rows with tabs stand in text, and those with bars in markdown: they are read there.
            continue
        if sign == "|" and any(line.startswith("|") for line in head.splitlines()):
            # A table of markdown is read there, too.
            continue
        rows = _sample(text, sign)
        if _is_table(rows, is_named=is_named):
            return sign
    return None


def _sample(text: str, sign: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=sign):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) > _SAMPLE_ROWS:
                break
    except csv.Error:
        return []
    return rows


def _is_table(rows: list[list[str]], *, is_named: bool) -> bool:
    for _ in range(_MOST_TITLES):
        # The title of the log may stand over its table.
        if rows and sum(bool(cell.strip()) for cell in rows[0]) == 1:
            rows = rows[1:]
    heads = [cell.strip() for cell in rows[0]] if rows else []
    while heads and not heads[-1]:
        heads.pop()
    if not _FEWEST_COLUMNS <= len(heads) <= _MOST_HEADS or not rows[1:]:
        return False
    if any(len(one) > _LONGEST_HEAD or _SENTENCE.match(one) for one in heads):
        return False
    even = sum(len(row) >= len(heads) for row in rows[1:])
    if is_named:
        return even * 2 >= len(rows) - 1
    labels = sum((found := label_of(one)) is not None and found.is_strong for one in heads)
    return labels >= _FEWEST_LABELS and even == len(rows) - 1
