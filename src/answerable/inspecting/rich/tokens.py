"""RTF taken apart: groups, words of control, and text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.findings import CannotSay

MOST_TOKENS = 12_000_000
_SIGNS_IN_ALL, _FIRST_HALF, _BEHIND_HALVES = 0x10000, 0xD800, 0xE000
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,60})(?P<number>-?\d{1,12})?\x20?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\\Z",
    re.DOTALL,
)
_SIGNS = {
    b"~": " ",
    b"_": "-",
    b"-": "",
    b"\n": "\n",
    b"\r": "\n",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"\t": "\t",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: `kind` is "open", "close", "word", "text", "byte", "star" or "binary"; `start` and `end` say where it stands."""

    kind: str
    name: str = ""
    number: int | None = None
    held: bytes = b""
    start: int = 0
    end: int = 0


def tokens_of(data: bytes) -> Iterator[Token]:
    """Yield the pieces of a document, one after the other.

    :raises CannotSay: if there are too many.
    """
    at = count = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:
            return
        count += 1
        if count > MOST_TOKENS:
            raise CannotSay("It is an RTF document with more in it than can be inspected: split it")
        start, at = at, found.end()
        token = _token(found, start)
        if token is None:
            continue
        if token.name == "bin" and token.number:
            size = max(0, token.number)
            yield Token("binary", held=data[at : at + size], start=start, end=at + size)
            at += size
        else:
            yield token


def sign_of(number: int) -> str:
    """Return the sign that a number names; halves of signs beyond the first 65,536 are shown as unknown."""
    value = number % _SIGNS_IN_ALL
    return chr(value) if not _FIRST_HALF <= value < _BEHIND_HALVES else "\ufffd"


def _token(found: re.Match[bytes], start: int) -> Token | None:
    end = found.end()
    if word := found["word"]:
        number = int(found["number"]) if found["number"] else None
        return Token("word", word.decode("ascii"), number, start=start, end=end)
    if found["hex"]:
        return Token("byte", held=bytes([int(found["hex"], 16)]), start=start, end=end)
    if sign := found["sign"]:
        return _sign(sign, start, end)
    if brace := found["brace"]:
        return Token("open" if brace == b"{" else "close", start=start, end=end)
    return Token("text", held=found["text"], start=start, end=end) if found["text"] else None


def _sign(sign: bytes, start: int, end: int) -> Token:
    if sign == b"*":
        return Token("star", start=start, end=end)
    if sign in _SIGNS:
        return Token("text", held=_SIGNS[sign].encode(), start=start, end=end)
    return Token("word", sign.decode("latin-1"), start=start, end=end)
