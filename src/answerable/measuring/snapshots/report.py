"""What was found while a file was loaded: cells that are refused or remarked, told one by one and counted."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answerable.domain.measures.registers import Audience, Column

_HEAD = ("row", "column", "value", "finding", "reason")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that is refused, or only remarked: the row as a spreadsheet numbers it, and why."""

    row: int
    column: str
    value: str
    reason: str
    is_refused: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: how many cells are refused and remarked, and the first of them, refused ones first."""

    notes: tuple[str, ...] = ()
    rows_read: int = 0
    refused: int = 0
    remarked: int = 0
    shown: tuple[BadCell, ...] = ()


class Findings:
    """Counts what is found, keeps the first of it, and writes all of it into a file if there is one."""

    def __init__(self, *, most_shown: int, writer: Any = None) -> None:
        self.notes: list[str] = []
        self.rows_read = 0
        self._refused = self._remarked = 0
        self._most_shown, self._writer = most_shown, writer
        # Remarks are many where refusals are few: they must not hide them.
        self._shown: dict[bool, list[BadCell]] = {True: [], False: []}

    def note(self, note: str) -> None:
        """Keep a sentence about the whole file, once."""
        if note not in self.notes:
            self.notes.append(note)

    def found(self, cell: BadCell) -> None:
        """Keep a cell that is refused or remarked."""
        self._refused += cell.is_refused
        self._remarked += not cell.is_refused
        if len(self._shown[cell.is_refused]) < self._most_shown:
            self._shown[cell.is_refused].append(cell)
        if self._writer is not None:
            finding = "refused" if cell.is_refused else "remark"
            self._writer.writerow((cell.row, cell.column, _inert(cell.value), finding, cell.reason))

    def report(self) -> Report:
        """Return what was found until now."""
        shown = (*self._shown[True], *self._shown[False])[: self._most_shown]
        return Report(tuple(self.notes), self.rows_read, self._refused, self._remarked, shown)


@contextmanager
def findings(*, most_shown: int, file: Path | None) -> Iterator[Findings]:
    """Give what keeps findings; the file has all of them when it ends, however it ends."""
    if file is None:
        yield Findings(most_shown=most_shown)
        return
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_HEAD)
        yield Findings(most_shown=most_shown, writer=writer)


def _inert(text: str) -> str:
    # The report is opened in a spreadsheet, too.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def shown_value(column: Column | None, text: str | None) -> str:
    """Return the value as a report may show it: not at all if not everybody may see the column."""
    if text is None:
        return ""
    if column is None or column.audience is not Audience.PUBLIC:
        return "(not shown)"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
