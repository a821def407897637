"""What the finder of personal data finds in the texts of an entry; a table is read as one text, row by row."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from answerable.domain.disclosure_log.entries import Entry
from answerable.domain.disclosure_log.texts import Text, texts_of
from answerable.domain.personal.finding import everything_in
from answerable.domain.personal.kinds import PersonalFinding
from answerable.domain.personal.rules import surest
from answerable.domain.personal.small import small_cell

Named = Callable[[str], tuple[PersonalFinding, ...]]
"""What says which names somebody knows to stand in a text."""
Rows = Iterable[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a field of an entry; in a table `at` counts within the cell."""

    field: str
    at: int
    words: str
    finding: PersonalFinding


def found_in_entry(entry: Entry, named: Named) -> tuple[Found, ...]:
    """Return the personal data in an entry, in its order; `named` tells the names that somebody knows."""
    rows = {f"table {place}": one.rows for place, one in enumerate(entry.tables, start=1)}
    found: list[Found] = []
    for field, texts in groupby(texts_of(entry), key=lambda one: one.field):
        found += _in_table(field, rows[field], named) if field in rows else _in_texts(texts, named)
    return tuple(found)


def found_in_text(
    text: str, named: tuple[PersonalFinding, ...] = ()
) -> tuple[PersonalFinding, ...]:
    """Return the personal data in one text, each with its label: "collar number 4417"."""
    found = (replace(one, start=one.begin) for one in everything_in(text, named))
    return tuple(found)


def _in_texts(texts: Iterable[Text], named: Named) -> Iterator[Found]:
    for text in texts:
        for one in found_in_text(text.words, named(text.words)):
            yield Found(text.field, one.start, text.words[one.start : one.end], one)


def _in_table(field: str, rows: Rows, named: Named) -> Iterator[Found]:
    """Yield what stands in a table, cell by cell; what its heads say of a column is known."""
    cells = [cell for row in rows for cell in row]
    starts = [0, *accumulate(len(one) + 1 for one in cells)]
    text = "\n".join("\t".join(map(_in_line, row)) for row in rows)
    small = (small_cell(cell, at=at) for cell, at in zip(cells, starts, strict=False))
    found = everything_in(text, named(text))
    for one in surest([*found, *filter(None, small)], length=len(text)):
        yield from _in_cells(field, cells, starts, one)


def _in_line(cell: str) -> str:
    return "".join(" " if sign in "\t\n\r" else sign for sign in cell)


def _in_cells(
    field: str, cells: list[str], starts: list[int], one: PersonalFinding
) -> Iterator[Found]:
    first = bisect_right(starts, one.start) - 1
    for place in range(first, len(cells)):
        at = max(one.start - starts[place], 0)
        end = min(one.end - starts[place], len(cells[place]))
        if starts[place] >= one.end:
            break
        if words := cells[place][at:end].strip():
            yield Found(field, at, words, one)
