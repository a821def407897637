"""Write down what happened to questions whose request is locked, without asking whether it can be."""

import datetime as dt
from collections.abc import Iterable

from answerable.domain.clock import EventKind
from answerable.records.casework.models import Question, QuestionEvent


def write_event(
    questions: Iterable[Question], kind: EventKind, *, on: dt.date, at: dt.datetime, by: str
) -> None:
    """Write an event of their present rounds to questions of a locked request."""
    QuestionEvent.objects.bulk_create(
        QuestionEvent(
            question=one,
            kind=kind.value,
            on=on,
            round=one.round,
            recorded_at=at,
            recorded_by=by[:200],
        )
        for one in questions
    )
