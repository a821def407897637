"""What the clock of a question is counted from."""

from answerable.domain.clock import ClockFacts, Event, EventKind, Regime
from answerable.domain.clock.limits import limit_of
from answerable.records.casework.models import Question, QuestionEvent, Request


def clock_facts(request: Request, question: Question | None = None) -> ClockFacts:
    """Return what the clock of a question is counted from, in its present round.

    Without a question it is the clock of one to which nothing has happened yet.
    """
    if question is None:
        return ClockFacts(received_on=request.received_on, regime=Regime(request.regime))
    return ClockFacts(
        received_on=question.round_from or request.received_on,
        regime=Regime(request.regime),
        events=events_in(question, question.round),
        limit=limit_of(question.round_limit) if question.round_limit else None,
    )


def events_in(question: Question, number: int) -> tuple[Event, ...]:
    """Return what happened to a question in one of its rounds, in the order of its days."""
    return tuple(
        event_of(one)
        for one in sorted(question.events.all(), key=lambda each: (each.on, each.pk))
        if one.round == number
    )


def event_of(one: QuestionEvent) -> Event:
    """Return what happened, as the clock knows it."""
    return Event(EventKind(one.kind), one.on, one.to, one.until, one.why)
