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
OWN_DATA = frozenset({Regime.SAR, Regime.PART3})
"""The regimes under which people ask for their own data: months are counted."""
_EFFECTLESS = {
    EventKind.ADVICE_ANSWER_RECEIVED: "A question that need not have been asked does not move the clock",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was asked for and is awaited: what its coming does, and whether it was too late."""

    event: Event
    effect: Effect
    is_late: bool = False

    @property
    def stops(self) -> bool:
        """Return whether the clock stands still meanwhile."""
        return self.effect is not Effect.NOTHING and not self.is_late


@dataclass(slots=True)
class History:
    """The count as it stands, and what happened to it; `other_counts` are the readings of others."""

    count: Count
    pending: dict[EventKind, Asked] = field(default_factory=dict)
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
    :raises OutsideCalendar: if the table does not cover the day of an event.
    """
    history = History(count)
    changes = [one.on for one in events if one.kind is EventKind.REGIME_CHANGED]
    changed_on = changes[-1] if changes else dt.date.min
    for event in events:
        if event.on > table.last:
            raise table.outside(event.on)
        if event.kind in _OF_REVIEWS:
            history.reviews.append(event)
        elif event.kind in ASKED_BY:
            _came(history, event, regime, table)
        elif event.kind in _ASKS:
            history.pending[event.kind] = _asked(history, event, regime)
        elif event.kind in (EventKind.PIT_EXTENSION, EventKind.COMPLEX_EXTENSION):
            _extended(history, event, regime, is_past=event.on <= changed_on)
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
    for asked in history.pending.values():
        _waits(history, asked, regime, table)
    return history


_OF_REVIEWS = frozenset(
    {EventKind.REVIEW_REQUESTED, EventKind.REVIEW_EXTENSION, EventKind.REVIEW_ANSWERED}
)
_ASKS = frozenset(ASKED_BY.values()) - _OF_REVIEWS
_RECEIVED = {asked: received for received, asked in ASKED_BY.items()}


def _asked(history: History, event: Event, regime: Regime) -> Asked:
    """Return what is asked for, judged on the day on which it is asked for.

    While something else is awaited the clock stands still, and no question comes too late.
    """
    effect = TERMS[regime].effect(_RECEIVED[event.kind])
    # Who somebody is can be asked at any time: their month begins only with the answer.
    is_of_person = regime in OWN_DATA and effect is Effect.RESTARTS
    if (
        effect is Effect.NOTHING
        or is_of_person
        or any(one.stops for one in history.pending.values())
    ):
        return Asked(event, effect)
    due_on = history.count.due_on
    if event.on <= due_on:
        return Asked(event, effect)
    what = "whether it still starts the clock again is arguable"
    if effect is not Effect.RESTARTS:
        what = "it stops nothing"
    elif regime is Regime.EIR:
        what = "it moves nothing (EIR reg.9(2))"
    history.notes.append(
        f"On {event.on} {event.kind.words}, after the time to answer had ended on {due_on}: {what}"
    )
    return Asked(event, effect, is_late=True)


def _came(history: History, event: Event, regime: Regime, table: Holidays) -> None:
    """Take it that what was asked for has come."""
    effect = TERMS[regime].effect(event.kind)
    asked = history.pending.pop(ASKED_BY[event.kind], Asked(event, effect))
    if effect is Effect.NOTHING:
        why = _EFFECTLESS.get(event.kind, f"{regime} has no rule by which this moves the clock")
        history.notes.append(f"On {event.on} {event.kind.words}: {why[0].lower()}{why[1:]}")
    elif effect is Effect.RESTARTS:
        _restart(history, event, asked, regime)
    elif not asked.is_late and event.kind is FEE:
        _pause_for_fee(history, event, asked.event, TERMS[regime], table)
    elif not asked.is_late:
        _pause_for_words(history, event, asked.event)


def _restart(history: History, event: Event, asked: Asked, regime: Regime) -> None:
    again = replace(history.count, start=event.on, pauses=())
    if asked.is_late:
        if regime is not Regime.EIR:
            history.other_counts.append((again, _LATE_QUESTION))
        return
    history.count = again
    history.other_counts.clear()
    if history.extension is not None:
        history.notes.append(
            f"The notice of {history.extension.on} ended when the clock started again on {event.on}"
        )
        history.extension = None


_LATE_QUESTION = "if a clarification that was asked for late counts"


def _pause_for_fee(
    history: History, event: Event, asked: Event, terms: Terms, table: Holidays
) -> None:
    history.pay_by = pay_by(terms, asked.on, table)
    if event.on > history.pay_by:
        history.is_lapsed = True
        history.notes.append(
            f"The fee came on {event.on}, after the last day to pay it, {history.pay_by}: "
            "the duty to answer has lapsed"
        )
        return
    pause = Pause(asked.on, event.on, "the fee was awaited")
    history.count = history.count.with_pause(pause)


def _pause_for_words(history: History, event: Event, asked: Event) -> None:
    pause = Pause(asked.on, event.on, "the information that was asked for was awaited")
    paused = history.count.with_pause(pause)
    if history.count.start >= DAY_OF_THE_PAUSE:
        history.count = paused
        return
    history.notes.append(_BEFORE_THE_PAUSE)
    history.other_counts.append((paused, "if waiting for the information stopped the clock"))


_BEFORE_THE_PAUSE = (
    f"Before {DAY_OF_THE_PAUSE} only the regulator's guidance let the clock stop while information "
    "was awaited: work to the date without a pause"
)


def _waits(history: History, asked: Asked, regime: Regime, table: Holidays) -> None:
    """Take it that what was asked for has not come yet."""
    event, received = asked.event, _RECEIVED[asked.event.kind]
    if asked.is_late:
        if asked.effect is Effect.RESTARTS and regime is not Regime.EIR:
            history.other_counts.append((None, _LATE_QUESTION))
        return
    if asked.effect is Effect.NOTHING:
        return
    is_fee = received is FEE and asked.effect is Effect.PAUSES
    is_guidance = asked.effect is Effect.PAUSES and history.count.start < DAY_OF_THE_PAUSE
    if is_guidance and not is_fee:
        history.notes.append(_BEFORE_THE_PAUSE)
        history.other_counts.append((None, "if waiting for the information stops the clock"))
        return
    history.waiting = min(history.waiting or event, event, key=lambda one: one.on)
    if is_fee:
        history.pay_by = pay_by(TERMS[regime], event.on, table)


def _extended(history: History, event: Event, regime: Regime, *, is_past: bool) -> None:
    if event.kind is not TERMS[regime].extends:
        if is_past:
            history.notes.append(
                f"The notice of {event.on} belongs to another regime: {regime} has no such extension"
            )
            return
        message = f"On {event.on} {event.kind.words}, but {regime} {_NO_EXTENSION[event.kind]}"
        raise ClockRefused(message)
    if history.extension is None:
        history.extension = event
        return
    first = history.extension
    if not event.why.strip():
        message = (
            f"Notice of an extension was given on {first.on}, and again on {event.on}: "
            "the second needs a reason of its own, unless the clock started again in between"
        )
        raise ClockRefused(message)
    # Whether notice was given in time is asked of the first: the second only gives another date.
    history.extension = replace(first, until=event.until, why=event.why)
    history.notes.append(f"Notice was given again on {event.on}: {event.why.strip()}")


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
