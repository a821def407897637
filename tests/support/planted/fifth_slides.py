"""Presentations with a secret in a fifth set of places, written before any of it was run."""

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Inches, Pt

from tests.support.planted.fixtures import MISSED, Listed, edited
from tests.support.planted.fresh_open import placed
from tests.support.planted.presentations import MAIN, SLIDE, box, slides

FIFTH_SLIDES = Listed()
planted = FIFTH_SLIDES.planted
ROW = 120
LAYOUT, MASTER = "ppt/slideLayouts/slideLayout6.xml", "ppt/slideMasters/slideMaster1.xml"
_RUN = "<a:r><a:t>Quill"
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def _box(name, *changes, words="{}", part=SLIDE, **place):
    def make(secret):
        data = slides(lambda _, slide: box(slide, words.format(secret or "East"), **(place if secret else {})))  # fmt: skip
        return edited(data, part, *changes) if secret and changes else data

    make.__name__ = f"fifth_slide_{name}"
    planted(MISSED, ROW)(make)


def _filled(name, fill):
    def make(secret):
        return slides(lambda made, slide: fill(made, slide, secret or "East") if secret else None)

    make.__name__ = f"fifth_slide_{name}"
    planted(MISSED, ROW)(make)


def _covers(slide, left, top, width, height, *, colour="FFFFFF"):
    made = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(width), Inches(height))  # fmt: skip
    made.fill.solid()
    made.fill.fore_color.rgb = RGBColor.from_string(colour)
    made.line.fill.background()
    return made


_filled("words_under_two_halves", lambda _, slide, secret: (box(slide, secret), _covers(slide, 1, 3, 1.5, 1), _covers(slide, 2.5, 3, 1.5, 1)))  # fmt: skip
_filled("words_under_a_chart", lambda _, slide, secret: (box(slide, secret), _chart(slide)))
_filled("words_under_a_round_shape", lambda _, slide, secret: (box(slide, secret, width=1.5, height=0.5), slide.shapes.add_shape(MSO_SHAPE.OVAL, Inches(0.3), Inches(2.4), Inches(3), Inches(1.8))))  # fmt: skip
_filled("words_under_a_broad_line", lambda _, slide, secret: (box(slide, secret), _line(slide)))
_filled("title_under_a_box", lambda _, slide, secret: (setattr(slide.shapes.title, "text", secret), _covers(slide, 0, 0, 10, 2)))  # fmt: skip
_filled("words_in_a_cell_under_a_box", lambda _, slide, secret: (_table(slide, secret), _covers(slide, 0.9, 1.9, 4.2, 1.2)))  # fmt: skip


def _chart(slide):
    data = CategoryChartData()
    data.categories = ["North", "South"]
    data.add_series("Bins", (31, 27))
    return slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(0.5), Inches(2.5), Inches(6), Inches(4), data)  # fmt: skip


def _line(slide):
    made = slide.shapes.add_connector(1, Inches(0.9), Inches(3.3), Inches(4.2), Inches(3.3))
    made.line.width = Pt(80)
    made.line.color.rgb = RGBColor(255, 255, 255)


def _table(slide, secret):
    frame = slide.shapes.add_table(2, 1, Inches(1), Inches(2), Inches(4), Inches(1))
    frame.table.cell(0, 0).text, frame.table.cell(1, 0).text = "East", secret
    return frame


def _tabled(name, change, *changes):
    def make(secret):
        def fill(_, slide):
            change(_table(slide, secret or "East"))

        data = slides(fill) if secret else slides(lambda _, slide: _table(slide, "East"))
        return edited(data, SLIDE, *changes) if secret and changes else data

    make.__name__ = f"fifth_slide_{name}"
    planted(MISSED, ROW)(make)


_tabled("table_off_the_slide", lambda frame: setattr(frame, "left", Emu(30000000)))
_tabled("table_that_is_hidden", lambda frame: frame._element.nvGraphicFramePr.cNvPr.set("hidden", "1"))  # fmt: skip
_tabled("table_in_tiny_letters", lambda frame: setattr(frame.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font, "size", Pt(1)))  # fmt: skip
_tabled("table_in_the_colour_of_its_cell", lambda frame: (frame.table.cell(1, 0).fill.solid(), setattr(frame.table.cell(1, 0).fill.fore_color, "rgb", RGBColor(10, 90, 160)), setattr(frame.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.color, "rgb", RGBColor(10, 90, 160))))  # fmt: skip
_tabled("cell_of_words_on_end_that_run_out", lambda frame: frame.table.cell(1, 0)._tc.get_or_add_tcPr().set("vert", "vert"), ('h="457200"', 'h="1000"'))  # fmt: skip
_tabled("words_behind_white_cells_of_a_style", lambda _: None, (_RUN, f"<a:r><a:rPr>{_WHITE}</a:rPr><a:t>Quill"), ("<a:tableStyleId>{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}</a:tableStyleId>", "<a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId>"))  # fmt: skip

