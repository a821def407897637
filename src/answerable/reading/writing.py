"""Paragraphs and tables of a file that is no text, written down: blocks, and the text that they refer to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from answerable.reading.blocks import MOST_BLOCKS, Block, Kind, Run, TooManyBlocks, after, trimmed
from answerable.reading.lines import goes_on_over_break
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.tables import blocks_of, is_layout, layout_blocks
from answerable.reading.vocabulary import Role, label_of

_TYPED_BULLET = re.compile(r"([•·▪●◦–*\uf0b7\uf0a7-])\s+(?=\S)")
_PRIVATE = "\ue000"

Line = list[Run]


@dataclass(frozen=True, slots=True)
class Look:
    """What stands before a paragraph, and what it is.

    `number` is printed before its first line ("4."), `bullet` before each; `level` is a bullet's depth.
    """

    is_heading: bool = False
    number: str = ""
    bullet: str | None = None
    level: int = 0


@dataclass(slots=True)
class Writer:
    """Writes one document down: `is_broken` says that a page has just ended.

    `levels` are those of the bullets of the open list: a list may begin at any level of its style.
    """

    text: list[str] = field(default_factory=list)
    length: int = 0
    count: int = 0
    is_broken: bool = False
    levels: list[int] = field(default_factory=list)

    def block(
        self, runs: tuple[Run, ...], kind: Kind, *, marker: str | None = None, level: int = 0
    ) -> Block:
        """Return a block, its words written behind those before it.

        :raises TooManyBlocks: if a reading can hold no more.
        """
        self.count += 1
        if self.count > MOST_BLOCKS:
            raise TooManyBlocks
        words = "".join(one.text for one in runs)
        start = self.length
        self.text.append(f"{words}\n")
        self.length += len(words) + 1
        is_broken, self.is_broken = self.is_broken, False
        return Block(kind, runs, start, self.length, marker=marker, level=level, broken=is_broken)

    def paragraph(self, lines: Iterable[Line], look: Look) -> Iterator[Block]:
        """Yield a paragraph's lines: a block for each, unless a line goes on with a sentence."""
        whole = _whole(lines, is_one=look.is_heading)
        if not (look.is_heading or look.number or look.bullet) and (cells := self._tabbed(whole)):
            yield from layout_blocks(cells)
            return
        for number, runs in enumerate(whole):
            yield self._line(runs, replace(look, number="") if number else look)

    def _line(self, runs: Line, look: Look) -> Block:
        if look.bullet is not None:
            level = self._level(look.level)
            return self.block(trimmed(runs), Kind.ITEM, marker=look.bullet, level=level)
        kind = Kind.HEADING if look.is_heading else Kind.PARAGRAPH
        if look.number:
            self.levels = []
            label = Run(f"{look.number} ", runs[0].italic, runs[0].bold)
            return self.block(trimmed([label, *runs]), kind)
        whole = trimmed(runs)
        typed = _TYPED_BULLET.match("".join(one.text for one in whole))
        if typed is None or look.is_heading:
            self.levels = []
            return self.block(whole, kind)
        # Somebody typed the bullet; that of a font's own place is shown as a dot.
        marker = typed[1] if typed[1] < _PRIVATE else "•"
        level = self._level(look.level)
        return self.block(after(whole, typed.end()), Kind.ITEM, marker=marker, level=level)

    def _level(self, level: int) -> int:
        """Return how deep a bullet stands in the lists that are open."""
        while self.levels and self.levels[-1] > level:
            self.levels.pop()
        if not self.levels or self.levels[-1] < level:
            self.levels.append(level)
        return len(self.levels) - 1

    def _tabbed(self, lines: list[Line]) -> list[Cell]:
        """Return as cells a line that a label begins and a tab parts: "Ref", a tab, "5024007"."""
        if len(lines) != 1 or not any("\t" in one.text for one in lines[0]):
            return []
        parts = [trimmed(part) for part in _parted(lines[0])]
        label = label_of("".join(one.text for one in parts[0]))
        is_label = label is not None and (label.is_strong or label.role is Role.REF)
        cells = [Cell([Block(Kind.PARAGRAPH, part, 0, 0)] if part else []) for part in parts]
        if not is_label or not is_layout(cells, is_first=True):
            return []
        return [Cell([self.block(part, Kind.PARAGRAPH)] if part else []) for part in parts]

    def picture(self, description: str) -> Block:
        """Return the place of a picture, with the words that describe it."""
        return self.block((Run(description),) if description else (), Kind.PICTURE)

    def frames(self, texts: Iterable[str]) -> Iterator[Block]:
        """Yield the heads and feet of pages, each once, as what frames the pages."""
        for words in dict.fromkeys(" ".join(text.split()) for text in texts):
            if words:
                yield self.block((Run(words),), Kind.BREAK)

    def table(self, rows: list[list[Cell]], *, start: int) -> list[Block]:
        """Return a table that begins at `start` as one block; or, where it only lays out, what stands in it."""
        self.levels = []
        if len(rows) == 1 and len(rows[0]) == 1:
            return rows[0][0].blocks
        return blocks_of(RawTable(rows, start, self.length))


def _whole(lines: Iterable[Line], *, is_one: bool) -> list[Line]:
    """Join a line to the one before it whose sentence it goes on with; in a heading, all lines."""
    whole: list[Line] = []
    for runs in lines:
        text = "".join(one.text for one in runs).strip()
        if not text:
            continue
        last = "".join(one.text for one in whole[-1]).strip() if whole else ""
        if whole and (is_one or goes_on_over_break(last, text)):
            whole[-1].extend([Run(" ", runs[0].italic, runs[0].bold), *runs])
        else:
            whole.append([*runs])
    return [_merged(runs) for runs in whole]


def _merged(runs: Line) -> Line:
    """Return the runs with neighbours of one style as one: what is one link to a reader is one run."""
    styled = groupby(runs, key=lambda one: (one.italic, one.bold, one.link, one.href))
    return [Run("".join(one.text for one in alike), *style) for style, alike in styled]


def _parted(runs: Iterable[Run]) -> list[Line]:
    """Return the runs parted at tabs."""
    parts: list[Line] = [[]]
    for run in runs:
        first, *others = run.text.split("\t")
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=one)] for one in others]
    return parts
