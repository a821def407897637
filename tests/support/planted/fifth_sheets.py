"""Workbooks with a secret in a fifth set of places, written before any of it was run."""

import io

from PIL import Image, ImageDraw

from tests.support.planted.cells import written
from tests.support.planted.fixtures import MISSED, Listed, edited, with_part
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import book_of, named
from tests.support.planted.old_office import old_workbook
from tests.support.planted.workbooks import SHEET

FIFTH_SHEETS = Listed()
planted = FIFTH_SHEETS.planted
ROW = 120
CHART, STYLES, DRAWING = "xl/charts/chart1.xml", "xl/styles.xml", "xl/drawings/drawing1.xml"


def _book(name, fill, *changes, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(book_of(fill, *changes), f"fifth_{name}"))


def _cell(at="E2", **look):
    """Return what writes the secret into a cell of a look."""
    return lambda book, sheet, secret: sheet.write(at, secret, book.add_format(look))


def _box(**more):
    return lambda _b, sheet, secret: sheet.insert_textbox("H2", secret, more)


def _lettered(words):
    """Return a picture with words, as a file."""
    made = Image.new("RGB", (200, 60), "white")
    ImageDraw.Draw(made).text((10, 20), words or "Bins", fill="black")
    out = io.BytesIO()
    made.save(out, "PNG")
    return out.getvalue()


_book("words_that_a_format_of_colours_whitens", _cell(num_format="[Color2]General;[Color2]General;[Color2]General;[Color2]@"))  # fmt: skip
_book("number_under_a_set_of_signs_alone", lambda _b, sheet, _s: (sheet.write("E2", 7301), sheet.conditional_format("E2:E2", {"type": "icon_set", "icon_style": "3_arrows", "icons_only": True})), is_bare=True)  # fmt: skip
_book("words_of_a_font_of_pictures", _cell(font_name="Wingdings"))
_book("words_of_a_font_of_bars", _cell(font_name="Webdings", font_size=10))
_book("words_on_a_white_double_gradient", _cell(font_color="#FFFFFF"), (STYLES, '<fill><patternFill patternType="gray125"/></fill>', '<fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FFFEFEFE"/></stop></gradientFill></fill>'), (STYLES, '<fills count="2">', '<fills count="3">'), (STYLES, 'fillId="0" borderId="0" xfId="0" applyFont="1"', 'fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"'))  # fmt: skip
_book("rows_low_by_default", lambda _b, sheet, secret: sheet.write("A9", secret), (SHEET, '<sheetFormatPr defaultRowHeight="15"/>', '<sheetFormatPr defaultRowHeight="0.5" customHeight="1"/>'))  # fmt: skip
_book("words_at_the_far_end_of_a_broad_column", lambda _b, sheet, secret: (sheet.set_column("E:E", 255), sheet.set_column("F:F", 255), sheet.set_column("G:G", 255), sheet.set_column("H:H", 255), sheet.write("I2", secret)))  # fmt: skip
_book("words_below_a_row_as_high_as_many", lambda _b, sheet, secret: ([sheet.set_row(at, 409) for at in range(5, 25)], sheet.write("A26", secret)))  # fmt: skip
_book("words_right_in_a_view_from_the_right", lambda _b, sheet, secret: (sheet.write("XFD2", secret), sheet.right_to_left()))  # fmt: skip
_book("words_split_off_in_a_pane_of_nothing", lambda _b, sheet, secret: (sheet.write("A1", secret), sheet.freeze_panes(4, 0, 40, 0)))  # fmt: skip
_book("words_in_a_box_under_a_chart", lambda book, sheet, secret: (sheet.insert_textbox("H2", secret, {"width": 100, "height": 30}), _charted(book, sheet, at="H2")))  # fmt: skip
_book("words_in_a_box_under_two_halves", lambda _b, sheet, secret: (sheet.insert_textbox("H2", secret, {"width": 128, "height": 40}), sheet.insert_textbox("H2", "", {"width": 64, "height": 40, "fill": {"color": "white"}, "line": {"none": True}}), sheet.insert_textbox("I2", "", {"width": 64, "height": 40, "fill": {"color": "white"}, "line": {"none": True}})))  # fmt: skip
_book("cells_under_a_row_of_boxes", lambda _b, sheet, secret: (sheet.write("E2", secret), [sheet.insert_textbox("E2", "", {"width": 16, "height": 20, "x_offset": 16 * at, "fill": {"color": "white"}, "line": {"none": True}}) for at in range(4)]))  # fmt: skip
_book("cell_under_a_thick_line", lambda _b, sheet, secret: (sheet.write("E2", secret), sheet.insert_textbox("E2", "", {"width": 64, "height": 1, "y_offset": 10, "fill": {"none": True}, "line": {"color": "white", "width": 20}})))  # fmt: skip
_book("words_in_a_box_turned_on_its_edge_of_the_sheet", _box(x_offset=-2000, object_position=3))
_book("words_of_a_box_of_glow_alone", _box(font={"color": "#FFFFFF"}), (DRAWING, "<a:bodyPr", "<a:bodyPr upright=\"1\" vert=\"wordArtVert\""))  # fmt: skip
_book("rule_of_a_formula_that_whitens", lambda book, sheet, secret: (sheet.write("E2", secret), sheet.conditional_format("A1:H9", {"type": "formula", "criteria": "=COLUMN()=5", "format": book.add_format({"font_color": "#FFFFFF"})})))  # fmt: skip
_book("rule_that_formats_away", lambda book, sheet, secret: (sheet.write("E2", secret), sheet.conditional_format("E2:E2", {"type": "text", "criteria": "containing", "value": "e", "format": book.add_format({"num_format": ";;;"})})))  # fmt: skip
_book("scale_of_one_colour_under_its_words", lambda book, sheet, _s: (sheet.write("E2", 41, book.add_format({"font_color": "#63BE7B"})), sheet.conditional_format("E2:E2", {"type": "2_color_scale", "min_color": "#63BE7B", "max_color": "#63BE7B"})), is_bare=True)  # fmt: skip
_book("number_with_noughts_for_thousands_of_millions", lambda book, sheet, _s: sheet.write("E2", 412, book.add_format({"num_format": "0,,,"})), is_bare=True)  # fmt: skip
_book("number_as_a_fraction_of_whole_parts", lambda book, sheet, _s: sheet.write("E2", 41.37, book.add_format({"num_format": "?/1"})), is_bare=True)  # fmt: skip
_book("number_as_a_power_of_ten", lambda book, sheet, _s: sheet.write("E2", 412873, book.add_format({"num_format": "0E+0"})), is_bare=True)  # fmt: skip
_book("truth_behind_a_word", lambda book, sheet, _s: sheet.write_boolean("E2", True, book.add_format({"num_format": '"East";"East";"East";"East"'})), is_bare=True)  # fmt: skip
_book("number_of_a_reference_as_its_last_digits", lambda book, sheet, _s: sheet.write("E2", 0.412873, book.add_format({"num_format": "0%"})), is_bare=True)  # fmt: skip


