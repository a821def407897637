"""How fast due dates and clocks are counted, beside numpy and a naive walk over the same days."""

import datetime as dt
import random
import subprocess
import sys
import time
from collections.abc import Callable

from answerable.domain.clock import (
    CalendarName,
    ClockFacts,
    Event,
    EventKind,
    Holidays,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.calendars import Calendar
from bench.report import Report, met

_FIRST = dt.date(2005, 1, 1)
_LIMIT = 20
_WALKED = 20_000


def measure_clock(report: Report, *, count: int) -> None:
    """Measure bare due dates, clocks with events, and a cold start of the command."""
    print("The clock", flush=True)
    table = shipped_holidays()
    calendar = table.calendar(CalendarName.UK_ANY)
    days = _days(count)
    _due_dates(report, calendar, days)
    facts = [_facts(day, number) for number, day in enumerate(days[: count // 10])]
    took = _seconds(lambda: [question_clock(one, table) for one in facts])
    report.add(
        f"{len(facts):,} clocks with events",
        f"{took:.2f} s",
        f"{len(facts) / took:,.0f}/s {met(is_met=took < 2 * count / 1e6, target='100,000 in 2 s')}",
    )
    _cold_start(report)
    _memory_of(report, table)


def _due_dates(report: Report, calendar: Calendar, days: list[dt.date]) -> None:
    import numpy as np

    took = _seconds(lambda: [calendar.add(day, _LIMIT) for day in days])
    report.add(
        f"{len(days):,} due dates",
        f"{took:.2f} s",
        f"{len(days) / took:,.0f}/s {met(is_met=took < 2 * len(days) / 1e6, target='a million in 2 s')}",
    )
    closed = [day for day in _year_days() if calendar.why_not(day) and day.weekday() < 5]
    array = np.array(days, dtype="datetime64[D]")
    # What numpy gives must become dates again, as ours are.
    by_numpy = _seconds(
        lambda: np.busday_offset(array, _LIMIT, roll="backward", holidays=closed).tolist()
    )
    report.add(
        "the same by numpy.busday_offset", f"{by_numpy:.2f} s", f"{took / by_numpy:.1f} of its time"
    )
    walked = _seconds(lambda: [_walk(calendar, day) for day in days[:_WALKED]])
    ratio = walked / min(_WALKED, len(days)) / (took / len(days))
    report.add("the same by walking day by day", f"{ratio:.0f} ×", "as long for each date")


def _walk(calendar: Calendar, day: dt.date) -> dt.date:
    left = _LIMIT
    while left:
        day += dt.timedelta(days=1)
        left -= not calendar.why_not(day)
    return day


def _days(count: int) -> list[dt.date]:
    chosen = random.Random(5)  # noqa: S311 the same days on every run
    return [_FIRST + dt.timedelta(days=chosen.randrange(25 * 365)) for _ in range(count)]


def _year_days() -> list[dt.date]:
    return [_FIRST + dt.timedelta(days=number) for number in range(26 * 365)]


def _facts(day: dt.date, number: int) -> ClockFacts:
    """Return a request with one of five histories: none, a restart, a pause, an extension, an answer."""

    def event(kind: EventKind, after: int) -> Event:
        return Event(kind, day + dt.timedelta(days=after))

    histories = (
        (),
        (
            event(EventKind.CLARIFICATION_REQUESTED, 3),
            event(EventKind.CLARIFICATION_RECEIVED, 9),
        ),
        (event(EventKind.FEES_NOTICE, 4), event(EventKind.FEE_RECEIVED, 11)),
        (event(EventKind.PIT_EXTENSION, 20), event(EventKind.ANSWERED, 40)),
        (event(EventKind.ANSWERED, 25),),
    )
    return ClockFacts(day, events=histories[number % len(histories)])


def _cold_start(report: Report) -> None:
    words = [sys.executable, "-m", "answerable", "clock", "--regime", "FOIA"]
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([*words, "--received", "2025-02-24"], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - began)
    report.add(
        "answerable clock, cold",
        f"{min(times):.2f} s",
        met(is_met=min(times) < 0.15, target="0.15 s"),
    )


def _memory_of(report: Report, table: Holidays) -> None:
    import tracemalloc

    tracemalloc.start()
    Calendar(table, CalendarName.UK_ANY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    report.add("memory of a calendar of 31 years", f"{peak / 1e6:.1f} MB")


def _seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return max(best, 1e-6)
