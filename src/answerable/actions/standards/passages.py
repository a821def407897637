"""How far the office is with what an assessor asks for."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import short_digest
from answerable.actions.ledger import record
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.roles import NO_REQUEST, Move, MoveNotAllowed, Role, check_move
from answerable.reading.alphabets import storable
from answerable.records.standards.models import ElementOwner, RoundPassage


def move_passage(round_number: int, place: int, *, progress: str, note: str, doing: Doing) -> None:
    """Keep how far the office is with what a round's report asks for, also once the round is closed.

    Quality leads may, and whoever owns one of the elements that it is about.

    :raises MoveNotAllowed: if they may not.
    :raises RoundRefused: if there is no such passage, it asks for nothing, or there is no such progress.
    """
    check_move(Move.WRITE_ELEMENT, actor=doing.by, situation=NO_REQUEST)
    if progress not in RoundPassage.Progress.values:
        most = ", ".join(RoundPassage.Progress.values)
        raise RoundRefused(f"There is no progress {progress!r}: it is one of {most}")
    with transaction.atomic():
        rows = RoundPassage.objects.select_for_update(of=("self",))
        rows = rows.select_related("round__framework").defer("round__report")
        row = rows.filter(round=round_number, place=place).first()
        if row is None:
            raise RoundRefused(f"Round {round_number} has no passage {place}: look at it again")
        _check_may_move(row, doing)
        if row.kind == RoundPassage.Kind.STRENGTH:
            raise RoundRefused("A strength asks for nothing: there is no progress to keep")
        row.progress, row.progress_note = progress, storable(note).strip()
        row.progress_by, row.progress_at = doing.by.key, doing.at
        row.save(update_fields=["progress", "progress_note", "progress_by", "progress_at"])
        told = {"passage": place, "progress": progress}
        if row.progress_note:
            told["note"] = short_digest(row.progress_note)
        subject = f"round {round_number}"
        record("passage moved", subject=subject, by=doing.by.key, at=doing.at, data=told)


def _check_may_move(row: RoundPassage, doing: Doing) -> None:
    if Role.QUALITY_LEAD in doing.by.roles:
        return
    owned = ElementOwner.objects.filter(
        framework=row.round.framework.key, element__in=row.elements.split(), owner=doing.by.key
    )
    if not owned.exists():
        message = "None of its elements is yours: whoever owns one, or a quality lead, says this"
        raise MoveNotAllowed(message)
