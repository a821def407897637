"""Pages of one scan laid over each other: each was drawn in a little to one side, and frames must meet again."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from answerable.reading.ocr.pieces import Seen
from answerable.reading.pdf.places import Box
from answerable.reading.pdf.rules import is_down

# In points: further, and the page is another sheet.
_MOST_APART = 25.0


def aligned(pages: Sequence[Seen]) -> list[Seen]:
    """Return the pages moved to one side, so that what begins at one edge on all of them begins there."""
    edges = [_edge(page) for page in pages]
    known = [edge for edge in edges if edge is not None]
    usual = median(known) if known else 0.0
    return [
        _moved(page, usual - edge)
        if edge is not None and 0 < abs(usual - edge) <= _MOST_APART
        else page
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge(page: Seen) -> float | None:
    """Return where a page's frames begin."""
    return min((rule[0] for rule in page.rules if is_down(rule)), default=None)


def _moved(page: Seen, by: float) -> Seen:
    def moved(box: Box) -> Box:
        return box[0] + by, box[1], box[2] + by, box[3]

    return replace(
        page,
        words=tuple(replace(word, box=moved(word.box)) for word in page.words),
        rules=tuple(map(moved, page.rules)),
        figures=tuple(map(moved, page.figures)),
        bullets=tuple(map(moved, page.bullets)),
    )
