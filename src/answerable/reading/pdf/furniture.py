"""What only frames the pages: numbers and lines that stand on page after page in the same place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Content, Grid, GridCell, Line
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
# How many letters wide the blank is between a foot's words and its number, and how many lines high that above it.
_WIDE_APART = 4.0
_FEW, _MANY = 0.1, 0.2
_BLANK_ABOVE = 1.5

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
                and (
                    PAGE_NUMBER.fullmatch(part.text) is not None
                    or _key(part) in often
                    or _is_numbered_foot(page, place)
                )
            )
            if is_frame and isinstance(part, Line):
                furniture += part.pieces
            else:
                left.append(part)
                furniture += _taken_from(part, height)
        kept.append(left)
    return kept, furniture


def _is_numbered_foot(page: Content, place: int) -> bool:
    """Return whether a line ends a page with words and, far apart, the page's own number: "Estwick Council        1".

    A single page has no other by which its foot could be told. The number of a table's last row stands below others.
    """
    line = page[place]
    if not isinstance(line, Line) or place + 1 < len(page) or not _is_far_below(page, place):
        return False
    if _runs_in_columns(page[:place]):
        # Where columns of a newspaper end is told by what stands across below them.
        return False
    words = [piece for piece in line.pieces if piece.text.strip()]
    if len(words) < _TWICE:
        return False
    for number, beside in ((words[-1], words[-2]), (words[0], words[1])):
        gap = max(number.box[0] - beside.box[2], beside.box[0] - number.box[2])
        if gap >= number.size * _WIDE_APART and _numbers_page(number.text, line.page):
            above = [piece.box[0] for piece in _pieces_of(page[:place])]
            return number is words[0] or not any(
                abs(number.box[0] - left) <= _SAME for left in above
            )
    return False


def _runs_in_columns(parts: Content) -> bool:
    """Return whether a page runs in two columns, as a newspaper does: nothing crosses its middle, and much begins beyond it."""
    lines = [part for part in parts if isinstance(part, Line)]
    if not lines or len(lines) < len(parts):
        return False
    middle = (min(line.box[0] for line in lines) + max(line.box[2] for line in lines)) / 2
    crossing = sum(
        any(piece.box[0] < middle < piece.box[2] for piece in line.pieces) for line in lines
    )
    beyond = sum(line.pieces[-1].box[0] > middle for line in lines)
    return crossing <= len(lines) * _FEW and beyond >= len(lines) * _MANY


def _numbers_page(text: str, page: int) -> bool:
    found = _NUMBER.search(text)
    is_number = PAGE_NUMBER.fullmatch(text.strip()) is not None
    return is_number and found is not None and int(found.group()) == page


def _is_far_below(parts: Content, place: int) -> bool:
    if not place:
        return False
    box = parts[place].box
    return box[1] - parts[place - 1].box[3] >= (box[3] - box[1]) * _BLANK_ABOVE


def _pieces_of(parts: Content) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, Line):
            yield from part.pieces
        else:
            for cell in _cells_of(part):
                yield from _pieces_of(cell.content)


def _cells_of(grid: Grid) -> Iterator[GridCell]:
    return (cell for row in grid.rows for cell in row)


def _taken_from(part: Line | Grid, height: float) -> list[Piece]:
    """Take the number of the page out of a grid that reaches to the page's foot, and return its pieces.

    A line around the whole page, or down between its columns, makes a cell of the foot too. The number stands
    alone at its height, far below whatever else the grid holds: what a table counts stands beside other words.
    """
    if isinstance(part, Line) or part.box[3] < height * (1 - _MARGIN):
        return []
    pieces: list[Piece] = []
    for cell in _cells_of(part):
        last = cell.content[-1] if cell.content else None
        if isinstance(last, Grid) and (found := _taken_from(last, height)):
            return found
        if not isinstance(last, Line) or last.box[1] < height * (1 - _MARGIN):
            continue
        pieces = pieces or [*_pieces_of([part])]
        lowest = max((one.box[3] for one in pieces if one not in last.pieces), default=0.0)
        is_apart = last.box[1] - lowest >= (last.box[3] - last.box[1]) * _BLANK_ABOVE
        numbers = [piece for piece in last.pieces if piece.text.strip()]
        ends = {numbers[0].text, numbers[-1].text, last.text} if numbers else set()
        if is_apart and any(_numbers_page(one, last.page) for one in ends):
            cell.content.pop()
            return [*last.pieces]
    return []


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
