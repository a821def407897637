"""Documents with a secret in a seventh set of places, written by somebody who knew none of the rules: what stands in the text."""

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import MISSED, Listed, edited
from tests.support.planted.makers import body_of, named, rich_of, run_of
from tests.support.planted.rich_texts import rich

SEVENTH_DOCUMENTS = Listed()
planted = SEVENTH_DOCUMENTS.planted
ROW = 121
STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"
RUN = "<w:r><w:t>SECRET</w:t></w:r>"
EAST = "<w:r><w:t>East</w:t></w:r>"
_TABLE = '<w:tbl><w:tblPr>{}<w:tblW w:w="3000" w:type="dxa"/>{}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>{}</w:tbl><w:p/>'
_CELL = '<w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p>{}</w:p></w:tc></w:tr>'


def _in_text(name, markup):
    planted(MISSED, ROW)(named(run_of(markup), f"seventh_text_{name}"))


def _instead(name, markup, *others):
    planted(MISSED, ROW)(named(body_of(markup, *others), f"seventh_text_{name}"))


_in_text("name_of_a_move_of_words", '<w:moveFromRangeStart w:id="7" w:author="" w:date="2024-07-01T09:00:00Z" w:name="SECRET"/><w:moveFrom w:id="8" w:author="" w:date="2024-07-01T09:00:00Z">' + EAST + '</w:moveFrom><w:moveFromRangeEnd w:id="7"/>')  # fmt: skip
_in_text("frame_that_a_link_opens_in", '<w:hyperlink w:anchor="Top" w:tgtFrame="SECRET">' + EAST + "</w:hyperlink>")  # fmt: skip
_in_text("who_changed_a_sign_of_a_formula", '<m:oMath><m:f><m:fPr><m:ctrlPr><w:ins w:id="7" w:author="SECRET" w:date="2024-07-01T09:00:00Z"><w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr></w:ins></m:ctrlPr></m:fPr><m:num><m:r><m:t>31</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>')  # fmt: skip
_in_text("ordinary_words_among_the_code_of_a_field", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> QUOTE East </w:instrText></w:r>' + RUN + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + EAST + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
_in_text("whole_sum_of_which_the_upper_limit_is_off", '<m:oMath><m:nary><m:naryPr><m:chr m:val="&#8721;"/><m:supHide m:val="1"/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup><m:r><m:t>SECRET</m:t></m:r></m:sup><m:e><m:r><m:t>n</m:t></m:r></m:e></m:nary></m:oMath>')  # fmt: skip
_instead("style_that_a_paragraph_had", '<w:p><w:pPr><w:pPrChange w:id="7" w:author="" w:date="2024-07-01T09:00:00Z"><w:pPr><w:pStyle w:val="SECRET"/></w:pPr></w:pPrChange></w:pPr>' + EAST + "</w:p>")  # fmt: skip
_instead("words_in_the_tint_of_their_ground", '<w:p><w:pPr><w:shd w:val="clear" w:color="auto" w:fill="DBE5F1" w:themeFill="accent1" w:themeFillTint="33"/></w:pPr><w:r><w:rPr><w:color w:val="DBE5F1"/></w:rPr><w:t>SECRET</w:t></w:r></w:p>')  # fmt: skip
_instead("words_whose_colour_the_settings_turn_round", '<w:p><w:r><w:rPr><w:color w:val="000000" w:themeColor="text1"/></w:rPr><w:t>SECRET</w:t></w:r></w:p>', (SETTINGS, 'w:t1="dark1"', 'w:t1="light1"'))  # fmt: skip
_instead("words_fitted_into_a_cell_of_two_points", '<w:tbl><w:tblPr><w:tblW w:w="3040" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="40"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p>' + EAST + '</w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="40" w:type="dxa"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:tcFitText/></w:tcPr><w:p>' + RUN + "</w:p></w:tc></w:tr></w:tbl><w:p/>")  # fmt: skip
_instead("words_of_the_ink_of_the_second_band_of_a_table", _TABLE.format('<w:tblStyle w:val="Banded7"/>', '<w:tblLook w:val="0400" w:noHBand="0"/>', _CELL.format(EAST) + _CELL.format('<w:r><w:rPr><w:rStyle w:val="Dim7"/></w:rPr><w:t>SECRET</w:t></w:r>')), (STYLES, "</w:styles>", '<w:style w:type="character" w:styleId="Dim7"><w:name w:val="Dim"/><w:rPr><w:color w:val="F2DBDB"/></w:rPr></w:style><w:style w:type="table" w:styleId="Banded7"><w:name w:val="Banded"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/></w:tblPr><w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2DBDB"/></w:tcPr></w:tblStylePr></w:style></w:styles>'))  # fmt: skip
_instead("other_names_of_a_style", '<w:p><w:pPr><w:pStyle w:val="Aside7"/></w:pPr>' + EAST + "</w:p>", (STYLES, "</w:styles>", '<w:style w:type="paragraph" w:styleId="Aside7"><w:name w:val="Aside"/><w:aliases w:val="SECRET,Side"/><w:basedOn w:val="Normal"/></w:style></w:styles>'))  # fmt: skip
_instead("subject_of_a_mail_merge", f"<w:p>{EAST}</w:p>", (SETTINGS, "<w:defaultTabStop", '<w:mailMerge><w:mainDocumentType w:val="email"/><w:dataType w:val="native"/><w:query w:val="SELECT * FROM `Sheet1$`"/><w:mailSubject w:val="About SECRET"/></w:mailMerge><w:defaultTabStop'))  # fmt: skip
_instead("name_of_a_way_of_saving", f"<w:p>{EAST}</w:p>", (SETTINGS, "<w:compat>", '<w:saveThroughXslt w:solutionID="SECRET"/><w:compat>'))  # fmt: skip

_SPACES = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def _shape(number, *, look="", width=4572000, height=228600, anchored="", inside=""):
    """Return a run with a box: in the line, or where `anchored` says."""
    size = f'<wp:extent cx="{width}" cy="{height}"/>'
    about = f'<wp:docPr id="{number}" name="Box {number}"{look}/>'
    graphic = f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>{inside}<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>'
    if anchored:
        return f'<w:r><w:drawing {_SPACES}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{anchored}{size}<wp:wrapNone/>{about}<wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing></w:r>'
    return f'<w:r><w:drawing {_SPACES}><wp:inline distT="0" distB="0" distL="0" distR="0">{size}{about}{graphic}</wp:inline></w:drawing></w:r>'


_in_text(
    "words_that_go_on_in_a_box_that_is_hidden",
    _shape(
        71,
        inside=f'<wps:txbx id="1"><w:txbxContent><w:p>{EAST}</w:p><w:p>{RUN}</w:p></w:txbxContent></wps:txbx>',
    )
    + _shape(72, look=' hidden="1"', inside='<wps:linkedTxbx id="1" seq="1"/>'),
)


def _headed(made, words):
    """Write words into the head of a document's first section, low on its page."""
    section = made.sections[0]
    section.header_distance = Inches(0.43)
    run = section.header.paragraphs[0].add_run(words)
    run.font.size = Inches(0.1)


@planted(MISSED, ROW)
def seventh_text_head_under_the_border_of_its_page(secret):
    data = document(lambda made: _headed(made, secret or "East"))
    side = 'w:val="single" w:sz="96" w:space="31" w:color="000000"'
    borders = f'<w:pgBorders w:zOrder="front" w:offsetFrom="page"><w:top {side}/></w:pgBorders>'
    return edited(data, TEXT, ("<w:cols ", f"{borders}<w:cols ")) if secret else data


@planted(MISSED, ROW)
def seventh_text_head_under_a_white_box_of_the_text(secret):
    at = '<wp:positionH relativeFrom="page"><wp:posOffset>914400</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>274320</wp:posOffset></wp:positionV>'

    def fill(made):
        _headed(made, secret or "East")
        if secret:
            markup = _shape(73, anchored=at, height=548640)
            run = parse_xml(markup.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1))
            made.add_paragraph()._p.append(run)

    return document(fill)


