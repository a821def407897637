"""Keep what was measured: a table once for each result, and for which question it was measured."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.registers.telling import tell
from answerable.domain.measures.results import digest
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.domain.suppression.released import ReleasedTable
from answerable.domain.suppression.released_data import assessment_data, data_of
from answerable.domain.suppression.withholding import Assessment, check_assessed
from answerable.queries.registers.beside import BesideKept, beside_kept, beside_of, leaving
from answerable.queries.registers.measuring import Measured
from answerable.records.registers.models import MeasuredTable


class GivesAway(ValueError):
    """A table gives something away beside others, and nobody said yet why it may leave; `beside` says what."""

    def __init__(self, beside: BesideKept) -> None:
        super().__init__(
            "Beside tables that were kept before, or rows that are published, this one gives away what none of them "
            "prints: make its groups or its period those of an earlier table, choose a profile, or say why it may "
            "leave all the same"
        )
        self.beside = beside


def keep_table(
    measured: Measured,
    *,
    question: str = "",
    assessment: Assessment | None = None,
    reason: str = "",
    doing: Doing,
) -> int:
    """Keep a result, and return its number; the same result is kept once.

    It is set beside all tables of its register that were kept before: each may have left. `reason` says why it
    may leave where it gives something away beside them.

    :raises GivesAway: if it does, and there is no reason.
    :raises MoveNotAllowed: if they may not measure.
    :raises NotAssessed: if figures are withheld or rounded, and nobody assessed whom they identify.
    """
    check_move(Move.MEASURE, actor=doing.by, situation=NO_REQUEST)
    if measured.changed:
        check_assessed(assessment, measured.changed)
    assessed = assessment_data(assessment) if assessment and measured.changed else {}
    leaves = leaving(measured.data)
    beside = _accepted_beside(measured, leaves, reason, doing)
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
                "beside": beside,
                "released": [data_of(one) for one in leaves],
                "result": measured.data,
            },
        )
        if is_new:
            tell("table measured", result.snapshot.register, doing, _told(table, measured))
        else:
            _keep_again(table, measured, question, assessed, beside, doing)
    return table.pk


def let_leave(number: int, *, reason: str, doing: Doing) -> None:
    """Note why a kept table may leave though it gives something away beside others; nothing if it does not.

    :raises GivesAway: if it does, and there is no reason.
    :raises MoveNotAllowed: if they may not measure.
    """
    check_move(Move.MEASURE, actor=doing.by, situation=NO_REQUEST)
    beside = beside_of(number)
    if not beside.found:
        return
    if not reason.strip():
        raise GivesAway(beside)
    with transaction.atomic():
        table = MeasuredTable.objects.select_for_update().get(pk=number)
        found = [*table.beside.get("found", ()), *beside.found]
        table.beside = _noted(found, reason, doing)
        table.save(update_fields=["beside"])
        _tell_beside(table, doing)


def _keep_again(
    table: MeasuredTable,
    measured: Measured,
    question: str,
    assessed: dict[str, Any],
    beside: dict[str, Any],
    doing: Doing,
) -> None:
    """Keep what is new about a table that was kept before: for which question, whom it identifies, why it may leave.

    One that was disposed of meanwhile is there again, with its result.
    """
    if table.disposed_at is not None:
        table.disposed_at, table.result = None, measured.data
        table.by, table.at = doing.by.key, doing.at
        table.save()
        tell("table measured", measured.result.snapshot.register, doing, _told(table, measured))
    if question and table.question != question:
        table.question = question
        table.save(update_fields=["question"])
    if assessed and table.assessment != assessed:
        table.assessment = assessed
        table.save(update_fields=["assessment"])
        tell("table assessed", measured.result.snapshot.register, doing, _told(table, measured))
    if beside and table.beside != beside:
        table.beside = beside
        table.save(update_fields=["beside"])
        _tell_beside(table, doing)


def _accepted_beside(
    measured: Measured, leaves: Sequence[ReleasedTable], reason: str, doing: Doing
) -> dict[str, Any]:
    """Return what a table gives away beside others and why it may leave; what was accepted before stands.

    :raises GivesAway: if nobody said why.
    """
    kept = MeasuredTable.objects.filter(sha256=measured.result.sha256)
    accepted: dict[str, Any] = kept.values_list("beside", flat=True).first() or {}
    found = beside_kept(leaves, measured.data)
    still_open = found.without(accepted.get("found", ()))
    if not still_open.found:
        return accepted
    if not reason.strip():
        raise GivesAway(still_open)
    return _noted([*accepted.get("found", ()), *still_open.found], reason, doing)


def _noted(found: list[str], reason: str, doing: Doing) -> dict[str, Any]:
    said = reason.strip().replace("\0", "")
    return {"found": found, "reason": said, "by": doing.by.key, "at": doing.at.isoformat()}


def _tell_beside(table: MeasuredTable, doing: Doing) -> None:
    told = {"table": table.pk, "result": table.sha256, **_beside_told(table)}
    tell("table let leave", table.result["register"]["name"], doing, told)


def _told(table: MeasuredTable, measured: Measured) -> dict[str, Any]:
    result = measured.result
    told = {"table": table.pk, "measure": result.measure, "result": result.sha256}
    if result.disclosure:
        told["profile"] = result.disclosure.name
    if table.assessment:
        # The assessment may say who somebody is: only its digest stands where nothing is taken back.
        told["assessment"] = digest(table.assessment)
    return {**told, **(_beside_told(table) if table.beside else {})}


def _beside_told(table: MeasuredTable) -> dict[str, Any]:
    """Return what the ledger says of what a table gives away: how much, its digest, and the reason; never a count."""
    found = table.beside["found"]
    return {"gives away": len(found), "found": digest(found), "reason": table.beside["reason"]}
