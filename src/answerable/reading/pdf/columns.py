"""Columns without ruling lines: records beside their labels, tables, and text that runs down the page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from answerable.reading.pdf.bands import Band, Marks, bands_of
from answerable.reading.pdf.cells import Beside
from answerable.reading.pdf.centred import Tall, centred_starts, is_centred
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.continued import with_columns_above
from answerable.reading.pdf.flows import is_flow, reach_of
from answerable.reading.pdf.gutters import Gutter, Span
from answerable.reading.pdf.layout import Content, Grid, GridCell, Line, lines_of
from answerable.reading.pdf.places import Box, around
from answerable.reading.pdf.rows import grouped, loose_of, parted_by, rows_of
from answerable.reading.pdf.strips import Strip, gutters_of, starts_of, strips_of

_DEEPEST = 3
_LARGER = 1.08
_NEAR = 3.0
_PAGE_NUMBER = 4
_BELOW = 0.25
# The bands of more pages are made a second time, which costs less than to keep them.
_MOST_KEPT = 300


def arranged(pages: Sequence[Content], marks: Sequence[Marks]) -> list[Content]:
    """Return the content of pages with their columns as grids, or one after the other where text runs on."""
    for page, drawn in zip(pages, marks, strict=True):
        _arrange_cells(page, drawn)
    seen: list[_Parted] = []
    known: set[int] = set()
    for page, drawn in zip(pages, marks, strict=True):
        one = _parted(page, drawn)
        known |= starts_of(one[1], one[2])
        if len(seen) < _MOST_KEPT:
            seen.append(one)
    starts = frozenset(known)
    found: list[Content] = []
    for place, (page, drawn) in enumerate(zip(pages, marks, strict=True)):
        bands, gutters, size = seen[place] if place < len(seen) else _parted(page, drawn)
        before = found[-1] if found else []
        strips = strips_of(bands, gutters, size, starts)
        strips = with_columns_above(before, bands, strips, size, starts)
        found.append(_going_on(before, _content(bands, strips, drawn, 0)))
    return found


_Parted = tuple[list[Band], list[Gutter], float]


def _parted(page: Content, marks: Marks) -> _Parted:
    """Return a page's bands, the gutters between their words, and the size of most."""
    bands = bands_of(page, marks)
    size = _size(bands)
    return bands, gutters_of(bands, size), size


def running(lines: list[Line]) -> list[Line]:
    """Return lines that are known to be no table, those of one column after those of another."""
    bands, gutters, size = _parted([*lines], Marks())
    found: list[Line] = []
    place = 0
    for strip in strips_of(bands, gutters, size, frozenset()):
        found += lines[place : strip.first]
        within = _flows(bands[strip.first : strip.last + 1], strip, Marks(), _DEEPEST)
        found += [part for part in within if isinstance(part, Line)]
        place = strip.last + 1
    return found + lines[place:]


def _arrange_cells(content: Content, marks: Marks) -> None:
    """Put the columns that stand in cells between lines into grids."""
    for part in content:
        if isinstance(part, Grid):
            for cell in (cell for row in part.rows for cell in row):
                _arrange_cells(cell.content, marks)
                cell.content[:] = in_cell(cell.content, marks)


def in_cell(parts: Content, marks: Marks, depth: int = 0) -> Content:
    """Return what stands in a cell, with the columns in it as grids."""
    if len(parts) < 2 or depth >= _DEEPEST:  # noqa: PLR2004 one line has no columns
        return parts
    # Most cells hold lines that are drawn at once, each of which has nothing beside it.
    if all(isinstance(part, Line) and len(part.pieces) == 1 for part in parts):
        return parts
    bands, gutters, size = _parted(parts, marks)
    if not gutters:
        return parts
    return _content(bands, strips_of(bands, gutters, size, frozenset()), marks, depth)


def _size(bands: Sequence[Band]) -> float:
    sizes = [band.part.size for band in bands if isinstance(band.part, Line)]
    return median(sizes) if sizes else 10.0


def _content(bands: Sequence[Band], strips: Sequence[Strip], marks: Marks, depth: int) -> Content:
    content: Content = []
    place = 0
    ends = [*(strip.first for strip in strips[1:]), len(bands)]
    for strip, end in zip(strips, ends, strict=False):
        runs_on = is_flow(bands, strip)
        first, last = reach_of(bands, strip, place, end) if runs_on else (strip.first, strip.last)
        content += [band.part for band in bands[place:first]]
        within = bands[first : last + 1]
        content += (_flows if runs_on else _rows)(within, strip, marks, depth)
        place = last + 1
    return content + [band.part for band in bands[place:]]


