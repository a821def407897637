"""The survey: three questions from 1 to 5, its results by months, and how small numbers in them are kept.

Results are shown in groups of months that follow each other: a group ends with the month in which it reaches
five answers. Groups never overlap and none is changed, so that nothing is learnt from the difference of two.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from answerable.domain.assurance.promises.months import last_day

OVERALL = "overall"
QUESTIONS = ("easy", "clear", OVERALL)
LOWEST, HIGHEST = 1, 5
_CONTENT_FROM = 4
OPEN_DAYS = 45
"""How long a link works. A month is closed when the last link of it has ended: no answer comes late."""
UNREVIEWED_DAYS = 180
"""How long after the end of its month what somebody wrote is kept for a review; it is removed after that."""
FEWEST = 5
LONGEST_WORDS = 2000
_MANY = 20
_STEP, _TOP, _BOTTOM, _HUNDRED = 5, 90, 10, 100


class NotOpen(Enum):
    """Why nobody can answer by a link, and what to do."""

    WRONG = "This is no link to a survey: look whether it was copied whole"
    ENDED = "This link has ended: the survey can no longer be answered by it"
    USED = "This link was used already: the survey can be answered once"


Counts = Mapping[str, Mapping[str, int]]
"""How often each score was given ("1" to "5"), by the key of the question."""


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """What came of a month: how many were invited, how many answered, and each question's scores."""

    month: dt.date
    invited: int
    answered: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class ShownShare:
    """A share in whole per cent, rounded to five; `bound` says that it is "more than" or "less than" that, if so."""

    per_cent: int
    bound: str = ""


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The results of months that are shown together. Of a question that fewer than five answered there is no share."""

    first: dt.date
    last: dt.date
    invited: int
    answered: int
    content: Mapping[str, ShownShare | None]
    response: ShownShare


def has_ended(sent_on: dt.date, today: dt.date) -> bool:
    """Return whether a link no longer works; of one that says it was sent on the last of all days, too."""
    return today - sent_on > dt.timedelta(days=OPEN_DAYS)


def may_close(month: dt.date, today: dt.date) -> bool:
    """Return whether every link of a month has ended."""
    return has_ended(last_day(month), today)


def unreviewed_until(month: dt.date) -> dt.date:
    """Return the last day on which words of a month are kept that nobody has looked through."""
    return last_day(month) + dt.timedelta(days=UNREVIEWED_DAYS)


def counts_of(answers: Iterable[Mapping[str, int]]) -> Counts:
    """Return how often each score was given, of answers as they are kept: questions that were passed over are left out."""
    counts = {key: {str(one): 0 for one in range(LOWEST, HIGHEST + 1)} for key in QUESTIONS}
    for scores in answers:
        for key in QUESTIONS:
            if key in scores:
                counts[key][str(scores[key])] += 1
    return counts


def results(months: Sequence[MonthCounts]) -> tuple[SurveyResult, ...]:
    """Return what may be shown of closed months, the earliest first: what has not five answers yet is kept back."""
    return tuple(_result(group) for group in _groups(months))


def waiting(months: Sequence[MonthCounts]) -> tuple[dt.date, ...]:
    """Return the closed months that are kept back until more have answered."""
    shown = {one.month for group in _groups(months) for one in group}
    return tuple(one.month for one in months if one.month not in shown)


def shown_share(numerator: int, denominator: int) -> ShownShare:
    """Return a share as it is shown: rounded to five per cent, and of fewer than twenty never as all or none.

    That all are of one mind would say of each what they think.
    """
    exact = _HUNDRED * numerator / denominator
    rounded = int((exact + _STEP / 2) // _STEP) * _STEP
    if denominator < _MANY and rounded > _TOP:
        return ShownShare(_TOP, "more than")
    if denominator < _MANY and rounded < _BOTTOM:
        return ShownShare(_BOTTOM, "less than")
    return ShownShare(rounded)


def _groups(months: Sequence[MonthCounts]) -> Iterator[list[MonthCounts]]:
    group: list[MonthCounts] = []
    for one in sorted(months, key=lambda month: month.month):
        group.append(one)
        if sum(each.answered for each in group) >= FEWEST:
            yield group
            group = []


def _result(group: Sequence[MonthCounts]) -> SurveyResult:
    invited = sum(one.invited for one in group)
    answered = sum(one.answered for one in group)
    return SurveyResult(
        first=group[0].month,
        last=group[-1].month,
        invited=invited,
        answered=answered,
        content={key: _content(key, group) for key in QUESTIONS},
        response=shown_share(answered, max(invited, answered)),
    )


def _content(key: str, group: Sequence[MonthCounts]) -> ShownShare | None:
    scores = {
        score: sum(one.counts.get(key, {}).get(str(score), 0) for one in group)
        for score in range(LOWEST, HIGHEST + 1)
    }
    total = sum(scores.values())
    if total < FEWEST:
        return None
    return shown_share(sum(scores[one] for one in scores if one >= _CONTENT_FROM), total)
