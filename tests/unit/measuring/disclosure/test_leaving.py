"""Results of measures set beside those that left before: what two of them give away of a group that neither prints."""

import dataclasses
import datetime as dt

import pytest

from answerable.domain.clock.calendars import shipped_holidays
from answerable.domain.measures.declarations import measure_of, register_of
from answerable.domain.suppression.controlling import Range
from answerable.domain.suppression.profiles import profile_named
from answerable.domain.suppression.released_data import data_of, released_of
from answerable.measuring.disclosure.beside import beside_others, strictest
from answerable.measuring.disclosure.leaving import tables_that_leave
from answerable.measuring.protecting import Asking, measured_under
from tests.support.parquet_rows import write_parquet

REGISTER = register_of(
    {
        "name": "cases",
        "version": 1,
        "title": "Cases",
        "counts": "case",
        "columns": [
            {"name": "force", "words": "Force", "kind": "text"},
            {"name": "opened_on", "words": "Opened on", "kind": "date"},
            {"name": "closed_on", "words": "Closed on", "kind": "date", "required": False},
            {"name": "upheld", "words": "Upheld", "kind": "yes-no", "required": False},
            {"name": "age", "words": "Age", "kind": "whole"},
        ],
    }
)
PERIOD = {"column": "opened_on", "least": "$from", "most": "$until"}
FORCE = {"name": "force", "words": "Force", "of": "force"}
CASES = {"name": "cases", "words": "Cases", "statistic": "count"}
UPHELD = {"column": "upheld", "among": ["true"]}
SHARE = {"name": "share", "words": "Upheld", "statistic": "share", "where": [UPHELD]}
PARAMETERS = [
    {"name": "from", "words": "From", "kind": "date"},
    {"name": "until", "words": "Until", "kind": "date"},
]


def cases(*months):
    """Rows: for each month (from January 2024), so many cases of each force."""
    for month, some in enumerate(months, start=1):
        for force, count in some.items():
            for number in range(count):
                opened = dt.date(2024, month, 1 + number % 28)
                yield (
                    force,
                    opened,
                    opened + dt.timedelta(days=number % 90),
                    number % 3 == 0,
                    18 + number % 60,
                )


def left(tmp_path, rows, *, name="this table", profile="none", as_at=dt.date(2024, 12, 31), **said):
    """Tables that leave with a measure of rows, in the period and with the groups and figures that are said."""
    given = {"from": "2024-01-01", "until": "2024-12-31", **said.pop("given", {})}
    measure = measure_of(
        {
            "name": "cases", "version": 1, "title": "Cases", "register": "cases", "totals": True,
            "parameters": PARAMETERS, "where": [PERIOD], "figures": [CASES], **said,
        }
    )  # fmt: skip
    path = tmp_path / f"{abs(hash(name))}.parquet"
    snapshot = dataclasses.replace(write_parquet(REGISTER, rows, path), as_at=as_at)
    asking = Asking(
        measure,
        REGISTER,
        snapshot,
        path,
        parameters=given,
        as_at=as_at,
        holidays=shipped_holidays(),
    )
    found = measured_under(asking, profile_named(profile))
    return tables_that_leave(found.result, measure=measure, register=REGISTER, name=name)


def found(new, before, *profiles):
    return beside_others(
        new, before, strictest([profile_named(one) for one in profiles or ["none"]])
    )


SPRING = [{"Kent": 20}, {"Kent": 30}, {"Kent": 25}, {"Kent": 3}]


def test_a_longer_period_gives_away_the_month_that_no_table_prints(tmp_path):
    short = left(tmp_path, cases(*SPRING), name="table 7", given={"until": "2024-03-31"})
    longer = left(tmp_path, cases(*SPRING), given={"until": "2024-04-30"})

    (one,) = found(longer, short).given

    assert one.range.least == one.range.most == 3
    assert one.words.startswith("this table and table 7 together give away")
    assert "Opened on: 2024-04-01..2024-04-30" in one.words


