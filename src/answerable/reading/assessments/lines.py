"""A document's blocks as the lines and the tables that a report is read from."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.reading.assessments.words import plain
from answerable.reading.blocks import Block, Kind
from answerable.reading.records import is_furniture

_FEWEST_REPEATED = 3
_LONGEST_REPEATED = 120
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:page\s*)?#(?:\s*(?:of|/)\s*#)?|.*\bpage\s+#(?:\s*(?:of|/)\s*#)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, an item, or a table by its rows; with its place in the source, half-open."""

    text: str
    start: int
    end: int
    is_heading: bool = False
    is_item: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def lines_of(blocks: Sequence[Block], known: frozenset[str]) -> list[Line]:
    """Return the lines of a document without what frames its pages.

    `known` are plain texts that may stand again and again and say something: levels, names of sections.
    """
    again = _repeated(blocks, known)
    return [
        line
        for block in blocks
        if not is_furniture(block) and _shape(block.text) not in again
        for line in _lines(block)
    ]


def framing_of(blocks: Sequence[Block], known: frozenset[str]) -> tuple[str, ...]:
    """Return what stands at the head or the foot of several pages, each once."""
    again = _repeated(blocks, known)
    return tuple(dict.fromkeys(one.text for one in blocks if _shape(one.text) in again))


def _shape(text: str) -> str:
    return _DIGITS.sub("#", plain(text))


def _repeated(blocks: Sequence[Block], known: frozenset[str]) -> frozenset[str]:
    """Return the shapes of lines at the head and the foot of pages: the same on several but for the digits."""
    short = [
        _shape(one.text)
        for one in blocks
        if one.kind not in (Kind.TABLE, Kind.ITEM) and 0 < len(one.text) <= _LONGEST_REPEATED
    ]
    counted = Counter(short)
    return frozenset(
        one
        for one, times in counted.items()
        if one
        and (_PAGE.fullmatch(one) or (times >= _FEWEST_REPEATED and one not in known))
        and not re.search(r"#\.#\.#", one)
    )


def _lines(block: Block) -> Iterator[Line]:
    if block.rows:
        rows = tuple(tuple(" ".join(cell.split()) for cell in row) for row in block.rows)
        yield Line("", block.start, block.end, rows=rows)
    elif text := " ".join(block.text.split()):
        yield Line(
            text,
            block.start,
            block.end,
            is_heading=block.kind is Kind.HEADING or block.is_bold,
            is_item=block.kind is Kind.ITEM,
        )
