"""The clock of a question: when its answer is due, by which rule, and how much time it has taken."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from answerable.domain.clock.calendars import CalendarName, Holidays
from answerable.domain.clock.counting import Count
from answerable.domain.clock.events import ClockRefused, Event, EventKind, checked_events
from answerable.domain.clock.extending import (
    Extending,
    earlier_of_school,
    extended,
    notice_due_on,
)
from answerable.domain.clock.history import OWN_DATA, History, count_under, history_of, limit_under
from answerable.domain.clock.limits import Limit
from answerable.domain.clock.regimes import TERMS, VARIANTS, Regime, Variant, regime_named
from answerable.domain.law.provisions import Provision, provisions

_DAY = dt.timedelta(days=1)


class State(StrEnum):
    """Where a clock stands."""

    RUNNING = "running"
    WAITING = "waiting"
    LAPSED = "lapsed"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What happened to a question, as far as its clock is concerned.

    `sessions` are a school's terms. `limit` and `calendar` take the place of the regime's own: a
    shorter limit that the office has set itself, the nation of whoever holds the data.
    """

    received_on: dt.date
    regime: Regime = Regime.FOIA
    events: Sequence[Event] = ()
    variant: Variant = Variant.USUAL
    sessions: tuple[tuple[dt.date, dt.date], ...] | None = None
    limit: Limit | None = None
    calendar: CalendarName | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """The date under another reading of the law, None where nothing would be due, and which reading."""

    due_on: dt.date | None
    why: str


@dataclass(frozen=True, slots=True)
class Clock:
    """What a clock shows, counted once: everything else on it follows from its count.

    `due_on` is None while the clock waits, or where the duty to answer has lapsed. `alternatives`
    are set where the law is arguable: `work_to` is then the earliest date.
    """

    received_on: dt.date
    regime: str
    provision: Provision
    count: Count
    state: State
    due_on: dt.date | None
    alternatives: tuple[Alternative, ...] = ()
    notice_due_on: dt.date | None = None
    waiting: Event | None = None
    pay_by: dt.date | None = None
    answered_on: dt.date | None = None
    notes: tuple[str, ...] = ()
    reviews: tuple["Clock", ...] = ()

    @property
    def is_arguable(self) -> bool:
        """Return whether the law leaves room for another date."""
        return bool(self.alternatives)

    @property
    def is_projected(self) -> bool:
        """Return whether the due date lies where holidays are foreseen, but not yet proclaimed."""
        return self.due_on is not None and self.count.calendar.is_projected(self.due_on)

    @property
    def work_to(self) -> dt.date | None:
        """Return the date that the office works to: the earliest of all readings."""
        if self.due_on is None:
            return None
        others = (one.due_on for one in self.alternatives if one.due_on)
        return min((self.due_on, *others))

    @property
    def days_taken(self) -> int | None:
        """Return how many days the answer took, None before it is sent.

        While something was awaited no day counted.
        """
        if self.answered_on is None:
            return None
        stopped_on = self.waiting.on if self.waiting else self.answered_on
        return self.count.taken_on(min(self.answered_on, stopped_on))

    @property
    def days_allowed(self) -> int | None:
        """Return how many days there are to the due date, None where there is none."""
        return None if self.due_on is None else self.count.taken_on(self.due_on)

    @property
    def is_late(self) -> bool | None:
        """Return whether the answer was sent after its due date, None before it is sent."""
        taken, allowed = self.days_taken, self.days_allowed
        if taken is None:
            return None
        return allowed is not None and taken > allowed

    def days_left(self, on: dt.date) -> int | None:
        """Return how many days still count after a day, negative once time is up, None if none run.

        :raises OutsideCalendar: if the calendar does not reach so far.
        """
        if self.due_on is None or self.state is State.ANSWERED:
            return None
        if on <= self.due_on:
            return self.count.between(max(on, self.count.start), self.due_on)
        return self.count.taken_on(self.due_on) - self.count.taken_on(on)


