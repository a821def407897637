"""Whether text has any size as instructions are read: of what has none, PDFium does not even tell the letters."""

from dataclasses import dataclass, field

from answerable.inspecting.pdf.lexing import Token

_LEAST_WIDTH = 2.0
"""Of a hundred: how much letters may be squeezed and still be letters."""

_LEAST_SIZE = 0.05
_LEAST_AREA = 1e-9
_NUMBERS_OF_MATRIX = 6


@dataclass(slots=True)
class Flat:
    """What makes text flat just now; true if anything does."""

    is_narrow: bool = False
    is_small: bool = False
    is_laid_flat: bool = False
    is_moved_flat: bool = False
    kept: list[tuple[bool, bool, bool]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Return whether text that is shown now has no size."""
        return self.is_narrow or self.is_small or self.is_laid_flat or self.is_moved_flat

    def take(self, operator: bytes, given: list[Token]) -> None:
        """Count an instruction with what it is given."""
        if operator == b"q":
            self.kept.append((self.is_narrow, self.is_small, self.is_moved_flat))
        elif operator == b"Q" and self.kept:
            self.is_narrow, self.is_small, self.is_moved_flat = self.kept.pop()
        elif operator == b"BT":
            self.is_laid_flat = False
        elif operator in (b"Tz", b"Tf", b"Tm", b"cm"):
            self._take_numbers(operator, [_number(one) for one in given if one.kind == "number"])

    def _take_numbers(self, operator: bytes, numbers: list[float]) -> None:
        if operator == b"Tz" and numbers:
            self.is_narrow = abs(numbers[-1]) < _LEAST_WIDTH
        elif operator == b"Tf" and numbers:
            self.is_small = abs(numbers[-1]) < _LEAST_SIZE
        elif len(numbers) == _NUMBERS_OF_MATRIX:
            a, b, c, d, *_ = numbers
            is_flat = abs(a * d - b * c) < _LEAST_AREA
            if operator == b"Tm":
                self.is_laid_flat = is_flat
            else:
                self.is_moved_flat = self.is_moved_flat or is_flat


def _number(token: Token) -> float:
    try:
        return float(token.text)
    except ValueError:
        return 0.0
