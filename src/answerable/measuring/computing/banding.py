"""Rows counted by bands of a duration: how many lie below each edge, whose differences are the bands.

To compare a row with a few edges takes less than to find the group of its number of days.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from answerable.measuring.computing.groups import Address, Axis
from answerable.measuring.computing.literals import Binds, quoted
from answerable.measuring.computing.source import Source

_MOST_EDGES = 6
"""Of more, to group by the number of days is quicker."""


def banded_place(axes: Sequence[Axis]) -> int | None:
    """Return the place of the axis that is of bands of a duration, if rows can be counted below its few edges.

    None where there is no such axis, or several; where an edge is below nought; and where groups are merged, for
    that is done with groups that are counted already.
    """
    places = [at for at, axis in enumerate(axes) if axis.is_of_days]
    if len(places) != 1 or any(axis.grouping.merged for axis in axes):
        return None
    edges = axes[places[0]].edges
    return places[0] if 0 < len(edges) <= _MOST_EDGES and edges[0] >= 0 else None


def counted_by_bands(source: Source, axes: Sequence[Axis], place: int) -> dict[Address, int]:
    """Return how many rows each group has, of which the axis at a place is of bands; the band of rows without days is None.

    :raises CannotCompute: if rows have durations that are negative, or days outside of the calendar.
    """
    binds = Binds()
    days, checks = quoted(axes[place].grouping.of), source.checks
    keys = [axis.key(binds) for at, axis in enumerate(axes) if at != place]
    below = [f"count_if({days} < {binds.place(edge)})" for edge in (0, *axes[place].edges)]
    columns = [*keys, *below, f"count({days})", "count(*)", *checks]
    by = ", ".join(str(at) for at in range(1, len(keys) + 1))
    grouped = f" GROUP BY {by}" if by else ""
    rows = source.asked(f"SELECT {', '.join(columns)} FROM {source.rows(binds)}{grouped}", binds)
    first_check = len(columns) - len(checks)
    source.check([sum(row[first_check + at] for row in rows) for at in range(len(checks))])
    return {
        (*row[:place], band, *row[place : len(keys)]): count
        for row in rows
        for band, count in _bands(row[len(keys) : first_check])
        if count
    }


def _bands(counts: Sequence[Any]) -> Iterator[tuple[int | None, int]]:
    """Yield each band with its rows, from how many are below nought, below each edge, have days, and are there."""
    below, rows = counts[:-1], counts[-1]
    for band, (less, more) in enumerate(pairwise(below)):
        yield band, more - less
    yield None, rows - below[-1] + below[0]
