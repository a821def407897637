"""Numbers and days in place of which crosses are shown, and last lines below the edge of their row: a rebuilt file shows both."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity, Verdict
from tests.support.planted.called import called
from tests.support.planted.cells import written
from tests.support.planted.fixtures import edited
from tests.support.planted.opendocuments import CONTENT, workbook

NUMBER = 9434765919
DAY = 45_000


def _asked(data):
    found = inspected(data, called(data))
    assert found.verdict is not Verdict.CANNOT_SAY, found.reason
    return {one.code for one in found.findings if one.severity is not Severity.NOTE}


def _cell(value, width, *, number_format="General", size=11, merged=False):
    def fill(book, sheet):
        sheet.set_column("E:E", width)
        look = book.add_format({"num_format": number_format, "font_size": size})
        if merged:
            sheet.merge_range("E2:H2", value, look)
        else:
            sheet.write_number("E2", value, look)

    return written(fill)


def _lines(words, height, **look):
    def fill(book, sheet):
        sheet.set_row(1, height)
        sheet.write_string("E2", words, book.add_format({"text_wrap": True, **look}))

    return written(fill)


def _open(shown, width, kind="float", spanned=""):
    spaces = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    styles = f'<office:automatic-styles><style:style {spaces} style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="{width}"/></style:style></office:automatic-styles>'
    held = f'<table:table-cell{spanned} office:value-type="{kind}" office:value="{shown}"'
    column = '<table:table-column table:number-columns-repeated="2" table:style-name="co1"/>'
    usual = '<table:table-cell office:value-type="string"><text:p>31'
    return edited(
        workbook(),
        CONTENT,
        ("<office:automatic-styles/>", styles),
        ('<table:table table:name="Data">', f'<table:table table:name="Data">{column}'),
        (usual, f"{held}><text:p>{shown}"),
    )


@pytest.mark.parametrize(
    ("data", "is_told"),
    [
        (_cell(NUMBER, 5), True),
        (_cell(NUMBER, 10.5), False),
        (_cell(NUMBER, 5, merged=True), False),
        (_cell(NUMBER, 5, size=4.5), False),
        (_cell(1234, 4), False),
        (_cell(DAY, 5, number_format="dd/mm/yyyy"), True),
        (_cell(DAY, 8.43, number_format="dd/mm/yyyy"), False),
        (_cell(DAY, 8.43, number_format='d mmmm yyyy "by the ward clerk"'), True),
        (_cell(DAY, 40, number_format='d mmmm yyyy "by the ward clerk"'), False),
        (_cell(31, 8.43, number_format='0 "bins in the whole of the ward"'), True),
        (_cell(31, 8.43, number_format='#,##0 "bins"'), False),
        (_open(NUMBER, "1cm"), True),
        (_open("2024-03-14", "1cm", kind="date"), True),
        (_open(NUMBER, "2cm"), False),
        (_open(NUMBER, "1cm", kind="string"), False),
        (_open(NUMBER, "1cm", spanned=' table:number-columns-spanned="2"'), False),
    ],
)
def test_crosses_in_place_of_a_number_or_a_day_ask(data, is_told):
    assert ("xlsx.crosses" in _asked(data)) is is_told


@pytest.mark.parametrize(
    ("data", "is_told"),
    [
        (_lines("Minutes of the panel\nQuillfeather", 14), True),
        (_lines("Minutes of the panel\nQuillfeather", 30), False),
        (_lines("Number\nof bins", 25), False),
        (_lines("Minutes of the panel", 14), False),
        (_lines("Wards", 20, rotation=90), False),
    ],
)
def test_a_last_line_below_the_edge_of_its_row_asks(data, is_told):
    assert ("xlsx.lines-below" in _asked(data)) is is_told
