"""Whole tables: every cell and total against the same counted row by row in plain Python."""

import datetime as dt
import random
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from answerable.domain.clock.calendars import CalendarName, shipped_holidays
from answerable.domain.measures.declarations import measure_of, register_of
from answerable.domain.measures.results import Missing
from answerable.domain.measures.years import financial_year
from tests.support.measuring import computed

pytestmark = pytest.mark.slow
COLUMNS = [
    {
        "name": "kind",
        "words": "Kind",
        "kind": "code",
        "required": False,
        "codes": [{"code": code, "words": code.upper()} for code in ("z", "m", "a", "q")],
    },
    {"name": "from_on", "words": "From", "kind": "date"},
    {"name": "to_on", "words": "To", "kind": "date", "required": False},
    {"name": "items", "words": "Items", "kind": "whole", "required": False},
    {"name": "cost", "words": "Cost (pounds)", "kind": "decimal", "required": False},
    {"name": "upheld", "words": "Upheld", "kind": "yes-no", "required": False},
]
REGISTER = {"name": "cases", "version": 1, "title": "Cases", "counts": "case", "columns": COLUMNS}
FIGURES = [
    {"name": "cases", "words": "Cases", "statistic": "count"},
    {"name": "closed", "words": "Closed", "statistic": "count", "of": "days"},
    {"name": "cost", "words": "Cost", "statistic": "sum", "of": "cost", "decimals": 2},
    {"name": "mean", "words": "Mean", "statistic": "mean", "of": "items", "decimals": 1},
    {"name": "median", "words": "Median", "statistic": "median", "of": "days", "decimals": 1},
    {"name": "p90", "words": "90 %", "statistic": "percentile", "percentile": 90, "of": "days"},
    {"name": "middle", "words": "Middle", "statistic": "median", "of": "cost", "decimals": 2},
    {
        "name": "share",
        "words": "Share upheld",
        "statistic": "share",
        "where": [{"column": "upheld", "among": ["true"]}],
        "decimals": 1,
    },
]
BASE = {
    "name": "cases",
    "version": 1,
    "title": "Cases",
    "register": "cases",
    "durations": [
        {
            "name": "days",
            "words": "Days",
            "start": "from_on",
            "end": "to_on",
            "calendar": "ew",
            "convention": "after-start",
        }
    ],
    "figures": FIGURES,
}
KIND = {"name": "kind", "words": "Kind", "of": "kind", "merged": {"Z or A": ["a", "z"]}}
YEAR = {"name": "year", "words": "Year", "of": "from_on", "by": "financial-year"}


def _rows(count, seed=3):
    chosen = random.Random(seed)  # noqa: S311 the same rows on every run
    for _ in range(count):
        first = dt.date(2018, 1, 1) + dt.timedelta(days=chosen.randrange(1500))
        yield (
            chosen.choice(["z", "m", "a", None]),
            first,
            chosen.choice([None, first + dt.timedelta(days=chosen.randrange(400))]),
            chosen.choice([None, chosen.randrange(-5, 50)]),
            chosen.choice([None, Decimal(chosen.randrange(-10_000, 1_000_000)).scaleb(-2)]),
            chosen.choice([None, True, False]),
        )


ROWS = tuple(_rows(600))


def _kind_of(row):
    return {"z": "Z or A", "a": "Z or A", "m": "M", None: "Not recorded"}[row[0]]


def _round(value, decimals):
    number = Decimal(value.numerator) / Decimal(value.denominator)
    shown = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return shown if decimals else int(shown)


