"""Leaks that the table names in passing: parts, settings and marks of few files."""

from tests.support.planted import presentations
from tests.support.planted.cells import written
from tests.support.planted.document_parts import SETTINGS
from tests.support.planted.documents import TEXT, document, in_text
from tests.support.planted.drawings import with_picture
from tests.support.planted.fixtures import Listed, edited, members, related, with_part, zipped
from tests.support.planted.opendocuments import CONTENT
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.opendocuments import workbook as open_workbook
from tests.support.planted.workbooks import BOOK, SHEET, in_sheet, with_one_part

MORE = Listed()
planted = MORE.planted
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


@planted("office.custom-ui", 31)
def ribbon_of_an_office(secret):
    content = f'<customUI xmlns="{_MICROSOFT}2009/07/customui" onLoad="{{}}"/>'
    kind = f"{_MICROSOFT}2007/relationships/ui/extensibility"
    return with_one_part(secret, "customUI/customUI14.xml", content, "application/xml", ("", kind))


@planted("office.signature", 31)
def signature(secret):
    content = (
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo>{}</KeyInfo></Signature>'
    )
    kind = f"{_PACKAGE}relationships/digital-signature/signature"
    type_ = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    return with_one_part(secret, "_xmlsignatures/sig1.xml", content, type_, ("", kind))


@planted("office.label", 25)
def sensitivity_label(secret):
    content = f'<clbl:labelList xmlns:clbl="{_MICROSOFT}2020/mipLabelMetadata"><clbl:label id="{{{{{{}}}}}}"/></clbl:labelList>'
    kind = f"{_MICROSOFT}2020/02/relationships/classificationlabels"
    type_ = "application/vnd.ms-office.classificationlabels+xml"
    return with_one_part(secret, "docMetadata/LabelInfo.xml", content, type_, ("", kind))


@planted("office.embedded-font", 31)
def font_in_a_document(secret):
    type_ = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    data = document()
    return (
        with_part(data, "word/fonts/font1.odttf", secret.encode(), type_, (TEXT, "font"))
        if secret
        else data
    )


@planted("office.linked-file", 16)
def linked_object(secret):
    return (
        related(written(), SHEET, "oleObject", f"file:///C:/{secret}.xlsx") if secret else written()
    )


@planted("office.style-name")
def name_of_a_style(secret):
    def fill(made):
        if secret:
            made.styles.add_style(f"As {secret} likes it", 1)

    return document(fill)


@planted("picture.not-looked-into", 32)
def drawing_with_text(secret):
    if not secret:
        return with_picture(decorative=True)
    parts = members(with_picture(decorative=True))
    parts["xl/media/image1.png"] = (
        f"<svg xmlns='http://www.w3.org/2000/svg'><text>{secret}</text></svg>".encode()
    )
    return zipped(parts)


@planted("picture.unknown", 32)
def picture_that_is_none(secret):
    parts = members(with_picture(decorative=True))
    return zipped({**parts, "xl/media/image1.png": f"to {secret}".encode()} if secret else parts)


@planted("picture.thumbnail", 90, is_bare=True)
def small_picture_in_a_photograph(secret):
    from tests.support.planted.drawings import photograph

    data = photograph("JPEG")
    held = b"Exif\0\0" + photograph("JPEG")
    segment = b"\xff\xe1" + (len(held) + 2).to_bytes(2, "big") + held
    return with_picture(data[:2] + segment + data[2:] if secret else data, decorative=True)


@planted("xlsx.dialog-sheet", 1)
def dialog_sheet(secret):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    type_ = "application/vnd.openxmlformats-officedocument.spreadsheetml.dialogsheet+xml"
    content = f'<dialogsheet xmlns="{main}"><headerFooter><oddHeader>{{}}</oddHeader></headerFooter></dialogsheet>'
    return with_one_part(
        secret, "xl/dialogsheets/sheet1.xml", content, type_, (BOOK, "dialogsheet")
    )


@planted("xlsx.pivot-table", 15)
def pivot_table(secret):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    type_ = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml"
    content = f'<pivotTableDefinition xmlns="{main}" name="{{}}"/>'
    return with_one_part(
        secret, "xl/pivotTables/pivotTable1.xml", content, type_, (SHEET, "pivotTable")
    )


@planted("xlsx.name", 19, is_bare=True)
def name_for_cells(secret):
    return written(
        lambda book, _: book.define_name(f"{secret}_bins", "=Data!$A$1:$A$4") if secret else None
    )


@planted("xlsx.formula", 20, is_bare=True)
def formula(secret):
    return written(
        lambda _, sheet: sheet.write_formula("D2", "=B2*2", None, 62) if secret else None
    )


@planted("xlsx.smart-tag", 21)
def smart_tag_of_a_cell(secret):
    return in_sheet(
        secret,
        '<smartTags><cellSmartTags r="A1"><cellSmartTag type="{}"/></cellSmartTags></smartTags>',
    )


