"""Tables without lines that go on over pages: the columns of one page tell those of a page with few rows of the same table."""

from collections.abc import Sequence

from answerable.reading.pdf.bands import Band
from answerable.reading.pdf.gutters import Gutter, Span
from answerable.reading.pdf.layout import Content, Grid
from answerable.reading.pdf.strips import Strip, gutters_of, strips_of

_FEWEST_GAPS = 2
_NEAR = 4.0
_TOUCHES = 1.0


def with_columns_above(
    before: Content, bands: Sequence[Band], strips: list[Strip], size: float, known: frozenset[int]
) -> list[Strip]:
    """Return a page's strips; what stands at its top in the columns that the last page ends with stands in these.

    Only where fewer columns were found there: what a page tells by itself is told better.
    """
    grid = before[-1] if before else None
    if not isinstance(grid, Grid) or len(grid.gaps) < _FEWEST_GAPS:
        return strips
    end = _end(bands, grid)
    own = next((len(strip.gutters) for strip in strips if strip.first < end), 0)
    if not end or own >= len(grid.gaps):
        return strips
    made = Strip(0, end - 1, [Gutter(left, right, [0, end - 1]) for left, right in grid.gaps])
    below = bands[end:]
    rest = strips_of(below, gutters_of(below, size), size, known) if below else []
    return [made, *(Strip(one.first + end, one.last + end, one.gutters) for one in rest)]


def _end(bands: Sequence[Band], grid: Grid) -> int:
    """Return behind which of the first bands words no longer keep to a grid's columns; 0 if they stand in one alone."""
    end = 0
    for place, band in enumerate(bands):
        if not all(_keeps(span, grid) for span in band.spans):
            break
        # Words in the first column alone may be those of a line below the table.
        if any(left >= grid.gaps[0][1] - _TOUCHES for left, _ in band.spans):
            end = place + 1
    has_rows = any(len(band.spans) > 1 for band in bands[:end])
    return end if has_rows else 0


def _keeps(span: Span, grid: Grid) -> bool:
    """Return whether words stand within a grid, and in one of its columns."""
    left, right = span
    is_within = left >= grid.box[0] - _NEAR and right <= grid.box[2] + _NEAR
    # On another page words may reach further into the blank between two columns.
    return is_within and all(
        right <= end - _TOUCHES or left >= start - _TOUCHES for start, end in grid.gaps
    )
