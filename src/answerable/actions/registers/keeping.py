"""Keep what was measured: a table once for each result, and for which question it was measured."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.registers.telling import tell
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.registers.measuring import Measured
from answerable.records.registers.models import MeasuredTable


def keep_table(measured: Measured, *, question: str = "", doing: Doing) -> int:
    """Keep a result, and return its number; the same result is kept once.

    :raises MoveNotAllowed: if they may not measure.
    """
    check_move(Move.MEASURE, actor=doing.by, situation=NO_REQUEST)
    result = measured.result
    with transaction.atomic():
        table, is_new = MeasuredTable.objects.select_for_update().get_or_create(
            sha256=result.sha256,
            defaults={
                "measure": result.measure,
                "title": result.title[:300],
                "as_at": result.as_at,
                "by": doing.by.key,
                "at": doing.at,
                "question": question,
                "result": measured.data,
            },
        )
        if not is_new and question and table.question != question:
            table.question = question
            table.save(update_fields=["question"])
        if is_new:
            told = {"table": table.pk, "measure": result.measure, "result": result.sha256}
            tell("table measured", result.snapshot.register, doing, told)
    return table.pk
