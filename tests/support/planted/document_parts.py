"""Documents with a secret in a field, a setting, a part or a picture (rows 44 to 51 of the table of leaks)."""

import io

from docx.enum.section import WD_SECTION

from tests.support.planted.cells import written
from tests.support.planted.documents import TEXT, document, in_text
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed, edited, members, related, with_part, zipped

DOCUMENT_PARTS = Listed()
planted = DOCUMENT_PARTS.planted
SETTINGS = "word/settings.xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _field(code, result="East"):
    begin, parts, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{parts}<w:r><w:t>{result}</w:t></w:r>{end}"


@planted("docx.field", 44)
def text_of_another_file(secret):
    return in_text(secret, _field(' INCLUDETEXT "C:\\\\{}\\\\staff.docx" '))


@planted("docx.field", 44)
def condition_with_words(secret):
    return in_text(secret, _field(' IF 1 = 1 "East" "{}" '))


@planted("docx.field", 44)
def simple_field(secret):
    return in_text(
        secret, '<w:fldSimple w:instr=" AUTHOR {} "><w:r><w:t>East</w:t></w:r></w:fldSimple>'
    )


@planted("docx.text-in-field", 44)
def words_in_the_code_of_a_field(secret):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>{}</w:t></w:r>'
    return in_text(secret, begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def _in_settings(secret, markup):
    data = document()
    return (
        edited(data, SETTINGS, ("</w:settings>", markup.format(secret) + "</w:settings>"))
        if secret
        else data
    )


@planted("docx.variable", 45)
def variable(secret):
    return _in_settings(secret, '<w:docVars><w:docVar w:name="officer" w:val="{}"/></w:docVars>')


@planted("docx.mail-merge", 45)
def source_of_a_mail_merge(secret):
    return _in_settings(secret, '<w:mailMerge><w:query w:val="SELECT * FROM {}"/></w:mailMerge>')


@planted("docx.template-path", 45)
def path_of_the_template(secret):
    address = f"file:///C:/Users/{secret}/letter.dotm"
    return related(document(), SETTINGS, "attachedTemplate", address) if secret else document()


_CONTROL = '<w:sdt><w:sdtPr><w:tag w:val="{}"/></w:sdtPr><w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>'


@planted("docx.control-tag", 46)
def tag_of_a_control(secret):
    return in_text(secret, _CONTROL)


@planted("docx.list-item", 46)
def choice_that_was_not_taken(secret):
    item = '<w:dropDownList><w:listItem w:displayText="{}" w:value="1"/></w:dropDownList>'
    return in_text(secret, _CONTROL.replace('<w:tag w:val="{}"/>', item))


@planted("docx.bookmark", 46)
def bookmark(secret):
    return in_text(
        secret,
        '<w:bookmarkStart w:id="9" w:name="{}"/><w:r><w:t>East</w:t></w:r><w:bookmarkEnd w:id="9"/>',
    )


@planted("office.embedded-file", 47, is_bare=True)
def workbook_behind_a_chart(secret):
    if not secret:
        return document()
    inside = written(lambda _, sheet: sheet.write(5, 0, secret))
    name = "word/embeddings/Microsoft_Excel_Worksheet.xlsx"
    return with_part(document(), name, inside, f"{_OPENXML}spreadsheetml.sheet", (TEXT, "package"))


@planted("docx.other-document", 48)
def page_in_the_document(secret):
    content = f"<html><body>{secret}</body></html>".encode()
    return (
        with_part(document(), "word/chunk.html", content, "text/html", (TEXT, "aFChunk"))
        if secret
        else document()
    )


@planted("docx.building-blocks", 48)
def building_blocks(secret):
    content = f"<w:glossaryDocument {_W}><w:docParts><w:docPart><w:docPartBody><w:p><w:r><w:t>{secret}</w:t></w:r></w:p>"
    content += "</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    type_ = f"{_OPENXML}wordprocessingml.document.glossary+xml"
    if not secret:
        return document()
    return with_part(
        document(),
        "word/glossary/document.xml",
        content.encode(),
        type_,
        (TEXT, "glossaryDocument"),
    )


@planted("office.custom-xml", 49)
def data_of_a_document_system(secret):
    content = f'<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><p:officer>{secret}</p:officer></p:properties>'
    if not secret:
        return document()
    return with_part(
        document(), "customXml/item2.xml", content.encode(), "application/xml", (TEXT, "customXml")
    )


@planted("office.person", 49)
def last_saved_by(secret):
    return document(lambda made: setattr(made.core_properties, "last_modified_by", secret))


@planted("office.property", 49)
def subject(secret):
    return document(lambda made: setattr(made.core_properties, "subject", secret))


@planted("docx.revision-ids", 49, is_bare=True)
def revision_ids(secret):
    data = document()
    return edited(data, TEXT, ("<w:p>", '<w:p w:rsidR="00AB12CD">')) if secret else data


@planted("docx.header", 50)
def words_in_a_header(secret):
    def fill(made):
        if secret:
            made.sections[0].header.paragraphs[0].text = secret

    return document(fill)


@planted("docx.unused-header", 50)
def header_that_no_page_has(secret):
    def fill(made):
        section = made.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = secret or ""
        section.different_first_page_header_footer = False

    return document(fill)


_NOTES = f'<w:footnotes {_W}><w:footnote w:id="2"><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:footnote></w:footnotes>'


@planted("docx.unused-note", 50)
def footnote_without_a_reference(secret):
    if not secret:
        return document()
    type_ = f"{_OPENXML}wordprocessingml.footnotes+xml"
    return with_part(
        document(), "word/footnotes.xml", _NOTES.format(secret).encode(), type_, (TEXT, "footnotes")
    )


def pictured(data=b""):
    """Return a document with a picture."""
    return document(lambda made: made.add_picture(io.BytesIO(data or photograph())))


@planted("office.linked-picture", 51)
def linked_picture(secret):
    return related(document(), TEXT, "image", f"file:///C:/{secret}.png") if secret else document()


@planted("office.description", 51)
def description_of_a_photograph(secret):
    data = pictured()
    return (
        edited(
            data,
            TEXT,
            (
                '<wp:docPr id="1" name="Picture 1"/>',
                f'<wp:docPr id="1" name="Picture 1" descr="{secret}"/>',
            ),
        )
        if secret
        else data
    )


@planted("office.cropped-picture", 51, is_bare=True)
def cut_photograph(secret):
    data = pictured()
    return (
        edited(data, TEXT, ("<a:stretch>", '<a:srcRect t="50000"/><a:stretch>')) if secret else data
    )


@planted("office.telling-link", 51)
def address_in_a_field(secret):
    return in_text(secret, _field(' HYPERLINK "mailto:{}@example.org" '))


@planted("office.thumbnail", 49, is_bare=True)
def small_picture_of_the_first_page(secret):
    data = document()
    if secret:
        return data
    parts = members(data)
    del parts["docProps/thumbnail.jpeg"]
    text = parts["_rels/.rels"].decode()
    start = text.index("<Relationship ", text.index("thumbnail") - 200)
    one = next(each for each in text[start:].split("/>") if "thumbnail" in each)
    parts["_rels/.rels"] = text.replace(f"{one}/>", "").encode()
    return zipped(parts)


def sectioned():
    """Return a document with two sections and headers in use."""

    def fill(made):
        section = made.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "First"
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = "Harbour office"

    return document(fill)
