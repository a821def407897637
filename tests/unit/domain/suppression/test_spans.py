"""Spans of days and numbers: cut where any table cuts them, so that two overlap exactly if they share a piece."""

import datetime as dt

import pytest

from answerable.domain.suppression.released import Category, Dimension, ReleasedTable, months
from answerable.domain.suppression.spans import aligned, both, cut_up, days, numbers


def covered(*spans):
    """The pieces of each span beside the others, in order."""
    cuts = cut_up([Category(one, frozenset({one})) for one in spans])
    return [sorted(cuts[one]) for one in spans]


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        (("0..62", "63.."), [["0..62"], ["63.."]]),
        (("0..62", "0..125"), [["0..62"], ["0..62", "63..125"]]),
        (("5..5", "..10"), [["5..5"], ["..4", "5..5", "6..10"]]),
        (
            ("2019-04-01..2020-03-31", "2020-01-01.."),
            [
                ["2019-04-01..2019-12-31", "2020-01-01..2020-03-31"],
                ["2020-01-01..2020-03-31", "2020-04-01.."],
            ],
        ),
        (("2024-02", "2024-02-10..2024-03-31"), [["2024-02-01..2024-02-09", "2024-02-10..2024-02-29"], ["2024-02-10..2024-02-29", "2024-03-01..2024-03-31"]]),
    ],
)  # fmt: skip
def test_spans_are_cut_where_others_end(spans, pieces):
    assert covered(*spans) == pieces


def test_words_that_are_no_spans_stay_as_they_are():
    assert cut_up([Category("a", frozenset({"London", "2024-13", "x..y"}))]) == {}
    assert days(dt.date(2024, 1, 1), None) == "2024-01-01.."
    assert numbers(None, -3) == "..-3"


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ((False, "ab"), (False, "bc"), (False, "b")),
        ((False, "ab"), (True, "b"), (False, "a")),
        ((True, "b"), (False, "ab"), (False, "a")),
        ((True, "a"), (True, "b"), (True, "ab")),
    ],
)
def test_two_categories_have_in_common_what_both_hold(one, other, common):
    first, second, wanted = (
        Category("x", frozenset(values), is_all_but=all_but)
        for all_but, values in (one, other, common)
    )

    found = both(first, second)

    assert (found.values, found.is_all_but) == (wanted.values, wanted.is_all_but)


def test_tables_with_months_and_with_days_are_cut_alike():
    def table(name, *values):
        category = Category("all", frozenset().union(*values))
        return ReleasedTable(name, "cases", (Dimension("period", (category,)),), ())

    monthly, daily = aligned(
        [table("a", months("2024-01", "2024-02")), table("b", {days(None, dt.date(2024, 1, 10))})]
    )

    shared = monthly.dimensions[0].categories[0].values & daily.dimensions[0].categories[0].values
    assert shared == {"2024-01-01..2024-01-10"}
