"""Office files with a secret in an eighth set of places, written and committed before any of them was inspected."""

from tests.support.planted.cells import written
from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import MISSED, Listed, edited, members, with_part
from tests.support.planted.makers import body_of, book_of, named, run_of
from tests.support.planted.presentations import SLIDE, box, slides
from tests.support.planted.workbooks import BOOK, SHEET, charted

EIGHTH_OFFICE = Listed()
planted = EIGHTH_OFFICE.planted
ROW = 122
FONTS, PROPERTIES, STRINGS = "word/fontTable.xml", "docProps/app.xml", "xl/sharedStrings.xml"
EAST = "<w:r><w:t>East</w:t></w:r>"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_MICROSOFT = "http://schemas.microsoft.com/office/"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_DIAGRAM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_FRAME = f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Diagram 8"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="914400" y="4000000"/><a:ext cx="2743200" cy="914400"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds {_DIAGRAM} r:dm="rIdData" r:lo="rIdLayout" r:qs="rIdStyle" r:cs="rIdColours"/></a:graphicData></a:graphic></p:graphicFrame></p:spTree>'
_PARTS = {
    "Data": f'<dgm:dataModel {_DIAGRAM}><dgm:ptLst><dgm:pt modelId="1" type="doc"><dgm:prSet loTypeId="urn:microsoft.com/office/officeart/2005/8/layout/default" qsTypeId="urn:microsoft.com/office/officeart/2005/8/quickstyle/simple1" csTypeId="urn:microsoft.com/office/officeart/2005/8/colors/accent1_2"/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:endParaRPr lang="en-GB"/></a:p></dgm:t></dgm:pt><dgm:pt modelId="2"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB"/><a:t>North</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn modelId="3" srcId="1" destId="2" srcOrd="0" destOrd="0"/></dgm:cxnLst><dgm:bg/><dgm:whole/></dgm:dataModel>',
    "Layout": f'<dgm:layoutDef {_DIAGRAM} uniqueId="urn:microsoft.com/office/officeart/2005/8/layout/default"><dgm:title val=""/><dgm:desc val=""/><dgm:catLst><dgm:cat type="list" pri="400"/></dgm:catLst><dgm:layoutNode name="diagram"><dgm:alg type="snake"/><dgm:shape><dgm:adjLst/></dgm:shape><dgm:presOf/></dgm:layoutNode></dgm:layoutDef>',
    "Style": f'<dgm:styleDef {_DIAGRAM} uniqueId="urn:microsoft.com/office/officeart/2005/8/quickstyle/simple1"><dgm:title val=""/><dgm:desc val=""/><dgm:catLst><dgm:cat type="simple" pri="10100"/></dgm:catLst></dgm:styleDef>',
    "Colours": f'<dgm:colorsDef {_DIAGRAM} uniqueId="urn:microsoft.com/office/officeart/2005/8/colors/accent1_2"><dgm:title val=""/><dgm:desc val=""/><dgm:catLst><dgm:cat type="accent1" pri="11200"/></dgm:catLst></dgm:colorsDef>',
}
_KINDS = {
    "Data": ("data", "diagramData"),
    "Layout": ("layout", "diagramLayout"),
    "Style": ("quickStyle", "diagramQuickStyle"),
    "Colours": ("colors", "diagramColors"),
}
_TYPES = {"Style": "diagramStyle"}


def diagrammed(changes):
    """Return slides with a diagram (SmartArt), of whose parts some markup is changed: the part, what was, what is."""
    data = slides(lambda _, slide: box(slide, "East"))
    for name, usual in _PARTS.items():
        file, kind = _KINDS[name]
        content = usual
        for old, new in [one[1:] for one in changes if one[0] == name]:
            assert old in usual, (name, old)
            content = usual.replace(old, new)
        kind_of_part = f"{_OPENXML}drawingml.{_TYPES.get(name, kind)}+xml"
        data = with_part(data, f"ppt/diagrams/{file}1.xml", content.encode(), kind_of_part, (SLIDE, kind))  # fmt: skip
        place = "ppt/slides/_rels/slide1.xml.rels"
        data = edited(data, place, ("rIdPlanted", f"rId{name}"))
    return edited(data, SLIDE, ("</p:spTree>", _FRAME))


