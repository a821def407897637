"""What a content stream has set: where it draws, and with which text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from answerable.inspecting.redacting.fonts.font import Font
from answerable.inspecting.redacting.plane import UNCHANGED, Matrix, times


@dataclass(slots=True)
class State:
    """What `q` keeps and `Q` brings back, as far as it moves text; lengths are in units of text."""

    matrix: Matrix = UNCHANGED
    font: Font | None = None
    size: float = 0.0
    between_letters: float = 0.0
    between_words: float = 0.0
    stretched: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    drawn_as: int = 0
    is_off: bool = False

    @property
    def is_plain(self) -> bool:
        """Return whether text stands as it does at the beginning of a page."""
        spaced = (self.between_letters, self.between_words, self.rise, self.leading, self.drawn_as)
        return self.stretched == 1.0 and not any(spaced)

    def kept(self) -> "State":
        """Return a copy."""
        return replace(self)


@dataclass(slots=True)
class TextPlace:
    """Where the next glyph goes, and where its line began."""

    at: Matrix = UNCHANGED
    line: Matrix = UNCHANGED

    def begin(self, at: Matrix = UNCHANGED) -> None:
        """Begin a text, or a line at a place of its own."""
        self.at = self.line = at

    def next_line(self, across: float, up: float) -> None:
        """Begin a line so far from where this one began."""
        self.begin(times((1.0, 0.0, 0.0, 1.0, across, up), self.line))

    def advance(self, across: float, up: float) -> None:
        """Go on within the line."""
        a, b, c, d, e, f = self.at
        self.at = (a, b, c, d, e + a * across + c * up, f + b * across + d * up)


Setter = Callable[[State, float], None]


def _letters(state: State, value: float) -> None:
    state.between_letters = value


def _words(state: State, value: float) -> None:
    state.between_words = value


def _stretch(state: State, value: float) -> None:
    state.stretched = value / 100


def _lead(state: State, value: float) -> None:
    state.leading = value


def _raise(state: State, value: float) -> None:
    state.rise = value


def _draw_as(state: State, value: float) -> None:
    state.drawn_as = int(value)


SETTERS: dict[str, Setter] = {
    "Tc": _letters,
    "Tw": _words,
    "Tz": _stretch,
    "TL": _lead,
    "Ts": _raise,
    "Tr": _draw_as,
}
"""The operators that set one number of the text."""
