"""Clocks with what happened to them: written in one line, or drawn at random."""

import datetime as dt

from hypothesis import strategies as st

from answerable.domain.clock import (
    ClockFacts,
    ClockRefused,
    Event,
    Limit,
    Regime,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.events import ASKED_AND_ANSWERED, event_kind
from answerable.publishing.timeline import QuestionClock

TABLE = shipped_holidays()
DAYS = st.dates(dt.date(2020, 1, 6), dt.date(2026, 6, 30))
EXTENDS = {
    Regime.FOIA: "pit_extension_notice",
    Regime.EIR: "complex_extension_notice",
    Regime.SAR: "complex_extension_notice",
}


def happened(text):
    """Return the events of `fee:2025-10-16:2025-10-28 answered:2025-11-03`, in their order."""
    events = []
    for part in text.split():
        name, *days = part.split(":")
        kinds = ASKED_AND_ANSWERED.get(name) or (event_kind(name),)
        pairs = zip(kinds, days, strict=False)
        events += [Event(kind, dt.date.fromisoformat(day)) for kind, day in pairs]
    return tuple(sorted(events, key=lambda one: one.on))


def make_question_clock(received, text="", *, regime=Regime.FOIA, label="1", **more):
    events = happened(text)
    facts = ClockFacts(dt.date.fromisoformat(received), regime, events, **more)
    return QuestionClock(label, question_clock(facts, TABLE), events)


@st.composite
def question_clocks(draw, received=DAYS):
    """Draw a question's clock, in which things were asked for, came or did not, and were answered."""
    regime = draw(st.sampled_from(sorted(EXTENDS)))
    day = received_on = draw(received)
    events, known = [], ()
    for _ in range(draw(st.integers(0, 4))):
        name = draw(st.sampled_from(sorted(set(ASKED_AND_ANSWERED) - {"review"})))
        asked, came = ASKED_AND_ANSWERED[name]
        for kind in (asked, came)[: draw(st.integers(1, 2))]:
            day += dt.timedelta(days=draw(st.integers(0, 60) | st.integers(0, 3)))
            events.append(Event(kind, day))
    if draw(st.booleans()):
        day += dt.timedelta(days=draw(st.integers(0, 9)))
        events.append(Event(event_kind(EXTENDS[regime]), day))
    if draw(st.booleans()):
        day += dt.timedelta(days=draw(st.integers(0, 400)))
        events.append(Event(event_kind("answered"), day))
    limit = draw(st.none() | st.builds(Limit, st.integers(1, 30)))
    for event in events:
        facts = ClockFacts(received_on, regime, (*known, event), limit=limit)
        try:
            question_clock(facts, TABLE)
        except ClockRefused:
            continue
        known = (*known, event)
    clock = question_clock(ClockFacts(received_on, regime, known, limit=limit), TABLE)
    return QuestionClock(draw(st.sampled_from("1 2 3 a".split())), clock, known)
