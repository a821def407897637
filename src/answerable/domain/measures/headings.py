"""Which columns of a register stand under which headings of a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.domain.measures.registers import Column, Register

MOST_ABOVE = 20
"""Rows among which the headings are looked for: titles and notes may stand above them."""


def bare(heading: str) -> str:
    """Return a heading as it is compared: without case, blanks and punctuation."""
    return "".join(sign for sign in heading.casefold() if sign.isalnum())


def headings_of(column: Column) -> tuple[str, ...]:
    """Return the headings under which a column may stand, as they are compared."""
    names = (column.name, column.words, *column.also_headed)
    return tuple(dict.fromkeys(bare(name) for name in names))


@dataclass(frozen=True, slots=True)
class Headed:
    """How a file's headings fit a register: places count from 0."""

    places: dict[str, int]
    """Where each column stands that the file has."""
    missing: tuple[Column, ...]
    extra: tuple[tuple[int, str], ...]
    """Headings that are no column's."""
    unnamed: tuple[int, ...]
    """Places with no heading at all: nothing may stand under them."""
    twice: tuple[tuple[str, str, str], ...]
    """Columns that two headings are, with both headings."""


def headed(register: Register, cells: Sequence[str]) -> Headed:
    """Return how a row of headings fits a register."""
    known = {name: column.name for column in register.columns for name in headings_of(column)}
    places: dict[str, int] = {}
    extra, unnamed, twice = [], [], []
    for place, cell in enumerate(cells):
        name = known.get(bare(cell))
        if not cell.strip():
            unnamed.append(place)
        elif name is None:
            extra.append((place, cell.strip()))
        elif name in places:
            twice.append((name, cells[places[name]].strip(), cell.strip()))
        else:
            places[name] = place
    missing = tuple(column for column in register.columns if column.name not in places)
    return Headed(places, missing, tuple(extra), tuple(unnamed), tuple(twice))


def head_among(register: Register, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return which of a file's first rows holds the headings, and of how many columns it does: (0, 0) if none."""
    matched = [len(headed(register, row).places) if row else 0 for row in rows[:MOST_ABOVE]]
    best = max(matched, default=0)
    return (matched.index(best), best) if best else (0, 0)
