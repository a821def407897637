"""What bytes say to a reader: tags and escapes taken away, as programs take them away."""

import html
import re
from collections.abc import Iterator

WINDOW = 8 * 1024 * 1024
"""Bytes that are made readable at once."""

OVERLAP = 64 * 1024
"""Bytes that two windows share, so that what stands across their border is in one of them whole."""

_TAG = re.compile(rb"<[^<>]*>")
_ESCAPES = re.compile(
    rb"&\#x?[0-9a-f]{1,6};|&[a-z]{2,8};|\\u[0-9a-f]{4}|\\u-?[0-9]{1,5}\??|\\[\'x][0-9a-f]{2}|\\[0-7]{3}"
    rb"|_x[0-9a-f]{4}_|[%=#][0-9a-f]{2}|=\r?\n",
    re.IGNORECASE,
)
_ESCAPED = (b"&", b"\\", b"_x", b"%", b"=", b"#")
_WITHOUT_WIDTH = re.compile(
    rb"\xc2\xad|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa4]|\xef\xbb\xbf|-\r?\n"
)
_BLANKS = re.compile(rb"\xc2\xa0|\xe2\x80[\x80-\x8a\xaf]|\xe3\x80\x80|&nbsp;")
_HEXADECIMAL, _DECIMAL = 16, 10


def windows(data: bytes) -> Iterator[bytes]:
    """Yield bytes in pieces that overlap."""
    if len(data) <= WINDOW:
        yield data
        return
    for at in range(0, len(data), WINDOW - OVERLAP):
        yield data[at : at + WINDOW]


def readable(window: bytes) -> Iterator[bytes]:
    """Yield what a reader sees of bytes, with small letters and single blanks, in each way that it may be meant."""
    bare = _TAG.sub(b"", window) if b"<" in window else window
    yield _tidy(bare)
    if any(sign in bare for sign in _ESCAPED) and _ESCAPES.search(bare):
        yield _tidy(_ESCAPES.sub(_unescaped, bare))


def squeezed(text: bytes) -> bytes:
    """Return readable text without its blanks."""
    return text.replace(b" ", b"")


def _tidy(text: bytes) -> bytes:
    without = _WITHOUT_WIDTH.sub(b"", _BLANKS.sub(b" ", text))
    return b" ".join(without.lower().split())


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[0].decode("ascii")
    if said[0] == "=" and said[-1] == "\n":
        return b""
    number = _number(said)
    if number is None:
        return html.unescape(said).encode("utf-8", "replace")
    # Two bytes of UTF-8 may stand in two escapes, and one byte of Windows in one: bytes stay bytes.
    is_byte = said[0] in "%=#" or said[:2] in ("\\'", "\\x") or said[1].isdigit()
    if is_byte and number >= 0x80:  # noqa: PLR2004 beyond ASCII
        return bytes([number & 0xFF])
    return chr(number % 0x110000).encode("utf-8", "replace")


def _number(said: str) -> int | None:
    """Return which letter an escape stands for: nothing for one that goes by a name, or for the end of a line."""
    if said[:2] == "&#":
        body = said[2:-1].lower()
        return _whole(body.removeprefix("x"), _HEXADECIMAL if body.startswith("x") else _DECIMAL)
    if said[0] == "&":
        return None
    if said[:2].lower() == "\\u":
        body = said[2:].rstrip("?")
        # JSON has four digits of sixteen; RTF has a decimal number, which may be below nothing.
        is_json = len(body) == 4 and re.fullmatch("[0-9a-fA-F]{4}", body)  # noqa: PLR2004
        return int(body, _HEXADECIMAL) if is_json else int(body) % 0x10000
    if said[0] == "_":
        return int(said[2:6], _HEXADECIMAL)
    if said[1].isdigit() and said[0] == "\\":
        return int(said[1:], 8) & 0xFF
    return _whole(said[2:] if said[0] == "\\" else said[1:], _HEXADECIMAL)


def _whole(body: str, base: int) -> int | None:
    try:
        return int(body, base)
    except ValueError:
        return None
