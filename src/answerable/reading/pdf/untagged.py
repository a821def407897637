"""PDF without tags into blocks: words and ruling lines into cells, or columns, and paragraphs in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.reading.blocks import Document
from answerable.reading.pdf.bands import marks_of
from answerable.reading.pdf.breaks import joined
from answerable.reading.pdf.cleaned import cleaned
from answerable.reading.pdf.columns import arranged, running
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.frames import frames_of
from answerable.reading.pdf.furniture import without_furniture
from answerable.reading.pdf.layout import Content, Grid, Line, content_of
from answerable.reading.pdf.lists import with_dots
from answerable.reading.pdf.lost import with_lost
from answerable.reading.pdf.notes import marks_of as note_marks_of
from answerable.reading.pdf.notes import parted_marks, parted_notes
from answerable.reading.pdf.paragraphs import print_of
from answerable.reading.pdf.places import Box
from answerable.reading.pdf.rightward import is_rightward, mirrored, mirrored_block
from answerable.reading.pdf.writer import Writer

BY_LINES = "untagged PDF by its lines"
BY_COLUMNS = "untagged PDF by its columns"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page: its height, its text with links, and its ruling lines.

    `is_unseen` says that its text is not shown, but laid behind a picture of the page by a reader of pictures;
    `raw` is what PDFium says of the page as a whole, for finding what is lost.
    """

    height: float
    pieces: Sequence[Piece]
    rules: Sequence[Box]
    is_unseen: bool = False
    raw: str = ""


def untagged_document(sheets: list[Sheet]) -> Document:
    """Return the document that the places of words and lines make.

    The list is emptied: thousands of pages would be held once as they are drawn, and once as they are read.
    """
    own, stamps, doubles = cleaned([sheet.pieces for sheet in sheets])
    rules: list[Sequence[Box]] = [sheet.rules for sheet in sheets]
    heights, raw = [sheet.height for sheet in sheets], [sheet.raw for sheet in sheets]
    unseen = _unseen(sheets)
    sheets.clear()
    own = [with_dots(pieces, lines) for pieces, lines in zip(own, rules, strict=True)]
    if is_rightward(own):
        own, turned, edge = mirrored(own, rules)
        rules = [*turned]
        document = _document(own, rules, heights, stamps)
        blocks = tuple(mirrored_block(block, edge) for block in document.blocks)
        document = replace(document, blocks=blocks)
    else:
        document = _document(own, rules, heights, stamps)
    return with_lost(replace(document, how=f"{document.how}{unseen}"), raw, twice=doubles)


def _document(
    own: list[list[Piece]],
    rules: Sequence[Sequence[Box]],
    heights: Sequence[float],
    stamps: Sequence[Piece],
) -> Document:
    size, writer = _usual_size(own), Writer(own)
    pages = [content_of(pieces, frames_of(lines)) for pieces, lines in zip(own, rules, strict=True)]
    own.clear()
    pages, furniture = without_furniture(pages, heights)
    parted = [parted_notes(page, size, height) for page, height in zip(pages, heights, strict=True)]
    notes = [[replace(line, is_note=True) for line in running(found)] for _, found in parted]
    pages = [_with_marks(page, found) for page, found in parted]
    pages = arranged(pages, [marks_of(lines) for lines in rules])
    how = BY_COLUMNS if any(map(_has_columns, pages)) else BY_LINES
    furniture = [*stamps, *furniture]
    content = joined(pages, notes, furniture)
    del pages, parted
    writer.printed = print_of(content, size)
    frame = writer.written.furniture(furniture)
    blocks = [*([frame] if frame else []), *writer.blocks(content, in_cell=False)]
    return Document(writer.written.text(), tuple(blocks), has_pages=True, how=how)


def _with_marks(page: Content, notes: Sequence[Line]) -> Content:
    marks = note_marks_of(notes)
    return [parted_marks([part], marks)[0] if isinstance(part, Line) else part for part in page]


def _usual_size(pages: Sequence[Sequence[Piece]]) -> float:
    """Return the size of most letters, in points."""
    letters: dict[float, int] = {}
    for page in pages:
        for piece in page:
            letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    sizes: Counter[float] = Counter()
    for size, count in letters.items():
        sizes[round(size, 1)] += count
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _has_columns(page: Content) -> bool:
    return any(part.gaps if isinstance(part, Grid) else part.flow for part in page)


def _unseen(sheets: Sequence[Sheet]) -> str:
    """Return what is said of pages whose text is not shown."""
    unseen = sum(sheet.is_unseen for sheet in sheets)
    if not unseen:
        return ""
    where = "its pages" if unseen == len(sheets) else f"{unseen} of its {len(sheets)} pages"
    return f", with text that a reader of pictures laid behind {where}"