def question_clock(facts: ClockFacts, table: Holidays) -> Clock:
    """Return the clock of a question.

    :raises ClockRefused: if the events cannot have happened so.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    events = checked_events(facts.events, received_on=facts.received_on)
    regime = _regime(facts.regime, events)
    provision, variant = _provision(facts, regime)
    count = _first_count(facts, regime, provision, table)
    history = history_of(count, events, regime=regime, table=table)
    if variant is Variant.SCHOOL:
        provision = earlier_of_school(history, provision)
    notice_by = notice_due_on(history, variant, regime)
    if history.extension is not None and notice_by is not None:
        terms = Extending(regime, variant, provision, notice_by)
        provision = extended(history, history.extension, terms, facts.limit)
    return _clock(facts, regime, provision, history, notice_by, table)


def facts_of_part(facts: ClockFacts, *, split_on: dt.date) -> ClockFacts:
    """Return what a part that is split off takes with it: the receipt, and what happened until then.

    From that day on it has events, and a due date, of its own.
    """
    shared = tuple(
        one
        for one in facts.events
        if one.on <= split_on and one.kind not in (EventKind.PART_SPLIT_OFF, EventKind.ANSWERED)
    )
    return replace(facts, events=shared)


def period_clock(
    provision: Provision,
    start: dt.date,
    table: Holidays,
    *,
    limit: Limit | None = None,
    calendar: CalendarName | None = None,
    answered_on: dt.date | None = None,
) -> Clock:
    """Return the clock of a limit that stands alone, such as that of a review.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    count = count_under(provision, start, table, calendar=calendar)
    history = History(count.with_limit(limit) if limit else count)
    history.answered_on = answered_on
    facts = ClockFacts(start, limit=limit, calendar=calendar)
    return _clock(facts, provision.law, provision, history, None, table)


def _regime(regime: Regime, events: Sequence[Event]) -> Regime:
    for event in events:
        if event.kind is EventKind.REGIME_CHANGED:
            if not event.to:
                message = f"Say to which regime the question was moved on {event.on}"
                raise ClockRefused(message)
            regime = regime_named(event.to)
    return regime


def _provision(facts: ClockFacts, regime: Regime) -> tuple[Provision, Variant]:
    """Return what sets the first limit; a question that was moved leaves its variant behind."""
    usual = TERMS[regime].answer
    if facts.variant is not Variant.USUAL:
        provision = provisions()[VARIANTS.get((regime, facts.variant), usual)]
        is_older = facts.variant is Variant.COMPLEX and not provision.holds_on(facts.received_on)
        if provision.name != usual and not is_older:
            return provision, facts.variant
    return provisions()[usual], Variant.USUAL


def _first_count(facts: ClockFacts, regime: Regime, provision: Provision, table: Holidays) -> Count:
    calendar = facts.calendar if regime is facts.regime or regime in OWN_DATA else None
    count = count_under(provision, facts.received_on, table, calendar=calendar)
    if facts.limit is not None:
        count = count.with_limit(facts.limit)
    if facts.variant is Variant.SCHOOL and regime is Regime.FOIA:
        if facts.sessions is None:
            raise ClockRefused(
                "A school's clock counts the days on which it has a session: say from when to when"
            )
        count = replace(count, sessions=tuple(sorted(facts.sessions)))
    return count


def _clock(
    facts: ClockFacts,
    regime: str,
    provision: Provision,
    history: History,
    notice_by: dt.date | None,
    table: Holidays,
) -> Clock:
    due_on = None
    alternatives: tuple[Alternative, ...] = ()
    if history.waiting is None and not history.is_lapsed:
        due_on, alternatives = _due(history, provision, table)
    if not provision.holds_on(facts.received_on):
        history.notes.append(_NOT_YET.format(law=provision.law, since=provision.since))
    reviews = tuple(_reviews(history, regime, table)) if history.reviews else ()
    return Clock(
        received_on=facts.received_on,
        regime=str(regime),
        provision=provision,
        count=history.count,
        state=_state(history),
        due_on=due_on,
        alternatives=alternatives,
        notice_due_on=notice_by,
        waiting=history.waiting,
        pay_by=history.pay_by,
        answered_on=history.answered_on,
        notes=tuple(history.notes),
        reviews=reviews,
    )


