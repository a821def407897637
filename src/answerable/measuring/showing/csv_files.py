"""A result as CSV: the table first, then an empty line, and what must go with it."""

import csv
import io
from collections.abc import Iterator

from answerable.domain.measures.results import Missing, Result, Value, spelled
from answerable.measuring.showing.cells import MISSING_WORDS, missing_cells
from answerable.measuring.showing.tables import caption_of, origin, remarks

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def result_as_csv(result: Result, *, first_caveat: str = "") -> str:
    """Return a result as CSV; numbers stand as they are, and no text is taken for a formula by a spreadsheet.

    An apostrophe goes before a text that begins like a formula. `first_caveat` stands before the result's own.
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerows(_lines(result, first_caveat))
    return written.getvalue()


def _lines(result: Result, first_caveat: str) -> Iterator[list[str]]:
    missing = missing_cells(result)
    yield [_safe(column.words) for column in result.columns]
    for at, row in enumerate(result.rows):
        yield [_cell(value, missing.get((at, place))) for place, value in enumerate(row)]
    yield []
    yield ["Table", _safe(caption_of(result))]
    if first_caveat:
        yield ["Caveat", _safe(first_caveat)]
    yield from (["Note", _safe(words)] for words in remarks(result))
    yield from (["Caveat", _safe(caveat.words)] for caveat in result.caveats)
    yield from (["Origin", _safe(words)] for words in origin(result))


def _cell(value: Value, missing: Missing | None) -> str:
    if missing:
        return MISSING_WORDS[missing]
    words = spelled(value) or ""
    return _safe(words) if isinstance(value, str) else words


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words
