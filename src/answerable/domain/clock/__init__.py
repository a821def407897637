"""Working days, and the clock of a question."""

from answerable.domain.clock.calendars import (
    CalendarName,
    Holidays,
    NoSuchTable,
    OutsideCalendar,
    holidays_as_json,
    holidays_of,
    shipped_holidays,
)
from answerable.domain.clock.clocks import (
    Clock,
    ClockFacts,
    State,
    facts_of_part,
    period_clock,
    question_clock,
)
from answerable.domain.clock.counting import Count, Pause
from answerable.domain.clock.events import ClockRefused, Event, EventKind
from answerable.domain.clock.limits import Limit
from answerable.domain.clock.regimes import Regime, Variant

__all__ = [
    "CalendarName",
    "Clock",
    "ClockFacts",
    "ClockRefused",
    "Count",
    "Event",
    "EventKind",
    "Holidays",
    "Limit",
    "NoSuchTable",
    "OutsideCalendar",
    "Pause",
    "Regime",
    "State",
    "Variant",
    "facts_of_part",
    "holidays_as_json",
    "holidays_of",
    "period_clock",
    "question_clock",
    "shipped_holidays",
]
