"""Presentations with a secret in a fourth set of places, written when the third was found and before any of it was run."""

from pptx.util import Inches

from tests.support.planted.fixtures import MISSED, Listed, edited
from tests.support.planted.presentations import SLIDE, box, slides

FOURTH_SLIDES = Listed()
planted = FOURTH_SLIDES.planted
ROW = 119
LAYOUT, MASTER = "ppt/slideLayouts/slideLayout6.xml", "ppt/slideMasters/slideMaster1.xml"
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def _titled(name, part, *changes):
    """List a slide whose title says the secret, and of which another part is changed."""

    def make(secret):
        def fill(_, slide):
            slide.shapes.title.text = secret or "East"

        data = slides(fill)
        return edited(data, part, *changes) if secret else data

    make.__name__ = f"fourth_slide_{name}"
    planted(MISSED, ROW)(make)


_titled("title_white_by_its_layout", LAYOUT, ("<a:lstStyle/>", f"<a:lstStyle><a:lvl1pPr><a:defRPr>{_WHITE}</a:defRPr></a:lvl1pPr></a:lstStyle>"))  # fmt: skip
_titled("title_tiny_by_its_layout", LAYOUT, ("<a:lstStyle/>", '<a:lstStyle><a:lvl1pPr><a:defRPr sz="100"/></a:lvl1pPr></a:lstStyle>'))  # fmt: skip
_titled("title_white_by_its_master", MASTER, ('<p:titleStyle><a:lvl1pPr algn="ctr" defTabSz="457200" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="4400" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>', f'<p:titleStyle><a:lvl1pPr algn="ctr"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="4400" kern="1200">{_WHITE}'))  # fmt: skip
_titled("slide_that_goes_by_at_once", SLIDE, ("<p:clrMapOvr>", "<p:clrMapOvr>"), ("</p:clrMapOvr>", '</p:clrMapOvr><p:transition advClick="0" advTm="0"/>'))  # fmt: skip


def _box(name, *changes, words="{}"):
    def make(secret):
        data = slides(lambda _, slide: box(slide, words.format(secret or "East")))
        return edited(data, SLIDE, *changes) if secret else data

    make.__name__ = f"fourth_slide_{name}"
    planted(MISSED, ROW)(make)


_box("words_that_run_off_the_slide", words="There were bins in the ward. " * 20 + "{}")
_box("words_in_a_line_off_the_slide", ('wrap="none"', 'wrap="none" anchor="t"'), words="There were bins in the ward. " * 12 + "{}")  # fmt: skip
_box("words_of_a_fill_that_nothing_has", ("<a:r><a:t>Quill", '<a:r><a:rPr><a:pattFill prst="pct5"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill></a:rPr><a:t>Quill'))  # fmt: skip
_box("words_under_their_reflection", ("<a:r><a:t>Quill", '<a:r><a:rPr><a:solidFill><a:srgbClr val="000000"><a:alpha val="3000"/></a:srgbClr></a:solidFill></a:rPr><a:t>Quill'))  # fmt: skip
_box("words_in_a_box_upside_over_the_edge", ("<a:xfrm>", '<a:xfrm rot="10800000" flipH="1">'), ('<a:off x="914400"', '<a:off x="-2900000"'))  # fmt: skip


@planted(MISSED, ROW)
def fourth_slide_rows_below_the_slide(secret):
    def fill(_, slide):
        frame = slide.shapes.add_table(40, 1, Inches(1), Inches(2), Inches(4), Inches(20))
        for at in range(39):
            frame.table.cell(at, 0).text = "East"
        frame.table.cell(39, 0).text = secret or "East"

    return slides(fill) if secret else slides()
