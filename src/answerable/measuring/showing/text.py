"""A result as plain text, for a terminal."""

from collections.abc import Iterator

from answerable.domain.measures.results import Result
from answerable.measuring.showing.tables import ShownTable, shown_table

_WIDEST = 48


def result_as_text(result: Result) -> Iterator[str]:
    """Yield the lines of a result: its caption, its table, and all that must go with it."""
    table = shown_table(result)
    yield table.caption
    yield ""
    yield from _table_lines(table)
    for title, lines in (
        ("Notes", table.remarks),
        ("Caveats", table.caveats),
        ("Origin", table.origin),
    ):
        if lines:
            yield ""
            yield f"{title}:"
            yield from (f"  {line}" for line in lines)


def _table_lines(table: ShownTable) -> Iterator[str]:
    lines = [[heading.words for heading in table.headings]]
    lines += [[cell.words for cell in row] for row in table.rows]
    lines = [[_short(cell) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for at, line in enumerate(lines):
        yield "  ".join(
            cell.rjust(width) if heading.is_number else cell.ljust(width)
            for cell, width, heading in zip(line, widths, table.headings, strict=True)
        ).rstrip()
        if at == 0:
            yield "  ".join("-" * width for width in widths)


def _short(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1]}…"