_box(
    "words_of_a_font_of_pictures",
    (_RUN, '<a:r><a:rPr><a:latin typeface="Wingdings"/></a:rPr><a:t>Quill'),
)
_box("number_of_a_slide_that_is_kept", (_RUN, '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>Quill'), ("feather</a:t></a:r>", "feather</a:t></a:fld>"))  # fmt: skip
_box("day_that_is_told_anew", (_RUN, '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2C}" type="datetime1"><a:t>Quill'), ("feather</a:t></a:r>", "feather</a:t></a:fld>"))  # fmt: skip
_box("words_black_on_a_black_slide", ("<p:cSld>", '<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'), (_RUN, '<a:r><a:rPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr><a:t>Quill'))  # fmt: skip
_box("words_on_a_slide_of_their_theme_colour", ("<p:cSld>", '<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'), (_RUN, '<a:r><a:rPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:rPr><a:t>Quill'))  # fmt: skip
_box("words_set_far_in", ("<a:p><a:r><a:t>Quill", '<a:p><a:pPr marL="51206400"/><a:r><a:t>Quill'))
_box("words_behind_a_stop_far_off", ('<a:p><a:r><a:t>Quill', '<a:p><a:pPr><a:tabLst><a:tab pos="51206400" algn="l"/></a:tabLst></a:pPr><a:r><a:t>Quill'), (_RUN, "<a:r><a:t>\t</a:t></a:r><a:r><a:t>Quill"))  # fmt: skip
_box("words_spaced_off_the_slide", (_RUN, '<a:r><a:rPr spc="400000"/><a:t>Quill'))
_box("words_pressed_on_each_other", (_RUN, '<a:r><a:rPr spc="-400000"/><a:t>Quill'))
_box("words_under_a_space_of_pages", ('<a:p><a:r><a:t>Quill', '<a:p><a:pPr><a:spcBef><a:spcPts val="158400"/></a:spcBef></a:pPr><a:r><a:t>East</a:t></a:r></a:p><a:p><a:pPr><a:spcBef><a:spcPts val="158400"/></a:spcBef></a:pPr><a:r><a:t>Quill'))  # fmt: skip
_box("words_small_by_the_body_of_the_master", ("<p:bodyStyle>", "<p:bodyStyle>"), ('<p:otherStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr><a:lvl1pPr marL="0" algn="l" defTabSz="457200" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800"', '<p:otherStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr><a:lvl1pPr marL="0" algn="l" defTabSz="457200" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="100"'), part=MASTER)  # fmt: skip
_box("words_small_by_the_presentation", ('<a:lvl1pPr marL="0" algn="l" defTabSz="457200" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800"', '<a:lvl1pPr marL="0" algn="l" defTabSz="457200" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="100"'), part=MAIN)  # fmt: skip
_box("slide_too_small_to_see", ('<p:sldSz cx="9144000"', '<p:sldSz cx="914400"'), part=MAIN)
_box("words_that_a_style_of_a_shape_whitens", ('<p:txBody><a:bodyPr wrap="none">', '<p:style><a:lnRef idx="0"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style><p:txBody><a:bodyPr wrap="none">'))  # fmt: skip
_box("words_in_a_shape_that_its_adjustments_flatten", ('<a:prstGeom prst="rect">', '<a:prstGeom prst="frame">'), ('wrap="none"', 'wrap="square" vertOverflow="clip" tIns="45720000"'))  # fmt: skip


def _charted(name, change):
    def make(secret):
        def fill(_, slide):
            made = _chart(slide).chart
            if secret:
                change(made, secret)

        return slides(fill)

    make.__name__ = f"fifth_slide_{name}"
    planted(MISSED, ROW)(make)


def _white_title(chart, secret):
    chart.has_title = True
    chart.chart_title.text_frame.text = secret
    chart.chart_title.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)


def _tiny_axis(chart, secret):
    chart.category_axis.has_title = True
    chart.category_axis.axis_title.text_frame.text = secret
    chart.category_axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(1)


_charted("title_of_a_chart_in_white", _white_title)
_charted("axis_of_a_chart_in_one_point", _tiny_axis)

for _name, _markup in {
    "words_under_a_picture_of_white": '<draw:frame svg:x="2cm" svg:y="12cm" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame><draw:ellipse svg:x="0cm" svg:y="9cm" svg:width="14cm" svg:height="8cm"/>',
    "words_of_a_frame_shown_on_paper_alone": '<draw:frame draw:display="printer" svg:x="2cm" svg:y="12cm" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>',
    "words_of_a_group_moved_off": '<draw:g draw:transform="translate (90cm 0cm)"><draw:frame svg:x="2cm" svg:y="12cm" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></draw:g>',
    "words_skewed_flat": '<draw:frame draw:transform="skewX (1.5708) translate (2cm 12cm)" svg:width="8cm" svg:height="2cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>',
}.items():  # fmt: skip
    placed(FIFTH_SLIDES, "odp", f"fifth_odp_{_name}", MISSED, _markup)
