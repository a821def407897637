"""Pages that were pasted onto a page as a picture: their letters are far smaller than those around them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.frames import frames_of
from answerable.reading.pdf.places import Box, area, around, holds, middle

ASIDE = "words of a picture"
"""Why such words belong to no field."""

# Notes are printed at three quarters of the size of a text, and tables at two thirds.
_SMALL = 0.6
_FEWEST_LINES = 3
_TABLE_COLUMNS = 3
_DOUBTFUL = 0.75


def set_aside(pieces: Sequence[Piece], rules: Sequence[Box], usual: float) -> list[Piece]:
    """Return a page's pieces with those set aside that a pasted picture holds; `usual` is the text's size."""
    small = [piece for piece in pieces if piece.size < usual * _SMALL]
    if len(small) < _FEWEST_LINES:
        return list(pieces)
    tables = [frame.box for frame in frames_of(rules) if len(frame.columns) > _TABLE_COLUMNS]
    pasted = {id(piece) for piece in small if not _is_in_any(piece, tables)}
    if len(pasted) < _FEWEST_LINES:
        return list(pieces)
    hull = around([piece.box for piece in pieces if id(piece) in pasted])
    return [
        replace(piece, aside=ASIDE)
        if id(piece) in pasted or (_is_doubtful(piece) and holds(hull, middle(piece.box)))
        else piece
        for piece in pieces
    ]


def _is_doubtful(piece: Piece) -> bool:
    """Return whether a piece was read so badly that its size says little: tiny lines may be read as one."""
    return piece.sure is not None and piece.sure < _DOUBTFUL


def usual_size(pieces: Sequence[Piece]) -> float:
    """Return the size of most letters, in points."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_in_any(piece: Piece, boxes: Sequence[Box]) -> bool:
    return any(holds(box, middle(piece.box)) and area(box) > area(piece.box) for box in boxes)
