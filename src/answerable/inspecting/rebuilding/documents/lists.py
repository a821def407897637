"""Lists as trees: points that stand one after another, each with the points inside of it."""

from dataclasses import dataclass, field

from answerable.inspecting.rebuilding.documents.blocks import Block, Item, Runs


@dataclass(slots=True)
class Point:
    """A point of a list, with those below it."""

    label: str
    runs: Runs
    inner: "list[Point]" = field(default_factory=list)


def grouped(blocks: tuple[Block, ...]) -> list[Block | list[Point]]:
    """Return blocks with each stretch of points as one tree."""
    made: list[Block | list[Point]] = []
    waiting: list[Item] = []
    for one in blocks:
        if isinstance(one, Item):
            waiting.append(one)
            continue
        if waiting:
            made.append(_tree(waiting))
            waiting = []
        made.append(one)
    if waiting:
        made.append(_tree(waiting))
    return made


def _tree(items: list[Item]) -> list[Point]:
    top: list[Point] = []
    above: list[tuple[int, list[Point]]] = [(items[0].depth, top)]
    for one in items:
        while len(above) > 1 and one.depth < above[-1][0]:
            above.pop()
        depth, points = above[-1]
        if one.depth > depth and points:
            points = points[-1].inner
            above.append((one.depth, points))
        points.append(Point(one.label, one.runs))
    return top
