"""Bytes that are written as letters and digits: in base64 and in hexadecimal, anywhere in others."""

import base64
import re
from collections.abc import Iterator
from string import ascii_letters, digits, hexdigits

from answerable.inspecting.allowance import Allowance

_SIGN = 4
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/_-]++(?:\r?\n[ \t]*)?)+")
_HEX = re.compile(
    rb"(?:[0-9A-Fa-f]{2}[ :-])+[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]++(?:\r?\n[ \t]*)?)+",
)
_BLANKS = re.compile(rb"\s+")
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]+")
_LOOKED_AT = 16 * 1024 * 1024
_OVERLAP = 64
_SHORT = 4096
_ALONE = 512


def _alphabet(letters: str, between: str = "") -> bytes:
    """Return what makes an `a` of each letter, a blank of each sign between them, and a dot of all else."""
    table = bytearray(b"." * 256)
    for one in letters.encode():
        table[one] = ord("a")
    for one in between.encode():
        table[one] = ord(" ")
    return bytes(table)


_OF_BASE64 = _alphabet(ascii_letters + digits + "+/_-")
_OF_HEX = _alphabet(hexdigits, " :-")
# To look for so many letters in a row is a hundred times faster than to ask a pattern at every place.
_RUN_OF_BASE64 = b"a" * 16
_RUNS_OF_HEX = (b"a" * 12, b"aa aa aa aa aa aa")


def in_base64(data: bytes, _: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield what runs of sixteen signs and more say if they are base64, in lines or not."""
    yield from _gathered("base64", _of_base64(data))


def _of_base64(data: bytes) -> Iterator[bytes]:
    for found in _runs(data, _OF_BASE64, _RUN_OF_BASE64, _BASE64):
        signs = _BLANKS.sub(b"", found).replace(b"-", b"+").replace(b"_", b"/")
        for start in _starts(signs, _SIGN):
            piece = signs[start:]
            # One sign over says nothing: it has six bits of the eight.
            whole = piece[:-1] if len(piece) % _SIGN == 1 else piece
            yield base64.b64decode(whole + b"=" * (-len(whole) % _SIGN))


def in_hexadecimal(data: bytes, _: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield what runs of six bytes and more say if they are hexadecimal, in lines, with signs between or not."""
    yield from _gathered("hexadecimal", _of_hexadecimal(data))


def _of_hexadecimal(data: bytes) -> Iterator[bytes]:
    for run in _RUNS_OF_HEX:
        for found in _runs(data, _OF_HEX, run, _HEX):
            written = _NO_HEX.sub(b"", found)
            for start in _starts(written, 2):
                even = written[start : start + (len(written) - start) // 2 * 2]
                yield bytes.fromhex(even.decode("ascii"))


def _gathered(name: str, decoded: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what is long one by one, and what is short together: a table has a hundred thousand long numbers."""
    short = []
    for one in decoded:
        if len(one) < _ALONE:
            short.append(one)
        else:
            yield name, one
    if short:
        yield name, b"\n".join(short)


def _starts(run: bytes, signs: int) -> range:
    """Return where what a run says may begin: a short one may have letters before it that are no part of it."""
    return range(signs if len(run) < _SHORT else 1)


def _runs(data: bytes, alphabet: bytes, run: bytes, whole: re.Pattern[bytes]) -> Iterator[bytes]:
    """Yield what a pattern matches where a run of letters of an alphabet begins."""
    end = 0
    for begin in range(0, len(data), _LOOKED_AT):
        mapped = data[begin : begin + _LOOKED_AT + _OVERLAP].translate(alphabet)
        at = mapped.find(run)
        while at >= 0:
            if begin + at >= end and (found := whole.match(data, begin + at)):
                end = found.end()
                yield found[0]
            at = mapped.find(run, max(at + 1, end - begin))
