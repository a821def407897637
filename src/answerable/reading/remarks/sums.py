"""Tables with totals: whether a total is the sum of what stands above it, or beside it."""

from collections.abc import Iterator

from answerable.domain.disclosure_log import Entry
from answerable.domain.measures.checks.printed import PrintedTable
from answerable.domain.measures.checks.sums import about_sums as sum_remarks


def about_sums(entry: Entry) -> Iterator[tuple[str | None, str]]:
    """Yield the totals of an entry's tables that are not the sum of their parts, with the question's label."""
    for table in entry.tables:
        printed = PrintedTable(
            table.rows,
            caption=table.caption or "",
            question=table.question,
            header_rows=table.header_rows,
            told=entry.response,
        )
        yield from ((table.question, one.says) for one in sum_remarks(printed))
