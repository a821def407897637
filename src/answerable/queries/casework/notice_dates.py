"""The dates that a notice tells, counted from the clocks of its questions, or why it may not be given."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from answerable.domain.clock import ClockRefused, Event, Holidays, OutsideCalendar
from answerable.domain.clock.clocks import ClockFacts, question_clock
from answerable.domain.clock.history import pay_by
from answerable.domain.clock.more_time import (
    EXTENSIONS,
    MoreTime,
    check_running,
    check_until,
    more_time,
)
from answerable.domain.clock.regimes import TERMS, Regime, calendar_of
from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.decision import Authority
from answerable.domain.decisions.letters import NoticeDates
from answerable.domain.decisions.notice_kinds import (
    NOTICES,
    NoticeRefused,
    WrittenNotice,
    check_said,
)
from answerable.domain.law.letters import LetterKind
from answerable.queries.casework.clocks import clock_facts, regime_of
from answerable.records.casework.models import Question, Request

_T = TypeVar("_T")


def dates_of(
    request: Request, notice: WrittenNotice, *, authority: Authority, table: Holidays, on: dt.date
) -> NoticeDates:
    """Return the dates that a notice tells on a day; without a date of its own it takes the latest.

    :raises NoticeRefused: if it may not say that, or its questions do not share one clock.
    :raises ClockRefused: if it gives no time to them.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    questions = _named(request, notice.labels)
    (regime,) = _shared({regime_of(request, one) for one in questions}, "laws")
    check_said(notice.kind, notice.said, regime=regime, authority=authority)
    clocks = [clock_facts(request, one) for one in questions]
    if notice.kind is LetterKind.FEES_NOTICE:
        return _of_fee(clocks, regime, table, on)
    (given,) = _shared({_given(one, notice, table, on) for one in clocks}, "dates")
    until = notice.said.until or given.latest_on
    check_until(until, given, on=on)
    calendar = calendar_of(regime, table)
    if why := calendar.why_not(until):
        message = f"{until} is no working day ({why}): name {calendar.on_or_before(until)}"
        raise NoticeRefused(message)
    if notice.said.again and not any(_was_extended(one) for one in clocks):
        message = "No notice gave more time before: leave out why it is needed again"
        raise NoticeRefused(message)
    return NoticeDates(given.first_on, given.present_on, until, calendar.name)


def _was_extended(facts: ClockFacts) -> bool:
    return any(one.kind in EXTENSIONS for one in facts.events)


@dataclass(frozen=True, slots=True)
class Offer:
    """How much time a notice of a kind may give a question on a day, or why it may not give any."""

    label: str
    first_on: dt.date | None
    latest_on: dt.date | None
    notice_due_on: dt.date | None
    refusal: str


def offers(reference: str, kind: LetterKind, *, table: Holidays, on: dt.date) -> tuple[Offer, ...]:
    """Return what a notice that takes more time may give each question of a request on a day."""
    found = Question.objects.filter(request__reference=reference).select_related("request")
    in_order = found.order_by("place").prefetch_related("events")
    return tuple(_offer(one, kind, table, on) for one in in_order)


def _offer(question: Question, kind: LetterKind, table: Holidays, on: dt.date) -> Offer:
    facts = clock_facts(question.request, question)
    try:
        # Whether a second notice has its reason is asked when it is written.
        given = more_time(facts, NOTICES[kind], on=on, table=table, why="–")
    except (ClockRefused, OutsideCalendar) as refusal:
        return Offer(question.label, None, None, None, str(refusal))
    return Offer(question.label, given.first_on, given.latest_on, given.notice_due_on, "")


def _named(request: Request, labels: Sequence[str]) -> list[Question]:
    """Return the questions that a notice names, in their order."""
    if not labels:
        message = "Choose the questions that the notice is about"
        raise NoticeRefused(message)
    found = request.questions.filter(label__in=labels).prefetch_related("events")
    questions = list(found.order_by("place"))
    missing = sorted(set(labels) - {one.label for one in questions})
    if missing:
        message = f"There is no question {listed(missing)} any more: take the notice back"
        raise NoticeRefused(message)
    return questions


def _given(facts: ClockFacts, notice: WrittenNotice, table: Holidays, on: dt.date) -> MoreTime:
    kind, again = NOTICES[notice.kind], notice.said.again
    return more_time(facts, kind, on=on, table=table, why=again)


def _of_fee(
    clocks: Sequence[ClockFacts], regime: Regime, table: Holidays, on: dt.date
) -> NoticeDates:
    for facts in clocks:
        check_running(question_clock(facts, table))
        # Whether the notice can be given now is for the clock to say.
        event = Event(NOTICES[LetterKind.FEES_NOTICE], on)
        question_clock(replace(facts, events=(*facts.events, event)), table)
    due = {question_clock(one, table).due_on or on for one in clocks}
    first = min(due)
    until = pay_by(TERMS[regime], on, table)
    return NoticeDates(first, first, until, calendar_of(regime, table).name)


def _shared(found: set[_T], what: str) -> set[_T]:
    if len(found) > 1:
        message = f"These questions have different {what}: write a notice for each"
        raise NoticeRefused(message)
    return found
