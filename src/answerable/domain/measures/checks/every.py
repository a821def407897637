"""Checks on tables that were printed, ours or others': what in them does not agree. Nothing is changed for any of them."""

from collections.abc import Iterator, Sequence

from answerable.domain.measures.checks.bands import (
    WORKING_DAYS_A_MONTH,
    about_bands,
    about_dates,
)
from answerable.domain.measures.checks.missing import about_missing
from answerable.domain.measures.checks.parts import about_parts, about_wholes
from answerable.domain.measures.checks.printed import PrintedTable, TableRemark
from answerable.domain.measures.checks.published import about_published
from answerable.domain.measures.checks.series import about_periods
from answerable.domain.measures.checks.shares import about_shares
from answerable.domain.measures.checks.sums import about_sums

__all__ = ["WORKING_DAYS_A_MONTH", "table_remarks"]


def table_remarks(
    tables: Sequence[PrintedTable], *, days_a_month: int = WORKING_DAYS_A_MONTH
) -> Iterator[TableRemark]:
    """Yield what does not agree in tables, and between them.

    `tables` are in the order in which they were published, those of one answer (`source`) after each other.
    """
    for table in tables:
        if not table.rows or table.width < 1:
            continue
        yield from about_sums(table)
        yield from about_shares(table)
        yield from about_periods(table)
        yield from about_parts(table)
        yield from about_bands(table, days_a_month=days_a_month)
        yield from about_dates(table)
        yield from about_missing(table)
    for source in dict.fromkeys(table.source for table in tables):
        yield from about_wholes([table for table in tables if table.source == source])
    yield from about_published(tables)
