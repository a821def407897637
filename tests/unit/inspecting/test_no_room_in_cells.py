"""Numbers and days in place of which crosses are shown, and last lines below the edge of their row: a rebuilt file shows both."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity, Verdict
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from tests.support.planted.called import called
from tests.support.planted.cells import written
from tests.support.planted.documents import TEXT, marked
from tests.support.planted.fixtures import SECRET, edited
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


def _open_lines(height, *, words="Quillfeather", grows="false"):
    spaces = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    styles = f'<office:automatic-styles><style:style {spaces} style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="{height}" style:use-optimal-row-height="{grows}"/></style:style></office:automatic-styles>'
    usual = '<table:table-row><table:table-cell office:value-type="string"><text:p>North</text:p>'
    held = usual.replace("table-row>", 'table-row table:style-name="ro1">', 1)
    return edited(
        workbook(),
        CONTENT,
        ("<office:automatic-styles/>", styles),
        (usual, f"{held}<text:p>{words}</text:p>"),
    )


def _row(height, *paragraphs, rule="exact", half_points=22, line=""):
    """Return a document with a table of one cell, whose row has a height."""
    look = f"<w:pPr>{line}</w:pPr>" if line else ""
    size = f'<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'
    said = "".join(f"<w:p>{look}<w:r>{size}<w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    row = f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="{rule}"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{said}</w:tc></w:tr>'
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>{row}</w:tbl>'
    return edited(marked(), TEXT, ("<w:p><w:r><w:t>MARK</w:t></w:r></w:p>", table))


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
        (_open_lines("0.45cm"), True),
        (_open_lines("0.95cm"), False),
        (_open_lines("0.45cm", words=""), False),
        (_open_lines("0.45cm", grows="true"), False),
    ],
)
def test_a_last_line_below_the_edge_of_its_row_asks(data, is_told):
    assert ("xlsx.lines-below" in _asked(data)) is is_told


@pytest.mark.parametrize(
    ("data", "is_told"),
    [
        (_row(300, "Minutes of the panel", SECRET), True),
        (_row(300, "Minutes of the panel", ""), False),
        (_row(560, "Minutes of the panel", SECRET), False),
        (_row(300, "Minutes of the panel", SECRET, rule="atLeast"), False),
        (_row(300, "Minutes of the panel", SECRET, half_points=12), False),
        (
            _row(300, "Minutes", SECRET, line='<w:spacing w:line="150" w:lineRule="exact"/>'),
            False,
        ),
    ],
)
def test_a_last_line_below_a_row_of_exact_height_asks(data, is_told):
    assert ("docx.cut-off" in _asked(data)) is is_told


def test_a_rebuilt_workbook_shows_no_crosses():
    made = rebuilt_here(_cell(NUMBER, 5), "f.xlsx")

    books = [one for one in made.files if one.name.endswith(".xlsx")]
    assert len(books) == 1
    assert "xlsx.crosses" not in _asked(books[0].data)
