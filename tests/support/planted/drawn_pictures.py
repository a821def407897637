"""GIF, BMP, TIFF and WebP pictures with a secret beside or beyond their pixels (rows 89 to 96)."""

import struct

from PIL import Image, TiffImagePlugin

from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed
from tests.support.planted.photographs import XMP, saved

DRAWN_PICTURES = Listed()
planted = DRAWN_PICTURES.planted


@planted("picture.words", 93)
def comment_of_a_gif(secret):
    return photograph("GIF", comment=secret.encode()) if secret else photograph("GIF")


@planted("picture.unknown-piece", 93)
def strange_block_of_a_gif(secret):
    data = photograph("GIF")
    block = b"\x21\xff\x0bQUILL000001" + bytes([len(secret)]) + secret.encode() + b"\0"
    at = data.index(b"\x2c", 13 + 3 * (2 << (data[10] & 7)))
    return data[:at] + block + data[at:] if secret else data


@planted("picture.unknown-piece", 93)
def text_block_of_a_gif(secret):
    data = photograph("GIF")
    block = b"\x21\x01\x0c" + bytes(12) + bytes([len(secret)]) + secret.encode() + b"\0"
    return data[:-1] + block + data[-1:] if secret else data


@planted("picture.bytes-between", 95)
def bytes_behind_the_codes_of_a_gif(secret):
    data = photograph("GIF")
    block = bytes([len(secret)]) + secret.encode()
    return data[:-2] + block + data[-2:] if secret else data


@planted("picture.hidden-pixels", 95, is_bare=True)
def pixels_beyond_the_edge_of_a_gif(secret):
    data = photograph("GIF")
    return data[:6] + struct.pack("<HH", 64, 20) + data[10:] if secret else data


@planted("picture.bytes-behind", 95)
def bytes_behind_a_gif(secret):
    return photograph("GIF") + secret.encode()


def _bmp(mode="RGB", size=(63, 8)):
    return saved(Image.new(mode, size, (29, 112, 184)), "BMP")


@planted("picture.bytes-between", 95, is_bare=True)
def ends_of_rows_of_a_bmp(secret):
    data = bytearray(_bmp())
    start = struct.unpack_from("<I", data, 10)[0]
    for number, sign in enumerate(secret[:8]):
        data[start + number * 192 + 189] = ord(sign)
    return bytes(data)


@planted("picture.bytes-between", 95)
def bytes_before_the_pixels_of_a_bmp(secret):
    data = _bmp()
    start = struct.unpack_from("<I", data, 10)[0] + len(secret)
    return data[:10] + struct.pack("<I", start) + data[14:54] + secret.encode() + data[54:]


@planted("picture.hidden-pixels", 95, is_bare=True)
def fourth_channel_of_a_bmp(secret):
    made = Image.new("RGBA", (64, 8), (29, 112, 184, 255))
    data = bytearray(saved(made, "BMP"))
    start = struct.unpack_from("<I", data, 10)[0]
    for number, sign in enumerate(secret):
        data[start + number * 4 + 3] = ord(sign)
    return bytes(data)


@planted("picture.bytes-behind", 95)
def bytes_behind_a_bmp(secret):
    return _bmp() + secret.encode()


def _tagged(tag, secret):
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    if secret:
        tags[tag] = secret
        tags.tagtype[tag] = 2
    return photograph("TIFF", tiffinfo=tags)


@planted("picture.words", 89)
def description_of_a_tiff(secret):
    return _tagged(270, secret)


@planted("picture.unknown-piece", 96)
def unknown_entry_of_a_tiff(secret):
    return _tagged(65001, secret)


@planted("picture.bytes-between", 95)
def bytes_behind_a_tiff(secret):
    return photograph("TIFF") + secret.encode()


@planted("picture.words", 91)
def xmp_of_a_webp(secret):
    words = f"<dc:title>{secret}</dc:title>" if secret else ""
    return photograph("WEBP", xmp=XMP.format(words).encode())


@planted("picture.unknown-piece", 95)
def strange_chunk_of_a_webp(secret):
    data = photograph("WEBP")
    if not secret:
        return data
    chunk = b"QUIL" + struct.pack("<I", len(secret)) + secret.encode() + b"\0" * (len(secret) % 2)
    return data[:4] + struct.pack("<I", len(data) - 8 + len(chunk)) + data[8:] + chunk


@planted("picture.bytes-behind", 95)
def bytes_behind_a_webp(secret):
    return photograph("WEBP") + secret.encode()
