"""How the cells of an old workbook look: in the colour of their ground, or too small to be read (MS-XLS)."""

import struct
from dataclasses import dataclass, field

_FONT, _FORMAT = 0x0031, 0x00E0
_LEAST_FORMAT = 20
_NO_FONT = 4
_WHITE, _BLACK = 9, 8
# The eight first colours stand twice in the palette; a font, or a ground, may leave its colour to the system.
_SAME = {**{one: one + 8 for one in range(8)}, 0x7FFF: _BLACK, 64: _BLACK, 65: _WHITE}
_SOLID = 1
_SMALLEST = 60
"""Twentieths of a point."""


@dataclass(slots=True)
class CellLooks:
    """The fonts and formats of a workbook, in their order; since Excel 97 (`is_new`) formats say their grounds."""

    is_new: bool = True
    _fonts: list[tuple[int, int]] = field(default_factory=list)
    _codes: list[str] = field(default_factory=list)

    def take(self, kind: int, held: bytes) -> bool:
        """Take a record in; return whether it is one about looks."""
        if kind == _FONT and len(held) >= 6:  # noqa: PLR2004 its height, its traits and its colour
            height, _, colour = struct.unpack_from("<HHH", held)
            self._fonts.append((height, _SAME.get(colour, colour)))
        elif kind == _FORMAT and self.is_new and len(held) >= _LEAST_FORMAT:
            self._codes.append(self._code(held))
        return kind in (_FONT, _FORMAT)

    def code_of(self, number: int) -> str:
        """Return the code of a finding for what stands in cells of a format; nothing if it is seen."""
        return self._codes[number] if number < len(self._codes) else ""

    def _code(self, held: bytes) -> str:
        font, (edges,), (grounds,) = (
            int.from_bytes(held[:2], "little"),
            struct.unpack_from("<I", held, 14),
            struct.unpack_from("<H", held, 18),
        )
        # There is no font of the number 4: those behind it are one earlier in the file.
        font -= font > _NO_FONT
        if font >= len(self._fonts):
            return ""
        height, colour = self._fonts[font]
        pattern, fore = edges >> 26, grounds & 0x7F
        ground = {0: _WHITE, _SOLID: _SAME.get(fore, fore)}.get(pattern)
        if colour == ground:
            return "ole.black-box" if ground == _BLACK else "ole.invisible-text"
        return "ole.invisible-text" if height < _SMALLEST else ""