def test_the_same_table_again_gives_nothing_away(tmp_path):
    first = left(tmp_path, cases(*SPRING), name="table 7", groups=[FORCE])

    assert not found(left(tmp_path, cases(*SPRING), groups=[FORCE]), first).given


@pytest.mark.parametrize(
    ("extra", "told"),
    [({"Kent": 2}, True), ({"Kent": 40}, False)],
)
def test_a_register_by_another_day_gives_away_the_few_that_came_in_between(tmp_path, extra, told):
    by_may = left(tmp_path, cases(*SPRING), name="table 7", as_at=dt.date(2024, 5, 31))
    by_june = left(tmp_path, cases(*SPRING, extra), as_at=dt.date(2024, 6, 30))

    given = found(by_june, by_may).given

    assert bool(given) is told
    assert all("in the register by: 2024-06-01..2024-06-30" in one.words for one in given)


def test_wider_bands_beside_narrower_ones_that_hold_a_count_back_give_it_away(tmp_path):
    rows = list(cases({"Kent": 14}))
    bands = lambda *edges: {  # noqa: E731 two words for two tables
        "bands": [
            {
                "name": "b",
                "of": "age",
                "edges": list(edges),
                "labels": [str(one) for one in (0, *edges)],
            }
        ],
        "groups": [{"name": "b", "words": "Age", "of": "b", "by": "band"}],
    }
    narrow = left(tmp_path, rows, name="table 7", profile="ons-10", totals=False, **bands(20, 30))

    exact = left(tmp_path, rows, totals=False, **bands(20))

    withheld = [one for table in narrow for one in table.figures if one.is_withheld]
    assert withheld
    assert any(one.is_withheld for one in found(exact, narrow, "none", "ons-10").given)


def test_another_grouping_of_the_same_rows_gives_nothing_away_where_nothing_is_small(tmp_path):
    rows = list(cases({"Kent": 60, "Gwent": 60}))
    by_force = left(tmp_path, rows, name="table 7", groups=[FORCE])
    by_month = left(
        tmp_path, rows, groups=[{"name": "m", "words": "Month", "of": "opened_on", "by": "month"}]
    )

    assert not found(by_month, by_force).given


def test_a_share_tells_two_counts_and_a_mean_none(tmp_path):
    (shared,) = left(tmp_path, cases(*SPRING), figures=[SHARE])
    mean = {"name": "mean", "words": "Mean age", "statistic": "mean", "of": "age"}

    assert len(shared.figures) == 2
    assert left(tmp_path, cases(*SPRING), figures=[mean]) == ()
    assert (
        left(
            tmp_path,
            cases(*SPRING),
            figures=[{"name": "r", "words": "", "statistic": "rows"}],
            rows_shown=["force"],
            totals=False,
        )
        == ()
    )


def test_a_figure_withheld_is_kept_as_what_a_reader_knows(tmp_path):
    rows = cases({"Kent": 40, "Gwent": 3, "Essex": 5})

    (table,) = left(tmp_path, rows, profile="ons-10", groups=[FORCE])

    known = {label: one.known for one in table.figures for label in one.labels}
    assert known["Gwent"] == Range(1, 9)
    assert known["Kent"] == Range(40, 40)
    assert released_of(data_of(table)) == table


def test_tables_of_other_registers_and_older_ones_are_not_looked_at_and_those_are_named(tmp_path):
    new = left(tmp_path, cases(*SPRING), groups=[FORCE])
    same = left(tmp_path, cases(*SPRING), name="table", groups=[FORCE])[0]
    many = [type(same)(f"table {n}", same.counts, same.dimensions, same.figures) for n in range(22)]
    other = type(same)("another register", "rows of others", same.dimensions, same.figures)

    beside = found(new, [*many, other])

    assert beside.left_out == ("table 20", "table 21")


