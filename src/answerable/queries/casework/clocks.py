"""What the clock of a question is counted from."""

import datetime as dt

from answerable.domain.clock import ClockFacts, Event, EventKind, Regime
from answerable.domain.clock.limits import limit_of
from answerable.domain.clock.written import written_event
from answerable.records.casework.models import Question, QuestionEvent, Request


def clock_facts(request: Request, question: Question | None = None) -> ClockFacts:
    """Return what the clock of a question is counted from, in its present round.

    Without a question it is the clock of one to which nothing has happened yet.
    """
    if question is None:
        return ClockFacts(received_on=request.received_on, regime=Regime(request.regime))
    # What moved it to another regime happened in a round before; in the first one its event says so.
    moved_to = question.regime if question.round > 1 else ""
    return ClockFacts(
        received_on=question.round_from or request.received_on,
        regime=Regime(moved_to or request.regime),
        events=events_in(question, question.round),
        limit=limit_of(question.round_limit) if question.round_limit else None,
    )


def past_facts(
    request: Request, question: Question, number: int, *, begun_on: dt.date | None, limit: str
) -> ClockFacts:
    """Return what the clock of a question was counted from in a round that is over.

    `begun_on` and `limit` are those of what opened the round; nothing opened the first. It began under
    the law to which the question had been moved by then: what moved it in a later round is not of it.
    """
    moves = [
        one.to
        for one in sorted(question.events.all(), key=lambda each: (each.on, each.pk))
        if one.kind == EventKind.REGIME_CHANGED and one.round < number
    ]
    return ClockFacts(
        received_on=begun_on or request.received_on,
        regime=Regime(moves[-1] if moves else request.regime),
        events=events_in(question, number),
        limit=limit_of(limit) if limit else None,
    )


def regime_of(request: Request, question: Question) -> Regime:
    """Return the law that a question is answered under."""
    return Regime(question.regime or request.regime)


def exported_events(question: Question) -> tuple[str, ...]:
    """Return what happened to a question in its present round, as `answerable clock --event` reads it."""
    return tuple(map(written_event, events_in(question, question.round)))


def clock_arguments(request: Request, question: Question) -> tuple[str, ...]:
    """Return what `answerable clock` is to be asked for the clock of a question in its present round."""
    facts = clock_facts(request, question)
    limit = ("--limit", question.round_limit) if question.round_limit else ()
    events = (part for one in exported_events(question) for part in ("--event", one))
    return (
        *("--regime", facts.regime.value),
        *("--received", str(facts.received_on)),
        *limit,
        *events,
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
