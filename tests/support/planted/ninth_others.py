"""OpenDocument, rich text, PDF, pictures, messages, tables, pages and archives with a secret in a ninth set of places."""

import io
import tarfile
import zipfile
from email.message import EmailMessage

from odf import dc, draw, meta, office, style, table, text
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, PngImagePlugin

from tests.support.planted.containers import TABLE
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.makers import mail_of, named, page_of, rich_of, saved
from tests.support.planted.messages import mail
from tests.support.planted.opendocuments import document, presented, workbook
from tests.support.planted.pdf_made import annotation, form, pdf_of, photograph, text_at

NINTH_OTHERS = Listed()
planted = NINTH_OTHERS.planted
ROW = 123


def _odf(name, made, fill):
    """List an OpenDocument file by odfpy, with what `fill` does to it where there is a secret."""

    def make(secret):
        return made(lambda *given: fill(*given, secret) if secret else None)

    planted(MISSED, ROW)(named(make, f"ninth_{made.__name__}_{name}"))


def _number_that_is_a_word(_, sheet, secret):
    row = table.TableRow()
    cell = table.TableCell(valuetype="string", stringvalue=secret)
    cell.addElement(text.P(text="East"))
    row.addElement(cell)
    sheet.addElement(row)


def _rule_for_cells(made, _, secret):
    held = table.ContentValidations()
    held.addElement(
        table.ContentValidation(name="V1", condition=f'of:cell-content-is-in-list("{secret}")')
    )
    made.spreadsheet.addElement(held)


def _named_formula(made, _, secret):
    held = table.NamedExpressions()
    held.addElement(table.NamedExpression(name="Ward", expression=f'of:="{secret}"'))
    made.spreadsheet.addElement(held)


def _words_of_a_tab(_, sheet, secret):
    sheet.setAttribute("protectionkey", secret)


def _white_span(made, secret):
    look = style.Style(name="T9", family="text")
    look.addElement(style.TextProperties(color="#fefefe"))
    made.automaticstyles.addElement(look)
    line = text.P(text="East ")
    line.addElement(text.Span(stylename=look, text=secret))
    made.text.addElement(line)


def _hidden_by_a_condition(made, secret):
    line = text.P(text="East ")
    line.addElement(text.HiddenText(condition="ooow:1==1", stringvalue=secret, ishidden="true"))
    made.text.addElement(line)


def _mark_of_an_index(made, secret):
    line = text.P(text="East")
    line.addElement(text.AlphabeticalIndexMark(stringvalue=secret))
    made.text.addElement(line)


def _note_of_a_reader(made, secret):
    note = office.Annotation()
    note.addElement(dc.Creator(text=secret))
    note.addElement(text.P(text="See the letter"))
    line = text.P(text="East")
    line.addElement(note)
    made.text.addElement(line)


def _remark(made, secret):
    made.meta.addElement(meta.UserDefined(name="Case", valuetype="string", text=secret))


def _title_of_a_frame(_, page, secret):
    frame = draw.Frame(width="6cm", height="2cm", x="2cm", y="12cm")
    box = draw.TextBox()
    box.addElement(text.P(text="East"))
    frame.addElement(box)
    page.addElement(frame)
    frame.setAttribute("name", secret)


for _name, _made, _fill in (
    ("value_behind_what_is_shown", workbook, _number_that_is_a_word),
    ("list_that_a_rule_allows", workbook, _rule_for_cells),
    ("formula_with_a_name", workbook, _named_formula),
    ("key_of_a_locked_sheet", workbook, _words_of_a_tab),
    ("letters_nearly_of_the_paper", document, _white_span),
    ("words_that_a_condition_hides", document, _hidden_by_a_condition),
    ("entry_of_an_index", document, _mark_of_an_index),
    ("who_made_a_comment", document, _note_of_a_reader),
    ("property_of_its_own", document, _remark),
    ("name_of_a_frame", presented, _title_of_a_frame),
):
    _odf(_name, _made, _fill)

for _name, _markup in {
    "subject_in_its_properties": "{\\info{\\subject SECRET}}",
    "hidden_words": "East {\\v SECRET}\\par",
    "words_that_are_struck_by_a_reviewer": "{\\revtbl{Unknown;}{SECRET;}}East\\par",
    "piece_of_a_strange_program": "{\\*\\wardinfo SECRET}East\\par",
    "letters_of_half_a_point": "{\\fs1 SECRET}East\\par",
    "letters_of_the_paper": "{\\cf8 SECRET}East\\par",
    "code_of_a_field": '{\\field{\\*\\fldinst COMMENTS "SECRET"}{\\fldrslt East}}\\par',
    "result_of_an_object": "{\\object\\objemb{\\*\\objclass SECRET}{\\result East}}\\par",
    "words_of_a_mail_merge": "{\\*\\mailmerge{\\mmdatasource SECRET}}East\\par",
    "file_in_a_list_of_files": "{\\*\\filetbl{\\file\\fid1 C:\\\\\\\\SECRET.doc}}East\\par",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"ninth_rtf_{_name}"))


