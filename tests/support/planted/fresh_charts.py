"""Workbooks with a secret in charts, boxes and parts, in places thought of without looking at the rules."""

from tests.support.planted.cells import written
from tests.support.planted.fixtures import (
    Listed,
    edited,
    members,
    with_part,
    with_relation,
    zipped,
)
from tests.support.planted.workbooks import BOOK, SHEET

FRESH_CHARTS = Listed()
planted = FRESH_CHARTS.planted
ROW = 115
STYLES = "xl/styles.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def _chart(fill=None):
    def made(book, sheet):
        chart = book.add_chart({"type": "column"})
        chart.add_series(
            {
                "values": "=Data!$B$2:$B$4",
                "categories": "=Data!$A$2:$A$4",
                "data_labels": {"value": True},
            }
        )
        if fill:
            fill(chart)
        sheet.insert_chart("F2", chart)

    return written(made)


CHART = "xl/charts/chart1.xml"


@planted("xlsx.chart-of-nothing", ROW)
def labels_that_a_chart_keeps_from_cells(secret):
    data = _chart()
    held = (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        '<c15:datalabelsRange><c15:f>Data!$Z$2:$Z$4</c15:f><c15:dlblRangeCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{secret}</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>'
    )
    return edited(data, CHART, ("</c:ser>", held)) if secret else data


@planted("xlsx.chart-of-nothing", ROW)
def series_that_a_chart_filters(secret):
    data = _chart()
    held = (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        '<c15:filteredBarSeries><c15:ser><c:idx val="1"/><c:order val="1"/><c:tx><c:strRef><c:f>Data!$C$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{secret}</c:v></c:pt></c:strCache></c:strRef></c:tx></c15:ser></c15:filteredBarSeries></c:ext></c:extLst></c:barChart>'
    )
    return edited(data, CHART, ("</c:barChart>", held)) if secret else data


@planted("office.unread-text", ROW)
def format_of_numbers_of_a_chart(secret):
    data = _chart()
    return (
        edited(
            data,
            CHART,
            ("<c:formatCode>General</c:formatCode>", f"<c:formatCode>0;{secret}</c:formatCode>"),
        )
        if secret
        else data
    )


@planted("xlsx.chart-of-nothing", ROW)
def point_beyond_those_of_its_series(secret):
    data = _chart()
    return (
        edited(
            data,
            CHART,
            ("</c:strCache>", f'<c:pt idx="40"><c:v>{secret}</c:v></c:pt></c:strCache>'),
        )
        if secret
        else data
    )


@planted("office.chart-words", ROW)
def picture_of_a_chart_without_its_own_words(secret):
    """The name of a series in a chart that has no legend and no labels."""

    def made(book, sheet):
        chart = book.add_chart({"type": "column"})
        name = {"name": secret} if secret else {}
        chart.add_series({**name, "values": "=Data!$B$2:$B$4"})
        chart.set_legend({"none": True})
        chart.set_title({"none": True})
        sheet.insert_chart("F2", chart)

    return written(made)


@planted("office.free-text", ROW)
def macro_of_a_box(secret):
    data = written(lambda _, sheet: sheet.insert_textbox("E2", "Bins by ward"))
    return (
        edited(data, "xl/drawings/drawing1.xml", ('macro=""', f'macro="[0]!{secret}"'))
        if secret
        else data
    )


@planted("xlsx.pale-text", ROW)
def box_of_a_clear_colour(secret):
    def fill(_, sheet):
        how = {"font": {"color": "white"}, "fill": {"none": True}, "line": {"none": True}}
        sheet.insert_textbox("E2", secret, how)

    return written(fill) if secret else written()


@planted("xlsx.pushed-out-of-sight", ROW)
def box_with_a_long_text_below_its_edge(secret):
    def fill(_, sheet):
        sheet.insert_textbox("E2", "Bins\n" * 40 + secret, {"width": 200, "height": 60})

    if not secret:
        return written(lambda _, sheet: sheet.insert_textbox("E2", "Bins"))
    clip = ('<a:bodyPr wrap="square"', '<a:bodyPr vertOverflow="clip" wrap="square"')
    return edited(written(fill), "xl/drawings/drawing1.xml", clip)


@planted("xlsx.absent-sheet", ROW)
def sheet_that_a_sparkline_draws(secret):
    """A sparkline refers to a hidden sheet by its name, and the sheet is gone."""

    def fill(_, sheet):
        sheet.add_sparkline("E2", {"range": f"{secret}!A1:E1"})

    return written(fill) if secret else written()


@planted("office.unread-text", ROW)
def extension_of_a_style_of_slicers(secret):
    return (
        edited(
            written(),
            STYLES,
            (
                "</styleSheet>",
                '<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="'
                + _X14
                + '">'
                f'<x14:slicerStyles defaultSlicerStyle="{secret}"/></ext></extLst></styleSheet>',
            ),
        )
        if secret
        else written()
    )


@planted("office.unread-text", ROW)
def target_of_a_relation_that_nothing_uses(secret):
    data = written()
    parts = with_relation(
        members(data), SHEET, "hyperlink", f"https://example.org/{secret}", outside=True
    )
    return zipped(parts) if secret else data


@planted("office.unread-text", ROW, is_bare=True)
def name_of_a_part_of_the_file(secret):
    content = '<calcChain xmlns="' + _MAIN + '"><c r="A1" i="1"/></calcChain>'
    return (
        with_part(
            written(),
            f"xl/{secret}.xml",
            content.encode(),
            f"{_OPENXML}spreadsheetml.calcChain+xml",
            (BOOK, "calcChain"),
        )
        if secret
        else written()
    )


@planted("office.unread-text", ROW)
def default_type_of_parts_that_are_not_there(secret):
    return (
        edited(
            written(),
            "[Content_Types].xml",
            ("<Override", f'<Default Extension="{secret}" ContentType="image/png"/><Override'),
        )
        if secret
        else written()
    )
