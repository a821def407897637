"""Lines into paragraphs: by the space between them, by where they end, and by what begins anew."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.lines import goes_on_over_break
from answerable.reading.pdf.layout import Content, Line
from answerable.reading.pdf.lists import has_bullet, is_bullet
from answerable.reading.pdf.notes import is_marked
from answerable.reading.vocabulary import BACK_TO_TOP, label_of

_ENDS = (".", "?", "!", ":", ";")
# Below "regulation 12(5)" a line that begins with "(e)" goes deeper, and counts nothing.
_PROVISION = re.compile(
    r"(?i:\b(?:sections?|sec|s|regulations?|regs?)\.?\s?)\d{1,2}[A-Z]?(?:\(\w{1,4}\))*$"
)
_CLOSERS = "\"'\u201d\u2019)]"
_WIDER = 1.2
_USUAL = 1.15
_COMMON = 0.25
_SPACE = 0.25
_SET_IN = 1.25
_LEAST_APART, _MOST_APART = 0.9, 3.0


@dataclass(frozen=True, slots=True)
class Print:
    """How a document is printed: `pitch` is how far apart its lines are, in sizes of their font.

    `size` is that of most of its letters, in points.
    """

    pitch: float
    size: float


def print_of(content: Content, size: float) -> Print:
    """Return how a document is printed, whose usual letters are of a size."""
    # In twentieths of a size.
    apart: Counter[int] = Counter()
    for lines in _stretches(content):
        for first, second in pairwise(lines):
            ratio = (second.foot - first.foot) / max(1.0, second.size)
            if _LEAST_APART <= ratio <= _MOST_APART and first.page == second.page:
                apart[round(ratio * 20)] += 1
    most = max(apart.values(), default=0)
    pitch = min(
        (parts / 20 for parts, count in apart.items() if count >= most * _COMMON), default=_USUAL
    )
    return Print(pitch, size)


def _stretches(content: Content) -> Iterator[list[Line]]:
    """Yield lines that stand below each other, in cells and out of them."""
    stack = [content]
    while stack:
        lines: list[Line] = []
        for part in stack.pop():
            if isinstance(part, Line):
                lines.append(part)
            else:
                stack += [cell.content for row in part.rows for cell in row if cell.content]
        if len(lines) > 1:
            yield lines


def paragraphs_of(lines: Sequence[Line], printed: Print) -> list[list[Line]]:
    """Return the lines of one cell, or of one column, as paragraphs."""
    if len(lines) == 1:
        return [[*lines]]
    limits: dict[bool, float] = {}
    for line in lines:
        limits[line.flow > 0] = max(limits.get(line.flow > 0, 0.0), line.limit)
    paragraphs: list[list[Line]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else line
        # Columns of a newspaper have limits of their own; elsewhere a page's widest line is what others keep to.
        limit = last.limit if last.flow else limits[False]
        if paragraphs and _continues(paragraphs[-1], line, limit, printed):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(paragraph: Sequence[Line], line: Line, limit: float, printed: Print) -> bool:
    last, text = paragraph[-1], line.text
    if len(paragraph) == 1 and is_bullet(last.text) and line.foot - last.foot < line.size:
        return True
    ended = last.text.rstrip(_CLOSERS).endswith(_ENDS)
    is_full = last.box[2] + _first_word(line) > limit
    is_below = last.page == line.page and last.flow == line.flow
    # What the words say takes longer to find out than where they stand: it is asked last.
    if is_below:
        apart = (line.foot - last.foot) / max(1.0, line.size)
        goes_on = is_full or (text[:1].islower() and not ended)
        if not goes_on or apart > printed.pitch * _WIDER:
            return False
        if _is_other_style(last, line, ended=ended, is_full=is_full):
            return False
        if ended and _is_set_in(paragraph, line):
            return False
    if _begins_anew(paragraph, line, ended=ended, is_full=is_full):
        return False
    whole = "" if is_below else " ".join(one.text for one in paragraph)
    return is_below or (is_full and not ended) or goes_on_over_break(whole, text)


def _is_set_in(paragraph: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins further right than the one above it, and than the words behind a label there.

    Behind the end of a sentence it is another paragraph, set in below a question that fills its line.
    """
    last = paragraph[-1]
    left = last.box[0] if len(paragraph) > 1 else _left_of_words(last)
    return line.box[0] - left > line.size * _SET_IN


def _left_of_words(line: Line) -> float:
    label = leading_label(line.text)
    first = line.pieces[0]
    if label is None or len(first.text) < label.end:
        return line.pieces[1].box[0] if label and len(line.pieces) > 1 else line.box[0]
    width = first.box[2] - first.box[0]
    return first.box[0] + width * label.end / len(first.text)


def _begins_anew(paragraph: Sequence[Line], line: Line, *, ended: bool, is_full: bool) -> bool:
    """Return whether a line begins with what only begins a paragraph: a bullet, a note's mark, a label, a picture's words."""
    last, text = paragraph[-1].text, line.text
    if paragraph[-1].aside != line.aside:
        return True
    if has_bullet(text) or (line.is_note and is_marked(line)):
        return True
    if BACK_TO_TOP.match(text) or BACK_TO_TOP.match(last):
        return True
    # The words behind a label may be bold, and the label plain.
    is_other = (
        _differ(paragraph[-1], line) or line.pieces[-1].is_bold != paragraph[-1].pieces[-1].is_bold
    )
    is_apart = ended or not is_full or is_other
    is_anew = (is_apart or _is_label(paragraph[0].text)) and _is_label(text)
    return is_anew and not (text.startswith("(") and _PROVISION.search(last))


def _is_label(text: str) -> bool:
    known = label_of(text)
    return leading_label(text) is not None or (known is not None and known.rest >= len(text))


def _first_word(line: Line) -> float:
    """Return how wide the first word of a line is, with the space before it."""
    first = line.pieces[0]
    if not first.text.strip():
        first = next(piece for piece in line.pieces if piece.text.strip())
    word = first.text.split(None, 1)[0]
    width = first.box[2] - first.box[0]
    return width * len(word) / len(first.text.strip()) + first.size * _SPACE


def _is_other_style(last: Line, line: Line, *, ended: bool, is_full: bool) -> bool:
    """Return whether a line begins in another style than the last one ended in, where a sentence ends."""
    return _differ(last, line) and (ended or not is_full)


def _differ(last: Line, line: Line) -> bool:
    before, after = last.pieces[-1], line.pieces[0]
    return (before.is_italic, before.is_bold) != (after.is_italic, after.is_bold)
