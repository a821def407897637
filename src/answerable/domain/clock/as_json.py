"""A clock as JSON, in the fields that are promised to scripts."""

import datetime as dt
from typing import Any

from answerable.domain.clock.clocks import Clock
from answerable.domain.clock.limits import WORKING_DAYS
from answerable.domain.clock.steps import Step, steps


def clock_as_json(clock: Clock, *, on: dt.date | None = None) -> dict[str, Any]:
    """Return everything a clock shows; with a day, also how many days are left on it."""
    data: dict[str, Any] = {
        "regime": clock.regime,
        "received_on": str(clock.received_on),
        "started_on": str(clock.count.start),
        "state": clock.state.value,
        "due_on": _day(clock.due_on),
        "work_to": _day(clock.work_to),
        "status": "arguable" if clock.is_arguable else "settled",
        "alternatives": [
            {"due_on": _day(one.due_on), "why": one.why} for one in clock.alternatives
        ],
        "calendar": clock.count.calendar.label,
        "is_projected": clock.is_projected,
        "rule": clock.provision.law,
        "basis": clock.provision.basis,
        "confidence": clock.provision.confidence,
        "source": clock.provision.source,
        "limit": str(clock.count.limit),
        "working_days": clock.count.limit.count if _counts_working_days(clock) else None,
        "notice_due_on": _day(clock.notice_due_on),
        "waiting_for": clock.waiting.kind.value if clock.waiting else None,
        "pay_by": _day(clock.pay_by),
        "answered_on": _day(clock.answered_on),
        "days_taken": clock.days_taken,
        "days_allowed": clock.days_allowed,
        "is_late": clock.is_late,
        "notes": list(clock.notes),
        "reviews": [clock_as_json(one) for one in clock.reviews],
        "steps": [_step(one) for one in steps(clock)],
    }
    if on is not None:
        unit = WORKING_DAYS if _counts_working_days(clock) else "days"
        data["left"] = {"on": str(on), "count": clock.days_left(on), "unit": unit}
    return data


def _counts_working_days(clock: Clock) -> bool:
    return clock.count.limit.unit == WORKING_DAYS


def _day(day: dt.date | None) -> str | None:
    return None if day is None else str(day)


def _step(step: Step) -> dict[str, Any]:
    return {"date": str(step.on), "counts": step.counts, "why": step.why, "number": step.number}
