"""Workbooks and tables with a secret in a second set of places that were thought of without looking at the rules."""

import io

from openpyxl.styles import Font, GradientFill
from PIL import Image, ImageDraw

from tests.support.planted.cells import saved, written
from tests.support.planted.containers import TABLE
from tests.support.planted.drawings import DRAWING, with_picture
from tests.support.planted.fixtures import MISSED, Listed, edited, with_part
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import book_of, named
from tests.support.planted.opendocuments import CONTENT
from tests.support.planted.workbooks import BOOK, SHEET

SECOND_SHEETS = Listed()
planted = SECOND_SHEETS.planted
ROW = 116
STYLES = "xl/styles.xml"


def _filled(name, code, fill, *changes, is_bare=False):
    """List a workbook in which `fill` writes the secret, and of which markup is changed besides."""
    planted(code, ROW, is_bare=is_bare)(named(book_of(fill, *changes), name))


def _in_cell(**look):
    return lambda book, sheet, secret: sheet.write(
        "E2", secret, book.add_format(look) if look else None
    )


def _at_the_edge(book, sheet, secret):
    sheet.set_column("A:A", 5)
    sheet.write("A6", f"{secret} told the crew of the ward", book.add_format({"align": "right"}))


_filled("words_that_flow_out_at_the_left", MISSED, _at_the_edge)
_filled(
    "black_of_a_palette_of_their_own",
    MISSED,
    _in_cell(font_color="#123456"),
    (STYLES, 'rgb="FF123456"', 'indexed="8"'),
    (
        STYLES,
        "</styleSheet>",
        "<colors><indexedColors>"
        + '<rgbColor rgb="FFFFFFFF"/>' * 64
        + "</indexedColors></colors></styleSheet>",
    ),
)
_filled(
    "number_under_a_bar_without_numbers",
    MISSED,
    lambda _, sheet, secret: (
        sheet.write("E2", sum(map(ord, secret))),
        sheet.conditional_format("E2:E3", {"type": "data_bar", "bar_only": True}),
    ),
    is_bare=True,
)
_filled(
    "number_shown_as_other_words",
    MISSED,
    lambda book, sheet, secret: sheet.write(
        "E2", sum(map(ord, secret)), book.add_format({"num_format": '"Not held"'})
    ),
    is_bare=True,
)
_filled(
    "words_shown_as_other_words",
    MISSED,
    _in_cell(num_format='General;General;General;"Not held"'),
)
_filled("words_of_a_white_table_style", MISSED, lambda _book, sheet, secret: _white_table(sheet, secret),
    (STYLES, '<dxfs count="0"/>', '<dxfs count="1"><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>'),
    (STYLES, '<tableStyles count="0"', '<tableStyles count="1"'),
    (STYLES, 'defaultPivotStyle="PivotStyleLight16"/>', 'defaultPivotStyle="PivotStyleLight16"><tableStyle name="Pale" pivot="0" count="1"><tableStyleElement type="wholeTable" dxfId="0"/></tableStyle></tableStyles>'),
    ("xl/tables/table1.xml", "TableStyleMedium9", "Pale"),
)  # fmt: skip


def _white_table(sheet, secret):
    sheet.write("E2", secret)
    sheet.add_table("E1:E3", {"columns": [{"header": "Crew"}]})


_filled(
    "remark_on_a_name",
    MISSED,
    lambda book, _sheet, _secret: book.define_name("Bins", "=Data!$B$2"),
    (BOOK, '<definedName name="Bins"', '<definedName name="Bins" comment="SECRET"'),
)
_filled(
    "other_words_of_a_link",
    MISSED,
    lambda _book, sheet, _secret: sheet.write_url("E2", "https://example.org/bins", string="Bins"),
    (SHEET, '<hyperlink ref="E2"', '<hyperlink ref="E2" display="SECRET"'),
)
_filled(
    "head_of_even_pages_that_nothing_has",
    MISSED,
    lambda *_: None,
    (SHEET, "</worksheet>", "<headerFooter><evenHeader>&amp;CSECRET</evenHeader></headerFooter></worksheet>"),
)  # fmt: skip


def _chart_with_a_label(book, sheet, secret):
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Data!$B$2:$B$4", "categories": "=Data!$A$2:$A$4"})
    chart.set_title({"name": secret, "layout": {"x": 0.95, "y": 0.875}})
    sheet.insert_chart("H2", chart)


