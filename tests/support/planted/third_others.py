"""Pictures, messages, web pages, tables and archives with a secret in a third set of places, written before any run."""

import bz2
import gzip
import io
import struct
import tarfile
import zipfile

from PIL import Image, ImageDraw

from tests.support.planted.containers import TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.makers import mail_of, named, page_of
from tests.support.planted.messages import mail
from tests.support.planted.photographs import after_start, with_chunk

THIRD_OTHERS = Listed()
planted = THIRD_OTHERS.planted
ROW = 118

# Web pages.

for _name, _markup in {
    "other_letters_of_a_browser": '<p style="-webkit-text-fill-color:#fff">SECRET</p>',
    "dots_for_letters": '<p style="-webkit-text-security:disc">SECRET</p>',
    "white_by_todays_colours": '<p style="color:oklch(100% 0 0)">SECRET</p>',
    "white_by_lab": '<p style="color:lab(100 0 0)">SECRET</p>',
    "lines_of_no_height": '<p style="line-height:0;overflow:hidden">SECRET</p>',
    "no_greatest_height": '<p style="max-height:0;overflow:hidden">SECRET</p>',
    "no_greatest_width": '<p style="max-width:0;overflow:hidden">SECRET</p>',
    "rule_for_a_second": "<style>p:nth-of-type(2){display:none}</style><p>East</p><p>SECRET</p>",
    "rule_for_what_follows": "<style>h2+p{display:none}</style><h2>East</h2><p>SECRET</p>",
    "rule_for_a_neighbour": "<style>h2~p{visibility:hidden}</style><h2>East</h2><p>SECRET</p>",
    "rule_for_all_but": "<style>p:not(.a){opacity:0}</style><p>SECRET</p>",
    "rule_in_a_rule": "<style>body{p{display:none}}</style><p>SECRET</p>",
    "rule_for_what_is_supported": "<style>@supports (color:red){p{display:none}}</style><p>SECRET</p>",
    "rule_of_a_layer": "<style>@layer a{p{font-size:0}}</style><p>SECRET</p>",
    "rule_of_a_sheet_within": '<link rel="stylesheet" href="data:text/css,p%7Bdisplay:none%7D"><p>SECRET</p>',
    "rule_of_a_sheet_fetched": "<style>@import 'data:text/css,p%7Bdisplay:none%7D';</style><p>SECRET</p>",
    "child_of_a_shadow": '<div><template shadowrootmode="open"><p>East</p></template><p>SECRET</p></div>',
    "words_for_no_frames": "<noframes>SECRET</noframes>",
    "words_in_a_low_field": "<textarea rows='1' cols='4'>East\n\n\n\n\n\nSECRET</textarea>",
    "value_of_a_password": "<input type='password' value='SECRET'>",
    "value_of_data": "<data value='SECRET'>East</data>",
    "moment_of_a_time": "<time datetime='SECRET'>East</time>",
    "name_of_a_download": "<a href='#a' download='SECRET'>East</a>",
    "word_of_a_short_form": "<abbr title='SECRET'>E.</abbr>",
    "content_of_a_statement": "<span property='a' content='SECRET'>East</span>",
    "choice_by_a_label": "<select><option label='East'>SECRET</option></select>",
    "words_under_a_picture": '<div style="position:relative"><p>SECRET</p><div style="position:absolute;top:0;left:0;width:100%;height:100%;background:#000"></div></div>',
    "words_on_a_black_ground_of_black": '<mark style="background:#000;color:#000">SECRET</mark>',
    "words_of_a_black_marker": '<span style="background:#000">SECRET</span>',
    "words_moved_by_a_sum": '<p style="position:absolute;left:calc(0px - 9000px)">SECRET</p>',
    "words_by_a_variable": '<p style="--a:none;display:var(--a)">SECRET</p>',
    "shadow_for_letters": '<p style="color:transparent;text-shadow:0 0 40px #fff">SECRET</p>',
    "letters_on_each_other": '<p style="letter-spacing:-2em">SECRET</p>',
    "words_that_are_not_there_by_order": '<p style="display:grid;grid-template-rows:0fr;overflow:hidden"><span style="overflow:hidden;min-height:0">SECRET</span></p>',
    "words_of_turned_pages": '<p style="transform:perspective(1px) translateZ(-99999px)">SECRET</p>',
    "words_of_an_old_schema": "<xml><o:author>SECRET</o:author></xml>",
    "words_of_tags": "<p>East" + "".join(chr(0xE0000 + ord(one)) for one in "Quill") + "SECRET</p>",
}.items():  # fmt: skip
    planted(MISSED, ROW)(named(page_of(_markup), f"third_page_{_name}"))


