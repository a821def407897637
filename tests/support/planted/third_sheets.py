"""Workbooks with a secret in a third set of places, written before any was inspected."""

from openpyxl.styles import Alignment

from tests.support.planted.cells import saved, written
from tests.support.planted.fixtures import MISSED, Listed, edited, with_part
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import book_of, named
from tests.support.planted.opendocuments import CONTENT, workbook
from tests.support.planted.workbooks import BOOK, SHEET

THIRD_SHEETS = Listed()
planted = THIRD_SHEETS.planted
ROW = 118
STYLES = "xl/styles.xml"
CHART = "xl/charts/chart1.xml"
APP = "docProps/app.xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def _book(name, fill, *changes, is_bare=False):
    """List a workbook in which `fill` writes the secret, and of which markup is changed besides."""
    planted(MISSED, ROW, is_bare=is_bare)(named(book_of(fill, *changes), name))


def _cell(value=None, **look):
    def fill(book, sheet, secret):
        sheet.write("E2", secret if value is None else value, book.add_format(look))

    return fill


def _plain(_book, _sheet, _secret):
    """Write nothing: the secret is put into the markup."""


def _before(part, end, markup):
    return part, end, markup + end


# Looks of cells.

_book("cells_seen_from_far_off", _cell(), (SHEET, "<sheetView ", '<sheetView zoomScale="10" '))
_book("words_that_fill_their_cell", lambda book, sheet, secret: sheet.write("E2", f"East and {secret}", book.add_format({"align": "fill"})))  # fmt: skip
_book("a_birthday_of_which_the_year_is_shown", _cell(30808, num_format="yyyy"), is_bare=True)
_book("a_number_shown_as_fewer_than_five", _cell(3, num_format='[<5]"<5";0'), is_bare=True)
_book("a_number_shown_in_millions", _cell(31337, num_format="0,,"), is_bare=True)
_book("a_number_of_which_nothing_is_shown", _cell(31337, num_format='""'), is_bare=True)
_book("a_number_shown_as_a_dash", _cell(31337, num_format='"-"'), is_bare=True)
_book("a_moment_of_which_the_day_is_shown", _cell(45321.5123, num_format="dddd"), is_bare=True)
_book("words_shrunk_to_fit", lambda book, sheet, secret: (sheet.set_column("E:E", 1), sheet.write("E2", f"{secret} told the crew of the ward" * 4, book.add_format({"shrink": True}))))  # fmt: skip
_book("words_on_end_in_a_low_row", lambda book, sheet, secret: (sheet.set_row(1, 16), sheet.write("E2", f"East {secret}", book.add_format({"rotation": 90}))))  # fmt: skip
_book("second_line_of_a_low_row", lambda book, sheet, secret: (sheet.set_row(1, 16), sheet.write("E2", f"East\n{secret}", book.add_format({"text_wrap": True, "valign": "top"}))))  # fmt: skip
_book("a_number_too_wide_for_its_column", lambda _b, sheet, _s: (sheet.set_column("E:E", 1.5), sheet.write("E2", 3133731337)), is_bare=True)  # fmt: skip
_book("words_behind_many_blanks", lambda _b, sheet, secret: sheet.write("E2", "East" + " " * 400 + secret))  # fmt: skip
_book("words_lightened_to_white", _cell(font_color="#123456"), (STYLES, 'rgb="FF123456"', 'theme="1" tint="1"'))  # fmt: skip
_book("words_on_a_grid_of_black", _cell(font_color="#000000", pattern=4, fg_color="#000000", bg_color="#000000"))  # fmt: skip
_book("tiny_words_among_others", lambda book, sheet, secret: sheet.write_rich_string("E2", "East ", book.add_format({"font_size": 1}), secret, " West"))  # fmt: skip
_book("signs_among_words", lambda book, sheet, secret: sheet.write_rich_string("E2", "East ", book.add_format({"font_name": "Wingdings"}), secret, " West"))  # fmt: skip
_book("formulas_in_place_of_what_they_give", lambda _b, sheet, secret: sheet.write_formula("E2", "=A2", value=secret), (SHEET, "<sheetView ", '<sheetView showFormulas="1" '))  # fmt: skip
_book("words_that_are_worked_out_anew", lambda _b, sheet, secret: sheet.write_formula("E2", "=A2", value=secret))  # fmt: skip
_book("words_of_tags_in_a_cell", lambda _b, sheet, secret: sheet.write("E2", "East" + "".join(chr(0xE0000 + ord(one)) for one in secret)), is_bare=True)  # fmt: skip
_book("letters_turned_round", lambda _b, sheet, secret: sheet.write("E2", f"East \u202e{secret[::-1]}\u202c"), is_bare=True)  # fmt: skip

