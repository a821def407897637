"""Presentations with a secret in a seventh set of places, written by somebody who knew none of the rules."""

import io

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PROG_ID
from pptx.util import Inches

from tests.support.planted.cells import hidden_sheet, written
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed, edited, related
from tests.support.planted.makers import named
from tests.support.planted.presentations import SLIDE, box, slides

SEVENTH_SLIDES = Listed()
planted = SEVENTH_SLIDES.planted
ROW = 121
LAYOUT, MASTER = "ppt/slideLayouts/slideLayout6.xml", "ppt/slideMasters/slideMaster1.xml"
_RUN = "<a:r><a:t>Quill"
_BOX = '<p:cNvPr id="3" name="TextBox 2"/>'


def _box(name, *changes):
    """List a presentation with a box of the secret, of which the slide or another part is changed."""

    def make(secret):
        data = slides(lambda _, slide: box(slide, secret or "East"))
        for part, old, new in changes if secret else ():
            data = edited(data, part, (old, new))
        return data

    planted(MISSED, ROW)(named(make, f"seventh_slide_{name}"))


def _part(name, part, old, new):
    """List a presentation of which a part is changed to what says the secret."""

    def make(secret):
        data = slides(lambda _, slide: box(slide, "East"))
        return edited(data, part, (old, new.replace("SECRET", secret))) if secret else data

    planted(MISSED, ROW)(named(make, f"seventh_slide_{name}"))


def _timed(effect):
    """Return a slide's end with an effect on its second shape that is over as soon as the slide is there."""
    condition = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    return f'<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/><p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond></p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold">{condition}<p:childTnLst><p:par><p:cTn id="5" presetID="6" presetClass="emph" presetSubtype="0" fill="hold" nodeType="withEffect">{condition}<p:childTnLst>{effect}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing></p:sld>'


_TARGET = '<p:cTn id="6" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="3"/></p:tgtEl>'
_box("words_that_shrink_to_nothing_at_once", (SLIDE, "</p:sld>", _timed(f'<p:animScale><p:cBhvr>{_TARGET}</p:cBhvr><p:by x="1000" y="1000"/></p:animScale>')))  # fmt: skip
_box("words_that_take_the_colour_of_their_slide", (SLIDE, "</p:sld>", _timed(f'<p:animClr clrSpc="rgb" dir="cw"><p:cBhvr>{_TARGET}<p:attrNameLst><p:attrName>style.color</p:attrName></p:attrNameLst></p:cBhvr><p:to><a:schemeClr val="bg1"/></p:to></p:animClr>')))  # fmt: skip
_box("words_that_turn_on_edge_at_once", (SLIDE, "</p:sld>", _timed('<p:anim calcmode="lin" valueType="num"><p:cBhvr additive="base"><p:cTn id="6" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="3"/></p:tgtEl><p:attrNameLst><p:attrName>ppt_w</p:attrName></p:attrNameLst></p:cBhvr><p:tavLst><p:tav tm="0"><p:val><p:strVal val="#ppt_w"/></p:val></p:tav><p:tav tm="100000"><p:val><p:strVal val="#ppt_w*0.001"/></p:val></p:tav></p:tavLst></p:anim>')))  # fmt: skip
_box("words_outside_a_shape_drawn_by_hand", (SLIDE, '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="20000000" t="0" r="21000000" b="900000"/><a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="10" y="0"/></a:lnTo><a:lnTo><a:pt x="10" y="10"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'))  # fmt: skip
_box("words_black_on_the_black_of_their_layout", (LAYOUT, "<p:spTree>", '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'))  # fmt: skip
_box("words_white_by_the_map_of_the_master", (MASTER, 'tx1="dk1"', 'tx1="lt1"'))
_box("words_of_a_third_of_a_point_by_their_raise", (SLIDE, _RUN, '<a:r><a:rPr sz="100" baseline="30000"/><a:t>Quill'))  # fmt: skip
_box("words_in_a_group_turned_over_the_edge", (SLIDE, "<p:sp><p:nvSpPr>" + _BOX, '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="Group 8"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm rot="5400000"><a:off x="-9000000" y="2743200"/><a:ext cx="2743200" cy="914400"/><a:chOff x="914400" y="2743200"/><a:chExt cx="2743200" cy="914400"/></a:xfrm></p:grpSpPr><p:sp><p:nvSpPr>' + _BOX), (SLIDE, "</p:sp></p:spTree>", "</p:sp></p:grpSp></p:spTree>"))  # fmt: skip

