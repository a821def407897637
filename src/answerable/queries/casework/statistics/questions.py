"""What each question counts as: its clock, what was decided, where it spent its days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from answerable.domain.clock import (
    Clock,
    ClockFacts,
    ClockRefused,
    Event,
    EventKind,
    Holidays,
    OutsideCalendar,
    Regime,
    State,
    question_clock,
)
from answerable.domain.clock.more_time import EXTENSIONS, first_due_on
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.measures.office import QuestionFacts, Timing
from answerable.queries.casework.statistics.cohort import DecidedRow, QuestionRow, RequestRow

COUNTED = frozenset({Regime.FOIA, Regime.EIR, Regime.FOISA})
"""The regimes whose requests count: people's own data and re-use are other rights."""


@dataclass(slots=True)
class QuestionCounter:
    """Counts questions as at a day, each history of a clock once."""

    as_at: dt.date
    table: Holidays
    _counted: dict[ClockFacts, QuestionFacts] = field(default_factory=dict)

    def facts(
        self,
        request: RequestRow,
        question: QuestionRow,
        events: Sequence[Event],
        *,
        decided: DecidedRow | None,
        is_ended: bool,
    ) -> QuestionFacts | None:
        """Return what is known of a question; None if it is under a regime that is not counted."""
        regime = regime_of(request, events)
        if regime not in COUNTED:
            return None
        begun = ClockFacts(
            received_on=question.began_on or request.received_on,
            regime=Regime(request.regime),
            events=tuple(events),
        )
        if begun not in self._counted:
            self._counted[begun] = self._timed(begun)
        timed = self._counted[begun]
        has_ended = is_ended and not timed.is_answered
        return replace(
            timed,
            label=question.label,
            timing=Timing.ENDED if has_ended else timed.timing,
            is_eir=regime is Regime.EIR,
            outcomes=_outcomes(decided.outcomes) if decided else frozenset(),
            citations=frozenset(decided.citations) if decided else frozenset(),
        )

    def _timed(self, begun: ClockFacts) -> QuestionFacts:
        kinds = {one.kind for one in begun.events}
        found = QuestionFacts(
            is_answered=EventKind.ANSWERED in kinds,
            is_extended=bool(kinds & set(EXTENSIONS)),
            asked_what_was_meant=EventKind.CLARIFICATION_REQUESTED in kinds,
            fee_asked=EventKind.FEES_NOTICE in kinds,
            fee_paid=EventKind.FEE_RECEIVED in kinds,
        )
        try:
            clock = question_clock(begun, self.table)
            return replace(
                found,
                timing=_timing(clock, self.as_at),
                days=clock.days_taken,
                extended_by=_extended_by(clock, begun, self.table) if found.is_extended else None,
            )
        except (ClockRefused, OutsideCalendar):
            return replace(found, timing=Timing.NOT_COUNTABLE)


@cache
def _outcomes(values: tuple[str, ...]) -> frozenset[Outcome]:
    return frozenset(map(Outcome, values))


def regime_of(request: RequestRow, events: Sequence[Event]) -> Regime:
    """Return the law under which a question stands after what happened."""
    moves = [one.to for one in events if one.kind is EventKind.REGIME_CHANGED]
    return Regime(moves[-1] if moves else request.regime)


def _timing(clock: Clock, as_at: dt.date) -> Timing:
    if clock.state is State.ANSWERED:
        return Timing.LATE if clock.is_late else Timing.IN_TIME
    if clock.state is State.LAPSED:
        return Timing.ENDED
    is_over = clock.due_on is not None and as_at > clock.due_on
    return Timing.OPEN_LATE if is_over else Timing.OPEN_IN_TIME


def _extended_by(clock: Clock, begun: ClockFacts, table: Holidays) -> int | None:
    """Return the working days that notices gave; None while no date runs."""
    first_on = first_due_on(begun, table)
    if first_on is None or clock.due_on is None:
        return None
    return clock.count.calendar.count(first_on, clock.due_on) if clock.due_on > first_on else 0
