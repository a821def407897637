"""What only frames the pages: numbers and lines that stand on page after page in the same place."""

import re
from collections import Counter
from collections.abc import Sequence

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Content, Line
from answerable.reading.vocabulary import PAGE_NUMBER

# How far from a page's edge what frames it stands: a share of its height, and on a small page some points if
# it stands apart from the rest.
_MARGIN = 0.09
_MARGIN_POINTS, _MOST_OF_SMALL = 64.0, 0.15
_OFTEN = 0.4
_MOSTLY = 0.8
_TWICE = 2
_LINES_BELOW = 9
_SAME = 3.0
_NUMBER = re.compile(r"\d+")

_Key = tuple[str, int]


def without_furniture(
    pages: Sequence[Content], heights: Sequence[float]
) -> tuple[list[Content], list[Piece]]:
    """Return the content of pages without what frames them, and the pieces of that."""
    at_edges: dict[_Key, list[tuple[int, list[int]]]] = {}
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        for place, line in enumerate(page):
            if not isinstance(line, Line) or not _is_at_edge(page, place, height):
                continue
            if not _heads_columns(line, page[place + 1 : place + _LINES_BELOW]):
                numbers = [int(one[-9:]) for one in _NUMBER.findall(line.text)]
                at_edges.setdefault(_key(line), []).append((number, numbers))
    least = max(_TWICE, len(pages) * _OFTEN)
    often = {key for key, found in at_edges.items() if _is_furniture(found, least)}
    kept: list[Content] = []
    furniture: list[Piece] = []
    for page, height in zip(pages, heights, strict=True):
        left: Content = []
        for place, part in enumerate(page):
            is_frame = (
                isinstance(part, Line)
                and _is_at_edge(page, place, height)
                and (PAGE_NUMBER.fullmatch(part.text) is not None or _key(part) in often)
            )
            if is_frame and isinstance(part, Line):
                furniture += part.pieces
            else:
                left.append(part)
        kept.append(left)
    return kept, furniture


def _is_furniture(found: Sequence[tuple[int, list[int]]], least: float) -> bool:
    """Return whether a line stands on enough pages, and its numbers, if any, count these or are the same.

    The rows of a table that goes on over pages stand at their edges too, and their numbers do neither.
    """
    if len({page for page, _ in found}) < least:
        return False
    if not found[0][1]:
        return True
    apart = (
        Counter(numbers[place] - page * counts for page, numbers in found)
        for place in range(len(found[0][1]))
        for counts in (0, 1)
    )
    steady = [max(one.values()) >= len(found) * _MOSTLY for one in apart]
    return all(steady[place] or steady[place + 1] for place in range(0, len(steady), 2))


def _heads_columns(line: Line, below: Content) -> bool:
    """Return whether a line's words stand over the columns of a table, which says its head on each page."""
    lefts = [piece.box[0] for piece in line.pieces if piece.text.strip()]
    if len(lefts) < _TWICE:
        return False
    under = [piece.box[0] for part in below if isinstance(part, Line) for piece in part.pieces]
    return all(any(abs(left - other) <= _SAME for other in under) for left in lefts)


def _is_at_edge(page: Content, place: int, height: float) -> bool:
    box = page[place].box
    if box[3] < height * _MARGIN or box[1] > height * (1 - _MARGIN):
        return True
    margin = min(_MARGIN_POINTS, height * _MOST_OF_SMALL)
    apart = box[3] - box[1]
    if box[3] < margin:
        return place + 1 < len(page) and page[place + 1].box[1] - box[3] >= apart
    return box[1] > height - margin and place > 0 and box[1] - page[place - 1].box[3] >= apart


def _key(line: Line) -> _Key:
    return _NUMBER.sub("#", line.text), round(line.foot / 4)