def _middle(values, decimals):
    if not values:
        return None
    ordered, size = sorted(values), len(values)
    both = ordered[(size - 1) // 2], ordered[size // 2]
    return _round(Fraction(both[0]) / 2 + Fraction(both[1]) / 2, decimals)


def _expected(rows):
    calendar = shipped_holidays().calendar(CalendarName.EW)
    days = sorted(calendar.count(row[1], row[2]) for row in rows if row[2])
    items = [row[3] for row in rows if row[3] is not None]
    costs = [row[4] for row in rows if row[4] is not None]
    return (
        len(rows),
        len(days),
        _round(Fraction(sum(costs)), 2),
        _round(Fraction(sum(items), len(items)), 1) if items else None,
        _middle(days, 1),
        days[-(-len(days) * 90 // 100) - 1] if days else None,
        _middle(costs, 2),
        _round(Fraction(100 * sum(row[5] is True for row in rows), len(rows)), 1) if rows else None,
    )


def _computed(folder, rows=ROWS, register=REGISTER, **more):
    return computed(measure_of({**BASE, **more}), register_of(register), rows, folder)


def test_groups_figures_and_totals_are_those_counted_row_by_row(tmp_path):
    result = _computed(tmp_path, groups=[KIND], totals=True)

    assert [column.name for column in result.columns] == ["kind", *(f["name"] for f in FIGURES)]
    assert result.rows == (
        *(
            (kind, *_expected([row for row in ROWS if _kind_of(row) == kind]))
            for kind in ("Z or A", "M", "Not recorded")
        ),
        ("Total", *_expected(ROWS)),
    )


def test_figures_are_rows_where_groups_go_across_and_totals_are_of_all_rows(tmp_path):
    groups = [KIND, {**YEAR, "across": True}]
    years = sorted({financial_year(row[1]) for row in ROWS})

    result = _computed(tmp_path, groups=groups, totals=True)

    assert [one.words for one in result.columns] == ["Kind", "Figure", *years, "Total"]
    expected = []
    for kind in ("Z or A", "M", "Not recorded", "Total"):
        of_kind = [row for row in ROWS if kind in (_kind_of(row), "Total")]
        columns = [
            _expected([row for row in of_kind if year in (financial_year(row[1]), "Total")])
            for year in (*years, "Total")
        ]
        expected += [
            (kind, figure["words"], *(column[at] for column in columns))
            for at, figure in enumerate(FIGURES)
        ]
    assert result.rows == tuple(expected)


def test_a_measure_without_groups_is_one_row(tmp_path):
    assert _computed(tmp_path).rows == (_expected(ROWS),)


def test_a_measure_of_no_rows_says_nought_and_why_there_is_no_mean(tmp_path):
    result = _computed(tmp_path, rows=())

    assert result.rows == ((0, 0, Decimal("0.00"), None, None, None, None, None),)
    assert [(note.column, note.missing) for note in result.notes] == [
        (at, Missing.NO_ROWS) for at in (3, 4, 5, 6, 7)
    ]


COUNT = FIGURES[:1]


def _by(folder, of="from_on", by="value", rows=ROWS, **group):
    groups = [{"name": "by", "words": "By", "of": of, "by": by, **group}]
    bands = [
        {"name": "ages", "of": "days", "edges": [63, 126, 500], "labels": ["s", "m", "l", "xl"]}
    ]
    result = _computed(folder, rows=rows, figures=COUNT, groups=groups, bands=bands)
    return dict(result.rows)


def _counted(label):
    counts = {}
    for row in sorted(ROWS, key=lambda row: row[1]):
        counts[label(row)] = counts.get(label(row), 0) + 1
    return counts


def _quarter(day):
    return f"{financial_year(day)} Q{(day.month - 4) % 12 // 3 + 1}"


@pytest.mark.parametrize(
    ("by", "label"),
    [
        ("value", lambda row: str(row[1])),
        ("month", lambda row: f"{row[1]:%Y-%m}"),
        ("quarter", lambda row: _quarter(row[1])),
        ("calendar-year", lambda row: str(row[1].year)),
        ("financial-year", lambda row: financial_year(row[1])),
    ],
)
def test_days_are_grouped_by_time_in_its_order(by, label, tmp_path):
    assert list(_by(tmp_path, by=by).items()) == list(_counted(label).items())


def test_codes_come_in_the_order_of_their_list_and_every_one_if_asked(tmp_path):
    assert list(_by(tmp_path, "kind")) == ["Z", "M", "A", "Not recorded"]
    assert list(_by(tmp_path, "kind", every=True)) == ["Z", "M", "A", "Q", "Not recorded"]
    assert list(_by(tmp_path, "kind", order=["a", "M"])) == ["A", "M", "Z", "Not recorded"]
    assert list(_by(tmp_path, "upheld")) == ["No", "Yes", "Not recorded"]


def test_every_prints_bands_and_years_that_have_no_rows(tmp_path):
    ends = [row for row in ROWS if financial_year(row[1]) in ("2017/18", "2020/21")]

    years = _by(tmp_path, by="financial-year", rows=ends, every=True)
    bands = _by(tmp_path, "ages", "band", every=True)

    assert (list(years), years["2018/19"]) == (["2017/18", "2018/19", "2019/20", "2020/21"], 0)
    assert list(bands) == ["s", "m", "l", "xl", "Not recorded"]
    assert bands["xl"] == 0


def test_an_edge_belongs_to_the_band_above_it(tmp_path):
    calendar = shipped_holidays().calendar(CalendarName.EW)
    first = dt.date(2019, 7, 31)
    rows = [("z", first, calendar.add(first, days), 1, None, None) for days in (62, 63, 125, 126)]

    assert _by(tmp_path, "ages", "band", rows=rows) == {"s": 1, "m": 2, "l": 1}


def _days(row):
    calendar = shipped_holidays().calendar(CalendarName.EW)
    return calendar.count(row[1], row[2]) if row[2] else None


def _banded(row, edges, *, is_merged):
    days = _days(row)
    kind = _kind_of(row) if is_merged else row[0].upper() if row[0] else "Not recorded"
    band = "Not recorded" if days is None else str(sum(days >= edge for edge in edges))
    return kind, band, financial_year(row[1])


# Few edges are counted in another way than many, and than bands beside groups that are merged.
@pytest.mark.parametrize("edges", [(21, 63, 126), (0,), tuple(range(10, 90, 10))], ids=repr)
@pytest.mark.parametrize("least", [0, 30], ids=["all", "those of 30 days or more"])
@pytest.mark.parametrize("is_merged", [True, False], ids=["merged", "as they are"])
def test_bands_are_counted_beside_other_groups(edges, least, is_merged, tmp_path):
    labels = [str(at) for at in range(len(edges) + 1)]
    band = {"name": "band", "words": "Band", "of": "ages", "by": "band"}

    result = _computed(
        tmp_path,
        figures=COUNT,
        groups=[KIND if is_merged else {**KIND, "merged": {}}, band, YEAR],
        bands=[{"name": "ages", "of": "days", "edges": list(edges), "labels": labels}],
        where=[{"column": "days", "least": str(least)}] if least else [],
        totals=True,
    )

    rows = [row for row in ROWS if not least or (_days(row) or 0) >= least]
    counted = Counter(_banded(row, edges, is_merged=is_merged) for row in rows)
    *groups, total = result.rows
    assert {tuple(row[:3]): row[3] for row in groups} == counted
    assert (len(groups), total[3]) == (len(counted), len(rows))


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"column": "kind", "among": ["z", "m"]}, lambda row: row[0] in ("z", "m")),
        ({"column": "kind", "not_among": ["z"]}, lambda row: row[0] not in ("z", None)),
        ({"column": "kind", "known": False}, lambda row: row[0] is None),
        ({"column": "upheld", "among": ["false"]}, lambda row: row[5] is False),
        (
            {"column": "cost", "least": "0.50", "most": "99.99"},
            lambda row: row[4] is not None and Decimal("0.5") <= row[4] <= Decimal("99.99"),
        ),
        ({"column": "items", "most": "-1"}, lambda row: row[3] is not None and row[3] < 0),
        ({"column": "from_on", "most": "$as_at"}, lambda row: row[1] <= dt.date(2024, 6, 26)),
        ({"column": "kind", "contains": "Z"}, lambda row: row[0] == "z"),
    ],
)
def test_a_condition_leaves_in_the_rows_for_which_it_holds(condition, holds, tmp_path):
    result = _computed(tmp_path, figures=COUNT, where=[condition])

    assert result.rows == ((sum(map(holds, ROWS)),),)


