"""What stands on a page without tags: lines of words, and grids of cells that hold lines and grids."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.frames import Frame
from answerable.reading.pdf.grid import Span
from answerable.reading.pdf.places import Box, area, around, holds, middle

_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text beside each other; `limit` is how far right a line may go there, in points."""

    pieces: tuple[Piece, ...]
    box: Box
    limit: float

    @property
    def page(self) -> int:
        """Return the number of the page that it stands on."""
        return self.pieces[0].page

    @property
    def foot(self) -> float:
        """Return how far down the line stands that its letters stand on."""
        return max(self.pieces, key=lambda piece: piece.size).foot

    @property
    def size(self) -> float:
        """Return the size of its largest letters, in points."""
        return max(piece.size for piece in self.pieces)

    @property
    def aside(self) -> str | None:
        """Return why its words belong to no field."""
        return self.pieces[0].aside

    @property
    def text(self) -> str:
        """Return the words, parted wherever pieces are."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())


@dataclass(slots=True)
class GridCell:
    """A cell: its lines and the grids in it, from the top down."""

    content: list["Line | Grid"] = field(default_factory=list)
    span: Span = field(default_factory=Span)

    def text(self) -> str:
        """Return the words of a cell, for telling it from others."""
        return " ".join(part.text for part in self.content if isinstance(part, Line))


@dataclass(slots=True)
class Grid:
    """Rows of cells; `columns` are where its columns begin and end."""

    columns: tuple[float, ...]
    box: Box
    rows: list[list[GridCell]]


Content = list[Line | Grid]


@dataclass(slots=True)
class _Place:
    """A cell of a frame while it is filled; `box` is None for the page itself."""

    box: Box | None
    cell: GridCell
    pieces: list[Piece] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)


def content_of(pieces: Sequence[Piece], frames: Sequence[Frame]) -> Content:
    """Return what stands on a page: each piece in the smallest cell around it."""
    page = _Place(None, GridCell())
    places = [page]
    for frame in frames:
        grid = Grid(frame.columns, frame.box, [])
        _smallest(places, frame.box).grids.append(grid)
        for row in frame.cells:
            made = [_Place(box, GridCell(span=span)) for box, span in row]
            grid.rows.append([place.cell for place in made])
            places += made
    for piece in pieces:
        _smallest(places, piece.box).pieces.append(piece)
    for place in places:
        place.cell.content += _ordered(place)
    return page.cell.content


def _smallest(places: Sequence[_Place], box: Box) -> _Place:
    centre = middle(box)
    around_it = [
        place
        for place in places
        if place.box and holds(place.box, centre) and area(place.box) > area(box)
    ]
    return min(around_it, key=lambda place: area(place.box or box), default=places[0])


def _ordered(place: _Place) -> Content:
    """Return a cell's lines and grids from the top down."""
    lines = lines_of(place.pieces, place.box)
    parts: Content = [*lines, *place.grids]
    return sorted(parts, key=lambda part: part.box[1])


def lines_of(pieces: Sequence[Piece], within: Box | None) -> list[Line]:
    """Return pieces as lines, from the top down and from left to right."""
    groups: list[tuple[list[Piece], Box]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box[1] + piece.box[3]):
        if groups and _is_beside(groups[-1][1], piece.box):
            groups[-1][0].append(piece)
            groups[-1] = (groups[-1][0], around([groups[-1][1], piece.box]))
        else:
            groups.append(([piece], piece.box))
    if not groups:
        return []
    left = min(box[0] for _, box in groups)
    # Beside a cell's words is as much blank on the right as on the left.
    limit = within[2] - (left - within[0]) if within else max(box[2] for _, box in groups)
    return [
        Line(tuple(sorted(found, key=lambda piece: piece.box[0])), box, limit)
        for found, box in groups
        if any(piece.text.strip() for piece in found)
    ]


def _is_beside(line: Box, box: Box) -> bool:
    shared = min(line[3], box[3]) - max(line[1], box[1])
    least = min(line[3] - line[1], box[3] - box[1])
    # A full stop or a blank is lower than half a line; it stands on its foot.
    return shared >= max(least * _SHARED, 0) if least > 0 else shared >= 0
