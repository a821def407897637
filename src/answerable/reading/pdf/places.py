"""Where things stand on a page: boxes and points, and the matrices between spaces."""

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left of the page as it is read."""

Matrix = tuple[float, float, float, float, float, float]
"""ISO 32000-1, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f."""


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does what the first does, and then what the second does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved_point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Return where a matrix moves a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved(corners: Box, matrix: Matrix) -> Box:
    """Return the box around two opposite corners that a matrix has moved."""
    left, top, right, bottom = corners
    a, b, c, d, e, f = matrix
    x, y = a * left + c * top + e, b * left + d * top + f
    other_x, other_y = a * right + c * bottom + e, b * right + d * bottom + f
    # Thousands are moved for each page: to compare two costs less than to ask for the lesser of them.
    if x > other_x:
        x, other_x = other_x, x
    if y > other_y:
        y, other_y = other_y, y
    return x, y, other_x, other_y


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around some boxes."""
    if len(boxes) == 1:
        return boxes[0]
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def middle(box: Box) -> tuple[float, float]:
    """Return the point in the middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def holds(box: Box, point: tuple[float, float]) -> bool:
    """Return whether a point stands in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def area(box: Box) -> float:
    """Return how large a box is, in square points."""
    return (box[2] - box[0]) * (box[3] - box[1])
