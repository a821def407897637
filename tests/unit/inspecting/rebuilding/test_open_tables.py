"""OpenDocument workbooks: values as they read, and what is drawn over cells."""

import csv
import io

import openpyxl
import pytest

from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.fixtures import SECRET, edited
from tests.support.planted.opendocuments import CONTENT
from tests.support.planted.opendocuments import workbook as open_workbook

CELL = '<table:table-cell office:value-type="string"><text:p>31</text:p></table:table-cell>'


def with_cell(markup):
    """Return a workbook with other markup in the place of its last cell."""
    return edited(open_workbook(), CONTENT, (CELL, markup))


def rows_of(data):
    """Return the rows of the CSV, and those of the workbook, that come of a file."""
    made = rebuilt_here(data, "a.ods")
    book = openpyxl.load_workbook(io.BytesIO(made.files[0].data))
    text = io.StringIO(made.files[1].data.decode("utf-8-sig"), newline="")
    return list(csv.reader(text)), [list(one) for one in book.active.values]


def typed(kind, attributes, text):
    """Return the markup of a cell with a value."""
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("markup", "words", "value"),
    [
        (typed("float", 'office:value="31.4159"', "31.4"), "31.4", 31.4),
        (typed("float", 'office:value="1234.5"', "1.234,50"), "1.234,50", 1234.5),
        (typed("percentage", 'office:value="0.12345"', "12.3%"), "12.3%", 0.123),
        (typed("currency", 'office:value="1200.5"', "\u00a31,200.50"), "\u00a31,200.50", 1200.5),
        (typed("boolean", 'office:boolean-value="true"', "TRUE"), "TRUE", True),
        (typed("date", 'office:date-value="2024-07-01"', "July 2024"), "July 2024", "July 2024"),
        (
            typed("string", "", "North<text:s/>and<text:line-break/>South"),
            "North and\nSouth",
            "North and\nSouth",
        ),
    ],
)
def test_a_cell_is_kept_as_it_reads(markup, words, value):
    lines, rows = rows_of(with_cell(markup))

    assert lines[1] == ["North", words]
    assert rows[1] == ["North", value]


@pytest.mark.parametrize(
    "markup",
    [
        typed("float", 'office:value="31"', SECRET),
        typed("float", 'office:value="31"', f"31 {SECRET}"),
        typed("float", 'office:value="31"', f"31 {SECRET}" * 9),
        typed("date", 'office:date-value="2024-07-01"', SECRET),
        typed("time", 'office:time-value="PT1H"', SECRET),
        typed("boolean", 'office:boolean-value="true"', SECRET),
        typed("string", f'office:string-value="{SECRET}"', "31"),
        typed("string", "", f"<office:annotation><text:p>{SECRET}</text:p></office:annotation>"),
    ],
)
def test_words_that_are_not_those_of_the_value_are_left_out(markup):
    made = rebuilt_here(with_cell(markup), "a.ods")

    assert not any(SECRET.encode() in one.data for one in made.files)


def test_cells_under_what_is_drawn_are_left_out():
    spaces = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    spaces += ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    shape = (
        f'<draw:rect {spaces} table:end-cell-address="Data.B2" svg:width="2cm" svg:height="1cm"/>'
    )
    first = '<table:table-cell office:value-type="string"><text:p>Bins</text:p></table:table-cell>'
    covering = first.replace("<text:p>", f"{shape}<text:p>")

    made = rebuilt_here(edited(open_workbook(), CONTENT, (first, covering)), "a.ods")

    assert made.files[1].data.decode("utf-8-sig") == "Ward\r\nNorth\r\n"
    assert "2 cells under a picture, chart or shape on sheet 'Data' were left out." in made.left_out


def test_a_drawing_at_no_cell_is_refused():
    start = '<table:table table:name="Data">'
    data = edited(
        open_workbook(), CONTENT, (start, f"{start}<table:shapes><table:x/></table:shapes>")
    )

    with pytest.raises(CannotRebuild, match="anchor it to a cell"):
        rebuilt_here(data, "a.ods")
