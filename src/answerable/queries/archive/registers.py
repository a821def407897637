"""The registers that are open to everyone, from files that hold nothing else."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.measures.declarations import register_of
from answerable.domain.measures.registers import Register
from answerable.measuring.browsing import Asked, Narrowing, Part, Row, narrowings, part_of, rows_of
from answerable.queries.register_places import public_path
from answerable.records.archive.models import PublishedRegister


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """A published register: what it holds, as at which day, and how many rows there are."""

    register: Register
    as_at: dt.date
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Some rows of a published register, and what they can be narrowed by."""

    found: OpenRegister
    part: Part
    narrowings: tuple[Narrowing, ...]


def open_registers() -> tuple[OpenRegister, ...]:
    """Return the published registers, by title."""
    found = [_row(one) for one in PublishedRegister.objects.all()]
    return tuple(sorted(found, key=lambda one: one.register.title))


def open_register(name: str) -> OpenRegister | None:
    """Return a published register, or None."""
    found = PublishedRegister.objects.filter(name=name).first()
    return _row(found) if found else None


def open_page(found: OpenRegister, asked: Asked, *, start: int, most: int) -> OpenPage:
    """Return some rows of a published register."""
    path = public_path(found.register.name, found.sha256)
    return OpenPage(
        found,
        part_of(path, found.register, asked, start=start, most=most),
        narrowings(path, found.register),
    )


def open_rows(found: OpenRegister, asked: Asked) -> Iterator[Row]:
    """Yield every row of a published register that is asked for."""
    return rows_of(public_path(found.register.name, found.sha256), found.register, asked)


def _row(one: PublishedRegister) -> OpenRegister:
    return OpenRegister(register_of(one.declaration), one.as_at, one.sha256, one.rows)
