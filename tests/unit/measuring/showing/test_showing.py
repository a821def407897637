"""Results as they are shown: tables, CSV, text and what charts draw."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from answerable.domain.measures.results import CellKind, Missing, Note, ResultColumn
from answerable.measuring.samples.published import MET
from answerable.measuring.showing.cells import cell_words
from answerable.measuring.showing.charts import chart_of
from answerable.measuring.showing.csv_files import result_as_csv
from answerable.measuring.showing.tables import shown_table
from answerable.measuring.showing.text import result_as_text
from tests.support.measuring import measured

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def race(tmp_path_factory):
    return measured("allegations-available", tmp_path_factory.mktemp("race"), force=MET)


@pytest.fixture(scope="module")
def durations(tmp_path_factory):
    asked = {"from": "2023-01-01", "until": "2023-12-31"}
    return measured("investigation-durations", tmp_path_factory.mktemp("durations"), **asked)


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (1497965, CellKind.COUNT, "1,497,965"),
        (Decimal("-1234.50"), CellKind.MONEY, "-£1,234.50"),
        (Decimal("38.8"), CellKind.PERCENT, "38.8%"),
        ("2024-06-02", CellKind.DATE, "2 June 2024"),
        (True, CellKind.TEXT, "Yes"),
        (None, CellKind.TEXT, ""),
    ],
)
def test_a_cell_is_written_as_people_read_it(value, kind, words):
    assert cell_words(value, ResultColumn("x", "X", kind), None) == words


def test_a_table_has_a_caption_headings_and_a_reason_for_each_cell_without_a_value(race):
    table = shown_table(race)

    assert table.caption == (
        "Allegations of which the detail is available (force Metropolitan Police Service), as at 29 October 2021"
    )
    assert [heading.words for heading in table.headings][:2] == ["Figure", "2011/12"]
    assert [cell.is_heading for cell in table.rows[0]] == [True] + [False] * 10
    assert table.rows[2][9].words == "not available"
    assert table.rows[2][9].is_missing
    assert table.remarks == (
        "Of which race, 2019/20: Kinds of discrimination were not kept for 2019/20.",
    )
    assert len(table.caveats) == 3
    assert race.snapshot.label in table.origin[0]


def test_a_share_says_of_how_many_it_is(tmp_path):
    table = shown_table(measured("case-to-answer", tmp_path, year="2019/20"))

    assert table.rows[0][2].words == "39%"
    assert table.remarks == ("Share with a case to answer: 39% is 273 of 704",)


def test_csv_holds_plain_numbers_and_all_that_goes_with_them(race):
    lines = list(csv.reader(io.StringIO(result_as_csv(race))))

    assert lines[1][:3] == ["Allegations available", "11268", "12290"]
    assert lines[3][9] == "not available"
    assert lines[4] == []
    assert [line[0] for line in lines[5:]] == ["Table", "Note", *["Caveat"] * 3, *["Origin"] * 2]


def test_csv_holds_no_formula(race):
    odd = replace(race, rows=(('=HYPERLINK("x")', *race.rows[0][1:]),), notes=())

    assert result_as_csv(odd).splitlines()[1].startswith("\"'=HYPERLINK")


def test_text_is_a_table_with_its_caveats(durations):
    lines = list(result_as_text(durations))

    assert lines[2].startswith("Kind of investigation")
    assert lines[4].split() == ["Independent", "60", "153", "156.5"]
    assert "Caveats:" in lines
    assert lines[-1] == f"  Result {durations.sha256}"


def test_a_chart_compares_groups_or_years_and_leaves_totals_out(race, durations, tmp_path):
    started = measured("investigations-started", tmp_path)

    years, kinds, both = chart_of(race), chart_of(durations), chart_of(started)

    assert years.categories[0] == "2011/12"
    assert [one.name for one in years.series][2] == "Of which race"
    assert years.series[2].values[8] is None
    assert kinds.categories == ("Independent", "Directed or managed")
    assert [one.name for one in kinds.series] == ["Investigations completed"]
    assert "Total" not in both.categories
    assert "Total" not in [one.name for one in both.series]


def test_there_is_no_chart_of_one_figure_or_of_rows(tmp_path):
    assert chart_of(measured("case-to-answer", tmp_path, year="2019/20")) is None
    assert chart_of(measured("policies-due", tmp_path)) is None


def test_what_is_withheld_says_so_and_is_no_nought(durations):
    withheld = replace(
        durations,
        rows=(("Independent", None, 153, None), durations.rows[1]),
        notes=(Note(0, 1, Missing.WITHHELD, "Withheld under section 40(2)."),),
    )

    assert shown_table(withheld).rows[0][1].words == "withheld"
