"""What a challenge does to questions: events of their clocks, and another round of one that is overturned."""

import datetime as dt
from collections.abc import Iterable

from answerable.domain.clock import EventKind
from answerable.domain.roles import Stage
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import ChallengedQuestion, Question

_OF_REVIEWS = (EventKind.REVIEW_REQUESTED, EventKind.REVIEW_EXTENSION)


def forget_review(questions: Iterable[Question], *, since: dt.date) -> None:
    """Take a review that ended without an outcome out of the clocks of questions: the challenge keeps it."""
    for one in questions:
        one.events.filter(kind__in=_OF_REVIEWS, on__gte=since, round=one.round).delete()


def open_round(found: ChallengedQuestion, *, on: dt.date, others: Iterable[str] = ()) -> bool:
    """Open another round of a question that was overturned; return whether one had to be opened.

    It stays with its officer. What was before keeps its number; all who had a part in it, and `others`,
    are kept, so that none of them reviews it. Where it is open again already, nothing is opened twice.
    """
    question = found.question
    if question.stage != Stage.SENT or question.round != found.round:
        return False
    hands = situation_of(question.request, question).hands | set(others)
    question.past_hands = sorted(hands - {""})
    question.round += 1
    question.round_from, question.round_limit = on, found.limit
    question.stage, question.clock_state = Stage.OPEN, ""
    question.drafted_by = question.checked_by = question.cleared_by = ""
    question.save()
    found.opens_round, found.opened_on = question.round, on
    found.save(update_fields=["opens_round", "opened_on"])
    return True
