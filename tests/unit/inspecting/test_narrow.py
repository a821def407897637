"""Which cells and runs of a document have no room for letters."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from answerable.inspecting.markup import named
from answerable.inspecting.office.writing.narrow import cells_without_width, ruby_half_points

_MARGINS = '<w:tblPr><w:tblCellMar><w:start w:w="{0}"/><w:end w:w="{0}"/></w:tblCellMar></w:tblPr>'
_CELL = '<w:tc><w:tcPr><w:tcW w:w="{}" w:type="{}"/></w:tcPr></w:tc>'
_ACROSS = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc>'

# What is said of the table, its columns, and a row of it; which of its cells have no width.
ROWS = {
    "a column of all margin": ("", (216, 4000), "<w:tc/><w:tc/>", [0]),
    "a column with room": ("", (217, 4000), "<w:tc/><w:tc/>", []),
    "a width that nobody gave": ("", (0, 0), "<w:tc/><w:tc/>", []),
    "more cells than columns": ("", (), "<w:tc/>", []),
    "a table without margins": (_MARGINS.format(0), (50, 4000), "<w:tc/><w:tc/>", []),
    "a table of wide margins": (_MARGINS.format(900), (1800, 4000), "<w:tc/><w:tc/>", [0]),
    "a cell over two columns": ("", (150, 150, 5), f"{_ACROSS}<w:tc/>", [1]),
    "a row that begins later": (
        "",
        (5, 4000),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc/>',
        [],
    ),
    "a cell of its own width": ("", (4000,), _CELL.format(5, "dxa"), [0]),
    "a cell as wide as it needs": ("", (4000,), _CELL.format(0, "auto"), []),
}


@pytest.mark.parametrize(("said", "columns", "row", "found"), ROWS.values(), ids=ROWS)
def test_the_cells_of_a_row_that_have_no_room_for_letters(said, columns, row, found):
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    table = parse_xml(
        f"<w:tbl {nsdecls('w')}>{said}<w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
    )
    made = next(named(table, "tr"))
    cells = list(named(made, "tc"))

    assert [cells.index(one) for one in cells_without_width(made)] == found


def test_ruby_says_how_large_what_stands_above_and_below_it_is():
    ruby = parse_xml(
        f'<w:ruby {nsdecls("w")}><w:rubyPr><w:hps w:val="4"/><w:hpsBaseText w:val="22"/></w:rubyPr>'
        "<w:rt><w:r/></w:rt><w:rubyBase><w:r/></w:rubyBase></w:ruby>"
    )

    assert [ruby_half_points(one) for one in named(ruby, "r")] == [4, 22]
