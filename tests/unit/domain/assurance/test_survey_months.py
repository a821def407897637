"""Months of the survey as sources of service standards: a figure only of a month that is shown by itself."""

import datetime as dt

import pytest

from answerable.domain.assurance.promises import Aim, Bound, FigureUnit, is_met, written
from answerable.domain.assurance.survey_months import (
    NOT_CLOSED,
    RESPONSE,
    TOGETHER,
    TOO_FEW,
    TOO_FEW_OF_IT,
    month_figure,
    why_no_figure,
)
from answerable.domain.assurance.surveys import MonthCounts, counts_of

APRIL, MAY, JUNE, JULY, AUGUST, LATER = (dt.date(2026, month, 1) for month in range(4, 10))


def _month(month, scores, key="overall"):
    return MonthCounts(month, 20, len(scores), counts_of({key: one} for one in scores))


MONTHS = (
    _month(APRIL, [5] * 8),
    _month(MAY, [5, 4, 1]),
    _month(JUNE, [4, 2]),
    _month(JULY, [5, 5, 5, 5, 1, 1], key="easy"),
    _month(AUGUST, [1]),
)


def test_a_month_that_is_shown_by_itself_has_its_share_without_counts():
    figure = month_figure("overall", APRIL, MONTHS)

    assert (figure.value, figure.bound) == (90_000, Bound.MORE)
    assert (figure.numerator, figure.denominator) == (None, None)
    assert month_figure(RESPONSE, APRIL, MONTHS).value == 40_000


@pytest.mark.parametrize(
    ("month", "why"),
    [
        (APRIL, ""),
        (MAY, TOGETHER),
        (JUNE, TOGETHER),
        (JULY, TOO_FEW_OF_IT),
        (AUGUST, TOO_FEW),
        (LATER, NOT_CLOSED),
    ],
)
def test_a_month_without_a_figure_says_why(month, why):
    assert why_no_figure("overall", month, MONTHS) == why
    assert (month_figure("overall", month, MONTHS).value is None) is bool(why)


@pytest.mark.parametrize(
    ("value", "bound", "target", "aim", "met"),
    [
        (90_000, Bound.MORE, 90_000, Aim.AT_LEAST, True),
        (90_000, Bound.MORE, 95_000, Aim.AT_LEAST, None),
        (90_000, Bound.MORE, 80_000, Aim.AT_MOST, False),
        (10_000, Bound.LESS, 10_000, Aim.AT_LEAST, False),
        (10_000, Bound.LESS, 5_000, Aim.AT_LEAST, None),
        (10_000, Bound.LESS, 20_000, Aim.AT_MOST, True),
        (10_000, Bound.LESS, 5_000, Aim.AT_MOST, None),
    ],
)
def test_a_bound_that_leaves_it_open_neither_meets_nor_misses(value, bound, target, aim, met):
    assert is_met(value, target, aim, bound=bound) is met


def test_a_bound_is_written_before_its_figure():
    assert written(90_000, FigureUnit.PER_CENT, bound=Bound.MORE) == "more than 90%"
