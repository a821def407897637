"""Slides with a secret in places that were thought of without looking at the rules."""

import re

from tests.support.planted.fixtures import Listed, edited, members, with_part, zipped
from tests.support.planted.presentations import SLIDE, box, slides

FRESH_SLIDES = Listed()
planted = FRESH_SLIDES.planted
ROW = 115
_OPENXML = "application/vnd.openxmlformats-officedocument."


@planted("pptx.animation", ROW)
def words_that_come_by_a_click(secret):
    def fill(_, slide):
        box(slide, secret or "East")

    data = slides(fill)
    timing = (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:par><p:cTn id="2" presetClass="entr" presetID="1" fill="hold">'
        '<p:childTnLst><p:set><p:cBhvr><p:cTn id="3" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="3"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>'
        '<p:to><p:strVal val="hidden"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing></p:sld>'
    )
    return edited(data, SLIDE, ("</p:sld>", timing)) if secret else data


def _slide(name, code, old, new):
    def make(secret):
        data = slides(lambda _, slide: box(slide, "East"))
        return edited(data, SLIDE, (old, new.replace("SECRET", secret))) if secret else data

    make.__name__ = name
    planted(code, ROW)(make)


_slide("name_of_a_slide", "office.style-name", "<p:cSld>", '<p:cSld name="SECRET">')
_slide(
    "words_of_clear_letters",
    "pptx.invisible-text",
    "<a:t>East</a:t>",
    '<a:rPr><a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill></a:rPr><a:t>SECRET</a:t>',
)
_slide(
    "words_of_outlines_alone_in_white",
    "pptx.invisible-text",
    "<a:t>East</a:t>",
    '<a:rPr><a:ln><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln><a:noFill/></a:rPr><a:t>SECRET</a:t>',
)
_slide(
    "tip_of_a_link",
    "office.tooltip",
    "<a:t>East</a:t>",
    '<a:rPr><a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="" action="ppaction://noaction" tooltip="SECRET"/></a:rPr><a:t>East</a:t>',
)
_slide(
    "program_of_a_link",
    "office.unread-text",
    "<a:t>East</a:t>",
    '<a:rPr><a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="" action="ppaction://macro?name=SECRET"/></a:rPr><a:t>East</a:t>',
)
_slide(
    "box_turned_off_the_slide",
    "pptx.below-the-slide",
    "<a:t>East</a:t>",
    "<a:t>East</a:t>"
    + "</a:r></a:p>"
    + "<a:p><a:r><a:t/></a:r></a:p>" * 90
    + "<a:p><a:r><a:t>SECRET</a:t>",
)
_slide(
    "words_that_a_field_keeps",
    "pptx.invisible-text",
    "</a:r></a:p>",
    '</a:r><a:fld id="{1}" type="datetime1"><a:rPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:rPr><a:t>SECRET</a:t></a:fld></a:p>',
)
_slide(
    "sound_of_a_click",
    "office.unread-text",
    "<a:t>East</a:t>",
    '<a:rPr><a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id=""><a:snd r:embed="rId1" name="SECRET"/></a:hlinkClick></a:rPr><a:t>East</a:t>',
)


@planted("pptx.custom-show", ROW)
def show_of_some_slides(secret):
    data = slides()
    shows = f'<p:custShowLst><p:custShow name="{secret}" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
    return (
        edited(data, "ppt/presentation.xml", ("<p:defaultTextStyle", shows + "<p:defaultTextStyle"))
        if secret
        else data
    )


def _without_its_workbook(data):
    """Return slides of which a chart keeps no workbook, as programs save that draw one anew."""
    parts = {
        name: re.sub(rb"<c:externalData.*?</c:externalData>", b"", held, flags=re.DOTALL)
        for name, held in members(data).items()
        if "embeddings" not in name and "charts/_rels" not in name
    }
    return zipped(parts)


@planted("office.chart-words", ROW)
def chart_of_a_slide_with_more_than_it_draws(secret):
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    def fill(_, slide):
        data = CategoryChartData()
        data.categories = ["North", "South"]
        data.add_series("Bins", (31, 27))
        slide.shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(5), Inches(4), data
        )

    made = _without_its_workbook(slides(fill))
    chart = next(one for one in members(made) if one.startswith("ppt/charts/chart"))
    return (
        edited(
            made,
            chart,
            ("</c:strCache>", f'<c:pt idx="60"><c:v>{secret}</c:v></c:pt></c:strCache>'),
        )
        if secret
        else made
    )


@planted("office.unread-text", ROW)
def words_of_a_drawing_of_terms(secret):
    """A diagram: its data says more than the drawing that is shown of it."""
    data = slides()
    content = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{secret}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst/></dgm:dataModel>'
    )
    type_ = f"{_OPENXML}drawingml.diagramData+xml"
    return (
        with_part(data, "ppt/diagrams/data1.xml", content.encode(), type_, (SLIDE, "diagramData"))
        if secret
        else data
    )


@planted("office.style-name", ROW)
def words_of_a_table_style_of_slides(secret):
    data = slides()
    part = "ppt/tableStyles.xml"
    if part not in members(data):
        content = f'<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{{1}}"><a:tblStyle styleId="{{2}}" styleName="{secret}"/></a:tblStyleLst>'
        return (
            with_part(
                data,
                part,
                content.encode(),
                f"{_OPENXML}presentationml.tableStyles+xml",
                ("ppt/presentation.xml", "tableStyles"),
            )
            if secret
            else data
        )
    held = members(data)[part].decode()
    end = "/>" if held.rstrip().endswith("/>") else "</a:tblStyleLst>"
    new = (
        f'><a:tblStyle styleId="{{2}}" styleName="{secret}"/></a:tblStyleLst>'
        if end == "/>"
        else f'<a:tblStyle styleId="{{2}}" styleName="{secret}"/></a:tblStyleLst>'
    )
    at = held.rindex(end)
    return zipped({**members(data), part: (held[:at] + new).encode()}) if secret else data


@planted("pptx.tiny-text", ROW)
def cell_of_a_slide_of_no_width(secret):
    from pptx.util import Emu, Inches

    def fill(_, slide):
        table = slide.shapes.add_table(1, 2, Inches(1), Inches(3), Inches(5), Inches(1)).table
        table.cell(0, 0).text = "East"
        table.cell(0, 1).text = secret or "South"
        if secret:
            table.columns[1].width = Emu(1000)

    return slides(fill)
