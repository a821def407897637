"""What happens to a question while its clock runs, checked before anything is counted."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ClockRefused(ValueError):
    """What was said about a question cannot be: the message says what is wrong, in one sentence."""


class EventKind(StrEnum):
    """What can happen to a question."""

    # An enum's own hash is computed in Python: clocks look kinds up many times.
    __hash__ = str.__hash__

    CLARIFICATION_REQUESTED = "clarification_requested"
    CLARIFICATION_RECEIVED = "clarification_received"
    ADVICE_QUESTION_SENT = "advice_question_sent"
    ADVICE_ANSWER_RECEIVED = "advice_answer_received"
    FEES_NOTICE = "fees_notice"
    FEE_RECEIVED = "fee_received"
    IDENTITY_REQUESTED = "identity_requested"
    IDENTITY_RECEIVED = "identity_received"
    INFORMATION_REQUESTED = "information_requested"
    INFORMATION_RECEIVED = "information_received"
    PIT_EXTENSION = "pit_extension_notice"
    COMPLEX_EXTENSION = "complex_extension_notice"
    REGIME_CHANGED = "regime_changed"
    PART_SPLIT_OFF = "part_split_off"
    ANSWERED = "answered"
    REVIEW_REQUESTED = "review_requested"
    REVIEW_EXTENSION = "review_extension_notice"
    REVIEW_ANSWERED = "review_answered"

    @property
    def words(self) -> str:
        """Return what happened, as a sentence prints it."""
        return _WORDS[self]


_WORDS = {
    EventKind.CLARIFICATION_REQUESTED: "clarification was asked for",
    EventKind.CLARIFICATION_RECEIVED: "the clarification was received",
    EventKind.ADVICE_QUESTION_SENT: "an optional question was sent",
    EventKind.ADVICE_ANSWER_RECEIVED: "the optional question was answered",
    EventKind.FEES_NOTICE: "the fees notice was given",
    EventKind.FEE_RECEIVED: "the fee was received",
    EventKind.IDENTITY_REQUESTED: "proof of identity was asked for",
    EventKind.IDENTITY_RECEIVED: "proof of identity was received",
    EventKind.INFORMATION_REQUESTED: "further information was asked for",
    EventKind.INFORMATION_RECEIVED: "the further information was received",
    EventKind.PIT_EXTENSION: "notice was given that the public interest takes longer",
    EventKind.COMPLEX_EXTENSION: "notice was given that the request is complex",
    EventKind.REGIME_CHANGED: "the question was moved to another regime",
    EventKind.PART_SPLIT_OFF: "a part was split off",
    EventKind.ANSWERED: "the answer was sent",
    EventKind.REVIEW_REQUESTED: "a review was asked for",
    EventKind.REVIEW_EXTENSION: "notice was given that the review takes longer",
    EventKind.REVIEW_ANSWERED: "the review was answered",
}
_REGIMES = ("foia_", "eir_", "rpsi_", "sar_", "part3_", "foisa_")
_SAME = {
    "info_requested": EventKind.INFORMATION_REQUESTED,
    "info_received": EventKind.INFORMATION_RECEIVED,
    "id_requested": EventKind.IDENTITY_REQUESTED,
    "id_received": EventKind.IDENTITY_RECEIVED,
    "identity_confirmed": EventKind.IDENTITY_RECEIVED,
    "clarification_asked": EventKind.CLARIFICATION_REQUESTED,
    "clarified": EventKind.CLARIFICATION_RECEIVED,
    "fee_notice": EventKind.FEES_NOTICE,
    "fee_notice_given": EventKind.FEES_NOTICE,
    "fee_paid": EventKind.FEE_RECEIVED,
    "fees_received": EventKind.FEE_RECEIVED,
    "pit_extension": EventKind.PIT_EXTENSION,
    "extension": EventKind.COMPLEX_EXTENSION,
    "extension_notice": EventKind.COMPLEX_EXTENSION,
    "fee_requested": EventKind.FEES_NOTICE,
    "payment_requested": EventKind.FEES_NOTICE,
    "advance_payment_requested": EventKind.FEES_NOTICE,
    "payment_received": EventKind.FEE_RECEIVED,
    "advance_payment_received": EventKind.FEE_RECEIVED,
    "particulars_requested": EventKind.CLARIFICATION_REQUESTED,
    "particulars_received": EventKind.CLARIFICATION_RECEIVED,
    "identity_check_requested": EventKind.IDENTITY_REQUESTED,
    "public_interest_extension": EventKind.PIT_EXTENSION,
    "public_interest_extension_notice": EventKind.PIT_EXTENSION,
    "complex_extension": EventKind.COMPLEX_EXTENSION,
    "reg7_extension": EventKind.COMPLEX_EXTENSION,
    "reg7_extension_notice": EventKind.COMPLEX_EXTENSION,
    "id_confirmed": EventKind.IDENTITY_RECEIVED,
    "id_verified": EventKind.IDENTITY_RECEIVED,
    "identity_verified": EventKind.IDENTITY_RECEIVED,
    "split": EventKind.PART_SPLIT_OFF,
    "response_sent": EventKind.ANSWERED,
    "review_asked": EventKind.REVIEW_REQUESTED,
}
ASKED_AND_ANSWERED = {
    "clarification": (EventKind.CLARIFICATION_REQUESTED, EventKind.CLARIFICATION_RECEIVED),
    "advice": (EventKind.ADVICE_QUESTION_SENT, EventKind.ADVICE_ANSWER_RECEIVED),
    "fee": (EventKind.FEES_NOTICE, EventKind.FEE_RECEIVED),
    "identity": (EventKind.IDENTITY_REQUESTED, EventKind.IDENTITY_RECEIVED),
    "information": (EventKind.INFORMATION_REQUESTED, EventKind.INFORMATION_RECEIVED),
    "review": (EventKind.REVIEW_REQUESTED, EventKind.REVIEW_ANSWERED),
}
"""Two kinds under one name, for `clarification:2025-10-08:2025-10-20`."""
ASKED_BY = {received: asked for asked, received in ASKED_AND_ANSWERED.values()}
"""What must have been asked before each thing can come."""
_MAY_COME_UNASKED = {EventKind.IDENTITY_RECEIVED}
_AFTER_ANSWER = frozenset(
    {
        EventKind.REVIEW_REQUESTED,
        EventKind.REVIEW_EXTENSION,
        EventKind.REVIEW_ANSWERED,
        EventKind.PART_SPLIT_OFF,
    }
)
_ONCE = frozenset({EventKind.ANSWERED})


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day.

    `to` names the new regime where the regime changed; `until` is the date that a notice of an
    extension gave for the answer; `why` is why more time was taken again, where it was.
    """

    kind: EventKind
    on: dt.date
    to: str = ""
    until: dt.date | None = None
    why: str = ""


