"""Spreadsheets: Excel's and OpenDocument's visible sheets as they are displayed, and text with commas."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.source import source_from
from tests.support.open_document import open_document
from tests.support.sheet_files import excel_file

HEADS = ["Reference", "Title", "Request", "Response"]
ROWS = [
    ["7000001", "Bicycles", "1. How many?\n2. Who mends them?", "1. Seven.\n2. We do."],
    ["7000002", "Cars", "How many cars do you have?", "We have twelve cars."],
]


def _blocks(data, name="log.xlsx"):
    return source_from(data, name=name).document.blocks


def _rows(data, name="log.xlsx"):
    return [one.rows for one in _blocks(data, name) if one.kind is Kind.TABLE]


def _ods(rows, attributes=""):
    inside = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    return f'<table:table table:name="Log"{attributes}>{inside}</table:table>'


def _cell(words):
    lines = "".join(f"<text:p>{line}</text:p>" for line in words.split("\n"))
    return f"<table:table-cell>{lines}</table:table-cell>"


def _csv(rows, sign=","):
    return "\n".join(
        sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows
    ).encode()


KEPT = {
    "xlsx": ("log.xlsx", excel_file({"Log": [HEADS, *ROWS]})),
    "ods": ("log.ods", open_document(_ods([HEADS, *ROWS]), kind="spreadsheet")),
    "csv": ("log.csv", _csv([HEADS, *ROWS])),
}


@pytest.mark.parametrize("form", KEPT)
def test_a_log_that_is_kept_as_a_sheet_is_read_row_by_row(form):
    name, data = KEPT[form]
    reading = read_bytes(data, name=name)

    assert (reading.format, reading.kind) == (form, "log")
    assert [(one.ref, one.title) for one in reading.entries] == [
        ("7000001", "Bicycles"),
        ("7000002", "Cars"),
    ]
    first = reading.entries[0]
    assert [(one.text, one.answer) for one in first.questions] == [
        ("How many?", "Seven."),
        ("Who mends them?", "We do."),
    ]


DISPLAYED = [
    (45_200, "dd/mm/yyyy", "1 October 2023"),
    (45_200.5, "dd/mm/yyyy hh:mm", "1 October 2023 12:00"),
    (45_200, "mmm-yy", "October 2023"),
    (0.75, "hh:mm", "18:00"),
    (45_200, 14, "1 October 2023"),
    (1234.5, "#,##0.00", "1,234.50"),
    (1234.5, '"£"#,##0.00', "£1,234.50"),
    (1234.5, "[$£-809]#,##0", "£1,234"),
    (-5, "0;(0)", "(5)"),
    (0.125, 10, "12.50%"),
    (42, "00000", "00042"),
    (7, None, "7"),
    (0.1, None, "0.1"),
    (1 / 3, None, "0.3333333333"),
    (12345678, None, "12345678"),
]


@pytest.mark.parametrize(("value", "form", "shown"), DISPLAYED)
def test_numbers_stand_as_they_are_displayed(value, form, shown):
    data = excel_file({"S": [["What", "Value"], ["It", (value, form)]]})

    assert _rows(data) == [(("What", "Value"), ("It", shown))]


def test_what_is_hidden_is_left_out_and_counted():
    data = excel_file(
        {
            "Log": [
                ["Year", "Who", "Cars"],
                ["2024", "A. Person", "12"],
                ["2025", "A. Person", "7"],
            ],
            "Old": [["x", "y"]],
        },
        hidden_sheets=("Old",),
        hidden_rows=(3,),
        hidden_columns=(2,),
    )
    source = source_from(data, name="log.xlsx")

    assert [one.rows for one in source.document.blocks] == [(("Year", "Cars"), ("2024", "12"))]
    assert [(one.was, one.times) for one in source.document.repairs] == [
        ("hidden sheets", 1),
        ("hidden rows", 1),
        ("hidden columns", 1),
    ]


def test_lines_over_a_table_are_lines_and_empty_columns_are_none():
    data = excel_file(
        {"S": [["Disclosures 2024"], [], ["", "Year", "", "Cars"], ["", "2024", "", "12"]]}
    )

    assert [(one.kind, one.text, one.rows) for one in _blocks(data)] == [
        (Kind.PARAGRAPH, "Disclosures 2024", ()),
        (Kind.TABLE, "", (("Year", "Cars"), ("2024", "12"))),
    ]


def test_a_sheet_of_opendocument_leaves_out_what_is_hidden_and_repeats_what_is_repeated():
    rows = (
        '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
        f"<table:table-row>{_cell('Year')}{_cell('Who')}{_cell('Cars')}</table:table-row>"
        f'<table:table-row table:visibility="filter">{_cell("2023")}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{_cell("2024")}{_cell("A. Person")}{_cell("12")}'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )
    data = open_document(f"<table:table>{rows}</table:table>", kind="spreadsheet")

    assert _rows(data, "log.ods") == [(("Year", "Cars"), ("2024", "12"), ("2024", "12"))]


TABLES = {
    "semicolons": ("log.csv", "Year;Cars\n2024;12\n2025;7\n"),
    "a title over the table": ("log.csv", "Disclosure log 2024,,\n\nYear,Cars\n2024,12\n"),
    "heads that are cut short": ("log.csv", "FOI No.,Cars?\n7000001,12\n"),
    "tabs": ("log.tsv", "Year\tCars\n2024\t12\n2025\t7\n"),
    "the columns of a log without a name that says so": (
        "download",
        'Reference,Request,Response\n7000001,"How many, and where?",Seven\n',
    ),
}


@pytest.mark.parametrize("what", TABLES)
def test_text_with_signs_between_its_cells_is_a_table(what):
    name, text = TABLES[what]

    assert read_bytes(text.encode(), name=name).format == "csv"


PROSE = {
    "a letter": (
        "letter.txt",
        "Dear Sir, I write to ask, again, for this.\nHow many, and where?\n",
    ),
    "a letter that is named a table": ("a.csv", "Dear Sir, I write to ask.\nHow many are there?\n"),
    "a log": (
        "log.txt",
        "Ref\n7000001\n\nBicycles\n\nRequest\n\n1. How many?\n\nResponse\n\n1. Seven.\n",
    ),
    "one line": ("a.csv", "Reference,Request,Response\n"),
    "a list of towns": ("towns.txt", "Leeds, York, Hull\nBath, Wells, Frome\n"),
}


@pytest.mark.parametrize("what", PROSE)
def test_prose_is_no_table(what):
    name, text = PROSE[what]

    assert read_bytes(text.encode(), name=name).format == "text"


def test_a_table_that_somebody_asks_to_be_read_as_text_is_text():
    reading = read_bytes(_csv([HEADS, *ROWS]), name="log.csv", as_format="text")

    assert reading.format == "text"
