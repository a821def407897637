"""Tables of Word files: figures cell by cell, merged cells once, and tables that only lay out."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.docx import document_of
from tests.support.word_files import cell, paragraph, run, table, word_file


def _blocks(body, **parts):
    return document_of(word_file(body, **parts), "log.docx").blocks


def _rows(body, **parts):
    (block,) = [one for one in _blocks(body, **parts) if one.kind is Kind.TABLE]
    return [list(row) for row in block.rows]


SPAN = '<w:gridSpan w:val="2"/>'
BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

FIGURES = {
    "plain": (table(["Year", "Dogs"], ["2025", "7"]), [["Year", "Dogs"], ["2025", "7"]]),
    "a cell over two columns": (
        table(["Year", cell("Dogs", SPAN)], ["2025", "7", "8"]),
        [["Year", "Dogs", ""], ["2025", "7", "8"]],
    ),
    "a cell over two rows": (
        table([cell("Dogs", BEGIN), "7"], [cell("", GO_ON), "8"]),
        [["Dogs", "7"], ["", "8"]],
    ),
    "columns left free": (
        table(["A", "B"], ["7"]).replace(
            "<w:tr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">7",
            '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>7',
        ),
        [["A", "B"], ["", "7"]],
    ),
    "a row that a change took out": (
        table(["A", "B"], ["x", "y"]).replace(
            "<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>', 1
        ),
        [["x", "y"]],
    ),
    "several paragraphs in a cell": (
        table(["A", cell(paragraph("x") + paragraph("y"))]), [["A", "x y"]],
    ),
    "rows in a content control": (
        f"<w:tbl><w:sdt><w:sdtContent>{table(['A', 'B'])[7:-8]}</w:sdtContent></w:sdt></w:tbl>",
        [["A", "B"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FIGURES)
def test_a_table_of_figures_is_read_cell_by_cell(what):
    body, rows = FIGURES[what]

    assert _rows(body) == rows


def test_numbers_alone_in_cells_are_printed():
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    alone = cell(paragraph("<w:r/>", number=1))

    assert _rows(table([alone, "Dogs"], [alone, "Cats"]), numbering=numbers) == [
        ["1.", "Dogs"],
        ["2.", "Cats"],
    ]


def test_a_note_to_a_figure_stands_behind_the_table():
    noted = paragraph(run("7") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    notes = f'<w:footnote w:id="1">{paragraph("Rounded.")}</w:footnote>'

    blocks = _blocks(table(["Dogs", cell(noted)]), footnotes=notes)

    assert [(one.kind, one.text, one.rows) for one in blocks] == [
        (Kind.TABLE, "", (("Dogs", "7[1]"),)),
        (Kind.PARAGRAPH, "[1] Rounded.", ()),
    ]


def test_a_single_cell_is_a_frame_around_paragraphs():
    blocks = _blocks(table([cell(paragraph("a") + paragraph("b"))]))

    assert [(one.kind, one.text) for one in blocks] == [
        (Kind.PARAGRAPH, "a"),
        (Kind.PARAGRAPH, "b"),
    ]


FRAMES = {
    "labels beside what they label": table(
        ["Ref 7000001", "Bicycles"],
        ["Request", "How many?"],
        ["Response", cell(paragraph("Seven.") + table(["Year", "Number"], ["2025", "7"]))],
    ),
    "columns merged for the looks": table(
        ["Ref 7000001", cell("Bicycles", '<w:gridSpan w:val="6"/>')],
        ["Request", cell("How many?", '<w:gridSpan w:val="6"/>')],
        [
            "Response",
            cell(
                paragraph("Seven.") + table(["Year", "Number"], ["2025", "7"]),
                '<w:gridSpan w:val="6"/>',
            ),
        ],
    ),
    "in a frame of one cell": table(
        [
            cell(
                table(
                    ["Ref 7000001", "Bicycles"],
                    ["Request", "How many?"],
                    ["Response", cell(paragraph("Seven.") + table(["Year", "Number"], ["2025", "7"]))],
                )
            )
        ]
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FRAMES)
def test_a_table_that_lays_out_a_record_is_no_table(what):
    (entry,) = read_bytes(word_file(FRAMES[what]), name="log.docx").entries

    assert (entry.ref, entry.title, entry.request, entry.response) == (
        "7000001", "Bicycles", "How many?", "Seven.",
    )  # fmt: skip
    assert [one.rows for one in entry.tables] == [(("Year", "Number"), ("2025", "7"))]


def test_a_spreadsheet_of_records_is_one_entry_for_each_row():
    body = table(
        ["Reference", "Request", "Response"],
        ["7000001", "How many bicycles?", "Seven."],
        ["7000002", "How many dogs?", "None are held."],
    )

    entries = read_bytes(word_file(body), name="log.docx").entries

    assert [(one.ref, one.response) for one in entries] == [
        ("7000001", "Seven."),
        ("7000002", "None are held."),
    ]
