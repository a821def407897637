"""What events make of a clock: where it starts, when it pauses, what it waits for, and until when."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from answerable.domain.clock.calendars import CalendarName, Holidays
from answerable.domain.clock.counting import Count, Pause
from answerable.domain.clock.events import ASKED_BY, ClockRefused, Event, EventKind
from answerable.domain.clock.limits import Limit, last_day_of_period
from answerable.domain.clock.regimes import FEE, TERMS, Effect, Regime, Terms
from answerable.domain.law.provisions import Provision, provisions

DAY_OF_THE_PAUSE = provisions()["sar-pause"].since
"""From when waiting for information stops the month of a person who asks for their own data."""
_MONTHLY = (Regime.SAR, Regime.PART3)
_OWN_DATA = frozenset(_MONTHLY)
_EFFECTLESS = {
    EventKind.ADVICE_ANSWER_RECEIVED: "A question that need not have been asked does not move the clock",
}


@dataclass(slots=True)
class History:
    """The count as it stands, and what happened to it; `other_counts` are the readings of others."""

    count: Count
    waiting: Event | None = None
    pay_by: dt.date | None = None
    is_lapsed: bool = False
    extension: Event | None = None
    answered_on: dt.date | None = None
    reviews: list[Event] = field(default_factory=list)
    other_counts: list[tuple[Count | None, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def history_of(
    count: Count, events: Sequence[Event], *, regime: Regime, table: Holidays
) -> History:
    """Return what events, checked and in their order, make of a count.

    :raises ClockRefused: if the regime knows no such event.
    """
    terms = TERMS[regime]
    history = History(count)
    changes = [one.on for one in events if one.kind is EventKind.REGIME_CHANGED]
    changed_on = changes[-1] if changes else dt.date.min
    pending: dict[EventKind, Event] = {}
    for event in events:
        if event.kind in _OF_REVIEWS:
            history.reviews.append(event)
        elif event.kind in ASKED_BY:
            _came(history, event, pending.pop(ASKED_BY[event.kind], event), regime, table)
        elif event.kind in _ASKS:
            pending[event.kind] = event
        elif event.kind in (EventKind.PIT_EXTENSION, EventKind.COMPLEX_EXTENSION):
            _extended(history, event, terms, regime, is_past=event.on <= changed_on)
        elif event.kind is EventKind.ANSWERED:
            history.answered_on = event.on
        elif event.kind is EventKind.REGIME_CHANGED:
            history.notes.append(
                f"Moved to {regime} on {event.on}: the day of receipt stays the day of receipt"
            )
        else:
            history.notes.append(
                f"A part was split off on {event.on}: it has a clock of its own from the same receipt"
            )
    for event in pending.values():
        _waits(history, event, regime, table)
    return history


_OF_REVIEWS = frozenset(
    {EventKind.REVIEW_REQUESTED, EventKind.REVIEW_EXTENSION, EventKind.REVIEW_ANSWERED}
)
_ASKS = frozenset(ASKED_BY.values()) - _OF_REVIEWS
_RECEIVED = {asked: received for received, asked in ASKED_BY.items()}


def _came(history: History, event: Event, asked: Event, regime: Regime, table: Holidays) -> None:
    """Take it that what was asked for has come."""
    effect = TERMS[regime].effect(event.kind)
    if effect is Effect.RESTARTS:
        _restart(history, event, asked, regime)
    elif effect is Effect.PAUSES and event.kind is FEE:
        _pause_for_fee(history, event, asked, TERMS[regime], table)
    elif effect is Effect.PAUSES:
        _pause_for_words(history, event, asked)
    else:
        why = _EFFECTLESS.get(event.kind, f"{regime} has no rule by which this moves the clock")
        history.notes.append(f"On {event.on} {event.kind.words}: {why[0].lower()}{why[1:]}")


def _restart(history: History, event: Event, asked: Event, regime: Regime) -> None:
    due_on = history.count.due_on
    again = replace(history.count, start=event.on, pauses=())
    if regime in _OWN_DATA or asked.on <= due_on:
        history.count = again
        if history.extension is not None:
            history.notes.append(
                f"The notice of {history.extension.on} ended when the clock started again on {event.on}"
            )
            history.extension = None
        return
    late = f"On {asked.on} {asked.kind.words}, after the time to answer had ended on {due_on}"
    if regime is Regime.EIR:
        history.notes.append(f"{late}: it moves nothing (EIR reg.9(2))")
    else:
        history.notes.append(f"{late}: whether it still starts the clock again is arguable")
        history.other_counts.append((again, "if a clarification that was asked for late counts"))


def _pause_for_fee(
    history: History, event: Event, asked: Event, terms: Terms, table: Holidays
) -> None:
    if _is_too_late(history, asked):
        return
    history.pay_by = pay_by(terms, asked.on, table)
    if event.on > history.pay_by:
        history.is_lapsed = True
        history.notes.append(
            f"The fee came on {event.on}, after the last day to pay it, {history.pay_by}: "
            "the duty to answer has lapsed"
        )
        return
    _add_pause(history, Pause(asked.on, event.on, "the fee was awaited"))


def _pause_for_words(history: History, event: Event, asked: Event) -> None:
    pause = Pause(asked.on, event.on, "the information that was asked for was awaited")
    if history.count.start >= DAY_OF_THE_PAUSE:
        _add_pause(history, pause)
        return
    history.notes.append(_BEFORE_THE_PAUSE)
    paused = replace(history.count, pauses=(*history.count.pauses, pause))
    history.other_counts.append((paused, "if waiting for the information stopped the clock"))


_BEFORE_THE_PAUSE = (
    f"Before {DAY_OF_THE_PAUSE} only the regulator's guidance let the clock stop while information "
    "was awaited: work to the date without a pause"
)


def _add_pause(history: History, pause: Pause) -> None:
    pauses = history.count.pauses
    if pauses and pause.first <= pauses[-1].last:
        pause = replace(pause, first=pauses[-1].last + dt.timedelta(days=1))
    if pause.first <= pause.last:
        history.count = replace(history.count, pauses=(*pauses, pause))


def _is_too_late(history: History, asked: Event) -> bool:
    due_on = history.count.due_on
    if asked.on <= due_on:
        return False
    history.notes.append(
        f"On {asked.on} {asked.kind.words}, after the time to answer had ended on {due_on}: "
        "it stops nothing"
    )
    return True


def _waits(history: History, event: Event, regime: Regime, table: Holidays) -> None:
    """Take it that what was asked for has not come yet."""
    received = _RECEIVED[event.kind]
    effect = TERMS[regime].effect(received)
    if effect is Effect.NOTHING:
        return
    if effect is Effect.PAUSES and received is not FEE and history.count.start < DAY_OF_THE_PAUSE:
        history.notes.append(_BEFORE_THE_PAUSE)
        history.other_counts.append((None, "if waiting for the information stops the clock"))
        return
    if regime not in _OWN_DATA and _is_too_late(history, event):
        if effect is Effect.RESTARTS and regime is not Regime.EIR:
            why = "if a clarification that was asked for late counts"
            history.other_counts.append((None, why))
        return
    history.waiting = event
    if received is FEE and effect is Effect.PAUSES:
        history.pay_by = pay_by(TERMS[regime], event.on, table)


def _extended(
    history: History, event: Event, terms: Terms, regime: Regime, *, is_past: bool
) -> None:
    if event.kind is not terms.extends:
        if is_past:
            history.notes.append(
                f"The notice of {event.on} belongs to another regime: {regime} has no such extension"
            )
            return
        message = f"On {event.on} {event.kind.words}, but {regime} {_NO_EXTENSION[event.kind]}"
        raise ClockRefused(message)
    history.extension = event


_NO_EXTENSION = {
    EventKind.PIT_EXTENSION: "gives no more time to weigh the public interest",
    EventKind.COMPLEX_EXTENSION: "gives no more time because a request is complex",
}


def pay_by(terms: Terms, notice_on: dt.date, table: Holidays) -> dt.date:
    """Return the last day on which a fee can be paid (FOIA s.9(2); EIR reg.8(5))."""
    fee = provisions()[terms.fee]
    if fee.unit == "months":
        return last_day_of_period(notice_on, fee.value)
    return count_under(fee, notice_on, table).due_on


def count_under(
    provision: Provision,
    start: dt.date,
    table: Holidays,
    *,
    calendar: CalendarName | None = None,
) -> Count:
    """Return the count of a provision's limit from a day, on its calendar or on another.

    :raises OutsideCalendar: if the table does not cover the day.
    """
    if not table.first <= start <= table.last:
        raise table.outside(start)
    return Count(start, limit_under(provision), table.calendar(calendar or provision.calendar))


def limit_under(provision: Provision) -> Limit:
    """Return the limit that a provision sets."""
    return _limit(provision.value, provision.unit, inclusive=provision.inclusive)


@cache
def _limit(count: int, unit: str, *, inclusive: bool) -> Limit:
    return Limit(count, unit, inclusive)
