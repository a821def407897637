"""Two documents of the same pages, each of some of them, as one in the order of the pages."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from answerable.reading.blocks import Block, Document


def interleaved(main: Document, other: Document) -> Document:
    """Return a document with the pages of another put between its own; it stays what it is otherwise.

    What stands on pages of the other follows the last block of a page before them; a table that goes on behind
    them is not cut in two.
    """
    text: list[str] = []
    blocks: list[Block] = []
    length = done = at = 0
    for first, chunk, words in _pages_of(other):
        place, cut = _place(main, first, at)
        text.append(main.text[done:cut])
        blocks += _moved(main.blocks[at:place], length - done)
        length += cut - done
        text.append(words)
        blocks += _moved(chunk, length - min(one.start for one in chunk))
        length += len(words)
        done, at = cut, place
    blocks += _moved(main.blocks[at:], length - done)
    text.append(main.text[done:])
    return replace(
        main,
        text="".join(text),
        blocks=tuple(blocks),
        repairs=(*main.repairs, *other.repairs),
    )


def _pages_of(document: Document) -> list[tuple[int, list[Block], str]]:
    """Return the blocks of each page with its number and their text; of several pages, where one reaches into others."""
    pages: list[tuple[int, list[Block]]] = []
    end = 0
    for page, blocks in groupby(document.blocks, lambda one: one.page):
        own = [*blocks]
        if pages and min(one.start for one in own) < end:
            pages[-1][1].extend(own)
        else:
            pages.append((page, own))
        end = max(end, *(one.end for one in own))
    starts = [min(one.start for one in blocks) for _, blocks in pages]
    ends = [*starts[1:], len(document.text)][: len(pages)]
    return [
        (page, blocks, document.text[start:end])
        for (page, blocks), start, end in zip(pages, starts, ends, strict=True)
    ]


def _place(document: Document, page: int, least: int) -> tuple[int, int]:
    """Return the block before which a page belongs, from a least one on, and where the text is cut there.

    Blocks of a table may stand in another order than their text: it is cut only where no block goes on over the cut.
    """
    blocks = document.blocks
    ends = [0, *accumulate((one.end for one in blocks), max)]
    after = [len(document.text), *(one.start for one in reversed(blocks))]
    starts = [*accumulate(after, min)][::-1]
    place = max([least, *(at + 1 for at, one in enumerate(blocks) if one.page < page)])
    while starts[place] < ends[place]:
        place += 1
    return place, starts[place]


def _moved(blocks: Sequence[Block], by: int) -> list[Block]:
    """Return blocks, with those in their cells, further on in a text."""
    return [
        replace(
            one,
            start=one.start + by,
            end=one.end + by,
            cells=tuple(tuple(tuple(_moved(cell, by)) for cell in row) for row in one.cells),
        )
        for one in blocks
    ]
