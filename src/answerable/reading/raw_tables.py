"""Tables while they are read: rows of cells, those that reach over columns and rows too."""

import re
from dataclasses import dataclass, field

from answerable.reading.blocks import MOST_BLOCKS, Block, TooManyBlocks
from answerable.reading.vocabulary import Label, Role, label_of

_SPAN = re.compile(r"\b(?P<name>col|row)span\s*=\s*[\"']?(?P<number>\d{1,6})\b", re.IGNORECASE)
_MOST_COLUMNS, _MOST_ROWS = 63, 1000
_BOTH = frozenset((Role.REQUEST, Role.RESPONSE))


@dataclass(slots=True)
class Cell:
    """A cell of a table while it is read: its blocks and whether it is a heading.

    What is asked of it again and again is kept: blocks may be added, and none be put in another's place.
    """

    blocks: list[Block] = field(default_factory=list)
    is_header: bool = False
    _said: int = field(default=-1, init=False, repr=False, compare=False)
    _labelled: int = field(default=-1, init=False, repr=False, compare=False)
    _text: str = field(default="", init=False, repr=False, compare=False)
    _label: Label | None = field(default=None, init=False, repr=False, compare=False)
    _parted: int = field(default=-1, init=False, repr=False, compare=False)
    _both: bool = field(default=False, init=False, repr=False, compare=False)

    def text(self) -> str:
        """Return the cell's words, whitespace collapsed."""
        if self._said != len(self.blocks):
            self._said = len(self.blocks)
            self._text = " ".join(" ".join([_words(block) for block in self.blocks]).split())
        return self._text

    def label(self) -> Label | None:
        """Return the label that the cell's words begin with, or None."""
        if self._labelled != len(self.blocks):
            self._labelled = len(self.blocks)
            self._label = label_of(self.text())
        return self._label

    def holds_both(self) -> bool:
        """Return whether the cell holds a request and its response, each below its label."""
        if self._parted != len(self.blocks):
            self._parted = len(self.blocks)
            self._both = self._parted > 1 and self._has_both()
        return self._both

    def _has_both(self) -> bool:
        labels = [label_of(block.text) for block in self.blocks]
        return {label.role for label in labels if label and label.is_strong} >= _BOTH


def _words(block: Block) -> str:
    """Return a block's words; a table inside a cell keeps its own."""
    if not block.rows:
        return block.text
    return " ".join([block.text, *(cell for row in block.rows for cell in row)])


@dataclass(slots=True)
class RawTable:
    """A table while it is read: rows of cells, and its place.

    `below` says into how many rows below a cell of each column still reaches, `empty` how many places cells
    take beside their own: a few bytes of spans must not become a million cells.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    start: int = 0
    end: int = 0
    caption: str = ""
    below: dict[int, int] = field(default_factory=dict)
    empty: int = 0

    def begin_row(self) -> None:
        """Begin a row; the one before it ends with what reaches into it from above."""
        self._reach_down()
        self.rows.append([])

    def begin_cell(self, cell: Cell, *, columns: int = 1, rows: int = 1) -> None:
        """Add a cell behind what reaches into its row; its words stand in the first of its places."""
        if not self.rows:
            self.rows.append([])
        self._reach_down()
        row = self.rows[-1]
        for place in range(len(row), len(row) + columns):
            if rows > 1:
                self.below[place] = rows - 1
        row.append(cell)
        for _ in range(columns - 1):
            self._leave_empty(row)

    def _reach_down(self) -> None:
        row = self.rows[-1] if self.rows else []
        while left := self.below.pop(len(row), 0):
            if left > 1:
                self.below[len(row)] = left - 1
            self._leave_empty(row)

    def _leave_empty(self, row: list[Cell]) -> None:
        self.empty += 1
        if self.empty > MOST_BLOCKS:
            raise TooManyBlocks
        row.append(Cell())


def spans_of(attributes: str) -> dict[str, int]:
    """Return how many columns and rows a cell says that it takes; more than a page has it does not."""
    said = {one["name"].lower(): int(one["number"]) for one in _SPAN.finditer(attributes)}
    return {
        "columns": max(1, min(said.get("col", 1), _MOST_COLUMNS)),
        "rows": max(1, min(said.get("row", 1), _MOST_ROWS)),
    }
