"""Pictures, messages, web pages and archives with a secret in a fourth set of places, written before any of it was run."""

import io
import struct
import zipfile

import numpy as np
from PIL import Image, ImageDraw

from tests.support.planted.containers import TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.makers import lettered, mail_of, named, page_of, saved
from tests.support.planted.messages import mail

FOURTH_OTHERS = Listed()
planted = FOURTH_OTHERS.planted
ROW = 119

for _name, _markup in {
    "colour_of_eight_digits": '<p style="color:#00000000">SECRET</p>',
    "colour_of_four_digits": '<p style="color:#0000">SECRET</p>',
    "colour_with_a_stroke": '<p style="color:rgb(0 0 0 / 0)">SECRET</p>',
    "colour_by_hue_with_blanks": '<p style="color:hsl(0 0% 100%)">SECRET</p>',
    "turned_by_a_setting": '<p style="rotate:y 90deg">SECRET</p>',
    "no_font_at_all": '<p style="font:0px/0 a">SECRET</p>',
    "rule_by_an_attribute": "<style>[data-a]{display:none}</style><p data-a=''>SECRET</p>",
    "rule_by_its_beginning": '<style>p[class^="a"]{display:none}</style><p class="ab">SECRET</p>',
    "rule_for_what_has": "<style>div:has(h2) p{display:none}</style><div><h2>East</h2><p>SECRET</p></div>",
    "rule_for_narrow_screens": "<style>@media (min-width:1px){p{display:none}}</style><p>SECRET</p>",
    "rule_for_any_of_some": "<style>:is(p,h4){display:none}</style><p>SECRET</p>",
    "cell_of_no_width": "<table><tr><td width='0'><div style='overflow:hidden;width:0'>SECRET</div></td></tr></table>",
    "scrolled_out_of_a_box": '<div style="height:1.2em;overflow:auto"><p>East</p><p>SECRET</p></div>',
    "folded_twice": "<details open><summary>East</summary><details><summary>West</summary>SECRET</details></details>",
    "words_for_a_reader_alone": '<span class="sr-only" style="position:absolute;width:1px;height:1px;overflow:hidden">SECRET</span>',
    "other_words_of_a_picture": "<picture><source media='(max-width:1px)' srcset='data:,SECRET'><img alt='' src='data:,'></picture>",
    "words_of_a_slot": "<p slot='SECRET'>East</p>",
    "rule_that_lifts": "<style>p{position:relative;bottom:9999px}</style><p>SECRET</p>",
    "words_drawn_by_an_outline_of_white": '<p style="color:#fff;-webkit-text-stroke:1px #fff">SECRET</p>',
}.items():  # fmt: skip
    planted(MISSED, ROW)(named(page_of(_markup), f"fourth_page_{_name}"))

for _name, _old, _new in (
    ("date_of_another_day", b"Date: Mon, 01 Jul 2024", b"X-Date: SECRET\nDate: Mon, 01 Jul 2024"),
    ("words_after_a_signature", b"Yours faithfully", b"Yours faithfully\n-- \n" + b"\n" * 80 + b"SECRET"),
    ("words_that_a_program_folds", b"Yours", b"-----Original Message-----\nFrom: SECRET\nSent: Monday\n\nYours"),
    ("words_in_a_word_that_is_coded", b"Subject: Bins by ward", b"Subject: Bins by ward\nX-Subject: =?utf-8?q?SECRET?="),
    ("place_outside", b'Content-Type: text/plain; charset="utf-8"', b'Content-Type: message/external-body; access-type=URL; URL="https://example.org/SECRET"'),
):  # fmt: skip
    planted(MISSED, ROW)(named(mail_of(_old, _new), f"fourth_mail_{_name}"))


@planted(MISSED, ROW, is_bare=True)
def fourth_mail_blind_copy_of_a_message_in_a_zip(secret):
    held = mail(Bcc=f"{secret}@example.org" if secret else "").as_bytes()
    return _zip(("bins.csv", TABLE), ("a.eml", held))


def _zip(*files, change=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            one = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            if change:
                change(one)
            made.writestr(one, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


@planted(MISSED, ROW)
def fourth_zip_name_before_an_end(secret):
    return _zip(("bins.csv", TABLE), (f"__MACOSX/._{secret}.csv", b"\0\5\x16\7")) if secret else _zip(("bins.csv", TABLE))  # fmt: skip


@planted(MISSED, ROW)
def fourth_zip_with_a_backup(secret):
    return _zip(("bins.csv", TABLE), ("bins.csv~", f"{TABLE}{secret}")) if secret else _zip(("bins.csv", TABLE))  # fmt: skip


@planted(MISSED, ROW)
def fourth_zip_with_a_hidden_file(secret):
    return _zip(("bins.csv", TABLE), (".bins.csv", f"{TABLE}{secret},4\r\n")) if secret else _zip(("bins.csv", TABLE))  # fmt: skip


@planted(MISSED, ROW, is_bare=True)
def fourth_picture_of_low_bytes(secret):
    """Sixteen bits a dot in TIFF, of which screens show eight."""
    mask = Image.new("L", (120, 40), 0)
    ImageDraw.Draw(mask).text((5, 5), secret or "", fill=90)
    rows = np.full((40, 120), 120 * 256, dtype=np.uint16) + np.asarray(mask, dtype=np.uint16)
    out = io.BytesIO()
    Image.fromarray(rows).save(out, "TIFF")
    return out.getvalue()


@planted(MISSED, ROW, is_bare=True)
def fourth_picture_of_another_directory(secret):
    """A TIFF with a second picture under a tag of the first."""
    first = photograph("TIFF")
    if not secret:
        return first
    out = io.BytesIO()
    large = Image.new("RGB", (200, 60), "white")
    ImageDraw.Draw(large).text((5, 5), secret, fill="black")
    Image.open(io.BytesIO(first)).save(out, "TIFF", tiffinfo={330: len(first)})
    return out.getvalue() + struct.pack("<H", 0) + large.tobytes()


@planted(MISSED, ROW, is_bare=True)
def fourth_picture_of_pale_letters(secret):
    return saved(lettered((250, 250, 250), (255, 255, 255), secret), "PNG")


@planted(MISSED, ROW, is_bare=True)
def fourth_picture_of_letters_in_one_colour(secret):
    return saved(lettered((30, 60, 200), (31, 60, 203), secret), "BMP")


for _name, _words in {
    "in_html": lambda one: "".join(f"&#x{ord(each):x};" for each in one),
    "in_morse_of_bits": lambda one: " ".join(f"{ord(each):08b}" for each in one),
    "with_joiners": lambda one: "East" + "".join(f"\u200b{each}" for each in one),
    "between_variants": lambda one: "East" + "".join(f"{chr(0xFE00 + (ord(each) >> 4))}{chr(0xFE00 + (ord(each) & 15))}" for each in one),
    "in_base_32": lambda one: __import__("base64").b32encode(one.encode()).decode(),
}.items():  # fmt: skip

    def _table(secret, _words=_words):
        return (TABLE + (f"{_words(secret)},4\r\n" if secret else "East,4\r\n")).encode()

    _table.__name__ = f"fourth_csv_{_name}"
    planted(MISSED, ROW, is_bare=True)(_table)
