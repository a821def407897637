"""Earlier answers that are named with a request: one of a request that was restricted since is named no more."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from answerable.domain.precedent.taken import UNNAMED, TakenFrom, taken_of
from answerable.queries.casework.visible import restricted_among
from answerable.queries.ledger import LedgerRow
from answerable.records.casework.models import DecisionVersion

_ABOUT_ONE = "earlier answer "
"""How actions begin that name an earlier answer, and nothing else, as `answer`."""


def sources_of(versions: Iterable[DecisionVersion]) -> dict[int, tuple[TakenFrom, ...]]:
    """Return by the number of each version from which earlier answers it was taken."""
    taken = {one.number: taken_of(one.taken_from) for one in versions}
    every = [source for sources in taken.values() for source in sources]
    hidden = restricted_among(one.reference for one in every if not one.address)
    return {
        number: tuple(
            one.unnamed if one.reference in hidden and not one.address else one for one in sources
        )
        for number, sources in taken.items()
    }


def without_restricted(rows: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Return lines of the ledger, with no earlier answer of a restricted request named in them."""
    rows = tuple(rows)
    named = [name for row in rows for name in _named(row)]
    hidden = restricted_among(map(_reference, named))
    names = {name for name in named if _reference(name) in hidden}
    return tuple(replace(row, data=_without(row.data, names)) for row in rows)


def _named(row: LedgerRow) -> list[str]:
    taken = row.data.get("taken_from", ())
    answer = row.data.get("answer") if row.action.startswith(_ABOUT_ONE) else None
    return [*taken, *([str(answer)] if answer else ())]


def _without(data: dict[str, Any], names: set[str]) -> dict[str, Any]:
    said = dict(data)
    if said.get("answer") in names:
        said["answer"] = UNNAMED
    if "taken_from" in said:
        said["taken_from"] = [UNNAMED if one in names else one for one in said["taken_from"]]
    return said


def _reference(named: str) -> str:
    return named.partition(" question ")[0]
