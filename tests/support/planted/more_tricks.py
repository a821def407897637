"""Files of other kinds with a secret in ways that few programs know of (rows 95 to 111)."""

import base64
import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image, ImageDraw

from tests.support.planted.containers import PAGE, TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed
from tests.support.planted.messages import PAGE as MAIL_PAGE
from tests.support.planted.messages import mail
from tests.support.planted.photographs import saved, with_chunk
from tests.support.planted.rich_texts import HEAD, rich

MORE_TRICKS = Listed()
planted = MORE_TRICKS.planted


def _tall(secret, format_, **options):
    """Return a picture of which the lower half may hold words."""
    made = Image.radial_gradient("L").resize((128, 96)).convert("RGB")
    if secret:
        ImageDraw.Draw(made).text((10, 70), secret, fill="red")
    return bytearray(saved(made, format_, **options))


@planted("picture.bytes-between", 95, is_bare=True)
def jpeg_that_says_it_is_lower(secret):
    data = _tall(secret, "JPEG")
    at = data.index(b"\xff\xc0")
    struct.pack_into(">H", data, at + 5, 48 if secret else 96)
    return bytes(data)


@planted("picture.hidden-pixels", 95, is_bare=True)
def png_that_says_it_is_lower(secret):
    data = _tall(secret, "PNG")
    struct.pack_into(">I", data, 20, 48 if secret else 96)
    struct.pack_into(">I", data, 29, zlib.crc32(data[12:29]))
    return bytes(data)


@planted("picture.hidden-pixels", 95, is_bare=True)
def gif_that_says_it_is_lower(secret):
    data = _tall(secret, "GIF")
    at = data.index(b"\x2c\0\0\0\0\x80\0")
    struct.pack_into("<H", data, 8, 48 if secret else 96)
    struct.pack_into("<H", data, at + 7, 48 if secret else 96)
    return bytes(data)


def _low_tiff(secret, packing):
    data = _tall(secret, "TIFF", compression=packing)
    (at,) = struct.unpack_from("<I", data, 4)
    for number in range(struct.unpack_from("<H", data, at)[0]):
        place = at + 2 + 12 * number
        if struct.unpack_from("<H", data, place)[0] == 257 and secret:
            struct.pack_into("<H", data, place + 8, 48)
    return bytes(data)


for _packing in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):

    def _make_tiff(secret, _packing=_packing):
        return _low_tiff(secret, _packing)

    _make_tiff.__name__ = f"tiff_that_says_it_is_lower_{_packing}"
    planted("picture.hidden-pixels", 95, is_bare=True)(_make_tiff)


@planted("picture.spare-piece", 94)
def png_palette_that_nothing_uses(secret):
    held = secret.encode() + b"\0" * (-len(secret) % 3)
    return with_chunk(photograph(), b"PLTE", held) if secret else photograph()


@planted("picture.hidden-pixels", 94, is_bare=True)
def png_of_another_brightness(secret):
    return with_chunk(photograph(), b"gAMA", struct.pack(">I", 1_000 if secret else 45_455))


@planted("picture.bytes-between", 95, is_bare=True)
def bmp_fourth_bytes_of_a_palette(secret):
    data = bytearray(saved(Image.new("P", (8, 8)), "BMP"))
    for number, sign in enumerate(secret):
        data[54 + 4 * number + 3] = ord(sign)
    return bytes(data)


@planted("picture.spare-piece", 95)
def jpeg_code_table_that_nothing_uses(secret):
    data = photograph("JPEG")
    held = b"\x03" + bytes([0, 0, 0, len(secret)]) + bytes(12) + secret.encode()
    return (
        data[:2] + struct.pack(">BBH", 0xFF, 0xC4, len(held) + 2) + held + data[2:]
        if secret
        else data
    )


RTF = {
    "style_that_hides": ("rtf.hiding-style", "{\\stylesheet{\\*\\cs15\\v SECRET;}}"),
    "header_of_no_page": ("rtf.unused-header", "{\\headerf SECRET}"),
    "header_of_left_pages": ("rtf.unused-header", "{\\headerl SECRET}"),
    "word_of_control": ("rtf.unknown-word", "\\SECRET "),
    "black_shading": ("rtf.dark-ground", "\\pard\\shading10000 SECRET\\par"),
    "low_line": ("rtf.tiny-text", "\\pard\\sl-20 SECRET\\par"),
    "raised_off_the_page": ("rtf.off-page", "{\\up5000 SECRET}"),
    "tag_of_a_page": ("rtf.unknown-piece", "{\\*\\htmltag64 SECRET}"),
    "shape_beyond_the_page": (
        "rtf.off-page",
        "{\\shp{\\*\\shpinst\\shpleft90000{\\shptxt SECRET}}}",
    ),
}
for _name, (_code, _markup) in RTF.items():

    def _make_rtf(secret, _markup=_markup):
        return rich(_markup.replace("SECRET", secret) if secret else "")

    _make_rtf.__name__ = f"rtf_{_name}"
    planted(_code, 110)(_make_rtf)


