"""Take the contradictions out as a file: told in the ledger before the first row leaves."""

from collections.abc import Iterator

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.casework.clashes.listed import (
    ClashFilters,
    ClashRow,
    clash_numbers,
    clash_rows,
)


def export_clashes(filters: ClashFilters, *, asked: str, doing: Doing) -> Iterator[ClashRow]:
    """Return the rows of a list for a file; `asked` are the filters as the address spells them.

    :raises MoveNotAllowed: if they may not take lists out.
    """
    check_move(Move.EXPORT, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        numbers = clash_numbers(filters, viewer=doing.by)
        record(
            "contradictions exported",
            subject="the contradictions",
            by=doing.by.key,
            at=doing.at,
            data={"filters": asked, "contradictions": len(numbers)},
        )
    return clash_rows(numbers, viewer=doing.by, at=doing.at)
