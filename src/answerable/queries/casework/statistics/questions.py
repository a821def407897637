"""What each question counts as: its clock, what was decided, where it spent its days."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

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
from answerable.domain.measures.office import Standing, Timing
from answerable.queries.casework.statistics.cohort import (
    QuestionRow,
    RequestRow,
    StoredEvents,
    event_of,
)

COUNTED = frozenset({Regime.FOIA, Regime.EIR, Regime.FOISA})
"""The regimes whose requests count: people's own data and re-use are other rights."""

_Decided = tuple[str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """What happened to questions that went alike, and how they stand but for what was decided.

    `standings` are those that were found until now, by what was decided.
    """

    regime: Regime
    events: tuple[Event, ...]
    timed: Standing
    standings: dict[_Decided, Standing]


@dataclass(slots=True)
class QuestionCounter:
    """Counts questions as at a day, each history of a clock once.

    Questions that stand alike share one standing, whatever the days were on which things happened.
    """

    as_at: dt.date
    table: Holidays
    _histories: dict[tuple[dt.date, str, StoredEvents], History] = field(default_factory=dict)
    _alike: dict[tuple[object, ...], History] = field(default_factory=dict)

    def history(self, request: RequestRow, question: QuestionRow) -> History | None:
        """Return what happened to a question; None if it is under a regime that is not counted."""
        key = (question.began_on, request.regime, question.events)
        found = self._histories.get(key)
        if found is None:
            found = self._histories[key] = self._counted(*key)
        return found if found.regime in COUNTED else None

    def standing(self, history: History, question: QuestionRow, *, is_ended: bool) -> Standing:
        """Return how a question stands of which the history is known."""
        decided = (question.outcomes, question.citations, is_ended)
        found = history.standings.get(decided)
        if found is None:
            found = history.standings[decided] = _decided(history.timed, *decided)
        return found

    def _counted(self, began_on: dt.date, regime: str, stored: StoredEvents) -> History:
        events = tuple(map(event_of, stored))
        begun = ClockFacts(received_on=began_on, regime=Regime(regime), events=events)
        stands_under = regime_after(regime, events)
        timed = self._timed(begun) if stands_under in COUNTED else Standing()
        timed = replace(timed, is_eir=stands_under is Regime.EIR)
        values = (stands_under, *(getattr(timed, name) for name in _TIMED))
        alike = self._alike.setdefault(values, History(stands_under, (), timed, {}))
        return History(stands_under, events, alike.timed, alike.standings)

    def _timed(self, begun: ClockFacts) -> Standing:
        kinds = {one.kind for one in begun.events}
        found = Standing(
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


_TIMED = (
    "timing",
    "is_answered",
    "days",
    "is_extended",
    "extended_by",
    "asked_what_was_meant",
    "fee_asked",
    "fee_paid",
)
"""What a history alone says of how a question stands."""


def _decided(
    timed: Standing,
    outcomes: str,
    citations: Iterable[str],
    is_ended: bool,  # noqa: FBT001 a part of the key
) -> Standing:
    has_ended = is_ended and not timed.is_answered
    return replace(
        timed,
        timing=Timing.ENDED if has_ended else timed.timing,
        outcomes=frozenset(map(Outcome, json.loads(outcomes))),
        citations=frozenset(citations),
    )


def regime_after(regime: str, events: Iterable[Event]) -> Regime:
    """Return the law under which a question stands after what happened."""
    moves = [one.to for one in events if one.kind is EventKind.REGIME_CHANGED]
    return Regime(moves[-1] if moves else regime)


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
