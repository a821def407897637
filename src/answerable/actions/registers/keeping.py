"""Keep what was measured: a table once for each result, and for which question it was measured."""

from typing import Any

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.registers.telling import tell
from answerable.domain.measures.results import digest
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.domain.suppression.released_data import assessment_data
from answerable.domain.suppression.withholding import Assessment, check_assessed
from answerable.queries.registers.measuring import Measured
from answerable.records.registers.models import MeasuredTable


def keep_table(
    measured: Measured,
    *,
    question: str = "",
    assessment: Assessment | None = None,
    doing: Doing,
) -> int:
    """Keep a result, and return its number; the same result is kept once.

    :raises MoveNotAllowed: if they may not measure.
    :raises NotAssessed: if figures are withheld or rounded, and nobody assessed whom they identify.
    """
    check_move(Move.MEASURE, actor=doing.by, situation=NO_REQUEST)
    if measured.changed:
        check_assessed(assessment, measured.changed)
    assessed = assessment_data(assessment) if assessment and measured.changed else {}
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
                "assessment": assessed,
                "result": measured.data,
            },
        )
        if not is_new and question and table.question != question:
            table.question = question
            table.save(update_fields=["question"])
        if is_new:
            tell("table measured", result.snapshot.register, doing, _told(table, measured))
        elif assessed and table.assessment != assessed:
            table.assessment = assessed
            table.save(update_fields=["assessment"])
            tell("table assessed", result.snapshot.register, doing, _told(table, measured))
    return table.pk


def _told(table: MeasuredTable, measured: Measured) -> dict[str, Any]:
    result = measured.result
    told = {"table": table.pk, "measure": result.measure, "result": result.sha256}
    if result.disclosure:
        told["profile"] = result.disclosure.name
    if table.assessment:
        # The assessment may say who somebody is: only its digest stands where nothing is taken back.
        told["assessment"] = digest(table.assessment)
    return told
