"""Where things are drawn on a page or a slide."""

from dataclasses import dataclass

TINY = 38_100
"""Three points, in the units of drawings: nothing in so little can be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle, in the slide's units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_tiny(self) -> bool:
        """Return whether nothing in it can be read."""
        return min(self.right - self.left, self.bottom - self.top) < TINY

    @property
    def turned(self) -> "Place":
        """Return where it stands when it is turned by a right angle about its middle."""
        across, down = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        half, other = (self.right - self.left) / 2, (self.bottom - self.top) / 2
        return Place(across - other, down - half, across + other, down + half)

    def is_thinner_than(self, line: float) -> bool:
        """Return whether it is the place of a line that runs straight across or down."""
        return min(self.right - self.left, self.bottom - self.top) < line

    def widened(self, by: float) -> "Place":
        """Return it with as much more on each side."""
        return Place(self.left - by, self.top - by, self.right + by, self.bottom + by)

    @property
    def area(self) -> float:
        """Return how large it is."""
        return max(self.right - self.left, 0) * max(self.bottom - self.top, 0)

    def shared_with(self, other: "Place") -> float:
        """Return how large what it shares with another is."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0) * max(tall, 0)

    def holds(self, across: float, down: float) -> bool:
        """Return whether a point lies in it."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def covers(self, other: "Place") -> bool:
        """Return whether another rectangle lies wholly in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )
