"""Workbooks are rebuilt with all that they show, and nothing else."""

import csv
import datetime as dt
import io

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.rebuilding.tables import office_sheet
from tests.support.planted.cells import saved, written
from tests.support.planted.fixtures import SECRET, edited
from tests.support.planted.opendocuments import workbook as open_workbook
from tests.support.planted.ordinary import ordinary

SHEET = "xl/worksheets/sheet1.xml"
WORKBOOKS = {name: data for name, data in ordinary().items() if name.endswith(".xlsx")}


def values_of(data):
    """Return the values of a workbook by its sheets, row by row, without blanks."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        sheet.title: [
            [one for one in row if one is not None]
            for row in sheet.values
            if any(one is not None for one in row)
        ]
        for sheet in book.worksheets
    }


def rows_of(file):
    """Return the filled rows of CSV."""
    rows = csv.reader(io.StringIO(file.data.decode("utf-8-sig"), newline=""))
    return [row for row in rows if any(row)]


def plain(value):
    """Return a value as it is whoever wrote it."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time())
    return value


@pytest.mark.filterwarnings("ignore:Sparkline")
@pytest.mark.parametrize("name", WORKBOOKS)
def test_an_ordinary_workbook_keeps_every_value(name):
    before = values_of(WORKBOOKS[name])

    made = rebuilt_here(WORKBOOKS[name], name)

    after = values_of(made.files[0].data)
    assert {sheet: [list(map(plain, row)) for row in rows] for sheet, rows in before.items()} == {
        sheet: [list(map(plain, row)) for row in rows] for sheet, rows in after.items()
    }
    assert all(inspected(one.data, one.name).verdict is Verdict.CLEAR for one in made.files)


def test_the_same_workbook_gives_the_same_bytes():
    data = WORKBOOKS[sorted(WORKBOOKS)[0]]

    assert rebuilt_here(data, "a.xlsx") == rebuilt_here(data, "a.xlsx")


def test_it_names_no_author_and_no_time():
    made = rebuilt_here(written(), "a.xlsx")

    properties = openpyxl.load_workbook(io.BytesIO(made.files[0].data)).properties
    assert (properties.creator, properties.lastModifiedBy) == (None, None)
    assert properties.created.year == 1980


