"""Documents with a secret in a third set of places, written before any was inspected."""

from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import MISSED, Listed, edited, members, with_part, zipped
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import body_of, document_of, named, rich_of, run_of
from tests.support.planted.opendocuments import document as open_document

THIRD_DOCUMENTS = Listed()
planted = THIRD_DOCUMENTS.planted
ROW = 118
SETTINGS, STYLES = "word/settings.xml", "word/styles.xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
RUN = "<w:r><w:t>SECRET</w:t></w:r>"
P = f"<w:p>{RUN}</w:p>"
EAST = "<w:r><w:t>East</w:t></w:r>"


def _in_text(name, markup, *, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(run_of(markup), name))


def _changed(name, *changes, is_bare=False):
    """List a document with markup in its parts that says the secret."""
    planted(MISSED, ROW, is_bare=is_bare)(named(document_of(*changes), name))


def _instead(name, markup, *others, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(body_of(markup, *others), name))


def _field(code):
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _table(cells, row="", table=""):
    return f'<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/>{table}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl><w:p/>'


def _box(shape="", body="", words=RUN):
    return (
        '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wp:inline><wp:extent cx="1828800" cy="457200"/><wp:docPr id="9" name="Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{shape}</wps:spPr>'
        f"<wps:txbx><w:txbxContent><w:p>{words}</w:p></w:txbxContent></wps:txbx><wps:bodyPr>{body}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


# Looks that come from elsewhere.

_CELL = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{}</w:tc>'
_HIDING = '<w:style w:type="table" w:styleId="Pale"><w:name w:val="Pale"/><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style></w:styles>'
_instead("words_hidden_by_the_first_row_of_a_style", _table(_CELL.format(P), table='<w:tblLook w:val="0020" w:firstRow="1"/>').replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Pale"/>'), (STYLES, "</w:styles>", _HIDING))  # fmt: skip
_changed("words_hidden_by_the_style_of_everything", (TEXT, "MARK", "SECRET"), (STYLES, "<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:vanish/>"))  # fmt: skip
_instead("words_hidden_by_a_style_of_numbers", f'<w:p><w:pPr><w:pStyle w:val="Hid"/></w:pPr>{RUN}</w:p>', (STYLES, "</w:styles>", '<w:style w:type="paragraph" w:styleId="Hid"><w:name w:val="Hid"/><w:link w:val="HidChar"/><w:rPr><w:specVanish/><w:vanish/></w:rPr></w:style></w:styles>'))  # fmt: skip
_in_text("words_of_a_gradient_of_white", f'<w:r><w:rPr><w14:textFill {_W14}><w14:gradFill><w14:gsLst><w14:gs w14:pos="0"><w14:srgbClr w14:val="FFFFFF"/></w14:gs><w14:gs w14:pos="100000"><w14:srgbClr w14:val="FFFFFF"/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_all_but_clear", f'<w:r><w:rPr><w14:textFill {_W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("white_words_of_a_box_without_a_ground", _box("<a:noFill/>", words='<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>SECRET</w:t></w:r>'))  # fmt: skip
_in_text("words_of_a_box_far_into_its_depth", _box('<a:sp3d z="-90000000"/>'))
_in_text("words_of_a_box_that_is_fitted_to_nothing", _box(body='<a:normAutofit fontScale="1000"/>'))
_in_text("words_of_an_old_box_left_of_the_paper", f'<w:r><w:pict {_V}><v:shape style="position:absolute;margin-left:-2000pt;margin-top:0;width:100pt;height:30pt"><v:textbox><w:txbxContent>{P}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')  # fmt: skip
_in_text("words_of_an_old_box_of_no_height", f'<w:r><w:pict {_V}><v:shape style="width:100pt;height:0"><v:textbox><w:txbxContent>{P}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')  # fmt: skip

# Places.

_instead("frame_of_no_height", f'<w:p><w:pPr><w:framePr w:w="2000" w:h="10" w:hRule="exact"/></w:pPr>{RUN}</w:p>')  # fmt: skip
_instead("first_line_off_the_page", f'<w:p><w:pPr><w:ind w:firstLine="-30000"/></w:pPr>{RUN}</w:p>')
_instead("table_that_floats_off_the_page", _table(_CELL.format(P), table='<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="-30000" w:tblpY="100"/>'))  # fmt: skip
_instead("row_that_begins_off_the_page", _table(_CELL.format(P), row='<w:gridBefore w:val="1"/><w:wBefore w:w="30000" w:type="dxa"/>'))  # fmt: skip
_instead("cells_joined_as_of_old", _table('<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>East</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>' + P + "</w:tc>"))  # fmt: skip
_instead("columns_of_no_width", f'{P}<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="2" w:equalWidth="0"><w:col w:w="10" w:space="9000"/><w:col w:w="10"/></w:cols></w:sectPr></w:pPr></w:p>')  # fmt: skip
_instead("page_of_no_height", f'{P}<w:p><w:pPr><w:sectPr><w:pgSz w:w="12240" w:h="20"/><w:pgMar w:top="0" w:bottom="0" w:left="100" w:right="100" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:pPr></w:p>')  # fmt: skip

# Controls, fields and links.

_in_text("day_behind_its_year", '<w:sdt><w:sdtPr><w:date w:fullDate="1984-05-06T00:00:00Z"><w:dateFormat w:val="yyyy"/></w:date></w:sdtPr><w:sdtContent><w:r><w:t>1984</w:t></w:r></w:sdtContent></w:sdt>', is_bare=True)  # fmt: skip
_in_text("last_value_of_a_choice", f'<w:sdt><w:sdtPr><w:comboBox w:lastValue="SECRET"/></w:sdtPr><w:sdtContent>{EAST}</w:sdtContent></w:sdt>')  # fmt: skip
_in_text("title_of_a_repeated_part", f'<w:sdt><w:sdtPr><w15:repeatingSection {_W15}><w15:sectionTitle w15:val="SECRET"/></w15:repeatingSection></w:sdtPr><w:sdtContent>{EAST}</w:sdtContent></w:sdt>')  # fmt: skip
for _name, _code in {
    "reference_of_a_manager": 'ADDIN EN.CITE &lt;EndNote&gt;SECRET&lt;/EndNote&gt;',
    "mark_that_is_set": 'SET officer "SECRET"',
    "entry_of_contents": 'TC "SECRET" \\f C',
    "words_kept_by_converters": "PRIVATE SECRET",
    "words_without_a_result": 'QUOTE "SECRET"',
    "question_to_who_opens": 'ASK officer "Who?" \\d "SECRET"',
}.items():  # fmt: skip
    _in_text(f"field_{_name}", _field(_code))
_in_text("place_in_a_document_of_a_link", f'<w:hyperlink w:anchor="a" w:docLocation="SECRET">{EAST}</w:hyperlink>')  # fmt: skip
_in_text("address_of_an_old_picture", f'<w:r><w:pict {_V} xmlns:o="urn:schemas-microsoft-com:office:office"><v:rect style="width:90pt;height:20pt" href="file:///SECRET"/></w:pict></w:r>')  # fmt: skip
_in_text("part_of_another_document", '<w:subDoc w:id="SECRET"/>')
_in_text("words_of_tags_in_a_document", "<w:r><w:t>East" + "".join(chr(0xE0000 + ord(one)) for one in "Quill") + "</w:t></w:r>", is_bare=True)  # fmt: skip

# Changes.

_instead("number_before_it_was_changed", f'<w:p><w:pPr><w:numPr><w:numberingChange w:id="3" w:author="" w:original="SECRET"/></w:numPr></w:pPr>{EAST}</w:p>')  # fmt: skip
_instead("cell_that_is_deleted", _table('<w:tc><w:tcPr><w:cellDel w:id="3" w:author=""/></w:tcPr>' + P + "</w:tc>"))  # fmt: skip
_in_text("words_of_a_control_that_is_deleted", '<w:customXmlDelRangeStart w:id="4" w:author="SECRET"/><w:customXmlDelRangeEnd w:id="4"/>' + EAST)  # fmt: skip
_instead(
    "caption_of_a_table", _table(_CELL.format("<w:p/>"), table='<w:tblCaption w:val="SECRET"/>')
)
_instead("summary_of_a_table_of_words", _table(_CELL.format("<w:p/>"), table='<w:tblDescription w:val="SECRET"/>'))  # fmt: skip

# Parts.

_changed("way_of_writing", (SETTINGS, "<w:zoom", '<w:activeWritingStyle w:lang="en-GB" w:vendorID="64" w:dllVersion="5" w:nlCheck="1" w:checkStyle="0" w:appName="SECRET"/><w:zoom'))  # fmt: skip
_changed("style_that_sleeps", (STYLES, "<w:latentStyles", '<w:latentStyles w:defQFormat="0"><w:lsdException w:name="SECRET"/></w:latentStyles><w:latentStyles'))  # fmt: skip
_changed("manager_of_a_document", ("docProps/app.xml", "</Properties>", "<Manager>SECRET</Manager></Properties>"))  # fmt: skip
_changed("headings_that_were", ("docProps/app.xml", "</Properties>", '<TitlesOfParts xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><vt:vector size="1" baseType="lpstr"><vt:lpstr>SECRET</vt:lpstr></vt:vector></TitlesOfParts></Properties>'))  # fmt: skip


def _part(name, path, content, type_, kind):
    def make(secret):
        if not secret:
            return document()
        return with_part(document(), path, content.replace("SECRET", secret).encode(), type_, (TEXT, kind))  # fmt: skip

    make.__name__ = name
    planted(MISSED, ROW)(make)


_MS = "http://schemas.microsoft.com/office/"
_part("people_of_a_mail_merge", "word/recipientData.xml", f'<w:recipients {_W}><w:recipientData><w:active w:val="1"/><w:uniqueTag w:val="SECRET"/></w:recipientData></w:recipients>', f"{_OPENXML}wordprocessingml.mailMergeRecipientData+xml", "recipientData")  # fmt: skip
_part("keys_of_somebody", "word/customizations.xml", f'<wne:tcg xmlns:wne="{_MS}word/2006/wordml"><wne:acds><wne:acd wne:argValue="SECRET" wne:acdName="acd0" wne:fciIndexBasedOn="0065"/></wne:acds></wne:tcg>', "application/vnd.ms-word.keyMapCustomizations+xml", f"{_MS}2006/relationships/keyMapCustomizations")  # fmt: skip
_part("what_a_machine_thinks", "word/intelligence2.xml", f'<int2:intelligence xmlns:int2="{_MS}intelligence/2020/intelligence"><int2:observations><int2:textHash int2:hashCode="SECRET" int2:id="a"/></int2:observations></int2:intelligence>', "application/vnd.ms-office.intelligence2+xml", f"{_MS}2020/10/relationships/intelligence")  # fmt: skip
_part("tasks_of_a_document", "word/documenttasks/documenttasks1.xml", f'<t:Tasks xmlns:t="{_MS}tasks/2019/documenttasks"><t:Task id="a"><t:History><t:Event time="2024-01-01T00:00:00Z" id="b"><t:SetTitle title="SECRET"/></t:Event></t:History></t:Task></t:Tasks>', "application/vnd.ms-office.documenttasks+xml", f"{_MS}2019/05/relationships/documenttasks")  # fmt: skip
_part("notes_that_go_on", "word/endnotes.xml", f'<w:endnotes {_W}><w:endnote w:type="continuationNotice" w:id="1"><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:endnote></w:endnotes>', f"{_OPENXML}wordprocessingml.endnotes+xml", "endnotes")  # fmt: skip

# OpenDocument and RTF.

for _name, _markup in {
    "frame_of_a_largest_height": '<text:p><draw:frame svg:width="8cm" svg:height="4cm" text:anchor-type="as-char"><draw:text-box fo:max-height="0.01cm"><text:p>SECRET</text:p></draw:text-box></draw:frame></text:p>',
    "second_content_of_a_frame": '<text:p><draw:frame svg:width="8cm" svg:height="4cm" text:anchor-type="as-char"><draw:text-box><text:p>East</text:p></draw:text-box><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></text:p>',
    "title_of_a_link": '<text:p><text:a xlink:type="simple" xlink:href="#a" office:title="SECRET">East</text:a></text:p>',
    "macro_in_the_text": '<text:p><text:execute-macro text:name="SECRET">East</text:execute-macro></text:p>',
    "statement_about_words": '<text:p><text:meta xhtml:content="SECRET">East</text:meta></text:p>',
    "row_that_collapses": '<table:table><table:table-column/><table:table-row table:visibility="collapse"><table:table-cell><text:p>SECRET</text:p></table:table-cell></table:table-row></table:table>',
}.items():  # fmt: skip
    placed(THIRD_DOCUMENTS, "odt", f"odt_{_name}", MISSED, _markup)


@planted(MISSED, ROW)
def odt_words_of_a_style_that_another_hides(secret):
    base = document_of_styles('<style:style style:name="Base" style:family="paragraph"><style:text-properties text:display="none"/></style:style><style:style style:name="Kid" style:family="paragraph" style:parent-style-name="Base"/>')  # fmt: skip
    return _after(base, f'<text:p text:style-name="Kid">{secret}</text:p>' if secret else "")


@planted(MISSED, ROW)
def odt_words_of_one_per_cent_of_a_parent(secret):
    base = document_of_styles('<style:style style:name="Base" style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:style><style:style style:name="Kid" style:family="paragraph" style:parent-style-name="Base"><style:text-properties fo:font-size="2%"/></style:style>')  # fmt: skip
    return _after(base, f'<text:p text:style-name="Kid">{secret}</text:p>' if secret else "")


def document_of_styles(styles):
    """Return an ODT with more named styles."""
    held = members(open_document())
    text = held["styles.xml"].decode()
    shut = "<office:styles/>"
    text = text.replace(shut, f"<office:styles>{styles}</office:styles>") if shut in text else text.replace("</office:styles>", f"{styles}</office:styles>")  # fmt: skip
    assert styles in text
    if "xmlns:fo=" not in text:
        space = ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        text = text.replace("<office:document-styles", f"<office:document-styles{space}", 1)
    return zipped({**held, "styles.xml": text.encode()})


def _after(data, markup):
    return edited(data, "content.xml", ("</office:text>", f"{markup}</office:text>"))


for _name, _markup in {
    "words_of_signs": "{\\fonttbl{\\f7\\fnil\\fcharset2 Wingdings;}}{\\f7 SECRET}",
    "words_that_one_view_hides": "{\\webhidden SECRET}",
    "program_that_wrote_it": "{\\*\\generator SECRET;}",
    "styles_that_sleep": "{\\*\\latentstyles{\\lsdlockedexcept SECRET;}}",
    "space_of_names": "{\\*\\xmlnstbl{\\xmlns1 SECRET;}}",
    "data_of_a_field": "{\\field{\\*\\fldinst PAGE{\\*\\datafield 51756963}}{\\fldrslt SECRET}}",
    "words_of_bytes": "{\\*\\blipuid SECRET}",
    "kind_of_an_object": "{\\object\\objemb{\\*\\objclass SECRET}{\\result East}}",
    "row_off_the_page": "\\trowd\\trleft-30000\\cellx-27000 SECRET\\cell\\row\\pard",
    "columns_of_no_width": "\\sect\\sectd\\sbknone\\cols2\\colno1\\colw1\\colno2\\colw1 SECRET\\par",
    "language_of_words": "{\\*\\mailmerge SECRET}",
    "words_in_a_number": "{\\*\\pnseclvl1{\\pntxtb SECRET}}",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"rtf_{_name}"))