def _diagram(name, part, old, new):
    def make(secret):
        return diagrammed([(part, old, new.replace("SECRET", secret))] if secret else [])

    planted(MISSED, ROW)(named(make, f"eighth_diagram_{name}"))


_diagram("prompt_of_a_point", "Data", '<dgm:pt modelId="2"><dgm:prSet/>', '<dgm:pt modelId="2"><dgm:prSet phldrT="[SECRET]"/>')  # fmt: skip
_diagram("point_that_joins_to_nothing", "Data", "</dgm:ptLst>", '<dgm:pt modelId="7"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>SECRET</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>')  # fmt: skip
_diagram("what_a_layout_is_for", "Layout", '<dgm:desc val=""/>', '<dgm:desc val="SECRET"/>')
_diagram("kind_of_its_colours", "Colours", 'type="accent1"', 'type="SECRET"')
_diagram("list_of_functions_of_a_layout", "Layout", '<dgm:alg type="snake"/>', '<dgm:alg type="snake"><dgm:param type="flowDir" val="SECRET"/></dgm:alg>')  # fmt: skip
_diagram("address_of_its_look", "Style", "quickstyle/simple1", "quickstyle/SECRET")


def _in_text(name, markup):
    planted(MISSED, ROW)(named(run_of(markup), f"eighth_text_{name}"))


def _instead(name, markup, *others):
    planted(MISSED, ROW)(named(body_of(markup, *others), f"eighth_text_{name}"))


def _old_box(style, inside=EAST):
    return f'<w:r><w:pict {_VML}><v:rect style="{style}" filled="f"><v:textbox><w:txbxContent><w:p>{inside}</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>'


_SECRET = "<w:r><w:t>SECRET</w:t></w:r>"
_in_text("declaration_of_nothing_on_an_old_shape", _old_box("width:100pt;height:20pt;mso-note:SECRET"))  # fmt: skip
_in_text("old_box_left_of_its_paper", _old_box("position:absolute;margin-left:-1900pt;width:100pt;height:20pt", _SECRET))  # fmt: skip
_in_text("old_box_turned_over_within_no_height", _old_box("width:100pt;height:.01pt;mso-fit-shape-to-text:f", _SECRET))  # fmt: skip
_in_text("reading_of_a_word_in_letters_of_one_point", '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="2"/><w:hpsRaise w:val="22"/><w:hpsBaseText w:val="24"/><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>' + _SECRET + "</w:rt><w:rubyBase>" + EAST + "</w:rubyBase></w:ruby></w:r>")  # fmt: skip
_in_text("node_of_a_form_that_it_is_filled_from", '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns0:bins/ns0:SECRET" w:storeItemID="{3C9A1F52-0F2B-4C55-9F0E-2D2E4F6A7B77}"/><w:text/></w:sdtPr><w:sdtContent>' + EAST + "</w:sdtContent></w:sdt>")  # fmt: skip
_instead("frame_of_a_page_of_frames", f"<w:p>{EAST}</w:p>", ("word/webSettings.xml", "</w:webSettings>", '<w:frameset><w:frame><w:name w:val="SECRET"/><w:linkedToFile/></w:frame></w:frameset></w:webSettings>'))  # fmt: skip
_instead("other_name_of_a_font", f"<w:p>{EAST}</w:p>", (FONTS, '<w:font w:name="Cambria">', '<w:font w:name="Cambria"><w:altName w:val="SECRET"/>'))  # fmt: skip
_instead("heading_that_it_had_when_it_was_saved", f"<w:p>{EAST}</w:p>", (PROPERTIES, "</Properties>", '<HeadingPairs><vt:vector xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" size="2" baseType="variant"><vt:variant><vt:lpstr>Headings</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" size="1" baseType="lpstr"><vt:lpstr>SECRET</vt:lpstr></vt:vector></TitlesOfParts></Properties>'))  # fmt: skip


