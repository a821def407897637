"""Documents with a secret that no page shows (rows 37 to 51 of the table of leaks)."""

import io
from functools import cache

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches, Pt, RGBColor

from tests.support.planted.cells import nothing
from tests.support.planted.fixtures import Listed, edited, with_part

DOCUMENTS = Listed()
planted = DOCUMENTS.planted
TEXT = "word/document.xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."


def document(fill=nothing) -> bytes:
    """Return a document written by python-docx, with what `fill` does to it."""
    made = docx.Document()
    made.add_heading("Bins by ward", 1)
    made.add_paragraph("There were 31 bins in North and 27 in South.")
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@cache
def marked() -> bytes:
    """Return the document with one paragraph more, "MARK", in place of which hundreds of files have something else."""
    return document(lambda made: made.add_paragraph("MARK"))


def _run(secret, change, text="East"):
    """Return a document with one run more, changed if there is a secret."""

    def fill(made):
        run = made.add_paragraph("Also: ").add_run(secret or text)
        if secret:
            change(run)

    return document(fill)


def in_text(secret, markup, text="East"):
    """Return a document with markup in a paragraph of its own; without a secret, with plain text there."""
    content = markup.format(secret) if secret else f"<w:r><w:t>{text}</w:t></w:r>"
    return edited(marked(), TEXT, ("<w:r><w:t>MARK</w:t></w:r>", content))


@planted("docx.tracked-deletion", 37)
def tracked_deletion(secret):
    return in_text(
        secret, '<w:del w:id="1" w:author=""><w:r><w:delText>{}</w:delText></w:r></w:del>'
    )


@planted("docx.tracked-deletion", 37)
def tracked_move(secret):
    return in_text(secret, '<w:moveFrom w:id="1" w:author=""><w:r><w:t>{}</w:t></w:r></w:moveFrom>')


@planted("docx.tracked-change", 37)
def author_of_an_insertion(secret):
    return in_text(secret, '<w:ins w:id="1" w:author="{}"><w:r><w:t>East</w:t></w:r></w:ins>')


@planted("docx.tracked-change", 37)
def author_of_a_change_of_format(secret):
    change = '<w:rPrChange w:id="1" w:author="{}"><w:rPr/></w:rPrChange>'
    return in_text(secret, f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>East</w:t></w:r>")


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
    return in_text(secret, '<w:r><w:rPr><w:w w:val="1"/></w:rPr><w:t>{}</w:t></w:r>')


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
    return in_text(
        secret,
        '<w:r><w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/></w:rPr><w:t>{}</w:t></w:r>',
    )


@planted("docx.dark-ground", 41)
def words_on_black_that_can_be_read(secret):
    return in_text(
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
def words_drawn_out_over_the_margin(secret):
    def fill(made):
        paragraph = made.add_paragraph(secret or "East")
        paragraph.paragraph_format.left_indent = Inches(-4 if secret else -0.5)

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
    return in_text(secret, _CHOICE)
