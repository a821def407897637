"""What the rewriting of one page shares between its content streams."""

from dataclasses import dataclass, field

import pikepdf

from answerable.inspecting.redacting.fonts.font import Font, font_of
from answerable.inspecting.redacting.plane import Area, Point
from answerable.inspecting.redacting.unsupported import TooMuch
from answerable.inspecting.redacting.words import Sought

MOST_STEPS = 8_000_000
"""Operators and glyphs of one file, all of its pages and their forms together."""

DEEPEST = 16
"""How deep forms may be nested."""


@dataclass(slots=True)
class Fonts:
    """The fonts of a file, each read once."""

    read: dict[tuple[int, int], Font] = field(default_factory=dict)

    def font(self, given: object) -> Font:
        """Return a font.

        :raises Unsupported: if the places of its glyphs cannot be known.
        """
        key = given.objgen if isinstance(given, pikepdf.Object) else (0, 0)
        if key not in self.read or key == (0, 0):
            self.read[key] = font_of(given)
        return self.read[key]


@dataclass(slots=True)
class Steps:
    """How much of what may be spent on one file is spent."""

    left: int = MOST_STEPS

    def take(self, count: int) -> None:
        """Spend so many steps.

        :raises TooMuch: if there are no more.
        """
        self.left -= count
        if self.left < 0:
            raise TooMuch


@dataclass(slots=True)
class Work:
    """The rewriting of one page: its marks, and what was found under them.

    `is_anew` says that the page is written as a new one, from what it draws alone.
    `unseen` are areas in which no letter is seen, and `switched_off` layers that are not shown: `taken_out` counts
    the letters that were taken out of these. `copies` are forms that were written already, by what is in them.
    """

    pdf: pikepdf.Pdf
    marks: tuple[Area, ...]
    sought: Sought = field(default_factory=Sought)
    fonts: Fonts = field(default_factory=Fonts)
    steps: Steps = field(default_factory=Steps)
    touched_tags: set[int] = field(default_factory=set)
    unseen: tuple[Area, ...] = ()
    is_anew: bool = False
    switched_off: frozenset[tuple[int, int]] = frozenset()
    taken_out: int = 0
    copies: dict[tuple[object, ...], pikepdf.Stream] = field(default_factory=dict)

    def marks_meeting(self, area: Area) -> list[Area]:
        """Return the marks that have a point in common with an area."""
        return [mark for mark in self.marks if mark.meets(area)]

    def is_near(self, area: Area) -> bool:
        """Return whether a mark has a point in common with an area."""
        return any(mark.meets(area) for mark in self.marks)

    def is_unseen(self, area: Area) -> bool:
        """Return whether a letter cannot be seen."""
        middle = area.middle
        return any(one.holds(middle) for one in self.unseen)

    def is_marked(self, area: Area) -> bool:
        """Return whether the most of an area lies under one mark."""
        return any(area.share_in(mark) >= 0.5 for mark in self.marks)  # noqa: PLR2004 the most: half

    def holds(self, point: Point) -> bool:
        """Return whether a point lies under a mark."""
        return any(mark.holds(point) for mark in self.marks)