# Tables, filters and rules.


def _table(_book, sheet, _secret):
    sheet.add_table("A1:C4", {"name": "Bins"})


_TABLE = "xl/tables/table1.xml"
_book("label_of_sums_that_are_not_shown", _table, (_TABLE, '<tableColumn id="1"', '<tableColumn id="1" totalsRowLabel="SECRET"'))  # fmt: skip
_book("order_by_a_list", _table, _before(_TABLE, "<tableColumns", '<sortState ref="A2:C4"><sortCondition ref="A2:A4" customList="North,SECRET"/></sortState>'))  # fmt: skip
_book("formula_of_a_column", _table, (_TABLE, '<tableColumn id="2" name="Column2"/>', '<tableColumn id="2" name="Column2"><calculatedColumnFormula>IF(A2="SECRET",1,2)</calculatedColumnFormula></tableColumn>'))  # fmt: skip
_book("source_of_sums", _plain, _before(SHEET, "<pageMargins", '<dataConsolidate><dataRefs count="1"><dataRef name="SECRET"/></dataRefs></dataConsolidate>'))  # fmt: skip
_book("help_of_a_cell_by_todays_rules", _plain, _before(SHEET, "</worksheet>", f'<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="{_X14}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" prompt="SECRET" showInputMessage="1"><x14:formula1><xm:f>Data!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>E2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'))  # fmt: skip
_book("rule_that_looks_for_a_word", lambda book, sheet, secret: sheet.conditional_format("A2:A4", {"type": "text", "criteria": "containing", "value": secret, "format": book.add_format({"bold": True})}))  # fmt: skip
_book("words_hidden_by_a_bar_of_their_colour", lambda _b, sheet, secret: (sheet.write("E2", secret), sheet.conditional_format("E2:E2", {"type": "formula", "criteria": "=TRUE", "format": _b.add_format({"font_color": "#FFFFFF"})})))  # fmt: skip

# Around the sheets.

_book("name_of_a_sheet_for_macros", _plain, (SHEET, "<sheetViews>", '<sheetPr codeName="SECRET"/><sheetViews>'))  # fmt: skip
_book("name_of_a_book_for_macros", _plain, (BOOK, "<workbookPr ", '<workbookPr codeName="SECRET" '))
_book("program_of_a_book", _plain, (BOOK, 'appName="xl"', 'appName="SECRET"'))
_book("names_of_sheets_that_were", _plain, (APP, "<vt:lpstr>Data</vt:lpstr>", "<vt:lpstr>SECRET</vt:lpstr>"))  # fmt: skip
_book("links_that_were", _plain, _before(APP, "</Properties>", '<HLinks><vt:vector size="1" baseType="variant"><vt:variant><vt:lpwstr>file:///SECRET</vt:lpwstr></vt:variant></vt:vector></HLinks>'))  # fmt: skip
_book(
    "base_of_links", _plain, _before(APP, "</Properties>", "<HyperlinkBase>SECRET</HyperlinkBase>")
)
_book("place_of_a_link", lambda _b, sheet, _s: sheet.write_url("E2", "internal:Data!A1", string="Bins"), (SHEET, 'location="Data!A1"', 'location="SECRET!A1"'))  # fmt: skip
_book("name_for_a_column_that_is_no_cell", lambda book, _sheet, secret: book.define_name("Bins", f"={secret}!$A$1"))  # fmt: skip
_book("said_aloud_in_a_cell", lambda *_: None, _before(SHEET, "</sheetData>", '<row r="9"><c r="A9" t="inlineStr"><is><t>East</t><rPh sb="0" eb="1"><t>SECRET</t></rPh></is></c></row>'))  # fmt: skip
_book("cell_that_somebody_watches", _plain, _before(SHEET, "<pageMargins", '<customProperties/><cellWatches><cellWatch r="SECRET1"/></cellWatches>'))  # fmt: skip


def _part(name, path, content, type_, kind, *, of=BOOK):
    def make(secret):
        if not secret:
            return written()
        return with_part(
            written(), path, content.replace("SECRET", secret).encode(), type_, (of, kind)
        )

    make.__name__ = name
    planted(MISSED, ROW)(make)


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_part("link_to_another_program", "xl/externalLinks/externalLink1.xml", f'<externalLink {_MAIN}><ddeLink ddeService="Excel" ddeTopic="a"><ddeItems><ddeItem name="b"><values><value t="str"><val>SECRET</val></value></values></ddeItem></ddeItems></ddeLink></externalLink>', f"{_OPENXML}spreadsheetml.externalLink+xml", "externalLink")  # fmt: skip
_part("macros_of_long_ago", "xl/macrosheets/sheet1.xml", f'<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" {_MAIN}><sheetData><row r="1"><c r="A1" t="str"><v>SECRET</v></c></row></sheetData></xm:macrosheet>', "application/vnd.ms-excel.macrosheet+xml", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet")  # fmt: skip
_part("choices_of_a_box", "xl/ctrlProps/ctrlProp1.xml", '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="List"><itemLst><item val="SECRET"/></itemLst></formControlPr>', "application/vnd.ms-excel.controlproperties+xml", "ctrlProp", of=SHEET)  # fmt: skip
_part("chart_of_today", "xl/charts/chartEx1.xml", '<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:lvl ptCount="1"><cx:pt idx="0">SECRET</cx:pt></cx:lvl></cx:strDim></cx:data></cx:chartData></cx:chartSpace>', "application/vnd.ms-office.chartex+xml", "http://schemas.microsoft.com/office/2014/relationships/chartEx", of=SHEET)  # fmt: skip
_part("ink_on_a_sheet", "xl/ink/ink1.xml", '<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation type="a">SECRET</inkml:annotation></inkml:ink>', "application/inkml+xml", "customXml", of=SHEET)  # fmt: skip
_part("words_about_values", "xl/metadata.xml", f'<metadata {_MAIN}><metadataStrings count="1"><s v="SECRET"/></metadataStrings></metadata>', f"{_OPENXML}spreadsheetml.sheetMetadata+xml", "sheetMetadata")  # fmt: skip
_part("features_of_a_book", "xl/featurePropertyBag/featurePropertyBag.xml", '<FeaturePropertyBags xmlns="http://schemas.microsoft.com/office/spreadsheetml/2022/featurepropertybag"><bag type="Checkbox"><s k="a">SECRET</s></bag></FeaturePropertyBags>', "application/vnd.ms-excel.featurepropertybag+xml", "http://schemas.microsoft.com/office/2022/11/relationships/FeaturePropertyBag")  # fmt: skip

# Charts and boxes.


def _chart(change=None, **series):
    def fill(book, sheet, secret):
        chart = book.add_chart({"type": "line"})
        told = {key: value.replace("SECRET", secret) if isinstance(value, str) else value for key, value in series.items()}  # fmt: skip
        chart.add_series({"values": "=Data!$B$2:$B$4", "categories": "=Data!$A$2:$A$4", **told})
        if change:
            change(chart, secret)
        sheet.insert_chart("H2", chart)

    return fill


_book("name_of_a_trend", _chart(lambda chart, _: chart.set_legend({"none": True})), (CHART, "<c:cat>", '<c:trendline><c:name>SECRET</c:name><c:trendlineType val="linear"/></c:trendline><c:cat>'))  # fmt: skip
_book("name_of_a_series_that_no_key_shows", _chart(lambda chart, _: (chart.set_legend({"none": True}), chart.set_title({"none": True})), name="SECRET"))  # fmt: skip
_book("title_of_a_chart_in_its_white", _chart(lambda chart, secret: chart.set_title({"name": secret, "name_font": {"color": "white"}})))  # fmt: skip
_book("numbers_that_no_axis_shows", _chart(lambda chart, secret: chart.set_y_axis({"name": secret, "visible": False})))  # fmt: skip
_book("title_of_a_chart_of_no_size", lambda book, sheet, secret: (chart := book.add_chart({"type": "line"}), chart.add_series({"values": "=Data!$B$2:$B$4"}), chart.set_title({"name": secret}), sheet.insert_chart("H2", chart, {"x_scale": 0.005, "y_scale": 0.005})))  # fmt: skip
_book("box_of_clear_words", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret, {"font": {"color": "#123456"}, "fill": {"none": True}}), ("xl/drawings/drawing1.xml", '<a:srgbClr val="123456"/>', '<a:srgbClr val="123456"><a:alpha val="0"/></a:srgbClr>'))  # fmt: skip


def _hidden_rows():
    return tuple((SHEET, f'<row r="{at}" ht="20.25" customHeight="1"/>', f'<row r="{at}" ht="20.25" customHeight="1" hidden="1"/>') for at in range(18, 26))  # fmt: skip


_book("box_among_hidden_rows", lambda _b, sheet, secret: ([sheet.set_row(at, 20) for at in range(15, 30)], sheet.insert_textbox("H20", secret, {"height": 40, "object_position": 1})), *_hidden_rows())  # fmt: skip
_book("box_on_hidden_columns", lambda _b, sheet, secret: (sheet.set_column("S:X", 12), sheet.insert_textbox("T2", secret, {"width": 60, "object_position": 1})), (SHEET, '<col min="19" max="24" width="12.7109375" customWidth="1"/>', '<col min="19" max="24" width="12.7109375" customWidth="1" hidden="1"/>'))  # fmt: skip
_book("chart_sheet_that_is_hidden", lambda book, _s, secret: (made := book.add_chartsheet("Chart"), chart := book.add_chart({"type": "line"}), chart.add_series({"values": "=Data!$B$2:$B$4"}), chart.set_title({"name": secret}), made.set_chart(chart), made.hide()))  # fmt: skip
_book("note_that_another_shape_says", lambda _b, sheet, _s: sheet.insert_button("H2", {"caption": "Bins"}), ("xl/drawings/vmlDrawing1.vml", "<v:shape ", '<v:shape title="SECRET" '))  # fmt: skip


@planted(MISSED, ROW)
def words_that_fill_their_cell_by_openpyxl(secret):
    def fill(sheet):
        sheet["A5"] = f"East {secret}"
        sheet["A5"].alignment = Alignment(horizontal="fill")

    return saved(lambda _book, sheet: fill(sheet) if secret else None)


# OpenDocument.

_LOCKED = '<style:style style:name="ceX" style:family="table-cell"><style:table-cell-properties style:cell-protect="hidden-and-protected"/></style:style>'
for _name, _markup in {
    "formula_that_keeps_another_value": '<table:table-row><table:table-cell office:value-type="string" office:string-value="SECRET" table:formula="of:=[.A1]"><text:p>Ward</text:p></table:table-cell></table:table-row>',
    "rows_of_a_header_twice": '<table:table-header-rows table:display="SECRET"/>',
    "cell_of_a_link_with_a_title": '<table:table-row><table:table-cell office:value-type="string"><text:p><text:a xlink:href="#a" office:title="SECRET">East</text:a></text:p></table:table-cell></table:table-row>',
    "place_of_a_detective": '<table:table-row><table:table-cell office:value-type="string"><table:detective><table:operation table:name="SECRET" table:index="0"/></table:detective><text:p>East</text:p></table:table-cell></table:table-row>',
}.items():  # fmt: skip
    placed(THIRD_SHEETS, "ods", f"ods_{_name}", MISSED, _markup)


@planted(MISSED, ROW, is_bare=True)
def ods_day_behind_its_year(secret):
    row = '<table:table-row><table:table-cell office:value-type="date" office:date-value="1984-05-06"><text:p>1984</text:p></table:table-cell></table:table-row>'
    return edited(workbook(), CONTENT, ("</table:table>", f"{row if secret else ''}</table:table>"))
