"""A text that a file shows, of which each stretch has its place."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from answerable.inspecting.findings import Box, Place

_LETTERS = 26
_BLANKS = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True)
class Unread:
    """What of a file nobody looked through, and why: `where` is empty for all of it."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a cell, a line or a paragraph begins in its text, with its row and column, from 0."""

    start: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its stretches in their order; `inside` says where all of it stands.

    `box_of` tells the box of a span on a page that has one.
    """

    inside: str
    text: str
    stretches: tuple[Stretch, ...] = ()
    called: Callable[[Stretch], str] = field(default=lambda one: f"line {one.row + 1}")
    page: int = 0
    box_of: Callable[[int, int], Box | None] = field(default=lambda _, __: None)

    def place(self, start: int, end: int) -> Place:
        """Return where a span stands."""
        stretch = self.stretch_at(start)
        words = self.called(stretch) if stretch else ""
        where = ", ".join(filter(None, (self.inside, words)))
        return Place(where, self.page, self.box_of(start, end))

    def stretch_at(self, start: int) -> Stretch | None:
        """Return the stretch in which a letter stands."""
        at = bisect_right(self.stretches, start, key=lambda one: one.start)
        return self.stretches[at - 1] if at else None

    def words_in(self, at: int) -> str:
        """Return what a stretch says, by its place among the others."""
        after = self.stretches[at + 1].start - 1 if at + 1 < len(self.stretches) else None
        return self.text[self.stretches[at].start : after]


def lines_piece(lines: Iterable[str], inside: str, *, named: str = "line") -> Piece:
    """Return lines or paragraphs as a text, one under the other."""
    said: list[str] = []
    stretches = []
    at = 0
    for row, line in enumerate(lines):
        stretches.append(Stretch(at, row, 0))
        said.append(line)
        at += len(line) + 1
    return Piece(inside, "\n".join(said), tuple(stretches), lambda one: f"{named} {one.row + 1}")


def grid_piece(rows: Iterable[tuple[int, dict[int, str]]], inside: str) -> Piece:
    """Return the rows of a table as a text, its cells with tabs between them: blank ones keep their place."""
    said: list[str] = []
    stretches = []
    at = 0
    for row, cells in rows:
        filled = [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]
        words = [one.translate(_BLANKS) for one in filled]
        for column, word in enumerate(words):
            if word:
                stretches.append(Stretch(at, row, column))
            at += len(word) + 1
        said.append("\t".join(words))
        at += not words
    return Piece(inside, "\n".join(said), tuple(stretches), _cell)


def _cell(one: Stretch) -> str:
    return f"{column_name(one.column)}{one.row + 1}"


def column_name(column: int) -> str:
    """Return the letters of a column, from 0: "A", "Z", "AA"."""
    letters = ""
    rest = column + 1
    while rest:
        rest, one = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + one) + letters
    return letters
