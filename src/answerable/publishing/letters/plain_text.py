"""A letter as plain text, for the body of an e-mail."""

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from answerable.domain.decisions.letters import (
    Block,
    Heading,
    ItemList,
    Letter,
    LetterTable,
    Paragraph,
    Section,
)
from answerable.publishing.letters.grid import Grid, grid
from answerable.publishing.letters.inert import in_one_line, inert, letter_title
from answerable.publishing.publications import day_in_words

WIDTH = 72
_GAP = "  "
_NARROWEST = 20
"""A column with less room than this is not read as one."""


def letter_text(letter: Letter) -> str:
    """Return the letter as plain text: wrapped, what was asked quoted, tables in columns."""
    parts = [in_one_line(letter.sender), day_in_words(letter.written_on)]
    parts.append(_underlined(letter_title(letter), "="))
    for section in letter.sections:
        parts += _section(section)
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield _underlined(section.heading, "-")
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _wrapped(in_one_line(block.text))
    elif isinstance(block, Paragraph):
        yield _wrapped(inert(block.text))
    elif isinstance(block, ItemList):
        yield "\n".join(_wrapped(in_one_line(one), first="- ", others="  ") for one in block.items)
    elif isinstance(block, LetterTable):
        yield from _table(grid(block))
    else:
        yield _wrapped(inert(block.text), first="> ", others="> ")


def _table(table: Grid) -> Iterator[str]:
    if not table.columns:
        return
    yield _wrapped(table.caption)
    rows = (table.header, *table.rows) if table.header else table.rows
    widths = _fitting([max(len(row[column]) for row in rows) for column in range(table.columns)])
    if not widths:
        yield "\n".join("\t".join(row) for row in rows)
    else:
        if table.header:
            rows = (rows[0], tuple("-" * width for width in widths), *rows[1:])
        yield "\n".join(line for row in rows for line in _aligned(row, widths))
    for note in table.notes:
        yield _wrapped(note)


def _fitting(widths: list[int]) -> list[int]:
    """Return the widths with the widest cut to what a line has left; none if that is too little."""
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - WIDTH
    if over <= 0:
        return widths
    widest = widths.index(max(widths))
    left = widths[widest] - over
    return [*widths[:widest], left, *widths[widest + 1 :]] if left >= _NARROWEST else []


def _aligned(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row: what is too wide for its column goes on below."""
    columns = [
        textwrap.wrap(cell, width, break_on_hyphens=False) if len(cell) > width else [cell]
        for cell, width in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*columns, fillvalue=""):
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def _underlined(text: str, mark: str) -> str:
    shown = _wrapped(in_one_line(text))
    longest = max((len(line) for line in shown.splitlines()), default=0)
    return f"{shown}\n{mark * min(longest, WIDTH)}"


def _wrapped(text: str, *, first: str = "", others: str = "") -> str:
    """Return the text in lines of at most WIDTH; a word that is longer stays whole, to be copied."""
    lines = [
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=others if number else first,
            subsequent_indent=others,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or others.rstrip()
        for number, line in enumerate(text.split("\n"))
    ]
    return "\n".join(lines)
