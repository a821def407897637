"""Dispose of measured tables that were kept for their time: what a reader knows of them stays, and nothing else."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.retention import End, Ended, Schedule, kept_until
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.domain.suppression.released_data import data_of
from answerable.queries.registers.beside import leaving
from answerable.records.registers.models import MeasuredTable


def dispose_tables(*, schedule: Schedule, doing: Doing) -> int:
    """Dispose of each table that was kept for no question and may go by its rule; return how many went.

    A table for a question goes with its request.

    :raises MoveNotAllowed: if they may not.
    """
    check_move(Move.DISPOSE, actor=doing.by, situation=NO_REQUEST)
    kept = MeasuredTable.objects.filter(question="", disposed_at=None)
    due = [
        number
        for number, at in kept.order_by("pk").values_list("pk", "at")
        if (rule := kept_until(Ended(frozenset({End.MEASURED}), at.date()), schedule))
        and rule.due_on <= doing.on
    ]
    for number in due:
        with transaction.atomic():
            table = MeasuredTable.objects.select_for_update().get(pk=number)
            if not table.question and table.disposed_at is None:
                _dispose(table, doing)
    return len(due)


def dispose_tables_of(reference: str, *, doing: Doing) -> int:
    """Dispose of the tables that were kept for the questions of a request, in the transaction in which it goes."""
    of_it = MeasuredTable.objects.select_for_update().filter(disposed_at=None)
    tables = [
        one
        for one in of_it.filter(question__startswith=reference)
        # The ten-thousandth reference of a year begins as the thousandth does.
        if one.question.partition(" ")[0] == reference
    ]
    for table in tables:
        _dispose(table, doing)
    return len(tables)


def _dispose(table: MeasuredTable, doing: Doing) -> None:
    """Take out whom it identified and the result itself; later tables are still set beside what left."""
    register = table.result["register"]["name"]
    if table.released is None:
        table.released = [data_of(one) for one in leaving(table.result)]
    table.result = {
        "register": {"name": register},
        "disclosure": table.result.get("disclosure"),
        "result_sha256": table.sha256,
    }
    table.assessment, table.beside, table.question = {}, {}, ""
    table.disposed_at = doing.at
    table.save()
    told = {"table": table.pk, "result": table.sha256}
    subject = f"register {register}"
    record("table disposed of", subject=subject, by=doing.by.key, at=doing.at, data=told)