DURATION = {
    "name": "days",
    "words": "Days",
    "start": "opened_on",
    "end": "closed_on",
    "calendar": "every-day",
    "convention": "after-start",
}
BANDS = {"name": "band", "of": "days", "edges": [10, 60], "labels": ["short", "middling", "long"]}
DAYS = "days from Opened on to Closed on (every-day, after-start)"
ROWS = [
    (
        ("Kent", "Gwent", "Essex")[n % 3],
        dt.date(2023, 3, 1) + dt.timedelta(days=n * 5),
        None if n % 7 == 0 else dt.date(2023, 3, 1) + dt.timedelta(days=n * 5 + n % 97),
        (None, True, False)[n % 5 % 3],
        18 + n % 50,
    )
    for n in range(200)
]


def by(of, how="value", **more):
    return {"name": f"by_{of}_{how}", "words": of, "of": of, "by": how, **more}


def where(column, **said):
    return {**CASES, "where": [{"column": column, **said}]}


def valued(row):
    """What a row is in each dimension: a day, a number or words."""
    force, opened, closed, upheld, age = row
    return {
        "Force": force,
        "Opened on": opened,
        "Closed on": closed,
        "Upheld": {None: None, True: "Yes", False: "No"}[upheld],
        "Age": age,
        DAYS: (closed - opened).days if closed else None,
        "in the register by": dt.date(2024, 1, 1),
    }


def lies_in(value, written):
    if value is None or ".." not in written:
        return written == ("Not recorded" if value is None else str(value))
    read = dt.date.fromisoformat if isinstance(value, dt.date) else int
    first, last = (read(end) if end else None for end in written.split(".."))
    return (first is None or first <= value) and (last is None or value <= last)


def of_whom(table, figure):
    """How many rows the categories of a figure hold, counted by hand."""
    held = [
        next(each for each in one.categories if each.label == label)
        for one, label in zip(table.dimensions, figure.labels, strict=True)
    ]
    return sum(
        all(
            any(lies_in(valued(row)[one.name], value) for value in each.values) != each.is_all_but
            for one, each in zip(table.dimensions, held, strict=True)
        )
        for row in ROWS
    )


@pytest.mark.parametrize(
    "said",
    [
        {"groups": [FORCE, by("opened_on", "month")]},
        {"groups": [by("opened_on", "quarter", across=True), by("upheld")]},
        {"groups": [by("opened_on", "financial-year"), by("upheld", across=True)]},
        {"groups": [by("opened_on", "calendar-year")]},
        {"groups": [by("closed_on")]},
        {"groups": [by("age")]},
        {"groups": [by("force", merged={"South": ["Kent", "Essex"]})]},
        {"durations": [DURATION], "bands": [BANDS], "groups": [by("band", "band", every=True), FORCE]},
        {"groups": [FORCE], "figures": [CASES, SHARE]},
        {"groups": [FORCE], "figures": [where("force", not_among=["Kent"])]},
        {"groups": [FORCE], "figures": [where("upheld", known=False)]},
        {"groups": [by("upheld")], "figures": [where("upheld", known=True)]},
        {"groups": [FORCE], "figures": [where("age", least="20", most="40")]},
        {"groups": [by("age")], "figures": [where("age", most="40")]},
        {"groups": [FORCE], "figures": [{**CASES, "of": "closed_on"}]},
        {"groups": [FORCE], "durations": [DURATION], "figures": [where("days", least="30")]},
        {"groups": [FORCE], "figures": [where("closed_on", least="2023-06-15")]},
    ],
)  # fmt: skip
def test_each_figure_is_of_just_the_rows_that_its_categories_hold(tmp_path, said):
    period = {"from": "2023-03-20", "until": "2025-02-03"}

    tables = left(tmp_path, ROWS, given=period, **said)

    for table in tables:
        assert [one.known.least for one in table.figures] == [
            of_whom(table, one) for one in table.figures
        ]
    assert sum(one.known.least for table in tables for one in table.figures) > 0
