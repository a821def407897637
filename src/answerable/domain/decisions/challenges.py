"""Challenges of answers: on which grounds, until when, and what a finding does to a question."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.clock.calendars import Holidays
from answerable.domain.clock.clocks import period_clock
from answerable.domain.clock.events import ClockRefused
from answerable.domain.clock.limits import limit_of
from answerable.domain.clock.regimes import TERMS, Regime
from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.law.provisions import Provision, provisions


class Ground(StrEnum):
    """What somebody holds against an answer."""

    TIMELINESS = "timeliness"
    HANDLING = "handling"
    DECISION = "decision"

    @property
    def words(self) -> str:
        """Return the point as a sentence names it."""
        return _GROUNDS[self]


_GROUNDS = {
    Ground.TIMELINESS: "how long it took",
    Ground.HANDLING: "how the request was handled",
    Ground.DECISION: "the decision itself",
}


class Finding(StrEnum):
    """What was found about an answer."""

    UPHELD = "upheld"
    PARTLY = "overturned in part"
    OVERTURNED = "overturned"


FRESH_LIMIT = "20wd"
"""Within which a fresh answer is given, unless somebody sets another limit."""
RULED_LIMIT = "35days"
"""Within which a decision notice usually wants its steps taken."""
_LONGEST_FRESH = 60
_APPEAL_DAYS = 28


@dataclass(frozen=True, slots=True)
class Challenged:
    """A question of which somebody wants a review: how far it is, and what was reviewed of it.

    `answered_on` is the day of its answer in the present round, `due_on` when that was due. `in_hand`
    is the number of a review that is not decided, `reviewed` that of one that was decided about this
    answer; 0 if there is none.
    """

    name: str
    regime: Regime
    answered_on: dt.date | None
    due_on: dt.date | None
    is_closed: bool = False
    in_hand: int = 0
    reviewed: int = 0


def why_no_review(one: Challenged, grounds: Collection[Ground], *, on: dt.date) -> str:
    """Return why a review cannot be asked for on a day, whenever it comes; nothing if it can."""
    if not grounds:
        return f"{one.name}: say what the review is about: its time, its handling or its decision"
    if not TERMS[one.regime].review:
        return (
            f"{one.name} is dealt with under {one.regime}, which knows no review: "
            "complain to the regulator"
        )
    if one.in_hand:
        return f"{one.name} is under review already (review {one.in_hand}): wait for its outcome"
    if one.reviewed:
        return (
            f"{one.name} was reviewed already (review {one.reviewed}): the next step is a complaint "
            "to the regulator"
        )
    return _not_answered(one, grounds, on) if one.answered_on is None else _not_before(one, on)


def last_day_to_ask(one: Challenged, table: Holidays) -> dt.date | None:
    """Return the last day to ask for a review of an answer (s.45 Code; EIR reg.11(2)); None if none is set.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    name = TERMS[one.regime].review_asked
    if one.answered_on is None or not name or not provisions()[name].holds_on(one.answered_on):
        return None
    return period_clock(provisions()[name], one.answered_on, table).due_on


def review_provision(regime: Regime, *, is_extended: bool = False) -> Provision:
    """Return what limits a review under a regime, the longer limit where it is extended and there is one.

    :raises LookupError: if the regime knows no review.
    """
    terms = TERMS[regime]
    name = terms.review_exceptional if is_extended and terms.review_exceptional else terms.review
    return provisions()[name]


def may_extend(regime: Regime) -> bool:
    """Return whether a review under a regime can take longer than its usual limit."""
    return bool(TERMS[regime].review_exceptional)


def review_due_on(
    regimes: Collection[Regime], asked_on: dt.date, table: Holidays, *, is_extended: bool = False
) -> dt.date | None:
    """Return when a review is due: the earliest date of the regimes of its questions; None without one.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    found = (
        period_clock(review_provision(one, is_extended=is_extended), asked_on, table).due_on
        for one in regimes
    )
    return min((day for day in found if day), default=None)


def reopens(finding: Finding, grounds: Collection[Ground], *, is_answered: bool) -> bool:
    """Return whether a finding opens a question again: what is late alone gets no second answer."""
    is_overturned = finding is not Finding.UPHELD
    return is_overturned and is_answered and bool(set(grounds) - {Ground.TIMELINESS})


@dataclass(frozen=True, slots=True)
class Found:
    """What a reviewer found about a question: why, what they say to each point, and until when.

    `answers` has an answer for each ground; `limit` is that of a fresh answer, as `20wd`.
    """

    finding: Finding | None = None
    reasons: str = ""
    answers: Mapping[Ground, str] | None = None
    limit: str = FRESH_LIMIT

    def lacks(self, name: str, grounds: Collection[Ground]) -> tuple[str, ...]:
        """Return what is still missing before it can be told, as sentences that name the question."""
        missing = []
        if self.finding is None:
            missing.append(f"{name}: say whether the answer is upheld")
        if not self.reasons.strip():
            missing.append(f"{name}: give the reasons of the finding")
        missing += [
            f"{name}: answer what was said about {one.words}"
            for one in grounds
            if not (self.answers or {}).get(one, "").strip()
        ]
        return tuple(missing)


def appeal_by(noticed_on: dt.date) -> dt.date:
    """Return the last day to appeal against a decision notice (SI 2009/1976 rule 22(1)(b))."""
    return noticed_on + dt.timedelta(days=_APPEAL_DAYS)


def checked_limit(text: str) -> str:
    """Return a limit for a fresh answer as it is stored.

    :raises ClockRefused: if it is no limit of time, or nobody should wait so long.
    """
    limit = limit_of(text or FRESH_LIMIT)
    if limit.count > _LONGEST_FRESH or limit.unit in ("weeks", "months"):
        message = (
            f"{text!r}: give a fresh answer within {_LONGEST_FRESH} days at most, as 20wd or 35days"
        )
        raise ClockRefused(message)
    return (text or FRESH_LIMIT).strip()


def _not_answered(one: Challenged, grounds: Collection[Ground], on: dt.date) -> str:
    if one.is_closed:
        return f"{one.name} was closed without an answer: there is no answer to review"
    if set(grounds) != {Ground.TIMELINESS}:
        return f"{one.name} is not answered yet: only how long it takes can be reviewed now"
    if one.due_on is None:
        return f"{one.name} waits for whoever asked: no answer is due now"
    if on <= one.due_on:
        return (
            f"{one.name} is not late: its answer is due on {day_in_words(one.due_on)}. "
            "Ask again if nothing has come by then"
        )
    return ""


def _not_before(one: Challenged, on: dt.date) -> str:
    if one.answered_on is not None and on < one.answered_on:
        day = day_in_words(one.answered_on)
        return f"{one.name} was answered on {day}: a review cannot be asked for before that"
    return ""
