"""The words of PDF's own language, as they stand in content streams, character maps and streams of objects."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SPACE = b"\0\t\n\f\r "
_DELIMITERS = rb"\0\t\n\f\r ()<>\[\]{}/%"
_TOKEN = re.compile(
    rb"(?P<number>[+-]*(?:\d+\.?[\d-]*|\.\d+)(?=[%(d)s]|\Z))|(?P<name>/[^%(d)s]*)|(?P<word>[^%(d)s]+)"
    rb"|(?P<string>\((?:[^()\\]|\\[\s\S])*\))|(?P<hex><[0-9A-Fa-f\s]*>)|(?P<open><<|\[|\{)|(?P<close>>>|\]|\})"
    rb"|(?P<remark>%%[^\r\n]*)|(?P<space>[\0\t\n\f\r ]+)|(?P<odd>[\s\S])" % {b"d": _DELIMITERS}
)
_IN_STRING = re.compile(rb"[()\\]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
    b"\r\n": b"", b"\r": b"", b"\n": b"",
}  # fmt: skip
_CODED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")


class Token(NamedTuple):
    """A word of the language, what it is, and where it ends."""

    kind: str
    text: bytes
    end: int


class Tokens:
    """The words of some bytes, without the space between them; `at` may be moved on between two of them."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        """Begin at a place."""
        self.data, self.at = data, at

    def __iter__(self) -> Iterator[Token]:
        """Yield words up to the end; the bracket of a string that never ends is odd."""
        data, match, size = self.data, _TOKEN.match, len(self.data)
        while self.at < size:
            found = match(data, self.at)
            if found is None:
                return
            kind, end = found.lastgroup or "odd", found.end()
            start, self.at = self.at, end
            if kind == "space":
                continue
            if kind == "odd" and data[start] == 0x28:  # noqa: PLR2004 an opening bracket
                closed = string_end(data, start)
                if closed > 0:
                    kind, self.at = "string", closed
            yield Token(kind, data[start : self.at], self.at)


def tokens(data: bytes, at: int = 0) -> Iterator[Token]:
    """Yield the words of some bytes, without the space between them."""
    return iter(Tokens(data, at))


def string_end(data: bytes, at: int) -> int:
    """Return where the string ends whose bracket opens here, or -1: brackets in it may open and close."""
    depth = 0
    while found := _IN_STRING.search(data, at):
        at = found.end()
        sign = found[0]
        if sign == b"\\":
            at += 1
        elif sign == b"(":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return at
    return -1


def bytes_of(token: Token) -> bytes:
    """Return the bytes that a string stands for, written in brackets or in hexadecimal."""
    if token.kind == "hex":
        digits = bytes(sign for sign in token.text[1:-1] if sign not in SPACE)
        return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode())
    return _ESCAPE.sub(_escaped, token.text[1:-1])


def name_of(token: Token) -> str:
    """Return a name without its stroke."""
    return _CODED_NAME.sub(_coded, token.text[1:]).decode("utf-8", "replace")


def text_of(data: bytes) -> str:
    """Return the text that the bytes of a string are, in whichever of the encodings."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")


def _escaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return _ESCAPED.get(found[2], found[2])


def _coded(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])
