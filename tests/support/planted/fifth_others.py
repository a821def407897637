"""Pictures, messages, web pages, tables and archives with a secret in a fifth set of places, written before any of it was run."""

import base64
import binascii
import codecs
import io
import struct
import zipfile
import zlib

import numpy as np
from PIL import Image, ImageDraw

from tests.support.outlook_files import container, message
from tests.support.planted.containers import TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.makers import lettered, mail_of, named, page_of, saved

FIFTH_OTHERS = Listed()
planted = FIFTH_OTHERS.planted
ROW = 120

for _name, _markup in {
    "moved_by_all_its_sides": '<p style="position:absolute;inset:0 auto auto -9999px">SECRET</p>',
    "moved_by_its_beginning": '<p style="position:absolute;inset-inline-start:-9999px">SECRET</p>',
    "moved_by_a_margin_of_its_beginning": '<p style="margin-inline-start:-9999px">SECRET</p>',
    "moved_by_its_own_translation": '<p style="translate:-9999px 0">SECRET</p>',
    "hidden_by_a_motion_that_is_over": "<style>@keyframes a{to{opacity:0}}p{animation:a 0s forwards}</style><p>SECRET</p>",
    "of_a_contrast_of_nothing": '<p style="filter:contrast(0) brightness(9)">SECRET</p>',
    "cut_by_a_shape_of_its_own": '<p style="clip-path:polygon(0 0,0 0,0 0)">SECRET</p>',
    "of_a_box_of_no_logical_size": '<div style="block-size:0;overflow:clip">SECRET</div>',
    "in_a_grid_of_no_tracks": '<div style="display:grid;grid-template-rows:0fr;overflow:hidden"><div style="min-height:0">SECRET</div></div>',
    "flexed_to_nothing": '<div style="display:flex"><div style="flex:0 0 0;overflow:hidden;width:0">SECRET</div><b>East</b></div>',
    "of_clear_ink_in_a_mixture": '<p style="color:color-mix(in srgb,#fff,#fff)">SECRET</p>',
    "of_a_system_colour": '<p style="color:Canvas">SECRET</p>',
    "of_the_first_letters_alone": "<style>p::first-line{color:#fff}</style><p>SECRET</p>",
    "of_a_stroke_of_nothing_in_a_drawing": '<svg width="100" height="20"><text y="15" fill="none">SECRET</text></svg>',
    "of_a_drawing_that_is_but_defined": '<svg width="100" height="20"><defs><text id="a">SECRET</text></defs></svg>',
    "of_a_drawing_seen_through_a_window": '<svg width="10" height="10" viewBox="0 0 1 1"><text x="500" y="500">SECRET</text></svg>',
    "of_a_phantom_of_a_formula": "<math><mphantom><mtext>SECRET</mtext></mphantom></math>",
    "under_a_box_that_lies_over_it": '<div style="position:relative"><p>SECRET</p><div style="position:absolute;inset:0;background:#fff"></div></div>',
    "under_a_line_that_is_drawn_over_it": '<p style="text-decoration:line-through solid #000 2em">SECRET</p>',
    "behind_a_shift_of_a_scrolled_box": '<div style="width:100px;overflow:hidden;white-space:nowrap"><span style="padding-left:500px">SECRET</span></div>',
    "of_letters_of_a_font_of_pictures": '<p style="font-family:Wingdings">SECRET</p>',
    "in_a_column_that_collapses": '<table><colgroup><col style="visibility:collapse"></colgroup><tr><td>SECRET</td><td>East</td></tr></table>',
}.items():  # fmt: skip
    planted(MISSED, ROW)(named(page_of(_markup), f"fifth_page_{_name}"))

for _name, _old, _new in (
    ("name_in_a_key_of_a_domain", b"Subject:", b"DKIM-Signature: v=1; d=SECRET.example; s=a; b=AA==\nSubject:"),
    ("group_of_people_without_a_name", b"To: asker@example.org", b"To: asker@example.org, hidden:SECRET@example.org;"),
    ("words_after_the_addresses_end", b"To: asker@example.org", b"To: asker@example.org (SECRET)"),
    ("words_in_letters_of_another_set", b"there were 31 bins.", b"there were 31 bins.\n+AFE-\n" + b"\x0eSECRET\x0f"),
    ("words_behind_a_form_feed", b"Yours faithfully", b"Yours faithfully\n\x0c" + b"\n" * 3 + b"SECRET"),
    ("words_right_of_a_long_blank", b"there were 31 bins.", b"there were 31 bins." + b" " * 400 + b"SECRET"),
):  # fmt: skip
    planted(MISSED, ROW)(named(mail_of(_old, _new), f"fifth_mail_{_name}"))


def _table(name, words, *, is_bare=True):
    def make(secret):
        return (TABLE + (f"{words(secret)},4\r\n" if secret else "East,4\r\n")).encode()

    planted(MISSED, ROW, is_bare=is_bare)(named(make, f"fifth_csv_{name}"))


_table("in_letters_thirteen_on", lambda one: codecs.encode(one, "rot13"))
_table("turned_round", lambda one: one[::-1])
_table("in_the_way_of_old_posts", lambda one: binascii.b2a_uu(one.encode()).decode().strip())
_table("in_per_cents", lambda one: "".join(f"%{ord(each):02X}" for each in one))
_table("in_base_85", lambda one: base64.b85encode(one.encode()).decode())
_table("packed_and_coded", lambda one: base64.b64encode(zlib.compress(one.encode())).decode())
_table("in_letters_of_mathematics", lambda one: "".join(chr(0x1D400 + ord(each) - 65) if each.isupper() else chr(0x1D41A + ord(each) - 97) for each in one))  # fmt: skip
_table("in_quoted_letters", lambda one: "".join(f"={ord(each):02X}" for each in one))
_table("in_letters_of_braille", lambda one: "".join(chr(0x2800 + ord(each)) for each in one))
_table("in_blanks_and_tabs", lambda one: "East" + "".join(" \t"[int(bit)] for each in one for bit in f"{ord(each):08b}"))  # fmt: skip


