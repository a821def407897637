"""Tricks that are in no table: each was thought of to get by the rules, and did when it was first tried."""

import openpyxl

from tests.support.planted.cells import ROWS, saved, written
from tests.support.planted.containers import PAGE
from tests.support.planted.documents import in_text
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.opendocuments import CONTENT
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.opendocuments import workbook as open_workbook
from tests.support.planted.presentations import SLIDE, box, slides
from tests.support.planted.workbooks import SHEET

TRICKS = Listed()
planted = TRICKS.planted


@planted("office.remark", 31)
def summary_of_a_table(secret):
    """A description of a table for those who do not see it, in one word."""

    def fill(_, sheet):
        sheet.add_table("A1:C4", {"header_row": False})

    return (
        edited(written(fill), "xl/tables/table1.xml", ("<table ", f'<table comment="{secret}" '))
        if secret
        else written(fill)
    )


@planted("office.style-name", 31)
def name_of_a_style_of_cells(secret):
    data = written()
    return (
        edited(data, "xl/styles.xml", ('<cellStyle name="Normal"', f'<cellStyle name="{secret}"'))
        if secret
        else data
    )


@planted("xlsx.invisible-text", 9)
def white_words_in_a_box(secret):
    def fill(_, sheet):
        colour = {"color": "#FFFFFF"} if secret else {"color": "#0B0C0C"}
        sheet.insert_textbox("H2", secret or "East", {"font": colour, "fill": {"color": "#FFFFFF"}})

    return written(fill)


@planted("xlsx.far-cells", 8)
def box_far_below(secret):
    return written(
        lambda _, sheet: sheet.insert_textbox("A9000" if secret else "E2", secret or "East")
    )


@planted("docx.invisible-text", 40)
def words_of_the_white_of_the_theme(secret):
    return in_text(
        secret, '<w:r><w:rPr><w:color w:themeColor="background1"/></w:rPr><w:t>{}</w:t></w:r>'
    )


@planted("docx.tiny-text", 40)
def words_drawn_together(secret):
    return in_text(secret, '<w:r><w:rPr><w:spacing w:val="-400"/></w:rPr><w:t>{}</w:t></w:r>')


@planted("xlsx.pushed-out-of-sight")
def indented_out_of_the_cell(secret):
    def fill(_, sheet):
        sheet["A5"] = secret or "East"
        sheet["A5"].alignment = openpyxl.styles.Alignment(indent=200 if secret else 2)

    return saved(fill)


def _more_rows(secret, markup):
    data = written()
    return edited(data, SHEET, ("</sheetData>", markup.format(secret))) if secret else data


@planted("xlsx.odd-cell")
def error_that_is_a_word(secret):
    return _more_rows(secret, '<row r="9"><c r="A9" t="e"><v>{}</v></c></row></sheetData>')


@planted("xlsx.odd-cell")
def number_that_is_a_word(secret):
    return _more_rows(secret, '<row r="9"><c r="A9"><v>{}</v></c></row></sheetData>')


@planted("xlsx.odd-cell")
def two_cells_in_one_place(secret):
    cells = '<c r="A9" t="str"><v>East</v></c><c r="A9" t="str"><v>{}</v></c>'
    return _more_rows(secret, f'<row r="9">{cells}</row></sheetData>')


@planted("xlsx.odd-cell")
def two_texts_in_one_cell(secret):
    return _more_rows(
        secret, '<row r="9"><c r="A9" t="str"><v>East</v><is><t>{}</t></is></c></row></sheetData>'
    )


@planted("xlsx.odd-cell")
def row_a_second_time(secret):
    return _more_rows(
        secret, f'<row r="{len(ROWS) - 1}"><c r="F3" t="str"><v>{{}}</v></c></row></sheetData>'
    )


@planted("xlsx.odd-cell")
def rows_a_second_time(secret):
    rows = '<row r="9"><c r="A9" t="str"><v>{}</v></c></row></sheetData>'
    return _more_rows(secret, f"</sheetData><sheetData>{rows}")


@planted("office.unread-text")
def name_of_an_extension(secret):
    data = written()
    more = f'<extLst><ext uri="{{{secret}}}"/></extLst></worksheet>'
    return edited(data, SHEET, ("</worksheet>", more)) if secret else data


@planted("xlsx.invisible-text")
def white_title_of_a_chart(secret):
    def fill(book, sheet):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$B$2:$B$4"})
        colour = {"color": "#FFFFFF"} if secret else {"color": "#0B0C0C"}
        chart.set_title({"name": secret or "East", "name_font": colour})
        sheet.insert_chart("H2", chart)

    return written(fill)


@planted("docx.tiny-text")
def words_lifted_off_the_line(secret):
    return in_text(secret, '<w:r><w:rPr><w:position w:val="-3000"/></w:rPr><w:t>{}</w:t></w:r>')


_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


@planted("docx.tiny-text")
def letters_filled_with_nothing(secret):
    fill = f"<w14:textFill {_W14}><w14:noFill/></w14:textFill>"
    return in_text(secret, f"<w:r><w:rPr>{fill}</w:rPr><w:t>{{}}</w:t></w:r>")


@planted("office.unread-text")
def words_in_no_run(secret):
    return in_text(secret, "<w:aside><w:t>{}</w:t></w:aside>")


@planted("office.unread-text")
def language_of_a_run(secret):
    return in_text(
        secret, '<w:r><w:rPr><w:lang w:val="for {} alone"/></w:rPr><w:t>East</w:t></w:r>'
    )


@planted("docx.control-tag")
def placeholder_of_a_control(secret):
    properties = '<w:sdtPr><w:placeholder><w:docPart w:val="{}"/></w:placeholder></w:sdtPr>'
    return in_text(
        secret,
        f"<w:sdt>{properties}<w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>",
    )


