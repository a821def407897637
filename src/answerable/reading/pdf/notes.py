"""Footnotes: small words at a page's foot, which a sentence that goes on over the page passes by."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Content, Line

_SMALLER = 0.93
_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[ivx]{1,4}|[a-z]|[*†‡§]{1,3})[)\].]?(?=\s|[A-Z“‘\"(h])")
_LOW = 0.5
_RAISED = 0.12
_SMALL = 0.86
_LONGEST_MARK = 4
_UNITS = ("m", "km", "cm", "mm", "ft", "co", "h", "kg")


def parted_notes(content: Content, size: float, height: float) -> tuple[Content, list[Line]]:
    """Return a page's content without its footnotes, and those; `size` is that of most of the letters."""
    start = len(content)
    while start > 0:
        part = content[start - 1]
        if not isinstance(part, Line) or part.size > size * _SMALLER or part.box[1] < height * _LOW:
            break
        start -= 1
    # Small print need not be a note: one begins with its mark.
    while start < len(content) and not is_marked(content[start]):
        start += 1
    if start in (0, len(content)):
        return content, []
    notes = [part for part in content[start:] if isinstance(part, Line)]
    return content[:start], notes


def is_marked(part: object) -> bool:
    """Return whether a line begins with the mark of a note."""
    return isinstance(part, Line) and _MARK.match(part.text) is not None


def marks_of(notes: Sequence[Line]) -> frozenset[str]:
    """Return the marks that notes begin with, without brackets."""
    found = (_MARK.match(line.text) for line in notes)
    return frozenset(one.group().strip("()[].") for one in found if one)


def parted_marks(lines: Sequence[Line], marks: frozenset[str]) -> list[Line]:
    """Return lines with the raised marks of notes parted from words: "end[1]" and not "end1"."""
    return [_with_marks(line, marks) for line in lines]


def _with_marks(line: Line, marks: frozenset[str]) -> Line:
    if all(len(piece.text) > _LONGEST_MARK for piece in line.pieces):
        return line
    size, foot = line.size, line.foot
    made: list[Piece] = []
    before = ""
    for piece in line.pieces:
        text = piece.text.strip()
        is_mark = text.isdigit() or text in ("*", "†", "‡")
        if before and is_mark and _is_raised(piece, size, foot):
            made.append(_changed(piece, text, marks, before))
        else:
            made.append(piece)
        before = piece.text
    return replace(line, pieces=tuple(made))


def _is_raised(piece: Piece, size: float, foot: float) -> bool:
    """Return whether a piece stands above its line: smaller and higher, or in a font's own raised figures."""
    if piece.size <= size * _SMALL:
        return foot - piece.foot >= size * _RAISED
    return foot - piece.box[3] >= size * _RAISED * 2


def _changed(piece: Piece, text: str, marks: frozenset[str], before: str) -> Piece:
    words = before.split()
    if text in marks:
        text = f"[{text}]"
    elif before[-1:].isspace() or (words and words[-1].lower() in _UNITS):
        # "5 m²" is no note.
        return piece
    else:
        text = f" {text}"
    return replace(piece, text=text + " " * piece.text[-1:].isspace())
