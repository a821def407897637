"""Slides with a secret in a second set of places that were thought of without looking at the rules."""

import io

from PIL import Image, ImageDraw
from pptx.util import Inches

from tests.support.planted.fixtures import MISSED, Listed, edited, with_part
from tests.support.planted.fresh_open import placed
from tests.support.planted.presentations import MAIN, SLIDE, box, slides

SECOND_SLIDES = Listed()
planted = SECOND_SLIDES.planted
ROW = 116


def _box(name, *changes, width=3.0, is_bare=False):
    """List a slide with a box that says the secret, and of which markup is changed."""

    def make(secret):
        data = slides(lambda _, slide: box(slide, secret or "East", width=width))
        return edited(data, SLIDE, *changes) if secret else data

    make.__name__ = name
    planted(MISSED, ROW, is_bare=is_bare)(make)


_BODY = '<a:bodyPr wrap="none">'
_box(
    "words_shrunk_to_one_per_cent",
    ("<a:spAutoFit/>", '<a:normAutofit fontScale="1000" lnSpcReduction="90000"/>'),
)
_box("words_pushed_out_of_a_box_of_a_slide", (_BODY, '<a:bodyPr wrap="none" lIns="90000000">'))
_box(
    "words_of_a_box_edge_on",
    ("<a:noFill/>", '<a:noFill/><a:scene3d><a:camera prst="orthographicFront"><a:rot lat="0" lon="5400000" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/></a:scene3d>'),
)  # fmt: skip
_box(
    "box_turned_off_the_slide",
    ('<a:off x="914400" y="2743200"/><a:ext cx="36576000" cy="914400"/>', '<a:off x="-17830800" y="2743200"/><a:ext cx="36576000" cy="914400"/>'),
    ("<p:spPr><a:xfrm>", '<p:spPr><a:xfrm rot="5400000">'),
    width=40.0,
)  # fmt: skip
_box(
    "words_of_a_white_gradient",
    ("<a:r><a:t>Quill", '<a:r><a:rPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000"><a:srgbClr val="FEFEFE"/></a:gs></a:gsLst></a:gradFill></a:rPr><a:t>Quill'),
)  # fmt: skip
_box(
    "slide_of_colours_turned_round",
    (
        "<a:r><a:t>Bins by",
        '<a:r><a:rPr><a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill></a:rPr><a:t>Bins by',
    ),
    ("<a:masterClrMapping/>", '<a:overrideClrMapping bg1="lt1" tx1="lt1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'),
)  # fmt: skip


@planted(MISSED, ROW)
def box_in_a_group_shrunk_to_nothing(secret):
    def fill(_, slide):
        group = slide.shapes.add_group_shape()
        made = group.shapes.add_textbox(Inches(1), Inches(2), Inches(2), Inches(1))
        made.text_frame.text = secret or "East"

    data = slides(fill)
    if not secret:
        return data
    return edited(data, SLIDE, ('<a:ext cx="1828800" cy="914400"/><a:chOff', '<a:ext cx="1" cy="1"/><a:chOff'))  # fmt: skip


@planted(MISSED, ROW)
def words_of_a_master_that_no_slide_shows(secret):
    data = slides()
    if not secret:
        return data
    words = f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="TextBox 9"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>{secret}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>'
    data = edited(data, "ppt/slideMasters/slideMaster1.xml", ("</p:spTree>", words))
    return edited(data, SLIDE, ("<p:sld ", '<p:sld showMasterSp="0" '))


@planted(MISSED, ROW)
def words_on_a_master_of_handouts(secret):
    if not secret:
        return slides()
    content = f'<p:handoutMaster xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="TextBox 1"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{secret}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:handoutMaster>'
    type_ = "application/vnd.openxmlformats-officedocument.presentationml.handoutMaster+xml"
    return with_part(
        slides(), "ppt/handoutMasters/handoutMaster1.xml", content.encode(), type_, (MAIN, "handoutMaster")
    )  # fmt: skip


def _drawn(words):
    made = Image.new("RGB", (160, 48), "white")
    ImageDraw.Draw(made).text((5, 5), words, fill="black")
    out = io.BytesIO()
    made.save(out, "PNG")
    out.seek(0)
    return out


def _picture(name, *changes):
    def make(secret):
        data = slides(
            lambda _, slide: slide.shapes.add_picture(
                _drawn(secret or "Bins"), Inches(1), Inches(3), Inches(3), Inches(1)
            )
        )
        return edited(data, SLIDE, *changes) if secret else data

    make.__name__ = name
    planted(MISSED, ROW, is_bare=True)(make)


_picture("picture_of_a_slide_made_bright", ('r:embed="rId2"/>', 'r:embed="rId2"><a:lum bright="100000"/></a:blip>'))  # fmt: skip
_picture(
    "picture_cut_by_its_shape",
    ('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="0" y="90"/></a:moveTo><a:lnTo><a:pt x="5" y="90"/></a:lnTo><a:lnTo><a:pt x="5" y="100"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'),
)  # fmt: skip
_picture("picture_stretched_out_of_its_frame", ("<a:fillRect/>", '<a:fillRect l="-4000000" r="-9000000"/>'))  # fmt: skip


placed(
    SECOND_SLIDES,
    "odp",
    "odp_frame_turned_off_the_slide",
    MISSED,
    '<draw:frame svg:width="10cm" svg:height="3cm" draw:transform="rotate (1.5) translate (-40cm 2cm)"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>',
)
placed(
    SECOND_SLIDES,
    "odp",
    "odp_words_on_a_layer",
    MISSED,
    '<draw:frame draw:layer="measurelines" svg:x="2cm" svg:y="6cm" svg:width="10cm" svg:height="3cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>',
)
placed(
    SECOND_SLIDES,
    "odp",
    "odp_frame_of_no_size",
    MISSED,
    '<draw:frame svg:x="2cm" svg:y="6cm" svg:width="0cm" svg:height="0cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>',
)