def event_kind(name: str) -> EventKind:
    """Return the kind that a name means, in any of its forms.

    :raises ClockRefused: if there is no such kind.
    """
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    for regime in _REGIMES:
        plain = plain.removeprefix(regime)
    if plain in _SAME:
        return _SAME[plain]
    try:
        return EventKind(plain)
    except ValueError:
        known = ", ".join(sorted((*EventKind, *ASKED_AND_ANSWERED)))
        message = f"Nothing known to the clock is called {name!r}: it knows {known}"
        raise ClockRefused(message) from None


def checked_events(events: Iterable[Event], *, received_on: dt.date) -> tuple[Event, ...]:
    """Return events that can have happened in their order.

    :raises ClockRefused: if they cannot.
    """
    listed = tuple(events)
    for place, event in enumerate(listed):
        if event.on < received_on:
            _refuse(
                f"On {event.on} {event.kind.words}, but the request was received on {received_on}"
            )
        if place and event.on < listed[place - 1].on:
            before = listed[place - 1]
            _refuse(
                f"Events must stand in the order of their days: {event.on} ({event.kind.words}) "
                f"comes after {before.on} ({before.kind.words})"
            )
        for before in listed[:place]:
            if before.kind is event.kind:
                _check_again(before, event)
    if len(listed) > 1:
        _check_answer(listed)
    _check_pairs(listed)
    return listed


def awaited(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return what was asked for and has not come yet, of events in their order."""
    waiting: dict[EventKind, Event] = {}
    for event in events:
        waiting.pop(ASKED_BY.get(event.kind, event.kind), None)
        if event.kind in ASKED_BY.values():
            waiting[event.kind] = event
    return tuple(waiting.values())


def _check_again(before: Event, event: Event) -> None:
    if before.on == event.on:
        _refuse(f"It is said twice that {event.kind.words} on {event.on}")
    if event.kind in _ONCE:
        _refuse(f"It can only happen once that {event.kind.words}, and it is said twice")


def _check_pairs(events: Sequence[Event]) -> None:
    waiting: dict[EventKind, Event] = {}
    for event in events:
        asked = ASKED_BY.get(event.kind)
        if asked is None:
            if event.kind in waiting:
                first = waiting[event.kind]
                _refuse(
                    f"On {event.on} {event.kind.words} again, though what was asked for on {first.on} "
                    "had not come yet: leave one out, or say when the first was answered"
                )
            if event.kind in ASKED_BY.values():
                waiting[event.kind] = event
        elif asked in waiting:
            del waiting[asked]
        elif event.kind not in _MAY_COME_UNASKED:
            _refuse(
                f"On {event.on} {event.kind.words}, but before that nothing says that {asked.words}"
            )


def _check_answer(events: Sequence[Event]) -> None:
    answer: Event | None = None
    for event in events:
        if event.kind is EventKind.ANSWERED:
            answer = event
        elif answer is not None and event.kind not in _AFTER_ANSWER:
            _refuse(
                f"The answer was sent on {answer.on}; after that it cannot be that {event.kind.words}"
            )
    asked = next((one for one in events if one.kind is EventKind.REVIEW_REQUESTED), None)
    if answer is not None and asked is not None and events.index(asked) < events.index(answer):
        _refuse(f"A review was asked for on {asked.on}, before the answer was sent on {answer.on}")


def _refuse(message: str) -> None:
    raise ClockRefused(message)