def _charted(book, sheet, at="H12", **more):
    chart = book.add_chart({"type": more.pop("type", "column")})
    chart.add_series({"values": "=Data!$B$2:$B$4", "categories": "=Data!$A$2:$A$4", **more.pop("series", {})})  # fmt: skip
    for name, how in more.items():
        getattr(chart, f"set_{name}")(how)
    sheet.insert_chart(at, chart)


def _chart(name, *changes, is_bare=False, **more):
    def fill(book, sheet, secret):
        told = {key: {at: each.replace("SECRET", secret) if isinstance(each, str) else each for at, each in one.items()} for key, one in more.items()}  # fmt: skip
        _charted(book, sheet, **told)

    _book(name, fill, *changes, is_bare=is_bare)


_chart("title_of_a_chart_under_its_columns", title={"name": "SECRET", "overlay": True, "layout": {"x": 0.99, "y": 0.99}})  # fmt: skip
_chart("title_of_an_axis_that_is_deleted", (CHART, '<c:delete val="1"/>', '<c:delete val="1"/>'), x_axis={"name": "SECRET", "visible": False})  # fmt: skip
_chart("title_of_a_chart_set_to_a_point", title={"name": "SECRET", "name_font": {"size": 1}})
_chart("labels_of_a_chart_in_white", series={"name": "SECRET", "data_labels": {"series_name": True, "font": {"color": "white"}}}, legend={"none": True})  # fmt: skip
_chart("name_in_the_foot_of_a_printed_chart", (CHART, "<c:headerFooter/>", "<c:headerFooter><c:oddFooter>&amp;LSECRET</c:oddFooter></c:headerFooter>"), legend={"none": True})  # fmt: skip
_chart("format_of_an_axis_that_says_words", x_axis={"num_format": '"SECRET"0', "visible": False})
_chart("chart_that_is_all_white", title={"name": "SECRET", "name_font": {"color": "white"}}, chartarea={"fill": {"color": "white"}, "border": {"none": True}})  # fmt: skip
_chart("legend_of_one_point", series={"name": "SECRET"}, legend={"font": {"size": 1}})
_chart("legend_beyond_the_edge_of_its_chart", series={"name": "SECRET"}, legend={"layout": {"x": 0.999, "y": 0.999, "width": 0.1, "height": 0.1}})  # fmt: skip


def _picture(name, old, new, *, words_shown=False):
    def make(secret):
        held = _lettered(secret)
        data = written(lambda _b, sheet: sheet.insert_image("H2", "a.png", {"image_data": io.BytesIO(held), "decorative": True}))  # fmt: skip
        return edited(data, DRAWING, (old, new)) if secret else data

    planted(MISSED, ROW, is_bare=True)(named(make, f"fifth_{name}"))


