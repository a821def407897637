"""Pictures with a secret in places that were thought of without looking at the rules."""

import struct
import zlib

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import CANNOT_SAY, Listed
from tests.support.planted.photographs import after_start, saved, with_chunk

FRESH_PICTURES = Listed()
planted = FRESH_PICTURES.planted
ROW = 115


def _after_end(data, name, held):
    return (
        data
        + struct.pack(">I", len(held))
        + name
        + held
        + struct.pack(">I", zlib.crc32(name + held))
    )


@planted("picture.bytes-behind", ROW)
def text_behind_the_end_of_a_png(secret):
    return (
        _after_end(photograph(), b"tEXt", b"Comment\0" + secret.encode())
        if secret
        else photograph()
    )


@planted("picture.unknown-piece", ROW)
def name_of_a_profile_of_a_png(secret):
    return (
        with_chunk(photograph(), b"iCCP", secret.encode() + b"\0\0" + zlib.compress(bytes(128)))
        if secret
        else photograph()
    )


@planted("picture.unknown-piece", ROW)
def name_of_a_scale_of_a_png(secret):
    held = secret.encode() + b"\0" + struct.pack(">iiBB", 0, 255, 0, 0)
    return with_chunk(photograph(), b"pCAL", held) if secret else photograph()


@planted(CANNOT_SAY, ROW, is_bare=True)
def frame_of_a_png_before_its_data(secret):
    return (
        with_chunk(photograph(), b"fdAT", struct.pack(">I", 0) + zlib.compress(secret.encode()))
        if secret
        else photograph()
    )


@planted("picture.unknown-piece", ROW)
def bits_of_a_png_that_mean_nothing(secret):
    return with_chunk(photograph(), b"sTER", secret.encode()) if secret else photograph()


@planted("picture.unknown-piece", ROW)
def segment_of_a_camera(secret):
    return after_start(photograph("JPEG"), 0xE5, secret.encode()) if secret else photograph("JPEG")


@planted("picture.unknown-piece", ROW)
def tail_of_an_adobe_segment(secret):
    held = b"Adobe\0d\0\0\0\0\1" + secret.encode()
    return after_start(photograph("JPEG"), 0xEE, held) if secret else photograph("JPEG")


@planted("picture.spare-piece", ROW)
def table_of_a_jpeg_under_a_number_that_nothing_has(secret):
    held = b"\x03" + (secret.encode() * 8)[:64]
    return after_start(photograph("JPEG"), 0xDB, held) if secret else photograph("JPEG")


@planted("picture.bytes-between", ROW)
def words_between_rows_of_a_jpeg(secret):
    """A segment between the head of the scan and its end: after a restart mark."""
    data = saved(Image.radial_gradient("L").convert("RGB"), "JPEG", restart_marker_blocks=4)
    at = data.index(b"\xff\xd0") + 2
    held = secret.encode()
    return (
        data[:at] + b"\xff\xfe" + struct.pack(">H", len(held) + 2) + held + data[at:]
        if secret
        else data
    )


def _exif_tag(tag, value, directory=0x8769):
    def make(secret):
        exif = Image.Exif()
        exif[0x0112] = 1
        if secret:
            exif.get_ifd(directory)[tag] = value(secret)
        return photograph("JPEG", exif=exif)

    return make


for _name, _code, _tag, _value, _directory in (
    ("owner_of_a_camera", "picture.words", 0xA430, str, 0x8769),
    ("maker_of_a_lens", "picture.metadata", 0xA433, str, 0x8769),
    ("number_of_a_picture_anywhere", "picture.words", 0xA420, str, 0x8769),
    (
        "way_of_finding_the_place",
        "picture.place",
        0x001B,
        lambda one: b"ASCII\0\0\0" + one.encode(),
        0x8825,
    ),
    (
        "name_of_the_area_of_the_place",
        "picture.place",
        0x001C,
        lambda one: b"ASCII\0\0\0" + one.encode(),
        0x8825,
    ),
):
    _make = _exif_tag(_tag, _value, _directory)
    _make.__name__ = _name
    planted(_code, ROW)(_make)


