"""Record that a letter left: its questions are answered on that day, or wait for the requester."""

import datetime as dt

from answerable.actions.casework.bodies.transferring import transfer_answered
from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import local_day
from answerable.actions.casework.events import write_event
from answerable.actions.casework.gone import Gone
from answerable.actions.casework.meanings import MEANINGS
from answerable.actions.casework.whose_time import keep_whose_time
from answerable.actions.ledger import record
from answerable.domain.clock import EventKind, Holidays
from answerable.domain.roles import Move, Stage, stage_after
from answerable.domain.roles.people import MACHINE
from answerable.queries.casework.letters import CLARIFICATION
from answerable.records.casework.models import Letter


def letter_left(
    letter: Letter,
    *,
    at: dt.datetime,
    table: Holidays,
    by: str = MACHINE.key,
    left_at: dt.datetime | None = None,
) -> None:
    """Write down, once, that a letter left, now or earlier, and what that means for its questions.

    Those of an answer are answered. Those whose meaning was asked are open again: their clocks wait.
    What a letter of another kind means is told in `meanings`.

    It belongs into the transaction that knows of it, with the letter's request locked.
    """
    if letter.state != Letter.State.LEAVING:
        return
    letter.state, letter.sent_at = Letter.State.SENT, left_at or at
    letter.sent_on = on = local_day(letter.sent_at)
    letter.save(update_fields=["state", "sent_at", "sent_on"])
    if letter.kind in MEANINGS:
        MEANINGS[letter.kind].left(letter, Gone(on, at, by, table))
        labels = list(letter.labels)
    else:
        labels = _decided(letter, on=on, at=at, by=by)
    recount(letter.request, table)
    if letter.kind not in MEANINGS:
        keep_whose_time(letter, table)
    record(
        "letter sent",
        subject=f"request {letter.request.reference}",
        by=by,
        at=at,
        data={
            "letter": letter.number,
            "way": letter.way,
            "on": str(letter.sent_on),
            "questions": labels,
        },
    )


def _decided(letter: Letter, *, on: dt.date, at: dt.datetime, by: str) -> list[str]:
    """Take it that the questions of decisions were answered, or that their meaning was asked."""
    leaving = letter.request.questions.filter(label__in=letter.labels, stage=Stage.LEAVING)
    questions = list(leaving.order_by("place"))
    asks = letter.kind == CLARIFICATION
    event = EventKind.CLARIFICATION_REQUESTED if asks else EventKind.ANSWERED
    write_event(questions, event, on=on, at=at, by=by)
    for one in questions:
        if asks:
            one.drafted_by = one.checked_by = one.cleared_by = ""
        # What is sent keeps its count, unless it has none: this is the last time that it is counted.
        one.stage = Stage.OPEN if asks else stage_after(Move.DELIVER, Stage(one.stage))
        one.clock_state = ""
        one.save()
        if not asks:
            transfer_answered(letter.request, one, at=at, by=by)
    return [one.label for one in questions]
