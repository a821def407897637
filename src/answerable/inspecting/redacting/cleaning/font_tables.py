"""Embedded fonts without the tables that say things and draw nothing."""

import struct

import pikepdf

_HEAD, _TABLE = struct.Struct(">4s4H"), struct.Struct(">4s3I")
_SFNT = (b"\0\1\0\0", b"true", b"OTTO")
# What draws signs and tells how wide they are (ISO 32000-1, 9.9): names, licences and signatures do neither.
_DRAWS = frozenset(
    (
        *(b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"),
        *(b"post", b"OS/2", b"gasp", b"CFF ", b"CFF2", b"VORG", b"vhea", b"vmtx"),
    )
)


def bare_fonts(pdf: pikepdf.Pdf) -> None:
    """Take out of each embedded TrueType and OpenType font the tables that draw nothing; a damaged one stays."""
    for one in pdf.objects:
        if (
            not isinstance(one, pikepdf.Dictionary)
            or one.get("/Type") != pikepdf.Name.FontDescriptor
        ):
            continue
        for key in ("/FontFile2", "/FontFile3"):
            program = one.get(key)
            if isinstance(program, pikepdf.Stream):
                _bare(program)


def _bare(program: pikepdf.Stream) -> None:
    try:
        data = program.read_bytes()
    except pikepdf.PdfError:
        return
    made = without_words(data)
    if made != data:
        program.write(made)
        if "/Length1" in program:
            program.Length1 = len(made)


def without_words(font: bytes) -> bytes:
    """Return a font in the form of SFNT with the tables that draw; anything else as it is."""
    if font[:4] not in _SFNT or len(font) < _HEAD.size:
        return font
    count = _HEAD.unpack_from(font)[1]
    if len(font) < _HEAD.size + count * _TABLE.size:
        return font
    listed = [_TABLE.unpack_from(font, _HEAD.size + at * _TABLE.size) for at in range(count)]
    kept = [one for one in listed if one[0] in _DRAWS]
    is_whole = all(offset + size <= len(font) for _, _, offset, size in kept)
    if not kept or not is_whole or len(kept) == len(listed):
        return font
    return _written(font, kept)


def _written(font: bytes, kept: list[tuple[bytes, int, int, int]]) -> bytes:
    power = len(kept).bit_length() - 1
    search = 16 << power
    head = _HEAD.pack(font[:4], len(kept), search, power, len(kept) * 16 - search)
    at = _HEAD.size + len(kept) * _TABLE.size
    tables, held = [], []
    for tag, check, offset, size in kept:
        tables.append(_TABLE.pack(tag, check, at, size))
        held.append(font[offset : offset + size] + bytes(-size % 4))
        at += size + -size % 4
    return head + b"".join(tables) + b"".join(held)
