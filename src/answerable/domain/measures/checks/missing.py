"""What is not available, or withheld, and is counted as nought all the same."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from answerable.domain.measures.checks.printed import (
    Figure,
    Kind,
    PrintedTable,
    Sureness,
    TableRemark,
    said,
)

_TOTAL = re.compile(
    r"(?:grand |overall |all )?totals?(?: number| cost| spend)?[:.]?", re.IGNORECASE
)
_LACKING = frozenset((Kind.NOT_AVAILABLE, Kind.WITHHELD))


def about_missing(table: PrintedTable) -> Iterator[TableRemark]:
    """Yield the totals that are the sum of the numbers around a figure that is not available, or withheld.

    Either that figure is nought, and should be printed, or the total is too small. A withheld figure of
    which the total gives the value away is told, too.
    """
    if not table.body or not _TOTAL.fullmatch(table.labels[-1]):
        return
    for column in range(1, table.width):
        *parts, total = [row[column] for row in table.figures]
        yield from _in_line(table, parts, total, column)


def _in_line(
    table: PrintedTable, parts: Sequence[Figure], total: Figure, column: int
) -> Iterator[TableRemark]:
    lacking = [number for number, one in enumerate(parts) if one.kind in _LACKING]
    numbers = [one for one in parts if one.is_number]
    if (
        not lacking
        or len(lacking) + len(numbers) < len(parts)
        or not numbers
        or not total.is_number
    ):
        return
    if total.unit == "%":
        return
    rest = total.value - sum((one.value for one in numbers), Fraction(0))
    first = parts[lacking[0]]
    at = (table.labels[lacking[0]], table.heads[column])
    if rest == 0 and first.kind is Kind.NOT_AVAILABLE:
        says = f"The total of {total.text} counts “{first.text}” as nought: what is not available has no number"
        yield table.remark(
            "missing", says, Sureness.LIKELY, at=at, figures=(total.text, first.text)
        )
    elif rest > 0 and len(lacking) == 1 and first.kind is Kind.WITHHELD:
        says = f"“{first.text}” can be worked out: the total of {total.text} less the others is {said(rest)}"
        yield table.remark(
            "missing", says, Sureness.CERTAIN, at=at, figures=(first.text, said(rest))
        )
