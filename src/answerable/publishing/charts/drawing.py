"""The pieces of a picture: elements, words, patterns. Presentation attributes only: no style, no script."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from answerable.publishing.charts.chart import COLOURS, Chart
from answerable.publishing.safe_text import writable

INK, GRID, PAPER = "#0b0c0c", "#b1b4b6", "#ffffff"
SIZE, LEADING = 15, 18
LETTER = 8.2
"""Roughly how wide a letter is, in the units of a picture, so that words stay inside it."""
WIDTH = 720
_MOST_LINES = 3


def element(name: str, content: str = "", **attributes: object) -> str:
    """Return an element; underscores in names become hyphens, and nothing that is None is written."""
    written = "".join(
        f" {key.strip('_').replace('_', '-')}={quoteattr(_number(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def words(
    text: str, x: float, y: float, *, anchor: str = "start", bold: bool = False, size: int = SIZE
) -> str:
    """Return words at a place."""
    return element(
        "text",
        escape(writable(text)),
        x=x,
        y=y,
        text_anchor=None if anchor == "start" else anchor,
        font_size=None if size == SIZE else size,
        font_weight="bold" if bold else None,
    )


def wrapped(text: str, letters: int) -> list[str]:
    """Return words as lines of so many letters, three at most."""
    lines = textwrap.wrap(writable(text), max(letters, 4)) or [""]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rstrip()}…"]
    return lines


def stacked(
    lines: Sequence[str], x: float, middle: float, *, anchor: str = "start"
) -> Iterator[str]:
    """Yield lines of words one below the other, round a middle."""
    first = middle - LEADING * (len(lines) - 1) / 2 + SIZE / 3
    for place, line in enumerate(lines):
        yield words(line, x, first + place * LEADING, anchor=anchor)


def fill_of(chart: Chart, place: int) -> str:
    """Return what a series is filled with: the first is plain, each other has a pattern, too."""
    return COLOURS[place] if place == 0 else f"url(#{chart.ident}-p{place})"


def picture(chart: Chart, content: Iterable[str], *, height: float) -> str:
    """Return the whole picture, named by its title and described by where its figures stand."""
    name, description = f"{chart.ident}-title", f"{chart.ident}-desc"
    inside = "".join(
        (
            element("title", escape(writable(chart.title)), id=name),
            element("desc", escape(writable(chart.description)), id=description),
            element("defs", "".join(_patterns(chart))) if len(chart.series) > 1 else "",
            element("rect", width=WIDTH, height=height, fill=PAPER),
            element("g", "".join(content), fill=INK, font_size=SIZE, font_family="sans-serif"),
        )
    )
    return element(
        "svg",
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {_number(height)}",
        role="img",
        aria_labelledby=f"{name} {description}",
        # On its own, as a picture of another page, it has a size; in a page it takes the width there is.
        width="100%",
    )


def legend(chart: Chart, y: float) -> Iterator[str]:
    """Yield the name of each series beside a sample of it, where there are several."""
    x = 0.0
    for place, one in enumerate(chart.series):
        yield element(
            "rect", x=x, y=y, width=16, height=16, fill=fill_of(chart, place), stroke=COLOURS[place]
        )
        yield words(one.name, x + 22, y + 13)
        x += 22 + len(one.name) * LETTER + 24


def _patterns(chart: Chart) -> Iterator[str]:
    for place in range(1, len(chart.series)):
        colour = COLOURS[place]
        base = element("rect", width=8, height=8, fill=PAPER)
        yield element(
            "pattern",
            base + element("path", d=_HATCHES[place], stroke=colour, stroke_width=2.5, fill="none"),
            id=f"{chart.ident}-p{place}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )


_HATCHES = (
    "",
    "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "M0 4H8",
    "M4 0V8",
    "M0 4H8M4 0V8",
)
"""Slanting, lying, standing and crossed lines, in the order of the series."""


def _number(value: object) -> str:
    """Return a number without needless places, and anything else as it is."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