_filled(
    "title_moved_off_a_chart",
    MISSED,
    _chart_with_a_label,
    ("xl/charts/chart1.xml", '<c:y val="0.875"/>', '<c:y val="4.0"/>'),
)


def _chart_with_tiny_axis(book, sheet, secret):
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Data!$B$2:$B$4", "categories": "=Data!$A$2:$A$4"})
    chart.set_x_axis({"name": secret, "name_font": {"size": 1}})
    sheet.insert_chart("H2", chart)


_filled("name_of_an_axis_of_one_point", MISSED, _chart_with_tiny_axis)


def _box_edge_on(_book, sheet, secret):
    sheet.insert_textbox("H2", secret)


_filled(
    "words_of_a_box_seen_edge_on",
    MISSED,
    _box_edge_on,
    (
        DRAWING,
        "</xdr:spPr>",
        '<a:scene3d><a:camera prst="orthographicFront"><a:rot lat="0" lon="5400000" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/></a:scene3d></xdr:spPr>',
    ),
)


def _drawn_words(secret):
    made = Image.new("RGB", (160, 48), "white")
    ImageDraw.Draw(made).text((5, 5), secret, fill="black")
    out = io.BytesIO()
    made.save(out, "PNG")
    return out.getvalue()


def _picture(name, effect):
    def make(secret):
        data = with_picture(_drawn_words(secret or "Bins"), decorative=True)
        if not secret:
            return data
        return edited(data, DRAWING, ('r:embed="rId1"/>', f'r:embed="rId1">{effect}</a:blip>'))

    make.__name__ = name
    planted(MISSED, ROW, is_bare=True)(make)


_picture("picture_of_no_strength", '<a:alphaModFix amt="0"/>')
_picture("picture_made_all_bright", '<a:lum bright="100000"/>')
_picture("picture_of_two_colours_alike", '<a:biLevel thresh="0"/>')


@planted(MISSED, ROW)
def words_on_a_white_gradient(secret):
    def fill(_, sheet):
        sheet["E2"] = secret or "East"
        if secret:
            sheet["E2"].fill = GradientFill(stop=("FF1D70B8", "FF1D70B8"))
            sheet["E2"].font = Font(color="FF1D70B8")

    return saved(fill)


@planted(MISSED, ROW)
def words_of_an_old_drawing(secret):
    if not secret:
        return written()
    content = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<v:shape style="position:absolute;visibility:hidden"><v:textbox><div>{secret}</div></v:textbox></v:shape></xml>'
    )
    type_ = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    return with_part(
        written(), "xl/drawings/vmlDrawing1.vml", content.encode(), type_, (SHEET, "vmlDrawing")
    )


for _name, _markup, _at in (
    (
        "ods_picture_of_a_shape_without_size",
        '<table:table-row><table:table-cell><draw:custom-shape svg:width="0.001cm" svg:height="0.001cm"><text:p>SECRET</text:p></draw:custom-shape></table:table-cell></table:table-row>',
        None,
    ),
    (
        "ods_name_with_a_remark",
        '<table:named-expressions><table:named-expression table:name="Bins" table:expression="&quot;SECRET&quot;"/></table:named-expressions>',
        (CONTENT, "</office:spreadsheet>"),
    ),
    (
        "ods_cell_of_a_formula_with_words",
        '<table:table-row><table:table-cell table:formula="of:=IF(1=1;31;&quot;SECRET&quot;)" office:value-type="float" office:value="31"><text:p>31</text:p></table:table-cell></table:table-row>',
        None,
    ),
):
    placed(SECOND_SHEETS, "ods", _name, MISSED, _markup, at=_at)


for _name, _old, _new in (
    ("words_of_wide_letters", "North,31", "North,31\r\n\uff1dHYPERLINK(SECRET)"),
    ("words_behind_separators", "North,31", "North,31" + "," * 300 + "SECRET"),
    ("words_of_letters_crossed_out_of_sight", "North", "N\u2060o\u2061r\u2062t\u2063hSECRET"),
    ("turned_words", "North", "North" + "TURNED"),
):

    def _make_table(secret, _old=_old, _new=_new):
        turned = secret.encode().hex()
        said = _new.replace("SECRET", secret).replace("TURNED", f" {turned}{turned}")
        return (TABLE.replace(_old, said, 1) if secret else TABLE).encode()

    _make_table.__name__ = f"csv_{_name}"
    planted(MISSED, ROW, is_bare="TURNED" in _new)(_make_table)
