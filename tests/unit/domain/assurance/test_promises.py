"""Figures of service standards: exact, and on the right side of their target."""

import datetime as dt

import pytest

from answerable.domain.assurance.promises import (
    Aim,
    Figure,
    FigureRefused,
    FigureUnit,
    Target,
    Trend,
    counted,
    is_met,
    is_too_few,
    months_between,
    number_written,
    share,
    source_of,
    sources,
    target_in,
    trend,
    written,
)
from answerable.domain.assurance.survey_months import RESPONSE
from answerable.domain.assurance.surveys import QUESTIONS
from answerable.domain.measures.office import definitions, length_definitions

_LEAST, _MOST = Aim.AT_LEAST, Aim.AT_MOST


def test_a_share_is_never_rounded_up_to_its_target():
    figure = share(1999, 2000)

    assert figure == Figure(99_950, 1999, 2000)
    assert is_met(figure.value, 100_000, _LEAST) is False
    assert written(figure.value, FigureUnit.PER_CENT) == "99.95%"


def test_of_nothing_there_is_no_share_and_no_verdict():
    figure = share(0, 0)

    assert figure.value is None
    assert is_met(figure.value, 95_000, _LEAST) is None


@pytest.mark.parametrize(
    ("value", "target", "aim", "met"),
    [
        (95_000, 95_000, _LEAST, True),
        (94_999, 95_000, _LEAST, False),
        (2_000, 2_000, _MOST, True),
        (2_500, 2_000, _MOST, False),
    ],
)
def test_a_target_is_met_on_its_edge(value, target, aim, met):
    assert is_met(value, target, aim) is met


@pytest.mark.parametrize(
    ("values", "aim", "said"),
    [
        ([90_000, 90_000, 90_000, 95_000], _LEAST, Trend.BETTER),
        ([90_000, 90_000, 90_000, 95_000], _MOST, Trend.WORSE),
        ([90_000, None, 90_000, 90_400], _LEAST, Trend.SAME),
        ([0, 90_000, 90_000, 90_000, 89_000], _LEAST, Trend.WORSE),
        ([None, 90_000], _LEAST, Trend.NONE),
        ([90_000, None], _LEAST, Trend.NONE),
        ([], _LEAST, Trend.NONE),
    ],
)
def test_a_trend_is_told_beside_the_three_months_before(values, aim, said):
    assert trend(values, aim) is said


def test_a_target_holds_from_its_month_on():
    targets = [Target(dt.date(2026, 4, 1), 95_000), Target(dt.date(2026, 1, 1), 90_000)]

    months = months_between(dt.date(2025, 12, 1), dt.date(2026, 4, 1))

    assert [target_in(one, targets) for one in months] == [90_000] * 4 + [95_000]


@pytest.mark.parametrize("text", ["", "many", "-1", "101", "NaN", "94.12345"])
def test_what_is_no_share_is_refused(text):
    with pytest.raises(FigureRefused):
        number_written(text, FigureUnit.PER_CENT)


def test_a_share_is_read_with_its_sign():
    assert number_written(" 94.5 % ", FigureUnit.PER_CENT) == 94_500


def test_some_are_never_more_than_all():
    with pytest.raises(FigureRefused, match="6 of 5 cannot be"):
        counted(6, 5)


def test_a_share_of_one_to_four_is_too_few_to_show():
    assert [is_too_few(share(0, count)) for count in (0, 1, 4, 5)] == [False, True, True, False]


def test_every_source_names_lines_that_the_statistics_have():
    known = {*definitions(), *length_definitions(), *QUESTIONS, RESPONSE}

    assert {line for one in sources().values() for line in one.lines} <= known


def test_a_figure_is_taken_when_its_month_can_be_known():
    assert source_of("answers_in_time").as_at(dt.date(2026, 1, 1)) == dt.date(2026, 3, 17)
