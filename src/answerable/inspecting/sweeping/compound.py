"""Streams of a compound file (old Office, Outlook): each in one piece, and the text of macros."""

import struct
from collections.abc import Iterator
from io import BytesIO

import olefile

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 4096
_MARK, _MARKED, _IS_PACKED, _SIZE = 0x7000, 0x3000, 0x8000, 0x0FFF


def streams_of_compound(data: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield the streams of a compound file, those of macros unpacked.

    :raises CannotSay: if it is damaged.
    """
    if not data.startswith(_MAGIC):
        return
    try:
        with olefile.OleFileIO(BytesIO(data)) as opened:
            names = opened.listdir()
            allowance.take_files(len(names))
            streams = [("/".join(one), opened.openstream(one).read()) for one in names]
    except (OSError, ValueError, LookupError, TypeError, struct.error, RecursionError):
        raise CannotSay("It is a compound file that is damaged: save it again") from None
    for name, stream in streams:
        yield name, stream
        if "VBA" in name.upper():
            yield from _macros(name, stream)


def _macros(name: str, stream: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what unpacks wherever packed source may begin ([MS-OVBA] 2.4.1)."""
    at = stream.find(b"\x01")
    while 0 <= at < len(stream) - 3:
        if struct.unpack_from("<H", stream, at + 1)[0] & _MARK == _MARKED:
            yield f"{name} unpacked", _unpacked(stream, at + 1)
        at = stream.find(b"\x01", at + 1)


def _unpacked(stream: bytes, at: int) -> bytes:
    out = bytearray()
    while at + 2 <= len(stream):
        head = struct.unpack_from("<H", stream, at)[0]
        if head & _MARK != _MARKED:
            break
        end = min(len(stream), at + 3 + (head & _SIZE))
        if head & _IS_PACKED:
            _unpack_chunk(stream[at + 2 : end], out)
        else:
            out += stream[at + 2 : at + 2 + _CHUNK]
        at = end
    return bytes(out)


def _unpack_chunk(chunk: bytes, out: bytearray) -> None:
    begin, at = len(out), 0
    while at < len(chunk):
        flags, at = chunk[at], at + 1
        for bit in range(8):
            if at >= len(chunk):
                return
            if not flags >> bit & 1:
                out.append(chunk[at])
                at += 1
            elif at + 2 > len(chunk) or not _copy(
                struct.unpack_from("<H", chunk, at)[0], begin, out
            ):
                return
            else:
                at += 2


def _copy(token: int, begin: int, out: bytearray) -> bool:
    """Copy what a token points back to; how many of its bits say how far depends on how much there is."""
    bits = max(4, (len(out) - begin - 1).bit_length())
    length = (token & (0xFFFF >> bits)) + 3
    offset = (token >> (16 - bits)) + 1
    if offset > len(out) - begin:
        return False
    for _ in range(length):
        out.append(out[-offset])
    return True
