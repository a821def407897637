"""Pictures, messages, web pages and zips with a secret in a second set of places, thought of without looking."""

import base64
import io
import struct
import zipfile
import zlib

from PIL import Image, ImageDraw

from tests.support.planted.containers import PAGE, TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.makers import mail_of, named
from tests.support.planted.messages import mail
from tests.support.planted.photographs import after_start, with_chunk

SECOND_OTHERS = Listed()
planted = SECOND_OTHERS.planted
ROW = 116

# Pictures.


@planted(MISSED, ROW, is_bare=True)
def words_in_the_low_bytes_of_a_png(secret):
    """Sixteen bits a dot, of which screens show eight."""
    mask = Image.new("L", (120, 40), 0)
    if secret:
        ImageDraw.Draw(mask).text((5, 5), secret, fill=90)
    rows = b"".join(
        b"\0" + b"".join(bytes((120, mask.getpixel((x, y)))) for x in range(120)) for y in range(40)
    )

    def chunk(name, held):
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))  # fmt: skip

    head = struct.pack(">IIBBBBB", 120, 40, 16, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@planted(MISSED, ROW)
def manifest_of_a_jpeg(secret):
    held = b"JP\0\1\0\0\0\1\0\0\0\x40jumb" + b"\0\0\0\x38jumdc2pa" + secret.encode()
    return after_start(photograph("JPEG"), 0xEB, held) if secret else photograph("JPEG")


@planted(MISSED, ROW)
def name_of_a_page_of_a_tiff(secret):
    if not secret:
        return photograph("TIFF")
    return photograph("TIFF", tiffinfo={285: secret})


@planted(MISSED, ROW)
def second_head_of_a_gif(secret):
    made = photograph("GIF")
    return made[:-1] + b"\x21\xff\x0bNETSCAPE2.0" + bytes((len(secret),)) + secret.encode() + b"\0;" if secret else made  # fmt: skip


@planted(MISSED, ROW)
def keyword_of_a_png_with_nothing(secret):
    return with_chunk(photograph(), b"tEXt", secret.encode() + b"\0") if secret else photograph()


@planted(MISSED, ROW)
def words_between_the_data_of_a_png(secret):
    made = photograph()
    at = made.index(b"IEND") - 4
    held = secret.encode()
    extra = struct.pack(">I", len(held)) + b"IDAT" + held + struct.pack(">I", zlib.crc32(b"IDAT" + held))  # fmt: skip
    return made[:at] + extra + made[at:] if secret else made


# Messages.

for _name, _old, _new in (
    ("language_of_a_word", b"Subject: Bins by ward", b"Subject: =?utf-8*SECRET?Q?Bins?= by ward"),
    ("address_to_unsubscribe", b"MIME-Version: 1.0", b"MIME-Version: 1.0\nList-Unsubscribe: <mailto:SECRET@example.org>"),
    ("second_name_in_an_address", b"From: Records <foi@example.org>", b"From: Records (SECRET) <foi@example.org>"),
    ("sender_behind_the_sender", b"MIME-Version: 1.0", b"MIME-Version: 1.0\nSender: SECRET@example.org"),
    ("version_with_words", b"MIME-Version: 1.0", b"MIME-Version: 1.0 (SECRET)"),
    ("keywords", b"MIME-Version: 1.0", b"MIME-Version: 1.0\nKeywords: SECRET"),
    ("words_behind_a_line_of_blanks", b"Yours", b" " * 900 + b"SECRET\nYours"),
):  # fmt: skip
    planted(MISSED, ROW)(named(mail_of(_old, _new), f"mail_{_name}"))


@planted(MISSED, ROW, is_bare=True)
def mail_words_behind_the_padding_of_a_part(secret):
    made = mail()
    made.add_attachment(b"Ward,Bins\r\nNorth,31\r\n", maintype="text", subtype="csv", filename="a.csv")  # fmt: skip
    data = made.as_bytes()
    if not secret:
        return data
    at = data.index(b"\n--", data.index(b"a.csv"))
    return data[:at] + b"=\n" + base64.b64encode(secret.encode()) + data[at:]


# Web pages.

for _name, _markup in {
    "popover": "<div popover>SECRET</div>",
    "content_not_drawn": '<div style="content-visibility:hidden">SECRET</div>',
    "value_of_a_style": "<style>:root{--crew:'SECRET'}</style>",
    "cut_to_nothing": '<p style="clip-path:inset(100%)">SECRET</p>',
    "scaled_to_nothing": '<p style="scale:0">SECRET</p>',
    "moved_away": '<p style="translate:-9999px">SECRET</p>',
    "masked_away": '<p style="mask-image:linear-gradient(transparent,transparent)">SECRET</p>',
    "mixed_to_white": '<p style="color:color-mix(in srgb,white 100%,black)">SECRET</p>',
    "zoomed_away": '<p style="zoom:0.01">SECRET</p>',
    "filtered_away": '<p style="filter:opacity(0)">SECRET</p>',
    "blurred": '<p style="filter:blur(40px)">SECRET</p>',
    "behind_the_page": '<p style="position:relative;z-index:-1">SECRET</p><div style="position:absolute;inset:0;background:#fff"></div>',
    "turned_edge_on": '<p style="transform:rotateY(90deg)">SECRET</p>',
    "one_line_of_many": '<p style="display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden">East<br>SECRET</p>',
    "cut_by_an_ellipsis": '<p style="width:20px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">East SECRET</p>',
    "address_of_a_picture_map": '<img usemap="#SECRET" alt="" src="data:,">',
    "fallback_of_a_drawing": "<canvas>SECRET</canvas>",
}.items():  # fmt: skip

    def _page(secret, _markup=_markup):
        return PAGE.format(_markup.replace("SECRET", secret) if secret else "<p>East</p>").encode()

    _page.__name__ = f"page_{_name}"
    planted(MISSED, ROW)(_page)


# Zips.


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
def zip_with_an_empty_file_of_a_name(secret):
    files = [("bins.csv", TABLE.encode())]
    return _zip(*files, *([(f".{secret}", b"")] if secret else []))


@planted(MISSED, ROW)
def zip_with_settings_of_a_folder(secret):
    files = [("bins.csv", TABLE.encode())]
    held = f"[.ShellClassInfo]\r\nInfoTip={secret}\r\n".encode()
    return _zip(*files, *([("desktop.ini", held)] if secret else []))


@planted(MISSED, ROW)
def zip_with_a_link_of_windows(secret):
    files = [("bins.csv", TABLE.encode())]
    held = b"[InternetShortcut]\r\nURL=file://" + secret.encode() + b"/bins.csv\r\n"
    return _zip(*files, *([("bins.url", held)] if secret else []))
