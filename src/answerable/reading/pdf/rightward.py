"""Pages that are written from right to left: read in a mirror, and their boxes turned back."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.places import Box

_RIGHTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MOST_LOOKED_AT = 20_000
# Letters that only end words: the five final letters of Hebrew; ta marbuta and alef maqsura of Arabic.
_ENDS_WORD = re.compile("[\u05da\u05dd\u05df\u05e3\u05e5\u0629\u0649](?![\u0590-\u08ff])")
_BEGINS_WORD = re.compile(
    "(?<![\u0590-\u08ff])[\u05da\u05dd\u05df\u05e3\u05e5\u0629\u0649](?=[\u0590-\u08ff])"
)


def is_rightward(pages: Sequence[Sequence[Piece]]) -> bool:
    """Return whether most letters of a document run from right to left."""
    right = whole = 0
    for page in pages:
        for piece in page:
            if not piece.text.isascii():
                right += len(_RIGHTWARD.findall(piece.text))
            whole += len(piece.text)
        if whole > _MOST_LOOKED_AT:
            break
    return right * 2 > whole


def is_logical(text: str) -> bool:
    """Return whether words from right to left stand in the order in which they are spoken.

    Letters that only end words say so; a text without any of them is not known to.
    """
    return len(_ENDS_WORD.findall(text)) > 2 * len(_BEGINS_WORD.findall(text))


def mirrored(
    pages: Sequence[Sequence[Piece]], rules: Sequence[Sequence[Box]]
) -> tuple[list[list[Piece]], list[list[Box]], float]:
    """Return pieces and lines as a mirror shows them, and where that stands: what is read first is on the left.

    Words from left to right among them (names, addresses) that are drawn in several pieces stay in their order.
    """
    edge = max((piece.box[2] for page in pages for piece in page), default=0.0)
    found = [
        [replace(piece, box=_turned(piece.box, edge)) for piece in _kept(page)] for page in pages
    ]
    return found, [[_turned(box, edge) for box in boxes] for boxes in rules], edge


def mirrored_block(block: Block, edge: float) -> Block:
    """Return a block with its box where it stands on the page."""
    return replace(block, box=_turned(block.box, edge)) if block.box else block


def _turned(box: Box, edge: float) -> Box:
    return edge - box[2], box[1], edge - box[0], box[3]


def _kept(page: Sequence[Piece]) -> list[Piece]:
    """Return pieces, those from left to right that follow each other on a line made one."""
    found: list[Piece] = []
    for piece in page:
        last = found[-1] if found else None
        if last and _is_leftward(last) and _is_leftward(piece) and _follows(last, piece):
            space = "" if last.text[-1:].isspace() or piece.text[:1].isspace() else " "
            box = (
                last.box[0],
                min(last.box[1], piece.box[1]),
                piece.box[2],
                max(last.box[3], piece.box[3]),
            )
            found[-1] = replace(last, text=f"{last.text}{space}{piece.text}", box=box)
        else:
            found.append(piece)
    return found


def _follows(last: Piece, piece: Piece) -> bool:
    gap = piece.box[0] - last.box[2]
    return abs(piece.foot - last.foot) < 1 and -1 < gap < piece.size and piece.href == last.href


def _is_leftward(piece: Piece) -> bool:
    kinds = {unicodedata.bidirectional(one) for one in piece.text}
    return "L" in kinds and not kinds & {"R", "AL"}
