"""The pinned font: its files, and which characters it can show."""

import struct
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

FAMILY = "Source Sans Pro"
FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf")

_WIDE_FORMAT = 12
_PRIVATE = frozenset({"Co", "Cn", "Cc", "Cs"})
_FORBIDDEN = frozenset({"\ufeff"})


def font_file(face: str) -> bytes:
    """Return the bytes of one face."""
    return files("font_source_sans_pro").joinpath("files", face).read_bytes()


class Substitution:
    """Text for the page, and a count of the characters that the font lacks."""

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()

    def shown(self, text: str) -> str:
        """Return the text with each character that the font lacks as `[U+XXXX]`, and count it."""
        composed = unicodedata.normalize("NFC", text.replace("\t", " "))
        known = _characters()
        lacking = {one for one in composed if one not in known and one != "\n"}
        if not lacking:
            return composed
        self.missing.update(one for one in composed if one in lacking)
        return "".join(f"[{_code(one)}]" if one in lacking else one for one in composed)

    def report(self) -> list[str]:
        """Return a line for each character that was not shown, in the order of their codes."""
        return [
            f"[{_code(one)}] {unicodedata.name(one, 'a character without a name')}, {times} ×"
            for one, times in sorted(self.missing.items())
        ]


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


@cache
def _characters() -> frozenset[str]:
    shared = frozenset.intersection(*(frozenset(_mapped(font_file(face))) for face in FACES))
    # PDF/A forbids these in text: private characters mean nothing to others, a byte order mark less.
    named = (one for one in shared if unicodedata.category(one) not in _PRIVATE)
    return frozenset(named) - _FORBIDDEN


def _mapped(font: bytes) -> Iterator[str]:
    """Yield each character that the font's `cmap` gives a glyph (OpenType specification, format 12)."""
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", table, 8 + 8 * number)
        if struct.unpack_from(">H", table, offset)[0] == _WIDE_FORMAT:
            (groups,) = struct.unpack_from(">I", table, offset + 12)
            for group in range(groups):
                first, last, glyph = struct.unpack_from(">III", table, offset + 16 + 12 * group)
                yield from (chr(code) for code in range(first, last + 1) if glyph + code - first)
            return


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return font[offset : offset + length]
    return b"\0\0\0\0"
