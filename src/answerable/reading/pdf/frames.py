"""Ruling lines into frames of cells: lines that touch each other make one, and frames stand in cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.pdf.grid import NO_SPAN, Span
from answerable.reading.pdf.places import Box, around
from answerable.reading.pdf.rules import is_across, is_down

# Lines that end so near to each other meet.
_NEAR = 3.5
_FEWEST_EDGES = 2
_OPEN = 8.0
_JOINT = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Cells between lines; `cells` gives for each row the boxes that begin in it, with their spans."""

    box: Box
    columns: tuple[float, ...]
    cells: tuple[tuple[tuple[Box, Span], ...], ...]


def frames_of(rules: Sequence[Box]) -> list[Frame]:
    """Return the frames that the lines of a page make, the largest first."""
    across = chained([rule for rule in rules if is_across(rule)], 0)
    down = chained([rule for rule in rules if is_down(rule)], 1)
    frames = []
    for rows, columns in _touching(across, down):
        ys = _with_open_ends(_edges([(rule[1] + rule[3]) / 2 for rule in rows]), columns)
        xs = _edges([(rule[0] + rule[2]) / 2 for rule in columns])
        if len(xs) >= _FEWEST_EDGES and len(ys) >= _FEWEST_EDGES:
            if len(xs) == _FEWEST_EDGES:
                # Lines across a box part the rows of what stands in it, in columns or not.
                ys = [ys[0], ys[-1]]
            frames.append(
                Frame(around([*rows, *columns]), tuple(xs), _cells(xs, ys, rows, columns))
            )
    return sorted(
        frames, key=lambda frame: (frame.box[0] - frame.box[2]) * (frame.box[3] - frame.box[1])
    )


def chained(rules: list[Box], start: int) -> list[Box]:
    """Return lines across (`start` 0) or down (1), those made one that go on where the last ended: the borders of cells beside each other."""
    end, side = start + 2, 1 - start
    found: list[Box] = []
    open_at: dict[int, int] = {}
    for rule in sorted(rules, key=lambda rule: (round(rule[side]), rule[start])):
        key = round(rule[side])
        place = open_at.get(key)
        last = found[place] if place is not None else None
        if (
            last
            and abs(last[side] - rule[side]) <= _JOINT
            and abs(last[end] - rule[start]) <= _JOINT
        ):
            found[place or 0] = around([last, rule])
        else:
            open_at[key] = len(found)
            found.append(rule)
    return found


def _with_open_ends(ys: list[float], columns: Sequence[Box]) -> list[float]:
    """Return the rows' edges, with one where a page cut a row and lines down go on beyond the last across."""
    if not ys:
        return ys
    above = [one[1] for one in columns if one[1] < ys[0] - _OPEN]
    below = [one[3] for one in columns if one[3] > ys[-1] + _OPEN]
    if len(above) >= _FEWEST_EDGES:
        ys = [min(above), *ys]
    if len(below) >= _FEWEST_EDGES:
        ys = [*ys, max(below)]
    return ys


def _touching(across: list[Box], down: list[Box]) -> list[tuple[list[Box], list[Box]]]:
    """Return groups of lines that touch, each as those across and those down."""
    group = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    rows_within, columns_within = _within(across, 0), _within(down, 1)
    touched = _touched(across, down)
    for first, met in enumerate(touched):
        for second in met:
            # Where a table stands on the border of the cell that it is in, its lines end at its own border.
            is_own = not any(second in touched[one] for one in rows_within[first]) and (
                met.isdisjoint(columns_within[second])
            )
            if is_own:
                group[root(first)] = root(len(across) + second)
    found: dict[int, tuple[list[Box], list[Box]]] = {}
    for place, rule in enumerate([*across, *down]):
        rows, columns = found.setdefault(root(place), ([], []))
        (rows if place < len(across) else columns).append(rule)
    return list(found.values())


def _touched(across: list[Box], down: list[Box]) -> list[set[int]]:
    """Return for each line across the places of those down that it touches."""
    places = sorted(range(len(down)), key=lambda place: down[place][0])
    lefts = [down[place][0] for place in places]
    widest = max((column[2] - column[0] for column in down), default=0.0) + _NEAR
    return [
        {
            place
            for place in places[
                bisect_left(lefts, row[0] - widest) : bisect_right(lefts, row[2] + _NEAR)
            ]
            if _touch(row, down[place])
        }
        for row in across
    ]


def _within(rules: list[Box], start: int) -> list[list[int]]:
    """Return for each line which shorter ones are drawn over a part of it."""
    end, side = start + 2, 1 - start
    places = sorted(range(len(rules)), key=lambda place: rules[place][side])
    sides = [rules[place][side] for place in places]
    return [
        [
            place
            for place in places[
                bisect_left(sides, rule[side] - _NEAR) : bisect_right(sides, rule[side] + _NEAR)
            ]
            if rules[place][start] >= rule[start] - _NEAR
            and rules[place][end] <= rule[end] + _NEAR
            and rules[place][end] - rules[place][start] < rule[end] - rule[start] - 2 * _NEAR
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
    across = [_drawn_at(y, rows, 0) for y in ys]
    down = [_drawn_at(x, columns, 1) for x in xs]
    found = []
    for y in range(len(ys) - 1):
        begun = []
        for x in range(len(xs) - 1):
            if (y, x) in taken:
                continue
            span = _span(x, y, xs, ys, across, down)
            if span is not NO_SPAN:
                taken |= {(y + by, x + on) for by in range(span.rows) for on in range(span.columns)}
            box = (xs[x], ys[y], xs[x + span.columns], ys[y + span.rows])
            begun.append((box, span))
        found.append(tuple(begun))
    return tuple(found)


def _drawn_at(edge: float, rules: list[Box], start: int) -> list[tuple[float, float]]:
    """Return from where to where lines are drawn at an edge."""
    side = 1 - start
    return [
        (rule[start], rule[start + 2])
        for rule in rules
        if abs((rule[side] + rule[side + 2]) / 2 - edge) <= _NEAR
    ]


def _span(
    x: int,
    y: int,
    xs: list[float],
    ys: list[float],
    across: list[list[tuple[float, float]]],
    down: list[list[tuple[float, float]]],
) -> Span:
    """Return how far a cell reaches until a line ends it."""
    on = by = 1
    centre = (ys[y] + ys[y + 1]) / 2
    while x + on < len(xs) - 1 and not _is_drawn(down[x + on], centre):
        on += 1
    centre = (xs[x] + xs[x + 1]) / 2
    while y + by < len(ys) - 1 and not _is_drawn(across[y + by], centre):
        by += 1
    return NO_SPAN if on == by == 1 else Span(on, by)


def _is_drawn(stretches: list[tuple[float, float]], place: float) -> bool:
    for start, end in stretches:  # noqa: SIM110 a generator takes longer than most stretches
        if start <= place <= end:
            return True
    return False
