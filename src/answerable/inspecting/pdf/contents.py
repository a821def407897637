"""What stands among the instructions that draw a page, and draws nothing."""

import re
import zlib
from dataclasses import dataclass, field

from answerable.inspecting.pdf.flat import Flat
from answerable.inspecting.pdf.lexing import (
    SPACE,
    Token,
    Tokens,
    bytes_of,
    name_of,
    text_of,
    tokens,
)
from answerable.inspecting.pdf.parts import is_known, is_known_role
from answerable.inspecting.pdf.values import is_language, is_read
from answerable.inspecting.pdf.walking import Walk
from answerable.inspecting.pictures import look_at_picture

_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_OPERATORS = (
    frozenset(
        b"q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T*"
        b" d0 d1 CS cs SC SCN sc scn G g RG rg K k sh Do MP DP BMC BDC EMC BX EX".split()
    )
    | _SHOWS
)
_NAMES_OF = {
    b"Do": "/XObject",
    b"Tf": "/Font",
    b"gs": "/ExtGState",
    b"sh": "/Shading",
    b"scn": "/Pattern",
    b"SCN": "/Pattern",
    b"cs": "/ColorSpace",
    b"CS": "/ColorSpace",
}
_WORDS = frozenset((b"true", b"false", b"null"))
_SHOWN = re.compile(
    rb"(?:[-+.\d\0\t\n\f\r ]|\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)*\][\0\t\n\f\r ]*TJ(?=[\0\t\n\f\r \[(/<]|\Z)"
)
_GARBLED = re.compile(rb"[-+.\d]+")
_END_OF_IMAGE = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")
_LETTERS = re.compile(rb"[A-Za-z]{3}")
_WORD_OF_SIGNS = re.compile(rb"[A-Za-z]{5}")
_PROPERTIES = frozenset(
    "MCID Type Subtype Attached BBox Lang O ActualText Alt E Contents Placement LineHeight StartIndent TextAlign"
    " SpaceAfter SpaceBefore Width Height BorderThickness Bottom Top Left Right Name Metadata MP".split()
)
_IMAGE_KEYS = frozenset(
    "W Width H Height BPC BitsPerComponent CS ColorSpace F Filter DP DecodeParms D Decode IM ImageMask I Interpolate"
    " Intent L Length Columns Rows K BlackIs1 Colors Predictor EarlyChange EndOfLine EndOfBlock ColorTransform"
    " BitsPerComponent EncodedByteAlign".split()
)
_MARK_NAMES = frozenset(("OC", "Tx", "Span", "PlacedPDF", "PlacedGraphic", "MC", "Clip"))


@dataclass(slots=True)
class Drawing:
    """What a stream of instructions uses: names of each kind, and whether it shows text."""

    used: dict[str, set[str]] = field(default_factory=dict)
    shows: int = 0
    marks: int = 0


def look_at_drawing(
    walk: Walk, data: bytes, where: str, *, is_page: bool, signs: frozenset[str] = frozenset()
) -> Drawing:
    """Find remarks, instructions that no reader knows and texts beside them, and return what is used.

    `signs` are the names of fonts that draw signs instead of letters.
    """
    reading = _Reading(walk, data, where, is_page=is_page)
    reading.signs = signs
    reading.run()
    return reading.drawing