GAPPED = {
    **REGISTER,
    "gaps": [
        {
            "column": "upheld",
            "dated": "from_on",
            "first": dt.date(2019, 4, 1),
            "last": dt.date(2019, 9, 30),
            "words": "Not kept in summer 2019.",
        }
    ],
}
KNOWN = [row if row[1].year != 2019 else (*row[:5], None) for row in ROWS]


def _missing(result):
    return {
        (result.rows[note.row][0], result.columns[note.column].name)
        for note in result.notes
        if note.missing is Missing.NOT_AVAILABLE
    }


def test_what_a_register_cannot_say_is_not_available_in_the_year_and_in_the_total(tmp_path):
    result = _computed(
        tmp_path, KNOWN, GAPPED, groups=[YEAR], totals=True, figures=[FIGURES[0], FIGURES[7]]
    )

    assert _missing(result) == {("2019/20", "share"), ("Total", "share")}
    assert all(row[1] for row in result.rows)


def test_a_group_by_what_is_not_known_is_not_available_even_where_it_has_no_rows(tmp_path):
    groups = [{"name": "upheld", "words": "Upheld", "of": "upheld"}, {**YEAR, "across": True}]

    result = _computed(tmp_path, KNOWN, GAPPED, groups=groups, figures=COUNT)

    assert _missing(result) == {(one, "2019/20") for one in ("No", "Yes", "Not recorded")}


def test_rows_that_fail_a_condition_for_want_of_a_value_make_a_count_not_available(tmp_path):
    where = [{"column": "upheld", "among": ["true"]}]

    in_years = _computed(tmp_path, KNOWN, GAPPED, groups=[YEAR], figures=COUNT, where=where)
    alone = _computed(tmp_path, KNOWN, GAPPED, figures=COUNT, where=where)

    assert _missing(in_years) == {("2019/20", "cases")}
    assert [note.words for note in alone.notes] == ["Not kept in summer 2019."]


CAVEATED = {
    **REGISTER,
    "caveats": [
        {"ident": "always", "words": "Always."},
        {"ident": "early", "words": "Early.", "last": dt.date(2018, 6, 30)},
        {"ident": "late", "words": "Late.", "first": dt.date(2023, 4, 1)},
    ],
}


@pytest.mark.parametrize(
    ("least", "idents"),
    [("2018-01-01", ["always", "early"]), ("2018-07-01", ["always"])],
)
def test_a_caveat_with_dates_goes_only_with_figures_of_its_days(least, idents, tmp_path):
    result = _computed(
        tmp_path,
        register=CAVEATED,
        caveats=["always", "early", "late"],
        where=[{"column": "from_on", "least": least}],
        figures=COUNT,
    )

    assert [caveat.ident for caveat in result.caveats] == idents
