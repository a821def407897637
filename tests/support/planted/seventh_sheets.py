"""Workbooks with a secret in a seventh set of places, written by somebody who knew none of the rules: cells, charts and sheets."""

import io

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle

from tests.support.planted.cells import saved, written
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed, edited
from tests.support.planted.makers import book_of, named
from tests.support.planted.workbooks import BOOK, SHEET, charted

SEVENTH_SHEETS = Listed()
planted = SEVENTH_SHEETS.planted
ROW = 121
STYLES, TABLE = "xl/styles.xml", "xl/tables/table1.xml"
_SHOWS_NOTHING = '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def _book(name, fill, *changes, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(book_of(fill, *changes), f"seventh_{name}"))


def _chart(name, old, new):
    def make(secret):
        return charted(secret, old, new.replace("SECRET", secret))

    planted(MISSED, ROW)(named(make, f"seventh_chart_{name}"))


def _inked(name, ink, ground=None):
    """List a workbook with a cell in an ink, on a ground."""

    def make(secret):
        def fill(_, sheet):
            sheet["A5"] = secret or "East"
            if secret:
                sheet["A5"].font = Font(color=ink)
                if ground:
                    sheet["A5"].fill = PatternFill("solid", fgColor=ground)

        return saved(fill)

    planted(MISSED, ROW)(named(make, f"seventh_cell_{name}"))


_inked("in_the_ink_of_the_window", Color(indexed=65))
_inked("in_black_made_all_but_white", Color(theme=1, tint=0.985))
_inked("in_the_tint_of_its_ground", "FFDCE6F1", Color(theme=4, tint=0.7999816888943144))
_inked("in_the_shade_of_the_paper", Color(theme=0, tint=-0.02))

_book("who_thought_of_a_group_of_functions", lambda *_: None, (BOOK, "</sheets>", '</sheets><functionGroups builtInGroupCount="16"><functionGroup name="SECRET"/></functionGroups>'))  # fmt: skip
_book("words_for_the_bar_below_of_a_name", lambda book, _s, _w: book.define_name("Bins", "=Data!$B$2:$B$4"), (BOOK, '<definedName name="Bins"', '<definedName name="Bins" statusBar="SECRET"'))  # fmt: skip
_book("words_for_help_with_a_name", lambda book, _s, _w: book.define_name("Bins", "=Data!$B$2:$B$4"), (BOOK, '<definedName name="Bins"', '<definedName name="Bins" description="SECRET"'))  # fmt: skip
_book("style_of_cells_of_a_table", lambda _b, sheet, _w: sheet.add_table("A1:C4", {"columns": [{"header": one} for one in ("Ward", "Bins", "Routes")]}), (TABLE, '<tableColumn id="1" name="Ward"', '<tableColumn id="1" name="Ward" dataCellStyle="SECRET"'))  # fmt: skip
_book("words_in_the_second_stripe_of_a_table", lambda _b, sheet, secret: (sheet.write("A5", secret), sheet.add_table("A1:C5", {"columns": [{"header": one} for one in ("Ward", "Bins", "Routes")]})), (TABLE, 'name="TableStyleMedium9"', 'name="Striped"'), (STYLES, '<dxfs count="0"/>', '<dxfs count="1"><dxf><font><color rgb="FFEDF2F9"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFEDF2F9"/></patternFill></fill></dxf></dxfs>'), (STYLES, '<tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/>', '<tableStyles count="1" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"><tableStyle name="Striped" pivot="0" count="1"><tableStyleElement type="secondRowStripe" dxfId="0"/></tableStyle></tableStyles>'))  # fmt: skip
_book("words_that_a_box_keeps_of_a_cell", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret, {"textlink": "=Data!$A$2"}))  # fmt: skip
_book("words_that_a_link_was_to_show", lambda *_: None, (SHEET, "<pageMargins", '<hyperlinks><hyperlink ref="A2" location="Data!A1" display="SECRET"/></hyperlinks><pageMargins'))  # fmt: skip
_book("picture_at_the_head_of_a_printed_page", lambda _b, sheet, secret: sheet.set_header("&C&G", {"image_center": f"{secret}.png", "image_data_center": io.BytesIO(photograph())}))  # fmt: skip

