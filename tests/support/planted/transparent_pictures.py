"""PNG and other pictures with a secret in a chunk, a frame, a further row, or under transparency (rows 94 to 97)."""

import struct
import zlib

from PIL import Image, ImageDraw, PngImagePlugin

from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed
from tests.support.planted.photographs import drawn, saved, with_chunk

TRANSPARENT_PICTURES = Listed()
planted = TRANSPARENT_PICTURES.planted


def _pnged(keyword, secret, **options):
    notes = PngImagePlugin.PngInfo()
    if secret:
        notes.add_text(keyword, secret, **options)
    return photograph(pnginfo=notes)


@planted("picture.words", 94)
def text_of_a_png(secret):
    return _pnged("Author", secret)


@planted("picture.words", 94, is_bare=True)
def packed_text_of_a_png(secret):
    return _pnged("Description", secret, zip=True)


@planted("picture.words", 94)
def text_of_a_png_in_any_alphabet(secret):
    notes = PngImagePlugin.PngInfo()
    if secret:
        notes.add_itxt("Title", secret, "en", "Title")
    return photograph(pnginfo=notes)


@planted("picture.words", 94)
def exif_of_a_png(secret):
    exif = Image.Exif()
    exif[0x010E] = secret
    return photograph(exif=exif) if secret else photograph()


@planted("picture.metadata", 94, is_bare=True)
def time_of_a_png(secret):
    return with_chunk(photograph(), b"tIME", b"\x07\xe8\1\2\3\4\5") if secret else photograph()


@planted("picture.unknown-piece", 94)
def strange_chunk(secret):
    return with_chunk(photograph(), b"quIl", secret.encode()) if secret else photograph()


@planted("picture.unknown-piece", 94)
def suggested_palette(secret):
    return (
        with_chunk(photograph(), b"sPLT", secret.encode() + b"\0\x08") if secret else photograph()
    )


@planted("picture.profile", 94)
def words_in_a_colour_profile(secret):
    profile = (b"\0\0\0\xa0" + bytes(32) + b"acsp").ljust(128, b"\0") + secret.encode().ljust(
        32, b"\0"
    )
    return photograph("JPEG", icc_profile=profile) if secret else photograph("JPEG")


@planted("picture.more-pictures", 96, is_bare=True)
def frames_of_a_png(secret):
    more = (
        {"save_all": True, "append_images": [drawn(ink="white", size=(64, 48))]} if secret else {}
    )
    return photograph("PNG", **more)


@planted("picture.more-pictures", 96, is_bare=True)
def frames_of_a_gif(secret):
    more = (
        {"save_all": True, "append_images": [drawn(ink="white", size=(64, 48))]} if secret else {}
    )
    return photograph("GIF", **more)


@planted("picture.more-pictures", 96, is_bare=True)
def frames_of_a_webp(secret):
    more = (
        {"save_all": True, "append_images": [drawn(ink="white", size=(64, 48))]} if secret else {}
    )
    return photograph("WEBP", **more)


@planted("picture.pages", 96, is_bare=True)
def second_page_of_a_tiff(secret):
    more = {"save_all": True, "append_images": [drawn(ink="white")]} if secret else {}
    return photograph("TIFF", **more)


def _rows(data, rows):
    """Return a PNG with further rows behind its last one."""
    at = data.index(b"IDAT")
    size = struct.unpack(">I", data[at - 4 : at])[0]
    held = zlib.compress(zlib.decompress(data[at + 4 : at + 4 + size]) + rows)
    end = data[at + 8 + size :]
    return (
        data[: at - 4]
        + struct.pack(">I", len(held))
        + b"IDAT"
        + held
        + struct.pack(">I", zlib.crc32(b"IDAT" + held))
        + end
    )


@planted("picture.hidden-pixels", 95, is_bare=True)
def rows_below_a_png(secret):
    return _rows(photograph(), secret.encode())


@planted("picture.bytes-between", 95)
def bytes_behind_the_pixels_of_a_png(secret):
    data = photograph()
    at = data.index(b"IDAT")
    size = struct.unpack(">I", data[at - 4 : at])[0]
    held = data[at + 4 : at + 4 + size] + secret.encode()
    end = data[at + 8 + size :]
    return (
        data[: at - 4]
        + struct.pack(">I", len(held))
        + b"IDAT"
        + held
        + struct.pack(">I", zlib.crc32(b"IDAT" + held))
        + end
    )


def _rubbed_out(secret, format_, **options):
    made = drawn("RGBA", (255, 255, 255, 0), (0, 0, 0, 0) if secret else None, secret)
    made.paste((29, 112, 184, 255), (60, 20, 100, 38))
    return saved(made, format_, **options)


@planted("picture.under-transparency", 97, is_bare=True)
def rubbed_out_of_a_png(secret):
    return _rubbed_out(secret, "PNG")


@planted("picture.under-transparency", 97, is_bare=True)
def rubbed_out_of_a_webp(secret):
    return _rubbed_out(secret, "WEBP", lossless=True, exact=True)


@planted("picture.under-transparency", 97, is_bare=True)
def rubbed_out_of_a_tiff(secret):
    return _rubbed_out(secret, "TIFF")


@planted("picture.under-transparency", 97, is_bare=True)
def all_but_transparent(secret):
    made = drawn("RGBA", (255, 255, 255, 0))
    if secret:
        ImageDraw.Draw(made).rectangle((0, 0, 119, 20), fill=(0, 0, 0, 3))
    return saved(made, "PNG")


def _in_one_colour(secret, format_):
    made = drawn("P", 0, 1 if secret else None, secret)
    made.putpalette([255, 255, 255, 255, 255, 255, 29, 112, 184])
    return saved(made, format_)


@planted("picture.same-colours", 97, is_bare=True)
def letters_in_the_colour_of_the_ground(secret):
    return _in_one_colour(secret, "PNG")


@planted("picture.same-colours", 97, is_bare=True)
def letters_in_the_colour_of_the_ground_of_a_gif(secret):
    if not secret:
        return photograph("GIF")
    data = bytearray(photograph("GIF"))
    made = drawn("P", 0, 1, secret)
    made.putpalette([1, 2, 3, 4, 5, 6])
    data = saved(made, "GIF")
    return data.replace(bytes([4, 5, 6]), bytes([1, 2, 3]), 1)


@planted("picture.spare-piece", 97)
def words_in_a_palette(secret):
    made = drawn("P", 0)
    spare = list(secret.encode().ljust(15, b"\0")) if secret else [0] * 15
    made.putpalette([29, 112, 184, *spare])
    return saved(made, "PNG")
