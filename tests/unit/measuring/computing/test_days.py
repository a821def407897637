"""Working days, row by row: as numpy counts them, for each calendar and convention."""

import datetime as dt
import random

import numpy as np
import pytest

from answerable.domain.clock.calendars import CalendarName, shipped_holidays
from answerable.domain.measures.declarations import measure_of, register_of
from answerable.domain.measures.definitions import Convention
from answerable.measuring.computing import CannotCompute, compute
from tests.support.measuring import computed
from tests.support.parquet_rows import AS_AT, write_parquet

pytestmark = pytest.mark.slow
REGISTER = register_of(
    {
        "name": "spans",
        "version": 1,
        "title": "Spans",
        "counts": "span",
        "columns": [
            {"name": "number", "words": "Number", "kind": "whole"},
            {"name": "from_on", "words": "From", "kind": "date"},
            {"name": "to_on", "words": "To", "kind": "date", "required": False},
        ],
    }
)
_DAY = dt.timedelta(days=1)


def _listed(calendar, convention, **more):
    return measure_of(
        {
            "name": "spans",
            "version": 1,
            "title": "Spans",
            "register": "spans",
            "rows_shown": ["from_on", "to_on", "days"],
            "rows_by": ["number"],
            "durations": [
                {
                    "name": "days",
                    "words": "Days",
                    "start": "from_on",
                    "end": "to_on",
                    "calendar": calendar,
                    "convention": convention,
                }
            ],
            "figures": [{"name": "rows", "words": "Rows", "statistic": "rows"}],
            **more,
        }
    )


def _spans(count):
    chosen, table = random.Random(7), shipped_holidays()  # noqa: S311 the same spans on every run
    size = (table.last - table.first).days
    for number in range(count):
        first = chosen.randrange(1, size)
        # Short spans meet weekends and holidays at both ends; some have one day.
        last = min(size, first + chosen.choice((0, 1, 2, 3, 5, 9, 400, 4000)))
        yield number, table.first + _DAY * first, table.first + _DAY * last


def _by_numpy(calendar, convention, rows):
    table = shipped_holidays().calendar(calendar)
    closed = [one for one in shipped_holidays().by_day if not table.is_working(one)]
    mask = [1] * 7 if calendar is CalendarName.EVERY_DAY else [1] * 5 + [0, 0]
    shift = {"after-start": (1, 1), "before-end": (0, 0), "both": (0, 1)}[convention]
    first, last = (
        np.array([row[at + 1] + _DAY * shift[at] for row in rows], dtype="datetime64[D]")
        for at in (0, 1)
    )
    return np.busday_count(first, last, weekmask=mask, holidays=closed).tolist()


@pytest.mark.parametrize("convention", Convention)
@pytest.mark.parametrize("calendar", CalendarName)
def test_every_row_has_as_many_days_as_numpy_counts(calendar, convention, tmp_path):
    rows = list(_spans(2_000))

    result = computed(_listed(calendar.value, convention.value), REGISTER, rows, tmp_path)

    assert [row[2] for row in result.rows] == _by_numpy(calendar, convention, rows)


def test_a_row_without_an_end_has_no_days(tmp_path):
    rows = [(1, dt.date(2024, 1, 2), None), (2, dt.date(2024, 1, 2), dt.date(2024, 1, 3))]

    result = computed(_listed("ew", "after-start"), REGISTER, rows, tmp_path)

    assert [row[2] for row in result.rows] == [None, 1]


COUNTED = {
    "rows_shown": [],
    "rows_by": [],
    "figures": [{"name": "mean", "words": "Mean", "statistic": "mean", "of": "days"}],
}
NARROWED = {**COUNTED, "where": [{"column": "days", "least": "1"}]}


@pytest.mark.parametrize("more", [{}, COUNTED, NARROWED], ids=["rows", "mean", "by days"])
def test_days_that_no_calendar_covers_are_refused_with_their_number(more, tmp_path):
    rows = [
        (1, dt.date(1980, 1, 2), dt.date(2024, 1, 3)),
        (2, dt.date(2024, 1, 2), dt.date(2024, 1, 3)),
    ]

    with pytest.raises(CannotCompute, match="1 rows have from_on outside of the calendar"):
        computed(_listed("ew", "after-start", **more), REGISTER, rows, tmp_path)


