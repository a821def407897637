"""What is known of requests, reviews and complaints at a moment: the rows that the office's figures are made of."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from answerable.domain.clock.whose_time import Holder
from answerable.domain.decisions.challenges import Finding
from answerable.domain.decisions.outcomes import Outcome


class Timing(StrEnum):
    """Whether an answer came in time; the values are the ids of the lines."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_LATE = "open_late"
    ENDED = "ended"
    NOT_COUNTABLE = "not_countable"


class Unit(StrEnum):
    """What is counted."""

    REQUEST = "request"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """How a question stands at a moment: its first answer, whatever a review made of it.

    `days` are the days that its answer took, None before it. `extended_by` are the working days that a
    notice gave, None where no notice did, or no date runs. `is_answered` and `timing` go together, but
    for what no clock can count.
    """

    # Thousands of questions stand alike. Where they share one object, what it counts as is found once,
    # by which object it is: to compare them by value would take as long as to count again.

    timing: Timing = Timing.OPEN_IN_TIME
    is_answered: bool = False
    is_eir: bool = False
    outcomes: frozenset[Outcome] = frozenset()
    citations: frozenset[str] = frozenset()
    days: int | None = None
    is_extended: bool = False
    extended_by: int | None = None
    asked_what_was_meant: bool = False
    fee_asked: bool = False
    fee_paid: bool = False

    @property
    def is_ended(self) -> bool:
        """Return whether it ended without an answer."""
        return self.timing is Timing.ENDED

    @property
    def is_open(self) -> bool:
        """Return whether an answer is still to come."""
        return not (self.is_answered or self.is_ended)


StageDays = tuple[tuple[Holder, int], ...]
"""The working days that a question spent with each holder."""


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """What is known of one question at a moment: its label, how it stands, and where it spent its days."""

    label: str
    standing: Standing
    stage_days: StageDays = ()


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What is known of a request: its questions that count."""

    reference: str
    questions: tuple[QuestionFacts, ...]


class ChallengeKind(StrEnum):
    """Who looks at an answer again."""

    REVIEW = "review"
    COMPLAINT = "complaint"
    TRIBUNAL = "tribunal"


@dataclass(frozen=True, slots=True)
class ChallengeFacts:
    """What is known of a review, a complaint or an appeal: when it was decided, and what was found.

    `due_on` is None where no time is set; `findings` are those of its questions, none before it is decided.
    """

    reference: str
    kind: ChallengeKind
    due_on: dt.date | None = None
    decided_on: dt.date | None = None
    is_withdrawn: bool = False
    findings: frozenset[Finding] = frozenset()


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """All that is known at the end of a day of what came in a period.

    `left_out` are the references of requests that are not counted.
    """

    as_at: dt.date
    requests: tuple[RequestFacts, ...] = ()
    left_out: tuple[str, ...] = ()
    challenges: tuple[ChallengeFacts, ...] = ()
