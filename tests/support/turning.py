"""Questions whose clocks turn before their answer: the office that writes, and what it asked."""

import datetime as dt

from answerable.domain.decisions.letters import Office
from answerable.records.casework.models import Question
from tests.support.casework import REF, record

OFFICE = Office(
    body="Office of Public Answers",
    team="Information Rights Team",
    email="foi@body.example",
    address="1 High Street",
    review_contact="reviews@body.example",
    regulator_address="regulator.example",
    licence="You may use this.",
    copyright="Others may hold rights in it.",
)
LATER = dt.datetime(2025, 10, 20, 9, 0, tzinfo=dt.UTC)


def question(label="1", reference=REF):
    """Return a question as it stands."""
    return Question.objects.get(request__reference=reference, label=label)


def meaning_asked(*labels):
    """Let it be asked, two days after receipt, what some questions mean."""
    record("clarification_requested:2025-10-08", labels=labels)
