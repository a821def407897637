"""Places on a page: matrices as PDF has them, and rectangles."""

from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

UNCHANGED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LEAST = 1e-12


class Area(NamedTuple):
    """A rectangle in the coordinates of the page's content, whichever way the page is turned."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top

    def meets(self, other: "Area") -> bool:
        """Return whether the two have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )

    def grown(self, by: float) -> "Area":
        """Return it wider by so much on each side; a negative number makes it narrower."""
        return Area(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def share_in(self, other: "Area") -> float:
        """Return how much of it lies in another, from 0 to 1; a line counts as one of its own thickness."""
        shares = 1.0
        for low, high, other_low, other_high in (
            (self.left, self.right, other.left, other.right),
            (self.bottom, self.top, other.bottom, other.top),
        ):
            common = min(high, other_high) - max(low, other_low)
            if common < 0:
                return 0.0
            shares *= common / (high - low) if high - low > _LEAST else 1.0
        return shares

    @property
    def middle(self) -> Point:
        """Return the point in the middle of it."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does the first, and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(point: Point, by: Matrix) -> Point:
    """Return where a matrix takes a point."""
    a, b, c, d, e, f = by
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def backwards(matrix: Matrix) -> Matrix | None:
    """Return the matrix that undoes another, or nothing if none can: it makes everything flat."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if abs(size) < _LEAST:
        return None
    return (
        d / size,
        -b / size,
        -c / size,
        a / size,
        (c * f - d * e) / size,
        (b * e - a * f) / size,
    )


def around(points: list[Point]) -> Area:
    """Return the smallest rectangle that holds all of the points."""
    across = [point[0] for point in points]
    up = [point[1] for point in points]
    return Area(min(across), min(up), max(across), max(up))


def corners(area: Area) -> list[Point]:
    """Return the four corners of a rectangle, in the order in which one walks round it."""
    return [
        (area.left, area.bottom),
        (area.right, area.bottom),
        (area.right, area.top),
        (area.left, area.top),
    ]