@planted("pptx.invisible-text")
def white_words_by_their_box(secret):
    data = slides(lambda _, slide: box(slide, secret or "East"))
    white = '<a:lstStyle><a:lvl1pPr><a:defRPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    return (
        edited(
            data,
            SLIDE,
            ('<a:bodyPr wrap="none"><a:spAutoFit/></a:bodyPr><a:lstStyle/>', f"<a:bodyPr/>{white}"),
        )
        if secret
        else data
    )


@planted("html.not-shown")
def folded_words_of_a_page(secret):
    return PAGE.format(
        f"<details><summary>More</summary>{secret}</details>" if secret else ""
    ).encode()


@planted("html.telling-link")
def link_of_a_page_with_a_key(secret):
    query = f"?token={secret}" if secret else ""
    return PAGE.format(f'<a href="https://example.org/bins{query}">more</a>').encode()


@planted("office.description")
def description_of_a_table_of_ods(secret):
    start = '<table:table table:name="Data">'
    described = f"{start}<table:desc>{secret}</table:desc>"
    return edited(open_workbook(), CONTENT, (start, described)) if secret else open_workbook()


@planted("odf.field")
def source_that_odt_cites(secret):
    mark = f'<text:p><text:bibliography-mark text:author="{secret}">1</text:bibliography-mark></text:p></office:text>'
    return edited(open_document(), CONTENT, ("</office:text>", mark)) if secret else open_document()


_PALE = (
    '<style:style style:name="Pale" style:family="table-cell"><style:text-properties'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" fo:color="#ffffff"/></style:style>'
)


@planted("odf.invisible-text", is_bare=True)
def white_by_its_column(secret):
    column = '<table:table table:name="Data">'
    columns = f'{column}<table:table-column table:default-cell-style-name="Pale"/>'
    made = open_workbook()
    styles = "<office:automatic-styles/>"
    filled = f"<office:automatic-styles>{_PALE}</office:automatic-styles>"
    return edited(made, CONTENT, (styles, filled), (column, columns)) if secret else made


@planted("xlsx.out-of-reach")
def above_frozen_panes(secret):
    """Panes that are frozen while the sheet is scrolled: nobody comes to the rows before any more."""

    def fill(_, sheet):
        sheet.write(0, 4, secret or "East")
        sheet.freeze_panes(2, 0)

    data = written(fill)
    view = '<sheetView tabSelected="1"'
    return edited(data, SHEET, (view, f'{view} topLeftCell="A2"')) if secret else data


@planted("xlsx.tiny-columns")
def columns_narrow_by_default(secret):
    def fill(_, sheet):
        sheet.set_column(0, 2, 12)
        sheet.write(1, 4, secret or "East")

    data = written(fill)
    usual = '<sheetFormatPr defaultRowHeight="15"'
    return edited(data, SHEET, (usual, f'{usual} defaultColWidth="0"')) if secret else data


@planted("xlsx.invisible-text")
def white_by_its_number_format(secret):
    def fill(book, sheet):
        look = book.add_format({"num_format": "[White]@" if secret else "[Red]@"})
        sheet.write(4, 0, secret or "East", look)

    return written(fill)


@planted("xlsx.covered-cells")
def under_a_box_in_one_row(secret):
    def fill(_, sheet):
        sheet.write(1, 5, secret or "")
        sheet.insert_textbox("F2", "", {"width": 60, "height": 18, "fill": {"color": "black"}})

    return written(fill)


@planted("odf.hidden-columns")
def folded_columns_of_ods(secret):
    """Columns in a group that is folded: the group says so, and not the columns."""
    start = '<table:table table:name="Data">'
    shown = "false" if secret else "true"
    group = (
        f'{start}<table:table-column table:number-columns-repeated="2"/>'
        f'<table:table-column-group table:display="{shown}"><table:table-column/></table:table-column-group>'
    )
    end = "</table:table-row></table:table>"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    return edited(
        open_workbook(), CONTENT, (start, group), (end, cell.format(secret or "East") + end)
    )


_PALE_RULE = (
    '<style:style style:name="Ruled" style:family="table-cell"><style:map style:condition="value()&gt;=0"'
    ' style:apply-style-name="Pale"/></style:style>'
)


@planted("odf.invisible-text", is_bare=True)
def white_by_a_condition_of_its_style(secret):
    made = open_workbook()
    styles = "<office:automatic-styles/>"
    filled = f"<office:automatic-styles>{_PALE}{_PALE_RULE}</office:automatic-styles>"
    cell = '<table:table-cell office:value-type="string"><text:p>31</text:p>'
    ruled = cell.replace(
        "<table:table-cell ", '<table:table-cell table:style-name="Ruled" '
    ).replace("31", secret)
    return edited(made, CONTENT, (styles, filled), (cell, ruled)) if secret else made


@planted("odf.invisible-text", is_bare=True)
def white_by_a_conditional_format_of_ods(secret):
    made = open_workbook()
    styles = "<office:automatic-styles/>"
    filled = f"<office:automatic-styles>{_PALE}</office:automatic-styles>"
    rule = (
        '<calcext:conditional-formats xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<calcext:conditional-format calcext:target-range-address="Data.B1:Data.B9"><calcext:condition'
        ' calcext:apply-style-name="Pale" calcext:value="&gt;=0"/></calcext:conditional-format>'
        "</calcext:conditional-formats></table:table>"
    )
    named = ("<text:p>31</text:p>", f"<text:p>{secret}</text:p>")
    return (
        edited(made, CONTENT, (styles, filled), ("</table:table>", rule), named) if secret else made
    )