def _rows(within: Sequence[Band], strip: Strip, marks: Marks, depth: int) -> Content:
    if _is_contents(within, strip):
        return [band.part for band in within]
    content: Content = []
    rows: list[Band] = []
    titles = _titles(within, strip)
    for band, is_title in zip(within, titles, strict=True):
        if is_title:
            content += _grids(rows, strip, marks, depth)
            content.append(band.part)
            rows = []
        else:
            rows.append(band)
    return content + _grids(rows, strip, marks, depth)


def _flows(bands: Sequence[Band], strip: Strip, marks: Marks, depth: int) -> Content:
    """Return the columns of a newspaper, one after the other."""
    content: Content = []
    for number in range(len(strip.gutters) + 1):
        column = _column(bands, strip, number)
        lines = [
            replace(part, flow=strip.first * 10 + number + 1) if isinstance(part, Line) else part
            for part in column
        ]
        content += in_cell(lines, marks, depth + 1)
    return content


def _column(bands: Sequence[Band], strip: Strip, number: int) -> Content:
    pieces: list[Piece] = []
    grids: list[Line | Grid] = []
    for band in bands:
        if isinstance(band.part, Grid):
            if strip.column((band.part.box[0] + band.part.box[2]) / 2) == number:
                grids.append(band.part)
            continue
        for segment in band.segments:
            if strip.column(segment.left) == number:
                pieces += segment.pieces
    return sorted([*lines_of(pieces, None), *grids], key=lambda part: part.box[1])


def _is_contents(bands: Sequence[Band], strip: Strip) -> bool:
    """Return whether a stretch lists titles and the pages that they stand on."""
    if len(strip.gutters) != 1:
        return False
    last = 0
    for band in bands:
        if len(band.segments) < 2:  # noqa: PLR2004 a title and its page
            continue
        number = band.segments[-1].text
        if not number.isdigit() or len(number) > _PAGE_NUMBER or int(number) < last:
            return False
        if not any(one.isalpha() for one in band.segments[0].text):
            return False
        last = int(number)
    return last > 0


def _titles(bands: Sequence[Band], strip: Strip) -> list[bool]:
    """Return which bands stand over the rows of two columns, as the title of a record does."""
    if len(strip.gutters) != 1:
        return [False] * len(bands)
    heads = [
        band.segments[0].pieces[0]
        for band in bands
        if len(band.segments) > 1 and strip.column(band.segments[0].left) == 0
    ]
    if not heads:
        return [False] * len(bands)
    size = median([piece.size for piece in heads])
    is_bold = sum(piece.is_bold for piece in heads) * 2 > len(heads)
    loose = _loose(bands)
    return [
        (loose[place] or place == 0)
        and band.segments != []
        and strip.column(band.segments[-1].left) == 0
        and _is_title(band, size, is_bold=is_bold)
        for place, band in enumerate(bands)
    ]


def _is_title(band: Band, size: float, *, is_bold: bool) -> bool:
    """Return whether words in the left column are larger than labels, or bold words among plain labels."""
    piece = band.segments[0].pieces[0]
    is_bolder = piece.is_bold and not is_bold and len(band.segments[0].text.split()) > 1
    return is_bolder or piece.size > size * _LARGER


def _loose(bands: Sequence[Band]) -> list[bool]:
    return loose_of([band.foot for band in bands], [_height(band) for band in bands])


def _height(band: Band) -> float:
    return band.part.size if isinstance(band.part, Line) else 10.0


def _grids(bands: Sequence[Band], strip: Strip, marks: Marks, depth: int) -> Content:
    """Return the rows of a stretch as a grid."""
    if not bands:
        return []
    box = around([band.part.box for band in bands])
    tops = [band.part.box[1] for band in bands]
    feet = [band.foot for band in bands]
    parted = parted_by(tops, feet, box, marks.across, marks.shades)
    tall = [_tall(band, strip) for band in bands]
    if is_centred(tall):
        rows = grouped(centred_starts(tall))
    else:
        rows = rows_of([_beside(band, strip) for band in bands], parted)
    rows = [
        [row[place] for place in part]
        for row in rows
        for part in grouped(_under_spanning(bands, row, strip))
    ]
    limits = _limits(bands, strip)
    made = [
        [
            GridCell(_limited(_column([bands[p] for p in row], strip, n), limits[n], marks, depth))
            for n in range(len(limits))
        ]
        for row in rows
    ]
    edges = (box[0], *(one.right for one in strip.gutters), box[2])
    return [Grid(edges, box, made, tuple((one.left, one.right) for one in strip.gutters))]