def test_what_a_condition_leaves_out_may_lie_outside_of_the_calendar(tmp_path):
    rows = [
        (1, dt.date(1980, 1, 2), dt.date(2024, 1, 3)),
        (2, dt.date(2024, 1, 2), dt.date(2024, 1, 3)),
    ]
    measure = _listed("ew", "after-start", where=[{"column": "from_on", "least": "2000-01-01"}])

    assert len(computed(measure, REGISTER, rows, tmp_path).rows) == 1


@pytest.mark.parametrize("more", [{}, COUNTED, NARROWED], ids=["rows", "mean", "by days"])
def test_durations_that_run_backwards_are_refused_with_their_number(more, tmp_path):
    rows = [
        (1, dt.date(2024, 2, 2), dt.date(2024, 1, 3)),
        (2, dt.date(2024, 2, 2), dt.date(2024, 2, 1)),
        (3, dt.date(2024, 1, 2), dt.date(2024, 1, 3)),
    ]

    with pytest.raises(CannotCompute, match="2 rows have to_on before from_on"):
        computed(_listed("ew", "after-start", **more), REGISTER, rows, tmp_path)


def _counted(table, folder):
    rows = [(1, dt.date(2024, 12, 23), dt.date(2024, 12, 27))]
    measure = _listed("ew", "after-start")
    return computed(measure, REGISTER, rows, folder, holidays=table).rows[0][-1]


def test_each_table_of_holidays_has_days_of_its_own_however_many_there_are(tmp_path):
    shipped = shipped_holidays()
    without_christmas = shipped.without(dt.date(2024, 12, 25))
    # More tables than a process keeps days of: those beyond are made for their question alone.
    others = [shipped.without(dt.date(2024, 12, 26)) for _ in range(20)]

    assert _counted(shipped, tmp_path) == 2
    assert _counted(without_christmas, tmp_path) == 3
    assert {_counted(one, tmp_path) for one in others} == {3}
    assert _counted(shipped, tmp_path) == 2


def test_a_file_that_takes_the_place_of_another_is_read_anew(tmp_path):
    inside = [(1, dt.date(2024, 1, 1), dt.date(2024, 1, 31))]
    beyond = [(1, dt.date(2024, 1, 1), dt.date(2150, 1, 31)), *inside]
    measure = _listed("ew", "after-start")
    computed(measure, REGISTER, inside, tmp_path)

    with pytest.raises(CannotCompute, match="outside of the calendar"):
        computed(measure, REGISTER, beyond, tmp_path)


def test_what_a_condition_left_out_of_a_file_is_looked_at_when_it_is_counted(tmp_path):
    rows = [
        (1, dt.date(1999, 12, 31), dt.date(1980, 1, 3)),
        (2, dt.date(2024, 1, 2), dt.date(2024, 1, 3)),
    ]
    since = [{"column": "from_on", "least": "2000-01-01"}]
    path = tmp_path / "rows.parquet"
    snapshot = write_parquet(REGISTER, rows, path)

    def asked(**more):
        measure = _listed("every-day", "after-start", **COUNTED, **more)
        return compute(
            measure,
            REGISTER,
            snapshot,
            path,
            parameters={},
            as_at=AS_AT,
            holidays=shipped_holidays(),
        )

    assert str(asked(where=since).rows[0][0]) == "1"
    with pytest.raises(CannotCompute, match="1 rows have to_on before from_on"):
        asked()
    with pytest.raises(CannotCompute, match="1 rows have to_on before from_on"):
        asked(where=[{"column": "to_on", "known": True}])


def test_no_row_is_counted_though_dates_lie_outside_of_the_calendar(tmp_path):
    rows = [(1, dt.date(1980, 1, 2), dt.date(2024, 1, 3))]
    groups = [{"name": "year", "words": "Year", "of": "from_on", "by": "calendar-year"}]
    where = [{"column": "from_on", "least": "2000-01-01"}]
    measure = _listed("ew", "after-start", **COUNTED, where=where, groups=groups)

    assert [row[0] for row in computed(measure, REGISTER, rows, tmp_path).rows] == []
