"""Lines of a tagged paragraph that were ended on purpose: "Ref: 17/22" above "Date: 3 May 2022", a bold question."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.joining import is_same_line
from answerable.reading.vocabulary import label_of

_LONGEST_LABEL = 40
_SHORT = 0.8
_ENDS = re.compile(r"[.?:]\s*$")


class LineEnds:
    """How far to the right lines reach that begin at one place of a page."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Keep a document's pieces: its lines are measured once one is asked about."""
        self._pieces = pieces
        self._rights: dict[tuple[int, int], float] = {}

    def is_meant(self, line: Sequence[Piece], piece: Piece) -> bool:
        """Return whether a line was ended before its column was full, and a label or another style begins the next.

        A line that wraps does so because the next word has no room in it.
        """
        last = line[-1]
        if last.page != piece.page or not piece.text.strip() or is_same_line(last, piece):
            return False
        is_other = (last.is_bold, last.is_italic) != (piece.is_bold, piece.is_italic)
        if not (is_other or _is_label(piece.text)):
            return False
        if is_other and _ENDS.search(last.text):
            # A question in bold whose last line is full, and its answer in plain words below.
            return True
        left = piece.box[0]
        right = self._right(piece.page, left)
        word = piece.text.split()[0]
        room = right - last.box[2] - (piece.box[2] - left) * len(word) / len(piece.text)
        return room > 0 and last.box[2] - left < _SHORT * (right - left)

    def _right(self, page: int, left: float) -> float:
        if not self._rights:
            for line in _lines(self._pieces):
                key = (line[0].page, round(line[0].box[0]))
                reach = max(piece.box[2] for piece in line)
                self._rights[key] = max(self._rights.get(key, reach), reach)
        places = (round(left) - 1, round(left), round(left) + 1)
        return max(self._rights.get((page, place), left) for place in places)


def _is_label(text: str) -> bool:
    label = label_of(text) if ":" in text[:_LONGEST_LABEL] else None
    return label is not None and label.is_strong


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        if line and not is_same_line(line[-1], piece):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line
