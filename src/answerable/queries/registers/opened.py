"""Published registers beside measured tables: whoever counts the rows that are open has what a table withholds."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from answerable.domain.clock import shipped_holidays
from answerable.domain.measures.as_json import stored_result
from answerable.domain.measures.registers import Register
from answerable.domain.suppression.released import ReleasedTable
from answerable.measuring.computing.question import Question
from answerable.queries.archive.registers import open_register
from answerable.queries.registers.personal import RegisterPersonal, personal_in_register
from answerable.records.registers.models import MeasuredTable


@dataclass(frozen=True, slots=True)
class BeforePublishing:
    """What somebody must look at before a register is published; `undone` is which kept tables its rows undo.

    `digest` is of all of it: who decides says what they looked at. `asks` is whether somebody must decide.
    """

    personal: RegisterPersonal = field(default_factory=RegisterPersonal)
    undone: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Return whether somebody must decide."""
        return self.personal.asks or bool(self.undone)

    @property
    def digest(self) -> str:
        """Return the digest of what was found."""
        return hashlib.sha256(json.dumps([self.personal.digest, self.undone]).encode()).hexdigest()


def before_publishing(seen: Register, rows: Path) -> BeforePublishing:
    """Return what must be looked at before rows are published with the columns of a register as everybody sees it."""
    return BeforePublishing(personal_in_register(seen, rows), _undone(seen))


def counted_by_anybody(leaves: Sequence[ReleasedTable], data: dict[str, Any]) -> tuple[str, ...]:
    """Return in a sentence that everybody can count a result's figures; nothing if they cannot, or none is withheld.

    `leaves` are what a reader knows of the result, and `data` is the result as JSON.
    """
    published = open_register(data["register"]["name"])
    if published is None or not _withholds(leaves) or not _is_open(data, published.register):
        return ()
    return (
        f"the published register “{published.register.title}”, as it stood on {published.as_at:%-d %B %Y}, has every "
        "column of these figures: whoever counts its rows has what this table withholds or rounds",
    )


def _undone(seen: Register) -> tuple[str, ...]:
    """Return the kept tables that withhold or round what everybody could count, once the register is published."""
    # What a table that was disposed of stood on is not known any more.
    tables = MeasuredTable.objects.filter(result__register__name=seen.name, disposed_at=None)
    return tuple(
        f"table {one.pk} ({one.title}, as at {one.as_at:%-d %B %Y})"
        for one in tables.order_by("-pk")
        # Whatever is withheld or rounded was assessed.
        if one.assessment and _is_open(one.result, seen)
    )


def _withholds(leaves: Sequence[ReleasedTable]) -> bool:
    return any(
        one.is_withheld or one.known.least != one.known.most
        for table in leaves
        for one in table.figures
    )


def _is_open(data: dict[str, Any], seen: Register) -> bool:
    """Return whether every column that a result stands on is among those of a register as everybody sees it."""
    stored = stored_result(data)
    result = stored.result
    asked = Question(
        stored.measure, stored.register, result.parameters, result.as_at, shipped_holidays()
    )
    return asked.stands_on <= {one.name for one in seen.columns}