@planted("xlsx.web-publishing", 21)
def page_to_which_it_was_published(secret):
    item = '<webPublishItems><webPublishItem id="1" divId="a" sourceType="sheet" destinationFile="C:\\{}"/></webPublishItems>'
    return in_sheet(secret, item)


@planted("xlsx.protected-range", 21)
def range_of_somebody(secret):
    markup = '<protectedRanges><protectedRange sqref="A1" name="{}"/></protectedRanges>'
    return in_sheet(secret, markup, before="<pageMargins")


@planted("xlsx.protection", 5, is_bare=True)
def protected_sheet(secret):
    return written(lambda _, sheet: sheet.protect("word") if secret else None)


@planted("docx.form-field", 46)
def help_of_a_form_field(secret):
    data = '<w:ffData><w:name w:val="a"/><w:helpText w:val="{}"/></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    return in_text(secret, begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


@planted("docx.smart-tag", 46)
def smart_tag_of_words(secret):
    return in_text(
        secret,
        '<w:smartTag w:uri="urn:schemas-microsoft-com:office" w:element="{}"><w:r><w:t>East</w:t></w:r></w:smartTag>',
    )


@planted("docx.protected-range", 46)
def words_that_somebody_may_change(secret):
    return in_text(
        secret, '<w:permStart w:id="1" w:ed="{}"/><w:r><w:t>East</w:t></w:r><w:permEnd w:id="1"/>'
    )


@planted("docx.protection", 45, is_bare=True)
def protected_document(secret):
    data = document()
    markup = '<w:documentProtection w:edit="readOnly"/></w:settings>'
    return edited(data, SETTINGS, ("</w:settings>", markup)) if secret else data


def _in_presentation(secret, markup):
    data = presentations.slides()
    end = "</p:presentation>"
    return edited(data, presentations.MAIN, (end, markup.format(secret) + end)) if secret else data


@planted("pptx.section", 60)
def name_of_a_section(secret):
    namespace = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    return _in_presentation(
        secret,
        f'<p:extLst><p:ext uri="{{{{1}}}}"><p14:sectionLst {namespace}><p14:section name="{{}}"/></p14:sectionLst></p:ext></p:extLst>',
    )


@planted("pptx.custom-show", 60)
def selection_of_slides(secret):
    return _in_presentation(secret, '<p:custShowLst><p:custShow id="0" name="{}"/></p:custShowLst>')


@planted("pptx.protection", 60, is_bare=True)
def protected_presentation(secret):
    return _in_presentation(secret, '<p:modifyVerifier algIdExt="1"/>')


def _in_open(secret, made, markup, end):
    return edited(made, CONTENT, (end, markup.format(secret) + end)) if secret else made


@planted("odf.outside", 112)
def sheet_of_another_file(secret):
    markup = '<table:table table:name="Other"><table:table-source xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///C:/{}.ods"/></table:table>'
    return _in_open(secret, open_workbook(), markup, "</office:spreadsheet>")


@planted("odf.validation", 112)
def list_of_choices_of_ods(secret):
    rule = '<table:content-validations><table:content-validation table:name="a" table:condition="of:cell-content-is-in-list(&quot;{}&quot;)"/></table:content-validations>'
    return _in_open(secret, open_workbook(), rule, "</office:spreadsheet>")


@planted("odf.filter", 112)
def filter_of_ods(secret):
    markup = '<table:database-ranges><table:database-range table:target-range-address="Data.A1:Data.B2"><table:filter><table:filter-condition table:field-number="0" table:operator="!=" table:value="{}"/></table:filter></table:database-range></table:database-ranges>'
    return _in_open(secret, open_workbook(), markup, "</office:spreadsheet>")


@planted("odf.name", 112)
def name_of_ods(secret):
    markup = '<table:named-expressions><table:named-range table:name="{}" table:cell-range-address="$Data.$A$1"/></table:named-expressions>'
    return _in_open(secret, open_workbook(), markup, "</office:spreadsheet>")


@planted("odf.under-merged", 112)
def under_merged_cells_of_ods(secret):
    markup = '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>East</text:p></table:table-cell><table:covered-table-cell><text:p>{}</text:p></table:covered-table-cell></table:table-row>'
    return _in_open(secret, open_workbook(), markup, "</table:table>")


@planted("odf.field", 112)
def condition_of_odt(secret):
    markup = '<text:p><text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="East" text:string-value-if-false="{}">East</text:conditional-text></text:p>'
    return _in_open(secret, open_document(), markup, "</office:text>")


@planted("odf.form", 112)
def form_of_odt(secret):
    markup = '<office:forms><form:form xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" form:name="a"><form:hidden form:value="{}"/></form:form></office:forms>'
    return _in_open(secret, open_document(), markup, "</office:text>")


@planted("odf.layout-cache", 112)
def layout_of_odt(secret):
    parts = members(open_document())
    return zipped({**parts, "layout-cache": secret.encode()} if secret else parts)
