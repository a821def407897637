"""Rows of sheets: by the quick pattern and by lxml they say the same, and nothing that is no row is taken for one."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.inspecting.child import inspected
from answerable.inspecting.office.workbooks.rows import Row, column_of, letters_of, rows_of
from answerable.inspecting.seen import Seen
from tests.support.planted.cells import written
from tests.support.planted.fixtures import SECRET, edited, members, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"

values = st.one_of(
    st.integers(0, 10**6).map(lambda one: ("", f"<v>{one}</v>")),
    st.text("abc &<>\"'é", max_size=8).map(lambda one: (' t="str"', f"<v>{_escaped(one)}</v>")),
    st.text("abc ", max_size=8).map(lambda one: (' t="inlineStr"', f"<is><t>{one}</t></is>")),
    st.just((' s="3"', "<f>A1+1</f><v>2</v>")),
    st.just((' s="2"', "")),
)
sheets = st.lists(st.lists(values, max_size=5), max_size=6)


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _sheet(rows, *, more="", prefix=""):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{letters_of(at)}{number}"{kind}{more}>{held}</c>'
            if held
            else f'<c r="{letters_of(at)}{number}"{kind}{more}/>'
            for at, (kind, held) in enumerate(row, 1)
        )
        lines.append(f'<row r="{number}" spans="1:5">{cells}</row>')
    text = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    if prefix:
        text = (
            text.replace("</", "</x:")
            .replace("<", "<x:")
            .replace("<x:/x:", "</x:")
            .replace("xmlns=", "xmlns:x=")
        )
    return text.encode()


def _cells(data, size=7):
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    rows = [one for one in rows_of(pieces, "s", Seen()) if isinstance(one, Row)]
    return [[_plain(cell) for cell in row.cells] for row in rows]


def _plain(cell):
    """Return a cell as lxml would say it: what the pattern finds is still escaped."""
    held = [
        part.decode().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        for part in cell[1:]
    ]
    return tuple(held)


@given(sheets)
def test_rows_say_the_same_whoever_reads_them(rows):
    quick, slow, prefixed = _sheet(rows), _sheet(rows, more=' cm="0"'), _sheet(rows, prefix="x")

    assert _cells(quick) == _cells(slow) == _cells(prefixed) == _cells(quick, size=10**6)


def _with_sheet(text):
    return zipped({**members(written()), SHEET: text.encode()})


def test_rows_in_a_comment_are_no_rows_that_anybody_sees():
    data = edited(
        written(),
        SHEET,
        (
            "<sheetData>",
            f'<!--<sheetData><row r="9"><c r="A9" t="str"><v>{SECRET}</v></c></row>--><sheetData>',
        ),
    )

    assert "office.odd-markup" in {one.code for one in inspected(data, "f.xlsx").findings}


def test_rows_of_strangers_are_found():
    row = f'<row r="1"><c r="A1" t="str"><v>{SECRET}</v></c></row>'
    codes = [
        {one.code for one in inspected(_with_sheet(text), "f.xlsx").findings}
        for text in (
            f'<worksheet xmlns="urn:example:n"><sheetData>{row}</sheetData></worksheet>',
            f'<worksheet xmlns="{MAIN}"><sheetData/><n:n xmlns:n="urn:example:n">{row}</n:n></worksheet>',
        )
    ]

    assert all("office.foreign-markup" in some for some in codes)


def test_a_prefix_with_two_meanings_is_not_read():
    row = '<x:row xmlns:x="urn:example:n" r="1"/>'
    text = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{row}</x:sheetData></x:worksheet>'

    assert "two meanings" in inspected(_with_sheet(text), "f.xlsx").reason


def test_columns_are_counted_as_they_are_lettered():
    assert [letters_of(column_of(one)) for one in (b"A", b"Z", b"AA", b"XFD")] == [
        "A",
        "Z",
        "AA",
        "XFD",
    ]
    assert column_of(b"XFD") == 16_384
