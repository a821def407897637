"""Documents with a secret that no page shows (rows 37 to 51 of the table of leaks)."""

import io

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches, Pt, RGBColor

from tests.support.planted.cells import written
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed, edited, members, related, with_part, zipped

DOCUMENTS = Listed()
planted = DOCUMENTS.planted
TEXT = "word/document.xml"
SETTINGS = "word/settings.xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(fill=lambda made: None) -> bytes:
    """Return a document written by python-docx, with what `fill` does to it."""
    made = docx.Document()
    made.add_heading("Bins by ward", 1)
    made.add_paragraph("There were 31 bins in North and 27 in South.")
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _run(secret, change, text="East"):
    """Return a document with one run more, changed if there is a secret."""

    def fill(made):
        run = made.add_paragraph("Also: ").add_run(secret or text)
        if secret:
            change(run)

    return document(fill)


def _in_text(secret, markup, text="East"):
    """Return a document with markup in a paragraph of its own; without a secret, with plain text there."""

    def fill(made):
        made.add_paragraph("MARK")

    content = markup.format(secret) if secret else f"<w:r><w:t>{text}</w:t></w:r>"
    return edited(document(fill), TEXT, ("<w:r><w:t>MARK</w:t></w:r>", content))


@planted("docx.tracked-deletion", 37)
def tracked_deletion(secret):
    return _in_text(
        secret, '<w:del w:id="1" w:author=""><w:r><w:delText>{}</w:delText></w:r></w:del>'
    )


@planted("docx.tracked-deletion", 37)
def tracked_move(secret):
    return _in_text(
        secret, '<w:moveFrom w:id="1" w:author=""><w:r><w:t>{}</w:t></w:r></w:moveFrom>'
    )


@planted("docx.tracked-change", 37)
def author_of_an_insertion(secret):
    return _in_text(secret, '<w:ins w:id="1" w:author="{}"><w:r><w:t>East</w:t></w:r></w:ins>')


@planted("docx.tracked-change", 37)
def author_of_a_change_of_format(secret):
    change = '<w:rPrChange w:id="1" w:author="{}"><w:rPr/></w:rPrChange>'
    return _in_text(secret, f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>East</w:t></w:r>")


@planted("docx.comment", 38)
def comment(secret):
    def fill(made):
        paragraph = made.add_paragraph("East")
        if secret:
            made.add_comment(paragraph.runs, text=secret, author="", initials="")

    return document(fill)


@planted("office.people", 38)
def people(secret):
    if not secret:
        return document()
    content = f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="{secret}"/></w15:people>'
    kind = "http://schemas.microsoft.com/office/2011/relationships/people"
    return with_part(
        document(),
        "word/people.xml",
        content.encode(),
        f"{_OPENXML}wordprocessingml.people+xml",
        (TEXT, kind),
    )


@planted("docx.hidden-text", 39)
def hidden_words(secret):
    return _run(secret, lambda run: setattr(run.font, "hidden", True))


@planted("docx.hidden-text", 39)
def words_of_a_hidden_style(secret):
    def fill(made):
        style = made.styles.add_style("Aside", 2)
        style.font.hidden = bool(secret)
        made.add_paragraph("Also: ").add_run(secret or "East", style)

    return document(fill)


@planted("docx.hidden-text", 39)
def hidden_row_of_a_table(secret):
    def fill(made):
        table = made.add_table(2, 2)
        table.cell(1, 0).text = secret or "East"
        if secret:
            table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))

    return document(fill)


@planted("docx.web-hidden", 39)
def words_hidden_in_one_view(secret):
    return _run(secret, lambda run: setattr(run.font, "web_hidden", True))


@planted("docx.invisible-text", 40)
def white_words(secret):
    return _run(secret, lambda run: setattr(run.font.color, "rgb", RGBColor(255, 255, 255)))


@planted("docx.invisible-text", 40)
def white_words_by_style(secret):
    def fill(made):
        style = made.styles.add_style("Pale", 1)
        style.font.color.rgb = RGBColor(255, 255, 255) if secret else RGBColor(40, 40, 40)
        made.add_paragraph(secret or "East", style)

    return document(fill)