_chart("label_of_a_point_that_shows_nothing", "<c:cat>", f'<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr {_A}/><a:p {_A}><a:r><a:t>SECRET</a:t></a:r></a:p></c:rich></c:tx>{_SHOWS_NOTHING}</c:dLbl>{_SHOWS_NOTHING}</c:dLbls><c:cat>')  # fmt: skip
_chart("table_of_sums_that_it_was_drawn_of", "<c:chart>", '<c:pivotSource><c:name>[SECRET.xlsx]Data!PivotTable1</c:name><c:fmtId val="0"/></c:pivotSource><c:chart>')  # fmt: skip
_chart("words_of_an_extension_that_no_program_knows", "</c:chartSpace>", '<c:extLst><c:ext uri="{7A1F0C52-3B0E-4C2E-9C7B-6B1D2E5F7A77}" xmlns:q="urn:example:bins"><q:note>SECRET</q:note></c:ext></c:extLst></c:chartSpace>')  # fmt: skip


@planted(MISSED, ROW)
def seventh_chart_words_of_an_axis_without_labels(secret):
    """Words of the axis that are the chart's own, and no cell's."""

    def fill(book, sheet):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=Data!$A$2:$A$4", "values": "=Data!$B$2:$B$4"})
        chart.set_x_axis({"label_position": "none" if secret else "next_to"})
        sheet.insert_chart("H2", chart)

    data = written(fill)
    own = f'<c:cat><c:strLit><c:ptCount val="3"/><c:pt idx="0"><c:v>{secret or "North"}</c:v></c:pt><c:pt idx="1"><c:v>South</c:v></c:pt><c:pt idx="2"><c:v>Harbour</c:v></c:pt></c:strLit></c:cat>'
    cells = "<c:cat><c:strRef><c:f>Data!$A$2:$A$4</c:f><c:strCache><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>North</c:v></c:pt><c:pt idx=\"1\"><c:v>South</c:v></c:pt><c:pt idx=\"2\"><c:v>Harbour</c:v></c:pt></c:strCache></c:strRef></c:cat>"  # fmt: skip
    return edited(data, "xl/charts/chart1.xml", (cells, own))


@planted(MISSED, ROW)
def seventh_chart_name_of_a_line_that_nothing_draws(secret):
    """A second series without a value has a name that only the legend would say, and there is none."""

    def fill(book, sheet):
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Data!$B$2:$B$4"})
        if secret:
            chart.add_series({"name": secret, "values": "=Data!$E$2:$E$4"})
        chart.set_legend({"none": True})
        sheet.insert_chart("H2", chart)

    return written(fill)


@planted(MISSED, ROW)
def seventh_rule_that_whitens_what_stands_once(secret):
    def fill(_, sheet):
        for at, words in enumerate(("East", "East", secret or "East"), start=5):
            sheet[f"A{at}"] = words
        if secret:
            look = DifferentialStyle(font=Font(color="FFFFFFFF"))
            sheet.conditional_formatting.add("A5:A7", Rule(type="uniqueValues", dxf=look))

    return saved(fill)


@planted(MISSED, ROW, is_bare=True)
def seventh_numbers_behind_icons(secret):
    """A letter to a cell, as a number of which only an icon is shown."""

    def fill(_, sheet):
        for at, sign in enumerate(secret or "Bins", start=5):
            sheet.write_number(at, 0, ord(sign))

    data = written(fill)
    icons = '<conditionalFormatting sqref="A5:A40"><cfRule type="iconSet" priority="1"><iconSet iconSet="3TrafficLights1" showValue="0"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>'
    return edited(data, SHEET, ("<pageMargins", f"{icons}<pageMargins")) if secret else data
