"""Documents with a secret in a fifth set of places, written before any of it was run."""

from tests.support.planted.documents import TEXT, in_text
from tests.support.planted.fixtures import MISSED, Listed, with_part
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import body_of, named, rich_of, run_of

FIFTH_DOCUMENTS = Listed()
planted = FIFTH_DOCUMENTS.planted
ROW = 120
STYLES, SETTINGS, NUMBERS = "word/styles.xml", "word/settings.xml", "word/numbering.xml"
RUN = "<w:r><w:t>SECRET</w:t></w:r>"
P = f"<w:p>{RUN}</w:p>"
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_DRAWN = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_OLD = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def _in_text(name, markup, *, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(run_of(markup), f"fifth_text_{name}"))


def _instead(name, markup, *others):
    planted(MISSED, ROW)(named(body_of(markup, *others), f"fifth_text_{name}"))


def _field(code, shown="East"):
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _shape(body="", text=RUN, anchor="", size="1800000", props="", at="0"):
    """Return a run with a box that says a text."""
    place = f'<wp:positionH relativeFrom="page"><wp:posOffset>{at}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    return f'<w:r><w:drawing><wp:anchor {_DRAWN} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" {anchor}><wp:simplePos x="0" y="0"/>{place}<wp:extent cx="{size}" cy="{size}"/><wp:wrapNone/><wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{props}</wps:spPr><wps:txbx><w:txbxContent><w:p>{text}</w:p></w:txbxContent></wps:txbx><wps:bodyPr {body}/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'


