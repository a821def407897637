"""Ruling lines into frames of cells: lines that touch each other make one, and frames stand in cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.pdf.grid import Span
from answerable.reading.pdf.places import Box, around
from answerable.reading.pdf.rules import is_across, is_down

# Lines that end so near to each other meet.
_NEAR = 3.5
_FEWEST_EDGES = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Cells between lines; `cells` gives for each row the boxes that begin in it, with their spans."""

    box: Box
    columns: tuple[float, ...]
    cells: tuple[tuple[tuple[Box, Span], ...], ...]


def frames_of(rules: Sequence[Box]) -> list[Frame]:
    """Return the frames that the lines of a page make, the largest first."""
    across = [rule for rule in rules if is_across(rule)]
    down = [rule for rule in rules if is_down(rule)]
    frames = []
    for rows, columns in _touching(across, down):
        ys = _edges([(rule[1] + rule[3]) / 2 for rule in rows])
        xs = _edges([(rule[0] + rule[2]) / 2 for rule in columns])
        if len(xs) >= _FEWEST_EDGES and len(ys) >= _FEWEST_EDGES:
            frames.append(
                Frame(around([*rows, *columns]), tuple(xs), _cells(xs, ys, rows, columns))
            )
    return sorted(
        frames, key=lambda frame: (frame.box[0] - frame.box[2]) * (frame.box[3] - frame.box[1])
    )


def _touching(across: list[Box], down: list[Box]) -> list[tuple[list[Box], list[Box]]]:
    """Return groups of lines that touch, each as those across and those down."""
    group = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    rows_within, columns_within = _within(across, 0), _within(down, 1)
    for first, row in enumerate(across):
        for second, column in enumerate(down):
            if not _touch(row, column):
                continue
            # Where a table stands on the border of the cell that it is in, its lines end at its own border.
            is_own = not any(_touch(across[one], column) for one in rows_within[first]) and not any(
                _touch(row, down[one]) for one in columns_within[second]
            )
            if is_own:
                group[root(first)] = root(len(across) + second)
    found: dict[int, tuple[list[Box], list[Box]]] = {}
    for place, rule in enumerate([*across, *down]):
        rows, columns = found.setdefault(root(place), ([], []))
        (rows if place < len(across) else columns).append(rule)
    return list(found.values())


def _within(rules: list[Box], start: int) -> list[list[int]]:
    """Return for each line which shorter ones are drawn over a part of it."""
    end, side = start + 2, 1 - start
    return [
        [
            place
            for place, other in enumerate(rules)
            if abs(other[side] - rule[side]) <= _NEAR
            and other[start] >= rule[start] - _NEAR
            and other[end] <= rule[end] + _NEAR
            and other[end] - other[start] < rule[end] - rule[start] - 2 * _NEAR
        ]
        for rule in rules
    ]


def _touch(row: Box, column: Box) -> bool:
    return (
        row[0] - _NEAR <= column[2]
        and column[0] <= row[2] + _NEAR
        and column[1] - _NEAR <= row[3]
        and row[1] <= column[3] + _NEAR
    )


def _edges(values: list[float]) -> list[float]:
    """Return where lines stand, those that are drawn twice once."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _cells(
    xs: list[float], ys: list[float], rows: list[Box], columns: list[Box]
) -> tuple[tuple[tuple[Box, Span], ...], ...]:
    taken: set[tuple[int, int]] = set()
    found = []
    for y in range(len(ys) - 1):
        begun = []
        for x in range(len(xs) - 1):
            if (y, x) in taken:
                continue
            span = _span(x, y, xs, ys, rows, columns)
            taken |= {(y + down, x + on) for down in range(span.rows) for on in range(span.columns)}
            box = (xs[x], ys[y], xs[x + span.columns], ys[y + span.rows])
            begun.append((box, span))
        found.append(tuple(begun))
    return tuple(found)


def _span(
    x: int, y: int, xs: list[float], ys: list[float], rows: list[Box], columns: list[Box]
) -> Span:
    """Return how far a cell reaches until a line ends it."""
    on = down = 1
    centre = (ys[y] + ys[y + 1]) / 2
    while x + on < len(xs) - 1 and not _parted_down(columns, xs[x + on], centre):
        on += 1
    centre = (xs[x] + xs[x + 1]) / 2
    while y + down < len(ys) - 1 and not _parted_across(rows, ys[y + down], centre):
        down += 1
    return Span(on, down)


def _parted_down(columns: list[Box], x: float, y: float) -> bool:
    return any(abs((one[0] + one[2]) / 2 - x) <= _NEAR and one[1] <= y <= one[3] for one in columns)


def _parted_across(rows: list[Box], y: float, x: float) -> bool:
    return any(abs((one[1] + one[3]) / 2 - y) <= _NEAR and one[0] <= x <= one[2] for one in rows)
