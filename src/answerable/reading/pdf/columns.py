"""Records without ruling lines: labels on the left, and what they head in a column beside them."""

from collections import Counter
from collections.abc import Sequence

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Content, Grid, GridCell, Line
from answerable.reading.pdf.places import around
from answerable.reading.vocabulary import Role, label_of

_FRAME = (Role.REF, Role.REQUEST, Role.RESPONSE)
_LONGEST_LABEL = 60
_NEAR = 3.0
_GAP = 6.0
_FEWEST = 2


def column_of(pages: Sequence[Content]) -> float | None:
    """Return where the column beside the labels begins, in points from the left; None if there is none."""
    starts: Counter[int] = Counter()
    roles: dict[int, set[Role]] = {}
    for page in pages:
        for line in page:
            if isinstance(line, Line) and (found := _beside_label(line)):
                start, role = found
                starts[round(start / _NEAR)] += 1
                roles.setdefault(round(start / _NEAR), set()).add(role)
    for start, _ in starts.most_common(3):
        near = (start - 1, start, start + 1)
        known = {role for one in near for role in roles.get(one, ())}
        if sum(starts[one] for one in near) >= _FEWEST and len(known) >= _FEWEST:
            return min(one for one in near if starts[one]) * _NEAR
    return None


def _beside_label(line: Line) -> tuple[float, Role] | None:
    """Return where words begin beside a label that heads a line, and the label's role."""
    words = [piece for piece in line.pieces if piece.text.strip()]
    if len(words) < _FEWEST or words[1].box[0] - words[0].box[2] < _GAP:
        return None
    role = _role(words[0].text)
    return (words[1].box[0], role) if role else None


def _role(text: str) -> Role | None:
    label = label_of(text.strip())
    return label.role if label and label.role in _FRAME and len(text) < _LONGEST_LABEL else None


def in_columns(page: Content, column: float, *, is_open: bool) -> Content:
    """Return a page's content with its records as grids; `is_open` says that one came over from the last."""
    content: Content = []
    grid = _grid(page, column) if is_open else None
    for part in page:
        left, right, crosses = _sides(part, column)
        role = _role(" ".join(piece.text for piece in left)) if left else None
        if crosses or (grid is None and role is None):
            grid = None
            content.append(part)
            continue
        if grid is None:
            grid = _grid(page, column)
        if not grid.rows or role:
            content += [grid] if not grid.rows else []
            grid.rows.append([GridCell(), GridCell()])
        _fill(grid, part, left, right)
    return content


def _grid(page: Content, column: float) -> Grid:
    box = around([part.box for part in page])
    # The edges of the page's words would differ from page to page.
    return Grid((0.0, column, 2 * column), box, [])


def _sides(part: Line | Grid, column: float) -> tuple[list[Piece], list[Piece], bool]:
    """Return the pieces on each side of a column's edge, and whether something crosses it."""
    if isinstance(part, Grid):
        return [], [], part.box[0] < column - _NEAR
    left = [piece for piece in part.pieces if piece.box[0] < column - _NEAR]
    right = [piece for piece in part.pieces if piece.box[0] >= column - _NEAR]
    return left, right, any(piece.box[2] > column + _NEAR for piece in left)


def _fill(grid: Grid, part: Line | Grid, left: list[Piece], right: list[Piece]) -> None:
    label, beside = grid.rows[-1]
    if isinstance(part, Grid):
        beside.content.append(part)
        return
    for cell, pieces in ((label, left), (beside, right)):
        if any(piece.text.strip() for piece in pieces):
            box = around([piece.box for piece in pieces])
            limit = part.limit if cell is beside else grid.columns[1]
            cell.content.append(Line(tuple(pieces), box, limit))
