"""The tables of RTF while they are read: a paragraph says how deep it stands, signs end cells and rows."""

from dataclasses import dataclass, field

from answerable.reading.blocks import Block
from answerable.reading.raw_tables import Cell
from answerable.reading.rtf.state import Layout
from answerable.reading.writing import Writer

_DEEPEST = 20


@dataclass(slots=True)
class _Table:
    """A table that is open: where it begins, its rows, its row and its cell that are open."""

    start: int
    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Tables:
    """The tables that are open, the outermost first; `outside` takes what stands in none."""

    writer: Writer
    outside: list[Block]
    open: list[_Table] = field(default_factory=list)

    def into(self, layout: Layout) -> list[Block]:
        """Return where the blocks of a paragraph go; tables deeper than it stands are done."""
        depth = layout.nested(_DEEPEST)
        self.close(depth)
        while len(self.open) < depth:
            self.open.append(_Table(self.writer.length))
        return self.open[-1].cell if self.open else self.outside

    def end_cell(self) -> None:
        """End the innermost cell; one outside of every table begins one."""
        if not self.open:
            self.open.append(_Table(self.writer.length))
        innermost = self.open[-1]
        innermost.row.append(Cell(innermost.cell))
        innermost.cell = []

    def end_row(self) -> None:
        """End the innermost row."""
        if self.open:
            innermost = self.open[-1]
            if innermost.row:
                innermost.rows.append(innermost.row)
            innermost.row = []

    def close(self, depth: int) -> None:
        """End the tables that stand in more than `depth` others."""
        while len(self.open) > depth:
            done = self.open.pop()
            if done.cell:
                done.row.append(Cell(done.cell))
            if done.row:
                done.rows.append(done.row)
            into = self.open[-1].cell if self.open else self.outside
            if done.rows:
                into.extend(self.writer.table(done.rows, start=done.start))
