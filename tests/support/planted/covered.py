"""Documents and slides with a secret under a filled shape, or under a cell that is merged over it."""

from odf import draw, style, text
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from tests.support.planted import opendocuments
from tests.support.planted.documents import TEXT, document, in_text
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.presentations import box, slides

COVERED = Listed()
planted = COVERED.planted
_BAR = (
    "<w:r><w:t>{}</w:t></w:r><w:r><w:drawing>"
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" behindDoc="0">'
    '<wp:extent cx="1800000" cy="300000"/><wp:wrapNone/><wp:docPr id="9" name="Rectangle 9"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:spPr>'
    '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
    "</wp:anchor></w:drawing></w:r>"
)


@planted("docx.covered", 42)
def words_under_a_black_bar(secret):
    return in_text(secret, _BAR)


@planted("docx.covered", 42)
def words_under_a_bar_of_older_programs(secret):
    bar = '<v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;width:90pt;height:14pt" fillcolor="black"/>'
    return in_text(secret, f"<w:r><w:t>{{}}</w:t></w:r><w:r><w:pict>{bar}</w:pict></w:r>")


@planted("docx.under-merged")
def words_under_merged_cells(secret):
    cells = (
        '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>East</w:t></w:r></w:p></w:tc>',
        f"<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>{secret}</w:t></w:r></w:p></w:tc>",
    )
    rows = "".join(f"<w:tr>{one}</w:tr>" for one in cells)
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    return edited(document(), TEXT, ("<w:sectPr", f"{table}<w:sectPr"))


@planted("pptx.partly-covered", 57)
def words_of_a_box_under_a_bar(secret):
    def fill(_, slide):
        box(slide, f"For {secret}" if secret else "East", width=5.0)
        bar = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE,
            Inches(1.4),
            Inches(3.0 if secret else 6.0),
            Inches(1.5),
            Inches(0.4),
        )
        bar.fill.solid()
        bar.fill.fore_color.rgb = RGBColor(0, 0, 0)

    return slides(fill)


@planted("odf.covered", 57)
def words_under_a_bar_of_odp(secret):
    def fill(_, page):
        page.addElement(opendocuments.framed(f"For {secret}" if secret else "East", y="8cm"))
        page.addElement(
            draw.Rect(width="4cm", height="1cm", x="3cm", y="8.5cm" if secret else "15cm")
        )

    return opendocuments.presented(fill)


@planted("odf.covered", 42)
def words_under_a_bar_of_odt(secret):
    def fill(made):
        bar = style.Style(name="Bar", family="graphic")
        bar.addElement(
            style.GraphicProperties(
                fill="solid",
                wrap="run-through",
                runthrough="foreground" if secret else "background",
            )
        )
        made.automaticstyles.addElement(bar)
        paragraph = text.P(text=secret or "East")
        paragraph.addElement(
            draw.Rect(stylename=bar, width="4cm", height="1cm", anchortype="paragraph")
        )
        made.text.addElement(paragraph)

    return opendocuments.document(fill)
