"""The text that a PDF's document is given: its blocks' words, a paragraph to a line."""

from collections.abc import Sequence

from answerable.reading.blocks import (
    MOST_BLOCKS,
    Block,
    Kind,
    Run,
    TooManyBlocks,
    quick_block,
    quick_run,
    trimmed,
)
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.joining import Joints
from answerable.reading.pdf.places import Box, around


class Written:
    """Text while it is written; gives each stretch its place."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._blocks = 0
        self.length = 0

    def write(self, words: str) -> tuple[int, int]:
        """Write a paragraph, and return where it begins and ends.

        :raises TooManyBlocks: if there are more than a reading may hold.
        """
        self._blocks += 1
        if self._blocks > MOST_BLOCKS:
            raise TooManyBlocks
        start = self.length
        self._parts.append(words)
        self.length += len(words) + 1
        return start, self.length - 1

    def text(self) -> str:
        """Return all that was written."""
        return "\n".join(self._parts)

    def furniture(self, pieces: Sequence[Piece]) -> Block | None:
        """Write what only frames the pages, and return it as one block without words; None if nothing does."""
        words = " ".join(" ".join(piece.text for piece in pieces).split())
        return Block(Kind.BREAK, (), *self.write(words)) if words else None

    def paragraph(
        self,
        runs: Sequence[Run],
        pieces: Sequence[Piece],
        *,
        kind: Kind = Kind.PARAGRAPH,
        marker: str | None = None,
        level: int = 0,
    ) -> Block:
        """Write a paragraph that is drawn as these pieces, and return its block."""
        words = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        start, end = self.write(words if marker is None else f"{marker} {words}")
        page, box = _place(pieces)
        return quick_block(
            kind,
            tuple(runs),
            start,
            end,
            marker=marker,
            level=level,
            page=page,
            box=box,
            sure=_sure(pieces),
            aside=pieces[0].aside if pieces else None,
        )


def _sure(pieces: Sequence[Piece]) -> float | None:
    """Return how surely pieces were read, by their letters; None where none was read from a picture."""
    read = [(piece.sure, len(piece.text)) for piece in pieces if piece.sure is not None]
    if not read:
        return None
    letters = sum(length for _, length in read)
    return sum(sure * length for sure, length in read) / letters if letters else None


def _place(pieces: Sequence[Piece]) -> tuple[int, Box | None]:
    """Return the page that a block begins on, and its box there."""
    if not pieces:
        return 1, None
    page = pieces[0].page
    if len(pieces) == 1:
        return page, pieces[0].box
    return page, around([one.box for one in pieces if one.page == page])


def runs_of(pieces: Sequence[Piece], joints: Joints) -> tuple[Run, ...]:
    """Return pieces as runs in their styles, parted as they stand."""
    runs: list[Run] = []
    last: Piece | None = None
    said: list[str] = []
    style = _PLAIN
    # A paragraph is mostly in one style: its words are put together once.
    for piece in pieces:
        href = piece.href
        own = (piece.is_italic, piece.is_bold, href is not None, href)
        if said and own != style:
            runs.append(quick_run("".join(said), *style))
            said = []
        if last is not None and (between := joints.between(last, piece)):
            said.append(between)
        said.append(piece.text)
        style, last = own, piece
    if said:
        runs.append(quick_run("".join(said), *style))
    return trimmed(runs)


Style = tuple[bool, bool, bool, str | None]
"""Whether words are in italics, whether in bold, whether they are a link, and where that leads."""

_PLAIN: Style = (False, False, False, None)


def add_words(runs: list[Run], words: str, style: Style) -> None:
    """Add words to runs: to the last one, where it is in the same style and leads to the same place."""
    if runs:
        last = runs[-1]
        if style == (last.italic, last.bold, last.link, last.href):
            runs[-1] = quick_run(last.text + words, *style)
            return
    runs.append(quick_run(words, *style))
