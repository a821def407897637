"""Words that have too little room in their cell: shrunk until they fit, or below the edge of their row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from answerable.inspecting.office.workbooks.looks import SMALLEST_POINTS

USUAL_WIDTH = 8.43
"""Signs of a column that says no width."""

LONG = 20
"""Letters that a text has at least to be cut short: those of a heading in a narrow column are fewer."""

_TIMES_TOO_LONG, _MOST_CUT = 3, 40
_TIMES_AT_THE_EDGE, _CUT_AT_THE_EDGE = 2, 15
_TIMES_FILLED = 1.2
_LINE = 1.2
_LEAST_BELOW, _LEAST_SEEN_TO_BE_CUT = 1.5, 0.5

Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Cramped:
    """A cell of which the words may not fit: its place, its words, its letters, and the height of its row."""

    row: int
    column: int
    text: str
    points: float
    shrinks: bool
    lines: int
    height: float | None
    fills: bool = False
    is_ended: bool = False
    """Whether somebody ended each of its lines, so that the last is whole, and may be read alone."""


def shrunk_away(
    cells: Iterable[Cramped], merged: Iterable[Area], widths: Mapping[int, float]
) -> Iterator[str]:
    """Yield the words of cells that shrink them until nobody can read them."""
    areas = {area[:2]: area for area in merged}
    for one in cells:
        if not one.shrinks or not one.text:
            continue
        _, first, _, last = areas.get((one.row, one.column), (0, one.column, 0, one.column))
        wide = sum(widths.get(column, USUAL_WIDTH) for column in range(first, last + 1))
        if one.points * min(1.0, wide / len(one.text)) < SMALLEST_POINTS:
            yield one.text


@dataclass(frozen=True, slots=True)
class Crowded:
    """A cell whose words need more room than there is before the next filled cell, or the edge of the sheet."""

    row: int
    column: int
    text: str
    at_the_edge: bool = False


def is_cut_short(length: int, room: float, *, at_the_edge: bool) -> bool:
    """Return whether most of a text is cut off: so much that what is seen is no hint of what is not.

    Nobody lets words run out over the left edge of a sheet: there less is enough.
    """
    if at_the_edge:
        return length > room * _TIMES_AT_THE_EDGE and length - room > _CUT_AT_THE_EDGE
    return length > room * _TIMES_TOO_LONG and length - room > _MOST_CUT


def cut_off(cells: Iterable[Crowded], merged: Iterable[Area]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with cells that have too little room, and their words; none that were merged with others.

    Every register has remarks that the next column cuts off: they are told, and nobody is asked about them.
    """
    areas = {area[:2] for area in merged}
    for one in cells:
        if (one.row, one.column) not in areas:
            yield "xlsx.pushed-out-of-sight" if one.at_the_edge else "xlsx.cut-off", one.text


def beyond_their_cell(
    cells: Iterable[Cramped], merged: Iterable[Area], widths: Mapping[int, float]
) -> Iterator[str]:
    """Yield the words that fill their cell again and again, and are too long for it: they end at its edge."""
    areas = {area[:2]: area for area in merged}
    for one in cells:
        if not one.fills:
            continue
        _, first, _, last = areas.get((one.row, one.column), (0, one.column, 0, one.column))
        wide = sum(widths.get(column, USUAL_WIDTH) for column in range(first, last + 1))
        if len(one.text) > wide * _TIMES_FILLED:
            yield one.text


def below_their_edge(cells: Iterable[Cramped], merged: Iterable[Area]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with cells whose lines go on below the edge of their row, and their last words.

    Of letters that are set on end nobody is asked about the last ones, as little as about words that the next
    column cuts off.
    """
    tall = {area[:2] for area in merged if area[2] > area[0]}
    for one in cells:
        if one.height is None or one.lines < 2 or (one.row, one.column) in tall:  # noqa: PLR2004 one line is cut, not lost
            continue
        below = one.lines - one.height / (one.points * _LINE)
        if below > _LEAST_SEEN_TO_BE_CUT:
            of_a_line = "xlsx.lines-below" if one.is_ended else "xlsx.cut-off"
            code = "xlsx.pushed-out-of-sight" if below > _LEAST_BELOW else of_a_line
            yield code, one.text.split()[-1] if one.text.split() else ""