_in_text("words_advanced_off_the_page", _field(r"ADVANCE \x 20000", "") + RUN)
_in_text("words_struck_on_each_other", _field("EQ \\o(SECRET,XXXXXXXXXXXX)", ""))
_in_text("page_number_that_is_kept", _field("PAGE", "SECRET"))
_in_text("date_that_is_told_anew", _field('DATE \\@ "yyyy"', "SECRET"))
_in_text(
    "number_of_words_that_is_told_anew",
    '<w:fldSimple w:instr=" NUMWORDS "><w:r><w:t>SECRET</w:t></w:r></w:fldSimple>',
)
_in_text(
    "words_of_a_font_of_pictures",
    '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>SECRET</w:t></w:r>',
)
_in_text(
    "words_of_a_font_of_blank_letters",
    '<w:r><w:rPr><w:rFonts w:ascii="Adobe Blank" w:hAnsi="Adobe Blank"/></w:rPr><w:t>SECRET</w:t></w:r>',
)
_in_text("words_of_a_white_picture_fill", f'<w:r><w:rPr><w14:textFill {_W14}><w14:gradFill><w14:gsLst><w14:gs w14:pos="0"><w14:srgbClr w14:val="FFFFFF"/></w14:gs><w14:gs w14:pos="100000"><w14:srgbClr w14:val="FFFFFF"/></w14:gs></w14:gsLst><w14:lin w14:ang="0" w14:scaled="0"/></w14:gradFill></w14:textFill></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_all_in_small_raised_letters", '<w:r><w:rPr><w:smallCaps/><w:sz w:val="7"/><w:position w:val="400"/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:position w:val="3276"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_without_a_show_in_a_formula", f'<m:oMath {_M}><m:groupChr><m:groupChrPr><m:chr m:val="&#8203;"/></m:groupChrPr><m:e><m:phant><m:phantPr><m:show m:val="off"/><m:zeroWid m:val="on"/></m:phantPr><m:e><m:r><m:t>SECRET</m:t></m:r></m:e></m:phant></m:e></m:groupChr></m:oMath>')  # fmt: skip
_in_text("words_of_a_box_set_far_by_a_share", _shape(text=RUN).replace('<wp:posOffset>0</wp:posOffset></wp:positionH>', '<wp14:pctPosHOffset xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing">300000</wp14:pctPosHOffset></wp:positionH>', 1))  # fmt: skip
_in_text("words_of_a_box_of_a_share_of_nothing", _shape().replace("</wp:anchor>", '<wp14:sizeRelH xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" relativeFrom="page"><wp14:pctWidth>1</wp14:pctWidth></wp14:sizeRelH></wp:anchor>'))  # fmt: skip
_in_text(
    "words_of_a_box_that_is_all_margin",
    _shape(body='lIns="1790000" rIns="0" tIns="1790000" vertOverflow="clip"'),
)
_in_text("words_of_a_box_in_the_ground_of_its_box", _shape(text='<w:r><w:rPr><w:color w:val="336699"/></w:rPr><w:t>SECRET</w:t></w:r>', props='<a:solidFill><a:srgbClr val="336699"/></a:solidFill>'))  # fmt: skip
_in_text("words_of_a_box_under_a_box", _shape() + _shape(text="<w:r><w:t>East</w:t></w:r>", props='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>').replace('relativeHeight="2"', 'relativeHeight="9"').replace('id="7"', 'id="8"'))  # fmt: skip
_in_text("words_of_a_box_on_a_page_that_is_not", _shape(at="9000000"))
_in_text(
    "words_of_a_box_turned_at_its_foot", _shape(body='rot="5400000" vert="vert270"', size="12700")
)
_in_text("words_of_an_old_box_of_clear_ink", f'<w:r><w:pict><v:shape {_OLD} style="position:absolute;margin-left:0;margin-top:-2000pt;width:100pt;height:20pt;mso-position-vertical-relative:page"><v:textbox><w:txbxContent><w:p>{RUN}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>')  # fmt: skip
_in_text("words_on_an_old_path_of_clear_ink", f'<w:r><w:pict><v:shape {_OLD} type="#_x0000_t136" style="width:100pt;height:20pt" stroked="f"><v:fill opacity="0"/><v:textpath string="SECRET" style="font-family:Arial"/></v:shape></w:pict></w:r>')  # fmt: skip
_in_text("words_of_a_list_to_choose_from", '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="East" w:value="SECRET"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>')  # fmt: skip
_in_text("words_of_an_empty_control_that_is_hidden", '<w:sdt><w:sdtPr><w15:appearance xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:val="hidden"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="Hid"/></w:rPr><w:t>East</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkStart w:id="3" w:name="SECRET"/><w:bookmarkEnd w:id="3"/>')  # fmt: skip
_instead("words_white_by_a_number_of_a_list", '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr></w:pPr><w:r><w:t>East</w:t></w:r></w:p>', (NUMBERS, "</w:numbering>", '<w:abstractNum w:abstractNumId="99"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="SECRET %1"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="99"><w:abstractNumId w:val="99"/></w:num></w:numbering>'))  # fmt: skip
_instead("words_tiny_by_a_theme_of_tables", '<w:tbl><w:tblPr><w:tblStyle w:val="Pale9"/><w:tblW w:w="3000" w:type="dxa"/><w:tblLook w:firstRow="1" w:val="0020"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>' + P + '</w:tc></w:tr></w:tbl><w:p/>', (STYLES, "</w:styles>", '<w:style w:type="table" w:styleId="Pale9"><w:name w:val="Table Pale"/><w:tblStylePr w:type="firstRow"><w:rPr><w:sz w:val="2"/></w:rPr></w:tblStylePr></w:style></w:styles>'))  # fmt: skip
_instead("words_white_by_a_style_of_a_linked_one", '<w:p><w:pPr><w:pStyle w:val="Pale8"/></w:pPr>' + RUN + "</w:p>", (STYLES, "</w:styles>", '<w:style w:type="paragraph" w:styleId="Pale7"><w:name w:val="heading 9"/><w:rPr><w:color w:val="auto" w:themeColor="background1"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Pale8"><w:name w:val="toc 9"/><w:basedOn w:val="Pale7"/></w:style></w:styles>'))  # fmt: skip
_instead("words_of_a_column_that_ends_before_it_begins", f'{P}<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="10400" w:bottom="1440" w:left="1440" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:pPr></w:p>')  # fmt: skip
_instead("words_in_a_row_that_its_table_shuts", '<w:tbl><w:tblPr><w:tblW w:w="1" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>' + P + "</w:tc></w:tr></w:tbl><w:p/>")  # fmt: skip
_instead("words_moved_below_by_the_space_before", '<w:p><w:pPr><w:framePr w:w="3000" w:h="300" w:hRule="exact" w:wrap="around" w:hAnchor="page" w:vAnchor="page" w:x="1" w:y="1"/><w:spacing w:before="9000"/></w:pPr>' + RUN + "</w:p>")  # fmt: skip
_instead("words_behind_a_stop_far_off", '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs></w:pPr><w:r><w:tab/></w:r>' + RUN + "</w:p>")  # fmt: skip
_instead("words_set_right_beyond_the_margin", '<w:p><w:pPr><w:ind w:right="-31000"/><w:jc w:val="right"/></w:pPr>' + RUN + "</w:p>")  # fmt: skip
_instead("words_of_a_table_moved_by_its_place_in_the_row", '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="30000" w:type="dxa"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>' + P + "</w:tc></w:tr></w:tbl><w:p/>")  # fmt: skip


@planted(MISSED, ROW)
def fifth_text_notes_at_the_end_of_nothing(secret):
    """A footnote with words whose mark stands in hidden text."""
    data = in_text(secret, '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>')
    if not secret:
        return data
    held = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">{P.replace("SECRET", secret)}</w:footnote></w:footnotes>'
    return with_part(data, "word/footnotes.xml", held.encode(), "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", (TEXT, "footnotes"))  # fmt: skip


for _name, _markup in {
    "words_of_a_page_that_are_counted": "<text:p>East <text:page-number>SECRET</text:page-number></text:p>",
    "frame_under_a_frame": '<text:p><draw:frame text:anchor-type="page" text:anchor-page-number="1" svg:x="2cm" svg:y="2cm" svg:width="6cm" svg:height="2cm" draw:z-index="1"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame><draw:rect text:anchor-type="page" text:anchor-page-number="1" svg:x="2cm" svg:y="2cm" svg:width="6cm" svg:height="2cm" draw:z-index="2"/></text:p>',
    "frame_on_a_page_that_is_not": '<text:p><draw:frame text:anchor-type="page" text:anchor-page-number="99" svg:x="2cm" svg:y="2cm" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></text:p>',
    "frame_whose_words_go_on_in_nothing": '<text:p><draw:frame text:anchor-type="as-char" svg:width="6cm" svg:height="0.02cm"><draw:text-box draw:chain-next-name="B9"><text:p>SECRET</text:p></draw:text-box></draw:frame></text:p>',
    "words_of_an_index_that_is_made_anew": '<text:table-of-content text:name="C1" text:protected="true"><text:table-of-content-source text:outline-level="1"><text:index-title-template>SECRET</text:index-title-template></text:table-of-content-source><text:index-body><text:p>East</text:p></text:index-body></text:table-of-content>',
}.items():  # fmt: skip
    placed(FIFTH_DOCUMENTS, "odt", f"fifth_odt_{_name}", MISSED, _markup)

for _name, _markup in {
    "words_of_a_font_of_pictures": "{\\fonttbl{\\f7\\fnil\\fcharset2 Wingdings;}}{\\f7 SECRET}",
    "first_line_off_the_page": "\\pard\\fi-50000 SECRET\\par",
    "words_set_right_beyond_the_margin": "\\pard\\qr\\ri-50000 SECRET\\par",
    "words_behind_a_stop_far_off": "\\pard\\tx31000\\tab SECRET\\par",
    "words_of_a_border_of_nothing": "\\pard\\absw1\\absh-1\\pvpg\\phpg\\posx1\\posy1 SECRET\\par\\pard",
    "number_of_a_page_that_is_kept": "{\\field{\\*\\fldinst PAGE}{\\fldrslt SECRET}}",
    "words_of_a_picture_of_no_size": "{\\shp{\\*\\shpinst\\shpleft0\\shptop0\\shpright0\\shpbottom0{\\sp{\\sn gtextUNICODE}{\\sv SECRET}}}}",
    "words_in_white_by_a_marker_of_white": "{\\cf1\\highlight1\\cb1 SECRET}",
    "words_of_no_size_at_all": "{\\fs0 SECRET}",
    "words_in_a_table_row_of_no_cells": "\\trowd\\clvmgf\\cellx2000\\clvmrg\\cellx2001\\pard\\intbl East\\cell SECRET\\cell\\row\\pard",
    "words_of_a_page_before_the_first": "\\sectd\\sbknone\\vertalb\\pghsxn100 SECRET\\par",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"fifth_rtf_{_name}"))
