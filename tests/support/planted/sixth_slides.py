"""Presentations with a secret in a sixth set of places, written when the fifth was found and before any of it was run."""

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from tests.support.planted.fixtures import MISSED, Listed, edited
from tests.support.planted.presentations import SLIDE, box, slides

SIXTH_SLIDES = Listed()
planted = SIXTH_SLIDES.planted
ROW = 121
_RUN = "<a:r><a:t>Quill"


def _box(name, *changes, words="{}"):
    def make(secret):
        data = slides(lambda _, slide: box(slide, words.format(secret or "East")))
        return edited(data, SLIDE, *changes) if secret else data

    make.__name__ = f"sixth_slide_{name}"
    planted(MISSED, ROW)(make)


_box("words_of_a_line_as_low_as_a_point", ('<a:p><a:r><a:t>Quill', '<a:p><a:pPr><a:lnSpc><a:spcPts val="0"/></a:lnSpc></a:pPr><a:r><a:t>Quill'), words="East\nNorth\nSouth\n{}")  # fmt: skip
_box(
    "words_in_a_box_of_columns_of_nothing",
    ('wrap="none"', 'wrap="square" numCol="16" spcCol="900000"'),
)
_box("words_in_the_grey_of_their_slide", ("<p:cSld>", '<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="808080"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'), (_RUN, '<a:r><a:rPr><a:solidFill><a:srgbClr val="828282"/></a:solidFill></a:rPr><a:t>Quill'))  # fmt: skip
_box("words_that_a_warp_flattens", ('wrap="none"', 'wrap="none" fromWordArt="1"'), ("<a:spAutoFit/>", '<a:prstTxWarp prst="textPlain"/><a:spAutoFit/>'), ('cy="914400"', 'cy="39000"'))  # fmt: skip


@planted(MISSED, ROW)
def sixth_slide_words_under_a_ring_of_boxes(secret):
    def fill(_, slide):
        box(slide, secret or "East", width=1.6, height=0.4)
        for at in range(8 if secret else 0):
            made = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1 + at * 0.2), Inches(2.9), Inches(0.2), Inches(0.6))  # fmt: skip
            made.fill.solid()
            made.fill.fore_color.rgb = RGBColor(255, 255, 255)
            made.line.fill.background()
            made.text_frame.text = "."

    return slides(fill)
