"""Take a list of requests out as a file: told in the ledger before the first row leaves."""

from collections.abc import Iterator

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.casework.filters import RequestFilters
from answerable.queries.casework.list_rows import RequestListRow
from answerable.queries.casework.lists import request_numbers, rows_numbered


def export_requests(
    filters: RequestFilters, *, asked: str, doing: Doing
) -> Iterator[RequestListRow]:
    """Return the rows of a list for a file; `asked` are the filters as the address spells them.

    :raises MoveNotAllowed: if they may not take lists out.
    :raises OutsideCalendar: if working days are to be counted that the calendar does not cover.
    """
    check_move(Move.EXPORT, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        numbers = request_numbers(filters, viewer=doing.by, today=doing.on, table=doing.table)
        record(
            "requests exported",
            subject="the requests",
            by=doing.by.key,
            at=doing.at,
            data={"filters": asked, "requests": len(numbers)},
        )
    return rows_numbered(numbers, viewer=doing.by, today=doing.on, table=doing.table)
