"""The table of a letter as a full grid: every row as wide as the widest, every cell inert."""

from dataclasses import dataclass

from answerable.domain.decisions.letters import LetterTable
from answerable.publishing.letters.inert import in_one_line, inert


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with as many cells in each row as it has columns; `header` may be empty."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]

    @property
    def columns(self) -> int:
        """Return how many columns there are."""
        return len(self.header or self.rows[0]) if self.header or self.rows else 0


def grid(table: LetterTable) -> Grid:
    """Return a table as a full grid."""
    width = max((len(row) for row in (table.header, *table.rows)), default=0)
    has_header = any(cell.strip() for cell in table.header)
    return Grid(
        caption=in_one_line(table.caption),
        header=_filled(table.header, width) if has_header else (),
        rows=tuple(_filled(row, width) for row in table.rows) if width else (),
        notes=tuple(inert(one) for one in table.notes if one.strip()),
    )


def _filled(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*map(in_one_line, row), *("",) * (width - len(row)))