HTML = {
    "comment_within_a_setting": ("html.hidden-text", '<p style="display:/**/none">SECRET</p>'),
    "escaped_setting": ("html.hidden-text", '<p style="disp\\6c ay:none">SECRET</p>'),
    "popover": ("html.hidden-text", "<p popover>SECRET</p>"),
    "meter": ("html.not-shown", "<meter value='1'>SECRET</meter>"),
    "picture_of_no_width": ("html.not-shown", '<img width="0" height="9" src="SECRET.png">'),
    "colour_that_is_reckoned": (
        "html.hiding-style",
        '<p style="color:color-mix(in srgb, white, white)">SECRET</p>',
    ),
    "place_that_is_reckoned": (
        "html.hiding-style",
        '<p style="position:absolute;left:calc(0px - 9px)">SECRET</p>',
    ),
    "colour_by_its_hue": (
        "html.invisible-text",
        '<p style="color:hsl(0,0%,100%);background:#fff">SECRET</p>',
    ),
    "colour_by_a_name": (
        "html.invisible-text",
        '<p style="color:lightyellow;background:ivory">SECRET</p>',
    ),
    "class_of_a_style_sheet": ("html.name", "<style>.SECRET { margin: 0 }</style>"),
    "moved_away": ("html.hidden-text", '<p style="translate:-9000px">SECRET</p>'),
    "column_of_a_table": ("html.hidden-text", '<p style="display:table-column">SECRET</p>'),
}
for _name, (_code, _markup) in HTML.items():

    def _make_html(secret, _markup=_markup):
        return PAGE.replace(
            "{}", _markup.replace("SECRET", secret) if secret else "<p>East</p>"
        ).encode()

    _make_html.__name__ = f"page_{_name}"
    planted(_code, 109)(_make_html)


@planted("csv.beyond-the-head", 108)
def cells_under_an_empty_head(secret):
    return f"Ward,Bins,\r\nNorth,31,{secret}\r\nSouth,27,\r\n".encode()


@planted("csv.beyond-the-head", 108)
def cells_beyond_the_head_under_a_title(secret):
    return (
        "Bins by ward,,\r\n" + TABLE.replace("31", f"31,{secret}" if secret else "31,")
    ).encode()


@planted("csv.encoded", 108, is_bare=True)
def file_in_a_cell(secret):
    held = base64.b64encode((f"{secret} was here in 2024. " * 20).encode()).decode()
    return (TABLE + (f"East,{held}\r\n" if secret else "East,5\r\n")).encode()


@planted("zip.extra-field", 111)
def long_field_of_times(secret):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("bins.csv", (2024, 1, 2, 3, 4, 6))
        held = b"\3" + bytes(8) + secret.encode()
        info.extra = struct.pack("<HH", 0x5455, len(held)) + held if secret else b""
        made.writestr(info, TABLE)
    return out.getvalue()


@planted("mail.unshown-part", 103)
def alternative_that_no_program_knows(secret):
    made = mail()
    made.add_alternative(MAIL_PAGE.format(""), subtype="html")
    if secret:
        made.add_alternative(f"There were {secret} bins.", subtype="enriched")
    return made.as_bytes()


@planted("rtf.invisible-text", 110)
def rtf_white_paragraph_style_of_a_cell(secret):
    row = "\\trowd\\clcbpat3\\cellx2000\\cellx4000 {\\cf3 SECRET}\\cell Bins\\cell\\row"
    return f"{HEAD}{row.replace('SECRET', secret)}}}".encode()


LATER = {
    "words_in_place_of_a_number": ("rtf.other-text", "{\\listtext SECRET\\tab}"),
    "cell_of_no_width": ("rtf.tiny-text", "\\trowd\\cellx1\\cellx4000 SECRET\\cell b\\cell\\row"),
    "page_of_no_width": ("rtf.off-page", "\\sectd\\pgwsxn1 SECRET"),
    "words_above_footnotes": ("rtf.unused-header", "{\\*\\ftnsep SECRET}"),
    "words_among_colours": ("rtf.free-text", "{\\colortbl SECRET;}"),
    "second_text_alone": ("rtf.unknown-piece", "{\\*\\ud SECRET}"),
}
for _name, (_code, _markup) in LATER.items():

    def _make_later(secret, _markup=_markup):
        return rich(_markup.replace("SECRET", secret) if secret else "")

    _make_later.__name__ = f"rtf_{_name}"
    planted(_code, 110)(_make_later)


@planted("csv.far-text", 109)
def page_below_many_lines(secret):
    return PAGE.replace("{}", "<p>East</p>" + ("<br>" * 300 + secret if secret else "")).encode()


@planted("csv.far-text", 108)
def cells_far_to_the_right(secret):
    return f"Ward,Bins\r\nNorth,31{',' * 40 + secret if secret else ''}\r\n".encode()


@planted("csv.unseen-signs", 108)
def text_that_runs_backwards(secret):
    return TABLE.replace("North", f"North\u202e{secret}\u202c" if secret else "North").encode()