_NOT_YET = "{law} holds since {since}: no request from before then was owed an answer under it"


def _state(history: History) -> State:
    if history.answered_on is not None:
        return State.ANSWERED
    if history.is_lapsed:
        return State.LAPSED
    return State.RUNNING if history.waiting is None else State.WAITING


def _due(
    history: History, provision: Provision, table: Holidays
) -> tuple[dt.date, tuple[Alternative, ...]]:
    count = history.count
    due_on = count.due_on
    others: list[Alternative] = []
    for other, why in history.other_counts:
        date = other.with_limit(count.limit).due_on if other else None
        others.append(Alternative(date, why))
    if provision.also_from_the_day_after:
        later = replace(count, start=count.start + _DAY)
        others.append(Alternative(later.due_on, "counted from the day after receipt"))
    others += _without_late_holidays(count, due_on, table)
    others = [one for one in others if one.due_on != due_on]
    until = history.extension.until if history.extension else None
    if until is None:
        return due_on, tuple(others)
    return _promised(until, due_on, history, provision, others)


def _promised(
    until: dt.date,
    due_on: dt.date,
    history: History,
    provision: Provision,
    others: list[Alternative],
) -> tuple[dt.date, tuple[Alternative, ...]]:
    """Hold a notice of an extension to the date that it gave, as far as the law lets it give one."""
    count = history.count
    if provision.name == TERMS[Regime.RPSI].answer or until < due_on:
        history.notes.append(f"The notice promised an answer by {until}")
        first = count.with_limit(limit_under(provisions()[TERMS[Regime.FOIA].answer])).due_on
        earliest = first if provision.name == TERMS[Regime.FOIA].extended else until
        return max(earliest, count.calendar.on_or_before(until)), tuple(others)
    if until > due_on and provision.basis == "guidance":
        others.append(Alternative(until, "the date that the notice gave; guidance allows less"))
    elif until > due_on:
        history.notes.append(
            f"The notice gave {until}, but {provision.law} allows no later than {due_on}"
        )
    return due_on, tuple(others)


def _without_late_holidays(count: Count, due_on: dt.date, table: Holidays) -> Iterator[Alternative]:
    """Yield the date without a holiday that was proclaimed while the request was waiting."""
    for holiday in table.proclaimed_late:
        proclaimed_on = holiday.proclaimed_on
        if proclaimed_on is None or not count.start <= proclaimed_on < holiday.on <= due_on:
            continue
        without = table.without(holiday.on).calendar(count.calendar.name)
        earlier = replace(count, calendar=without).due_on
        yield Alternative(
            earlier,
            f"if {holiday.words}, proclaimed on {proclaimed_on}, stays a working day for requests "
            "already received",
        )


def _reviews(history: History, regime: str, table: Holidays) -> Iterator[Clock]:
    """Yield the clock of each review that was asked for."""
    terms = TERMS[Regime(regime)]
    if not terms.review:
        history.notes.append(f"{regime} sets no limit for a review")
        return
    asked = [one for one in history.reviews if one.kind is EventKind.REVIEW_REQUESTED]
    for place, event in enumerate(asked):
        end = asked[place + 1].on if place + 1 < len(asked) else dt.date.max
        of_this = [one for one in history.reviews if event.on <= one.on <= end]
        longer = any(one.kind is EventKind.REVIEW_EXTENSION for one in of_this)
        name = terms.review_exceptional if longer and terms.review_exceptional else terms.review
        answered = [one.on for one in of_this if one.kind is EventKind.REVIEW_ANSWERED]
        yield period_clock(
            provisions()[name], event.on, table, answered_on=answered[0] if answered else None
        )
