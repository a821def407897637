"""Remarks: what an entry states and what does not agree with the rest. Nothing is changed for any of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from answerable.domain.disclosure_log import Entry
from answerable.reading.blocks import Block
from answerable.reading.documents import Remark
from answerable.reading.remarks.cited import about_sections
from answerable.reading.remarks.days import about_days, last_day_of
from answerable.reading.remarks.periods import about_periods
from answerable.reading.remarks.sums import about_sums
from answerable.reading.remarks.unsure import about_unsure_words

if TYPE_CHECKING:
    from answerable.domain.clock import Holidays

__all__ = ["remarks_of"]


def remarks_of(
    entries: Sequence[Entry],
    blocks: Sequence[Sequence[Block]],
    *,
    month: str | None,
    table: "Callable[[], Holidays]",
) -> Iterator[Remark]:
    """Yield what does not agree in each entry.

    `blocks` are what each entry was read from, `month` that of the log as `2021-11`; `table` gives the
    holidays that its clock leaves out, where a clock is asked.
    """
    last_day: dt.date | None = last_day_of(month) if month else None
    for number, (entry, read_from) in enumerate(zip(entries, blocks, strict=True)):
        for says in about_days(entry, last_day=last_day, table=table):
            yield Remark(number, "date", says)
        for label, says in about_sums(entry):
            yield Remark(number, "sum", says, label)
        for label, says in about_sections(entry):
            yield Remark(number, "section", says, label)
        for label, says in about_periods(entry):
            yield Remark(number, "period", says, label)
        for says in about_unsure_words(read_from):
            yield Remark(number, "unsure", says)
