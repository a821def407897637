"""Character maps: which bytes of a string are one code, and which glyph it stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pdfminer.cmapdb import CMapDB
from pdfminer.pdfexceptions import PDFException

from answerable.inspecting.redacting.unsupported import Unsupported

_LONGEST_CODE = 4
_MOST_CODES = 200_000
_BLOCK = re.compile(rb"begin(codespacerange|cidrange|cidchar)(.*?)end\1", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]*?)\s*>"
_SPACE = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(\d+)")
_ONE = re.compile(_HEX + rb"\s*(\d+)")
_IDENTITY = ("/Identity-H", "/Identity-V")


@dataclass(slots=True)
class Codes:
    """The codes that strings of a font are made of; `cids` is empty where each code is its own glyph."""

    is_vertical: bool = False
    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    ranges: list[tuple[int, int, int, int]] = field(default_factory=list)
    tree: dict[int, Any] | None = None
    is_identity: bool = False

    def split(self, text: bytes) -> Iterator[tuple[bytes, int]]:
        """Yield each code of a string with its glyph's number.

        :raises Unsupported: if the string has a code that the map does not know.
        """
        at = 0
        while at < len(text):
            code, cid = self._in_tree(text, at) if self.tree is not None else self._next(text, at)
            yield code, cid
            at += len(code)

    def _next(self, text: bytes, at: int) -> tuple[bytes, int]:
        if self.is_identity:
            code = text[at : at + 2]
            return code, int.from_bytes(code, "big")
        for length in range(1, _LONGEST_CODE + 1):
            code = text[at : at + length]
            number = int.from_bytes(code, "big")
            if len(code) == length and self._is_code(code, length):
                return code, self._cid(number, length)
        raise Unsupported("a string with codes that its font does not know")

    def _is_code(self, code: bytes, length: int) -> bool:
        for size, low, high in self.spaces:
            lows, highs = low.to_bytes(size, "big"), high.to_bytes(size, "big")
            if size == length and all(
                a <= b <= c for a, b, c in zip(lows, code, highs, strict=True)
            ):
                return True
        return False

    def _cid(self, number: int, length: int) -> int:
        for size, low, high, cid in self.ranges:
            if size == length and low <= number <= high:
                return cid + number - low
        return 0

    def _in_tree(self, text: bytes, at: int) -> tuple[bytes, int]:
        node: Any = self.tree
        for length in range(1, _LONGEST_CODE + 1):
            if at + length > len(text) or text[at + length - 1] not in node:
                break
            node = node[text[at + length - 1]]
            if isinstance(node, int):
                return text[at : at + length], node
        raise Unsupported("a string with codes that its font does not know")


def codes_of(encoding: object) -> Codes:
    """Return the codes of a composite font's encoding.

    :raises Unsupported: if it is of a form that is not read.
    """
    if isinstance(encoding, pikepdf.Stream):
        return _written(encoding)
    if not isinstance(encoding, pikepdf.Name):
        raise Unsupported("a font without an encoding")
    name = str(encoding)
    if name in _IDENTITY:
        return Codes(is_vertical=name.endswith("V"), is_identity=True)
    try:
        known = CMapDB.get_cmap(name[1:])
    except (PDFException, KeyError, OSError):
        raise Unsupported("a font with an unknown encoding") from None
    return Codes(is_vertical=name.endswith("V"), tree=dict(getattr(known, "code2cid", {})))


def _written(stream: pikepdf.Stream) -> Codes:
    if stream.get("/UseCMap") is not None:
        raise Unsupported("an encoding that builds on another")
    text = stream.read_bytes()
    codes = Codes(is_vertical=stream.get("/WMode") == 1 or b"/WMode 1 def" in text)
    for block in _BLOCK.finditer(text):
        _add(codes, block[1], block[2])
    if not codes.spaces or len(codes.ranges) > _MOST_CODES:
        raise Unsupported("an encoding that is not read")
    return codes


def _add(codes: Codes, kind: bytes, body: bytes) -> None:
    if kind == b"codespacerange":
        for found in _SPACE.finditer(body):
            low, high = _bytes(found[1]), _bytes(found[2])
            if len(low) != len(high) or not low:
                raise Unsupported("an encoding that is not read")
            codes.spaces.append((len(low), _number(low), _number(high)))
    elif kind == b"cidrange":
        for found in _RANGE.finditer(body):
            low, high = _bytes(found[1]), _bytes(found[2])
            codes.ranges.append((len(low), _number(low), _number(high), int(found[3])))
    else:
        for found in _ONE.finditer(body):
            code = _bytes(found[1])
            codes.ranges.append((len(code), _number(code), _number(code), int(found[2])))


def _bytes(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _number(code: bytes) -> int:
    return int.from_bytes(code, "big")