def _pdf(name, *contents, change=None, **resources):
    """List a PDF with instructions or changed objects, where there is a secret."""

    def make(secret):
        if not secret:
            return pdf_of()
        held = [one.replace("SECRET", secret) for one in contents]
        return pdf_of(*held, change=change and (lambda pdf: change(pdf, secret)), **resources)

    planted(MISSED, ROW)(named(make, f"ninth_pdf_{name}"))


def _labels(pdf, secret):
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(secret))]))


def _pieces(pdf, secret):
    pdf.pages[0].obj.PieceInfo = Dictionary(Draw=Dictionary(Private=String(secret)))


def _unused(pdf, secret):
    pdf.pages[0].Resources.XObject = Dictionary(X1=form(pdf, text_at(72, 600, secret)))


def _note(pdf, secret):
    annotation(pdf, "Text", Contents=String("East"), T=String(secret))


def _script(pdf, secret):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"var ward = '{secret}';"))


def _place(pdf, secret):
    pdf.Root.Dests = Dictionary({f"/{secret}": Array([pdf.pages[0].obj, Name.Fit])})


def _spoken(pdf, secret):
    part = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, ActualText=String(secret), Pg=pdf.pages[0].obj)
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array([part]))
    )
    part.P = pdf.Root.StructTreeRoot


def _keywords(pdf, secret):
    pdf.docinfo["/Keywords"] = secret


def _cropped(pdf, _):
    pdf.pages[0].CropBox = Array([0, 650, 595, 842])


_pdf("letters_that_are_not_drawn", text_at(72, 600, "SECRET", "3 Tr"))
_pdf("letters_of_the_paper", text_at(72, 600, "SECRET", "1 g"))
_pdf("letters_beyond_the_edge", text_at(900, 600, "SECRET"))
_pdf("letters_below_the_crop", text_at(72, 300, "SECRET"), change=_cropped)
_pdf("letters_under_a_box", text_at(72, 600, "SECRET") + "0 g 60 590 200 30 re f\n")
_pdf("letters_of_a_mark_that_says_other_words", "/Span <</ActualText (SECRET)>> BDC " + text_at(72, 600, "East") + "EMC\n")  # fmt: skip
_pdf("names_of_pages", change=_labels)
_pdf("piece_of_a_program", change=_pieces)
_pdf("drawing_that_no_page_draws", change=_unused)
_pdf("who_made_a_note", change=_note)
_pdf("script", change=_script)
_pdf("words_by_which_it_is_found", change=_keywords)
_pdf("name_of_a_place", change=_place)
_pdf("words_to_be_read_aloud", change=_spoken)


def _lettered():
    made = Image.new("RGB", (80, 40), "white")
    ImageDraw.Draw(made).rectangle((10, 10, 50, 30), fill="navy")
    return made


def _words_of_png(secret, *, zipped=False):
    held = PngImagePlugin.PngInfo()
    if secret:
        held.add_text("Comment", secret, zip=zipped)
    return saved(_lettered(), "PNG", pnginfo=held)


@planted(MISSED, ROW)
def ninth_picture_words_of_a_png(secret):
    return _words_of_png(secret)


@planted(MISSED, ROW, is_bare=True)
def ninth_picture_packed_words_of_a_png(secret):
    return _words_of_png(secret, zipped=True)


@planted(MISSED, ROW)
def ninth_picture_words_of_a_gif(secret):
    return saved(_lettered(), "GIF", **({"comment": secret.encode()} if secret else {}))


@planted(MISSED, ROW)
def ninth_picture_name_in_a_tiff(secret):
    return saved(_lettered(), "TIFF", **({"tiffinfo": {315: secret}} if secret else {}))


@planted(MISSED, ROW)
def ninth_picture_xmp_of_a_webp(secret):
    held = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{secret}</x:xmpmeta>".encode()
    return saved(_lettered(), "WEBP", lossless=True, **({"xmp": held} if secret else {}))


@planted(MISSED, ROW)
def ninth_picture_bytes_behind_a_jpeg(secret):
    return saved(photograph(), "JPEG") + secret.encode()


@planted(MISSED, ROW)
def ninth_picture_description_in_a_jpeg(secret):
    held = Image.Exif()
    if secret:
        held[270] = secret
    return saved(photograph(), "JPEG", **({"exif": held} if secret else {}))


@planted(MISSED, ROW, is_bare=True)
def ninth_picture_second_moment_of_an_apng(secret):
    first, second = _lettered(), _lettered()
    ImageDraw.Draw(second).text((5, 5), secret, fill="black")
    more = {"save_all": True, "append_images": [second], "default_image": True} if secret else {}
    return saved(first, "PNG", **more)


