"""A clock in sentences, in the order of time: what its picture shows, for those who do not see it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from answerable.domain.clock.clocks import Clock, State
from answerable.domain.clock.counting import Pause
from answerable.domain.clock.events import Event, EventKind
from answerable.domain.clock.limits import WORKING_DAYS
from answerable.domain.clock.steps import long_date
from answerable.publishing.timeline.marks import events_shown
from answerable.publishing.timeline.spans import DAY, is_open, last_day_to_pay, restarts

Said = tuple[dt.date, int, str]
"""A sentence with its day, and its place among those of the same day."""
_HAPPENED, _DUE, _ANSWERED, _TODAY = range(4)


def sentences_of(clock: Clock, events: Sequence[Event], *, today: dt.date) -> tuple[str, ...]:
    """Return what the picture of a clock shows, in the order of time."""
    said = [(clock.received_on, -1, f"Received on {long_date(clock.received_on)}.")]
    said += [(one.on, _HAPPENED, _event(clock, one)) for one in _shown(events)]
    said += [(pause.last, _HAPPENED, _pause(clock, pause)) for pause in clock.count.pauses]
    said += [*_deadlines(clock, today), *_outcome(clock, today)]
    if pay_by := last_day_to_pay(clock, events):
        said.append((pay_by, _DUE, _fee(clock, pay_by, today)))
    return tuple(text for _, _, text in sorted(said, key=lambda one: one[:2]))


def standing_of(clock: Clock, events: Sequence[Event], *, today: dt.date) -> str:
    """Return where a clock stands, in a line."""
    if clock.answered_on is not None:
        return f"Answered {long_date(clock.answered_on)}: {_verdict(clock)}"
    if clock.state is State.LAPSED:
        return "Lapsed: the fee came after the last day to pay it"
    if clock.waiting is not None:
        pay_by = last_day_to_pay(clock, events)
        if pay_by and today > pay_by:
            return f"Lapsed: no fee had come by {long_date(pay_by)}"
        return f"Waiting since {long_date(clock.waiting.on)}: {clock.waiting.kind.words}"
    if clock.due_on is None:
        return "Nothing is due"
    return f"Due {long_date(clock.due_on)}: {_left(clock, today)}"


def _shown(events: Sequence[Event]) -> Iterator[Event]:
    return (one for one in events_shown(events) if one.kind is not EventKind.ANSWERED)


def _event(clock: Clock, event: Event) -> str:
    again = ", and the clock started again" if restarts(clock, event) else ""
    return f"On {long_date(event.on)} {event.kind.words}{again}."


def _pause(clock: Clock, pause: Pause) -> str:
    days = (pause.last - pause.first).days + 1
    if clock.count.limit.unit == WORKING_DAYS:
        days = clock.count.calendar.count(pause.first - DAY, pause.last)
    stretch = f"From {long_date(pause.first)} to {long_date(pause.last)}"
    if pause.first == pause.last:
        stretch = f"On {long_date(pause.first)}"
    do = "does" if days == 1 else "do"
    return (
        f"{stretch} the clock was paused, because {pause.why}: {_days(clock, days)} {do} not count."
    )


def _deadlines(clock: Clock, today: dt.date) -> Iterator[Said]:
    if clock.notice_due_on:
        is_or_was = _is_or_was(clock, clock.notice_due_on, today)
        text = f"Notice of more time {is_or_was} due by {long_date(clock.notice_due_on)}."
        yield clock.notice_due_on, _DUE, text
    for other in clock.alternatives:
        if other.due_on is None:
            yield clock.received_on, _TODAY, f"Nothing would be due {other.why}."
        else:
            text = f"Another reading of the law gives {long_date(other.due_on)}: {other.why}."
            yield other.due_on, _DUE, text
    if clock.due_on is None:
        return
    is_or_was = _is_or_was(clock, clock.due_on, today)
    extent = _days(clock, clock.days_allowed or 0)
    yield (
        clock.due_on,
        _DUE,
        (f"The answer {is_or_was} due on {long_date(clock.due_on)}, after {extent}{_but(clock)}."),
    )


def _is_or_was(clock: Clock, day: dt.date, today: dt.date) -> str:
    return "is" if is_open(clock) and day >= today else "was"


def _but(clock: Clock) -> str:
    """Return which days were left out on the way to the due date."""
    count, due_on = clock.count, clock.due_on
    if count.limit.unit != WORKING_DAYS or due_on is None:
        return ""
    span = [count.start + DAY * place for place in range((due_on - count.start).days + 1)]
    named = [
        f"{day.day} {day:%B %Y} ({why})"
        for day in span
        if (why := count.calendar.why_not(day)) and why not in ("a Saturday", "a Sunday")
    ]
    if not named:
        return "; weekends do not count"
    do = "does" if len(named) == 1 else "do these holidays:"
    return f"; weekends do not count, nor {do} {', '.join(named)}"


def _outcome(clock: Clock, today: dt.date) -> Iterator[Said]:
    if clock.answered_on is not None:
        sent = f"The answer was sent on {long_date(clock.answered_on)}{_in_time(clock)}."
        if clock.waiting is not None:
            sent += f" The clock had waited since {long_date(clock.waiting.on)}."
        yield clock.answered_on, _ANSWERED, sent
    elif clock.waiting is not None:
        since = f"nothing is due, the clock has waited since {long_date(clock.waiting.on)}"
        yield today, _TODAY, f"Today is {long_date(today)}: {since}."
    elif clock.due_on is not None:
        yield today, _TODAY, f"Today is {long_date(today)}: {_left(clock, today)}."


def _fee(clock: Clock, pay_by: dt.date, today: dt.date) -> str:
    if is_open(clock) and today <= pay_by:
        return f"The last day to pay the fee is {long_date(pay_by)}."
    return f"The fee had to be paid by {long_date(pay_by)}: the duty to answer has lapsed."


def _left(clock: Clock, today: dt.date) -> str:
    left = clock.days_left(today) or 0
    if left < 0:
        return f"{_days(clock, -left)} over"
    return f"{_days(clock, left)} left" if left else "the answer is due today"


def _in_time(clock: Clock) -> str:
    """Return how many days an answer took and, where there was a due date, what that means."""
    after = f", after {_days(clock, clock.days_taken)}" if clock.days_taken else ""
    return after if clock.days_allowed is None else f"{after}: {_verdict(clock)}"


def _verdict(clock: Clock) -> str:
    taken, allowed = clock.days_taken or 0, clock.days_allowed
    if allowed is None:
        return "the clock was waiting"
    if taken > allowed:
        return f"{_days(clock, taken - allowed)} late"
    if taken == allowed:
        return "on the last day in time"
    return f"{_days(clock, allowed - taken)} before time was up"


def _days(clock: Clock, days: int) -> str:
    unit = "working day" if clock.count.limit.unit == WORKING_DAYS else "day"
    return f"{days} {unit}{'' if days == 1 else 's'}"