_part("address_that_was_no_address", SLIDE, "<a:r><a:t>East", '<a:r><a:rPr><a:hlinkClick r:id="" invalidUrl="http://SECRET:bins"/></a:rPr><a:t>East')  # fmt: skip
_part("mark_on_a_run_of_words", SLIDE, "<a:r><a:t>East", '<a:r><a:rPr bmk="SECRET"/><a:t>East')
_part("tip_of_what_a_pointer_passes", SLIDE, _BOX, '<p:cNvPr id="3" name="TextBox 2"><a:hlinkHover r:id="" action="ppaction://noaction" tooltip="SECRET"/></p:cNvPr>')  # fmt: skip
_part("name_by_which_a_layout_is_matched", LAYOUT, "<p:sldLayout ", '<p:sldLayout matchingName="SECRET" ')  # fmt: skip
_part("foot_of_a_layout_that_no_slide_takes", LAYOUT, '<a:p><a:endParaRPr lang="en-US"/></a:p>', "<a:p><a:r><a:t>SECRET</a:t></a:r></a:p>")  # fmt: skip


@planted(MISSED, ROW)
def seventh_slide_words_under_the_ground_of_their_slide(secret):
    """A box that takes the ground of its slide as its own, over words."""

    def fill(_, slide):
        box(slide, secret or "East")
        if secret:
            over = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0.9), Inches(2.9), Inches(4), Inches(1.3))  # fmt: skip
            over.line.fill.background()
            over._element.set("useBgFill", "1")

    return slides(fill)


@planted(MISSED, ROW)
def seventh_slide_words_at_the_head_of_the_master_of_notes(secret):
    def fill(made, _):
        if secret:
            made.notes_master.placeholders[0].text_frame.text = secret

    return slides(fill)


def _film(slide):
    """Add a film with a picture that stands for it, over where a box stands."""
    return slide.shapes.add_movie(
        io.BytesIO(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
        *(Inches(0.9), Inches(2.9), Inches(4), Inches(1.3)),
        poster_frame_image=io.BytesIO(photograph()),
        mime_type="video/mp4",
    )


@planted(MISSED, ROW)
def seventh_slide_mark_in_a_film(secret):
    if not secret:
        return slides()
    data = slides(lambda _, slide: _film(slide))
    text = '<p14:media xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="rId2"'  # fmt: skip
    marks = f'{text}><p14:bmkLst><p14:bmk name="{secret}" time="40"/></p14:bmkLst></p14:media>'
    return edited(data, SLIDE, (f"{text}/>", marks))


@planted(MISSED, ROW)
def seventh_slide_words_under_a_film(secret):
    def fill(_, slide):
        box(slide, secret or "East")
        if secret:
            _film(slide)

    return slides(fill)


@planted(MISSED, ROW)
def seventh_slide_place_of_a_film_on_a_disk(secret):
    if not secret:
        return slides()
    data = slides(lambda _, slide: _film(slide))
    data = related(data, SLIDE, "video", f"file:///C:/Users/{secret}/film.mp4")
    return edited(data, SLIDE, ('<a:videoFile r:link="rId3"/>', '<a:videoFile r:link="rIdPlanted"/>'))  # fmt: skip


@planted(MISSED, ROW, is_bare=True)
def seventh_slide_hidden_sheet_of_a_workbook_set_in(secret):
    """A workbook set into a slide as a whole, of which the picture shows one sheet."""
    held = hidden_sheet(secret) if secret else written()

    def fill(_, slide):
        slide.shapes.add_ole_object(
            io.BytesIO(held), PROG_ID.XLSX, Inches(1), Inches(3), Inches(3), Inches(1)
        )

    return slides(fill)


@planted(MISSED, ROW)
def seventh_slide_words_under_an_arrow_that_fills_by_its_style(secret):
    """A shape with no fill of its own has that of its style, which is white here."""

    def fill(_, slide):
        box(slide, secret or "East", width=1.0, height=0.4)
        if secret:
            over = slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, Inches(0.5), Inches(1.8), Inches(5), Inches(3))  # fmt: skip
            over.line.color.rgb = RGBColor(255, 255, 255)

    data = slides(fill)
    grey = '<a:fillRef idx="3"><a:schemeClr val="accent1"/></a:fillRef>'
    white = '<a:fillRef idx="1"><a:schemeClr val="bg1"/></a:fillRef>'
    return edited(data, SLIDE, (grey, white)) if secret else data