@planted(MISSED, ROW)
def eighth_text_what_stands_where_a_note_goes_on(secret):
    """Word writes this below notes that run over a page, of which there are none."""
    if not secret:
        return document()
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    content = f'<w:footnotes {w}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationNotice" w:id="1"><w:p><w:r><w:t>{secret}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    return with_part(document(), "word/footnotes.xml", content.encode(), f"{_OPENXML}wordprocessingml.footnotes+xml", (TEXT, "footnotes"))  # fmt: skip


def _part_of_book(name, path, content, type_, kind, of=BOOK):
    """List a workbook with one part more, which holds the secret."""

    def make(secret):
        if not secret:
            return written()
        return with_part(written(), path, content.replace("SECRET", secret).encode(), type_, (of, kind))  # fmt: skip

    planted(MISSED, ROW)(named(make, f"eighth_book_{name}"))


def _in_book(name, *changes):
    planted(MISSED, ROW)(named(book_of(lambda *_: None, *changes), f"eighth_book_{name}"))


_part_of_book("what_a_place_on_the_map_is", "xl/richData/rdrichvalue.xml", f'<rvData xmlns="{_MICROSOFT}../spreadsheetml/2017/richdata" count="1"><rv s="0"><v>SECRET</v></rv></rvData>'.replace("office/../", "office/"), "application/vnd.ms-excel.rdrichvalue+xml", f"{_MICROSOFT}2017/06/relationships/rdRichValue")  # fmt: skip
_part_of_book("word_of_a_cube", "xl/metadata.xml", f'<metadata {_MAIN}><metadataStrings count="1"><s v="SECRET"/></metadataStrings></metadata>', f"{_OPENXML}spreadsheetml.sheetMetadata+xml", "sheetMetadata")  # fmt: skip
_part_of_book("topic_of_a_value_that_comes_by_itself", "xl/volatileDependencies.xml", f'<volTypes {_MAIN}><volType type="realTimeData"><main first="bins.server"><tp t="s"><v>1</v><stp>SECRET</stp><tr r="A1" s="1"/></tp></main></volType></volTypes>', f"{_OPENXML}spreadsheetml.volatileDependencies+xml", "volatileDependencies")  # fmt: skip
_in_book("name_of_a_sheet_for_programs", (SHEET, "<dimension", '<sheetPr codeName="SECRET"/><dimension'))  # fmt: skip
_in_book("name_of_cells_that_some_may_change", (SHEET, "<pageMargins", '<protectedRanges><protectedRange sqref="A1:A3" name="SECRET"/></protectedRanges><pageMargins'))  # fmt: skip
_in_book("where_a_sheet_was_put_on_the_web", (SHEET, "</worksheet>", '<webPublishItems count="1"><webPublishItem id="1" divId="Data_1" sourceType="sheet" destinationFile="SECRET.htm"/></webPublishItems></worksheet>'))  # fmt: skip
_in_book("head_of_a_page_in_white", (SHEET, "</worksheet>", "<headerFooter><oddHeader>&amp;CBins &amp;KFFFFFFSECRET</oddHeader></headerFooter></worksheet>"))  # fmt: skip
_in_book("font_of_the_head_of_a_page", (SHEET, "</worksheet>", '<headerFooter><oddHeader>&amp;C&amp;"SECRET,Bold"Bins</oddHeader></headerFooter></worksheet>'))  # fmt: skip
_in_book("words_below_the_room_of_their_row", (STRINGS, "<t>North</t>", f'<t xml:space="preserve">North{"&#10;" * 40}SECRET</t>'))  # fmt: skip
_in_book("sign_that_a_program_saw_in_a_cell", (SHEET, "</worksheet>", '<smartTags><cellSmartTags r="A1"><cellSmartTag type="0"><cellSmartTagPr key="who" val="SECRET"/></cellSmartTag></cellSmartTags></smartTags></worksheet>'))  # fmt: skip