# Tables and plain texts.

for _name, _words in {
    "cell_in_per_cents": lambda one: "".join(f"%{ord(each):02X}" for each in one),
    "cell_in_sixteens": lambda one: one.encode().hex(),
    "cell_in_entities": lambda one: "".join(f"&#{ord(each)};" for each in one),
    "cell_in_quotes_of_mail": lambda one: "".join(f"={ord(each):02X}" for each in one),
    "cell_in_escapes": lambda one: "".join(f"\\u{ord(each):04x}" for each in one),
    "cell_in_seven_bits": lambda one: "+" + "AFEAdQBpAGwAbABmAGUAYQB0AGgAZQBy-" if one else "",
    "cell_in_ones_and_noughts": lambda one: "".join(f"{ord(each):08b}" for each in one),
    "cell_in_numbers_of_letters": lambda one: " ".join(str(ord(each)) for each in one),
    "cell_backwards": lambda one: f"East \u202e{one[::-1]}",
}.items():

    def _table(secret, _words=_words):
        return (TABLE + (f"{_words(secret)},4\r\n" if secret else "East,4\r\n")).encode()

    _table.__name__ = f"csv_{_name}"
    planted(MISSED, ROW, is_bare=True)(_table)


# Messages.

for _name, _old, _new in (
    ("bound_of_parts", b'Content-Type: text/plain; charset="utf-8"', b'Content-Type: multipart/mixed; boundary="SECRET"\n\n--SECRET\nContent-Type: text/plain; charset="utf-8"'),
    ("subject_far_to_the_right", b"Subject: Bins by ward", b"Subject: Bins by ward" + b" " * 700 + b"SECRET"),
    ("description_of_a_part", b"MIME-Version: 1.0", b"MIME-Version: 1.0\nContent-Description: SECRET"),
    ("key_of_a_sender", b"MIME-Version: 1.0", b"MIME-Version: 1.0\nAutocrypt: addr=SECRET@example.org; keydata=AAAA"),
    ("name_behind_a_date", b"Date: Mon", b"Date: SECRET, Mon"),
    ("name_beside_a_name", b"From: Records <foi@example.org>", b'From: "Records" <foi@example.org>, SECRET@example.org'),
    ("words_in_an_old_cloak", b"Yours", b"begin 644 a.txt\n,47)I;&QF96%T:&5R\n`\nend\nYours SECRET\n"),
    ("words_behind_a_mark_of_quoting", b"Yours", b">" * 60 + b" SECRET\nYours"),
):  # fmt: skip
    planted(MISSED, ROW)(named(mail_of(_old, _new), f"third_mail_{_name}"))


def _other(name, kind, words):
    """List a message with another form of its words that only some programs show."""

    def make(secret):
        made = mail()
        if secret:
            made.add_alternative(words.replace("SECRET", secret), subtype=kind)
        return made.as_bytes()

    make.__name__ = f"third_mail_{name}"
    planted(MISSED, ROW)(make)


_other("words_for_lively_programs", "x-amp-html", "<!doctype html><html amp4email><body>SECRET</body></html>")  # fmt: skip
_other("words_enriched", "enriched", "<bold>SECRET</bold>")
_other("words_for_watches", "watch-html", "<b>SECRET</b>")


@planted(MISSED, ROW, is_bare=True)
def third_mail_file_that_no_line_names(secret):
    made = mail()
    made.add_alternative("<p>Dear Sir or Madam,</p><p>there were 31 bins.</p><p>Yours faithfully</p>", subtype="html")  # fmt: skip
    if secret:
        made.get_payload()[1].add_related(f"crew,{secret}\n".encode(), "text", "csv", cid="<a@b>")
    return made.as_bytes()


@planted(MISSED, ROW)
def third_mail_sealed(secret):
    made = mail()
    if secret:
        made.add_attachment(b"\x30\x80" + secret.encode(), "application", "pkcs7-mime", filename="smime.p7m")  # fmt: skip
    return made.as_bytes()


# Pictures.


@planted(MISSED, ROW)
def rest_of_xmp_in_further_segments(secret):
    held = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">II", 40, 0) + secret.encode()  # fmt: skip
    return after_start(photograph("JPEG"), 0xE1, held) if secret else photograph("JPEG")


@planted(MISSED, ROW)
def small_picture_of_photoshop(secret):
    held = b"Photoshop 3.0\x008BIM\x04\x0c\0\0" + struct.pack(">I", len(secret)) + secret.encode()
    return after_start(photograph("JPEG"), 0xED, held) if secret else photograph("JPEG")