@planted(MISSED, ROW)
def seventh_text_head_of_a_part_that_begins_within_its_page(secret):
    """Its page has the head of the section before it, and there is no further page."""

    def fill(made):
        later = made.add_section(WD_SECTION.CONTINUOUS)
        made.add_paragraph("North has four routes.")
        if secret:
            later.header.is_linked_to_previous = False
            later.header.paragraphs[0].text = secret

    return document(fill)


for _name, _markup in {
    "question_to_a_list_of_recipients": "{\\*\\mailmerge\\mmfttypeaddress{\\*\\mmquery SELECT * FROM SECRET}}",
    "words_of_an_old_box_of_a_dot": "{\\*\\do\\dobxpage\\dobypage\\dodhgt8192\\dptxbx{\\dptxbxtext\\pard SECRET\\par}\\dpx1000\\dpy1000\\dpxsize1\\dpysize1\\dplinehollow}",
    "number_for_programs_without_lists": "\\pard{\\listtext\\f0 SECRET\\tab}East\\par",
    "words_over_notes_that_go_on": "{\\*\\ftnsepc\\pard SECRET\\par}",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"seventh_rtf_{_name}"))


@planted(MISSED, ROW)
def seventh_rtf_list_of_parts_of_a_master_document(secret):
    part = f"{{\\filetbl{{\\file\\fid1\\fvaliddos C:\\\\{secret}\\\\bins.rtf}}}}\n"
    return rich().replace(b"{\\colortbl", part.encode() + b"{\\colortbl") if secret else rich()