def _zipped(*files, change=None, comment=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            one = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            if change:
                change(one)
            made.writestr(one, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _extra(name, number, *, is_bare=False):
    def make(secret):
        words = (secret or "").encode()
        held = struct.pack("<HH", number, len(words)) + words
        return _zipped(("bins.csv", TABLE), change=(lambda one: setattr(one, "extra", held)) if secret else None)  # fmt: skip

    planted(MISSED, ROW, is_bare=is_bare)(named(make, f"fifth_zip_{name}"))


_extra("words_of_a_field_of_a_comment", 0x6375)
_extra("words_of_a_field_of_owners", 0x7875)
_extra("words_of_a_field_of_strange_name", 0x9901)


@planted(MISSED, ROW)
def fifth_zip_signature_in_its_list(secret):
    data = _zipped(("bins.csv", TABLE))
    if not secret:
        return data
    at = data.rfind(b"PK\5\6")
    held = b"PK\5\5" + struct.pack("<H", len(secret)) + secret.encode()
    end = bytearray(data[at:])
    size = struct.unpack_from("<I", end, 12)[0]
    struct.pack_into("<I", end, 12, size + len(held))
    return data[:at] + held + bytes(end)


@planted(MISSED, ROW, is_bare=True)
def fifth_zip_moments_that_spell(secret):
    """The moments of its files spell letters."""
    files = [(f"bins{at}.csv", TABLE) for at in range(12)]
    moments = iter(secret or "")

    def moment(one):
        if secret:
            one.date_time = (2024, 1, 2, 3, 4, 2 * (ord(next(moments)) % 30))

    return _zipped(*files, change=moment)


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(name, kind, held):
    def make(secret):
        data = photograph("PNG")
        at = data.index(b"IDAT") - 4
        return data[:at] + _chunk(kind, held(secret)) + data[at:] if secret else data

    planted(MISSED, ROW, is_bare=True)(named(make, f"fifth_picture_{name}"))


_png("name_of_a_scale_of_dots", b"sCAL", lambda one: b"\x01" + one.encode() + b"\x001")
_png("words_of_a_measure", b"pCAL", lambda one: one.encode() + b"\0" + struct.pack(">iiBB", 0, 255, 0, 0) + b"m")  # fmt: skip
_png("bytes_of_a_frequency", b"hIST", lambda one: one.encode("utf-16-be"))


@planted(MISSED, ROW, is_bare=True)
def fifth_picture_letters_in_its_last_bits(secret):
    """The last bits of a photograph's dots spell letters over and over."""
    made = np.asarray(Image.open(io.BytesIO(photograph("PNG"))).convert("RGB")).copy()
    if secret:
        bits = [int(bit) for each in secret.encode() for bit in f"{each:08b}"]
        flat = made.reshape(-1)
        flat[: len(bits)] = (flat[: len(bits)] & 0xFE) | bits
    out = io.BytesIO()
    Image.fromarray(made).save(out, "PNG")
    return out.getvalue()


@planted(MISSED, ROW, is_bare=True)
def fifth_picture_of_dark_letters(secret):
    return saved(lettered((2, 2, 2), (0, 0, 0), secret), "PNG")


@planted(MISSED, ROW, is_bare=True)
def fifth_picture_of_tiny_letters(secret):
    """Words of a few dots in the corner of a picture of thousands."""
    made = Image.new("RGB", (6000, 4000), "white")
    ImageDraw.Draw(made).text((5900, 3980), secret or "", fill="black")
    return saved(made, "PNG")


@planted(MISSED, ROW, is_bare=True)
def fifth_picture_of_black_marker_that_is_thin(secret):
    """Words under a black bar through which they still show."""
    made = Image.new("RGB", (160, 40), "white")
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 0, 120, 30), fill=(6, 6, 6) if secret else "white")
    draw.text((5, 5), secret or "", fill=(0, 0, 0))
    return saved(made, "JPEG", quality=98)


def _outlook(name, number, kind=0x001F, words="{}"):
    """List a message of Outlook with a property."""

    def make(secret):
        held = message(subject="Bins by ward", text="There were 31 bins.")
        if secret:
            held[f"__substg1.0_{number:04X}{kind:04X}"] = words.format(secret).encode("utf-16-le" if kind == 0x001F else "ascii")  # fmt: skip
        return container(held)

    planted(MISSED, ROW)(named(make, f"fifth_outlook_{name}"))


_outlook("who_represents_whom", 0x0042)
_outlook("place_of_a_meeting", 0x8208)
_outlook("words_of_a_category", 0x802B)
_outlook("name_of_a_folder", 0x0E05)
_outlook("number_of_a_search", 0x300B, 0x0102)
_outlook("earlier_subject_of_a_thread", 0x0070)


@planted(MISSED, ROW)
def fifth_drawing_with_words_of_no_ink(secret):
    words = f'<text x="5" y="15" fill="white">{secret}</text>' if secret else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="30">Bins</text>{words}</svg>'.encode()
