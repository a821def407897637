"""What one request, or one question, counts as: its result, its reason, its time."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.measures.office.definitions import LIMB
from answerable.domain.measures.office.facts import Standing, Timing

EXTENSION_BAND = 20
"""The longest extension, in working days, that counts as a short one."""

_GIVEN = frozenset({Outcome.DISCLOSED, Outcome.PART_DISCLOSED})
_REFUSED = frozenset(
    {
        Outcome.WITHHELD,
        Outcome.NCND,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
    }
)
_VEXATIOUS = frozenset({Outcome.VEXATIOUS, Outcome.REPEATED})
_ADVICE = frozenset({Outcome.SIGNPOSTED, Outcome.CLARIFICATION})


class Result(StrEnum):
    """What became of a request or a question; the values are the ids of the lines."""

    GRANTED = "granted"
    PART = "part"
    WITHHELD = "withheld"
    NOT_HELD = "not_held"
    S21_ONLY = "s21_only"
    ADVICE = "advice"
    LAPSED = "lapsed"
    NOT_RECORDED = "not_recorded"
    OPEN = "open"


NOT_RESOLVABLE = frozenset({Result.NOT_HELD, Result.S21_ONLY, Result.ADVICE, Result.LAPSED})
"""What leaves no decision whether to release anything, and section 21, which is counted apart."""


def result_of(questions: Sequence[Standing]) -> Result:
    """Return what became of questions together: they are open while one of them is.

    What ended without an answer says nothing where another question was answered.
    """
    if any(one.is_open for one in questions):
        return Result.OPEN
    if all(one.is_ended for one in questions):
        return Result.LAPSED
    return _answered_with(outcomes_of(questions))


def outcomes_of(questions: Sequence[Standing]) -> frozenset[Outcome]:
    """Return what was decided about the questions that were answered."""
    return frozenset().union(*(one.outcomes for one in questions if one.is_answered))


def timing_of(questions: Sequence[Standing]) -> Timing:
    """Return whether questions together were answered in time: late is what is late in one of them."""
    timings = {one.timing for one in questions}
    if Timing.NOT_COUNTABLE in timings:
        return Timing.NOT_COUNTABLE
    if timings == {Timing.ENDED}:
        return Timing.ENDED
    is_late = bool(timings & {Timing.LATE, Timing.OPEN_LATE})
    if timings & {Timing.OPEN_IN_TIME, Timing.OPEN_LATE}:
        return Timing.OPEN_LATE if is_late else Timing.OPEN_IN_TIME
    return Timing.LATE if is_late else Timing.IN_TIME


def extension_of(questions: Sequence[Standing]) -> int | None:
    """Return the longest extension of any question, in working days; None if none is known."""
    lengths = [one.extended_by for one in questions if one.extended_by is not None]
    return max(lengths, default=None)


def days_of(questions: Sequence[Standing]) -> int | None:
    """Return the days that the last answer took; None before all are answered or ended."""
    if any(one.is_open for one in questions):
        return None
    return max((one.days for one in questions if one.days is not None), default=None)


def lines_of(questions: Sequence[Standing]) -> Iterator[str]:
    """Yield the id of each line in which questions count together, once each, also of each ground."""
    timing, result = timing_of(questions), result_of(questions)
    yield from ("received", timing.value, result.value)
    if 2 * sum(one.is_eir for one in questions) > len(questions):
        yield "received_eir"
    if timing not in (Timing.ENDED, Timing.NOT_COUNTABLE):
        yield "owed"
    if timing in (Timing.IN_TIME, Timing.LATE, Timing.OPEN_LATE):
        yield "due"
    if timing is Timing.IN_TIME:
        yield "in_time_of_due"
    if result not in NOT_RESOLVABLE:
        yield "resolvable"
    if result in (Result.PART, Result.WITHHELD):
        yield "refused"
        cited = frozenset().union(*(one.citations for one in questions if one.is_answered))
        yield from (f"{LIMB}{citation}" for citation in cited)
    if result is Result.WITHHELD:
        yield _reason(outcomes_of(questions))
    yield from _handling(questions)


def _answered_with(outcomes: frozenset[Outcome]) -> Result:
    if Outcome.PART_DISCLOSED in outcomes or (outcomes & _GIVEN and outcomes & _REFUSED):
        return Result.PART
    if outcomes & _REFUSED:
        return Result.WITHHELD
    # Where section 21 is the only exemption it is counted apart, also where the rest was given.
    if Outcome.ELSEWHERE in outcomes:
        return Result.S21_ONLY
    if outcomes & _GIVEN:
        return Result.GRANTED
    if Outcome.NOT_HELD in outcomes:
        return Result.NOT_HELD
    return Result.ADVICE if outcomes & _ADVICE else Result.NOT_RECORDED


def _reason(outcomes: frozenset[Outcome]) -> str:
    """Return the one reason of a refusal in full: reasons must add up."""
    if Outcome.COST_LIMIT in outcomes:
        return "withheld_cost"
    return "withheld_vexatious" if outcomes & _VEXATIOUS else "withheld_exemption"


def _handling(questions: Sequence[Standing]) -> Iterator[str]:
    if any(one.is_extended for one in questions):
        length = extension_of(questions)
        yield "extended"
        if length is None:
            yield "extended_unknown"
        else:
            yield "extended_to_20" if length <= EXTENSION_BAND else "extended_over_20"
    if any(one.asked_what_was_meant for one in questions):
        yield "clarification"
    if any(one.fee_asked for one in questions):
        yield "fees_notices"
    if any(one.fee_asked and one.fee_paid for one in questions):
        yield "fees_paid"