@planted("docx.pale-text", 40)
def white_words_in_a_styled_table(secret):
    def fill(made):
        table = made.add_table(2, 2, "Medium Shading 1 Accent 1")
        run = table.cell(1, 0).paragraphs[0].add_run(secret or "East")
        if secret:
            run.font.color.rgb = RGBColor(255, 255, 255)

    return document(fill)


@planted("docx.tiny-text", 40)
def tiny_words(secret):
    return _run(secret, lambda run: setattr(run.font, "size", Pt(1)))


@planted("docx.tiny-text", 40)
def squeezed_words(secret):
    return _in_text(secret, '<w:r><w:rPr><w:w w:val="1"/></w:rPr><w:t>{}</w:t></w:r>')


@planted("docx.tiny-text", 40)
def words_on_a_line_without_height(secret):
    def fill(made):
        paragraph = made.add_paragraph(secret or "East")
        if secret:
            paragraph.paragraph_format.line_spacing = Pt(1)

    return document(fill)


@planted("docx.black-box", 41)
def words_under_black_highlight(secret):
    return _run(secret, lambda run: setattr(run.font, "highlight_color", WD_COLOR_INDEX.BLACK))


@planted("docx.black-box", 41)
def black_words_on_black(secret):
    return _in_text(
        secret,
        '<w:r><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/></w:rPr><w:t>{}</w:t></w:r>',
    )


@planted("docx.dark-ground", 41)
def words_on_black_that_can_be_read(secret):
    return _in_text(
        secret, '<w:r><w:rPr><w:shd w:val="clear" w:fill="000000"/></w:rPr><w:t>{}</w:t></w:r>'
    )


@planted("docx.off-page", 42)
def frame_off_the_page(secret):
    def fill(made):
        settings = made.add_paragraph(secret or "East")._p.get_or_add_pPr()
        if secret:
            frame = (
                '<w:framePr {} w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="30000" w:y="100"/>'
            )
            settings.append(parse_xml(frame.format(nsdecls("w"))))

    return document(fill)


@planted("docx.off-page", 42)
def words_indented_off_the_page(secret):
    def fill(made):
        paragraph = made.add_paragraph(secret or "East")
        paragraph.paragraph_format.left_indent = Inches(20 if secret else 1)

    return document(fill)


_CHOICE = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:t>East</w:t></mc:Choice><mc:Fallback><w:t>{}</w:t></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)


@planted("office.other-text-for-old-programs", 43)
def text_for_old_programs(secret):
    return _in_text(secret, _CHOICE)


def _field(code, result="East"):
    begin, parts, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{parts}<w:r><w:t>{result}</w:t></w:r>{end}"


@planted("docx.field", 44)
def text_of_another_file(secret):
    return _in_text(secret, _field(' INCLUDETEXT "C:\\\\{}\\\\staff.docx" '))


@planted("docx.field", 44)
def condition_with_words(secret):
    return _in_text(secret, _field(' IF 1 = 1 "East" "{}" '))


@planted("docx.field", 44)
def simple_field(secret):
    return _in_text(
        secret, '<w:fldSimple w:instr=" AUTHOR {} "><w:r><w:t>East</w:t></w:r></w:fldSimple>'
    )


@planted("docx.text-in-field", 44)
def words_in_the_code_of_a_field(secret):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>{}</w:t></w:r>'
    return _in_text(secret, begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


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
    return _in_text(secret, _CONTROL)


@planted("docx.list-item", 46)
def choice_that_was_not_taken(secret):
    item = '<w:dropDownList><w:listItem w:displayText="{}" w:value="1"/></w:dropDownList>'
    return _in_text(secret, _CONTROL.replace('<w:tag w:val="{}"/>', item))


@planted("docx.bookmark", 46)
def bookmark(secret):
    return _in_text(
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
    return _in_text(secret, _field(' HYPERLINK "mailto:{}@example.org" '))


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
