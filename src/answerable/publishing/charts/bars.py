"""Bars, lying or standing: each with its value beside it, so that nobody has to read it off an axis."""

from collections.abc import Iterator

from answerable.publishing.charts.chart import COLOURS, Chart, Value
from answerable.publishing.charts.drawing import (
    GRID,
    INK,
    LEADING,
    LETTER,
    SIZE,
    WIDTH,
    element,
    fill_of,
    legend,
    picture,
    stacked,
    words,
    wrapped,
)

_LABELS, _VALUES = 230.0, 90.0
_BAR, _GAP, _TOP = 22.0, 14.0, 30.0
_HEIGHT = 260.0
_LEFT = 60.0


def horizontal_bars(chart: Chart) -> str:
    """Return a chart of lying bars as SVG: for names that are words."""
    head = _TOP if len(chart.series) > 1 else 0.0
    room = max(_BAR * len(chart.series), 2 * LEADING) + _GAP
    height = head + room * len(chart.places) + (LEADING + 8 if chart.unit else 0) + 8
    return picture(chart, _lying(chart, head, room, height), height=height)


def vertical_bars(chart: Chart) -> str:
    """Return a chart of standing bars as SVG: for short names, such as months."""
    head = (_TOP if len(chart.series) > 1 else 0.0) + (LEADING if chart.unit else 0) + LEADING
    room = (WIDTH - _LEFT) / len(chart.places)
    letters = int(room / LETTER)
    lines = max(len(wrapped(one, letters)) for one in chart.places)
    height = head + _HEIGHT + lines * LEADING + 12
    return picture(chart, _standing(chart, head, room, letters), height=height)


def _lying(chart: Chart, head: float, room: float, height: float) -> Iterator[str]:
    if head:
        yield from legend(chart, 4)
    scale = (WIDTH - _LABELS - _VALUES) / (chart.ticks[-1] or 1)
    for place, name in enumerate(chart.places):
        top = head + place * room
        middle = top + (room - _GAP) / 2
        yield from stacked(wrapped(name, int(_LABELS / LETTER)), _LABELS - 10, middle, anchor="end")
        first = middle - _BAR * len(chart.series) / 2
        for number, one in enumerate(chart.series):
            value = one.values[place]
            y, length = first + number * _BAR, scale * float(value or 0)
            yield _bar(chart, number, _LABELS, y + 1, length, _BAR - 2)
            yield words(chart.said(value), _LABELS + length + 6, y + _BAR / 2 + SIZE / 3)
    bottom = head + room * len(chart.places)
    yield element("path", d=f"M{_LABELS:.0f} {head:.0f}V{bottom:.0f}", stroke=INK)
    if chart.unit:
        yield words(chart.unit, _LABELS, height - 10)


def _standing(chart: Chart, head: float, room: float, letters: int) -> Iterator[str]:
    if len(chart.series) > 1:
        yield from legend(chart, 4)
    if chart.unit:
        yield words(chart.unit, 0, head - LEADING)
    floor, scale = head + _HEIGHT, _HEIGHT / (chart.ticks[-1] or 1)
    yield from grid(chart, floor, scale)
    width = min(room * 0.8 / len(chart.series), 60.0)
    for place, name in enumerate(chart.places):
        middle = _LEFT + (place + 0.5) * room
        first = middle - width * len(chart.series) / 2
        for number, one in enumerate(chart.series):
            value = one.values[place]
            x, tall = first + number * width, scale * float(value or 0)
            yield _bar(chart, number, x, floor - tall, width * 0.94, tall)
            if _fits(chart, value, width):
                yield words(chart.said(value), x + width / 2, floor - tall - 5, anchor="middle")
        lines = wrapped(name, letters)
        yield from stacked(
            lines, middle, floor + LEADING * (len(lines) + 1) / 2 + 2, anchor="middle"
        )
    yield element("path", d=f"M{_LEFT:.0f} {floor:.0f}H{WIDTH}", stroke=INK)


def grid(chart: Chart, floor: float, scale: float) -> Iterator[str]:
    """Yield the lines of an axis that stands on the left, each with its value."""
    for tick in chart.ticks:
        y = floor - tick * scale
        yield element("path", d=f"M{_LEFT:.0f} {y:.1f}H{WIDTH}", stroke=GRID)
        yield words(chart.said(tick), _LEFT - 8, y + SIZE / 3, anchor="end")


def _fits(chart: Chart, value: Value, width: float) -> bool:
    return value is not None and len(chart.said(value)) * LETTER <= width + 12


def _bar(chart: Chart, number: int, x: float, y: float, width: float, height: float) -> str:
    return element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=fill_of(chart, number),
        stroke=COLOURS[number],
    )
