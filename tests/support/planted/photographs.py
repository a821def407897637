"""Pictures that are files of their own, with a secret beside or under their pixels (rows 89 to 97)."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed

PHOTOGRAPHS = Listed()
planted = PHOTOGRAPHS.planted
SIZE = (120, 40)


def drawn(mode="RGB", ground=(29, 112, 184), ink=None, words="Bins", size=SIZE):
    """Return a picture with words on a ground."""
    made = Image.new(mode, size, ground)
    if ink is not None:
        ImageDraw.Draw(made).text((5, 5), words, fill=ink)
    return made


def saved(made, format_, **options):
    """Return a picture's bytes."""
    out = io.BytesIO()
    made.save(out, format_, **options)
    return out.getvalue()


def _exif(fill):
    exif = Image.Exif()
    fill(exif)
    return photograph("JPEG", exif=exif)


def after_start(data, marker, held):
    """Return a JPEG with one more segment."""
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(held) + 2) + held + data[2:]


def with_chunk(data, name, held, before=b"IDAT"):
    """Return a PNG with one more chunk."""
    at = data.index(before) - 4
    sum_ = zlib.crc32(name + held)
    return (
        data[:at] + struct.pack(">I", len(held)) + name + held + struct.pack(">I", sum_) + data[at:]
    )


@planted("picture.words", 89)
def author_of_a_photograph(secret):
    return _exif(lambda exif: exif.__setitem__(0x013B, secret)) if secret else photograph("JPEG")


@planted("picture.metadata", 89)
def program_of_a_photograph(secret):
    return _exif(lambda exif: exif.__setitem__(0x0131, secret)) if secret else photograph("JPEG")


@planted("picture.words", 89)
def comment_of_a_user(secret):
    def fill(exif):
        exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + secret.encode()

    return _exif(fill) if secret else photograph("JPEG")


@planted("picture.words", 89, is_bare=True)
def title_for_windows(secret):
    return (
        _exif(lambda exif: exif.__setitem__(0x9C9B, secret.encode("utf-16-le")))
        if secret
        else photograph("JPEG")
    )


@planted("picture.maker-notes", 89)
def notes_of_the_maker(secret):
    def fill(exif):
        exif.get_ifd(0x8769)[0x927C] = b"Maker\0" + secret.encode()

    return _exif(fill) if secret else photograph("JPEG")


@planted("picture.place", 89, is_bare=True)
def where_it_was_taken(secret):
    def fill(exif):
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (51.0, 30.0, 26.0)

    return _exif(fill) if secret else photograph("JPEG")


@planted("picture.words", 89)
def unused_bytes_of_exif(secret):
    exif = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + secret.encode()
    return after_start(photograph("JPEG"), 0xE1, exif) if secret else photograph("JPEG")


@planted("picture.thumbnail", 90, is_bare=True)
def picture_before_it_was_cut(secret):
    small = saved(drawn(ink="white", words="Quill"), "JPEG")
    head = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 0) + struct.pack("<I", 14)
    entries = struct.pack("<HHII", 0x0201, 4, 1, 14 + 30) + struct.pack(
        "<HHII", 0x0202, 4, 1, len(small)
    )
    exif = b"Exif\0\0" + head + struct.pack("<H", 2) + entries + struct.pack("<I", 0) + small
    return after_start(photograph("JPEG"), 0xE1, exif) if secret else photograph("JPEG")


@planted("picture.thumbnail", 90, is_bare=True)
def picture_in_jfif(secret):
    data = photograph("JPEG")
    return (
        after_start(data, 0xE0, b"JFXX\0\x10" + saved(drawn(ink="white"), "JPEG"))
        if secret
        else data
    )


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmp:CreatorTool="Camera 1.0">{}</rdf:Description></rdf:RDF></x:xmpmeta>'
)


def _xmp(words):
    return b"http://ns.adobe.com/xap/1.0/\0" + XMP.format(words).encode()