_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'


def _chart(name, old, new):
    def make(secret):
        return charted(secret, old, new.replace("SECRET", secret))

    planted(MISSED, ROW)(named(make, f"eighth_chart_{name}"))


_chart("labels_from_cells_that_it_does_not_show", "</c:val></c:ser>", f'</c:val><c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" {_C15}><c15:datalabelsRange><c15:f>Data!$A$2:$A$2</c15:f><c15:dlblRangeCache><c:ptCount val="1"/><c:pt idx="0"><c:v>SECRET</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>')  # fmt: skip
_chart("line_that_was_filtered_out", '<c:axId val="50010001"/><c:axId', f'<c:axId val="50010001"/><c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" {_C15}><c15:filteredBarSeries><c15:ser><c:idx val="1"/><c:order val="1"/><c:tx><c:v>SECRET</c:v></c:tx></c15:ser></c15:filteredBarSeries></c:ext></c:extLst><c:axId')  # fmt: skip


def _slide(name, *changes):
    """List a presentation with a box of words, of which the slide or another part is changed."""

    def make(secret):
        data = slides(lambda _, slide: box(slide, "East"))
        for part, old, new in changes if secret else ():
            data = edited(data, part, (old, new.replace("SECRET", secret)))
        return data

    planted(MISSED, ROW)(named(make, f"eighth_slide_{name}"))


_END = "<a:t>East</a:t></a:r></a:p>"
_slide("words_clipped_at_the_end_of_their_box", (SLIDE, '<a:bodyPr wrap="none"><a:spAutoFit/></a:bodyPr>', '<a:bodyPr wrap="square" vertOverflow="clip"><a:noAutofit/></a:bodyPr>'), (SLIDE, _END, _END + "<a:p/>" * 30 + "<a:p><a:r><a:t>SECRET</a:t></a:r></a:p>"))  # fmt: skip
_slide("font_of_a_mark_of_a_list", (SLIDE, "<a:p><a:r><a:t>East", '<a:p><a:pPr><a:buFont typeface="SECRET"/><a:buChar char="-"/></a:pPr><a:r><a:t>East'))  # fmt: skip
_slide("sound_of_a_click", (SLIDE, "<a:r><a:t>East", '<a:r><a:rPr><a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="" action="ppaction://noaction" tgtFrame="SECRET"/></a:rPr><a:t>East'))  # fmt: skip
_slide("style_of_a_table_that_there_is_not", ("ppt/tableStyles.xml", "/>", '><a:tblStyle styleId="{3C9A1F52-0F2B-4C55-9F0E-2D2E4F6A7B77}" styleName="SECRET"/></a:tblStyleLst>'))  # fmt: skip
_slide("words_in_tabs_that_lead_off_the_slide", (SLIDE, "<a:p><a:r><a:t>East</a:t></a:r></a:p>", '<a:p><a:pPr><a:tabLst><a:tab pos="20000000" algn="l"/></a:tabLst></a:pPr><a:r><a:t>East&#9;SECRET</a:t></a:r></a:p>'))  # fmt: skip
_slide("colour_that_somebody_named", ("ppt/theme/theme1.xml", "<a:extraClrSchemeLst/>", '<a:extraClrSchemeLst/><a:custClrLst><a:custClr name="SECRET"><a:srgbClr val="1D70B8"/></a:custClr></a:custClrLst>'))  # fmt: skip


@planted(MISSED, ROW)
def eighth_slide_page_of_a_show_within_an_ordinary_name(secret):
    """The identity of a layout's copy, which a program fills with what it likes."""
    data = slides(lambda _, slide: box(slide, "East"))
    if not secret:
        return data
    assert "<p:cSld" in members(data)[SLIDE].decode()
    return edited(data, SLIDE, ("<p:cSld>", f'<p:cSld name="{secret}">'))