class _Reading:
    """One stream while it is read."""

    def __init__(self, walk: Walk, data: bytes, where: str, *, is_page: bool) -> None:
        self.walk, self.data, self.where = walk, data, where
        self.drawing = Drawing()
        self.given: list[Token] = []
        # A form has the font of whoever draws it.
        self.has_font = not is_page
        self.flat = Flat()
        self.signs: frozenset[str] = frozenset()
        self.draws_signs = False

    def run(self) -> None:
        at = 0
        while at >= 0:
            at = self._until_image(at)
        self._tell_given()

    def _until_image(self, at: int) -> int:
        """Read up to the next picture in the text; return where what follows it begins, or -1 at the end."""
        data, given = self.data, self.given
        reading = Tokens(data, at)
        for token in reading:
            is_plain = self.has_font and not self.flat and not self.draws_signs
            if token.text == b"[" and not given and is_plain:
                # Most of a page is text that is shown piece by piece: passed over at once.
                shown = _SHOWN.match(data, token.end)
                if shown:
                    self.drawing.shows += 1
                    reading.at = shown.end()
                    continue
            kind = token.kind
            if kind == "word":
                if token.text == b"BI":
                    self._tell_given()
                    return self._behind_image(token.end)
                if token.text in _WORDS:
                    given.append(token)
                    continue
                self._take(token)
                given.clear()
            elif kind == "remark":
                if _LETTERS.search(token.text):
                    self._add("pdf.remark", token.text[1:].decode("latin-1"))
            else:
                given.append(token)
        return -1

    def _take(self, token: Token) -> None:
        operator, given = token.text, self.given
        if operator in _SHOWS:
            self.drawing.shows += 1
            if not self.has_font:
                self._tell_given()
            elif self.draws_signs:
                self._tell_signs(given)
            elif self.flat:
                self._tell_flat(given)
            elif any(one.kind in _NO_TEXT or one.text == b"<<" for one in given):
                self._tell_given()
        elif operator in (b"BDC", b"DP", b"BMC", b"MP"):
            self.drawing.marks += 1
            self._look_at_mark(given)
        elif operator not in _OPERATORS:
            if not _GARBLED.fullmatch(operator):
                self._add("pdf.odd-instruction", operator.decode("latin-1"))
            self._tell_given()
        elif given:
            self.flat.take(operator, given)
            self._use(operator, given)
        else:
            self.flat.take(operator, given)

    def _use(self, operator: bytes, given: list[Token]) -> None:
        kind = _NAMES_OF.get(operator)
        if operator == b"Tf":
            self.has_font = True
            self.draws_signs = any(
                name_of(one) in self.signs for one in given if one.kind == "name"
            )
        for one in given:
            if one.kind == "name":
                name = name_of(one)
                if kind:
                    self.drawing.used.setdefault(kind, set()).add(name)
                self.walk.name(name, self.where)
            elif one.kind in ("string", "hex", "odd"):
                self._tell_text(one)
        if len(given) > _MOST_GIVEN:
            self._add("pdf.odd-instruction", operator.decode("latin-1"))

    def _tell_given(self) -> None:
        for one in self.given:
            if one.kind in ("string", "hex"):
                self._tell_text(one)
            elif one.kind == "name":
                self.walk.name(name_of(one), self.where)
            elif one.kind == "word" and one.text not in _WORDS:
                self._add("pdf.odd-instruction", one.text.decode("latin-1"))

    def _tell_flat(self, given: list[Token]) -> None:
        for one in given:
            if one.kind in ("string", "hex") and is_read(text := text_of(bytes_of(one))):
                self._add("pdf.hidden-text", text)

    def _tell_signs(self, given: list[Token]) -> None:
        """Find words that are drawn as signs: a tick or an arrow is a letter or two."""
        said = b"".join(bytes_of(one) for one in given if one.kind in ("string", "hex"))
        if _WORD_OF_SIGNS.search(said):
            self._add("office.symbol-font", said.decode("latin-1"))

    def _tell_text(self, one: Token) -> None:
        text = text_of(bytes_of(one)) if one.kind != "odd" else one.text.decode("latin-1")
        self._add("pdf.text-not-drawn", text)

    def _add(self, code: str, text: str) -> None:
        self.walk.seen.add(code, self.where, text)

    def _look_at_mark(self, given: list[Token]) -> None:
        """Look at what is said of a stretch of text: its role, and texts that stand for it."""
        key = ""
        for number, one in enumerate(given):
            if one.kind == "name":
                name = name_of(one)
                if number == 0:
                    if not is_known_role(name) and name not in _MARK_NAMES:
                        self._add("pdf.style-name", name)
                    continue
                if number == 1 and len(given) == 2:  # noqa: PLR2004 a role and a name of its properties
                    self.drawing.used.setdefault("/Properties", set()).add(name)
                    self.walk.name(name, self.where)
                    continue
                if not is_known(name) and name not in _PROPERTIES:
                    self._add("pdf.text-not-drawn", name)
                key = name
            elif one.kind in ("string", "hex"):
                self._tell_property(key, text_of(bytes_of(one)))
            elif one.kind in ("word", "odd") and one.text not in _WORDS:
                self._add("pdf.odd-instruction", one.text.decode("latin-1"))

    def _tell_property(self, key: str, text: str) -> None:
        if key in ("ActualText", "E"):
            self.walk.tell("pdf.other-text", self.where, text)
        elif key in ("Alt", "Contents"):
            self.walk.tell("pdf.description", self.where, text)
        elif key == "Lang" and is_language(text):
            return
        elif is_read(text):
            self._add("pdf.text-not-drawn", text)

    def _behind_image(self, at: int) -> int:
        """Look at a picture that stands among the instructions, and return where it ends."""
        words: dict[str, list[Token]] = {}
        key = ""
        for token in tokens(self.data, at):
            if token.kind == "word" and token.text == b"ID":
                return self._look_at_image(words, token.end + 1)
            if token.kind == "name" and (name := name_of(token)) in _IMAGE_KEYS:
                key = name
                words.setdefault(key, [])
            elif token.kind == "remark" or (token.kind == "name" and not is_known(name_of(token))):
                self._add("pdf.text-not-drawn", token.text.decode("latin-1"))
            elif token.kind in ("string", "hex") and key not in ("CS", "ColorSpace"):
                self._tell_text(token)
            else:
                words.setdefault(key, []).append(token)
        return -1

    def _look_at_image(self, words: dict[str, list[Token]], start: int) -> int:
        filters = [
            name_of(one)
            for key in ("F", "Filter")
            for one in words.get(key, ())
            if one.kind == "name"
        ]
        packed = filters[0] if filters else ""
        size = 0 if packed else _size_of(words)
        found = _END_OF_IMAGE.search(self.data, start + max(0, size - 1))
        if found is None:
            self._add("pdf.odd-instruction", "")
            return -1
        held = self.data[start : found.start()]
        if packed in ("Fl", "FlateDecode"):
            return self._behind_packed(start, found.end())
        if packed in ("DCT", "DCTDecode"):
            look_at_picture(held, f"a picture on {self.where}", self.walk.seen)
        elif size and len(held) > size and held[size:].strip(SPACE):
            self._add("pdf.hidden-bytes", held[size:].decode("latin-1"))
        return found.end()

    def _behind_packed(self, start: int, end: int) -> int:
        """Return where a picture ends whose bytes may hold what looks like its end."""
        inflating = zlib.decompressobj()
        try:
            left = len(self.data) - start
            while not inflating.eof and left:
                waiting = inflating.unconsumed_tail or self.data[start:]
                inflating.decompress(waiting, 1 << 20)
                left = len(inflating.unconsumed_tail)
        except zlib.error:
            self._add("pdf.odd-instruction", "")
            return end
        stop = len(self.data) - len(inflating.unused_data)
        found = _END_OF_IMAGE.search(self.data, max(start, stop - 1))
        if found and self.data[stop : found.start()].strip(SPACE):
            self._add("pdf.hidden-bytes", self.data[stop : found.start()].decode("latin-1"))
        return found.end() if found else end


_MOST_GIVEN = 40
_NO_TEXT = ("name", "word", "odd")


def _size_of(words: dict[str, list[Token]]) -> int:
    """Return how many bytes a picture takes that is not packed; 0 where its colours are not told plainly."""
    width, height = _number(words, "W", "Width"), _number(words, "H", "Height")
    is_mask = any(one.text == b"true" for key in ("IM", "ImageMask") for one in words.get(key, ()))
    bits = 1 if is_mask else _number(words, "BPC", "BitsPerComponent") or 8
    names = [
        name_of(one)
        for key in ("CS", "ColorSpace")
        for one in words.get(key, ())
        if one.kind == "name"
    ]
    parts = (
        1
        if is_mask
        else {"RGB": 3, "DeviceRGB": 3, "CMYK": 4, "DeviceCMYK": 4}.get(next(iter(names), ""), 1)
    )
    return (width * bits * parts + 7) // 8 * height


def _number(words: dict[str, list[Token]], *keys: str) -> int:
    found = [one.text for key in keys for one in words.get(key, ()) if one.text.isdigit()]
    return int(found[0]) if found else 0
