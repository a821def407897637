"""The bytes of RTF as letters: by the code page of the file, or that of the font in use."""

import codecs
from dataclasses import dataclass, field

from answerable.reading.alphabets import storable
from answerable.reading.docx.symbols import sign_of

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
SYMBOL = 2
"""The number of the character set of fonts of signs."""

_SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class Letters:
    """Collects bytes and signs into text; `page` is the file's code page, `charsets` those of its fonts."""

    page: str = "cp1252"
    charsets: dict[int, int] = field(default_factory=dict)
    waiting: bytes = b""
    codec: str = ""
    half: int = 0

    def take(self, data: bytes, font: int | None) -> str:
        """Return the letters that are complete once these bytes have come."""
        charset = self.charsets.get(-1 if font is None else font, 0)
        if charset == SYMBOL:
            return self.rest() + "".join(sign_of(byte, "symbol") for byte in data)
        codec = _CHARSETS.get(charset, self.page)
        before = self.rest() if codec != self.codec else ""
        self.codec = codec
        self.waiting += data
        return before

    def sign(self, code: int) -> str:
        """Return a sign by its number in Unicode; one that is written as two halves with the second."""
        code &= 0xFFFF
        before = self.rest()
        if code in _SURROGATES:
            if self.half and code >= 0xDC00:  # noqa: PLR2004 the second half
                whole = 0x10000 + ((self.half - 0xD800) << 10) + (code - 0xDC00)
                self.half = 0
                return before + chr(whole)
            self.half = code if code < 0xDC00 else 0  # noqa: PLR2004 the first half
            return before
        return before + chr(code)

    def rest(self) -> str:
        """Return what is not yet said of the bytes that came."""
        data, self.waiting = self.waiting, b""
        return storable(data.decode(self.codec or self.page, "replace")) if data else ""

    def use_page(self, number: int) -> None:
        """Take a code page as the file's own, if it is known."""
        try:
            self.page = codecs.lookup(f"cp{number}").name
        except LookupError:
            self.page = "cp1252"
