"""Messages, pages, and documents within documents, with a secret in a seventh set of places, written by somebody who knew none of the rules."""

import struct
from email.message import EmailMessage

from tests.support.planted.documents import TEXT, document, in_text
from tests.support.planted.fixtures import MISSED, Listed, edited, with_part
from tests.support.planted.makers import named, page_of
from tests.support.planted.messages import mail
from tests.support.planted.seventh_document_parts import with_drawing
from tests.support.planted.seventh_pieces import vector
from tests.support.planted.seventh_sheet_parts import (
    seventh_part_who_refreshed_a_table_of_sums as refreshed,
)

SEVENTH_OTHERS = Listed()
planted = SEVENTH_OTHERS.planted
ROW = 121
_SHEET = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

for _name, _markup in {
    "source_of_a_formula": "<math><semantics><mfrac><mn>31</mn><mn>4</mn></mfrac><annotation encoding='application/x-tex'>31/4 % SECRET</annotation></semantics></math>",
    "symbol_that_nothing_uses": '<svg width="64" height="48"><symbol id="s"><text y="20">SECRET</text></symbol><rect width="64" height="48"/></svg>',
    "words_for_another_language": '<svg width="200" height="48"><switch><text y="20">East</text><text y="20" systemLanguage="tlh">SECRET</text></switch></svg>',
    "first_letter_alone_that_is_black": "<style>p.q{color:transparent}p.q::first-letter{color:#000}</style><p class=q>E SECRET</p>",
}.items():
    planted(MISSED, ROW)(named(page_of(_markup), f"seventh_page_{_name}"))

for _name, _inside in {
    "description_of_a_drawing_that_word_draws": "<metadata><note>SECRET</note></metadata>",
    "words_of_a_drawing_for_another_language": '<switch><g systemLanguage="tlh"><text y="20">SECRET</text></g></switch>',
}.items():

    def _make(secret, inside=_inside):
        return with_drawing(vector(inside=inside.replace("SECRET", secret) if secret else ""))

    planted(MISSED, ROW)(named(_make, f"seventh_text_{_name}"))


def _taken_in(data, name, content, type_):
    """Return a document that takes in another file when it is opened (an alternative format chunk)."""
    data = with_part(data, name, content, type_, (TEXT, "aFChunk"))
    return edited(data, TEXT, ("<w:sectPr ", '<w:altChunk r:id="rIdPlanted"/><w:sectPr '))


@planted(MISSED, ROW, is_bare=True)
def seventh_text_hidden_words_of_a_document_that_it_takes_in(secret):
    if not secret:
        return document()
    inner = in_text(secret, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>")
    return _taken_in(document(), "word/afchunk.docx", inner, _DOCUMENT)


@planted(MISSED, ROW)
def seventh_text_words_for_no_screen_of_a_page_that_it_takes_in(secret):
    """A page as a web archive (MHT), of which a paragraph is hidden by Word's own style."""
    if not secret:
        return document()
    page = f'MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n<html><body><p>East</p><p style="mso-hide:all">{secret}</p></body></html>'
    return _taken_in(document(), "word/afchunk.mht", page.encode(), "message/rfc822")


@planted(MISSED, ROW, is_bare=True)
def seventh_mail_table_of_sums_in_a_file(secret):
    """Who refreshed the table of sums of a workbook that somebody attached."""
    made = mail()
    maintype, subtype = _SHEET
    made.add_attachment(refreshed(secret), maintype=maintype, subtype=subtype, filename="bins.xlsx")
    return made.as_bytes()


@planted(MISSED, ROW, is_bare=True)
def seventh_mail_remark_of_a_desktop_beside_a_file(secret):
    """A file as a Macintosh sends it: what the desktop knew of it comes first (AppleDouble, entry 4: its comment)."""
    made = mail()
    if not secret:
        return made.as_bytes()
    remark = secret.encode()
    head = struct.pack(">II16xH", 0x00051607, 0x00020000, 1)
    head += struct.pack(">III", 4, 38, len(remark)) + remark
    both = EmailMessage()
    both["Content-Type"] = "multipart/appledouble"
    for data, kind in ((head, ("application", "applefile")), (b"Ward,Bins\nNorth,31\n", ("text", "csv"))):  # fmt: skip
        part = EmailMessage()
        part.set_content(data, maintype=kind[0], subtype=kind[1], filename="bins.csv")
        both.attach(part)
    made.make_mixed()
    made.attach(both)
    return made.as_bytes()