@planted("picture.words", 91)
def creator_in_xmp(secret):
    words = (
        f"<dc:creator><rdf:Seq><rdf:li>{secret}</rdf:li></rdf:Seq></dc:creator>" if secret else ""
    )
    return after_start(photograph("JPEG"), 0xE1, _xmp(words))


@planted("picture.words", 91)
def comment_in_xmp(secret):
    return after_start(photograph("JPEG"), 0xE1, _xmp(f"<!-- {secret} -->" if secret else ""))


@planted("picture.words", 91)
def rest_of_xmp(secret):
    held = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 40 + secret.encode()
    return after_start(photograph("JPEG"), 0xE1, held) if secret else photograph("JPEG")


@planted("picture.place", 91)
def place_in_xmp(secret):
    words = f'<photoshop:City xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{secret}</photoshop:City>'
    return after_start(photograph("JPEG"), 0xE1, _xmp(words if secret else ""))


@planted("picture.words", 92)
def caption_of_iptc(secret):
    caption = b"\x1c\x02\x78" + struct.pack(">H", len(secret)) + secret.encode()
    resource = (
        b"8BIM\x04\x04\0\0" + struct.pack(">I", len(caption)) + caption + b"\0" * (len(caption) % 2)
    )
    return (
        after_start(photograph("JPEG"), 0xED, b"Photoshop 3.0\0" + resource)
        if secret
        else photograph("JPEG")
    )


@planted("picture.words", 92)
def name_of_a_path(secret):
    resource = (
        b"8BIM\x07\xd0"
        + bytes([len(secret)])
        + secret.encode()
        + b"\0" * ((len(secret) + 1) % 2)
        + b"\0\0\0\0"
    )
    return (
        after_start(photograph("JPEG"), 0xED, b"Photoshop 3.0\0" + resource)
        if secret
        else photograph("JPEG")
    )


@planted("picture.words", 93)
def comment_of_a_jpeg(secret):
    data = photograph("JPEG")
    return after_start(data, 0xFE, secret.encode()) if secret else data


@planted("picture.unknown-piece", 93)
def strange_segment(secret):
    return after_start(photograph("JPEG"), 0xE7, secret.encode()) if secret else photograph("JPEG")


@planted("picture.unknown-piece", 93)
def reserved_segment(secret):
    return after_start(photograph("JPEG"), 0xF3, secret.encode()) if secret else photograph("JPEG")


@planted("picture.spare-piece", 93)
def table_that_nothing_uses(secret):
    held = b"\x03" + secret.encode().ljust(64, b"\1")
    return after_start(photograph("JPEG"), 0xDB, held) if secret else photograph("JPEG")


@planted("picture.bytes-between", 95)
def bytes_behind_the_last_pixel(secret):
    data = photograph("JPEG")
    return data[:-2] + secret.encode() + data[-2:]


@planted("picture.bytes-between", 95, is_bare=True)
def numbers_behind_the_last_pixel(secret):
    data = saved(drawn(ink="white"), "JPEG")
    hidden = bytes(128 | ord(sign) & 126 for sign in secret * 6) if secret else b""
    return data[:-2] + hidden + data[-2:]


@planted("picture.bytes-between", 95)
def bytes_between_segments(secret):
    data = photograph("JPEG")
    at = data.index(b"\xff\xdb")
    return data[:at] + secret.encode() + data[at:]


@planted("picture.bytes-behind", 95)
def bytes_behind_a_jpeg(secret):
    return photograph("JPEG") + secret.encode()


@planted("picture.bytes-behind", 95)
def bytes_behind_a_png(secret):
    return photograph() + secret.encode()


@planted("picture.bytes-behind", 95, is_bare=True)
def rest_of_a_cut_screenshot(secret):
    return photograph() + (photograph()[200:] or photograph()[40:] if secret else b"")


@planted("picture.more-pictures", 96, is_bare=True)
def second_picture_in_a_jpeg(secret):
    data = photograph("JPEG")
    return after_start(data, 0xE2, b"MPF\0II*\0\x08\0\0\0\0\0\0\0\0\0") if secret else data