def _under_spanning(bands: Sequence[Band], row: Sequence[int], strip: Strip) -> list[bool]:
    """Return which bands of a row stand under words that head several columns, with words in two of these."""
    starts = [False] * len(row)
    for number, (above, below) in enumerate(pairwise(row), start=1):
        columns = [strip.column(one.left) for one in bands[below].segments]
        starts[number] = any(
            sum(strip.column(one.left) <= column <= strip.column(one.right) for column in columns)
            > 1
            for one in bands[above].segments
            if strip.column(one.left) < strip.column(one.right)
        )
    return starts


def _beside(band: Band, strip: Strip) -> Beside:
    texts = [""] * (len(strip.gutters) + 1)
    feet = [band.foot] * (len(strip.gutters) + 1)
    reach: list[Span | None] = [None] * (len(strip.gutters) + 1)
    for segment in band.segments:
        column = strip.column(segment.left)
        feet[column] = segment.foot
        left, _ = reach[column] or (segment.left, 0.0)
        reach[column] = left, segment.right
        texts[column] = f"{texts[column]} {segment.text}".strip()
    if isinstance(band.part, Grid):
        column = strip.column((band.part.box[0] + band.part.box[2]) / 2)
        texts[column] = "-"
        # The letters of a line stand higher than the end of a box around them.
        feet[column] = band.foot - _height(band) * _BELOW
    is_bold = bool(band.segments) and all(one.pieces[0].is_bold for one in band.segments)
    return Beside(band.foot, _height(band), texts, is_bold, feet, reach)


def _tall(band: Band, strip: Strip) -> Tall:
    _, top, _, bottom = band.part.box
    feet: list[float] = []
    label = None
    for segment in band.segments:
        if strip.column(segment.left):
            feet.append(segment.foot)
        else:
            label = segment.foot
    return Tall(top, bottom, label, feet, _height(band))


def _limits(bands: Sequence[Band], strip: Strip) -> list[float]:
    limits = [0.0] * (len(strip.gutters) + 1)
    for band in bands:
        for segment in band.segments:
            column = strip.column(segment.left)
            limits[column] = max(limits[column], segment.right)
    return limits


def _limited(column: Content, limit: float, marks: Marks, depth: int) -> Content:
    lines = [replace(part, limit=limit) if isinstance(part, Line) else part for part in column]
    return in_cell(lines, marks, depth + 1)


def _going_on(before: Content, content: Content) -> Content:
    """Return a page's content; lines at its top that stand in the last page's columns are a row of those."""
    grid = before[-1] if before else None
    if not isinstance(grid, Grid) or not grid.gaps:
        return content
    count = 0
    for part in content:
        if not _stands_beside(part.box if isinstance(part, Grid) else _words_of(part), grid):
            break
        count += 1
    if not count:
        return content
    rows: list[GridCell] = [GridCell() for _ in range(len(grid.gaps) + 1)]
    for part in content[:count]:
        _fill(rows, part, grid)
    box = around([part.box for part in content[:count]])
    return [Grid(grid.columns, box, [rows], grid.gaps), *content[count:]]


def _words_of(line: Line) -> Box:
    return around([piece.box for piece in line.pieces if piece.text.strip()])


def _stands_beside(box: Box, grid: Grid) -> bool:
    """Return whether a box stands right of a grid's first column, where its second begins."""
    start = grid.gaps[0][1]
    return start - _NEAR <= box[0] <= start + 3 * _NEAR * 4 and box[2] <= grid.box[2] + 4 * _NEAR


def _fill(row: list[GridCell], part: Line | Grid, grid: Grid) -> None:
    if isinstance(part, Grid) or len(grid.gaps) == 1:
        row[1].content.append(part)
        return
    pieces: list[list[Piece]] = [[] for _ in row]
    for piece in part.pieces:
        column = sum((left + right) / 2 <= piece.box[0] for left, right in grid.gaps)
        pieces[column].append(piece)
    for cell, own in zip(row, pieces, strict=True):
        cell.content += [replace(line, limit=part.limit) for line in lines_of(own, None)]
