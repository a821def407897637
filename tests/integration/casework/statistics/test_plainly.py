"""The figures are those of their plain definition, whatever happened and whatever the ledger tells of it."""

import datetime as dt
import random

import pytest

from answerable.domain.clock import shipped_holidays
from answerable.domain.measures.office import Period, Unit
from answerable.queries.casework.statistics import office_figures
from tests.support.plain_figures import plain_figures, plain_length
from tests.support.random_ledgers import fill_by_chance

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 3, 31)
TABLE = shipped_holidays()
PERIODS = (
    Period(dt.date(2000, 1, 1), ON),
    Period(dt.date(2025, 4, 1), dt.date(2025, 9, 30)),
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_and_the_cases_behind_them_are_those_of_the_plain_definition(seed):
    fill_by_chance(50, on=ON, chance=random.Random(seed))  # noqa: S311 the same on every run

    for period in PERIODS:
        for days in (0, 30, 150):
            as_at = ON - dt.timedelta(days=days)
            office = office_figures(period, as_at=as_at, table=TABLE)
            plain = plain_figures(period, as_at=as_at, table=TABLE)
            for unit in Unit:
                behind, lengths = plain[unit.value]
                assert lines_in(office.by(unit)) == {
                    name: tuple(found) for name, found in behind.items()
                }
                assert lengths_in(office.by(unit)) == {
                    name: plain_length(pairs) for name, pairs in lengths.items()
                }


def test_without_stages_everything_else_is_the_same():
    fill_by_chance(50, on=ON, chance=random.Random(4))  # noqa: S311 the same on every run
    period = PERIODS[0]

    with_stages = office_figures(period, as_at=ON, table=TABLE)
    without = office_figures(period, as_at=ON, table=TABLE, with_stages=False)

    for unit in Unit:
        assert lines_in(without.by(unit)) == lines_in(with_stages.by(unit))
        assert lengths_in(without.by(unit)) == {
            name: found
            for name, found in lengths_in(with_stages.by(unit)).items()
            if not name.startswith("stage_")
        }


def lines_in(figures):
    return {one.ident: one.cases for one in figures.lines if one.numerator}


def lengths_in(figures):
    return {
        one.ident: (one.count, one.median, one.percentile_90, one.cases)
        for one in figures.lengths
        if one.count
    }