def _tagged(tag, kind):
    def make(secret):
        tags = ImageFileDirectory_v2()
        if secret:
            tags[tag] = secret if kind == 2 else secret.encode()
            tags.tagtype[tag] = kind
        return saved(Image.new("RGB", (40, 30), "navy"), "TIFF", tiffinfo=tags)

    return make


for _name, _code, _tag, _kind in (
    ("name_of_a_page_of_a_tiff", "picture.words", 285, 2),
    ("host_of_a_tiff", "picture.words", 316, 2),
    ("names_of_inks_of_a_tiff", "picture.unknown-piece", 333, 2),
    ("words_for_geographers_of_a_tiff", "picture.unknown-piece", 34737, 2),
    ("data_of_photoshop_in_a_tiff", "picture.unknown-piece", 37724, 7),
    ("profile_of_a_tiff", "picture.unknown-piece", 34675, 7),
    ("history_of_a_tiff", "picture.unknown-piece", 37395, 2),
):
    _make = _tagged(_tag, _kind)
    _make.__name__ = _name
    planted(_code, ROW)(_make)


@planted("picture.unknown-piece", ROW)
def name_of_a_program_of_a_gif(secret):
    data = photograph("GIF")
    at = data.index(b"\x2c")
    held = (
        b"\x21\xff\x0b"
        + secret.encode()[:11].ljust(11)
        + bytes([len(secret)])
        + secret.encode()
        + b"\0"
    )
    return data[:at] + held + data[at:] if secret else data


@planted("picture.spare-piece", ROW)
def colours_of_a_gif_that_nothing_has(secret):
    made = Image.new("P", (40, 30))
    made.putpalette(
        [0, 0, 0, 255, 255, 255] + (list(secret.encode()) if secret else []) + [0] * 300
    )
    made.putpixel((3, 3), 1)
    return saved(made, "GIF", optimize=False)


@planted("picture.unknown-piece", ROW)
def chunk_before_the_picture_of_a_webp(secret):
    data = photograph("WEBP")
    if not secret:
        return data
    held = secret.encode() + b"\0" * (len(secret) % 2)
    chunk = b"NOTE" + struct.pack("<I", len(secret)) + held
    body = data[8:] + chunk
    return b"RIFF" + struct.pack("<I", len(body)) + body


@planted("picture.faint", ROW, is_bare=True)
def words_of_the_last_bits_of_alpha(secret):
    made = Image.new("RGBA", (120, 40), (29, 112, 184, 255))
    if secret:
        mask = Image.new("L", (120, 40), 255)
        ImageDraw.Draw(mask).text((5, 5), secret, fill=252)
        made.putalpha(mask)
    return saved(made, "PNG")


@planted("picture.faint", ROW, is_bare=True)
def words_a_shade_off_their_ground(secret):
    made = Image.new("RGB", (120, 40), (29, 112, 184))
    if secret:
        ImageDraw.Draw(made).text((5, 5), secret, fill=(30, 113, 185))
    return saved(made, "PNG")


@planted("picture.bytes-behind", ROW, is_bare=True)
def second_picture_of_a_phone(secret):
    """Two photographs in one file, with a list of them as phones write it."""
    first = Image.new("RGB", (40, 30), "navy")
    second = Image.new("RGB", (120, 40), "white")
    ImageDraw.Draw(second).text((5, 5), secret or "Bins", fill="black")
    if not secret:
        return saved(first, "JPEG")
    return saved(first, "MPO", save_all=True, append_images=[second])


@planted("picture.metadata", ROW)
def picture_kept_in_a_resolution_of_words(secret):
    info = PngInfo()
    if secret:
        info.add_itxt(
            "XML:com.adobe.xmp",
            f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{secret}</x:xmpmeta>",
            zip=False,
        )
    return saved(Image.new("RGB", (40, 30), "navy"), "PNG", pnginfo=info)
