"""Lines and shapes: those that lie under marks for the most part are taken out."""

from dataclasses import dataclass, field

import pikepdf

from answerable.inspecting.redacting.plane import Matrix, Point, around, moved
from answerable.inspecting.redacting.rewriting.tags import Instruction, Tags, Written
from answerable.inspecting.redacting.rewriting.work import Work

PATHS = frozenset(("m", "l", "c", "v", "y", "h", "re"))
PAINTS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"))
CLIPS = frozenset(("W", "W*"))

_PLAIN = 6
"""A clip of no more steps is a rectangle or the like, that gives nothing away."""


@dataclass(slots=True)
class Piece:
    """A part of a path that hangs together: its instructions, and the points that it goes by."""

    instructions: list[Instruction] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class Path:
    """The path that is being drawn."""

    pieces: list[Piece] = field(default_factory=list)
    clip: Instruction | None = None

    def go_on(self, instruction: Instruction, operator: str, matrix: Matrix) -> None:
        """Add an instruction that draws it further."""
        if operator in ("m", "re") or not self.pieces:
            self.pieces.append(Piece())
        piece = self.pieces[-1]
        piece.instructions.append(instruction)
        numbers = [float(one) for one in instruction.operands]
        if operator == "re" and len(numbers) == 4:  # noqa: PLR2004 place and size
            x, y, width, height = numbers
            numbers = [x, y, x + width, y, x, y + height, x + width, y + height]
        piece.points += [
            moved((numbers[at], numbers[at + 1]), matrix) for at in range(0, len(numbers) - 1, 2)
        ]

    def paint(
        self, instruction: Instruction, written: Written, tags: Tags, *, is_off: bool = False
    ) -> None:
        """Write what is left of it with the instruction that paints it, and begin another; nothing if it is off."""
        left = [one for one in self.pieces if not self._is_taken(one, tags.work)]
        if is_off:
            left = []
        if len(left) != len(self.pieces):
            tags.touch()
            written.is_changed = True
        for piece in left:
            for one in piece.instructions:
                written.add(one)
        if self.clip is not None and not left:
            # A clip of nothing shows nothing: without it all would be shown that follows.
            written.put([0, 0, 0, 0], "re")
        if self.clip is not None:
            written.add(self.clip)
        if left or self.clip is not None or not self.pieces:
            written.add(instruction)
        self.pieces, self.clip = [], None

    def _is_taken(self, piece: Piece, work: Work) -> bool:
        if self.clip is not None and len(piece.instructions) <= _PLAIN:
            return False
        return bool(piece.points) and work.is_marked(around(piece.points))


def is_colour_of_pattern(instruction: Instruction) -> bool:
    """Return whether an instruction sets a pattern as the colour."""
    operands = instruction.operands
    return bool(len(operands)) and isinstance(operands[-1], pikepdf.Name)
