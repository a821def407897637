"""What the clock of a question is counted from."""

from collections.abc import Iterable

from answerable.domain.clock import ClockFacts, Event, EventKind, Regime
from answerable.records.casework.models import QuestionEvent, Request


def clock_facts(request: Request, events: Iterable[QuestionEvent]) -> ClockFacts:
    """Return what the clock of a question is counted from."""
    return ClockFacts(
        received_on=request.received_on,
        regime=Regime(request.regime),
        events=tuple(
            Event(EventKind(one.kind), one.on, one.to, one.until)
            for one in sorted(events, key=lambda each: (each.on, each.pk))
        ),
    )
