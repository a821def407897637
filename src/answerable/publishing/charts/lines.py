"""Lines over time: each series has its own colour, dash and mark, and its name at its end."""

from collections.abc import Iterator

from answerable.publishing.charts.bars import grid
from answerable.publishing.charts.chart import COLOURS, Chart, Value
from answerable.publishing.charts.drawing import (
    INK,
    LEADING,
    LETTER,
    PAPER,
    WIDTH,
    element,
    picture,
    stacked,
    words,
    wrapped,
)

_LEFT, _HEIGHT, _NAMES = 60.0, 260.0, 150.0
_DASHES = (None, "8 4", "2 3", "10 3 2 3", "5 5")
_MARK = 4.0


def line_chart(chart: Chart) -> str:
    """Return a chart of lines as SVG; a line breaks where a value is missing."""
    head = (LEADING if chart.unit else 0) + LEADING
    room = (WIDTH - _LEFT - _NAMES) / len(chart.places)
    named = _named(chart, room)
    lines = max(len(one) for _, one in named)
    return picture(
        chart, _drawn(chart, head, room, named), height=head + _HEIGHT + lines * LEADING + 12
    )


def _named(chart: Chart, room: float) -> list[tuple[int, list[str]]]:
    """Return the places that are named, with the lines of their names: as many as no word must be broken for."""
    longest = max((len(word) for name in chart.places for word in name.split()), default=1)
    letters = max(int(room / LETTER), 4)
    step = -(-longest // letters)
    return [
        (place, wrapped(chart.places[place], letters * step))
        for place in range(0, len(chart.places), step)
    ]


def _drawn(
    chart: Chart, head: float, room: float, named: list[tuple[int, list[str]]]
) -> Iterator[str]:
    if chart.unit:
        yield words(chart.unit, 0, head - LEADING)
    floor, scale = head + _HEIGHT, _HEIGHT / (chart.ticks[-1] or 1)
    yield from grid(chart, floor, scale)
    for place, lines in named:
        middle = floor + LEADING * (len(lines) + 1) / 2 + 2
        yield from stacked(lines, _LEFT + (place + 0.5) * room, middle, anchor="middle")
    yield element("path", d=f"M{_LEFT:.0f} {floor:.0f}H{WIDTH}", stroke=INK)
    names = [wrapped(one.name, int((_NAMES - 22) / LETTER)) for one in chart.series]
    ends = list(_apart([_end(one.values, floor, scale) for one in chart.series], names))
    for number, one in enumerate(chart.series):
        points = [
            None if value is None else (_LEFT + (place + 0.5) * room, floor - float(value) * scale)
            for place, value in enumerate(one.values)
        ]
        yield element(
            "path",
            d=_path(points),
            fill="none",
            stroke=COLOURS[number],
            stroke_width=3,
            stroke_dasharray=_DASHES[number],
        )
        for point in points:
            if point is not None:
                yield _mark(number, *point)
        end = ends[number]
        if end is not None:
            # The mark stands before the name, too: a line may end long before its name begins.
            yield _mark(number, WIDTH - _NAMES + 10, end)
            yield from stacked(names[number], WIDTH - _NAMES + 22, end)


def _end(values: tuple[Value, ...], floor: float, scale: float) -> float | None:
    known = [value for value in values if value is not None]
    return floor - float(known[-1]) * scale if known else None


def _apart(ends: list[float | None], names: list[list[str]]) -> Iterator[float | None]:
    """Yield where the names stand, round their middles: those that would cover each other move down."""
    moved: dict[int, float] = {}
    free = float("-inf")
    for number in sorted(
        (place for place, one in enumerate(ends) if one is not None),
        key=lambda place: ends[place] or 0.0,
    ):
        half = len(names[number]) * LEADING / 2
        moved[number] = max(ends[number] or 0.0, free + half)
        free = moved[number] + half + 4
    yield from (moved.get(place) for place in range(len(ends)))


def _path(points: list[tuple[float, float] | None]) -> str:
    steps, is_down = [], False
    for point in points:
        if point is not None:
            steps.append(f"{'L' if is_down else 'M'}{point[0]:.1f} {point[1]:.1f}")
        is_down = point is not None
    return "".join(steps) or "M0 0"


def _mark(number: int, x: float, y: float) -> str:
    """Return the mark of a series: a disc, a square, a triangle, a diamond, a ring."""
    colour = COLOURS[number]
    if number in (0, 4):
        fill = colour if number == 0 else PAPER
        return element("circle", cx=x, cy=y, r=_MARK, fill=fill, stroke=colour, stroke_width=2)
    m = _MARK + 1
    corners = {
        1: f"M{x - m:.1f} {y - m:.1f}h{2 * m:.1f}v{2 * m:.1f}h-{2 * m:.1f}z",
        2: f"M{x:.1f} {y - m:.1f}l{m:.1f} {2 * m:.1f}h-{2 * m:.1f}z",
        3: f"M{x:.1f} {y - m - 1:.1f}l{m + 1:.1f} {m + 1:.1f}l-{m + 1:.1f} {m + 1:.1f}l-{m + 1:.1f} -{m + 1:.1f}z",
    }
    return element("path", d=corners[number], fill=colour, stroke=colour)
