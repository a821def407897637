"""The least and the most of each unknown by flows, where each stands in two sums at most.

Rows and columns with their totals are such: each cell is an arc from its row to its column. One table that
fits is a flow, and a cell can be raised by as much as flows back beside it. So one flow on a graph of as many
nodes as there are sums takes the place of a programme with as many unknowns as there are cells, and the ends
are whole numbers by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow

from answerable.domain.suppression.controlling import Range
from answerable.measuring.disclosure.systems import Part

_IN_TWO = 2
# The library adds capacities up in 32 bits. A range that is wider than this is told as this wide.
_WIDEST = 2**20


@dataclass(frozen=True, slots=True)
class _Arc:
    """An unknown between two sums: `up` is how far it can be raised by itself, `down` how far lowered."""

    tail: int
    head: int
    up: int
    down: int


def arcs_of(part: Part) -> list[tuple[int, int]] | None:
    """Return from which sum to which each unknown leads; None if a part is no network.

    A node beside the sums stands for the other end of unknowns that are in one sum alone.
    """
    ends: list[list[tuple[int, int]]] = [[] for _ in part.places]
    for row, equation in enumerate(part.equations):
        for number, sign in equation.signs.items():
            if abs(sign) != 1:
                return None
            ends[number].append((row, sign))
    if any(len(one) > _IN_TWO for one in ends):
        return None
    sides = _sides(len(part.equations), [one for one in ends if len(one) == _IN_TWO])
    if sides is None:
        return None
    beside = len(part.equations)
    arcs = []
    for one in ends:
        turned = {sides[row] * sign: row for row, sign in one}
        arcs.append((turned.get(1, beside), turned.get(-1, beside)))
    return arcs


def _sides(count: int, pairs: list[list[tuple[int, int]]]) -> list[int] | None:
    """Return +1 or -1 for each sum so that every unknown enters one and leaves another; None if there is no way."""
    near: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for (first, one), (second, other) in pairs:
        turn = -one * other
        near[first].append((second, turn))
        near[second].append((first, turn))
    sides = [0] * count
    for start in range(count):
        if sides[start]:
            continue
        sides[start] = 1
        waiting = [start]
        while waiting:
            here = waiting.pop()
            for there, turn in near[here]:
                if not sides[there]:
                    sides[there] = sides[here] * turn
                    waiting.append(there)
                elif sides[there] != sides[here] * turn:
                    return None
    return sides


def flowed(part: Part, ends: list[tuple[int, int]], table: list[int]) -> list[Range]:
    """Return the range of each unknown from one table that fits (`table`, a count for each unknown)."""
    widest = max(1, min(_WIDEST, 2**30 // len(ends)))
    arcs = [
        _Arc(
            tail,
            head,
            widest if most is None else min(widest, most - count),
            min(widest, count - least),
        )
        for (tail, head), count, least, most in zip(ends, table, part.least, part.most, strict=True)
    ]
    room = _room(arcs, len(part.equations) + 1)
    ranges = []
    for arc, count, most in zip(arcs, table, part.most, strict=True):
        up, down = room(arc)
        is_open = most is None and up >= widest
        ranges.append(Range(count - down, None if is_open else count + up))
    return ranges


def _room(arcs: list[_Arc], nodes: int) -> Callable[[_Arc], tuple[int, int]]:
    """Return how to ask how far an arc can be raised and lowered when the others give way."""
    rows = [end for arc in arcs for end in (arc.tail, arc.head)]
    columns = [end for arc in arcs for end in (arc.head, arc.tail)]
    sizes = [size for arc in arcs for size in (arc.up, arc.down)]
    graph = csr_matrix((np.array(sizes, dtype=np.int32), (rows, columns)), shape=(nodes, nodes))
    graph.sum_duplicates()
    at = {
        (row, int(graph.indices[place])): place
        for row in range(nodes)
        for place in range(graph.indptr[row], graph.indptr[row + 1])
    }

    def room(arc: _Arc) -> tuple[int, int]:
        forth, back = at[arc.tail, arc.head], at[arc.head, arc.tail]
        graph.data[forth] -= arc.up
        graph.data[back] -= arc.down
        up = min(arc.up, maximum_flow(graph, arc.head, arc.tail).flow_value) if arc.up else 0
        down = min(arc.down, maximum_flow(graph, arc.tail, arc.head).flow_value) if arc.down else 0
        graph.data[forth] += arc.up
        graph.data[back] += arc.down
        return int(up), int(down)

    return room
