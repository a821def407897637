"""What only frames the pages: numbers and lines that stand on page after page in the same place."""

import re
from collections import Counter
from collections.abc import Sequence

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Content, Line
from answerable.reading.vocabulary import PAGE_NUMBER

_MARGIN = 0.09
_OFTEN = 0.4
_TWICE = 2
_NUMBER = re.compile(r"\d+")


def without_furniture(
    pages: Sequence[Content], heights: Sequence[float]
) -> tuple[list[Content], list[Piece]]:
    """Return the content of pages without what frames them, and the pieces of that."""
    at_edges: Counter[tuple[str, int]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        at_edges.update({_key(line) for line in page if _is_at_edge(line, height)})
    least = max(_TWICE, len(pages) * _OFTEN)
    kept: list[Content] = []
    furniture: list[Piece] = []
    for page, height in zip(pages, heights, strict=True):
        left: Content = []
        for part in page:
            is_number = isinstance(part, Line) and PAGE_NUMBER.fullmatch(part.text) is not None
            is_often = at_edges[_key(part)] >= least
            if isinstance(part, Line) and _is_at_edge(part, height) and (is_number or is_often):
                furniture += part.pieces
            else:
                left.append(part)
        kept.append(left)
    return kept, furniture


def _is_at_edge(part: object, height: float) -> bool:
    return isinstance(part, Line) and (
        part.box[3] < height * _MARGIN or part.box[1] > height * (1 - _MARGIN)
    )


def _key(part: object) -> tuple[str, int]:
    if not isinstance(part, Line):
        return "", -1
    return _NUMBER.sub("#", part.text), round(part.foot / 4)
