"""One count of days: when time is up, and how much of it an answer took, from the same facts."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.domain.clock.calendars import Calendar
from answerable.domain.clock.limits import WORKING_DAYS, Limit, months_later

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both ends included, and what was awaited meanwhile."""

    first: dt.date
    last: dt.date
    why: str = "the clock was paused"


@dataclass(frozen=True, slots=True)
class Count:
    """Days counted from a start: within which limit, on which calendar, without which pauses.

    Pauses stand in the order of their days. `sessions` are a school's terms (first and last day):
    where they are set, only days in one of them count. An answer on a day that does not count is
    counted with the next day that does, so that for every day `taken_on(day) <= allowed` says the
    same as `day <= due_on`.
    """

    start: dt.date
    limit: Limit
    calendar: Calendar
    pauses: tuple[Pause, ...] = ()
    sessions: tuple[tuple[dt.date, dt.date], ...] | None = None

    @property
    def due_on(self) -> dt.date:
        """Return the last day in time.

        :raises OutsideCalendar: if the calendar does not reach so far.
        """
        if self.limit.unit == WORKING_DAYS:
            return self._last_working_day()
        raw = self.raw_end
        return self.calendar.on_or_after(raw) if self.limit.unit == "months" else raw

    @property
    def raw_end(self) -> dt.date:
        """Return where months, weeks or days end, before a weekend or a holiday moves it."""
        limit = self.limit
        if limit.unit == "months":
            end = months_later(self.start, limit.count)
        else:
            end = self._day_zero + dt.timedelta(
                days=limit.count * (7 if limit.unit == "weeks" else 1)
            )
        for pause in self.pauses:
            if pause.first <= end and pause.last > self._day_zero:
                end += pause.last - max(pause.first - _DAY, self._day_zero)
        return end

    @property
    def allowed(self) -> int:
        """Return how many days the limit allows: working days, or days where months are counted."""
        return self.limit.count if self.limit.unit == WORKING_DAYS else self.taken_on(self.due_on)

    def taken_on(self, day: dt.date) -> int:
        """Return how many days an answer on a day has taken; none on or before the start.

        :raises OutsideCalendar: if the calendar does not reach so far.
        """
        if day <= self._day_zero:
            return 0
        return self.between(self._day_zero, day - _DAY) + 1

    def between(self, after: dt.date, upto: dt.date) -> int:
        """Return how many days count after one day, up to and with another.

        :raises OutsideCalendar: if the calendar does not reach so far.
        """
        if self.sessions is not None:
            return sum(self.counts(day) for day in _days(after + _DAY, upto + _DAY))
        if self.limit.unit == WORKING_DAYS:
            counted = self.calendar.count
            days = counted(after, upto)
            for pause in self.pauses:
                first, last = max(pause.first - _DAY, after), min(pause.last, upto)
                days -= counted(first, last) if first < last else 0
            return days
        days = max(0, (upto - after).days)
        for pause in self.pauses:
            days -= max(0, (min(pause.last, upto) - max(pause.first - _DAY, after)).days)
        return days

    def counts(self, day: dt.date) -> bool:
        """Return whether a day counts."""
        return not self.why_not(day)

    def why_not(self, day: dt.date) -> str:
        """Return why a day does not count, such as `a Sunday`; empty if it does."""
        if self.limit.unit == WORKING_DAYS and (why := self.calendar.why_not(day)):
            return why
        for pause in self.pauses:
            if pause.first <= day <= pause.last:
                return pause.why
        if self.sessions is not None and not any(a <= day <= b for a, b in self.sessions):
            return "the school has no session"
        return ""

    def with_pause(self, pause: Pause) -> "Count":
        """Return the same count with one more pause; days that two pauses share are left out once."""
        merged: list[Pause] = []
        for one in sorted((*self.pauses, pause), key=lambda each: each.first):
            if merged and one.first <= merged[-1].last + _DAY:
                merged[-1] = replace(merged[-1], last=max(merged[-1].last, one.last))
            else:
                merged.append(one)
        return replace(self, pauses=tuple(merged))

    def with_limit(self, limit: Limit) -> "Count":
        """Return the same count within another limit."""
        return replace(self, limit=limit)

    @property
    def _day_zero(self) -> dt.date:
        return self.start - _DAY if self.limit.inclusive else self.start

    def _last_working_day(self) -> dt.date:
        day, left = self._day_zero, self.limit.count
        if self.sessions is not None:
            return self._last_session_day(day, left)
        for pause in self.pauses:
            if pause.last <= day:
                continue
            before = self.calendar.count(day, pause.first - _DAY) if pause.first > day else 0
            if before >= left:
                break
            left -= before
            day = pause.last
        return self.calendar.add(day, left)

    def _last_session_day(self, day: dt.date, left: int) -> dt.date:
        latest = max((last for _, last in self.sessions or ()), default=day)
        for one in _days(day + _DAY, min(latest, self.calendar.last) + _DAY):
            left -= self.counts(one)
            if not left:
                return one
        return dt.date.max


def _days(first: dt.date, end: dt.date) -> Iterator[dt.date]:
    """Yield each day from the first until the end, which is left out."""
    while first < end:
        yield first
        first += _DAY
