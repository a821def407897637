"""What frames a web page and belongs to no record: the feet of pages, and the ways to other pages."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block

FRAME = "It frames the web page, and says nothing of any request"
_FRAMES = re.compile(r"<(?P<tag>footer|nav)\b[^<>]*>.*?</(?P=tag)\s*>", re.IGNORECASE | re.DOTALL)
_PARTS = re.compile(r"<(?P<close>/?)(?:main|article|section|td)\b", re.IGNORECASE)


def framed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return a page's blocks with those aside that frame it: in a footer, or a menu, of no article."""
    frames = [
        range(found.start(), found.end())
        for found in _FRAMES.finditer(text)
        if not _is_inside(text[: found.start()])
    ]
    if not frames:
        return tuple(blocks)
    return tuple(
        replace(block, aside=FRAME) if any(block.end in one for one in frames) else block
        for block in blocks
    )


def _is_inside(before: str) -> bool:
    """Return whether a part of the page's own text is open behind some text."""
    depth = 0
    for found in _PARTS.finditer(before):
        depth += -1 if found["close"] else 1
    return depth > 0
