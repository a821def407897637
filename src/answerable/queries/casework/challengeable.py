"""Whether answers can be challenged: how far each question is, and what was reviewed of it."""

from collections.abc import Iterable

from answerable.domain.clock import ClockRefused, Holidays, Regime
from answerable.domain.clock.clocks import Clock, question_clock
from answerable.domain.decisions.challenges import Challenged
from answerable.domain.roles import Stage
from answerable.queries.casework.clocks import clock_facts
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import (
    Challenge,
    ChallengedQuestion,
    DecisionVersion,
    Notice,
    Question,
    Request,
)

DONE = (Challenge.State.DECIDED, Challenge.State.WITHDRAWN)
"""The states in which nothing more happens to a challenge."""


def challenged_of(request: Request, question: Question, table: Holidays) -> Challenged:
    """Return what decides whether a review of a question can be asked for now.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    clock = _clock(request, question, table)
    reviews = ChallengedQuestion.objects.filter(
        question=question, round=question.round, challenge__kind=Challenge.Kind.REVIEW
    ).select_related("challenge")
    listed = sorted(reviews, key=lambda one: one.challenge.number)
    is_answered = question.stage == Stage.SENT
    decided = [one for one in listed if one.challenge.state == Challenge.State.DECIDED]
    in_hand = [one for one in listed if one.challenge.state not in DONE]
    # What was said of the time alone, before there was an answer, is no review of the answer.
    of_this = [one for one in decided if (one.version_id is not None) == is_answered]
    return Challenged(
        name=f"Question {question.label}" if question.label else "The question",
        regime=Regime(clock.regime) if clock else Regime(question.regime or request.regime),
        answered_on=clock.answered_on if clock and is_answered else None,
        due_on=clock.due_on if clock else None,
        is_closed=question.stage == Stage.CLOSED,
        in_hand=in_hand[-1].challenge.number if in_hand else 0,
        reviewed=of_this[-1].challenge.number if of_this else 0,
    )


def regimes_of(questions: Iterable[Question], table: Holidays) -> list[Regime]:
    """Return under which law each question is answered.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    return [challenged_of(one.request, one, table).regime for one in questions]


def hands_of(challenge: Challenge) -> frozenset[str]:
    """Return all who had a part in an answer that is challenged, in any of its rounds, or in its notices."""
    questions = list(Question.objects.filter(challenged__challenge=challenge))
    hands = (situation_of(challenge.request, one).hands for one in questions)
    return _of_notices(challenge, questions).union(*hands)


def _of_notices(challenge: Challenge, questions: Iterable[Question]) -> frozenset[str]:
    """Return who wrote, and who let go, what was told of the questions before they were answered."""
    labels = {one.label for one in questions}
    told = Notice.objects.filter(request=challenge.request_id).exclude(
        state=Notice.State.TAKEN_BACK
    )
    people = (
        {one.written_by, one.let_go_by}
        for one in told.only("labels", "written_by", "let_go_by")
        if labels & set(one.labels)
    )
    return frozenset[str]().union(*people) - {""}


def answered_version(question: Question) -> DecisionVersion | None:
    """Return the decision with which a question was answered in its present round; None before that."""
    if question.stage != Stage.SENT:
        return None
    return question.decisions.filter(round=question.round).order_by("-number").first()


def _clock(request: Request, question: Question, table: Holidays) -> Clock | None:
    try:
        return question_clock(clock_facts(request, question), table)
    except ClockRefused:
        return None