@planted(MISSED, ROW, is_bare=True)
def ninth_picture_words_that_let_everything_through(secret):
    made = _lettered().convert("RGBA")
    if secret:
        words = Image.new("RGBA", (80, 12), (255, 255, 255, 0))
        ImageDraw.Draw(words).text((0, 0), secret, fill=(0, 0, 0, 0))
        made.paste(words, (0, 0))
    return saved(made, "PNG")


for _name, _old, _new in (
    ("words_in_brackets_of_an_address", b"asker@example.org", b"asker@example.org (SECRET)"),
    ("head_of_a_program", b"Subject:", b"X-Case-Officer: SECRET\nSubject:"),
    ("head_of_another_folder", b"Subject:", b"Keywords: SECRET\nSubject:"),
    ("name_before_the_number_of_a_message", b"Subject:", b"Message-ID: <SECRET.1@example.org>\nSubject:"),
    ("way_that_it_took", b"From:", b"Received: from SECRET.example.org by mx.example.org; Mon, 1 Jul 2024 09:00:00 +0100\nFrom:"),
):  # fmt: skip
    planted(MISSED, ROW)(named(mail_of(_old, _new), f"ninth_mail_{_name}"))


@planted(MISSED, ROW)
def ninth_mail_with_a_message_in_it(secret):
    made = mail()
    if secret:
        inner = EmailMessage()
        inner["Subject"], inner["To"] = "Bins", "asker@example.org"
        inner.set_content(f"{secret} said so.\n")
        made.add_attachment(inner)
    return made.as_bytes()


for _name, _words in (
    ("behind_a_second_head", "\ufeffName,Ward\r\nSECRET,East\r\n"),
    ("in_a_far_column", "East,4" + "," * 300 + "SECRET\r\n"),
    ("behind_blank_lines", "\r\n" * 200 + "SECRET,4\r\n"),
    ("turned_by_a_sign", "East\u202eSECRET\u202c,4\r\n"),
    ("in_signs_of_no_width", "East\u200bSECRET\u200b,4\r\n"),
):

    def _table(secret, words=_words):
        return (TABLE + (words.replace("SECRET", secret) if secret else "East,4\r\n")).encode()

    planted(MISSED, ROW)(named(_table, f"ninth_csv_{_name}"))

for _name, _markup in {
    "comment": "<p>East</p><!-- SECRET -->",
    "words_that_are_not_displayed": '<p style="display:none">SECRET</p>',
    "data_of_an_element": '<p data-officer="SECRET">East</p>',
    "word_for_a_robot": '<meta name="author" content="SECRET"><p>East</p>',
    "words_without_scripts": "<noscript>SECRET</noscript><p>East</p>",
    "pictures_of_other_sizes": '<img src="east.png" srcset="SECRET.png 2x" alt="">',
    "words_of_a_drawing": '<svg width="9" height="9"><desc>SECRET</desc></svg>',
    "words_that_a_style_puts_before": "<style>p::before{content:'SECRET';display:none}</style><p>East</p>",
    "name_of_a_part_of_an_address": '<a href="#SECRET">East</a>',
    "words_behind_a_limit_of_lines": '<div style="height:1.2em;overflow:hidden">East<br><br>SECRET</div>',
}.items():
    planted(MISSED, ROW)(named(page_of(_markup), f"ninth_page_{_name}"))


def _bundle(name, fill):
    """List a zip, with what `fill` does to it where there is a secret."""

    def make(secret):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr(zipfile.ZipInfo("bins.csv", (2024, 1, 2, 3, 4, 6)), TABLE)
            if secret:
                fill(made, secret)
        return out.getvalue()

    planted(MISSED, ROW)(named(make, f"ninth_zip_{name}"))


def _file(name, data, **more):
    def fill(made, secret):
        held = zipfile.ZipInfo(name.replace("SECRET", secret), (2024, 1, 2, 3, 4, 6))
        for key, value in more.items():
            setattr(held, key, value.replace("SECRET", secret).encode())
        made.writestr(held, data.replace("SECRET", secret))

    return fill


def _in_a_tar(made, secret):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as held:
        info = tarfile.TarInfo(f"{secret}.csv")
        info.size = len(TABLE)
        held.addfile(info, io.BytesIO(TABLE.encode()))
    made.writestr(zipfile.ZipInfo("more.tar", (2024, 1, 2, 3, 4, 6)), out.getvalue())


_bundle("comment_of_its_own", lambda made, secret: setattr(made, "comment", secret.encode()))
_bundle("file_with_a_dot_before_its_name", _file(".SECRET.csv", TABLE))
_bundle("comment_of_a_file", _file("more.csv", TABLE, comment="SECRET"))
_bundle("field_of_a_file", _file("more.csv", TABLE, extra="\x75\x43\x0c\x00SECRET"))
_bundle("archive_in_it", _in_a_tar)
_bundle("settings_of_a_desktop", _file("Desktop.ini", "[.ShellClassInfo]\r\nInfoTip=SECRET\r\n"))
