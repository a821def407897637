"""Workbooks with a secret in a fourth set of places, written when the third was found and before any of it was run."""

from tests.support.planted.cells import written
from tests.support.planted.fixtures import MISSED, Listed, with_part
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import book_of, named
from tests.support.planted.workbooks import BOOK, SHEET

FOURTH_SHEETS = Listed()
planted = FOURTH_SHEETS.planted
ROW = 119
CHART, STYLES = "xl/charts/chart1.xml", "xl/styles.xml"
_DIAGRAM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def _book(name, fill, *changes, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(book_of(fill, *changes), name))


def _plain(_book, _sheet, _secret):
    """Write nothing more."""


def _chart(book, sheet, secret):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Data!$B$2:$B$4", "name": secret})
    chart.add_series({"values": "=Data!$C$2:$C$4", "name": "Routes"})
    sheet.insert_chart("H2", chart)


_book("entry_that_a_key_leaves_out", _chart, (CHART, "<c:legendPos", '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry><c:legendPos'))  # fmt: skip
_book("words_behind_a_long_text", lambda _b, sheet, secret: sheet.write("E2", "There were bins in the ward. " * 60 + secret))  # fmt: skip
_book("rows_frozen_beyond_the_screen", lambda _b, sheet, secret: (sheet.write("A150", secret), [sheet.write(at, 0, "East") for at in range(4, 149)], sheet.freeze_panes(300, 0)))  # fmt: skip
_book("lines_before_words_in_a_fixed_row", lambda book, sheet, secret: (sheet.set_row(1, 20), sheet.write("E2", f"\n\n\n\n{secret}", book.add_format({"text_wrap": True}))))  # fmt: skip
_book("words_raised_and_small", lambda book, sheet, secret: sheet.write_rich_string("E2", "East ", book.add_format({"font_size": 4, "font_script": 1}), secret, " West"))  # fmt: skip
_book("merged_on_hidden_columns", lambda book, sheet, secret: (sheet.merge_range("E2:F2", secret, book.add_format()), sheet.set_column("E:F", None, None, {"hidden": True})))  # fmt: skip
_book("number_behind_a_named_one", lambda book, sheet, _s: sheet.write("E2", 3, book.add_format({"num_format": '[<=4]"1-4";0'})), is_bare=True)  # fmt: skip
_book("date_told_as_a_quarter", lambda book, sheet, _s: sheet.write("E2", 30808, book.add_format({"num_format": '"Spring "yyyy'})), is_bare=True)  # fmt: skip
_book("moment_of_a_call_as_an_hour", lambda book, sheet, _s: sheet.write("E2", 45321.51, book.add_format({"num_format": "h AM/PM"})), is_bare=True)  # fmt: skip
_book("white_rule_by_a_name", lambda book, sheet, secret: (sheet.write("E2", secret), sheet.conditional_format("E2:E2", {"type": "no_blanks", "format": book.add_format({"font_color": "#FFFFFF", "bg_color": "#FFFFFF"})})))  # fmt: skip
_book("words_of_a_clear_box_of_words", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret, {"font": {"size": 1}}))  # fmt: skip
_book("box_under_the_head_of_nothing", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret), ("xl/drawings/drawing1.xml", "<a:bodyPr", '<a:bodyPr rot="5400000" lIns="91440000"'))  # fmt: skip
_book("remark_of_a_rule_for_cells", lambda _b, sheet, secret: sheet.data_validation("E2", {"validate": "whole", "criteria": "between", "minimum": 1, "maximum": 9, "error_message": secret}))  # fmt: skip
_book("view_turned_to_a_page_of_nothing", lambda _b, sheet, secret: sheet.write("E2", secret), (SHEET, "<sheetView ", '<sheetView view="pageLayout" zoomScale="10" '))  # fmt: skip
_book("window_of_no_size", lambda _b, sheet, secret: sheet.write("E2", secret), (BOOK, "<workbookView ", '<workbookView minimized="1" '))  # fmt: skip
_book("shape_of_a_diagram_in_white", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret, {"font": {"color": "#FFFFFF"}, "line": {"none": True}, "fill": {"color": "#FFFFFF"}}))  # fmt: skip


@planted(MISSED, ROW)
def words_of_a_diagram(secret):
    held = f'<dgm:dataModel {_DIAGRAM}><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:bodyPr/><a:p><a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>{secret}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'
    data = written(lambda _b, sheet: sheet.insert_textbox("H2", "Bins"))
    return with_part(data, "xl/diagrams/data1.xml", held.encode(), "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml", ("xl/drawings/drawing1.xml", "diagramData")) if secret else data  # fmt: skip


for _name, _markup in {
    "number_behind_a_limit": '<table:table-row><table:table-cell office:value-type="float" office:value="3"><text:p>&lt;5</text:p><text:p><text:span>SECRET</text:span></text:p></table:table-cell></table:table-row>',
    "box_of_a_cell_that_is_flat": '<table:table-row><table:table-cell><draw:frame svg:width="0.001cm" svg:height="4cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></table:table-cell></table:table-row>',
}.items():  # fmt: skip
    placed(FOURTH_SHEETS, "ods", f"fourth_ods_{_name}", MISSED, _markup)
