"""What is told before an answer, or in its place: to whom, about which questions, and what."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from answerable.domain.clock.regimes import Regime
from answerable.domain.decisions.letters.facts import UnderstoodQuestion


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What every notice is about: the request, the day, the questions that it names.

    `regime` is the law that they are answered under. `others` is how many more questions the request
    has, to which nothing happens.
    """

    reference: str
    received_on: dt.date
    sent_on: dt.date
    questions: tuple[UnderstoodQuestion, ...]
    regime: Regime = Regime.FOIA
    salutation: str = ""
    others: int = 0


@dataclass(frozen=True, slots=True)
class NoticeSaid:
    """What somebody writes in a notice: each kind uses what it needs.

    `limbs` are those under which the public interest is weighed; `why` why they are engaged, why more
    time is needed, or how a fee was worked out; `again` why time is taken a second time.
    """

    limbs: tuple[str, ...] = ()
    why: str = ""
    until: dt.date | None = None
    again: str = ""
    pounds: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class NoticeDates:
    """The dates that a notice tells, counted on a calendar.

    `first_on` is when the answer was due at first, `told_on` the date that was told last, `until` the
    new one; for a fee, `until` is the last day to pay it.
    """

    first_on: dt.date
    told_on: dt.date
    until: dt.date
    calendar: str
