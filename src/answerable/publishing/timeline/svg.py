"""The picture as one SVG: no script and no style in it, told apart by pattern and not by colour alone."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from answerable.publishing.safe_text import writable
from answerable.publishing.timeline.layout import Bar, Drawing, Line, Text, drawing_of
from answerable.publishing.timeline.rows import Timeline, timeline_words
from answerable.publishing.timeline.spans import SpanKind

_INK, _PAPER, _BLUE, _PALE_RED, _GREY = "#0b0c0c", "#ffffff", "#1d70b8", "#f4b3a9", "#505a5f"
_FONT = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif"
_FILLS = {SpanKind.USED: _BLUE, SpanKind.LEFT: _PAPER, SpanKind.AFTER: "#b1b4b6"}
# Each pattern is a tile: its size, its ground, and what is drawn on it.
_PATTERNS = {
    SpanKind.OFF: (6, "#f3f2f1", f'<circle cx="3" cy="3" r="1" fill="{_GREY}"/>'),
    SpanKind.BEFORE: (8, _PAPER, f'<path d="M4 0V8" stroke="{_GREY}" stroke-width="1"/>'),
    SpanKind.PAUSED: (8, _PAPER, f'<path d="M-2 2 2 -2M0 8 8 0M6 10 10 6" stroke="{_INK}" stroke-width="1.5"/>'),
    SpanKind.WAITING: (8, _PAPER, f'<path d="M0 4H8" stroke="{_INK}" stroke-width="1.5"/>'),
    SpanKind.LATE: (8, _PALE_RED, f'<path d="M0 0 8 8M0 8 8 0" stroke="{_INK}" stroke-width="1.5"/>'),
    SpanKind.EXTENSION: (6, "#ffdd00", f'<path d="M3 0V6" stroke="{_INK}" stroke-width="2"/>'),
}  # fmt: skip
_CANNOT_NAME = re.compile(r"[^A-Za-z0-9_-]+")


def timeline_svg(rows: Sequence[Timeline], *, name: str = "clock") -> str:
    """Return the picture of timelines, empty without any; `name` keeps its ids apart from others'."""
    if not rows:
        return ""
    prefix = _CANNOT_NAME.sub("-", f"timeline-{name}")
    drawing = drawing_of(rows)
    width, height = _number(drawing.width), _number(drawing.height)
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" ',
            f'width="{width}" height="{height}" role="img" ',
            f'class="an-timeline" aria-labelledby="{prefix}-title {prefix}-desc" ',
            f"font-family={quoteattr(_FONT)}>",
            f'<title id="{prefix}-title">{_written(_title(rows))}</title>',
            f'<desc id="{prefix}-desc">{_written(" ".join(timeline_words(rows)))}</desc>',
            *_drawn(drawing, prefix),
            "</svg>",
        ]
    )


def _title(rows: Sequence[Timeline]) -> str:
    said = [f"{row.label}: {row.standing}" if row.label else row.standing for row in rows]
    return f"Clock. {'. '.join(said)}"


def _drawn(drawing: Drawing, prefix: str) -> Iterator[str]:
    used = {bar.kind for bar in drawing.bars}
    yield f"<defs>{''.join(_pattern(kind, prefix) for kind in _PATTERNS if kind in used)}</defs>"
    yield f'<rect width="{_number(drawing.width)}" height="{_number(drawing.height)}" fill="{_PAPER}"/>'
    yield from (_tick(tick) for tick in drawing.ticks)
    yield from (_bar(bar, prefix) for bar in drawing.bars)
    # White edges first, so that a line is seen on every pattern and hides none beside it.
    yield from (_edge(line) for line in drawing.lines)
    yield from (_line(line) for line in drawing.lines)
    yield from (_text(text) for text in drawing.texts)


def _pattern(kind: SpanKind, prefix: str) -> str:
    size, ground, drawn = _PATTERNS[kind]
    return (
        f'<pattern id="{_pattern_id(kind, prefix)}" width="{size}" height="{size}" '
        f'patternUnits="userSpaceOnUse"><rect width="{size}" height="{size}" fill="{ground}"/>'
        f"{drawn}</pattern>"
    )


def _pattern_id(kind: SpanKind, prefix: str) -> str:
    return f"{prefix}-{kind.name.lower()}"


def _bar(bar: Bar, prefix: str) -> str:
    fill = _FILLS.get(bar.kind) or f"url(#{_pattern_id(bar.kind, prefix)})"
    place = f'x="{_number(bar.x)}" y="{_number(bar.y)}"'
    size = f'width="{_number(bar.width)}" height="{_number(bar.height)}"'
    stroke = f'stroke="{_INK}" stroke-width="0.75"'
    return f'<rect class="an-timeline__{bar.kind.name.lower()}" {place} {size} fill="{fill}" {stroke}/>'


def _tick(line: Line) -> str:
    return f'<path d="{_down(line)}" stroke="{_GREY}"/>'


def _edge(line: Line) -> str:
    return f'<path d="{_down(line)}" stroke="{_PAPER}" stroke-width="{_thickness(line) + 2}"/>'


def _line(line: Line) -> str:
    dashes = ' stroke-dasharray="4 2"' if line.is_broken else ""
    width = f'stroke-width="{_thickness(line)}"'
    return f'<path d="{_down(line)}" stroke="{_INK}" {width}{dashes}/>'


def _thickness(line: Line) -> float:
    return 3 if line.is_strong else 1.5


def _down(line: Line) -> str:
    return f"M{_number(line.x)} {_number(line.top)}V{_number(line.bottom)}"


def _text(text: Text) -> str:
    weight = ' font-weight="700"' if text.is_strong else ""
    place = f'x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"'
    return f'<text {place}{weight} fill="{_INK}">{_written(text.words)}</text>'


def _written(text: str) -> str:
    return escape(writable(text))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