_picture("picture_made_of_one_tone", '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId1"/>', '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId1"><a:biLevel thresh="0"/></a:blip>')  # fmt: skip
_picture("picture_repeated_as_tiles_of_nothing", "<a:stretch><a:fillRect/></a:stretch>", '<a:tile tx="0" ty="0" sx="1" sy="1" flip="none" algn="tl"/>')  # fmt: skip
_picture("picture_turned_edge_on", '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>', '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:scene3d><a:camera prst="orthographicFront"><a:rot lat="0" lon="5400000" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/></a:scene3d></xdr:spPr>')  # fmt: skip


@planted(MISSED, ROW)
def fifth_head_of_columns_that_are_cut_off(secret):
    """Names of the columns of a table, of which a number format shows nothing in the sheet."""

    def fill(book, sheet):
        sheet.add_table("G1:H3", {"columns": [{"header": secret or "East", "header_format": book.add_format({"num_format": ";;;"})}, {"header": "West"}]})  # fmt: skip

    return written(fill)


@planted(MISSED, ROW)
def fifth_words_of_a_drawing_on_a_chart(secret):
    """Words that somebody drew on a chart, in white."""
    data = written(_charted)
    if not secret:
        return data
    held = f'<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"><cdr:relSizeAnchor><cdr:from><cdr:x>0.1</cdr:x><cdr:y>0.1</cdr:y></cdr:from><cdr:to><cdr:x>0.4</cdr:x><cdr:y>0.2</cdr:y></cdr:to><cdr:sp><cdr:nvSpPr><cdr:cNvPr id="2" name="TextBox 1"/><cdr:cNvSpPr txBox="1"/></cdr:nvSpPr><cdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></cdr:spPr><cdr:txBody><a:bodyPr/><a:p><a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>{secret}</a:t></a:r></a:p></cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>'
    data = edited(data, CHART, ("</c:chartSpace>", '<c:userShapes xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdPlanted"/></c:chartSpace>'))  # fmt: skip
    return with_part(data, "xl/drawings/drawing9.xml", held.encode(), "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml", (CHART, "chartUserShapes"))  # fmt: skip


@planted(MISSED, ROW)
def fifth_book_that_opens_on_another_sheet(secret):
    """A sheet of which every row is hidden by its own height."""

    def fill(book, _):
        other = book.add_worksheet("More")
        other.write(0, 0, secret or "East")
        other.set_default_row(0 if secret else 15)

    return written(fill)


@planted(MISSED, ROW)
def fifth_sheet_named_by_blanks(secret):
    def fill(book, _):
        other = book.add_worksheet("\u2003" if secret else "More")
        other.write(40, 12, secret or "East")
        other.set_tab_color("#FFFFFF")
        other.hide_gridlines(2)

    return written(fill)


for _name, _markup in {
    "words_that_a_format_shows_as_others": '<table:table-row><table:table-cell office:value-type="string" office:string-value="SECRET"><text:p/></table:table-cell></table:table-row>',
    "cell_joined_over_by_the_one_before": '<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>East</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>SECRET</text:p></table:covered-table-cell></table:table-row>',
    "cell_of_a_matrix": '<table:table-row><table:table-cell table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="1" table:formula="of:=T(&quot;SECRET&quot;)" office:value-type="string"><text:p>East</text:p></table:table-cell></table:table-row>',
}.items():  # fmt: skip
    placed(FIFTH_SHEETS, "ods", f"fifth_ods_{_name}", MISSED, _markup)


def _old(name, fill, *, is_bare=False):
    def make(secret):
        return old_workbook(lambda book, sheet: fill(book, sheet, secret) if secret else None)

    planted(MISSED, ROW, is_bare=is_bare)(named(make, f"fifth_xls_{name}"))


def _xf(**more):
    import xlwt

    return xlwt.easyxf(**more)


_old("words_of_a_font_of_pictures", lambda _b, sheet, secret: sheet.write(4, 0, secret, _xf(strg_to_parse="font: name Wingdings")))  # fmt: skip
_old("words_shrunk_to_fit", lambda _b, sheet, secret: (sheet.write(4, 5, secret * 30, _xf(strg_to_parse="alignment: shrink_to_fit true"))))  # fmt: skip
_old("words_indented_out_of_their_cell", lambda _b, sheet, secret: (sheet.write(4, 5, secret, _xf(strg_to_parse="alignment: horiz left, indent 15")), sheet.write(4, 6, "East")))  # fmt: skip
_old("sheet_seen_from_far_off", lambda _b, sheet, secret: (sheet.write(4, 0, secret), setattr(sheet, "normal_magn", 10)))  # fmt: skip
_old("words_far_below", lambda _b, sheet, secret: sheet.write(60000, 200, secret))
_old("number_behind_a_word", lambda _b, sheet, _s: sheet.write(4, 0, 41, _xf(num_format_str='"East"')), is_bare=True)  # fmt: skip
_old("rows_frozen_beyond_the_screen", lambda _b, sheet, secret: (sheet.write(3, 0, secret), sheet.set_panes_frozen(True), sheet.set_horz_split_pos(4), sheet.set_horz_split_first_visible(4), [sheet.write(at, 1, 1) for at in range(5, 20)], setattr(sheet, "first_visible_row", 3)))  # fmt: skip
