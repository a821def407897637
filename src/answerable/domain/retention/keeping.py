"""Until when one request is kept: by the rule among those that fit which keeps it longest."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.clock.limits import months_later
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.retention.schedule import End, RetentionRule, Schedule

_MONTHS = 12
_REFUSALS = frozenset({Outcome.PART_DISCLOSED, Outcome.WITHHELD, Outcome.NCND, Outcome.COST_LIMIT})
_ABUSED = frozenset({Outcome.VEXATIOUS, Outcome.REPEATED})


@dataclass(frozen=True, slots=True)
class Ended:
    """What the rules are asked about: in which ways a request ended, and when anything last happened.

    A request that has not ended has no ends.
    """

    ends: frozenset[End]
    last_on: dt.date


@dataclass(frozen=True, slots=True)
class Kept:
    """By which rule a request is kept, since when it is done with, from which day it may go, and why."""

    rule: RetentionRule
    closed_on: dt.date
    due_on: dt.date

    @property
    def words(self) -> str:
        """Return the explanation that people read."""
        years = "1 year" if self.rule.years == 1 else f"{self.rule.years} years"
        return (
            f"It may go from {_long(self.due_on)}: it is kept for {years} because {self.rule.words}, "
            f"counted from {_long(self.closed_on)}, the last day on which anything happened with it"
        )


def ends_of_question(
    *, is_closed: bool, is_no_request: bool, outcomes: Iterable[Outcome]
) -> frozenset[End]:
    """Return in which ways a question ended that is sent or closed: always in one at least."""
    if is_closed:
        return frozenset({End.NO_REQUEST if is_no_request else End.CLOSED})
    found = frozenset(outcomes)
    ends = set()
    if found & _ABUSED:
        ends.add(End.VEXATIOUS)
    if found & _REFUSALS:
        ends.add(End.REFUSED)
    if found - _ABUSED - _REFUSALS or not ends:
        ends.add(End.ANSWERED)
    return frozenset(ends)


def kept_until(facts: Ended, schedule: Schedule) -> Kept | None:
    """Return how long a request is kept, None if it has not ended.

    Of the rules that fit, the one with the most years counts: of two that are equal, the first.
    """
    fitting = [schedule.rules[one] for one in End if one in facts.ends]
    if not fitting:
        return None
    rule = max(fitting, key=lambda one: one.years)
    due_on = months_later(facts.last_on, rule.years * _MONTHS)
    return Kept(rule, facts.last_on, due_on)


def _long(day: dt.date) -> str:
    return f"{day:%-d %B %Y}"
