"""Measured tables in the form of a decision: put in with their caveats, and still known when they are saved."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from answerable.domain.clock import Regime
from answerable.domain.roles import Actor
from answerable.measuring.showing.tables import ShownTable, shown_table
from answerable.queries.casework.deciding import Written
from answerable.queries.registers.beside import beside_of
from answerable.queries.registers.measuring import KeptTable, kept_table
from answerable.web.casework.withheld import put_refusal_in, with_refusal, withheld_of

Rows = Sequence[Sequence[str]]
_GIVES_AWAY = (
    "Table {} gives something away beside tables that were kept since: say on its page, under Figures, why it may "
    "leave all the same, or measure it otherwise"
)
_GONE = "That table is not found any more, or its register is not for you"
_LONGEST_COUNT = 3


@dataclass(frozen=True, slots=True)
class Origin:
    """From which kept table a table of an answer was taken, and the digest of the cells that it had then.

    `withholds` says whether figures of it are withheld or rounded: the answer must refuse those.
    """

    table: int
    sha256: str
    cells: str
    withholds: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as a version of a decision keeps it."""
        data = {"table": self.table, "sha256": self.sha256, "cells": self.cells}
        return {**data, "withholds": True} if self.withholds else data

    def is_changed(self, rows: Rows) -> bool:
        """Return whether somebody changed the cells since."""
        return _digest(rows) != self.cells


def origin_of(stored: dict[str, Any] | None) -> Origin | None:
    """Return the origin that a version of a decision keeps, None if it keeps none."""
    if not stored:
        return None
    withholds = bool(stored.get("withholds"))
    return Origin(stored["table"], stored["sha256"], stored["cells"], withholds)


def signed(origin: Origin | None) -> str:
    """Return an origin as a form carries it: nobody can make up another."""
    return _signer().sign_object(origin.as_json()) if origin else ""


def unsigned(carried: str) -> Origin | None:
    """Return the origin that a form carries; none if it was changed on the way."""
    try:
        return origin_of(_signer().unsign_object(carried)) if carried else None
    except BadSignature:
        return None


def with_table(written: Written, number: int, *, viewer: Actor, regime: Regime) -> Written | None:
    """Return what was written with a kept table and its caveats, None if there is no such table for this person.

    None, too, if it gives something away beside others and nobody said why it may leave: its own page asks that.

    What the table withholds is refused: the ground goes with it.
    """
    found = kept_table(number, viewer)
    if found is None or beside_of(number).found:
        return None
    shown = shown_table(found.stored.result)
    table = {
        "caption": shown.caption,
        "rows": _rows(shown),
        "measured": _origin(found, shown).as_json(),
    }
    more = written.with_table(table, _with_caveats(written.caveats, shown))
    withheld = withheld_of(found, regime)
    return with_refusal(more, withheld) if withheld else more


def put_in(typed: QueryDict, number: str, *, viewer: Actor, regime: Regime) -> str:
    """Put a kept table, its caveats and its refusal into what was typed; return why not, nothing if it was done."""
    found = kept_table(int(number), viewer) if number.isdecimal() else None
    if found is None:
        return _GONE
    if beside_of(found.number).found:
        return _GIVES_AWAY.format(found.number)
    shown = shown_table(found.stored.result)
    count = typed.get("tables", "1")
    places = range(int(count) if count.isdecimal() and len(count) <= _LONGEST_COUNT else 1)
    free = [place for place in places if not typed.get(f"t{place}-cells", "").strip()]
    place = free[0] if free else len(places)
    typed["tables"] = str(max(len(places), place + 1))
    typed[f"t{place}-caption"] = shown.caption
    typed[f"t{place}-cells"] = "\n".join("\t".join(row) for row in _rows(shown))
    typed[f"t{place}-measured"] = signed(_origin(found, shown))
    typed["caveats"] = _with_caveats(typed.get("caveats", ""), shown)
    withheld = withheld_of(found, regime)
    if withheld:
        put_refusal_in(typed, withheld)
    return ""


def _origin(found: KeptTable, shown: ShownTable) -> Origin:
    sha256, cells = found.stored.result.sha256, _digest(_rows(shown))
    return Origin(found.number, sha256, cells, withholds=found.assessment is not None)


def _rows(shown: ShownTable) -> list[list[str]]:
    """Return the cells as a table of an answer has them, its headings first: no cell holds a tab or a line's end."""
    headings = [_cell(one.words) for one in shown.headings]
    return [headings, *([_cell(cell.words) for cell in row] for row in shown.rows)]


def _cell(words: str) -> str:
    return " ".join(words.split())


def _with_caveats(said: str, shown: ShownTable) -> str:
    """Return caveats with those of a table, each once."""
    lines = [line for line in said.splitlines() if line.strip()]
    more = (*shown.remarks, *shown.caveats)
    return "\n".join(dict.fromkeys([*lines, *more]))


def _digest(rows: Rows) -> str:
    cells = "\n".join("\t".join(row) for row in rows)
    return hashlib.sha256(cells.encode()).hexdigest()[:16]


def _signer() -> Signer:
    return Signer(salt="answerable.measured")
