"""Markup of strangers among the cells of sheets: what programs pass over never comes to be seen."""

import pytest

from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.cells import saved, written, written_with_a_prefix
from tests.support.planted.fixtures import SECRET, edited
from tests.support.planted.opendocuments import CONTENT
from tests.support.planted.opendocuments import workbook as open_workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
ROW = '<row r="9"><c r="A9" t="str"><v>{}</v></c></row>'
CELL = '<c r="F4" t="str"><v>{}</v></c></row></sheetData>'


def in_sheet(old, new, *, prefix=False):
    """Return a workbook with words of its sheet replaced."""
    data = written_with_a_prefix("") if prefix else written()
    return edited(data, SHEET, (old, new.format(SECRET)))


def in_strings(old, new):
    """Return a workbook with words of its strings replaced."""
    return edited(written(), STRINGS, (old, new.format(SECRET)))


SHEETS = {
    "row": in_sheet("</sheetData>", ROW.replace("<row ", '<row xmlns="urn:n" ') + "</sheetData>"),
    "bare row": in_sheet("</sheetData>", ROW.replace("<row ", '<row xmlns="" ') + "</sheetData>"),
    "cell": in_sheet("</row></sheetData>", CELL.replace("<c ", '<c xmlns="urn:n" ')),
    "value": in_sheet(
        "</row></sheetData>", CELL.replace("<v>", '<v xmlns="urn:n">').replace("F4", "F4")
    ),
    "comment in a value": in_sheet("</row></sheetData>", CELL.replace("<v>", "<v><!--x-->")),
    "rows before": in_sheet(
        "<sheetData>", f'<x xmlns="urn:n"><sheetData>{ROW}</sheetData></x><sheetData>'
    ),
    "rows of another version": in_sheet(
        "<sheetData>",
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Fallback><sheetData>{ROW}</sheetData></mc:Fallback></mc:AlternateContent><sheetData>",
    ),
    "columns of another version": in_sheet(
        "<sheetData>",
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x14ac"><cols><col min="1" max="1" hidden="1"/></cols></mc:Choice>'
        "</mc:AlternateContent><sheetData>",
    ),
    "row without a prefix": in_sheet("</x:sheetData>", ROW + "</x:sheetData>", prefix=True),
    "string": in_strings(
        "<si><t>North</t></si>", '<si xmlns="urn:n"><t>{}</t></si><si><t>North</t></si>'
    ),
    "text of a string": in_strings(
        "<si><t>North</t></si>", '<si><t>North</t><n:t xmlns:n="urn:n">{}</n:t></si>'
    ),
    "comment in a string": in_strings("<si><t>North</t></si>", "<si><t>No<!--{}-->rth</t></si>"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_workbook_with_them_is_refused(name):
    with pytest.raises(CannotRebuild, match=r"save it again|with a prefix"):
        rebuilt_here(SHEETS[name], "a.xlsx")


@pytest.mark.parametrize(
    "markup",
    [
        '<n:table-row xmlns:n="urn:n"><table:table-cell><text:p>{}</text:p></table:table-cell></n:table-row>',
        '<table:table-row><n:table-cell xmlns:n="urn:n"><text:p>{}</text:p></n:table-cell></table:table-row>',
        '<table:table-row><table:table-cell><n:p xmlns:n="urn:n">{}</n:p></table:table-cell></table:table-row>',
    ],
)
def test_an_open_document_with_them_is_refused(markup):
    data = edited(
        open_workbook(), CONTENT, ("</table:table>", f"{markup.format(SECRET)}</table:table>")
    )

    with pytest.raises(CannotRebuild, match="markup of other makers"):
        rebuilt_here(data, "a.ods")


def test_what_stands_in_a_text_of_strangers_is_passed_over():
    inside = f'<text:p>North<n:n xmlns:n="urn:n">{SECRET}</n:n></text:p>'
    data = edited(open_workbook(), CONTENT, ("<text:p>North</text:p>", inside))

    made = rebuilt_here(data, "a.ods")

    assert made.files[1].data.decode("utf-8-sig").splitlines()[1] == "North,31"


def test_rows_as_other_writers_write_them_are_read():
    made = rebuilt_here(saved(), "a.xlsx")

    assert made.files[1].data.decode("utf-8-sig").splitlines()[1] == "North,31,4"
