"""The personal data in the texts of a register, as they would be published: masked, by kinds, with their rows."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from answerable.domain.disclosure_log.identifying import Known, names_known
from answerable.domain.measures.registers import ColumnKind, Register
from answerable.domain.personal.kinds import Certainty
from answerable.domain.personal.measured import weakness
from answerable.domain.personal.tables import CellFinding, Named, found_in_rows
from answerable.inspecting.masking import masked
from answerable.measuring.browsing import Asked, rows_of
from answerable.queries.casework.answered import names_of_the_office

MOST_SIGNS = 1_500_000
"""Letters of one register that are looked through, which takes a quarter of a minute."""
MOST_TOLD = 50
"""Words of one kind that are told one by one."""
_MOST_ROWS = 10
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The same words wherever they stand in a column: masked, how sure it is and why, and the first of their rows."""

    column: str
    sample: str
    certainty: str
    why: str
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundKind:
    """What was found of one kind: in how many cells, the surest words first, and how much of it is missed."""

    name: str
    weakness: str
    count: int
    words: tuple[FoundWords, ...]
    untold: int


@dataclass(frozen=True, slots=True)
class RegisterPersonal:
    """The personal data in a register's public texts; `unread` is from which row on nobody looked, 0 if all was read.

    `digest` is of all of it: who decides says what they looked at. `asks` is whether somebody must decide.
    """

    kinds: tuple[FoundKind, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    unread: int = 0
    asks: bool = False
    digest: str = ""


def personal_in_register(register: Register, path: Path) -> RegisterPersonal:
    """Return the personal data in the free texts of a snapshot, with the columns of the register as it was given."""
    columns = [one for one in register.columns if one.kind is ColumnKind.TEXT]
    if not columns:
        return RegisterPersonal()
    heads = tuple(one.words for one in columns)
    places = [place for place, one in enumerate(register.columns) if one in columns]
    held: dict[str, dict[tuple[str, str], _Words]] = {}
    unread, room, first = 0, MOST_SIGNS, 1
    named = names_known(Known(names_of_the_office()))
    rows = rows_of(path, register, Asked())
    while some := [
        tuple("" if row[at] is None else str(row[at]) for at in places)
        for row in islice(rows, _AT_ONCE)
    ]:
        if room <= 0:
            unread = first
            break
        for one in _found(heads, some, named):
            _take(held, one, heads[one.column], first + one.row - 1)
        room -= sum(len(cell) for row in some for cell in row)
        first += len(some)
    return _told(held, unread)


@dataclass(slots=True)
class _Words:
    first: CellFinding
    count: int = 0
    rows: list[int] = field(default_factory=list)


def _found(
    heads: tuple[str, ...], rows: list[tuple[str, ...]], named: Named
) -> Iterator[CellFinding]:
    """Yield what stands below the heads: they are declared, and no row of anybody."""
    return (one for one in found_in_rows([heads, *rows], named) if one.row)


def _take(
    held: dict[str, dict[tuple[str, str], _Words]], one: CellFinding, column: str, row: int
) -> None:
    kind = str(one.finding.category or one.finding.kind)
    words = held.setdefault(kind, {}).setdefault((column, one.words.casefold()), _Words(one))
    if one.finding.certainty.rank < words.first.finding.certainty.rank:
        words.first = one
    words.count += 1
    if len(words.rows) < _MOST_ROWS:
        words.rows.append(row)


def _told(held: dict[str, dict[tuple[str, str], _Words]], unread: int) -> RegisterPersonal:
    plain = [
        [kind, column, words, one.count, one.rows]
        for kind, by_words in held.items()
        for (column, words), one in by_words.items()
    ]
    asks = bool(unread) or any(
        one.first.finding.certainty is not Certainty.POSSIBLE
        for by_words in held.values()
        for one in by_words.values()
    )
    return RegisterPersonal(
        kinds=tuple(_kind(name, by_words) for name, by_words in held.items()),
        counts={name: sum(one.count for one in each.values()) for name, each in held.items()},
        unread=unread,
        asks=asks,
        digest=hashlib.sha256(json.dumps([plain, unread]).encode()).hexdigest(),
    )


def _kind(name: str, by_words: dict[tuple[str, str], _Words]) -> FoundKind:
    ordered = sorted(by_words.items(), key=lambda one: one[1].first.finding.certainty.rank)
    told = tuple(
        FoundWords(
            column=column,
            sample=masked(one.first.words),
            certainty=str(one.first.finding.certainty),
            why=one.first.finding.why,
            count=one.count,
            rows=tuple(one.rows),
        )
        for (column, _), one in ordered[:MOST_TOLD]
    )
    kind = ordered[0][1].first.finding.kind
    count = sum(one.count for one in by_words.values())
    return FoundKind(name, weakness(kind), count, told, len(ordered) - len(told))
