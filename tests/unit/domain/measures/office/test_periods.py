"""Periods as they are written, percentiles, bands and shares at their edges."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.measures.office import (
    Band,
    NotAPeriod,
    band_of,
    months_before,
    percent,
    period_between,
    period_of,
    quarters_before,
)
from answerable.domain.measures.office.lengths import length_of, percentile_90

PERIODS = [
    ("2025/26", "2025-04-01", "2026-03-31"),
    ("2025/26 Q1", "2025-04-01", "2025-06-30"),
    ("2025/26 Q4", "2026-01-01", "2026-03-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025 Q4", "2025-10-01", "2025-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-12", "2025-12-01", "2025-12-31"),
    ("2025-04-03-to-2025-04-03", "2025-04-03", "2025-04-03"),
]


@pytest.mark.parametrize(("written", "first", "last"), PERIODS)
def test_a_period_is_read_as_it_is_written(written, first, last):
    found = period_of(written)

    assert (str(found.first), str(found.last)) == (first, last)
    assert period_of(found.slug) == found


@pytest.mark.parametrize(
    "written",
    ["", "2025/27", "2025 Q5", "2025-13", "0000", "last year", "2025-06-30-to-2025-04-01",
     "2025-02-30-to-2025-03-01", "9999-12", "2025/26/Q1"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_how_to_write_one(written):
    with pytest.raises(NotAPeriod, match="is no period: write"):
        period_of(written)


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(NotAPeriod, match="before it begins"):
        period_between(dt.date(2026, 1, 2), dt.date(2026, 1, 1))


def test_the_last_months_and_quarters_go_back_over_the_year():
    day = dt.date(2026, 1, 15)

    assert [str(one.first) for one in months_before(day, 3)] == [
        "2026-01-01",
        "2025-12-01",
        "2025-11-01",
    ]
    assert [str(one.last) for one in quarters_before(day, 2)] == ["2026-03-31", "2025-12-31"]


@pytest.mark.parametrize(
    ("numerator", "denominator", "band"),
    [
        (95, 100, Band.GOOD),
        (9499, 10000, Band.ADEQUATE),
        (90, 100, Band.ADEQUATE),
        (8999, 10000, Band.UNSATISFACTORY),
        (0, 3, Band.UNSATISFACTORY),
        (0, 0, None),
        (0, None, None),
    ],
)
def test_a_band_is_that_of_the_share_and_not_of_the_printed_one(numerator, denominator, band):
    assert band_of(numerator, denominator) == band


def test_a_share_is_printed_with_one_decimal():
    assert percent(214, 223) == Decimal("96.0")
    assert percent(1, 16) == Decimal("6.3")
    assert percent(1, 0) is None


def test_the_percentile_is_the_smallest_value_that_nine_in_ten_do_not_exceed():
    assert percentile_90(list(range(1, 11))) == 9
    assert percentile_90([7]) == 7
    assert percentile_90([]) is None
    assert length_of("x", {9: ["a"], 4: ["b"]}).median == Decimal("6.5")


@given(st.lists(st.integers(0, 300), min_size=1))
def test_at_least_nine_in_ten_do_not_exceed_the_percentile_and_no_smaller_value_does(days):
    days = sorted(days)
    found = percentile_90(days)

    assert 10 * sum(one <= found for one in days) >= 9 * len(days)
    assert 10 * sum(one < found for one in days) < 9 * len(days)
