"""What stands on a page without tags: lines of words, and grids of cells that hold lines and grids."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.frames import Frame
from answerable.reading.pdf.grid import NO_SPAN, Span
from answerable.reading.pdf.places import Box, area, around

_SAME_LINE = 0.6
_WIDE = 0.7
# A box around words has two edges.
_BOX = 2
_size, _foot = attrgetter("size"), attrgetter("foot")


# One is made for each line of a cell: to make one that is frozen takes twice as long.
@dataclass(slots=True, unsafe_hash=True)
class Line:
    """Pieces of text beside each other; `limit` is how far right a line may go there, in points.

    `flow` is the number of the newspaper column that it runs in, 0 for none; `is_note` says that it is a
    footnote's. `foot` is how far down the line stands that its letters stand on, `size` that of the largest,
    in points; `text` are the words, parted wherever pieces are.
    """

    pieces: tuple[Piece, ...]
    box: Box
    limit: float
    flow: int = 0
    is_note: bool = False
    foot: float = field(init=False)
    size: float = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        pieces = self.pieces
        largest = pieces[0] if len(pieces) == 1 else max(pieces, key=_size)
        words = pieces[0].text if len(pieces) == 1 else " ".join([piece.text for piece in pieces])
        self.foot = largest.foot
        self.size = largest.size
        self.text = " ".join(words.split())

    @property
    def page(self) -> int:
        """Return the number of the page that it stands on."""
        return self.pieces[0].page

    @property
    def aside(self) -> str | None:
        """Return why its words belong to no field."""
        return self.pieces[0].aside


@dataclass(slots=True)
class GridCell:
    """A cell: its lines and the grids in it, from the top down."""

    content: list["Line | Grid"] = field(default_factory=list)
    span: Span = NO_SPAN

    def text(self) -> str:
        """Return the words of a cell, for telling it from others."""
        return " ".join(part.text for part in self.content if isinstance(part, Line))


@dataclass(slots=True)
class Grid:
    """Rows of cells; `columns` are where its columns begin and end.

    `gaps` are the blanks between its columns, from left to right, where no line parts them.
    """

    columns: tuple[float, ...]
    box: Box
    rows: list[list[GridCell]]
    gaps: tuple[tuple[float, float], ...] = ()


Content = list[Line | Grid]


@dataclass(slots=True)
class _Place:
    """A cell of a frame while it is filled; `box` is None for the page itself."""

    box: Box | None
    cell: GridCell
    pieces: list[Piece] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)


class _Slots:
    """The cells of one frame, by where a point stands in it."""

    def __init__(self, places: Sequence[_Place]) -> None:
        boxes = [place.box for place in places if place.box]
        self._xs = sorted({side for box in boxes for side in (box[0], box[2])})
        self._ys = sorted({side for box in boxes for side in (box[1], box[3])})
        self._cells: dict[tuple[int, int], _Place] = {}
        for place, box in zip(places, boxes, strict=True):
            for y in range(bisect_left(self._ys, box[1]), bisect_left(self._ys, box[3])):
                for x in range(bisect_left(self._xs, box[0]), bisect_left(self._xs, box[2])):
                    self._cells[y, x] = place

    def at(self, x: float, y: float) -> _Place | None:
        """Return the cell that a point stands in."""
        ys = self._ys
        # A page holds many frames, and a point stands beside most of them.
        if not ys or y < ys[0] or y >= ys[-1]:
            return None
        return self._cells.get((bisect_right(ys, y) - 1, bisect_right(self._xs, x) - 1))


def content_of(pieces: Sequence[Piece], frames: Sequence[Frame]) -> Content:
    """Return what stands on a page: each piece in the smallest cell around it."""
    page = _Place(None, GridCell())
    places = [page]
    slots: list[_Slots] = []
    edges = [side for piece in pieces for side in (piece.box[0], piece.box[2])] or [0.0]
    wide = (max(edges) - min(edges)) * _WIDE
    for frame in frames:
        if len(frame.columns) == _BOX and frame.box[2] - frame.box[0] >= wide:
            # A border around all that is written parts nothing.
            continue
        grid = Grid(frame.columns, frame.box, [])
        _smallest(page, slots, frame.box).grids.append(grid)
        own: list[_Place] = []
        for row in frame.cells:
            made = [_Place(box, GridCell(span=span)) for box, span in row]
            grid.rows.append([place.cell for place in made])
            own += made
        places += own
        slots.insert(0, _Slots(own))
    for piece in pieces:
        _smallest(page, slots, piece.box).pieces.append(piece)
    for place in places:
        place.cell.content += _ordered(place)
    return page.cell.content


def _smallest(page: _Place, slots: Sequence[_Slots], box: Box) -> _Place:
    """Return the cell around the middle of a box that is larger than it; frames come the smallest first."""
    if not slots:
        return page
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    size = (right - left) * (bottom - top)
    for one in slots:
        found = one.at(x, y)
        if found is not None and found.box and area(found.box) > size:
            return found
    return page


def _ordered(place: _Place) -> Content:
    """Return a cell's lines and grids from the top down."""
    lines = lines_of(place.pieces, place.box)
    if not place.grids and len(lines) < 2:  # noqa: PLR2004 one line is in order
        return [*lines]
    parts: Content = [*lines, *place.grids]
    return sorted(parts, key=lambda part: part.box[1])


def lines_of(pieces: Sequence[Piece], within: Box | None) -> list[Line]:
    """Return pieces as lines, from the top down and from left to right: those whose letters stand as low.

    A raised note's mark stands on its line; what stands half a line lower, in another column, does too.
    """
    if len(pieces) == 1:
        return _alone(pieces[0], within)
    groups: list[list[Piece]] = []
    foot = size = 0.0
    for piece in sorted(pieces, key=_foot):
        if groups and piece.foot - foot <= min(size, piece.size) * _SAME_LINE:
            groups[-1].append(piece)
            if piece.size > size:
                foot, size = piece.foot, piece.size
        else:
            groups.append([piece])
            foot, size = piece.foot, piece.size
    found = [
        (group, around([piece.box for piece in words]))
        for group in groups
        if (words := [piece for piece in group if piece.text.strip()])
    ]
    if not found:
        return []
    left = min(box[0] for _, box in found)
    limit = _limit(left, within) if within else max(box[2] for _, box in found)
    return [Line(_from_left(group), box, limit) for group, box in found]


def _from_left(pieces: list[Piece]) -> tuple[Piece, ...]:
    if len(pieces) > 1:
        pieces.sort(key=lambda piece: piece.box[0])
    return tuple(pieces)


def _alone(piece: Piece, within: Box | None) -> list[Line]:
    """Return the line that one piece makes."""
    if not piece.text.strip():
        return []
    box = piece.box
    return [Line((piece,), box, _limit(box[0], within) if within else box[2])]


def _limit(left: float, within: Box) -> float:
    # Beside a cell's words is as much blank on the right as on the left.
    return within[2] - (left - within[0])
