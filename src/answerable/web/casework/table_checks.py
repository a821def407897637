"""What does not agree in the tables of an answer, told beside the form while it is written."""

from collections.abc import Iterator, Sequence
from typing import Any

from answerable.domain.measures.checks.every import table_remarks
from answerable.domain.measures.checks.printed import PrintedTable, Sureness
from answerable.domain.measures.checks.shares import about_shares_in_words

_MOST = 10
_MOST_CELLS = 4_000
"""More is looked at by `answerable check-tables`: a page answers at once."""


def told_of_tables(answer: str, tables: Sequence[dict[str, Any]]) -> list[str]:
    """Return what the numbers of an answer say against each other, the first ten; nothing that is only possible."""
    return list(_told(answer, tables))[:_MOST]


def _told(answer: str, tables: Sequence[dict[str, Any]]) -> Iterator[str]:
    printed = [
        PrintedTable(
            tuple(tuple(row) for row in one["rows"]),
            name=f"table {number}",
            caption=one["caption"],
            told=answer,
        )
        for number, one in enumerate(tables, start=1)
    ]
    if sum(len(one.rows) * one.width for one in printed) <= _MOST_CELLS:
        for remark in table_remarks(printed):
            if remark.sure is not Sureness.POSSIBLE:
                yield f"{remark.table.capitalize()}: {remark.says}"
    for remark in about_shares_in_words(answer, source=""):
        if remark.sure is not Sureness.POSSIBLE:
            yield remark.says
