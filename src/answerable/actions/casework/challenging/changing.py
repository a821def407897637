"""What challenges do to questions: events of their clocks, and another round where one is overturned."""

import datetime as dt
from collections.abc import Iterable

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.meanings import Gone
from answerable.domain.clock import EventKind
from answerable.domain.roles import Stage
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import ChallengedQuestion, Question, QuestionEvent


def happened(
    questions: Iterable[Question], kind: EventKind, *, on: dt.date, doing: Doing | Gone
) -> None:
    """Write an event of their present rounds to questions of a locked request."""
    by = doing.by if isinstance(doing, Gone) else doing.by.key
    QuestionEvent.objects.bulk_create(
        QuestionEvent(
            question=one,
            kind=kind.value,
            on=on,
            round=one.round,
            recorded_at=doing.at,
            recorded_by=by[:200],
        )
        for one in questions
    )


def reopened(found: ChallengedQuestion, *, on: dt.date) -> bool:
    """Open another round of a question that was overturned; return whether one had to be opened.

    It stays with its officer. What was before keeps its number; all who had a part in it are kept, so
    that none of them reviews it. Where the question is open again already, nothing is opened twice.
    """
    question = found.question
    if question.stage != Stage.SENT or question.round != found.round:
        return False
    question.past_hands = sorted(situation_of(question.request, question).hands)
    question.round += 1
    question.round_from, question.round_limit = on, found.limit
    question.stage, question.clock_state = Stage.OPEN, ""
    question.drafted_by = question.checked_by = question.cleared_by = ""
    question.save()
    found.opens_round, found.opened_on = question.round, on
    found.save(update_fields=["opens_round", "opened_on"])
    return True