def test_heads_are_bold_columns_as_wide_and_merged_cells_merged():
    def fill(_, sheet):
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.merge_range("A6:C7", "Total")

    made = rebuilt_here(written(fill), "a.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(made.files[0].data)).active
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert 40 < sheet.column_dimensions["A"].width < 41
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A6:B7"]
    assert [one.value for one in sheet[1]] == ["Ward", "Routes"]


def test_words_that_the_next_cell_cuts_off_stand_in_several_lines():
    def fill(_, sheet):
        sheet.write_row("A2", ["A remark of many words that goes on", "short", "and at the end on"])

    sheet = openpyxl.load_workbook(io.BytesIO(rebuilt_here(written(fill), "a.xlsx").files[0].data))

    (row,) = (one for one in sheet.active.rows if one[1].value == "short")
    assert [bool(one.alignment.wrap_text) for one in row[:3]] == [True, False, False]


def test_hidden_digits_do_not_leave():
    def fill(book, sheet):
        sheet.write(4, 1, 31.41592653, book.add_format({"num_format": "0.0"}))
        sheet.write(
            5, 1, dt.datetime.fromisoformat("1961-04-12"), book.add_format({"num_format": "yyyy"})
        )

    made = rebuilt_here(written(fill), "a.xlsx")

    assert values_of(made.files[0].data)["Data"][4:] == [[31.4], ["1961"]]
    assert rows_of(made.files[1])[4:] == [["", "31.4", ""], ["", "1961", ""]]


def test_a_formula_leaves_its_result_and_nothing_of_itself():
    made = rebuilt_here(
        written(lambda _, sheet: sheet.write_formula("D2", f'=IF(B2>0,1,"{SECRET}")', None, 7)),
        "a.xlsx",
    )

    assert values_of(made.files[0].data)["Data"][1] == ["North", 31, 4, 7]


def test_a_formula_without_a_result_is_told():
    made = rebuilt_here(saved(lambda _, sheet: sheet.append(["=1+1"])), "a.xlsx")

    assert any(one.startswith("1 formula without a result") for one in made.left_out)


def test_zeros_that_are_not_shown_are_left_out():
    def fill(_, sheet):
        sheet.write(4, 0, "East")
        sheet.write(4, 1, 0)
        sheet.hide_zero()

    assert rows_of(rebuilt_here(written(fill), "a.xlsx").files[1])[4] == ["East", "", ""]


@pytest.mark.parametrize("text", ["=1+1", "+44", "@x", "-cmd|' /C calc'!A0", "\t=1", "'=1", " =1"])
def test_no_cell_of_csv_is_taken_for_a_formula(text):
    made = rebuilt_here(written(lambda _, sheet: sheet.write_string(4, 0, text)), "a.xlsx")

    cell = rows_of(made.files[1])[4][0]
    assert cell.startswith("'") or cell == "+44"
    assert values_of(made.files[0].data)["Data"][4] == [text]


def test_what_shows_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("answerable.inspecting.rebuilding.tables.office.MOST_CELLS", 10)

    with pytest.raises(CannotRebuild, match="It shows more than"):
        rebuilt_here(written(), "a.xlsx")
    assert office_sheet.MOST_CELLS > 10


def test_what_is_too_much_for_a_workbook_leaves_as_csv(monkeypatch):
    monkeypatch.setattr("answerable.inspecting.rebuilding.tables.files.MOST_IN_WORKBOOK", 10)

    made = rebuilt_here(written(), "a.xlsx")

    assert [one.name for one in made.files] == ["a.csv"]
    assert made.left_out[0].startswith("No workbook was written")


def test_a_drawing_at_no_cell_is_refused():
    chart = written(lambda _, sheet: sheet.insert_textbox("F9", "East"))
    data = edited(
        chart,
        "xl/drawings/drawing1.xml",
        ("<xdr:twoCellAnchor", "<xdr:absoluteAnchor/><xdr:twoCellAnchor"),
    )

    with pytest.raises(CannotRebuild, match="which cells a drawing on sheet 'Data' covers"):
        rebuilt_here(data, "a.xlsx")


@pytest.mark.parametrize(("is_shown", "kept"), [(True, []), (False, ["East"])])
def test_what_lies_under_a_note_that_is_shown_is_left_out(is_shown, kept):
    def fill(_, sheet):
        sheet.write_comment("A2", "Checked", {"visible": is_shown, "start_cell": "F2"})
        sheet.write("F3", "East")

    made = rebuilt_here(written(fill), "a.xlsx")

    assert values_of(made.files[0].data)["Data"][2] == ["South", 27, 3, *kept]


def test_a_workbook_that_shows_nothing_is_refused():
    def fill(_, sheet):
        for number in range(4):
            sheet.set_row(number, None, None, {"hidden": True})

    with pytest.raises(CannotRebuild, match="It shows nothing"):
        rebuilt_here(written(fill), "a.xlsx")


def test_an_open_document_is_rebuilt_as_it_reads():
    made = rebuilt_here(open_workbook(), "a.ods")

    assert [one.name for one in made.files] == ["a.xlsx", "a.csv"]
    assert rows_of(made.files[1]) == [["Ward", "Bins"], ["North", "31"]]


cells = st.one_of(
    st.none(),
    st.integers(-(10**6), 10**6),
    st.text("abcdé ,\";'", min_size=1, max_size=6).filter(str.strip),
)
forms = st.sampled_from(["", "", "", "0.00", "#,##0", ";;;", "white", "tiny"])
flags = st.sampled_from([False, False, False, True])


@st.composite
def sheets(draw):
    """Return a sheet: whether it is hidden, which rows and columns are, and what is in its cells in which form."""
    rows = draw(
        st.lists(st.lists(st.tuples(cells, forms), min_size=1, max_size=4), min_size=1, max_size=5)
    )
    return {
        "hidden": draw(flags),
        "rows": draw(st.lists(flags, min_size=len(rows), max_size=len(rows))),
        "columns": draw(st.lists(flags, min_size=4, max_size=4)),
        "cells": rows,
    }


def _written(drawn):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    looks = {
        "": None,
        "white": book.add_format({"font_color": "#FFFFFF"}),
        "tiny": book.add_format({"font_size": 1}),
        **{form: book.add_format({"num_format": form}) for form in ("0.00", "#,##0", ";;;")},
    }
    first = book.add_worksheet("First")
    first.write(0, 0, "Bins")
    for number, one in enumerate(drawn):
        sheet = book.add_worksheet(f"S{number}")
        if one["hidden"]:
            sheet.hide()
        for at, is_hidden in enumerate(one["rows"]):
            sheet.set_row(at, None, None, {"hidden": is_hidden})
        for at, is_hidden in enumerate(one["columns"]):
            sheet.set_column(at, at, None, None, {"hidden": is_hidden})
        for row, line in enumerate(one["cells"]):
            for column, (value, form) in enumerate(line):
                if isinstance(value, str):
                    sheet.write_string(row, column, value, looks[form])
                elif value is not None:
                    sheet.write_number(row, column, value, looks[form])
    book.close()
    return out.getvalue()


def _expected(one):
    found = []
    for row, line in enumerate(one["cells"]):
        if one["rows"][row]:
            continue
        kept = [
            value
            for column, (value, form) in enumerate(line)
            if value is not None
            and not one["columns"][column]
            and form not in (";;;", "white", "tiny")
        ]
        if kept:
            found.append(kept)
    return found


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(sheets(), max_size=3))
def test_exactly_what_is_seen_survives(drawn):
    made = rebuilt_here(_written(drawn), "a.xlsx")

    seen = {f"S{number}": _expected(one) for number, one in enumerate(drawn) if not one["hidden"]}
    assert values_of(made.files[0].data) == {"First": [["Bins"]], **seen}
    assert all(inspected(one.data, one.name).verdict is Verdict.CLEAR for one in made.files)
