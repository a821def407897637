"""Whose time an answer took: each working day belongs to whoever had the question when the day began."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from answerable.domain.clock.calendars import Calendar
from answerable.domain.clock.events import ASKED_BY, Event, EventKind
from answerable.domain.roles import Stage


class Holder(StrEnum):
    """Who had a question: somebody of the office, those whom they asked, or whoever asked."""

    # An enum's own hash is computed in Python: statistics look holders up many times.
    __hash__ = str.__hash__

    INTAKE = "intake"
    OFFICER = "officer"
    OWNERS = "information owners"
    CHECKER = "checker"
    MANAGER = "manager"
    SENDING = "sending"
    REQUESTER = "requester"

    @property
    def is_counted(self) -> bool:
        """Return whether its days count for the office: while it waits for whoever asked none does."""
        return self is not Holder.REQUESTER


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the ledger about a request: what was done on which day, by whom, and the particulars."""

    on: dt.date
    action: str
    by: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """Who has a question from the end of a day on; `key` is the person, where one is known."""

    since: dt.date
    who: Holder
    key: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the time that an answer took, in working days."""

    who: Holder
    key: str
    days: int


def shares_of(
    held: Sequence[Held],
    waits: Sequence[tuple[dt.date, dt.date]],
    *,
    received_on: dt.date,
    answered_on: dt.date,
    calendar: Calendar,
) -> tuple[Share, ...]:
    """Return the working days after receipt up to the answer, each with whoever had the question then.

    The shares add up to the days between the two. `held` is in the order of its days and begins before
    the first of them; a wait for whoever asked goes before everybody.

    :raises OutsideCalendar: if either day is not covered.
    """
    days: dict[tuple[Holder, str], int] = {}
    calendar.count(received_on, answered_on)
    ends = (day for wait in waits for day in wait)
    turns = {
        day for day in (*(one.since for one in held), *ends) if received_on < day < answered_on
    }
    cuts = [received_on, *sorted(turns), answered_on] if received_on < answered_on else []
    at = 0
    # Between two turns nothing changes hands, so that the days between them are counted at once.
    for after, until in pairwise(cuts):
        while at + 1 < len(held) and held[at + 1].since <= after:
            at += 1
        if number := calendar.count(after, until):
            owner = held[at].who, held[at].key
            if any(first <= after and until <= last for first, last in waits):
                owner = Holder.REQUESTER, ""
            days[owner] = days.get(owner, 0) + number
    return tuple(Share(who, key, number) for (who, key), number in days.items())


def waits_of(
    events: Iterable[Event], *, answered_on: dt.date
) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return from which day to which it was for whoever asked to do something before the clock goes on."""
    waits = []
    asked: dict[EventKind, dt.date] = {}
    for event in events:
        if event.kind in _WAITS:
            asked[event.kind] = event.on
        elif ASKED_BY.get(event.kind) in asked:
            waits.append((asked.pop(ASKED_BY[event.kind]), event.on))
    return (*waits, *((on, answered_on) for on in asked.values()))


_WAITS = (
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.FEES_NOTICE,
    EventKind.IDENTITY_REQUESTED,
    EventKind.INFORMATION_REQUESTED,
)


def held_by(lines: Iterable[Told], label: str) -> tuple[Held, ...]:
    """Return through whose hands a question went, as the lines of its request tell it.

    Until an officer has accepted the request it is with intake.
    """
    labelled = ((labels_of(line.data), line) for line in lines)
    return hands_of(line for labels, line in labelled if labels is None or label in labels)


def labels_of(data: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Return the labels of the questions that a line is about; None if it is about the whole request."""
    if "question" in data:
        return (data["question"],)
    named = data.get("questions")
    return tuple(named) if isinstance(named, list) else None


def hands_of(lines: Iterable[Told]) -> tuple[Held, ...]:
    """Return through whose hands a question went, as the lines that are about it tell it."""
    hands = _Hands()
    before = hands.holder
    spans = [Held(dt.date.min, *before)]
    for line in lines:
        if before[0] in _ENDED_BY.get(line.action, ()):
            spans[-1] = Held(spans[-1].since, spans[-1].who, line.by)
        hands.take(line)
        now = hands.holder
        if now != before:
            spans.append(Held(line.on, *now))
            before = now
    return tuple(spans)


_ENDED_BY = {
    "draft checked": (Holder.CHECKER,),
    "draft cleared": (Holder.MANAGER,),
    "draft sent back": (Holder.CHECKER, Holder.MANAGER),
}
"""Only what ends the wait for a checker or a manager says who it was."""
_STAGES = {
    "decision put forward": Stage.DRAFTED,
    "draft checked": Stage.CHECKED,
    "draft cleared": Stage.CLEARED,
    "draft cleared unchecked": Stage.CLEARED,
    "draft sent back": Stage.OPEN,
    "draft taken back": Stage.OPEN,
    "question reopened": Stage.OPEN,
    "letter sent": Stage.OPEN,
}
"""To which stage an action leads; a question goes on after a letter only if that asked what was meant."""
_OF_DECISIONS = ("answer", "clarification")
"""The kinds of letters that are made of decisions."""
_BY_STAGE = {
    Stage.DRAFTED: Holder.CHECKER,
    Stage.CHECKED: Holder.MANAGER,
    Stage.CLEARED: Holder.SENDING,
}


@dataclass(slots=True)
class _Hands:
    """How far a question is while lines are read: its stage, who has the request, whom they wait for.

    `notices` are the letters that are made of no decision.
    """

    stage: Stage = Stage.OPEN
    officer: str = ""
    asked: set[int] = field(default_factory=set)
    notices: set[int] = field(default_factory=set)

    @property
    def holder(self) -> tuple[Holder, str]:
        if self.stage in _BY_STAGE:
            return _BY_STAGE[self.stage], ""
        if not self.officer:
            return Holder.INTAKE, ""
        if self.asked:
            return Holder.OWNERS, ""
        return Holder.OFFICER, self.officer

    def take(self, line: Told) -> None:
        """Take in what a line tells of this question."""
        action = line.action
        if action in _STAGES:
            # A notice that left moves no question.
            if action != "letter sent" or line.data.get("letter") not in self.notices:
                self.stage = _STAGES[action]
        elif action == "request accepted":
            self.officer = line.by
        elif action in ("request assigned", "request declined"):
            self.officer = ""
        elif action in ("owner asked", "owner asked again"):
            self.asked.add(line.data["contribution"])
        elif action in ("contribution answered", "contribution declined", "contribution withdrawn"):
            self.asked.discard(line.data["contribution"])
        elif action == "letter leaves" and line.data["kind"] not in _OF_DECISIONS:
            self.notices.add(line.data["letter"])