@planted(MISSED, ROW, is_bare=True)
def chunk_with_a_wrong_sum(secret):
    made = with_chunk(photograph(), b"tEXt", b"Comment\0" + secret.encode())
    at = made.index(secret.encode()) + len(secret)
    return made[:at] + b"\0\0\0\0" + made[at + 4 :] if secret else photograph()


@planted(MISSED, ROW, is_bare=True)
def words_at_another_size_of_a_sign(secret):
    out = io.BytesIO()
    small = Image.new("RGB", (16, 16), "navy")
    large = Image.new("RGB", (128, 64), "white")
    ImageDraw.Draw(large).text((4, 20), secret, fill="black")
    if secret:
        large.save(out, "ICO", sizes=[(128, 64)], append_images=[small])
    else:
        small.save(out, "PNG")
    return out.getvalue()


@planted(MISSED, ROW, is_bare=True)
def words_that_a_palette_makes_alike(secret):
    made = Image.new("P", (120, 40), 0)
    made.putpalette([255, 255, 255, 255, 255, 254, 255, 255, 255])
    ImageDraw.Draw(made).text((4, 10), secret or "", fill=1)
    out = io.BytesIO()
    made.save(out, "PNG")
    return out.getvalue()


@planted(MISSED, ROW, is_bare=True)
def words_in_one_channel_of_ink(secret):
    made = Image.new("CMYK", (120, 40), (0, 0, 0, 255))
    ImageDraw.Draw(made).text((4, 10), secret or "", fill=(255, 255, 255, 255))
    out = io.BytesIO()
    made.save(out, "TIFF")
    return out.getvalue()


# Archives and files of other kinds.


def _zip(*files, change=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            one = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            if change:
                change(one)
            made.writestr(one, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _packed(name, pack):
    """List a zip with a table packed once more, that names the secret; the twin packs another."""

    def make(secret):
        return _zip(("bins.csv", TABLE), *([pack(secret)] if secret else []))

    make.__name__ = f"third_zip_with_{name}"
    planted(MISSED, ROW, is_bare=True)(make)


def _tar(secret):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as made:
        one = tarfile.TarInfo("bins.csv")
        one.size, one.uname = len(TABLE), secret
        made.addfile(one, io.BytesIO(TABLE.encode()))
    return "a.tar", out.getvalue()


def _gz(secret):
    out = io.BytesIO()
    with gzip.GzipFile(f"{secret}.csv", "wb", fileobj=out, mtime=0) as made:
        made.write(TABLE.encode())
    return "a.gz", out.getvalue()


_packed("a_tar", _tar)
_packed("a_gz", _gz)
_packed("a_bz2", lambda secret: ("a.bz2", bz2.compress(f"{TABLE}{secret},4\r\n".encode())))
_packed("a_calendar", lambda secret: ("a.ics", f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nX-ALT-DESC:{secret}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))  # fmt: skip
_packed("a_card", lambda secret: ("a.vcf", f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Records\r\nNOTE:{secret}\r\nEND:VCARD\r\n"))  # fmt: skip
_packed("a_drawing", lambda secret: ("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text opacity="0">{secret}</text></svg>'))  # fmt: skip
_packed("a_flat_document", lambda secret: ("a.fodt", f'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p><text:hidden-text text:string-value="{secret}"/></text:p></office:text></office:body></office:document>'))  # fmt: skip
_packed("a_document_of_2003", lambda secret: ("a.xml", f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{secret}</w:t></w:r></w:p></w:body></w:wordDocument>'))  # fmt: skip
_packed("a_page_in_one_file", lambda secret: ("a.mhtml", f"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"a\"\r\n\r\n--a\r\nContent-Type: text/html\r\nContent-Location: https://{secret}.example.org/\r\n\r\n<html><body><p>East</p></body></html>\r\n--a--\r\n"))  # fmt: skip
_packed("a_book", lambda secret: ("a.epub", _zip(("mimetype", "application/epub+zip"), ("OEBPS/a.xhtml", f"<html><body hidden='hidden'>{secret}</body></html>"))))  # fmt: skip
_packed(
    "a_list_of_lines",
    lambda secret: ("a.jsonl", f'{{"a": 1}}\n{{"a": 2, "\\u0000": "{secret}"}}\n'),
)


def _unicode_path(secret):
    def change(one):
        name = f"{secret}.csv".encode()
        one.extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name

    return _zip(("bins.csv", TABLE), change=change if secret else None)


_unicode_path.__name__ = "zip_name_in_another_alphabet"
planted(MISSED, ROW)(_unicode_path)
