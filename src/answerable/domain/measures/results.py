"""What a measure came to: a table with its caveats, and the digests by which it can be proved again."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from answerable.domain.measures.registers import Caveat
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.suppression.profiles import Profile, profile_as_data

Value = str | int | Decimal | bool | None


class CellKind(StrEnum):
    """What the cells of a result's column are."""

    LABEL = "label"
    COUNT = "count"
    DAYS = "days"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TEXT = "text"


class Missing(StrEnum):
    """Why a cell holds no value; an empty cell is never taken for nought."""

    NOT_AVAILABLE = "not-available"
    """The register cannot say it (a gap)."""
    NO_ROWS = "no-rows"
    """A mean, a median or a share of nothing."""
    WITHHELD = "withheld"
    """Disclosure control: a decision goes with it."""


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of a result."""

    name: str
    words: str
    kind: CellKind
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Why one cell holds no value: its row and column (from 0), and the reason in words."""

    row: int
    column: int
    missing: Missing
    words: str


@dataclass(frozen=True)
class Result:
    """A measure's result.

    `parts` has, for cells that are shares, numerator and denominator: `(row, column) -> (273, 704)`.
    """

    measure: str
    version: int
    title: str
    as_at: dt.date
    parameters: Mapping[str, str]
    columns: tuple[ResultColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[Note, ...]
    parts: Mapping[tuple[int, int], tuple[int, int]]
    caveats: tuple[Caveat, ...]
    snapshot: Snapshot
    calendars: tuple[str, ...]
    """Each calendar that days were counted by, with its version: `ew@2026-02-25`."""
    definition_sha256: str
    goes_across: bool = False
    """Whether its columns are groups, and its rows figures of them."""
    disclosure: Profile | None = None
    """The profile under which figures were rounded or withheld; None where all are as they were computed."""

    @property
    def sha256(self) -> str:
        """Return the digest of the table: its columns, cells, gaps, caveats, and what they were computed from.

        It depends on no machine, language, time zone or order of work. A profile is a part of it where one
        was applied: a result of figures as they were computed has the digest that it had before there were any.
        """
        applied = {"disclosure": profile_as_data(self.disclosure)} if self.disclosure else {}
        return digest(
            {
                **applied,
                "measure": self.measure,
                "version": self.version,
                "as_at": self.as_at.isoformat(),
                "parameters": dict(sorted(self.parameters.items())),
                "columns": [[column.name, column.kind.value] for column in self.columns],
                "rows": [[spelled(cell) for cell in row] for row in self.rows],
                "notes": [[note.row, note.column, note.missing.value] for note in self.notes],
                "caveats": [caveat.ident for caveat in self.caveats],
                "snapshot": self.snapshot.sha256,
                "calendars": list(self.calendars),
                "definition": self.definition_sha256,
            }
        )


def spelled(value: Value) -> str | None:
    """Return a value in the one spelling that is digested: `12`, `12.50`, `2024-06-26`, `true`; None stays None."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return None if value is None else str(value)


def digest(data: Any) -> str:
    """Return the SHA-256, in hexadecimal, of data as JSON with sorted keys and no blanks, in UTF-8."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
